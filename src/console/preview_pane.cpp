// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/preview_pane.h"

#include "base/text.h"
#include "console/diff_view.h"
#include "console/error_panel.h"
#include "console/labels.h"
#include "console/quiet_view.h"
#include "console/row_delegate.h"
#include "console/safe_text.h"
#include "console/state_painter.h"
#include "console/wording.h"
#include "desk/error_text.h"

#include <QHeaderView>
#include <QSplitter>
#include <QStackedLayout>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace slipway::console {

namespace {
enum Role { StepRole = Qt::UserRole + 1, FileRole };
constexpr int needsPlace = -2; //!< in place of a step's
enum Page { NothingPage, ErrorPage, PreviewPage };
} // namespace

PreviewPane::PreviewPane(Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_clock(clock)
    , m_title(plainLabel())
    , m_age(quietLabel())
    , m_expected(quietLabel())
    , m_steps(new QuietView<QTreeWidget>)
    , m_place(plainLabel())
    , m_about(quietLabel())
    , m_diff(new DiffView)
    , m_stepError(new ErrorPanel)
    , m_error(new ErrorPanel)
    , m_nothing(quietLabel())
    , m_stack(new QStackedLayout)
{
    setObjectName(u"preview"_s);
    setAccessibleName(tr("Preview"));
    QFont bold = m_title->font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    m_place->setFont(bold);
    for (QLabel* label : {m_place, m_about, m_title}) {
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_about->setWordWrap(true); // a branch's name is long, and stands at its end
    m_steps->setAccessibleName(tr("Steps and files"));
    m_steps->setHeaderLabels({tr("Step"), tr("Changes")});
    m_steps->setItemDelegate(new RowDelegate(m_steps));
    m_steps->setUniformRowHeights(true);
    m_steps->setFrameShape(QFrame::NoFrame);
    m_steps->header()->setStretchLastSection(false);
    m_steps->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_steps->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);

    auto* heading = new QHBoxLayout;
    heading->setContentsMargins(10, 6, 10, 6);
    heading->addWidget(m_title, 1);
    heading->addWidget(m_age);
    m_expected->setObjectName(u"expectedTime"_s);
    m_expected->setWordWrap(true);
    m_expected->setContentsMargins(10, 0, 10, 6);
    m_expected->hide();
    auto* detail = new QWidget;
    auto* column = new QVBoxLayout(detail);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(3);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(10, 0, 10, 4);
    head->setSpacing(3);
    head->addWidget(m_place);
    head->addWidget(m_about);
    head->addWidget(m_stepError);
    column->addLayout(head);
    column->addWidget(m_diff, 1);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_steps);
    splitter->addWidget(detail);
    splitter->setSizes({240, 300});
    auto* page = new QWidget;
    auto* pageColumn = new QVBoxLayout(page);
    pageColumn->setContentsMargins(0, 0, 0, 0);
    pageColumn->setSpacing(0);
    pageColumn->addLayout(heading);
    pageColumn->addWidget(m_expected);
    pageColumn->addWidget(splitter, 1);

    auto* errorPage = new QWidget;
    auto* errorColumn = new QVBoxLayout(errorPage);
    errorColumn->setContentsMargins(16, 16, 16, 16);
    errorColumn->addWidget(m_error);
    errorColumn->addStretch();
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(24);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(errorPage);
    m_stack->addWidget(page);
    setLayout(m_stack);
    connect(m_steps, &QTreeWidget::currentItemChanged, this, &PreviewPane::showCurrent);
}

void PreviewPane::keepIn(QSettings& settings) { m_diff->keepIn(settings); }

void PreviewPane::showNothing(const QString& why)
{
    m_pullRequests = 0;
    m_nothing->setText(why);
    m_stack->setCurrentIndex(NothingPage);
}

void PreviewPane::showReading()
{
    // What was read before stays in sight, marked as old: a preview that flickers with each letter cannot be read.
    if (m_stack->currentIndex() == PreviewPage)
        m_age->setText(tr("reading…"));
    else
        showNothing(tr("Reading the present state of the repositories…"));
}

void PreviewPane::showError(const Error& error)
{
    m_pullRequests = 0;
    m_error->showError(error);
    m_stack->setCurrentIndex(ErrorPage);
}

QTreeWidgetItem* PreviewPane::addStep(const desk::PreviewStep& step, int number)
{
    auto* item = new QTreeWidgetItem(m_steps);
    const QString lane = safeLine(step.repository.isEmpty() ? step.laneTitle : step.repository, 100);
    item->setText(0, tr("%1  %2: %3", "number, repository, step").arg(number).arg(lane, safeLine(step.title, 100)));
    item->setToolTip(0, safeText(step.summary, 400));
    int added = 0, removed = 0;
    for (const desk::PreviewFile& file : step.files)
        added += file.added, removed += file.removed;
    QStringList facts;
    if (step.error)
        facts += tr("problem");
    else if (step.nothingToChange)
        facts += tr("nothing to change");
    else if (!step.files.isEmpty()) {
        facts += tr("+%1 −%2").arg(added).arg(removed);
        facts += tr("%n file(s)", nullptr, int(step.files.size()));
    }
    if (step.autoMergeAllowed)
        facts += *step.autoMergeAllowed ? tr("auto-merge") : tr("no auto-merge");
    item->setText(1, facts.join(u", "_s));
    item->setIcon(0, stateIcon(step.error ? ShownState::Failed : ShownState::Planned));
    return item;
}

