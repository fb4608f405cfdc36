// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/undo_dialog.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "base/when_done.h"
#include "console/act_footer.h"
#include "console/field_hint.h"
#include "console/icons.h"
#include "console/labels.h"
#include "console/read_age.h"
#include "console/reason_field.h"
#include "console/row_delegate.h"
#include "console/safe_text.h"
#include "console/sent_later.h"
#include "console/state_painter.h"
#include "console/state_style.h"
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
constexpr int fateRole = Qt::UserRole + 3;
constexpr int nowColumn = 1, journalColumn = 2;

QString onlyTheJournal() { return UndoDialog::tr("–", "nothing known"); }

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
    table->header()->setSectionResizeMode(QHeaderView::Interactive);
    table->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->header()->setMinimumSectionSize(60);
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
    , m_age(new ReadAge(m.clock))
    , m_contradiction(new FieldHint)
    // No braces here: lupdate takes them for the body and files what follows under the wrong class.
    , m_made(tableOf(
          u"undoSteps"_s, tr("What is taken back"), QStringList() << tr("Taken back") << tr("Now") << tr("Journal")))
    , m_staysTitle(boldLabel(tr("What stays")))
    , m_merged(wrappedLabel())
    , m_stays(tableOf(
          u"undoStays"_s, tr("What stays"), QStringList() << tr("What stays, and why") << tr("Now") << tr("Journal")))
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
        if (const auto view = shownView(); view && view->run.sequence != m_wanted)
            read();
        else
            refresh();
    });
    connect(&m.selection, &Selection::runChanged, this, &UndoDialog::refresh);
    read();
    resize(940, 600);
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
    m_stays->setMaximumHeight(140);
    m_contradiction->setObjectName(u"contradiction"_s);
    QFont loud = font();
    loud.setWeight(QFont::DemiBold);
    m_contradiction->setFont(loud);
    m_contradiction->hide();
    connect(m_age, &ReadAge::readAgain, this, &UndoDialog::look);

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
    auto* title = new QHBoxLayout;
    title->addWidget(m_madeTitle);
    title->addWidget(m_age, 1);
    column->addWidget(m_contradiction);
    column->addLayout(title);
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
    m_wanted = view->run.sequence;
    whenDone(
        m.desk.previewUndo(m_run), this, [this, sequence = m_wanted](const Result<QList<desk::PreviewStep>>& steps) {
            if (sequence == m_wanted)
                takeBelief(sequence, steps);
        });
    refresh();
}

void UndoDialog::takeBelief(qint64 sequence, const Result<QList<desk::PreviewStep>>& steps)
{
    if (!shownView()) {
        m_wanted = 0; // asked for again when the window is back at this run
        return;
    }
    if (!steps) {
        m_plan.reset();
        m_believed.clear();
        m_footer->showRefusal(steps.error());
        refresh();
        return;
    }
    m_sequence = sequence; // not before: what is sent says of which state of the run the lines are
    QStringList believed;
    for (const desk::PreviewStep& step : *steps)
        believed += step.step.text() + u' ' + step.summary;
    if (m_plan && believed.join(u'\n') == m_believed)
        return refresh();
    m_believed = believed.join(u'\n');
    m_plan = desk::UndoPlan{.run = m_run, .steps = *steps};
    fill();
    look();
}

void UndoDialog::look()
{
    if (!m_plan)
        return read();
    m_age->showReading();
    whenDone(m.desk.planUndo(m_run), this, [this, asked = ++m_asked](const Result<desk::UndoPlan>& plan) {
        if (asked == m_asked)
            takePlan(plan);
    });
}

void UndoDialog::takePlan(const Result<desk::UndoPlan>& plan)
{
    if (plan)
        m_plan = *plan;
    else if (m_plan)
        m_plan->unread = plan.error();
    if (!m_plan)
        return;
    if (m_plan->unread)
        m_age->showUnread();
    else if (m_plan->readAt)
        m_age->showRead(*m_plan->readAt);
    else
        m_age->showNothing(false);
    fill();
}

void UndoDialog::fill()
{
    const auto view = shownView();
    if (!view || !m_plan)
        return;
    const QString now =
        m_plan->service.isEmpty() ? tr("Now") : tr("%1 now", "service").arg(safeLine(m_plan->service, 40));
    for (auto* table : {m_made, m_stays}) {
        table->headerItem()->setText(nowColumn, now);
        for (const int column : {nowColumn, journalColumn}) // empty before anybody was asked
            table->setColumnHidden(column, m_plan->now.isEmpty());
    }
    fillMade(*view);
    fillStays(*view);
    QString said = safeLine(m_plan->headline, 600);
    if (m_plan->unread)
        said =
            tr("The services could not be asked: %1 The lines say what the journal believes; undoing looks for itself "
               "before it does anything.")
                .arg(safeLine(desk::describe(*m_plan->unread).what, 300));
    m_contradiction->say(m_plan->unread ? ShownState::Unknown : ShownState::NeedsYou, said);
    m_contradiction->setVisible(!said.isEmpty());
    fitColumns();
    refresh();
}

