// SPDX-License-Identifier: GPL-3.0-or-later
// The whole window in a language that nobody speaks (pseudo_translator.h), written from the left and from the right: no
// text that was not translated, none that is cut. CMakeLists.txt runs it at scale 1 and 1.5.
#include "base/error_codes.h"
#include "console/action_set.h"
#include "console/create_dialog.h"
#include "console/preferences.h"
#include "console/safe_text.h"
#include "console/timeline_model.h"
#include "console/translation.h"
#include "desk/error_text.h"
#include "pseudo_translator.h"
#include "widget_walk.h"
#include "window_stage.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QToolButton>
#include <QTreeView>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

namespace {

struct Connection : Connector {
    Kind currentConnection() const override { return Kind::GitHub; }
    QFuture<Result<void>> trySandbox() override { return QtFuture::makeReadyFuture(Result<void>()); }
    QFuture<Result<desk::ConnectionReport>> check(
        const ConnectionChoice&, std::function<void(const SignInCode&)>) override
    {
        return checkCurrent();
    }
    void cancelCheck() override { }
    QFuture<Result<desk::ConnectionReport>> checkCurrent() override
    {
        return QtFuture::makeReadyFuture(Result<desk::ConnectionReport>(desk::ConnectionReport()));
    }
    QFuture<Result<void>> use() override { return QtFuture::makeReadyFuture(Result<void>()); }
};

struct Copies : StoreKeeper {
    void lookAt(const StoreCopy&) override { }
    QFuture<Result<void>> lookAtFile(const QString&) override { return QtFuture::makeReadyFuture(Result<void>()); }
    std::optional<StoreCopy> lookedAt() const override { return std::nullopt; }
    void backToStore() override { }
    QFuture<Result<QList<StoreCopy>>> copies() override
    {
        return QtFuture::makeReadyFuture(
            Result(QList<StoreCopy>{{u"/data/store.db.1"_s, StoreCopy::Kind::Daily, {}, 4096},
                {u"/data/store.db.2"_s, StoreCopy::Kind::Replaced, {}, 8192}}));
    }
    QFuture<Result<void>> makeCopy() override { return QtFuture::makeReadyFuture(Result<void>()); }
    void putBack(const QString&) override { }
};

struct Shelf : CredentialShelf {
    QFuture<Result<QList<KeptCredential>>> credentials() override
    {
        return QtFuture::makeReadyFuture(
            Result(QList<KeptCredential>{{u"notes"_s, {u"https://notes.example"_s}, u"X-Api-Key"_s, {}, u"In a box."_s},
                {u"portal"_s, {u"https://portal.example"_s}, u"Authorization"_s, u"Bearer"_s, u"In a box."_s}}));
    }
    QFuture<Result<void>> setCredential(const CredentialOffer&) override
    {
        return QtFuture::makeReadyFuture(Result<void>(Error{.code = errc::keychainLocked}));
    }
    QFuture<Result<void>> removeCredential(const QString&) override
    {
        return QtFuture::makeReadyFuture(Result<void>());
    }
};

//! Every text of a workflow file that a person wrote, longest first.
void collect(const Json& value, QStringList& texts)
{
    if (value.is_string())
        texts += toQString(value.get_ref<const std::string&>());
    for (const auto& part : value)
        if (value.is_structured())
            collect(part, texts);
}

desk::Evidence evidence()
{
    desk::Evidence evidence;
    evidence.service = u"GitHub"_s;
    evidence.verdict = desk::Evidence::Verdict::WouldWrite;
    evidence.onRetry = QCoreApplication::translate("Evidence", "send a request to %1").arg(u"GitHub"_s);
    evidence.lines = {{u"tf-svc"_s, u"tf-svc"_s, u"tf-svc"_s, desk::EvidenceLine::Agreement::Same}};
    return evidence;
}

//! Every dialog that an action of the menus opens, by name; without one: a message.
QStringList dialogNames()
{
    return {u"CreateServiceForm"_s, u"about"_s, u"batchDialog"_s, u"compareDialog"_s, u"connectionDialog"_s,
        u"credentialDialog"_s, u"exportDialog"_s, u"manyRuns"_s, u"notices"_s, u"openCopy"_s, u"palette"_s,
        u"recordImport"_s, u"saveTimeline"_s, u"saveView"_s, u"secretDialog"_s, u"setUp"_s, u"settings"_s,
        u"shortcuts"_s, u"statistics"_s, u"stepDialog"_s, u"storeCopies"_s, u"timelineTable"_s, u"undoDialog"_s,
        u"workflowsDialog"_s};
}

} // namespace

class LanguageTests : public QObject {
    Q_OBJECT

