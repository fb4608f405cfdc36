// SPDX-License-Identifier: GPL-3.0-or-later
// Notifications, with a small daemon of the desktop's kind on the bus that the test has for itself.
#include "base/error_codes.h"
#include "console/action_set.h"
#include "console/desktop_bubbles.h"
#include "console/desktop_look.h"
#include "console/inspector_pane.h"
#include "console/navigator.h"
#include "console/preferences.h"
#include "console/theme.h"
#include "console/translation.h"
#include "console/tray_icon.h"
#include "window_stage.h"

#include <QCheckBox>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSystemTrayIcon>
#include <QToolButton>

using namespace slipway;
using namespace slipway::console;
using namespace slipway::test;

namespace {

struct ShownBubble {
    uint id = 0;
    QString title, text;
    QStringList actions;
    QVariantMap hints;
};

} // namespace

//! org.freedesktop.Notifications, as much of it as Slipway uses.
class FakeDaemon : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    QStringList capabilities{u"actions"_s, u"body"_s, u"body-markup"_s};
    QList<ShownBubble> shown; //!< in the order of their first coming
    QList<uint> closedByProgram;
    int notified = 0;

public Q_SLOTS:
    QStringList GetCapabilities() { return capabilities; }
    uint Notify(const QString&, uint replaces, const QString&, const QString& title, const QString& text,
        const QStringList& actions, const QVariantMap& hints, int)
    {
        ++notified;
        const ShownBubble bubble{replaces ? replaces : ++m_last, title, text, actions, hints};
        for (ShownBubble& known : shown)
            if (known.id == bubble.id) {
                known = bubble;
                return bubble.id;
            }
        shown += bubble;
        return bubble.id;
    }
    void CloseNotification(uint id)
    {
        closedByProgram += id;
        shown.removeIf([id](const ShownBubble& bubble) { return bubble.id == id; });
        Q_EMIT NotificationClosed(id, 3);
    }

Q_SIGNALS:
    void NotificationClosed(uint id, uint reason);
    void ActionInvoked(uint id, const QString& action);

private:
    uint m_last = 0;
};

using Spaces = QMap<QString, QVariantMap>;

//! The settings portal, as much of it as Slipway asks.
class FakePortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    Spaces spaces;

public Q_SLOTS:
    QMap<QString, QVariantMap> ReadAll(const QStringList&) { return spaces; }

Q_SIGNALS:
    void SettingChanged(const QString& space, const QString& key, const QDBusVariant& value);
};

class NoticesTests : public QObject {
    Q_OBJECT

    static constexpr auto service = "org.freedesktop.Notifications";
    std::unique_ptr<FakeDaemon> m_daemon;