UndoDialog::Fate UndoDialog::fateOf(const desk::PreviewStep& step, const desk::RunView& view) const
{
    using Deed = desk::UndoNow::Deed;
    switch (m_plan->now.value(step.step).deed) {
    case Deed::TakesBack: return Fate::TakenBack;
    case Deed::Proposes: return Fate::Proposed;
    case Deed::Nothing: return Fate::Nothing;
    case Deed::Impossible: return Fate::Impossible;
    case Deed::Unread: break;
    }
    const auto made = desk::inTheWorld(view.run);
    const bool merged = std::any_of(made.begin(), made.end(),
        [&](const desk::LeftBehind& thing) { return thing.merged && thing.step == step.step; });
    return merged ? Fate::Proposed : Fate::TakenBack;
}

void UndoDialog::showNow(QTreeWidgetItem& item, const StepId& step) const
{
    const desk::UndoNow now = m_plan->now.value(step);
    const QString service = safeLine(now.service, 160), journal = safeLine(now.journal, 80);
    item.setText(nowColumn, service.isEmpty() ? onlyTheJournal() : service);
    item.setText(journalColumn,
        journal.isEmpty() ? onlyTheJournal()
            : now.differs ? tr("DIFFERS: %1", "what the journal has").arg(journal)
                          : journal);
    if (now.differs) {
        QFont bold = font();
        bold.setWeight(QFont::Bold);
        for (const int column : {nowColumn, journalColumn})
            item.setFont(column, bold);
        item.setIcon(nowColumn, icon(u"differs"_s));
        item.setForeground(journalColumn, colourOf(ColourRole::Attention, palette()));
    }
    for (const int column : {nowColumn, journalColumn})
        item.setToolTip(column, item.text(column));
}

void UndoDialog::fillMade(const desk::RunView& view)
{
    QSet<QString> tickedBefore;
    for (const StepId& step : ticked())
        tickedBefore.insert(step.text());
    const QString chosen = m_made->currentItem() ? m_made->currentItem()->data(0, stepRole).toString() : QString();
    const bool isFirst = !m_first;
    if (isFirst)
        m_first.emplace();
    const QSignalBlocker quiet(m_made);
    m_made->clear();
    int number = 1;
    for (const desk::PreviewStep& step : m_plan->steps) {
        auto* item = new QTreeWidgetItem(m_made);
        const QString what = step.summary.isEmpty() ? step.title : step.summary;
        item->setText(0, tr("%1. %2", "place, what").arg(number++).arg(safeLine(what, 400)));
        item->setData(0, stepRole, step.step.text());
        item->setData(0, fateRole, int(fateOf(step, view)));
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        if (isFirst)
            m_first->insert(step.step.text());
        // What came since a person read the list waits for her: else the button takes back what she never saw.
        item->setCheckState(0, isFirst || tickedBefore.contains(step.step.text()) ? Qt::Checked : Qt::Unchecked);
        const QString link = firstPageOf(view.run, step.step);
        item->setData(0, linkRole, link);
        QStringList tips{link.isEmpty() ? item->text(0) : tr("Open %1").arg(safeLine(link, 200))};
        if (!step.branch.isEmpty())
            tips += tr("Branch %1").arg(safeLine(step.branch, 200));
        item->setToolTip(0, tips.join(u'\n'));
        showNow(*item, step.step);
        item->setData(0, Qt::AccessibleTextRole,
            tr("%1 Lane %2. Now: %3. Journal: %4.")
                .arg(item->text(0), safeLine(step.laneTitle, 60), item->text(nowColumn), item->text(journalColumn)));
    }
    // By its step: a line that came is among the first ones, and the key that ticks would be about its neighbour.
    for (int row = 0; row < m_made->topLevelItemCount(); ++row)
        if (!chosen.isEmpty() && m_made->topLevelItem(row)->data(0, stepRole).toString() == chosen)
            m_made->setCurrentItem(m_made->topLevelItem(row));
}

void UndoDialog::fillStays(const desk::RunView& view)
{
    m_stays->clear();
    for (const desk::LeftBehind& thing : desk::whatUndoLeaves(view.run)) {
        auto* item = new QTreeWidgetItem(m_stays);
        const auto now = thing.beside ? desk::UndoNow() : m_plan->now.value(thing.step);
        const QString why = now.will.isEmpty() ? thing.why + u' ' + thing.remedy : now.will;
        item->setText(0, safeLine(tr("%1. %2", "what, why it stays").arg(thing.what, why), 500));
        const QString link = firstPageOf(view.run, thing.madeBy);
        item->setData(0, linkRole, link);
        item->setToolTip(0, link.isEmpty() ? item->text(0) : tr("Open %1").arg(safeLine(link, 200)));
        item->setIcon(0, stateIcon(thing.harmless || now.differs ? ShownState::Waiting : ShownState::NeedsYou));
        showNow(*item, thing.beside ? StepId() : thing.step);
        item->setData(0, Qt::AccessibleTextRole,
            (thing.harmless ? tr("Harmless: %1 Now: %2.") : tr("Look after it: %1 Now: %2."))
                .arg(item->text(0), item->text(nowColumn)));
    }
    const bool any = m_stays->topLevelItemCount() > 0;
    m_stays->setVisible(any);
    m_staysTitle->setVisible(any);
}

