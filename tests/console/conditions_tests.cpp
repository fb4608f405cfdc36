// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says of its store and its services: banners, status bar, copies, exports, About.
#include "base/error_codes.h"
#include "console/action_set.h"
#include "console/banners.h"
#include "console/navigator.h"
#include "console/translation.h"
#include "desk/status_report.h"
#include "window_stage.h"

#include <QClipboard>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QStatusBar>
#include <QToolButton>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

namespace {

struct FakeKeeper : StoreKeeper {
    QList<StoreCopy> kept{{u"/nowhere/a"_s, StoreCopy::Kind::Daily, Timestamp{1'763'700'000'000}, 84'000'000}};
    QStringList putBacks;
    QFuture<Result<QList<StoreCopy>>> copies() override
    {
        return QtFuture::makeReadyFuture(Result<QList<StoreCopy>>(kept));
    }
    QFuture<Result<void>> makeCopy() override
    {
        kept.prepend({u"/nowhere/b"_s, StoreCopy::Kind::Asked, Timestamp{1'763'732'000'000}, 85'000'000});
        return QtFuture::makeReadyFuture(Result<void>());
    }
    void putBack(const QString& file) override { putBacks += file; }
    QStringList looked;
    std::optional<StoreCopy> shown;
    int wentBack = 0;
    void lookAt(const StoreCopy& copy) override { looked += copy.file; }
    std::optional<Error> wrongFile;
    QFuture<Result<void>> lookAtFile(const QString& file) override
    {
        looked += file;
        return QtFuture::makeReadyFuture(wrongFile ? Result<void>(*wrongFile) : Result<void>());
    }
    std::optional<StoreCopy> lookedAt() const override { return shown; }
    void backToStore() override { ++wentBack; }
};

} // namespace

class ConditionsTests : public QObject {
    Q_OBJECT

    static void activate(WindowStage& s)
    {
        s.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(s.window.get()));
        s.settle();
    }
    static ActionSet& actions(WindowStage& s) { return *s.window->findChild<ActionSet*>(); }