    static QDBusConnection daemonBus() { return QDBusConnection(u"daemon"_s); }
    void startDaemon()
    {
        m_daemon = std::make_unique<FakeDaemon>();
        QVERIFY(daemonBus().registerObject(u"/org/freedesktop/Notifications"_s, m_daemon.get(),
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(daemonBus().registerService(QString::fromLatin1(service)));
    }
    void stopDaemon()
    {
        daemonBus().unregisterService(QString::fromLatin1(service));
        daemonBus().unregisterObject(u"/org/freedesktop/Notifications"_s);
        m_daemon.reset();
    }
    static void open(WindowStage& s)
    {
        s.open([] { return std::make_unique<DesktopBubbles>(QDBusConnection::sessionBus()); });
        QTest::qWait(50); // what is offered
        s.settle();
    }
    //! Another step of the run asks for a person.
    static void ask(WindowStage& s, const QString& kind)
    {
        s.desk.story(s.runs[kind]).ask("infra-merged", 0s, needsPerson());
        s.desk.announce({s.runs[kind]});
        s.pause(100ms);
        s.settle();
    }
    static void begin(WindowStage& s, const QString& name)
    {
        const RunId id = s.desk.begin(name, 5s).run();
        s.runs[name] = id;
        s.desk.story(id).start("infra-raise", 4s);
        s.desk.announce({id});
        s.pause(100ms);
    }
    static void askNew(WindowStage& s, const QString& name)
    {
        s.desk.story(s.runs[name]).ask("infra-raise", 0s, needsPerson());
        s.desk.announce({s.runs[name]});
        s.pause(100ms);
        s.settle();
    }

private Q_SLOTS:
    void initTestCase()
    {
        installTranslation(*QCoreApplication::instance(), QLocale(QLocale::English));
        if (!QDBusConnection::sessionBus().isConnected())
            QFAIL("the test needs a session bus of its own (tests/support/with-display.sh)");
        QVERIFY(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"daemon"_s).isConnected());
    }
    void init() { startDaemon(); }
    void cleanup() { stopDaemon(); }

    void whatIsSoAtTheStartIsNoNews()
    {
        WindowStage s;
        open(s);
        s.pause(6s);
        QTest::qWait(50);
        QCOMPARE(m_daemon->notified, 0);
    }

    void runThatNeedsAPersonIsNotifiedOnceAndTakenBack()
    {
        WindowStage s;
        open(s);
        ask(s, u"waiting"_s);
        QTRY_COMPARE(m_daemon->shown.size(), 1);
        const ShownBubble bubble = m_daemon->shown.first();
        QCOMPARE(bubble.title, u"orders-api needs you"_s);
        QVERIFY(!bubble.text.isEmpty());
        QVERIFY(bubble.actions.contains(u"default"_s) && bubble.actions.contains(u"mute"_s));
        QCOMPARE(bubble.hints.value(u"desktop-entry"_s).toString(), u"org.slipway.Slipway"_s);
        s.desk.announce({s.runs[u"waiting"_s]}); // an event that changes nothing of it
        s.pause(100ms);
        QTest::qWait(30);
        QCOMPARE(m_daemon->notified, 1);
        s.desk.story(s.runs[u"waiting"_s]).succeed("infra-merged", 0s, {{"mergedSha", "0a1b2c3"}});
        s.desk.announce({s.runs[u"waiting"_s]});
        s.pause(100ms);
        QTRY_COMPARE(m_daemon->shown.size(), 0);
        QCOMPARE(m_daemon->closedByProgram, QList<uint>{bubble.id});
    }

    void runIsStuckByTheClockAlone()
    {
        WindowStage s;
        open(s);
        s.pause(12min); // orders-api waits for a review for half an hour, usually at most 40 minutes
        for (int i = 0; i < 8; ++i)
            s.pause(1s);
        QTRY_VERIFY(!m_daemon->shown.isEmpty());
        bool told = false;
        for (const ShownBubble& bubble : m_daemon->shown)
            told |= bubble.title == u"orders-api is stuck"_s || bubble.text.contains(u"orders-api"_s);
        QVERIFY(told);
    }

    void fourWithinAMinuteBecomeOne()
    {
        WindowStage s;
        const QStringList names{u"one"_s, u"two"_s, u"three"_s, u"four"_s, u"five"_s};
        open(s);
        for (const QString& name : names)
            begin(s, name);
        for (int i = 0; i < 3; ++i)
            askNew(s, names[i]);
        QTRY_COMPARE(m_daemon->shown.size(), 3);
        askNew(s, names[3]);
        askNew(s, names[4]);
        QTRY_COMPARE(m_daemon->shown.size(), 1);
        QTRY_VERIFY2(m_daemon->shown.first().title.startsWith(u"5 runs"_s), qPrintable(m_daemon->shown.first().title));
        // One of them is settled elsewhere.
        s.desk.story(s.runs[u"two"_s]).event(EventType::RunCancelled, 0s, "", {{"reason", "enough"}}, "jon");
        s.desk.announce({s.runs[u"two"_s]});
        s.pause(100ms);
        QTRY_VERIFY(m_daemon->shown.size() == 1 && m_daemon->shown.first().title.startsWith(u"4 runs"_s));
        QVERIFY(!m_daemon->shown.first().text.contains(u"two"_s));
    }

    void clickOpensTheRunAndActOpensTheDialogOnly()
    {
        WindowStage s;
        open(s);
        ask(s, u"waiting"_s);
        QTRY_COMPARE(m_daemon->shown.size(), 1);
        Q_EMIT m_daemon->ActionInvoked(m_daemon->shown.first().id, u"default"_s);
        QTRY_VERIFY(s.window->windowTitle().contains(u"orders-api"_s));
        QVERIFY(!QApplication::activeModalWidget());
        s.show(u"failed"_s);
        ask(s, u"stuck"_s);
        QTRY_COMPARE(m_daemon->shown.size(), 1);
        Q_EMIT m_daemon->ActionInvoked(m_daemon->shown.first().id, u"act"_s);
        QTRY_VERIFY((s.settle(), QApplication::activeModalWidget()));
        QVERIFY(s.window->windowTitle().contains(u"audit-sink"_s));
        QVERIFY(s.desk.submitted.isEmpty()); // a notification never acts
        QApplication::activeModalWidget()->close();
    }

    void aRunThatIsSetAsideIsToldAndLeadsToWhy()
    {
        WindowStage s;
        open(s);
        s.show(u"failed"_s);
        s.window->findChild<InspectorPane*>()->setCurrentIndex(2);
        const RunId run = s.runs[u"waiting"_s];
        s.desk.unreadable.insert(run, Error{.code = errc::runSetAside});
        s.desk.announce({run});
        s.pause(100ms);
        s.settle();
        QTRY_COMPARE(m_daemon->shown.size(), 1);
        QCOMPARE(m_daemon->shown.first().title, u"orders-api needs you"_s);
        QVERIFY2(m_daemon->shown.first().text.contains(u"cannot be read"_s), qPrintable(m_daemon->shown.first().text));
        Q_EMIT m_daemon->ActionInvoked(m_daemon->shown.first().id, u"act"_s);
        QTRY_COMPARE((s.settle(), s.window->findChild<InspectorPane*>()->currentIndex()), 0);
        QVERIFY(!QApplication::activeModalWidget());
        QVERIFY(s.window->findChild<ActionSet*>()->operator[](ActionSet::Pause)->text().contains(u"Resu"_s));
    }

    //! Its steps are over: no dialog is about them.
    void whatToDoAboutAnUndoneRunIsInWhy()
    {
        WindowStage s;
        open(s);
        const RunId run = s.runs[u"failed"_s];
        s.desk.story(run)
            .event(EventType::UndoRequested, 0min, "", {{"steps", {"infra-raise"}}, {"reason", "wrong name"}}, "mia")
            .event(EventType::StepStarted, 0min, "infra-raise", {{"by", "engine"}})
            .event(EventType::StepUndone, 0min, "infra-raise",
                {{"note", "revertProposed"},
                    {"outputs",
                        {{"revertNumber", 230}, {"revertNodeId", "PR_230"},
                            {"revertUrl", "https://github.com/DEFRA/tf-svc-infra/pull/230"}}}})
            .event(EventType::RunUndone, 0min, "", Json::object());
        s.desk.announce({run});
        s.pause(100ms);
        s.settle();
        QTRY_COMPARE(m_daemon->shown.size(), 1);
        auto* inspector = s.window->findChild<InspectorPane*>();
        inspector->setCurrentIndex(2);
        Q_EMIT m_daemon->ActionInvoked(m_daemon->shown.first().id, u"act"_s);
        QTRY_COMPARE((s.settle(), inspector->currentIndex()), 0);
        QVERIFY(!QApplication::activeModalWidget());
        QTRY_VERIFY((s.settle(), !inspector->findChildren<QToolButton*>(u"openMade"_s).isEmpty()));
        QString told;
        for (const QLabel* label : inspector->currentWidget()->findChildren<QLabel*>())
            if (label->isVisible())
                told += label->text() + u'\n';
        QVERIFY2(told.contains(u"still open. What this run had merged stays"_s), qPrintable(told));
    }

    void muteHoldsForTheRun()
    {
        WindowStage s;
        open(s);
        ask(s, u"waiting"_s);
        QTRY_COMPARE(m_daemon->shown.size(), 1);
        Q_EMIT m_daemon->ActionInvoked(m_daemon->shown.first().id, u"mute"_s);
        QTRY_COMPARE(m_daemon->shown.size(), 0);
        QCOMPARE(s.settings->value(u"notifications/muted"_s).toStringList(), QStringList{s.runs[u"waiting"_s].text()});
        s.desk.story(s.runs[u"waiting"_s])
            .event(EventType::RetryRequested, 0s, "infra-merged",
                {{"steps", {"infra-merged"}}, {"scope", "step"}, {"reason", "again"}}, "mia")
            .start("infra-merged", 0s);
        s.desk.announce({s.runs[u"waiting"_s]});
        s.pause(100ms);
        ask(s, u"waiting"_s);
        QTest::qWait(50);
        QCOMPARE(m_daemon->notified, 1);
    }

    void noneForTheRunThatIsLookedAt()
    {
        WindowStage s;
        open(s);
        s.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(s.window.get()));
        s.show(u"waiting"_s);
        ask(s, u"waiting"_s);
        QTest::qWait(50);
        QCOMPARE(m_daemon->notified, 0);
        // It is in the list all the same.
        s.window->findChild<ActionSet*>()->operator[](ActionSet::Notices)->trigger();
        s.settle();
        auto* list = s.find<QListWidget>("noticeList");
        QVERIFY(list && list->isVisible());
        QCOMPARE(list->count(), 1);
        QVERIFY(list->item(0)->text().contains(u"orders-api needs you"_s));
        s.show(u"failed"_s);
        QTest::mouseClick(s.find<QPushButton>("openNotice"), Qt::LeftButton);
        s.settle();
        QVERIFY(s.window->windowTitle().contains(u"orders-api"_s));
    }

