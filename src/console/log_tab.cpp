// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/log_tab.h"

#include "base/text.h"
#include "base/when_done.h"
#include "console/copying.h"
#include "console/error_panel.h"
#include "console/file_writing.h"
#include "console/labels.h"
#include "console/run_export.h"
#include "console/saving.h"
#include "console/table_view.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
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
    , m_nothing(quietLabel())
    , m_onlyStep(new QCheckBox(tr("Only the chosen step")))
    , m_words(new QLineEdit)
{
    m_onlyStep->setObjectName(u"onlyStep"_s);
    m_onlyStep->setChecked(true);
    m_words->setObjectName(u"logWords"_s);
    m_words->setPlaceholderText(tr("Filter the log"));
    m_words->setAccessibleName(tr("Filter the log"));
    m_words->setMinimumWidth(90);
    m_words->setMaximumWidth(260);
    makeClearable(*m_words);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    auto* copy = new QPushButton(tr("Copy log"));
    auto* save = new QPushButton(tr("Save as…"));
    save->setObjectName(u"saveLogButton"_s);
    auto* line = new QHBoxLayout;
    line->setContentsMargins(10, 4, 8, 4);
    line->addWidget(m_onlyStep);
    line->addWidget(m_words, 1);
    line->addStretch();
    line->addWidget(copy);
    line->addWidget(save);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(line);
    column->addWidget(m_nothing);
    column->addWidget(m_table, 1);

    connect(m_onlyStep, &QCheckBox::toggled, this, [this] { keepInSight([this] { filter(); }); });
    connect(m_words, &QLineEdit::textChanged, this, [this](const QString& words) {
        keepInSight([&] { m_filter->setWords(words); });
        filter();
    });
    // Rows come while the page is hidden, and its size with its being shown: the end is held on to by what the bar tells.
    const QScrollBar* bar = m_table->verticalScrollBar();
    connect(bar, &QScrollBar::rangeChanged, this, [this](int, int end) {
        if (m_atEnd)
            m_table->verticalScrollBar()->setValue(end);
    });
    connect(bar, &QScrollBar::valueChanged, this, [this, bar](int value) {
        if (!m_changing)
            m_atEnd = value >= bar->maximum();
    });
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(tableText(*m_filter)); });
    connect(save, &QPushButton::clicked, this, &LogTab::askWhereToSave);
    connect(&story, &RunStory::forgotten, this, [this] { m_model.clear(); });
    connect(&story, &RunStory::appended, this, [this](const Events& events) {
        if (isVisible())
            keepInSight([&] { m_model.append(events); });
        else
            m_model.append(events); // its rows are laid out when they are seen
        filter();
    });
}

//! The row on top stays there, or what takes its place; at the end, the end.
void LogTab::keepInSight(const std::function<void()>& change)
{
    const QModelIndex top = m_atEnd ? QModelIndex() : m_table->indexAt({0, 0});
    const qint64 sequence = top.data(EventModel::SequenceRole).toLongLong();
    m_changing = true;
    change();
    if (sequence > 0 && m_filter->rowCount() > 0) {
        int row = 0;
        while (row + 1 < m_filter->rowCount()
            && m_filter->index(row, 0).data(EventModel::SequenceRole).toLongLong() < sequence)
            ++row;
        m_table->scrollTo(m_filter->index(row, 0), QAbstractItemView::PositionAtTop);
    } else if (m_atEnd) {
        m_table->scrollToBottom();
    }
    m_changing = false;
}

QString LogTab::title(const desk::RunView*, const StepRun*) const { return tr("Log"); }

void LogTab::clear() { m_model.clear(); }

void LogTab::filter()
{
    m_onlyStep->setEnabled(!m_step.isEmpty());
    m_filter->show(m_onlyStep->isChecked() ? m_step.text() : QString(), m_story.until());
    const bool isEmpty = m_filter->rowCount() == 0 && m_model.rowCount() > 0;
    m_nothing->setVisible(isEmpty);
    m_table->setVisible(!isEmpty);
    m_nothing->setText(m_words->text().isEmpty() ? tr("Nothing has happened to this step yet.")
                                                 : tr("Nothing that happened has these words."));
}

//! What is shown, as it is shown: all of the run, or of the chosen step alone.
void LogTab::askWhereToSave()
{
    // Taken now: the run goes on, and another may be chosen, while a folder is looked for.
    const QString text = tableText(*m_filter) + u'\n', csv = tableCsv(*m_filter);
    console::askWhereToSave(this, u"saveLog"_s, tr("Save the log"), exportName(u"log-"_s + m_subject),
        {{u"txt"_s, tr("Text (with tabs)")}, {u"csv"_s, tr("Table (CSV)")}},
        [this, text, csv](const QString& file, const QString& ending) {
            const QString& wanted = ending == u"csv" ? csv : text;
            whenDone(writeFileApart(file, wanted.toUtf8()), this, [this](const Result<void>& written) {
                if (!written)
                    showErrorDialog(written.error(), this);
            });
        });
}

void LogTab::showRun(const desk::RunView& view, const StepRun* step)
{
    m_model.setRun(view.run);
    const StepId chosen = step ? step->id : StepId();
    // Another log: from its newest on.
    if (m_run != view.run.id || (m_onlyStep->isChecked() && m_step != chosen))
        m_atEnd = true;
    m_run = view.run.id;
    m_step = chosen;
    m_subject = view.run.subject;
    keepInSight([this] { filter(); });
    if (isVisible())
        m_story.load();
}

void LogTab::showEvent(QShowEvent* event)
{
    InspectorTab::showEvent(event);
    m_story.load();
}

} // namespace slipway::console
