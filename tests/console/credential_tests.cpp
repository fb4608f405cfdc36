// SPDX-License-Identifier: GPL-3.0-or-later
// Credentials that workflows name, in the window: set, listed, removed, and asked for where one is missing.
#include "base/error_codes.h"
#include "base/manual_clock.h"
#include "base/text.h"
#include "console/command_dialogs.h"
#include "console/credential_dialog.h"
#include "console/credentials_page.h"
#include "console/error_panel.h"
#include "console/translation.h"
#include "console/workflows_dialog.h"
#include "desk/stuck_cause.h"
#include "fake_desk.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPromise>
#include <QPushButton>
#include <QSettings>
#include <QTest>
#include <QTreeWidget>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

namespace {

const QString canary = u"canary-t0ken-91aa"_s;

struct FakeShelf : CredentialShelf {
    QList<KeptCredential> kept;
    QList<CredentialOffer> offers;
    QStringList removed;
    std::optional<Error> refusal;
    bool holds = false; //!< the keychain waits for somebody
    std::vector<QPromise<Result<void>>> held;

    QFuture<Result<QList<KeptCredential>>> credentials() override
    {
        return QtFuture::makeReadyFuture(Result<QList<KeptCredential>>(kept));
    }
    QFuture<Result<void>> setCredential(const CredentialOffer& offer) override
    {
        offers += offer;
        if (holds) {
            held.emplace_back();
            held.back().start();
            return held.back().future();
        }
        if (refusal)
            return QtFuture::makeReadyFuture(Result<void>(*refusal));
        kept.removeIf([&](const KeptCredential& one) { return one.name == offer.name; });
        kept.append({offer.name, offer.hosts, offer.header, offer.prefix, u"It is kept in a box."_s});
        return QtFuture::makeReadyFuture(Result<void>());
    }
    QFuture<Result<void>> removeCredential(const QString& name) override
    {
        removed += name;
        if (refusal)
            return QtFuture::makeReadyFuture(Result<void>(*refusal));
        kept.removeIf([&](const KeptCredential& one) { return one.name == name; });
        return QtFuture::makeReadyFuture(Result<void>());
    }
};

QLineEdit* field(QWidget* dialog, const char* name) { return dialog->findChild<QLineEdit*>(QString::fromLatin1(name)); }

//! All that is told of a widget and what is in it.
QString toldBy(QAccessibleInterface* element)
{
    if (!element)
        return {};
    QString told;
    for (const auto part : {QAccessible::Name, QAccessible::Description, QAccessible::Value, QAccessible::Help})
        told += element->text(part) + u'\n';
    if (auto* text = element->textInterface())
        told += text->text(0, text->characterCount()) + u'\n';
    for (int i = 0; i < element->childCount(); ++i)
        told += toldBy(element->child(i));
    return told;
}

CredentialDialog* dialogIn(QWidget& window)
{
    for (auto* dialog : window.findChildren<CredentialDialog*>())
        if (dialog->isVisible())
            return dialog;
    return nullptr;
}

Error missing()
{
    return {.code = errc::credentialMissing,
        .args = {{"credential", "writer"}, {"origin", "https://notes.example:8443"}, {"host", "notes.example"}}};
}

} // namespace

class CredentialTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QLocale(QLocale::English)); }

    void oneIsSetListedSetAnewAndRemovedByKeys()
    {
        FakeShelf shelf;
        CredentialsPage page(shelf);
        page.show();
        page.activateWindow();
        auto* list = page.findChild<QTreeWidget*>(u"credentialList"_s);
        QTRY_VERIFY(page.findChild<QLabel*>(u"noCredential"_s)->isVisible());
        QVERIFY(!page.findChild<QPushButton*>(u"removeCredential"_s)->isEnabled());
        QTest::keyClick(page.findChild<QPushButton*>(u"newCredential"_s), Qt::Key_Space);
        QPointer<CredentialDialog> dialog = dialogIn(page);
        QVERIFY(dialog);
        auto* secret = field(dialog, "credentialSecret");
        auto* keep = dialog->findChild<QPushButton*>(u"keepCredential"_s);
        QCOMPARE(secret->echoMode(), QLineEdit::Password);
        for (const auto* each : dialog->findChildren<QLineEdit*>())
            QVERIFY2(!each->accessibleName().isEmpty(), qPrintable(each->objectName()));
        QCOMPARE(field(dialog, "credentialHeader")->text(), u"Authorization"_s);
        QCOMPARE(field(dialog, "credentialPrefix")->text(), u"Bearer"_s);
        QVERIFY(!keep->isEnabled());
        QTest::keyClicks(field(dialog, "credentialName"), u"writer"_s);
        QTest::keyClicks(field(dialog, "credentialHosts"), u"https://a.example, https://b.example"_s);
        QVERIFY(!keep->isEnabled());
        QVERIFY(!dialog->findChild<QLabel*>(u"credentialMissing"_s)->text().isEmpty());
        QTest::keyClicks(secret, canary);
        QVERIFY(keep->isEnabled());
        QVERIFY(!toldBy(QAccessible::queryAccessibleInterface(dialog)).contains(canary));
        QTest::keyClick(secret, Qt::Key_Return);
        QTRY_VERIFY(!dialog || !dialog->isVisible());
        QCOMPARE(shelf.offers.size(), 1);
        QCOMPARE(shelf.offers[0].hosts, QStringList({u"https://a.example"_s, u"https://b.example"_s}));
        QCOMPARE(shelf.offers[0].secret.reveal(), canary.toUtf8());
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        QCOMPARE(list->topLevelItem(0)->text(0), u"writer"_s);
        QCOMPARE(list->topLevelItem(0)->text(1), u"https://a.example, https://b.example"_s);
        const QString told = toldBy(QAccessible::queryAccessibleInterface(&page));
        QVERIFY(told.contains(u"writer"_s) && !told.contains(canary));

        // Set anew: its name stands, its secret does not.
        QTest::keyClick(page.findChild<QPushButton*>(u"changeCredential"_s), Qt::Key_Space);
        dialog = dialogIn(page);
        QVERIFY(dialog);
        QVERIFY(field(dialog, "credentialName")->isReadOnly());
        QCOMPARE(field(dialog, "credentialHosts")->text(), u"https://a.example https://b.example"_s);
        QVERIFY(field(dialog, "credentialSecret")->text().isEmpty());
        QVERIFY(!dialog->findChild<QPushButton*>(u"keepCredential"_s)->isEnabled());
        dialog->reject();

        // Removed by a word only.
        QTest::keyClick(page.findChild<QPushButton*>(u"removeCredential"_s), Qt::Key_Space);
        QCOMPARE(shelf.removed, QStringList());
        // Enter leaves all as it is.
        auto* question = page.findChild<QMessageBox*>(u"removeCredentialQuestion"_s);
        QVERIFY(question);
        QTest::keyClick(question, Qt::Key_Return);
        QTRY_VERIFY(!question->isVisible());
        QCOMPARE(shelf.removed, QStringList());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QTest::keyClick(page.findChild<QPushButton*>(u"removeCredential"_s), Qt::Key_Space);
        auto* yes = page.findChild<QPushButton*>(u"removeCredentialYes"_s);
        QVERIFY(yes);
        yes->click();
        QTRY_COMPARE(list->topLevelItemCount(), 0);
        QCOMPARE(shelf.removed, QStringList{u"writer"_s});
    }

    void whatIsRefusedIsExplainedAndCanBeMended()
    {
        FakeShelf shelf;
        shelf.refusal = Error{.code = errc::usage,
            .args = {{"text", "“notes” is no host."}, {"why", "It is https://HOST"}, {"remedy", "Give another."}}};
        QWidget window;
        window.show();
        QPointer<CredentialDialog> dialog =
            new CredentialDialog(shelf, {.name = u"writer"_s, .hosts = {u"notes"_s}}, true, &window);
        dialog->open();
        QTest::keyClicks(field(dialog, "credentialSecret"), canary);
        auto* keep = dialog->findChild<QPushButton*>(u"keepCredential"_s);
        keep->click();
        QTRY_VERIFY(toldBy(QAccessible::queryAccessibleInterface(dialog)).contains(u"“notes” is no host."_s));
        QVERIFY(dialog->isVisible());
        QVERIFY(keep->isEnabled());
        QVERIFY(!toldBy(QAccessible::queryAccessibleInterface(dialog)).contains(canary));
        shelf.refusal.reset();
        keep->click();
        QTRY_VERIFY(!dialog || !dialog->isVisible());
        QCOMPARE(shelf.kept.size(), 1);
    }

    void nothingWaitsForTheKeychain()
    {
        FakeShelf shelf;
        shelf.holds = true;
        QWidget window;
        window.show();
        QPointer<CredentialDialog> dialog =
            new CredentialDialog(shelf, {.name = u"writer"_s, .hosts = {u"https://a.example"_s}}, true, &window);
        dialog->open();
        QTest::keyClicks(field(dialog, "credentialSecret"), canary);
        auto* keep = dialog->findChild<QPushButton*>(u"keepCredential"_s);
        keep->click(); // returns
        QVERIFY(!keep->isEnabled());
        QVERIFY(dialog->findChild<QLabel*>(u"credentialMissing"_s)->text().contains(u"Keeping it"_s));
        QTest::keyClick(field(dialog, "credentialSecret"), Qt::Key_Return);
        QCOMPARE(shelf.offers.size(), 1); // once
        dialog->reject();
        QTRY_VERIFY(!dialog);
        shelf.held.front().addResult(Result<void>());
        shelf.held.front().finish(); // nobody is there any more
        QCoreApplication::processEvents();
    }

    //! Closed while the keychain was asked, it goes on: what came of it is shown by the list.
    void whatIsKeptAfterCancelIsListed()
    {
        FakeShelf shelf;
        shelf.kept = {{u"writer"_s, {u"https://a.example"_s}, u"X-Key"_s, {}, u"In a box."_s}};
        CredentialsPage page(shelf);
        page.show();
        auto* list = page.findChild<QTreeWidget*>(u"credentialList"_s);
        QTRY_COMPARE(list->topLevelItemCount(), 1);
        shelf.holds = true;
        const auto keepAndCancel = [&] {
            page.findChild<QPushButton*>(u"changeCredential"_s)->click();
            QPointer<CredentialDialog> dialog = dialogIn(page);
            QTest::keyClicks(field(dialog, "credentialSecret"), canary);
            dialog->findChild<QPushButton*>(u"keepCredential"_s)->click();
            QVERIFY(dialog->findChild<QLabel*>(u"credentialMissing"_s)->text().contains(u"does not stop it"_s));
            dialog->reject();
            QTRY_VERIFY(!dialog);
        };
        keepAndCancel();
        shelf.kept[0].hosts = {u"https://b.example"_s};
        shelf.held.back().addResult(Result<void>());
        shelf.held.back().finish();
        QTRY_COMPARE(list->topLevelItem(0)->text(1), u"https://b.example"_s);
        keepAndCancel();
        QCoreApplication::processEvents();
        shelf.kept.clear(); // the former one had to go first
        shelf.held.back().addResult(Result<void>(Error{.code = errc::keychainLocked}));
        shelf.held.back().finish();
        QTRY_COMPARE(list->topLevelItemCount(), 0);
        QTRY_VERIFY2(toldBy(QAccessible::queryAccessibleInterface(&page)).contains(u"keychain"_s, Qt::CaseInsensitive)
                && page.findChild<ErrorPanel*>()->isVisible(),
            qPrintable(toldBy(QAccessible::queryAccessibleInterface(&page))));
    }

    void whereTheFormerOneIsGoneItIsSaid()
    {
        FakeShelf shelf;
        shelf.kept = {{u"writer"_s, {u"https://a.example"_s}, u"X-Key"_s, {}, u"In a box."_s}};
        shelf.refusal = Error{.code = errc::keychainLocked};
        QWidget window;
        window.show();
        QPointer<CredentialDialog> dialog = new CredentialDialog(shelf, shelf.kept[0], true, &window);
        dialog->open();
        QTest::keyClicks(field(dialog, "credentialSecret"), canary);
        auto* keep = dialog->findChild<QPushButton*>(u"keepCredential"_s);
        auto* gone = dialog->findChild<QLabel*>(u"formerGone"_s);
        keep->click();
        QTRY_VERIFY(dialog->findChild<ErrorPanel*>()->isVisible());
        QCoreApplication::processEvents();
        QVERIFY(!gone->isVisible()); // it is there
        shelf.kept.clear();
        keep->click();
        QTRY_VERIFY(gone->isVisible());
        QVERIFY2(gone->text().contains(u"is gone"_s), qPrintable(gone->text()));
        dialog->reject();
    }

    void aStepThatWaitsForOneLeadsThere()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        auto story = desk.begin(u"asks"_s, 10min);
        story.start("infra-raise", 9min);
        story.ask("infra-raise", 8min, missing());
        const auto view = *desk.run(story.run()).result();
        const StepRun& step = *view.run.step(StepId(u"infra-raise"_s));
        const auto asked = desk::credentialAskedFor(step);
        QVERIFY(asked.has_value());
        QCOMPARE(asked->name, u"writer"_s);
        const auto report = desk::stuckReport(view, step, clock.now(), 1);
        QVERIFY(report.acts.contains(desk::StuckAct::SetCredential));
        QVERIFY(report.acts.contains(desk::StuckAct::Retry));
        QVERIFY2(report.text.remedy.contains(u"Set the credential"_s), qPrintable(report.text.remedy));
        const StepRun& other = *view.run.step(StepId(u"config-raise"_s));
        QVERIFY(!desk::stuckReport(view, other, clock.now(), 1).acts.contains(desk::StuckAct::SetCredential));

        Selection selection(desk, clock);
        selection.selectRun(story.run());
        QTRY_VERIFY(selection.view());
        selection.selectStep(step.id);
        CommandRunner commands(desk, selection);
        QSettings settings;
        FakeShelf shelf;
        QWidget window;
        window.show();
        const CommandDialogContext context{.desk = desk,
            .clock = clock,
            .selection = selection,
            .commands = commands,
            .settings = settings,
            .opener = {},
            .parent = &window};
        openCredentialDialog(context, shelf);
        QTRY_VERIFY(dialogIn(window));
        auto* dialog = dialogIn(window);
        QCOMPARE(field(dialog, "credentialName")->text(), u"writer"_s);
        QCOMPARE(field(dialog, "credentialHosts")->text(), u"https://notes.example:8443"_s);
        dialog->reject();
        // One that is bound elsewhere goes nowhere else by itself.
        shelf.kept = {{u"writer"_s, {u"https://old.example"_s}, u"X-Key"_s, {}, u"In a box."_s}};
        openCredentialDialog(context, shelf);
        QTRY_VERIFY(dialogIn(window));
        QCOMPARE(field(dialogIn(window), "credentialHosts")->text(), u"https://old.example"_s);
        QCOMPARE(field(dialogIn(window), "credentialHeader")->text(), u"X-Key"_s);
        QCOMPARE(field(dialogIn(window), "credentialPrefix")->text(), QString());
    }

    void aWorkflowsPageNamesThoseThatAreMissing()
    {
        ManualClock clock;
        FakeDesk desk(clock);
        auto workflow = std::make_shared<Workflow>(*desk.workflows().first());
        workflow->steps[0].kind = u"http.request"_s;
        workflow->steps[0].with = {
            {"method", "POST"}, {"url", "http://127.0.0.1:8443/x"}, {"effect", "none"}, {"credential", "writer"}};
        struct OneWorkflow : FakeDesk {
            using FakeDesk::FakeDesk;
            std::shared_ptr<const Workflow> one;
            QList<std::shared_ptr<const Workflow>> workflowVersions() const override { return {one}; }
        } shown(clock);
        shown.one = workflow;
        FakeShelf shelf;
        WorkflowsDialog dialog(shown, clock, &shelf, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.setVisible(true);
        auto* set = dialog.findChild<QPushButton*>(u"setCredential"_s);
        auto* consent = dialog.findChild<QTreeWidget*>(u"workflowConsent"_s);
        const auto row = [consent] {
            for (int i = 0; i < consent->topLevelItemCount(); ++i)
                if (consent->topLevelItem(i)->text(1).contains(u"writer"_s)
                    && consent->topLevelItem(i)->text(0).contains(u"credential"_s))
                    return consent->topLevelItem(i)->text(1);
            return QString();
        };
        QTRY_VERIFY2(row().contains(u"not set on this computer"_s), qPrintable(row()));
        QVERIFY(!set->isHidden());
        QVERIFY2(set->text().contains(u"writer"_s), qPrintable(set->text()));
        set->click();
        auto* asking = dialogIn(dialog);
        QVERIFY(asking);
        QCOMPARE(field(asking, "credentialName")->text(), u"writer"_s);
        QCOMPARE(field(asking, "credentialHosts")->text(), u"http://127.0.0.1:8443"_s);
        QVERIFY2(row().contains(u"127.0.0.1:8443"_s), qPrintable(row()));
        QTest::keyClicks(field(asking, "credentialSecret"), canary);
        asking->findChild<QPushButton*>(u"keepCredential"_s)->click();
        QTRY_VERIFY(set->isHidden());
        QVERIFY2(!row().contains(u"not set"_s) && !row().isEmpty(), qPrintable(row()));
    }
};

QTEST_MAIN(CredentialTests)
#include "credential_tests.moc"
