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

//! A shown window over the gallery of runs, for tests of the dialogs that it opens.
struct DialogStage {
    QTemporaryDir folder;
    std::unique_ptr<QSettings> settings =
        std::make_unique<QSettings>(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
    ManualClock clock;
    FakeDesk desk{clock};
    QHash<QString, RunId> runs = desk.addGallery();
    QList<QUrl> opened;
    std::unique_ptr<console::MainWindow> window;

    DialogStage()
    {
        window = std::make_unique<console::MainWindow>(desk, clock,
            console::MainWindowOptions{
                .opener = [this](const QUrl& url) { opened += url; }, .settings = settings.get(), .version = u"0"_s});
        window->resize(1200, 800);
        window->show();
        QTest::qWaitForWindowExposed(window.get()) ? void() : qWarning("the window is not shown");
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
    QDialog* trigger(const QString& text)
    {
        for (QAction* action : window->findChildren<QAction*>())
            if (action->text().remove(u'&') == text) {
                action->trigger();
                settle();
                return dialog();
            }
        qFatal("no action %s", qPrintable(text));
    }
    QDialog* dialog() { return qobject_cast<QDialog*>(QApplication::activeModalWidget()); }

    template <class T>
    T* in(QWidget* where, const QString& name)
    {
        auto* found = where->findChild<T*>(name);
        if (!found)
            qFatal("there is no %s", qPrintable(name));
        return found;
    }
};

} // namespace slipway::test
