// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/choice_list.h"

#include "base/text.h"
#include "console/labels.h"
#include "console/safe_text.h"
#include "workflow/titles.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QRadioButton>
#include <QVBoxLayout>

namespace slipway::console {

ChoiceList::ChoiceList(QWidget* parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_from(new QComboBox)
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 8, 0);
    column->setSpacing(3);
    column->addWidget(boldLabel(tr("What do you want to do?")));
    column->addSpacing(3);
    for (const StepChoice choice : allStepChoices) {
        Row row;
        row.button = new QRadioButton;
        row.button->setObjectName(u"choice-%1"_s.arg(int(choice)));
        row.whyNot = quietLabel();
        row.whyNot->setWordWrap(true);
        row.whyNot->setContentsMargins(22, 0, 0, 2);
        m_group->addButton(row.button, int(choice));
        if (choice == StepChoice::RetryFrom) {
            auto* line = new QHBoxLayout;
            line->addWidget(row.button);
            m_from->setObjectName(u"retryFrom"_s);
            m_from->setAccessibleName(tr("Step to retry from"));
            m_from->setAccessibleDescription(m_from->accessibleName()); // the name that is told is what is chosen
            m_from->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
            line->addWidget(m_from, 1);
            column->addLayout(line);
        } else {
            if (choice == StepChoice::Pause)
                column->addSpacing(6);
            column->addWidget(row.button, 0, Qt::AlignLeading); // only what it says can be pressed, and not beside it
        }
        column->addWidget(row.whyNot);
        m_rows.insert(int(choice), row);
    }
    column->addStretch();
    // Not what is clicked: a screen reader chooses without a click.
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on)
            Q_EMIT chosen(StepChoice(id));
    });
    connect(
        m_from, &QComboBox::currentTextChanged, m_from, &QWidget::setToolTip); // it may be longer than the list is wide
    connect(m_from, &QComboBox::activated, this, [this] { Q_EMIT chosen(StepChoice::RetryFrom); });
}

StepId ChoiceList::origin() const { return StepId(m_from->currentData().toString()); }

void ChoiceList::offerOrigins(const Run& run, const StepId& step)
{
    const QList<StepId> origins = retryOrigins(run, step);
    if (origins.size() == m_from->count())
        return;
    const QVariant kept = m_from->currentData();
    m_from->clear();
    for (const StepId& origin : origins) {
        const StepDefinition* definition = run.workflow->step(origin);
        m_from->addItem(tr("%1 (%2)", "step, lane")
                            .arg(safeLine(definition->title, 60), safeLine(laneTitle(run, definition->lane), 40)),
            origin.text());
    }
    m_from->setCurrentIndex(std::max(0, m_from->findData(kept.isValid() ? kept : QVariant(step.text()))));
}

void ChoiceList::refresh(const Facts& facts)
{
    const QSignalBlocker quiet(m_group); // what is shown is nobody's choice
    m_group->setExclusive(facts.chosen.has_value()); // else the last one could not be let go
    for (const StepChoice choice : allStepChoices) {
        const Row& row = m_rows[int(choice)];
        const auto whyNot = whyNotChoice(choice, facts.run, facts.step, facts.input, facts.evidence);
        QString label = labelOf(choice, facts.run, facts.step, facts.evidence);
        if (choice == StepChoice::AcceptAnswer && facts.evidence)
            label = tr("Accept %1's answer: the work is done", "GitHub").arg(safeLine(facts.evidence->service, 40));
        const bool recommended = !whyNot && choice == recommendedChoice(facts.run, facts.step, facts.evidence);
        row.button->setText(recommended ? tr("%1 – recommended", "choice").arg(label) : label);
        nameAnew(*row.button, whyNot ? tr("%1, not possible: %2").arg(label, *whyNot) : row.button->text());
        row.button->setEnabled(!whyNot && !facts.sending);
        row.button->setChecked(choice == facts.chosen);
        row.button->setToolTip(whyNot ? safeText(*whyNot, 300) : QString());
        row.whyNot->setText(whyNot ? safeText(*whyNot, 200) : QString());
        // Said where a person would look for it; for the others the tooltip is enough.
        const bool worthSaying =
            choice == StepChoice::Skip || choice == facts.asked || choice == StepChoice::AdvanceProven;
        row.whyNot->setVisible(whyNot && worthSaying && choice != StepChoice::AcceptAnswer);
        const bool onlyWhenPossible = choice == StepChoice::AcceptAnswer || choice == StepChoice::RunNow
            || choice == StepChoice::Happened || choice == StepChoice::Absent;
        row.button->setVisible(!whyNot || !onlyWhenPossible || choice == facts.chosen);
    }
    m_from->setEnabled(m_rows[int(StepChoice::RetryFrom)].button->isEnabled());
    // Qt lets Tab come to the one that had the keyboard last, not to one that was chosen by itself.
    m_group->setExclusive(true);
    const QRadioButton* chosen = facts.chosen ? m_rows[int(*facts.chosen)].button : nullptr;
    for (const Row& row : std::as_const(m_rows))
        row.button->setFocusPolicy(row.button == chosen || !chosen || !chosen->isEnabled()
                ? Qt::StrongFocus
                : Qt::FocusPolicy(Qt::StrongFocus & ~Qt::TabFocus));
}

} // namespace slipway::console
