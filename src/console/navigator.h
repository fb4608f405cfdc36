// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/saved_views.h"

#include <QListWidget>

namespace slipway::console {

//! The views with their live counts, the saved views, and the drafts of services that were not yet created.
class Navigator : public QListWidget {
    Q_OBJECT
public:
    Navigator(RunListModel& runs, SavedViews& saved, QWidget* parent = nullptr);

    struct DraftLine {
        QString workflow, title, detail;
        bool operator==(const DraftLine&) const = default;
    };
    void setDrafts(const QList<DraftLine>& drafts);

    void choose(RunViewKind view);
    void chooseSaved(const QString& name);
    RunViewKind chosen() const { return m_chosen; }
    //! Empty: none is chosen.
    const QString& chosenSaved() const { return m_chosenSaved; }
    int countOf(RunViewKind view) const { return m_counts.value(int(view)); }
    QSize sizeHint() const override { return {186, 200}; }

Q_SIGNALS:
    void viewChosen(slipway::console::RunViewKind view);
    void savedViewChosen(const QString& name);
    void saveWanted(); //!< what is shown now is to be kept
    void savedViewMenuWanted(const QPoint& at); //!< in this widget's coordinates; the view is chosen by then
    void draftWanted(const QString& workflow);
    void countsChanged();

private:
    enum class Line { View, Saved, Save, Draft, Header, Quiet };
    QListWidgetItem* add(Line line, const QString& text, const QVariant& data = {});
    void rebuild();
    void take(QListWidgetItem* item);
    void act(QListWidgetItem* item);
    void count();

    RunListModel& m_runs;
    SavedViews& m_saved;
    QList<DraftLine> m_drafts;
    RunViewKind m_chosen = RunViewKind::All;
    QString m_chosenSaved;
    QHash<int, int> m_counts;
    bool m_counting = false, m_rebuilding = false;
};

QString titleOf(RunViewKind view);

} // namespace slipway::console
