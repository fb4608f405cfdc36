// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/action_set.h"
#include "console/inspector_tab.h"

class QLabel;
class QHBoxLayout;
class QVBoxLayout;

namespace slipway::console {

class ErrorPanel;
class StateBadge;

//! The state in a sentence, what it rests on, what comes next, what can be done.
class WhyTab : public InspectorTab {
    Q_OBJECT
public:
    WhyTab(Clock& clock, ActionSet& actions, QWidget* parent = nullptr);
    QString title() const override;
    void showRun(const desk::RunView& view, const StepRun* step) override;
    void clear() override;

Q_SIGNALS:
    void linkActivated(const QString& url);

private:
    void showLinks(const QList<desk::Link>& links);
    QString sentence(const desk::RunView& view, const StepRun& step, const StepDefinition& definition) const;
    QStringList facts(const desk::RunView& view, const StepRun& step, const StepDefinition& definition) const;

    Clock& m_clock;
    StateBadge* m_badge;
    QLabel* m_title;
    QLabel* m_sentence;
    QLabel* m_facts;
    ErrorPanel* m_error;
    QHBoxLayout* m_links;
    QList<desk::Link> m_shownLinks;
    QWidget* m_content;
    QLabel* m_nothing;
};

} // namespace slipway::console
