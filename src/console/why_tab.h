// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/action_set.h"
#include "console/inspector_tab.h"
#include "desk/stuck_cause.h"

class QLabel;
class QHBoxLayout;
class QVBoxLayout;

namespace slipway::console {

class ErrorPanel;
class MadeList;
class StateBadge;

//! The state in a sentence, what it rests on, what comes next, what can be done.
class WhyTab : public InspectorTab {
    Q_OBJECT
public:
    WhyTab(Clock& clock, ActionSet& actions, QWidget* parent = nullptr);
    QString title(const desk::RunView* view, const StepRun* step) const override;
    void showRun(const desk::RunView& view, const StepRun* step) override;
    void clear() override;
    //! Of a run that cannot be read nothing is known but why.
    void showSetAside(const Error& why);

Q_SIGNALS:
    void linkActivated(const QString& url);
    void copied(); //!< a text to send was put on the clipboard
    void runWanted(); //!< the run as a whole, not the step

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fitHeight();
    //! An act by a name that says what it comes to here.
    struct NamedAct {
        ActionSet::Id action;
        QString name, icon;
    };
    void showActs(const desk::StuckReport& report, const QList<desk::Link>& links, const QList<NamedAct>& before = {});
    QList<NamedAct> actsBefore(const Run& run, const StepRun* step) const;
    void clearVerbs();
    void addVerb(ActionSet::Id id);
    void showPanel(const desk::StuckReport& report, const StepRun& step, bool paused);
    QString withPause(const Run& run, const QString& sentence) const;
    QString mergingSteps(const Run& run) const;
    void showWhole(const Run& run);
    QString cancelText(const Run& run) const;
    QString relations(const desk::RunView& view, const StepDefinition& definition) const;
    QString sentence(const desk::RunView& view, const StepRun& step, const StepDefinition& definition) const;
    QStringList facts(const desk::RunView& view, const StepRun& step, const StepDefinition& definition) const;

    Clock& m_clock;
    ActionSet& m_actions;
    Timestamp m_now; //!< of what is shown
    StateBadge* m_badge;
    QLabel* m_title;
    QLabel* m_sentence;
    QLabel* m_facts;
    QLabel* m_measure;
    QLabel* m_relations;
    QLabel* m_overtaken;
    MadeList* m_made;
    ErrorPanel* m_error;
    QHBoxLayout* m_verbs;
    QStringList m_shownVerbs;
    QWidget* m_content;
    QLabel* m_nothing;
};

} // namespace slipway::console