    void markupIsEscapedWhereItWouldBeRead()
    {
        DesktopBubbles bubbles(QDBusConnection::sessionBus());
        bubbles.show(u"a"_s, {.title = u"a & b"_s, .text = u"<b>bold</b> & more"_s});
        QTRY_COMPARE(m_daemon->shown.size(), 1);
        QCOMPARE(m_daemon->shown.first().text, u"&lt;b&gt;bold&lt;/b&gt; &amp; more"_s);
        // Replaced in place, and a bubble that is taken back before its id is known does not stay.
        bubbles.show(u"a"_s, {.title = u"second"_s});
        QTRY_COMPARE(m_daemon->shown.first().title, u"second"_s);
        QCOMPARE(m_daemon->shown.size(), 1);
        bubbles.show(u"b"_s, {.title = u"short"_s});
        bubbles.withdraw(u"b"_s);
        QTRY_COMPARE(m_daemon->notified, 3);
        QTRY_COMPARE(m_daemon->shown.size(), 1);
    }

    void daemonMayComeLater()
    {
        stopDaemon();
        DesktopBubbles bubbles(QDBusConnection::sessionBus());
        QTest::qWait(50);
        bubbles.show(u"a"_s, {.title = u"lost"_s}); // nobody is there: nothing happens
        startDaemon();
        QTRY_VERIFY(bubbles.isOffered());
        bubbles.show(u"b"_s, {.title = u"seen"_s});
        QTRY_COMPARE(m_daemon->shown.size(), 1);
        QCOMPARE(m_daemon->shown.first().title, u"seen"_s);
    }

