// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/attempts_tab.h"

#include "base/text.h"
#include "console/error_panel.h"
#include "console/labels.h"
#include "console/overtaken.h"
#include "console/safe_text.h"
#include "console/state_painter.h"
#include "console/table_view.h"
#include "console/wording.h"
#include "desk/error_text.h"

#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QTreeView>

namespace slipway::console {

namespace {

ShownState stateOf(const Attempt& attempt, const EndedByHand* hand)
{
    switch (attempt.state) {
    case AttemptState::Running: return ShownState::Running;
    case AttemptState::Succeeded: return attempt.purpose == Purpose::Undo ? ShownState::Undone : ShownState::Done;
    case AttemptState::Failed: return ShownState::Failed;
    case AttemptState::Cancelled:
        return !hand ? ShownState::Cancelled : hand->skipped ? ShownState::Skipped : ShownState::ByHand;
    }
    return ShownState::Unknown;
}

} // namespace

void AttemptsModel::setAttempts(const QString& key, const StepRun& step, Timestamp now)
{
    m_now = now;
    if (key != m_key || step.attempts.size() < m_step.attempts.size()) {
        beginResetModel();
        m_key = key;
        m_step = step;
        endResetModel();
        return;
    }
    const int before = int(m_step.attempts.size()), after = int(step.attempts.size());
    if (after > before)
        beginInsertRows({}, before, after - 1);
    m_step = step;
    if (after > before)
        endInsertRows();
    if (before > 0)
        Q_EMIT dataChanged(index(0, 0), index(before - 1, ColumnCount - 1));
}

//! The last attempt is where its step is: it waits while that waits.
ShownState AttemptsModel::stateAt(int row) const
{
    const bool isPresent = at(row).state == AttemptState::Running && row + 1 == rowCount()
        && (m_step.state == StepState::Waiting || m_step.state == StepState::Running);
    return isPresent ? shownState(m_step, false) : stateOf(at(row), m_step.handAfter(at(row).number));
}

QString AttemptsModel::overtakenAt(int row) const { return overtakenText(m_step, m_step.attempts[row], m_now); }

QVariant AttemptsModel::other(int row, int column, int role) const
{
    return role == Qt::DecorationRole && column == StateColumn ? QVariant(stateIcon(stateAt(row))) : QVariant();
}

QString AttemptsModel::cell(int row, int column) const
{
    const Attempt& attempt = at(row);
    switch (column) {
    case NumberColumn:
        return attempt.purpose == Purpose::Undo ? tr("%1 (undo)").arg(attempt.number) : QString::number(attempt.number);
    case StateColumn: return wordOf(stateAt(row));
    case StartColumn: return dateTimeText(attempt.startedAt);
    case LengthColumn: return durationText(attempt.endedAt.value_or(m_now) - attempt.startedAt);
    case ByColumn:
        if (attempt.startedBy == u"retry")
            return tr("A person's retry");
        return attempt.startedBy.isEmpty() || attempt.startedBy == u"engine" ? tr("Slipway")
                                                                             : safeLine(attempt.startedBy, 60);
    case ErrorColumn: {
        const QString error = attempt.error ? safeLine(desk::describe(*attempt.error).what) : QString();
        const QString since = overtakenAt(row);
        if (error.isEmpty())
            return since.isEmpty() ? healedText(attempt, m_now).replace(u'\n', u' ') : since;
        return since.isEmpty() ? error : tr("%1 (%2)", "error, what became of it").arg(error, since);
    }
    }
    return {};
}

QString AttemptsModel::title(int column) const
{
    switch (column) {
    case NumberColumn: return tr("Attempt");
    case StateColumn: return tr("Result");
    case StartColumn: return tr("Started");
    case LengthColumn: return tr("Length");
    case ByColumn: return tr("Begun by");
    case ErrorColumn: return tr("Error");
    }
    return {};
}

AttemptsTab::AttemptsTab(Clock& clock, QWidget* parent)
    : InspectorTab(parent)
    , m_clock(clock)
    , m_overtaken(wrappedLabel())
    , m_table(makeTable(&m_model, tr("Attempts"), {80, 110, 170, 90, 120}))
    , m_error(new ErrorPanel)
    , m_nothing(quietLabel())
    , m_content(new QWidget)
    , m_stack(new QStackedLayout)
{
    m_overtaken->setForegroundRole(QPalette::PlaceholderText);

    auto* holder = new QWidget;
    auto* inset = new QVBoxLayout(holder);
    inset->setContentsMargins(12, 10, 12, 10);
    inset->addWidget(m_overtaken);
    inset->addWidget(m_error);
    inset->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidget(holder);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setAccessibleName(tr("Error of the attempt"));
    m_errorArea = scroll;
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(m_table);
    splitter->addWidget(scroll);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter);

    m_nothing->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_content);
    setLayout(m_stack);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &AttemptsTab::showCurrent);
    clear();
}

QString AttemptsTab::title(const desk::RunView*, const StepRun* step) const
{
    return step && !step->attempts.isEmpty() ? tr("Attempts %1").arg(step->attempts.size()) : tr("Attempts");
}

void AttemptsTab::clear()
{
    m_model.setAttempts({}, {}, m_clock.now());
    m_nothing->setText(tr("The attempts of the chosen step appear here."));
    m_stack->setCurrentIndex(0);
}

void AttemptsTab::showRun(const desk::RunView& view, const StepRun* step)
{
    if (!step || step->attempts.isEmpty()) {
        clear();
        if (step)
            m_nothing->setText(tr("This step has not been tried yet."));
        return;
    }
    const int before = m_model.rowCount();
    m_model.setAttempts(view.run.id.text() + u'/' + step->id.text(), *step, view.asOf.value_or(m_clock.now()));
    m_stack->setCurrentIndex(1);
    if (!m_table->currentIndex().isValid() || m_model.rowCount() != before)
        m_table->setCurrentIndex(m_model.index(m_model.rowCount() - 1, 0));
    showCurrent();
}

void AttemptsTab::move(int by)
{
    const int row = std::clamp(m_table->currentIndex().row() + by, 0, std::max(0, m_model.rowCount() - 1));
    m_table->setCurrentIndex(m_model.index(row, 0));
}

void AttemptsTab::choose(int number)
{
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (m_model.at(row).number == number)
            m_table->setCurrentIndex(m_model.index(row, 0));
}

void AttemptsTab::showCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    const auto error = current.isValid() ? m_model.at(current.row()).error : std::nullopt;
    m_errorArea->setVisible(error.has_value());
    if (!error)
        return;
    m_error->showError(*error);
    const QString since = m_model.overtakenAt(current.row());
    m_overtaken->setVisible(!since.isEmpty());
    m_overtaken->setText(tr("This is over: %1.").arg(since));
}

} // namespace slipway::console
