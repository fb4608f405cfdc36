// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/manual_clock.h"
#include "console/desktop_look.h"
#include "console/main_window.h"
#include "fake_desk.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace slipway::test {

//! A window over the gallery of runs, with a clock that the test moves and settings of its own: the one stage of the tests
//! that need the whole window, its menus and its dialogs.
struct WindowStage {
    QTemporaryDir folder;
    std::unique_ptr<QSettings> settings =
        std::make_unique<QSettings>(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    ManualClock clock;
    FakeDesk desk{clock};
    QHash<QString, RunId> runs = desk.addGallery();
    QList<QUrl> opened;
    console::StoreKeeper* keeper = nullptr;
    console::CredentialShelf* credentials = nullptr;
    console::Troublemaker* troublemaker = nullptr;
    QString profileFile;
    std::function<std::unique_ptr<console::DesktopLook>()> look;
    std::function<void(const QString&, console::Urgency)> say;
    std::unique_ptr<console::MainWindow> window;
    std::function<void()> beforeTheListIsThere;

    void open(std::function<std::unique_ptr<console::Bubbles>()> bubbles = {}, console::Connector* connector = nullptr)
    {
        window = std::make_unique<console::MainWindow>(desk, clock,
            console::MainWindowOptions{.connector = connector,
                .troublemaker = troublemaker,
                .opener = [this](const QUrl& url) { opened += url; },
                .settings = settings.get(),
                .version = u"0"_s,
                .profileFile = profileFile,
                .storeKeeper = keeper,
                .credentials = credentials,
                .bubbles = std::move(bubbles),
                .look = look,
                .say = say});
        window->resize(1200, 800);
        window->show();
        if (beforeTheListIsThere)
            beforeTheListIsThere();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qWarning("the window is not shown");
        settle();
    }
    void settle()
    {
        for (int i = 0; i < 6; ++i) {
            clock.advance(Millis(10));
            QCoreApplication::processEvents();
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        }
    }
    void pause(Millis time)
    {
        clock.advance(time);
        settle();
    }
    void show(const QString& kind)
    {
        window->selectRun(runs[kind]);
        settle();
    }
    QAction* action(const QString& text)
    {
        for (QAction* action : window->findChildren<QAction*>())
            if (action->text().remove(u'&') == text)
                return action;
        return nullptr;
    }
    template <class T>
    T* find(const char* name)
    {
        return window->findChild<T*>(QString::fromLatin1(name));
    }
    //! What is inside the widget, which must be there.
    template <class T>
    T* in(QWidget* where, const QString& name)
    {
        auto* found = where->findChild<T*>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
    //! The dialog in front, if it has the name; any without one.
    QDialog* dialog(const char* name = nullptr)
    {
        settle();
        auto* modal = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        return modal && (!name || modal->objectName() == QLatin1String(name)) ? modal : nullptr;
    }
    //! The dialog that an action of the menus opens.
    QDialog* trigger(const QString& text)
    {
        QAction* found = action(text);
        if (!found)
            qFatal("no action %s", qPrintable(text));
        found->trigger();
        return dialog();
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        // Nobody manages windows here: when a dialog has gone, the window below it does not always become active by itself.
        if (!QApplication::activeWindow())
            QApplication::setActiveWindow(window.get());
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : window.get(), key, modifiers);
        settle();
    }
};

} // namespace slipway::test
