// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "console/timeline_geometry.h"

#include <QHash>
#include <QObject>
#include <QThreadPool>

class QMainWindow;
class QSettings;
class QSplitter;
class QHeaderView;
class QTabWidget;

namespace slipway::console {

//! Keeps the layout: written a moment after each change rather than at the end, so that a crash loses nothing.
class WindowState : public QObject {
    Q_OBJECT
public:
    WindowState(QSettings& settings, Clock& clock, QObject* parent = nullptr);

    //! Restores what was kept and keeps it from now on.
    void keep(QMainWindow* window);
    void keep(QSplitter* splitter, const QString& name);
    //! The same splitter, which has other panes now: what is moved from now on is kept under that name. What was kept under
    //! it is restored; false where nothing was.
    bool keepAs(QSplitter& splitter, const QString& name);
    //! The inspector stands at the side of the other panes, not below them.
    bool inspectorBeside() const;
    void noteInspectorBeside(bool beside);
    void keep(QHeaderView* header, const QString& name);
    void keep(QTabWidget* tabs, const QString& name);

    RunId selectedRun() const;
    void noteSelectedRun(const RunId& run);
    StepId selectedStep() const;
    void noteSelectedStep(const StepId& step);
    //! Which part of a run's timeline is in sight. No span: the whole of it.
    struct Sight {
        RunId run;
        std::optional<TimeSpan> span;
        int scroll = 0; //!< of the steps, in the view's own measure
        bool operator==(const Sight&) const = default;
    };
    Sight sight() const;
    void noteSight(const Sight& sight);
    //! The form for a new service of that store stands open: its workflow, which may be empty for the first.
    //! Once: where the form itself brings the program down, the next window comes up without it.
    std::optional<QString> takeOpenForm(const QString& store);
    void noteOpenForm(const QString& store, const std::optional<QString>& workflow);
    QString searchText() const;
    bool searchEverything() const;
    void noteSearch(const QString& text, bool everything);
    QString chosenSavedView() const;
    void noteChosenSavedView(const QString& name);
    //! Names of the panes that are hidden.
    QStringList hiddenPanes() const;
    void noteHiddenPanes(const QStringList& panes);
    //! Writes what is still to be written, and returns when it is on the disk: the session ends.
    void flush();
    //! What closes now closes because the session ends: there is nobody to ask.
    bool sessionEnds() const { return m_sessionEnds.isPending(); }
    int chosenView(int fallback) const;
    void noteChosenView(int view);
    int theme() const;
    void noteTheme(int theme);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void later(const QString& key, std::function<QVariant()> value);
    void write();

    QSettings& m_settings;
    Clock& m_clock;
    QMainWindow* m_window = nullptr;
    QHash<QString, std::function<QVariant()>> m_dirty;
    Timer m_timer;
    QThreadPool m_writer; //!< one thing after the other; a window does not wait for its disk
    std::optional<Sight> m_sight; //!< as it was noted last
    //! While it is pending, what closes closes because the session ends. Another program may have kept the session from
    //! ending, which nobody is told.
    Timer m_sessionEnds;
};

} // namespace slipway::console