    void whatIsSwitchedOffIsNotTold()
    {
        WindowStage s;
        s.settings->setValue(u"notifications/needsYou"_s, false);
        open(s);
        ask(s, u"waiting"_s);
        QTest::qWait(50);
        QCOMPARE(m_daemon->notified, 0);
    }

    void theWindowLooksAsTheDesktopDoes()
    {
        qDBusRegisterMetaType<Spaces>();
        const auto appearance = u"org.freedesktop.appearance"_s;
        FakePortal portal;
        portal.spaces.insert(appearance, {{u"color-scheme"_s, 1u}});
        portal.spaces.insert(u"org.gnome.desktop.interface"_s, {{u"enable-animations"_s, false}});
        QVERIFY(daemonBus().registerObject(u"/org/freedesktop/portal/desktop"_s, &portal,
            QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals));
        QVERIFY(daemonBus().registerService(u"org.freedesktop.portal.Desktop"_s));
        WindowStage s;
        s.look = [] { return std::make_unique<DesktopLook>(QDBusConnection::sessionBus()); };
        s.open();
        const auto base = [] { return QApplication::palette().color(QPalette::Base); };
        QTRY_COMPARE(base(), Theme::dark().color(QPalette::Base));
        QVERIFY(Theme::wantsStillness());
        // A second window beside it, which the desktop does not tell how it looks, takes no dark palette from the first.
        WindowStage other;
        other.open();
        QCOMPARE(base(), Theme::light().color(QPalette::Base));
        other.window.reset();
        const auto tell = [&](uint scheme) {
            Q_EMIT portal.SettingChanged(appearance, u"color-scheme"_s, QDBusVariant(scheme));
        };
        tell(1);
        QTRY_COMPARE(base(), Theme::dark().color(QPalette::Base));
        tell(0); // no preference any more: as it was at the start
        QTRY_COMPARE(base(), Theme::light().color(QPalette::Base));
        daemonBus().unregisterService(u"org.freedesktop.portal.Desktop"_s);
        daemonBus().unregisterObject(u"/org/freedesktop/portal/desktop"_s);
    }

    void contrastGoesBackToWhatItWasAtTheStart()
    {
        Theme theme;
        const QColor start = QApplication::palette().color(QPalette::Window);
        theme.setSystem(true, true, {});
        QCOMPARE(QApplication::palette().color(QPalette::Window), QColor(Qt::black));
        theme.setSystem({}, {}, {});
        QCOMPARE(QApplication::palette().color(QPalette::Window), start);
    }

    void aClosedWindowStaysOnlyToWatch()
    {
        desk::EngineStatus watching, looking;
        watching.drives = true;
        looking.drives = false; // a copy of the store, or another program watches
        QVERIFY(staysWhenClosed(true, true, watching));
        QVERIFY(!staysWhenClosed(true, true, looking));
        QVERIFY(!staysWhenClosed(true, false, watching)); // no way back
        QVERIFY(!staysWhenClosed(false, true, watching));
    }

