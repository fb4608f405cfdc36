// SPDX-License-Identifier: GPL-3.0-or-later
// A window that makes room for another one does not end the program. Only Qt's own loop ends with the last window, so the
// loop is Qt's own here.
#include "app/stored_secret.h"
#include "app/window_program.h"
#include "base/text.h"
#include "console/main_window.h"
#include "console/translation.h"

#include <QApplication>
#include <QFile>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace slipway;
using namespace slipway::console;

namespace {

//! Counts windows that go and come, and does something in the middle of the first one's going.
class Arrivals : public QObject {
public:
    explicit Arrivals(std::function<void()> between)
        : m_between(std::move(between))
    {
        qApp->installEventFilter(this);
    }
    int left = 0, came = 0;

protected:
    bool eventFilter(QObject* object, QEvent* event) override
    {
        if (!qobject_cast<MainWindow*>(object))
            return false;
        if (event->type() == QEvent::EnabledChange && left++ == 0)
            m_between();
        if (event->type() == QEvent::Show)
            ++came;
        return false;
    }

private:
    std::function<void()> m_between;
};

} // namespace

class ChangingWindowTest : public QObject {
    Q_OBJECT

    static MainWindow* window()
    {
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (auto* found = qobject_cast<MainWindow*>(widget); found && found->isVisible())
                return found;
        return nullptr;
    }

private Q_SLOTS:
    void theSandboxComesInPlaceOfTheFirstPage()
    {
        app::WindowProgram program(u"0.1.0"_s, 100);
        QVERIFY(!program.open({}, false));
        QTRY_VERIFY(window());
        QCOMPARE(program.currentConnection(), Connector::Kind::None);

        bool arrived = false;
        auto* first = window();
        QTimer look;
        // Whether the program ends in that moment would be luck: a window that is shown soon enough takes it back.
        int withoutWindow = 0, couldEnd = 0;
        connect(qApp, &QGuiApplication::lastWindowClosed, &look, [&] {
            ++withoutWindow;
            couldEnd += QGuiApplication::quitOnLastWindowClosed() ? 1 : 0;
        });
        connect(&look, &QTimer::timeout, &look, [&] {
            if (!window() || window() == first || program.currentConnection() != Connector::Kind::Sandbox)
                return;
            arrived = true;
            QApplication::exit(0); // quit() would close the windows as well
        });
        look.start(50);
        QTimer::singleShot(60'000, &look, [] { QApplication::exit(1); });
        QTimer::singleShot(0, &program, [&program] { std::ignore = program.trySandbox(); });
        const int status = QApplication::exec();
        QVERIFY2(arrived, "the program ended while the windows changed");
        QCOMPARE(status, 0);
        QCOMPARE(withoutWindow, 1);
        QCOMPARE(couldEnd, 0);

        // The last one that a person closes does end it.
        QTimer::singleShot(0, window(), &QWidget::close);
        QTimer::singleShot(20'000, &look, [] { QApplication::exit(1); });
        QCOMPARE(QApplication::exec(), 0);
    }

    //! A window that was killed in the sandbox, or closed there: the next one finds the sandbox's runs. And a second start
    //! meanwhile means that window.
    void whoWasInTheSandboxComesBackToIt()
    {
        QSettings().setValue(u"lastInSandbox"_s, true);
        {
            app::WindowProgram program(u"0.1.0"_s, 100);
            QVERIFY(!program.open({}, false));
            QTRY_VERIFY(window());
            QCOMPARE(program.currentConnection(), Connector::Kind::Sandbox);
            QVERIFY(QSettings().value(u"lastInSandbox"_s).toBool());
        }
        // Who names a store means it.
        QTemporaryDir folder;
        app::WindowProgram named(u"0.1.0"_s, 100);
        QVERIFY(!named.open({.store = folder.filePath(u"store.db"_s)}, false));
        QTRY_VERIFY(window());
        QCOMPARE(named.currentConnection(), Connector::Kind::None);
        QVERIFY(!QSettings().value(u"lastInSandbox"_s).toBool());
    }

    //! What a further start names is neither lost nor done without asking; whoever names nothing only wants the window.
    void aFurtherStartWithAnotherConnectionOffersIt()
    {
        for (const auto& name : {u"work"_s, u"other"_s}) {
            const auto kept =
                app::keepSecret({.name = name, .host = u"http://127.0.0.1:9"_s}, Secret(name.toUtf8()), true);
            QTRY_VERIFY(kept.isFinished());
            QVERIFY(app::writeProfile(*kept.result()).ok());
        }
        app::WindowProgram program(u"0.1.0"_s, 100);
        QVERIFY(!program.open({.profile = u"work"_s}, false));
        QTRY_VERIFY(window());
        const auto box = [] { return window() ? window()->findChild<QMessageBox*>(u"otherStart"_s) : nullptr; };
        const auto start = [](const terminal::GlobalOptions& options) {
            return app::WindowProgram(u"0.1.0"_s, 100).raiseOther(options, false);
        };
        for (const auto& same : QList<terminal::GlobalOptions>{{}, {.profile = u"work"_s}}) {
            QVERIFY(start(same));
            QTest::qWait(300);
            QVERIFY(!box());
        }
        QVERIFY(start({.profile = u"other"_s}));
        QTRY_VERIFY(box());
        QVERIFY2(
            box()->text().contains(u"“other”"_s) && box()->text().contains(u"“work”"_s), qPrintable(box()->text()));
        QTest::keyClick(box(), Qt::Key_Return); // meant for what was in front: it stays as it is
        QTRY_VERIFY(!box());
        QVERIFY(start({.profile = u"work"_s}));
        QTest::qWait(300);
        QVERIFY(!box());

        auto* first = window();
        QVERIFY(start({.profile = u"other"_s}));
        QTRY_VERIFY(box());
        for (QAbstractButton* button : box()->buttons())
            if (box()->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
        QTRY_VERIFY(window() && window() != first);
        QVERIFY(start({.profile = u"other"_s}));
        QTest::qWait(300);
        QVERIFY(!box());
        QVERIFY(start({.profile = u"work"_s}));
        QTRY_VERIFY(box());
        QVERIFY(start({.profile = u"none-such"_s})); // why it cannot be is said, too
        const auto isTold = [] {
            const auto dialogs = window()->findChildren<QDialog*>();
            return std::any_of(dialogs.begin(), dialogs.end(),
                [](const QDialog* dialog) { return dialog->windowTitle() == u"What went wrong"; });
        };
        QTRY_VERIFY(isTold());
    }

    void aForgottenConnectionLeavesTheFirstPage()
    {
        const auto kept =
            app::keepSecret({.name = u"work"_s, .host = u"http://127.0.0.1:9"_s}, Secret("a-token"), true);
        QTRY_VERIFY(kept.isFinished());
        QVERIFY(kept.result().ok());
        const auto profile = *kept.result();
        QVERIFY(app::writeProfile(profile).ok());
        QVERIFY(QFile::exists(profile.tokenFile));

        app::WindowProgram program(u"0.1.0"_s, 100);
        QVERIFY(!program.open({.profile = u"work"_s}, false));
        QTRY_VERIFY(window());
        QCOMPARE(program.currentConnection(), Connector::Kind::GitHub);
        QVERIFY(program.canForget());
        auto* first = window();
        QTimer look;
        connect(&look, &QTimer::timeout, &look, [&] {
            if (window() && window() != first && program.currentConnection() == Connector::Kind::None)
                QApplication::exit(0);
        });
        look.start(50);
        QTimer::singleShot(30'000, &look, [] { QApplication::exit(1); });
        QTimer::singleShot(0, &program, [&program] { std::ignore = program.forget(); });
        QCOMPARE(QApplication::exec(), 0);
        QVERIFY(!QFile::exists(profile.tokenFile));
        QVERIFY(!QFile::exists(app::profilePath(u"work"_s)));
        QVERIFY(!program.canForget());
    }

    //! While the first of two waits for its desk to end, the second would take the window away again, with what it had
    //! known of the connection: the forgotten one would be back.
    void ofTwoChangesAtOnceTheFirstComes()
    {
        const auto kept =
            app::keepSecret({.name = u"work"_s, .host = u"http://127.0.0.1:9"_s}, Secret("a-token"), true);
        QTRY_VERIFY(kept.isFinished());
        QVERIFY(app::writeProfile(*kept.result()).ok());
        app::WindowProgram program(u"0.1.0"_s, 100);
        QVERIFY(!program.open({.profile = u"work"_s}, false));
        QTRY_VERIFY(window());
        QCOMPARE(program.currentConnection(), Connector::Kind::GitHub);

        Arrivals arrivals([&program] { program.backToStore(); });
        std::ignore = program.forget();
        QTRY_COMPARE(arrivals.left, 1);
        QTRY_COMPARE(arrivals.came, 1);
        QTest::qWait(500); // another one would be on its way
        QCOMPARE(arrivals.came, 1);
        QCOMPARE(program.currentConnection(), Connector::Kind::None);
    }
};

int main(int argc, char** argv)
{
    const QTemporaryDir home;
    qputenv("HOME", home.path().toLocal8Bit());
    for (const auto& [variable, folder] : {std::pair("XDG_CONFIG_HOME", "config"), {"XDG_DATA_HOME", "data"},
             {"XDG_STATE_HOME", "state"}, {"XDG_CACHE_HOME", "cache"}})
        qputenv(variable, home.filePath(QString::fromLatin1(folder)).toLocal8Bit());
    QApplication application(argc, argv);
    QApplication::setOrganizationName(u"slipway"_s);
    QApplication::setApplicationName(u"slipway"_s);
    installTranslation(application, QLocale(QLocale::English));
    ChangingWindowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "changing_window_test.moc"