    //! The window with runs in every state, its pages, its dialogs.
    static void walk(WidgetWalk& walk)
    {
        WindowStage s;
        Connection connection;
        Copies copies;
        s.keeper = &copies;
        Shelf shelf;
        s.credentials = &shelf;
        QStringList data{u"fisheries"_s, u"mia"_s, u"jon"_s, u"engine"_s, u"quota raised"_s, u"change freeze"_s,
            u"wrong name"_s, u"merged by hand, checks were green"_s, u"timed out"_s, u"DEFRA"_s, u"failure"_s,
            u"success"_s, u"Asked in the platform channel who closed it."_s};
        for (const auto& workflow : s.desk.workflows())
            collect(workflow->source, data);
        std::ranges::sort(data, [](const QString& a, const QString& b) { return a.size() > b.size(); });
        for (const QString& text : std::as_const(data))
            if (text.size() > 2)
                walk.allow(text);
        // A run of which a step waits for a secret.
        auto asking = s.desk.begin(u"asking"_s, 10min);
        asking.start("infra-raise", 9min);
        asking.ask("infra-raise", 8min,
            Error{.code = errc::secretMissing, .args = {{"secret", "password"}, {"name", "inputs.password"}}});
        s.runs.insert(u"asking"_s, asking.run());
        walk.allow(u"asking"_s);
        walk.allow(u"password"_s);
        // And one for a credential.
        const RunId lacking = s.desk.begin(u"lacking"_s, 10min)
                                  .start("infra-raise", 9min)
                                  .ask("infra-raise", 8min,
                                      Error{.code = errc::credentialMissing,
                                          .args = {{"credential", "writer"}, {"origin", "https://notes.example"}}})
                                  .run();
        for (const QString& text : {u"lacking"_s, u"writer"_s, u"notes"_s, u"portal"_s, u"https://notes.example"_s,
                 u"https://portal.example"_s, u"X-Api-Key"_s, u"Authorization"_s, u"Bearer"_s, u"In a box."_s, u"Bad"_s,
                 u"cobol"_s, u"Follows when what it needs is done."_s})
            walk.allow(text);
        const RunId unanswered = s.desk.begin(registering(), {{"name", "harbour-register"}}, 10min)
                                     .cutOff("register", 9min)
                                     .ask("register", 7min, outcomeUnknown())
                                     .run();
        for (const QString& text : {u"Register the name"_s, u"Announce it"_s, u"Registry"_s, u"number"_s, u"colour"_s})
            walk.allow(text);
        s.open({}, &connection);
        walk.look(s.window.get(), u"window"_s);
        auto* tabs = s.find<QTabWidget>("inspector");
        auto* timeline = s.find<QTreeView>("timeline");
        for (const auto& [kind, run] : s.runs.asKeyValueRange()) {
            s.show(kind);
            for (int tab = 0; tab < tabs->count(); ++tab) {
                tabs->setCurrentIndex(tab);
                s.settle();
                walk.look(tabs->currentWidget(), u"%1, page %2"_s.arg(kind).arg(tab));
            }
            tabs->setCurrentIndex(0);
            const QModelIndex lane = timeline->model()->index(0, 0);
            timeline->setCurrentIndex(timeline->model()->index(1, 0, lane));
            s.settle();
            walk.look(s.window.get(), kind + u", a step"_s);
        }
        s.desk.evidenceFound = evidence();
        const QMetaEnum ids = QMetaEnum::fromType<ActionSet::Id>();
        auto* actions = qobject_cast<ActionSet*>(s.find<QAction>("retry")->parent());
        QVERIFY(actions);
        // What these do is no dialog, or is the end of the window.
        const QList<ActionSet::Id> others{ActionSet::Quit, ActionSet::Count, ActionSet::OpenLink,
            ActionSet::ShowNavigator, ActionSet::ShowList, ActionSet::ShowTimeline, ActionSet::ShowInspector};
        QSet<QString> names;
        for (const char* kind : {"failed", "waiting", "needsYou"}) {
            s.show(QString::fromLatin1(kind));
            for (int i = 0; i < ids.keyCount(); ++i) {
                const auto id = ActionSet::Id(ids.value(i));
                if (others.contains(id) || (qstrcmp(kind, "failed") != 0 && id > ActionSet::Undo))
                    continue;
                if (!(*actions)[id]->isEnabled())
                    continue;
                (*actions)[id]->trigger();
                s.settle();
                QList<QPointer<QDialog>> opened;
                for (QWidget* top : QApplication::topLevelWidgets())
                    if (auto* dialog = qobject_cast<QDialog*>(top); dialog && dialog->isVisible()) {
                        opened += dialog;
                        names += dialog->objectName(); // now: the one below takes it along when it is closed first
                    }
                for (const QPointer<QDialog>& dialog : opened) {
                    if (!dialog)
                        continue;
                    const QString stage =
                        u"%1 of a run that is %2"_s.arg(QString::fromLatin1(ids.key(i)), QString::fromLatin1(kind));
                    auto* pages = dialog->findChild<QTabWidget*>();
                    for (int page = 0; page < (pages ? pages->count() : 1); ++page) {
                        if (pages)
                            pages->setCurrentIndex(page);
                        s.settle();
                        walk.look(dialog, stage);
                        picture(dialog, QString::fromLatin1(ids.key(i)) + QString::number(page));
                    }
                    dialog->close();
                    s.show(QString::fromLatin1(kind));
                }
            }
        }
        s.show(u"asking"_s);
        const auto* steps = qobject_cast<TimelineModel*>(timeline->model());
        QVERIFY(steps);
        timeline->setCurrentIndex(steps->indexOf(StepId(u"infra-raise"_s), 0));
        s.settle();
        QDialog* secret = (*actions)[ActionSet::GiveSecret]->isEnabled()
            ? ((*actions)[ActionSet::GiveSecret]->trigger(), s.dialog())
            : nullptr;
        QVERIFY(secret);
        names += secret->objectName();
        walk.look(secret, u"a secret"_s);
        picture(secret, u"GiveSecret"_s);
        secret->close();
        tabs->setCurrentIndex(0); // Why: a page that nobody sees is not filled
        s.window->selectStep(lacking, StepId(u"infra-raise"_s));
        s.settle();
        QVERIFY((*actions)[ActionSet::SetCredential]->isEnabled());
        const auto offers = tabs->findChildren<QToolButton*>();
        QVERIFY(std::ranges::any_of(offers, [&](const QToolButton* offer) {
            return offer->defaultAction() == (*actions)[ActionSet::SetCredential] && !offer->isHidden();
        }));
        (*actions)[ActionSet::SetCredential]->trigger();
        s.settle();
        QDialog* credential = s.dialog("credentialDialog");
        QVERIFY(credential);
        names += credential->objectName();
        credential->findChild<QLineEdit*>(u"credentialSecret"_s)->setText(u"x"_s);
        credential->findChild<QPushButton*>(u"keepCredential"_s)->click(); // refused
        s.settle();
        walk.look(credential, u"a credential"_s);
        picture(credential, u"SetCredential"_s);
        credential->close();
        // What became of a request, and one act on several runs.
        s.window->selectStep(unanswered, StepId(u"register"_s));
        s.settle();
        QVERIFY((*actions)[ActionSet::Answer]->isEnabled());
        (*actions)[ActionSet::Answer]->trigger();
        QDialog* answer = s.dialog("stepDialog");
        QVERIFY(answer);
        walk.look(answer, u"an answer"_s);
        picture(answer, u"Answer"_s);
        answer->close();
        for (const auto id : {ActionSet::Retry, ActionSet::Cancel}) {
            s.find<QTreeView>("runs")->selectAll();
            s.settle();
            (*actions)[id]->trigger();
            QDialog* many = s.dialog("manyRuns");
            QVERIFY(many);
            names += many->objectName();
            walk.look(many, u"several runs"_s);
            picture(many, u"Many"_s + QString::number(int(id)));
            many->close();
        }
        (*actions)[ActionSet::NewService]->trigger();
        s.settle();
        QDialog* form = s.dialog();
        QVERIFY(form);
        s.in<QPushButton>(form, u"batchButton"_s)->click();
        QDialog* batch = s.dialog("batchDialog");
        QVERIFY(batch);
        walk.look(batch, u"many services, none yet"_s);
        s.in<QPlainTextEdit>(batch, u"serviceList"_s)
            ->setPlainText(u"harvest-api,cdp-node-backend-template,fisheries\nBad,cdp-node-backend-template,fisheries\n"
                           "basket-ui,cobol,fisheries\nstock-feed,cdp-node-backend-template,fisheries\n,,\n\"x\n"_s);
        for (int i = 0; i < 6; ++i)
            s.pause(100ms);
        walk.look(batch, u"many services, checked"_s);
        picture(batch, u"Batch"_s);
        s.in<QPlainTextEdit>(batch, u"serviceList"_s)->setPlainText(u"repositoryName;Colour\nharvest-api;red"_s);
        s.settle();
        walk.look(batch, u"many services, a heading"_s);
        s.in<QPlainTextEdit>(batch, u"serviceList"_s)->clear();
        batch->close();
        form->close();
        s.settle();
        QStringList found(names.begin(), names.end());
        found.sort();
        QCOMPARE(found.join(u' '), dialogNames().join(u' '));
        s.show(u"running"_s);
        picture(s.window.get(), u"window"_s);
    }