private Q_SLOTS:
    void initTestCase() { installTranslation(*QCoreApplication::instance(), QLocale(QLocale::English)); }

    void bannersSayTheCondition_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("first");
        QTest::newRow("offline") << u"offline"_s << u"trouble"_s << u"Next try in 40 s"_s << int(BannerAct::TryNow);
        QTest::newRow("limit") << u"limit"_s << u"limit"_s << u"possible again"_s << int(BannerAct::Details);
        QTest::newRow("token") << u"token"_s << u"token"_s << u"parked"_s << int(BannerAct::SignIn);
        QTest::newRow("sso") << u"sso"_s << u"token"_s << u"parked"_s << int(BannerAct::SignIn);
        QTest::newRow("safe mode") << u"safe mode"_s << u"safeMode"_s << u"3 times within ten minutes"_s
                                   << int(BannerAct::GoOn);
        QTest::newRow("store") << u"store"_s << u"store"_s << u"newer"_s << int(BannerAct::Details);
        QTest::newRow("owner") << u"owner"_s << u"watching"_s << u"slipwayctl, process 77"_s
                               << int(BannerAct::ShowStore);
        QTest::newRow("budget") << u"budget"_s << u"budget"_s << u"312 of 5,000"_s << int(BannerAct::None);
        QTest::newRow("incident") << u"incident"_s << u"incident"_s << u"often fails to answer"_s
                                  << int(BannerAct::StatusPage);
        QTest::newRow("incident, parked")
            << u"incident parked"_s << u"incident"_s << u"often fails to answer"_s << int(BannerAct::StatusPage);
        QTest::newRow("incident of a server")
            << u"incident enterprise"_s << u"incident"_s << u"often fails"_s << int(BannerAct::None);
        QTest::newRow("clock behind") << u"behind"_s << u"clock"_s << u"clock is 3 min behind GitHub's"_s
                                      << int(BannerAct::None);
        QTest::newRow("clock ahead") << u"ahead"_s << u"clock"_s << u"ahead of GitHub's"_s << int(BannerAct::None);
        QTest::newRow("copy") << u"copy"_s << u"copy"_s << u"A copy of the history is shown"_s
                              << int(BannerAct::BackToStore);
        QTest::newRow("damaged") << u"damaged"_s << u"store"_s << u"damaged"_s << int(BannerAct::Details);
        QTest::newRow("nobody drives") << u"nobody"_s << u"watching"_s << u"Nobody drives 3 open runs"_s
                                       << int(BannerAct::ShowStore);
        QTest::newRow("disk full") << u"disk full"_s << u"trouble"_s << u"Make space on the disk."_s
                                   << int(BannerAct::Details);
        QTest::newRow("not connected, with runs")
            << u"none, with runs"_s << u"connection"_s << u"nobody drives 1 open run."_s << int(BannerAct::SignIn);
        QTest::newRow("not connected") << u"none"_s << u"connection"_s << u"Not connected"_s << int(BannerAct::SignIn);
    }
    void bannersSayTheCondition()
    {
        QFETCH(QString, condition);
        QFETCH(QString, id);
        QFETCH(QString, words);
        QFETCH(int, first);
        const Timestamp now{1'763'732'400'000};
        BannerFacts facts{.canConnect = true, .canTryNow = true};
        desk::EngineStatus& status = facts.status;
        status.connected = !condition.startsWith(u"none"_s);
        status.drives = condition != u"owner"_s && condition != u"nobody"_s;
        facts.openRuns = condition == u"nobody"_s ? 3 : condition == u"none, with runs"_s ? 1 : 0;
        status.storePath = u"/nowhere/store.db"_s;
        status.troubleUntil = now + 40s;
        if (condition == u"offline"_s)
            status.trouble = noNetwork();
        else if (condition == u"limit"_s)
            status.trouble = Error{.code = errc::githubRateLimited};
        else if (condition == u"token"_s)
            status.trouble = Error{.code = errc::githubBadCredentials};
        else if (condition == u"sso"_s)
            status.trouble = Error{.code = errc::githubSso};
        else if (condition == u"safe mode"_s)
            status.trouble = Error{.code = errc::engineSafeMode, .args = {{"crashes", 3}, {"signal", "SIGSEGV"}}};
        else if (condition == u"disk full"_s) {
            status.trouble = Error{.code = errc::storeFull};
            status.troubleSince = now - 2min;
        } else if (condition == u"store"_s)
            status.readOnly = Error{.code = errc::storeNewer};
        else if (condition == u"owner"_s)
            status.owner = desk::OwnerGreeting{.program = u"slipwayctl"_s, .pid = 77};
        else if (condition.startsWith(u"incident"_s)) {
            status.host = condition.endsWith(u"enterprise"_s) ? u"git.example.org"_s : u"api.github.com"_s;
            status.incidentSince = now - 2min;
            status.incidentUntil = now + 3min;
            if (condition.endsWith(u"parked"_s)) // one banner says both
                status.trouble = Error{.code = errc::serverError};
        } else if (condition == u"behind"_s)
            status.serverAhead = 3min;
        else if (condition == u"ahead"_s)
            status.serverAhead = -61s;
        else if (condition == u"copy"_s) {
            status.readOnly = Error{.code = errc::storeReadOnly};
            facts.copyOf = now - 3h;
        } else if (condition == u"damaged"_s)
            status.readOnly = Error{.code = errc::storeDamaged};
        else if (condition == u"budget"_s) {
            status.budgetLimit = 5000;
            status.budgetRemaining = 312;
            status.budgetResetsAt = now + 18min;
        }
        const QList<Banner> banners = bannersOf(facts, now);
        QCOMPARE(banners.size(), 1);
        QCOMPARE(banners.first().id, id);
        QVERIFY2(banners.first().text.contains(words), qPrintable(banners.first().text));
        QCOMPARE(int(banners.first().first), first);
    }

    void aBannerGoesWithItsCondition()
    {
        const Timestamp now{1763732400000};
        BannerFacts facts;
        facts.status.connected = true;
        facts.status.incidentSince = now - 6min;
        facts.status.incidentUntil = now;
        QVERIFY(bannersOf(facts, now).isEmpty());
        facts.status.serverAhead = 60s;
        QVERIFY(bannersOf(facts, now).isEmpty());
        facts.status.sandbox = true; // whose time is another
        facts.status.serverAhead = 3min;
        for (const Banner& banner : bannersOf(facts, now))
            QVERIFY(banner.id != u"clock"_s);
    }

    void severalConditionsAreSeveralBanners()
    {
        WindowStage s;
        s.open();
        auto* strip = s.find<QFrame>("banner");
        desk::EngineStatus status = s.desk.status();
        status.trouble = noNetwork();
        status.troubleUntil = s.clock.now() + 40s;
        status.sandbox = true;
        s.desk.setStatus(status);
        s.settle();
        const auto lines = [strip] {
            QStringList texts;
            for (const QLabel* label : strip->findChildren<QLabel*>())
                if (label->isVisible())
                    texts += label->text();
            return texts;
        };
        QCOMPARE(lines().size(), 2);
        QVERIFY(lines().first().contains(u"Next try in 39 s"_s) || lines().first().contains(u"Next try in 40 s"_s));
        s.pause(10s);
        QVERIFY2(lines().first().contains(u"Next try in 29 s"_s) || lines().first().contains(u"Next try in 30 s"_s),
            qPrintable(lines().first()));
        s.desk.setStatus({});
        s.settle();
        QVERIFY(!strip->isVisible());
    }

    void partsOfTheStatusBarAreButtons()
    {
        WindowStage s;
        desk::EngineStatus& status = s.desk.editStatus();
        status.budgetLimit = 5000;
        status.budgetRemaining = 4312;
        status.host = u"github.com"_s;
        status.login = u"mia"_s;
        s.open();
        for (const QToolButton* part : s.window->findChildren<QToolButton*>())
            if (part->objectName().startsWith(u"status"_s) && part->isVisible())
                QVERIFY2(part->accessibleName().contains(u": "_s) && !part->toolTip().isEmpty(),
                    qPrintable(part->objectName()));
        QCOMPARE(s.find<QToolButton>("status0")->text(), u"mia @ github.com"_s);
        QTest::mouseClick(s.find<QToolButton>("status1"), Qt::LeftButton);
        s.settle();
        auto* message = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        QVERIFY(message && message->text().contains(u"4,312"_s));
        message->close();
        s.settle();
        QTest::mouseClick(s.find<QToolButton>("status3"), Qt::LeftButton);
        QCOMPARE(s.window->findChild<Navigator*>()->chosen(), RunViewKind::NeedsYou);
    }

    void noPartOfTheStatusBarCoversItsMessage()
    {
        WindowStage s;
        s.open();
        auto* budget = s.find<QToolButton>("status1");
        s.window->statusBar()->showMessage(u"The link is copied"_s);
        s.desk.editStatus().budgetRemaining = 4312;
        Q_EMIT s.desk.statusChanged();
        s.settle();
        QVERIFY(budget->text().contains(u"4,312"_s));
        QVERIFY(!budget->isVisible());
        s.window->statusBar()->clearMessage();
        s.settle();
        QVERIFY(budget->isVisible());
    }

    void statusIsTheSameAsJson()
    {
        desk::StatusReport report{.version = u"1.2"_s};
        report.status.login = u"mia"_s;
        report.status.budgetRemaining = 7;
        report.status.owner = desk::OwnerGreeting{.program = u"slipway"_s, .pid = 4};
        report.counts.needsYou = 2;
        const Json json = desk::statusJson(report);
        QCOMPARE(textAt(memberAt(json, "account"), "login"), u"mia"_s);
        QVERIFY(memberAt(memberAt(json, "account"), "host").is_null());
        QCOMPARE(integerAt(memberAt(json, "budget"), "remaining"), 7);
        QCOMPARE(integerAt(memberAt(json, "runs"), "needsYou"), 2);
        QCOMPARE(textAt(memberAt(memberAt(json, "watching"), "by"), "program"), u"slipway"_s);
        QVERIFY(memberAt(json, "trouble").is_null());
    }

    void copiesOfTheStoreAreMadeAndPutBackOnlyWhenAsked()
    {
        WindowStage s;
        FakeKeeper keeper;
        s.keeper = &keeper;
        desk::EngineStatus& status = s.desk.editStatus();
        status.readOnly = Error{.code = errc::storeDamaged};
        s.open();
        QPushButton* offer = nullptr;
        for (QPushButton* button : s.find<QFrame>("banner")->findChildren<QPushButton*>())
            if (button->isVisible() && button->text().startsWith(u"Copies"_s))
                offer = button;
        QVERIFY(offer);
        QTest::mouseClick(offer, Qt::LeftButton);
        QDialog* copies = s.dialog("storeCopies");
        QVERIFY(copies);
        auto* list = copies->findChild<QListWidget*>(u"copyList"_s);
        QTRY_COMPARE(list->count(), 1);
        QTest::mouseClick(copies->findChild<QPushButton*>(u"makeCopy"_s), Qt::LeftButton);
        QTRY_COMPARE(list->count(), 2);
        list->setCurrentRow(1);
        QTest::mouseClick(copies->findChild<QPushButton*>(u"putBack"_s), Qt::LeftButton);
        s.settle();
        auto* sure = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        QVERIFY(sure);
        QTest::keyClick(sure, Qt::Key_Return); // Enter is no yes
        s.settle();
        QVERIFY(keeper.putBacks.isEmpty());
        QTest::mouseClick(copies->findChild<QPushButton*>(u"putBack"_s), Qt::LeftButton);
        s.settle();
        sure = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        QVERIFY(sure);
        QTest::mouseClick(sure->findChild<QPushButton*>(u"putBackConfirm"_s), Qt::LeftButton);
        s.settle();
        QCOMPARE(keeper.putBacks, QStringList{u"/nowhere/a"_s});
    }

    void aCopyIsLookedAtAndLeftAgain()
    {
        WindowStage s;
        FakeKeeper keeper;
        s.keeper = &keeper;
        s.open();
        actions(s)[ActionSet::StoreCopies]->trigger();
        auto* dialog = s.dialog("storeCopies");
        QVERIFY(dialog);
        bool said = false;
        for (const auto* label : dialog->findChildren<QLabel*>())
            said = said || label->text().contains(u"does not watch the runs meanwhile"_s);
        QVERIFY(said);
        QTest::mouseClick(dialog->findChild<QPushButton*>(u"lookAt"_s), Qt::LeftButton);
        s.settle();
        QCOMPARE(keeper.looked, QStringList{u"/nowhere/a"_s});
        QVERIFY(keeper.putBacks.isEmpty());
        QVERIFY(!s.dialog("storeCopies"));

        WindowStage other;
        keeper.shown = keeper.kept.first();
        other.keeper = &keeper;
        desk::EngineStatus status = other.desk.status();
        status.readOnly = Error{.code = errc::storeReadOnly};
        other.desk.setStatus(status);
        other.open();
        QPushButton* back = nullptr;
        for (QPushButton* button : other.find<QFrame>("banner")->findChildren<QPushButton*>())
            if (button->isVisible() && button->text() == u"Back to the store"_s)
                back = button;
        QVERIFY(back);
        QVERIFY(!actions(other)[ActionSet::NewService]->isEnabled());
        QTest::mouseClick(back, Qt::LeftButton);
        QCOMPARE(keeper.wentBack, 1);
    }

    void anotherFileIsLookedAt()
    {
        WindowStage s;
        FakeKeeper keeper;
        s.keeper = &keeper;
        s.open();
        activate(s);
        s.key(Qt::Key_O, Qt::ControlModifier);
        auto* dialog = qobject_cast<QFileDialog*>(s.dialog("openCopy"));
        QVERIFY(dialog);
        QCOMPARE(dialog->fileMode(), QFileDialog::ExistingFile);
        keeper.wrongFile = Error{.code = errc::storeForeign, .args = {{"file", "/nowhere/letter.txt"}}};
        Q_EMIT dialog->fileSelected(u"/nowhere/letter.txt"_s);
        dialog->close();
        s.settle();
        QVERIFY(s.dialog()); // why not
        QVERIFY(s.dialog()->findChildren<QLabel*>().first());
        s.dialog()->close();
        QCOMPARE(keeper.looked, QStringList{u"/nowhere/letter.txt"_s});

        WindowStage other;
        keeper.shown = StoreCopy{u"/nowhere/1.db"_s, StoreCopy::Kind::Exported, Timestamp{1'763'700'000'000}, 1,
            u"/nowhere/run-of-jon.json"_s};
        other.keeper = &keeper;
        other.desk.editStatus().readOnly = Error{.code = errc::storeReadOnly};
        other.open();
        const auto* banner = other.find<QFrame>("banner");
        bool said = false;
        for (const auto* label : banner->findChildren<QLabel*>())
            said = said || label->text().startsWith(u"/nowhere/run-of-jon.json is shown"_s);
        QVERIFY(said);
    }

    void linkIsCopied()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        actions(s)[ActionSet::CopyLink]->trigger();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"slipway://run/%1"_s.arg(s.runs[u"failed"_s].text())));
        actions(s)[ActionSet::CopyCommand]->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"slipwayctl show %1"_s.arg(s.runs[u"failed"_s].text()));
    }

    void runIsExportedAsTheFilesEndingSays_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("table") << u"run.csv"_s << QByteArray("\r\n");
        QTest::newRow("report") << u"run.MD"_s << QByteArray("## ");
        QTest::newRow("no ending that is known") << u"run.2026"_s << QByteArray("slipway-run/1");
    }
    void runIsExportedAsTheFilesEndingSays()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, words);
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        actions(s)[ActionSet::Export]->trigger();
        auto* dialog = qobject_cast<QFileDialog*>(s.dialog("exportDialog"));
        QVERIFY(dialog);
        QCOMPARE(dialog->nameFilters().size(), 3);
        const QString file = s.folder.filePath(name);
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
        QTRY_VERIFY(QFile::exists(file));
        QFile read(file);
        QVERIFY(read.open(QIODevice::ReadOnly));
        const QByteArray bytes = read.readAll();
        QVERIFY2(bytes.contains(words), bytes.left(300).constData());
        QCOMPARE(bytes.startsWith('{'), name.endsWith(u"2026"_s));
        QCOMPARE(bytes.startsWith("run,subject,step"), name.endsWith(u"csv"_s));
    }

    void runIsExportedWithItsHistory()
    {
        WindowStage s;
        s.open();
        s.show(u"failed"_s);
        actions(s)[ActionSet::Export]->trigger();
        auto* dialog = qobject_cast<QFileDialog*>(s.dialog("exportDialog"));
        QVERIFY(dialog);
        const QString file = s.folder.filePath(u"run.json"_s);
        Q_EMIT dialog->fileSelected(file);
        dialog->close();
        QTRY_VERIFY(QFile::exists(file));
        QFile read(file);
        QVERIFY(read.open(QIODevice::ReadOnly));
        const auto json = parseJson(read.readAll());
        QVERIFY(json);
        QCOMPARE(textAt(*json, "format"), u"slipway-run/1"_s);
        QCOMPARE(textAt(memberAt(*json, "run"), "subject"), u"ledger-api"_s);
        QVERIFY(memberAt(*json, "events").size() > 10);
        QCOMPARE(textAt(memberAt(*json, "events")[0], "type"), u"RunStarted"_s);
    }

    void aboutSaysWhereThingsAreAndCanBeCopied()
    {
        WindowStage s;
        s.profileFile = u"/nowhere/profiles/default.json"_s;
        s.open();
        QDialog* about = s.trigger(u"About Slipway"_s);
        QCOMPARE(about->objectName(), u"about"_s);
        const auto line = [&](const char* name) { return s.in<QLineEdit>(about, QString::fromLatin1(name))->text(); };
        QCOMPARE(line("about-store"), s.desk.status().storePath);
        QVERIFY(line("about-workflows").endsWith(u"store.db.workflows"_s));
        QCOMPARE(line("about-profile"), s.profileFile);
        QCOMPARE(line("about-settings"), s.settings->fileName());
        QCOMPARE(line("about-terminal"), u"slipwayctl list"_s);
        QVERIFY(!line("about-log").isEmpty());
        QTest::mouseClick(s.in<QPushButton>(about, u"copyAbout"_s), Qt::LeftButton);
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.startsWith(u"Slipway 0\n"_s) && copied.contains(s.profileFile), qPrintable(copied));
        QTest::keyClick(about, Qt::Key_Escape);
        s.settle();
        QVERIFY(!s.dialog());
    }
};

QTEST_MAIN(ConditionsTests)
#include "conditions_tests.moc"
