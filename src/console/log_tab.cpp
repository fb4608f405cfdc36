// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/log_tab.h"

#include "base/text.h"
#include "console/copying.h"
#include "console/table_view.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollBar>
#include <QTreeView>
#include <QVBoxLayout>

namespace slipway::console {

LogTab::LogTab(RunStory& story, QWidget* parent)
    : InspectorTab(parent)
    , m_story(story)
    , m_filter(new EventFilter(m_model, this))
    , m_table(makeTable(m_filter, tr("Log"), {165, 90, 250}))
    , m_onlyStep(new QCheckBox(tr("Only the chosen step")))
{
    auto* copy = new QPushButton(tr("Copy log"));
    auto* line = new QHBoxLayout;
    line->setContentsMargins(10, 4, 8, 4);
    line->addWidget(m_onlyStep);
    line->addStretch();
    line->addWidget(copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_table, 1);

    connect(m_onlyStep, &QCheckBox::toggled, this, &LogTab::filter);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(tableText(*m_filter)); });
    connect(&story, &RunStory::forgotten, this, [this] { m_model.clear(); });
    connect(&story, &RunStory::appended, this, [this](const Events& events) {
        const QScrollBar* bar = m_table->verticalScrollBar();
        const bool atEnd = bar->value() == bar->maximum();
        m_model.append(events);
        if (atEnd)
            m_table->scrollToBottom();
    });
}

QString LogTab::title() const { return tr("Log"); }

void LogTab::clear() { m_model.clear(); }

void LogTab::filter() { m_filter->show(m_onlyStep->isChecked() ? m_step.text() : QString(), m_story.until()); }

void LogTab::showRun(const desk::RunView& view, const StepRun* step)
{
    m_model.setWorkflow(view.run.workflow);
    m_step = step ? step->id : StepId();
    filter();
    if (isVisible())
        m_story.load();
}

void LogTab::showEvent(QShowEvent* event)
{
    InspectorTab::showEvent(event);
    m_story.load();
}

} // namespace slipway::console