    void windowClosesForGoodWithoutATray()
    {
        // No tray here: wishing for one must not make the window disappear.
        if (QSystemTrayIcon::isSystemTrayAvailable())
            QSKIP("this desktop has a tray");
        WindowStage s;
        s.settings->setValue(u"tray"_s, true);
        s.settings->setValue(u"watchWhenClosed"_s, true);
        s.settings->setValue(u"said/stopsWhenClosed"_s, true);
        open(s);
        QVERIFY(s.window->close());
        QVERIFY(!s.window->isVisible());
    }

    void theListIsThereAgainAfterARestart()
    {
        WindowStage s;
        open(s);
        ask(s, u"waiting"_s);
        ask(s, u"stuck"_s);
        const auto lines = [&s] {
            auto* dialog = s.find<QDialog>("notices");
            if (!dialog) {
                s.window->findChild<ActionSet*>()->operator[](ActionSet::Notices)->trigger();
                s.settle();
                dialog = s.find<QDialog>("notices");
            }
            QStringList texts;
            auto* list = s.in<QListWidget>(dialog, u"noticeList"_s);
            for (int row = 0; row < list->count(); ++row)
                texts += list->item(row)->text();
            return texts;
        };
        const QStringList before = lines();
        QCOMPARE(before.size(), 2);
        s.window.reset();
        open(s);
        QCOMPARE(lines(), before); // with the times, and none told twice
        s.window.reset();
        s.desk.story(s.runs[u"waiting"_s]).succeed("infra-merged", 0s, {{"mergedSha", "0a1b2c3"}});
        open(s);
        QVERIFY2(lines().join(u'|').contains(u"No longer so."_s), qPrintable(lines().join(u'|')));
        QCOMPARE(lines().filter(u"No longer so."_s).size(), 1);
        s.window.reset();
        s.desk.editStatus().storePath = u"/elsewhere/store.db"_s; // what was told there is none of this store's
        open(s);
        QCOMPARE(lines(), QStringList());
    }

    void aClosedWindowSaysOnceWhatStops()
    {
        {
            WindowStage s;
            open(s);
            const auto press = [&s](const char* text) {
                auto* box = qobject_cast<QMessageBox*>(s.dialog("whatStops"));
                if (!box)
                    qFatal("nothing is said");
                for (QAbstractButton* button : box->buttons())
                    if (button->text().remove(u'&') == QLatin1String(text)) {
                        button->click();
                        s.settle();
                        return;
                    }
                qFatal("no such button");
            };
            QVERIFY(!s.window->close());
            QVERIFY(s.window->isVisible());
            auto* box = qobject_cast<QMessageBox*>(s.dialog("whatStops"));
            QVERIFY(box);
            QVERIFY2(box->text().contains(u"Nothing of them moves on"_s), qPrintable(box->text()));
            QVERIFY2(box->informativeText().contains(u"slipwayctl agent"_s), qPrintable(box->informativeText()));
            press("Stay open");
            QVERIFY(s.window->isVisible());
            QVERIFY(!s.window->close()); // it was not agreed to
            // Who just closes has not asked for silence.
            QVERIFY(!s.in<QCheckBox>(s.dialog("whatStops"), u"doNotSayAgain"_s)->isChecked());
            press("Close Slipway");
            QVERIFY(!s.window->isVisible());
            QVERIFY(!s.settings->contains(u"said/stopsWhenClosed"_s));
            open(s);
            QVERIFY(!s.window->close());
            s.in<QCheckBox>(s.dialog("whatStops"), u"doNotSayAgain"_s)->setChecked(true);
            press("Close Slipway");
            QVERIFY(!s.window->isVisible());
            open(s);
            QVERIFY(s.window->close()); // said
        }
        WindowStage looking, quiet, ended;
        looking.desk.editStatus().drives = false; // somebody else drives: nothing stops
        open(looking);
        QVERIFY(looking.window->close());
        open(ended);
        ended.window->quit(); // the program is told to end: there is nobody to answer
        QVERIFY(!ended.window->isVisible());
        for (const auto& run : std::as_const(quiet.runs)) // nothing is half-way
            quiet.desk.story(run).event(EventType::RunPaused, Millis(0), "", {{"reason", "freeze"}}, "mia");
        open(quiet);
        QVERIFY(quiet.window->close());
    }
};

QTEST_MAIN(NoticesTests)
#include "notices_tests.moc"
