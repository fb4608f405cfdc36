// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/undo_dialog.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "base/when_done.h"
#include "console/act_footer.h"
#include "console/labels.h"
#include "console/reason_field.h"
#include "console/row_delegate.h"
#include "console/safe_text.h"
#include "console/sent_later.h"
#include "console/state_painter.h"
#include "console/wording.h"
#include "desk/error_text.h"
#include "desk/left_behind.h"
#include "workflow/handle.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace slipway::console {

namespace {

constexpr int stepRole = Qt::UserRole + 1;
constexpr int linkRole = Qt::UserRole + 2;
constexpr int mergedRole = Qt::UserRole + 3; //!< not taken back now: that is proposed

QTreeWidget* tableOf(const QString& name, const QString& accessible, const QStringList& titles)
{
    auto* table = new QTreeWidget;
    table->setObjectName(name);
    table->setAccessibleName(accessible);
    table->setRootIsDecorated(false);
    table->setAlternatingRowColors(true);
    table->setWordWrap(true);
    table->setHeaderLabels(titles);
    table->header()->setStretchLastSection(false);
    table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < titles.size(); ++column)
        table->header()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setItemDelegate(new RowDelegate(table));
    // What a line says fills more of them in a narrower column.
    QObject::connect(table->header(), &QHeaderView::sectionResized, table, [table] { table->doItemsLayout(); });
    return table;
}

//! The page of what the step made; empty: it has none.
QString firstPageOf(const Run& run, const StepId& id)
{
    if (const StepRun* step = run.step(id))
        for (const desk::Link& link : desk::linksOf(run, *step))
            if (desk::isSafeToOpen(link.url))
                return link.url;
    return {};
}

} // namespace

