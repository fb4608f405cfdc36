// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/selection.h"

#include <QAction>
#include <QHash>
#include <QSet>

namespace slipway::console {

//! Everything that can be done, once: toolbar, menus and context menus show these same actions in the same order.
//! An action that does not apply is disabled and its tooltip says why, in the words of the refusal.
class ActionSet : public QObject {
    Q_OBJECT
public:
    enum Id {
        NewService,
        NewServices, //!< from a list
        Retry,
        RetryFromHere,
        RetryAtOnce,
        Look,
        Advance,
        Skip,
        Pause, //!< or resume
        Cancel,
        Undo,
        StartAgain,
        Compare,
        OpenLink,
        FirstPage, //!< of what a run that ended well has to show; further ones follow
        SecondPage,
        ThirdPage,
        AddNoteHere,
        CopyId,
        CopyCommand, //!< for the terminal
        Search,
        ReadNow,
        ZoomIn,
        ZoomOut,
        ZoomFit,
        ZoomBack,
        ZoomForward,
        Connection,
        NextNeedingYou,
        PreviousNeedingYou,
        Quit,
        About,
        CopyLink, //!< slipway://run/…
        Export,
        SearchEverything,
        Palette,
        SaveView,
        RenameView,
        DeleteView,
        ViewNeedsYou, //!< the views and the inspector's tabs in the order of their panes
        ViewRunning,
        ViewWaiting,
        ViewStuck,
        ViewFailed,
        ViewDone,
        ViewStopped,
        ViewAll,
        Tab1,
        Tab2,
        Tab3,
        Tab4,
        Tab5,
        Tab6,
        Tab7,
        ShowNavigator,
        ShowList,
        ShowTimeline,
        ShowInspector,
        NextPane,
        PreviousPane,
        Notices,
        MuteRun,
        Settings,
        SetUp,
        Shortcuts,
        StoreCopies,
        Statistics,
        Earlier, //!< through the past of the run
        Later,
        BackToNow,
        TimelineTable,
        TimelinePicture,
        PreviousAttempt, //!< while the timeline has the keyboard
        NextAttempt,
        GiveSecret, //!< that the step waits for
        Workflows,
        ImportRecords,
        Answer, //!< what became of a request
        OpenCopy,
        SetCredential, //!< that the step needs and is not at hand
        InspectorBeside, //!< not below
        Count
    };
    Q_ENUM(Id)

    explicit ActionSet(QObject* parent = nullptr);

    QAction* operator[](Id id) const { return m_actions[id]; }
    //! Those of a run and its step, in the order of every menu; a null pointer is a separator.
    QList<QAction*> runActions() const;
    //! The rest, in the order of the menus.
    QList<QAction*> fileActions() const;
    QList<QAction*> editActions() const;
    QList<QAction*> viewActions() const;
    QList<QAction*> paneActions() const;
    QList<QAction*> timelineActions() const;
    QList<QAction*> tabActions() const;
    QList<QAction*> toolActions() const;
    QList<QAction*> helpActions() const;

    //! For settings and palette: never translated, never reused for another action.
    static QString nameOf(Id id);
    //! Without mnemonic and ellipsis.
    QString titleOf(Id id) const;
    QString tipOf(Id id) const { return m_actions[id]->statusTip(); }
    //! Why it is disabled; empty: it is not.
    QString whyNotOf(Id id) const { return m_actions[id]->isEnabled() ? QString() : m_actions[id]->toolTip(); }
    QList<QKeySequence> defaultKeys(Id id) const { return m_defaults.value(id); }
    //! Other keys than the default ones; an empty list: none.
    void setKeys(Id id, const QList<QKeySequence>& keys);
    //! The action that has these keys already, `but` aside.
    std::optional<Id> holderOf(const QKeySequence& keys, Id but) const;

    //! `selectedRuns` of the list: where they are several, what can be done to several is about them all.
    void update(const Selection& selection, const desk::EngineStatus& status, const QSet<StepId>& requested,
        int selectedRuns = 1);
    //! The palette changed: icons are drawn anew.
    void refreshIcons();
    //! Disables the action, or enables it, with the tooltip that belongs to that.
    void enable(Id id, const std::optional<QString>& whyNot);
    void setText(Id id, const QString& text);

private:
    QAction* make(Id id, const QString& text, const QString& tip, const QString& icon, const QKeySequence& keys = {});
    void refreshTip(Id id);
    void updatePages(const QList<desk::Link>& pages);
    void updateMany(int runs, bool resumes, const std::optional<QString>& unable);
    QList<QAction*> list(std::initializer_list<int> ids) const;

    QList<QAction*> m_actions;
    QHash<int, QString> m_icons, m_whyNot;
    QHash<int, std::pair<QString, QString>> m_ofOne; //!< text and tip, of those that can be done to several runs
    QHash<int, QList<QKeySequence>> m_defaults;
};

} // namespace slipway::console
