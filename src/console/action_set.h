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
        Retry,
        RetryFromHere,
        RetryAtOnce,
        Look,
        Advance,
        Skip,
        Pause, //!< or resume
        Cancel,
        Undo,
        OpenLink,
        AddNoteHere,
        CopyId,
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
        Count
    };

    explicit ActionSet(QObject* parent = nullptr);

    QAction* operator[](Id id) const { return m_actions[id]; }
    //! Those of a run and its step, in the order of every menu; a null pointer is a separator.
    QList<QAction*> runActions() const;

    void update(const Selection& selection, const desk::EngineStatus& status, const QSet<StepId>& requested);
    //! The palette changed: icons are drawn anew.
    void refreshIcons();

private:
    QAction* make(Id id, const QString& text, const QString& tip, const QString& icon, const QKeySequence& keys = {});
    void enable(Id id, const std::optional<QString>& whyNot);

    QList<QAction*> m_actions;
    QHash<int, QString> m_tips, m_icons;
};

} // namespace slipway::console