void PreviewPane::showExpected(const QString& text)
{
    m_expected->setText(text);
    m_expected->setVisible(!text.isEmpty());
}

void PreviewPane::addNeeds()
{
    if (m_needs.isEmpty())
        return;
    auto* item = new QTreeWidgetItem(m_steps, {tr("What has to be allowed")});
    item->setText(1, tr("%n place(s)", "repositories and organisations", int(m_needs.size())));
    item->setData(0, StepRole, needsPlace);
    item->setData(0, FileRole, -1);
    item->setIcon(0, stateIcon(ShownState::Planned));
}

void PreviewPane::showNeeds()
{
    m_stepError->hide();
    m_diff->show();
    m_place->setText(tr("What has to be allowed"));
    m_about->setText(tr("To whom the connection belongs, or to the App"));
    QStringList lines;
    for (const desk::NeededRights& need : std::as_const(m_needs))
        lines += tr("%1:  %2", "repository, rights").arg(safeLine(need.place, 120), need.rights.join(tr(", ")));
    m_diff->showText(lines.join(u'\n'));
}

void PreviewPane::showPreview(const desk::Preview& preview)
{
    const auto* before = m_steps->currentItem();
    const QString keepStep =
        before && before->data(0, StepRole).toInt() >= 0 && before->data(0, StepRole).toInt() < m_preview.steps.size()
        ? m_preview.steps[before->data(0, StepRole).toInt()].step.text()
        : QString();
    const int keepFile = before ? before->data(0, FileRole).toInt() : -1;
    const bool keepNeeds = before && before->data(0, StepRole).toInt() == needsPlace;

    m_preview = preview;
    const QSignalBlocker quiet(m_steps);
    m_steps->clear();
    m_pullRequests = 0;
    int files = 0;
    QTreeWidgetItem *first = nullptr, *kept = nullptr;
    for (int i = 0; i < preview.steps.size(); ++i) {
        const desk::PreviewStep& step = preview.steps[i];
        if (step.raisesPullRequest && !step.nothingToChange)
            ++m_pullRequests;
        auto* item = addStep(step, i + 1);
        item->setData(0, StepRole, i);
        item->setData(0, FileRole, -1);
        for (int f = 0; f < step.files.size(); ++f, ++files) {
            const desk::PreviewFile& file = step.files[f];
            auto* child = new QTreeWidgetItem(item, {safeLine(file.path, 240)});
            child->setText(
                1, file.isNew ? tr("new, +%1").arg(file.added) : tr("+%1 −%2").arg(file.added).arg(file.removed));
            child->setData(0, StepRole, i);
            child->setData(0, FileRole, f);
            if (!first)
                first = child;
            if (step.step.text() == keepStep && f == keepFile)
                kept = child;
        }
    }
    addNeeds();
    if (keepNeeds && !m_needs.isEmpty())
        kept = m_steps->topLevelItem(m_steps->topLevelItemCount() - 1);
    if (first)
        first->parent()->setExpanded(true);
    m_title->setText(
        tr("%1, %2").arg(tr("%n pull request(s)", nullptr, m_pullRequests), tr("%n file(s)", nullptr, files)));
    m_age->setText(tr("read at %1").arg(timeText(preview.readAt.ms ? preview.readAt : m_clock.now(), m_clock.now())));
    m_stack->setCurrentIndex(PreviewPage);
    m_steps->setCurrentItem(kept ? kept : first ? first : m_steps->topLevelItem(0));
    showCurrent();
}

void PreviewPane::showCurrent()
{
    const QTreeWidgetItem* item = m_steps->currentItem();
    const int place = item ? item->data(0, StepRole).toInt() : -1;
    if (place == needsPlace) {
        showNeeds();
        return;
    }
    if (place < 0 || place >= m_preview.steps.size())
        return;
    const desk::PreviewStep& step = m_preview.steps[place];
    const int file = item->data(0, FileRole).toInt();
    m_stepError->setVisible(step.error.has_value());
    if (step.error)
        m_stepError->showError(*step.error);
    const bool hasFile = file >= 0 && file < step.files.size();
    m_diff->setVisible(hasFile || !step.error);
    if (hasFile) {
        const QString base =
            step.baseOid.isEmpty() ? step.base : tr("%1 at %2", "branch, commit").arg(step.base, step.baseOid.left(7));
        m_place->setText(safeLine(step.files[file].path, 240));
        m_about->setText(safeLine(tr("%1, on %2  ·  branch %3").arg(step.repository, base, step.branch), 300));
        m_diff->showDiff(step.files[file].diff);
        return;
    }
    m_place->setText(safeLine(step.pullRequestTitle.isEmpty() ? step.title : step.pullRequestTitle, 240));
    m_about->setText(safeLine(step.repository.isEmpty() ? step.laneTitle : step.repository, 200));
    QStringList text;
    if (!step.summary.isEmpty())
        text += step.summary;
    if (!step.branch.isEmpty())
        text << tr("Branch:  %1").arg(step.branch) << tr("Commit:  %1").arg(step.commit);
    if (!step.body.isEmpty())
        text << QString() << step.body;
    m_diff->showText(text.join(u'\n'));
}

} // namespace slipway::console
