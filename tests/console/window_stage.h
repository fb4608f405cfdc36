// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/manual_clock.h"
#include "console/main_window.h"
#include "fake_desk.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace slipway::test {

//! A window over the gallery of runs, with a clock that the test moves and settings of its own.
struct WindowStage {
    QTemporaryDir folder;
    std::unique_ptr<QSettings> settings =
        std::make_unique<QSettings>(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    ManualClock clock;
    FakeDesk desk{clock};
    QHash<QString, RunId> runs = desk.addGallery();
    QList<QUrl> opened;
    console::StoreKeeper* keeper = nullptr;
    std::unique_ptr<console::MainWindow> window;

    void open(std::function<std::unique_ptr<console::Bubbles>()> bubbles = {}, console::Connector* connector = nullptr)
    {
        window = std::make_unique<console::MainWindow>(desk, clock,
            console::MainWindowOptions{.connector = connector,
                .opener = [this](const QUrl& url) { opened += url; },
                .settings = settings.get(),
                .version = u"0"_s,
                .storeKeeper = keeper,
                .bubbles = std::move(bubbles)});
        window->resize(1200, 800);
        window->show();
        settle();
    }
    void settle()
    {
        for (int i = 0; i < 5; ++i) {
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
    //! The dialog in front, with the name.
    QDialog* dialog(const char* name)
    {
        settle();
        auto* modal = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        return modal && modal->objectName() == QLatin1String(name) ? modal : nullptr;
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : window.get(), key, modifiers);
        settle();
    }
};

} // namespace slipway::test
