// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/diff_tab.h"

#include "base/text.h"
#include "base/when_done.h"
#include "console/diff_view.h"
#include "console/labels.h"
#include "console/quiet_view.h"
#include "console/row_delegate.h"
#include "console/safe_text.h"
#include "desk/error_text.h"

#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>

namespace slipway::console {

DiffTab::DiffTab(desk::Desk& desk, QWidget* parent)
    : InspectorTab(parent)
    , m_desk(desk)
    , m_list(new QuietView<QListWidget>)
    , m_diff(new DiffView)
    , m_nothing(wrappedLabel())
    , m_again(new QPushButton(tr("Read again")))
    , m_stack(new QStackedLayout)
{
    m_list->setAccessibleName(tr("Changed files"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new RowDelegate(m_list));
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(m_list);
    splitter->addWidget(m_diff);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 3);
    splitter->setSizes({260, 780});
    auto* empty = new QWidget;
    auto* column = new QVBoxLayout(empty);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setForegroundRole(QPalette::PlaceholderText);
    column->addStretch();
    column->addWidget(m_nothing);
    column->addWidget(m_again, 0, Qt::AlignCenter);
    column->addStretch();
    m_stack->addWidget(empty);
    m_stack->addWidget(splitter);
    setLayout(m_stack);
    connect(m_list, &QListWidget::currentRowChanged, this, &DiffTab::showFile);
    connect(m_again, &QPushButton::clicked, this, [this] {
        m_asked = false;
        load();
    });
    clear();
}

void DiffTab::keepIn(QSettings& settings) { m_diff->keepIn(settings); }

QString DiffTab::title(const desk::RunView*, const StepRun*) const { return tr("Diff"); }

void DiffTab::clear()
{
    m_run = RunId();
    m_step = StepId();
    m_asked = false;
    m_files.clear();
    say(tr("The files that a step's pull request changes appear here."), false);
}

void DiffTab::say(const QString& text, bool again)
{
    m_nothing->setText(text);
    m_again->setVisible(again);
    m_stack->setCurrentIndex(0);
}

void DiffTab::showRun(const desk::RunView& view, const StepRun* step)
{
    const StepDefinition* definition = step && view.run.workflow ? view.run.workflow->step(step->id) : nullptr;
    if (!definition) {
        clear();
        return;
    }
    // A step that merges or watches a pull request shows the one it is about.
    const QString raising = textAt(definition->with, "pullRequest");
    const StepId about = raising.isEmpty() ? step->id : StepId(raising);
    qint64 effects = 0;
    for (const StepRun& other : view.run.steps)
        for (const Attempt& attempt : other.attempts)
            effects += attempt.effects.size();
    if (view.run.id == m_run && about == m_step && effects == m_effects)
        return;
    clear();
    m_run = view.run.id;
    m_step = about;
    m_effects = effects;
    const StepRun* raised = view.run.step(about);
    const StepDefinition* raise = view.run.workflow->step(about);
    if (!raise || raise->kind != u"github.pull-request") {
        m_asked = true;
        say(tr("This step has no pull request of its own."), false);
    } else if (raised && raised->note == u"nothingToChange") {
        m_asked = true;
        say(safeText(desk::describeNote(raised->note)), false);
    } else if (!raised || raised->outputs.empty()) {
        m_asked = true;
        say(tr("The pull request has not been raised yet."), false);
    } else if (isVisible()) {
        load();
    }
}

void DiffTab::showEvent(QShowEvent* event)
{
    InspectorTab::showEvent(event);
    load();
}

void DiffTab::load()
{
    if (m_asked || m_run.isEmpty() || m_step.isEmpty())
        return;
    m_asked = true;
    say(tr("Reading…"), false);
    whenDone(m_desk.change(m_run, m_step), this,
        [this, run = m_run, step = m_step](const Result<QList<desk::PreviewFile>>& files) {
            if (run == m_run && step == m_step)
                take(files);
        });
}

void DiffTab::take(const Result<QList<desk::PreviewFile>>& files)
{
    if (!files) {
        const desk::ErrorText text = desk::describe(files.error());
        say(safeText(tr("The change could not be read. %1 %2").arg(text.what, text.remedy)), true);
        return;
    }
    if (files->isEmpty()) {
        say(tr("No file is changed."), true);
        return;
    }
    m_files = *files;
    m_list->clear();
    for (const desk::PreviewFile& file : m_files) {
        auto* item = new QListWidgetItem(tr("%1  +%2 -%3", "file, lines added, lines removed")
                                             .arg(safeLine(file.path, 200))
                                             .arg(file.added)
                                             .arg(file.removed));
        item->setToolTip(safeLine(file.path, 400));
        item->setData(Qt::AccessibleTextRole,
            tr("%1, %2 added, %3 removed").arg(safeLine(file.path, 200)).arg(file.added).arg(file.removed));
        m_list->addItem(item);
    }
    m_stack->setCurrentIndex(1);
    m_list->setCurrentRow(0);
    showFile(0);
}

void DiffTab::showFile(int row)
{
    if (row < 0 || row >= m_files.size())
        return;
    const desk::PreviewFile& file = m_files[row];
    if (file.diff.isEmpty())
        m_diff->showText(tr("GitHub does not show the text of this file."));
    else
        m_diff->showDiff(file.diff);
}

} // namespace slipway::console