void UndoDialog::fitColumns()
{
    for (auto* table : {m_made, m_stays}) {
        int journal = table->header()->sectionSizeHint(journalColumn);
        for (int row = 0; row < table->topLevelItemCount(); ++row) {
            const auto* item = table->topLevelItem(row);
            journal = std::max(
                journal, QFontMetrics(item->font(journalColumn)).horizontalAdvance(item->text(journalColumn)) + 20);
        }
        const int whole = table->viewport()->width();
        table->header()->resizeSection(journalColumn, std::min(journal, whole / 4));
        table->header()->resizeSection(nowColumn, whole * 3 / 10);
    }
}

void UndoDialog::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    fitColumns();
}

void UndoDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        fill();
}

void UndoDialog::openPageOf(const QTreeWidgetItem& item)
{
    if (const QString link = item.data(0, linkRole).toString(); !link.isEmpty())
        openLink(m.opener, link, this);
}

int UndoDialog::count(Fate fate, bool tickedOnly) const
{
    int found = 0;
    for (int row = 0; row < m_made->topLevelItemCount(); ++row) {
        const auto* item = m_made->topLevelItem(row);
        if (item->data(0, fateRole).toInt() == int(fate) && (!tickedOnly || item->checkState(0) == Qt::Checked))
            ++found;
    }
    return found;
}

QList<StepId> UndoDialog::ticked() const
{
    QList<StepId> steps;
    for (int row = 0; row < m_made->topLevelItemCount(); ++row)
        if (m_made->topLevelItem(row)->checkState(0) == Qt::Checked)
            steps += StepId(m_made->topLevelItem(row)->data(0, stepRole).toString());
    return steps;
}

int UndoDialog::countUnseen() const
{
    int found = 0;
    for (int row = 0; row < m_made->topLevelItemCount(); ++row) {
        const auto* item = m_made->topLevelItem(row);
        if (m_first && !m_first->contains(item->data(0, stepRole).toString()) && item->checkState(0) == Qt::Unchecked)
            ++found;
    }
    return found;
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
    else if (m.selection.setAside())
        lacking = whyText(*m.selection.setAside());
    else if (!m_plan || !view || m_sequence != view->run.sequence)
        lacking = tr("Reading what can be taken back…");
    else if (m_made->topLevelItemCount() == 0)
        lacking = tr("There is nothing that could be taken back.");
    else if (chosen.isEmpty())
        lacking = tr("Tick at least one line.");
    else
        lacking = m_footer->reason().missing();
    const int all = m_made->topLevelItemCount(), ticks = int(chosen.size());
    const int proposes = count(Fate::Proposed, true);
    QStringList against;
    if (const int impossible = count(Fate::Impossible, true); impossible > 0)
        against += tr("%n ticked line(s) cannot be taken back as it stands: the undo stops there and asks you.",
            nullptr, impossible);
    if (const int unseen = countUnseen(); unseen > 0)
        against += tr("%n line(s) came while this was open; what is not ticked stays.", nullptr, unseen);
    m_footer->showState({.verb = ticks == count(Fate::TakenBack, true) ? tr("Take %n thing(s) back", nullptr, ticks)
            : ticks == proposes                   ? tr("Propose %n pull request(s) that revert", nullptr, ticks)
            : ticks == count(Fate::Nothing, true) ? tr("Count the run as undone")
                                                  : tr("Undo %n ticked line(s)", nullptr, ticks),
        .lacking = lacking,
        .against = against.join(u' '),
        .later = sentLater(m.desk.status(), m.clock.now()),
        .sending = m_sending,
        .red = true}); // Enter takes nothing back
    const int taken = count(Fate::TakenBack, false), proposed = count(Fate::Proposed, false);
    m_madeTitle->setText(!m_plan || all == 0 ? tr("What can be taken back")
            : taken > 0                      ? tr("%n thing(s) can be taken back now", nullptr, taken)
            : proposed > 0                   ? tr("%n pull request(s) that revert can be proposed", nullptr, proposed)
                                             : tr("Nothing is left that could be taken back"));
    m_merged->setText(tr("%n merged change(s): for each a pull request is proposed that reverts it. The change stays "
                         "until a person has reviewed and merged that one.",
                          nullptr, proposed)
        + u' ' + tr("Until then the run is among those that need you."));
    m_merged->setVisible(proposed > 0);
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
    const UndoRun command{m_footer->reason().text(), ticked()}; // each by name: "everything" may be more by now
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
        look();
        refresh();
    });
}

void UndoDialog::keyPressEvent(QKeyEvent* event)
{
    if (!m_footer->takeKey(*event))
        QDialog::keyPressEvent(event);
}

} // namespace slipway::console
