// SPDX-License-Identifier: GPL-3.0-or-later
// A window that makes room for another one does not end the program. Only Qt's own loop ends with the last window, so the
// loop is Qt's own here.
#include "app/window_program.h"
#include "base/text.h"
#include "console/main_window.h"
#include "console/translation.h"

#include <QApplication>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace slipway;
using namespace slipway::console;

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

        // The last one that a person closes does end it.
        QTimer::singleShot(0, window(), &QWidget::close);
        QTimer::singleShot(20'000, &look, [] { QApplication::exit(1); });
        QCOMPARE(QApplication::exec(), 0);
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