    //! One line each: QtTest cuts long messages.
    static void tell(const WidgetWalk& seen)
    {
        for (const QString& fault : seen.untranslated())
            qWarning("not translated: %s", qPrintable(fault));
        for (const QString& fault : seen.cut())
            qWarning("cut: %s", qPrintable(fault));
    }

    //! For people to look at: into the folder that SLIPWAY_PICTURES names.
    static void picture(QWidget* widget, const QString& name)
    {
        static const QString folder = qEnvironmentVariable("SLIPWAY_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(widget->grab().save(
                u"%1/%2-%3-%4.png"_s
                    .arg(folder, QGuiApplication::isRightToLeft() ? u"rtl"_s : QLocale().name().left(2), name)
                    .arg(widget->devicePixelRatio())));
    }

private Q_SLOTS:
    void everyTextIsTranslatedAndFits_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("from the left") << Qt::LeftToRight;
        QTest::newRow("from the right") << Qt::RightToLeft;
    }
    void everyTextIsTranslatedAndFits()
    {
        QFETCH(Qt::LayoutDirection, direction);
        PseudoTranslator pseudo(direction);
        QVERIFY(QCoreApplication::installTranslator(&pseudo));
        QCOMPARE(QGuiApplication::layoutDirection(), direction);
        WidgetWalk seen;
        walk(seen);
        QCoreApplication::removeTranslator(&pseudo);
        QVERIFY(seen.texts() > 3000);
        tell(seen);
        QCOMPARE(seen.untranslated(), QStringList());
        QCOMPARE(seen.cut(), QStringList());
    }

    void nothingIsCutInWelsh()
    {
        installTranslation(*QCoreApplication::instance(), localeFor(u"cy"_s));
        WidgetWalk seen;
        walk(seen);
        installTranslation(*QCoreApplication::instance(), localeFor(u"en"_s));
        for (const QString& fault : seen.cut())
            qWarning("cut: %s", qPrintable(fault));
        QCOMPARE(seen.cut(), QStringList());
    }

    void theWalkFindsWhatItLooksFor()
    {
        PseudoTranslator pseudo(Qt::LeftToRight);
        QVERIFY(QCoreApplication::installTranslator(&pseudo));
        QWidget top;
        auto* cut = new QLabel(QCoreApplication::translate("LanguageTests", "Two words"), &top);
        cut->setFixedWidth(20);
        new QLabel(u"Forgotten"_s, &top);
        top.show();
        WidgetWalk seen;
        seen.look(&top, u"planted"_s);
        QCoreApplication::removeTranslator(&pseudo);
        QCOMPARE(seen.untranslated().size(), 1);
        QVERIFY(seen.untranslated().first().contains(u"Forgotten"_s));
        QCOMPARE(seen.cut().size(), 1);
        QVERIFY(seen.cut().first().contains(u"has 20"_s));
        QVERIFY(seen.strange(u"⟦Óñé~⟧: orders-api, https://a.b/c, 12 Nov"_s).isEmpty());
        QCOMPARE(seen.strange(u"⟦Óñé~⟧ and more"_s), u"and more"_s);
    }

    void welshIsCompleteAndSaysThatNobodyReviewedIt()
    {
        QCOMPARE(languages(), (QStringList{u"en"_s, u"cy"_s}));
        QVERIFY(!isReviewed(u"cy"_s));
        QVERIFY(isReviewed(u"en"_s));
        QCOMPARE(languageName(u"cy"_s), u"Cymraeg (not yet reviewed)"_s);
        QCOMPARE(localeFor(u"cy"_s).language(), QLocale::Welsh);
        QCOMPARE(localeFor(QString()), QLocale::system());
        installTranslation(*QCoreApplication::instance(), localeFor(u"cy"_s));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Canslo"_s);
        QCOMPARE(QCoreApplication::translate("slipway::console::Navigator", "%1, %n run(s)", nullptr, 3),
            u"%1, 3 rhediad"_s);
        QCOMPARE(desk::describe(noNetwork()).remedy.left(7), u"Arhoswc"_s);
        QCOMPARE(QLocale().language(), QLocale::Welsh);
        installTranslation(*QCoreApplication::instance(), localeFor(u"en"_s));
        QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Cancel"_s);
    }

    void namesKeepTheirDirectionInAMirroredWindow()
    {
        const QString name = u"orders-api/"_s;
        QCOMPARE(safeLine(name), name);
        PseudoTranslator pseudo(Qt::RightToLeft);
        QVERIFY(QCoreApplication::installTranslator(&pseudo));
        const QString isolated = safeLine(name);
        QCOMPARE(isolated, QChar(0x2068) + name + QChar(0x2069));
        QCOMPARE(safeText(u"a "_s + isolated), u"a "_s + isolated); // stays through a second reading
        QCOMPARE(safeText(u"\u2069\u202e\u2068x"_s), u"\u2068x\u2069"_s); // and nothing reaches beyond its own text
        QCOMPARE(safeValue(isolated), name);
        QCoreApplication::removeTranslator(&pseudo);
    }
};

QTEST_MAIN(LanguageTests)
#include "language_tests.moc"