UndoDialog::UndoDialog(Context context, QWidget* parent)
    : QDialog(parent)
    , m(std::move(context))
    , m_run(m.selection.runId())
    , m_id(newCommandId())
    , m_headline(headingLabel())
    , m_about(
          wrappedLabel(tr("What is ticked is taken back, in this order; nothing else is touched. What is not ticked "
                          "stays for good, and the run ends.")))
    , m_madeTitle(boldLabel())
    // No braces here: lupdate takes them for the body and files what follows under the wrong class.
    , m_made(tableOf(u"undoSteps"_s, tr("What is taken back"), QStringList() << tr("Taken back") << tr("Lane")))
    , m_staysTitle(boldLabel(tr("What stays")))
    , m_merged(wrappedLabel())
    , m_stays(tableOf(u"undoStays"_s, tr("What stays"), QStringList() << tr("What") << tr("Why")))
    , m_all(new QPushButton(tr("Tick &all")))
    , m_footer(new ActFooter(m.settings, m_all))
{
    setObjectName(u"undoDialog"_s);
    setWindowTitle(tr("Undo"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    m_footer->reason().setNeeded(true);
    connect(&m.selection, &Selection::viewChanged, this, [this] {
        if (const auto view = shownView(); view && view->run.sequence != m_sequence)
            read();
        else
            refresh();
    });
    connect(&m.selection, &Selection::runChanged, this, &UndoDialog::refresh);
    read();
    resize(860, 560);
    m_footer->reason().focusReason();
}

void UndoDialog::build()
{
    m_headline->setObjectName(u"headline"_s);
    m_headline->setWordWrap(true);
    m_all->setObjectName(u"tickAll"_s);
    m_madeTitle->setObjectName(u"undoCount"_s);
    m_merged->setObjectName(u"undoMerged"_s);
    m_merged->hide();
    m_stays->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_stays->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_stays->setMaximumHeight(140);

    connect(m_made, &QTreeWidget::itemChanged, this, [this] { refresh(); });
    for (const auto* table : {m_made, m_stays})
        connect(table, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) { openPageOf(*item); });
    connect(m_all, &QPushButton::clicked, this, [this] {
        const bool all = ticked().size() == m_made->topLevelItemCount();
        {
            const QSignalBlocker quiet(m_made);
            for (int row = 0; row < m_made->topLevelItemCount(); ++row)
                m_made->topLevelItem(row)->setCheckState(0, all ? Qt::Unchecked : Qt::Checked);
        }
        m_made->viewport()->update();
        refresh();
    });
    connect(&m.desk, &desk::Desk::statusChanged, this, &UndoDialog::refresh);
    connect(m_footer, &ActFooter::closed, this, &QDialog::reject);
    connect(m_footer, &ActFooter::confirmed, this, &UndoDialog::confirm);
    connect(m_footer, &ActFooter::reasonChanged, this, &UndoDialog::refresh);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(10);
    column->addWidget(m_headline);
    column->addWidget(m_madeTitle);
    column->addWidget(m_about);
    column->addWidget(m_merged);
    column->addWidget(m_made, 2);
    column->addWidget(m_staysTitle);
    column->addWidget(m_stays, 1);
    column->addWidget(m_footer);
}

std::shared_ptr<const desk::RunView> UndoDialog::shownView() const
{
    const auto view = m.selection.view();
    return view && view->run.id == m_run ? view : nullptr;
}

void UndoDialog::read()
{
    const auto view = shownView();
    if (!view)
        return;
    m_headline->setText(tr("Undo what %1 made", "service").arg(safeLine(view->run.subject, 80)));
    m_sequence = view->run.sequence;
    whenDone(m.desk.previewUndo(m_run), this, [this](const Result<QList<desk::PreviewStep>>& steps) { take(steps); });
    fillStays();
    refresh();
}

void UndoDialog::take(const Result<QList<desk::PreviewStep>>& steps)
{
    const auto view = shownView();
    if (!view) {
        m_sequence = 0; // asked for again when the window is back at this run
        return;
    }
    if (!steps) {
        m_known = false;
        m_footer->showRefusal(steps.error());
        refresh();
        return;
    }
    m_known = true;
    QSet<QString> unticked;
    for (int row = 0; row < m_made->topLevelItemCount(); ++row)
        if (m_made->topLevelItem(row)->checkState(0) == Qt::Unchecked)
            unticked.insert(m_made->topLevelItem(row)->data(0, stepRole).toString());
    {
        const QSignalBlocker quiet(m_made);
        m_made->clear();
        QSet<StepId> merged;
        for (const desk::LeftBehind& thing : desk::inTheWorld(view->run))
            if (thing.merged)
                merged.insert(thing.step);
        int number = 1;
        for (const desk::PreviewStep& step : *steps) {
            auto* item = new QTreeWidgetItem(m_made);
            const QString what = step.summary.isEmpty() ? step.title : step.summary;
            item->setText(0, tr("%1. %2", "place, what").arg(number++).arg(safeLine(what, 300)));
            item->setText(1, safeLine(step.laneTitle, 60));
            item->setData(0, stepRole, step.step.text());
            item->setData(0, mergedRole, merged.contains(step.step));
            item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
            item->setCheckState(0, unticked.contains(step.step.text()) ? Qt::Unchecked : Qt::Checked);
            const QString link = firstPageOf(view->run, step.step);
            item->setData(0, linkRole, link);
            item->setToolTip(0, link.isEmpty() ? item->text(0) : tr("Open %1").arg(safeLine(link, 200)));
        }
    }
    refresh();
}

void UndoDialog::fillStays()
{
    m_stays->clear();
    const auto view = shownView();
    for (const desk::LeftBehind& thing : desk::whatUndoLeaves(view->run)) {
        auto* item = new QTreeWidgetItem(m_stays);
        item->setText(0, safeLine(thing.what, 200));
        item->setText(1, safeLine(thing.why + u' ' + thing.remedy, 400));
        const QString link = firstPageOf(view->run, thing.madeBy);
        item->setData(0, linkRole, link);
        item->setToolTip(0, link.isEmpty() ? item->text(0) : tr("Open %1").arg(safeLine(link, 200)));
        item->setToolTip(1, item->text(1));
        item->setIcon(0, stateIcon(thing.harmless ? ShownState::Waiting : ShownState::NeedsYou));
        item->setData(0, Qt::AccessibleTextRole,
            thing.harmless ? tr("%1, harmless: %2").arg(item->text(0), item->text(1))
                           : tr("%1, look after it: %2").arg(item->text(0), item->text(1)));
    }
    const bool any = m_stays->topLevelItemCount() > 0;
    m_stays->setVisible(any);
    m_staysTitle->setVisible(any);
    const auto made = desk::inTheWorld(view->run);
    const auto merged = std::count_if(
        made.begin(), made.end(), [](const desk::LeftBehind& thing) { return thing.merged && thing.canBeUndone; });
    m_merged->setText(tr("%n merged change(s): for each a pull request is proposed that reverts it. The change stays "
                         "until a person has reviewed and merged that one.",
                          nullptr, int(merged))
        + u' ' + tr("Until then the run is among those that need you."));
    m_merged->setVisible(merged > 0);
}

void UndoDialog::openPageOf(const QTreeWidgetItem& item)
{
    if (const QString link = item.data(0, linkRole).toString(); !link.isEmpty())
        openLink(m.opener, link, this);
}

int UndoDialog::rowsThat(const std::function<bool(const QTreeWidgetItem&)>& are) const
{
    int count = 0;
    for (int row = 0; row < m_made->topLevelItemCount(); ++row)
        count += are(*m_made->topLevelItem(row)) ? 1 : 0;
    return count;
}

QList<StepId> UndoDialog::ticked() const
{
    QList<StepId> steps;
    for (int row = 0; row < m_made->topLevelItemCount(); ++row)
        if (m_made->topLevelItem(row)->checkState(0) == Qt::Checked)
            steps += StepId(m_made->topLevelItem(row)->data(0, stepRole).toString());
    return steps;
}

void UndoDialog::refresh()
{
    const auto view = shownView();
    const auto chosen = ticked();
    QString lacking;
    if (const auto status = m.desk.status(); status.readOnly)
        lacking = desk::describe(*status.readOnly).what;
    else if (m.selection.runId() != m_run)
        lacking = tr("The window shows another run by now. Select this one again, or close this.");
    else if (const auto error = view ? whyNot(view->run, UndoRun{}) : std::optional<Error>())
        lacking = whyText(*error);
    else if (!m_known)
        lacking = tr("Reading what can be taken back…");
    else if (m_made->topLevelItemCount() == 0)
        lacking = tr("There is nothing that could be taken back.");
    else if (chosen.isEmpty())
        lacking = tr("Tick at least one line.");
    else
        lacking = m_footer->reason().missing();
    const auto proposed = rowsThat([](const QTreeWidgetItem& row) { return row.data(0, mergedRole).toBool(); });
    const int proposes = rowsThat([](const QTreeWidgetItem& row) {
        return row.data(0, mergedRole).toBool() && row.checkState(0) == Qt::Checked;
    });
    const int all = m_made->topLevelItemCount(), ticks = int(chosen.size());
    m_footer->showState({.verb = proposes == 0 ? tr("Take %n thing(s) back", nullptr, ticks)
            : proposes == ticks                ? tr("Propose %n pull request(s) that revert", nullptr, ticks)
                                               : tr("Undo %n ticked line(s)", nullptr, ticks),
        .lacking = lacking,
        .later = sentLater(m.desk.status(), m.clock.now()),
        .sending = m_sending,
        .red = true}); // Enter takes nothing back
    m_madeTitle->setText(!m_known || all == 0 ? tr("What can be taken back")
            : all == proposed                 ? tr("%n pull request(s) that revert can be proposed", nullptr, all)
                                              : tr("%n thing(s) can be taken back now", nullptr, all - proposed));
    m_all->setText(ticks == all && all > 0 ? tr("Untick &all") : tr("Tick &all"));
    m_all->setEnabled(all > 0);
}

void UndoDialog::confirm()
{
    if (m_sending || !m_footer->isReady())
        return;
    m_sending = true;
    m_footer->hideRefusal();
    m_footer->reason().remember();
    const auto chosen = ticked();
    UndoRun command{m_footer->reason().text()};
    if (chosen.size() < m_made->topLevelItemCount())
        command.steps = chosen;
    refresh();
    m.commands.submit(m_run, command, m_id, m_sequence, this, [this](const Result<desk::Receipt>& receipt) {
        m_sending = false;
        if (receipt) {
            accept();
            return;
        }
        m_id = newCommandId();
        m_footer->showRefusal(receipt.error());
        read(); // the run has moved: what it made may be more by now
        refresh();
    });
}

void UndoDialog::keyPressEvent(QKeyEvent* event)
{
    if (!m_footer->takeKey(*event))
        QDialog::keyPressEvent(event);
}

} // namespace slipway::console
