// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/log_tab.h"

#include "base/text.h"
#include "base/when_done.h"
#include "console/copying.h"
#include "console/error_panel.h"
#include "console/file_writing.h"
#include "console/run_export.h"
#include "console/saving.h"
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
    auto* save = new QPushButton(tr("Save as…"));
    save->setObjectName(u"saveLogButton"_s);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(10, 4, 8, 4);
    line->addWidget(m_onlyStep);
    line->addStretch();
    line->addWidget(copy);
    line->addWidget(save);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_table, 1);

    connect(m_onlyStep, &QCheckBox::toggled, this, &LogTab::filter);
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(tableText(*m_filter)); });
    connect(save, &QPushButton::clicked, this, &LogTab::askWhereToSave);
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

//! What is shown, as it is shown: all of the run, or of the chosen step alone.
void LogTab::askWhereToSave()
{
    console::askWhereToSave(this, u"saveLog"_s, tr("Save the log"), exportName(u"log-"_s + m_subject),
        {{u"txt"_s, tr("Text (with tabs)")}, {u"csv"_s, tr("Table (CSV)")}},
        [this](const QString& file, const QString& ending) {
            const QString text = ending == u"csv" ? tableCsv(*m_filter) : tableText(*m_filter) + u'\n';
            whenDone(writeFileApart(file, text.toUtf8()), this, [this](const Result<void>& written) {
                if (!written)
                    showErrorDialog(written.error(), this);
            });
        });
}

void LogTab::showRun(const desk::RunView& view, const StepRun* step)
{
    m_model.setRun(view.run);
    m_step = step ? step->id : StepId();
    m_subject = view.run.subject;
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
