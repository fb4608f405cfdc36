// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/many_runs_dialog.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "base/when_done.h"
#include "console/act_footer.h"
#include "console/announcer.h"
#include "console/labels.h"
#include "console/reason_field.h"
#include "console/row_delegate.h"
#include "console/safe_text.h"
#include "console/sent_later.h"
#include "console/state_painter.h"
#include "console/wording.h"
#include "desk/error_text.h"

#include <QApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyle>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace slipway::console {

namespace {

enum ManyColumn { RunColumn, EffectColumn };

} // namespace

ManyRunsDialog::ManyRunsDialog(Context context, ManyAct act, const QList<RunId>& runs,
    const std::function<QString(const RunId&)>& subjectOf, QWidget* parent)
    : QDialog(parent)
    , m(std::move(context))
    , m_act(act)
    , m_headline(headingLabel(titleOf(act, int(runs.size()))))
    , m_table(new QTreeWidget)
    , m_all(new QPushButton(tr("Untick &all")))
    , m_footer(new ActFooter(m.settings, m_all))
{
    setObjectName(u"manyRuns"_s);
    setWindowTitle(tr("Several runs"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    for (const RunId& run : runs) {
        Row row;
        row.run = run;
        row.subject = safeLine(subjectOf(run), 80);
        row.item = new QTreeWidgetItem(m_table);
        m_rows += row;
    }
    m_footer->reason().setNeeded(act == ManyAct::Cancel);
    for (int at = 0; at < m_rows.size(); ++at) {
        showRow(m_rows[at]);
        read(at);
    }
    connect(&m.desk, &desk::Desk::changed, this, [this](const QList<RunId>& changed) {
        for (int at = 0; at < m_rows.size(); ++at)
            if (changed.contains(m_rows[at].run))
                read(at);
    });
    refresh();
    resize(940, 560);
    if (act == ManyAct::Cancel)
        m_footer->reason().focusReason();
    else
        m_table->setFocus();
}

void ManyRunsDialog::build()
{
    m_headline->setObjectName(u"headline"_s);
    m_headline->setWordWrap(true);
    m_all->setObjectName(u"tickAll"_s);
    m_table->setObjectName(u"manyRunsTable"_s);
    m_table->setAccessibleName(tr("The runs, and what will happen to each"));
    m_table->setRootIsDecorated(false);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(true);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_table->setHeaderLabels(QStringList() << tr("Run") << tr("What will happen"));
    m_table->header()->setStretchLastSection(true);
    m_table->header()->setSectionResizeMode(RunColumn, QHeaderView::ResizeToContents);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // What a line says fills more of them in a narrower window.
    connect(m_table->header(), &QHeaderView::sectionResized, m_table, [this] { m_table->doItemsLayout(); });
    connect(m_table, &QTreeWidget::itemChanged, this, &ManyRunsDialog::refresh);
    connect(m_all, &QPushButton::clicked, this, [this] {
        const bool untick = std::any_of(m_rows.begin(), m_rows.end(), [this](const Row& row) { return isTicked(row); });
        {
            const QSignalBlocker quiet(m_table);
            for (const Row& row : std::as_const(m_rows))
                if (row.state == State::Possible)
                    row.item->setCheckState(RunColumn, untick ? Qt::Unchecked : Qt::Checked);
        }
        m_table->viewport()->update();
        refresh();
    });
    connect(&m.desk, &desk::Desk::statusChanged, this, &ManyRunsDialog::refresh);
    connect(m_footer, &ActFooter::closed, this, &QDialog::reject);
    connect(m_footer, &ActFooter::confirmed, this, &ManyRunsDialog::confirm);
    connect(m_footer, &ActFooter::reasonChanged, this, &ManyRunsDialog::refresh);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(10);
    column->addWidget(m_headline);
    column->addWidget(wrappedLabel(tr("Each line says what will happen to its run, or why nothing can. Nothing happens "
                                      "before you press the button below.")));
    column->addWidget(m_table, 1);
    column->addWidget(m_footer);
}

void ManyRunsDialog::read(int at)
{
    Row& row = m_rows[at];
    if (row.state == State::Sent || row.state == State::Done)
        return; // what is shown is what came of it
    row.askAgain = row.isAsked;
    if (std::exchange(row.isAsked, true))
        return;
    whenDone(m.desk.run(row.run), this, [this, at](const Result<desk::RunView>& view) { take(at, view); });
}

void ManyRunsDialog::take(int at, const Result<desk::RunView>& view)
{
    Row& row = m_rows[at];
    row.isAsked = false;
    if (row.state == State::Sent || row.state == State::Done)
        return;
    if (view) {
        row.view = std::make_shared<const desk::RunView>(*view);
        row.plan = planFor(m_act, *view, {}, m.clock.now(), m.clock.scale());
    } else if (m_act == ManyAct::Resume && view.error().code == errc::runSetAside) {
        row.view.reset();
        row.plan = {{ResumeRun{}}, tr("It could not be read; it is read again.")};
    } else {
        row.plan = {{}, desk::describe(view.error()).what};
    }
    const bool wasPossible = row.state == State::Possible;
    row.state = row.plan.commands.isEmpty() ? State::Impossible : State::Possible;
    const bool isFirst = !std::exchange(row.isRead, true);
    {
        const QSignalBlocker quiet(m_table);
        if (row.state == State::Possible) {
            row.item->setFlags(row.item->flags() | Qt::ItemIsUserCheckable);
            // What a person unticked stays so; what became possible later, or was refused, waits for her.
            if (!wasPossible)
                row.item->setCheckState(RunColumn, isFirst ? Qt::Checked : Qt::Unchecked);
        } else {
            row.item->setData(RunColumn, Qt::CheckStateRole, QVariant());
            row.item->setFlags(row.item->flags() & ~Qt::ItemIsUserCheckable);
        }
    }
    showRow(row);
    refresh();
    if (std::exchange(row.askAgain, false))
        read(at);
}

namespace {

//! As wide as a box to tick.
QIcon boxless()
{
    const QStyle* style = QApplication::style();
    QPixmap nothing(style->pixelMetric(QStyle::PM_IndicatorWidth), style->pixelMetric(QStyle::PM_IndicatorHeight));
    nothing.fill(Qt::transparent);
    return QIcon(nothing);
}

} // namespace

void ManyRunsDialog::showRow(const Row& row)
{
    const QSignalBlocker quiet(m_table);
    QString text = safeText(row.plan.effect, 600);
    ShownState mark = ShownState::Planned;
    switch (row.state) {
    case State::Reading: text = tr("Reading…"); break;
    case State::Possible: mark = ShownState::Queued; break;
    case State::Impossible:
        text = tr("Not possible: %1").arg(text);
        mark = ShownState::Skipped;
        break;
    case State::Sent:
        text = tr("Requested…");
        mark = ShownState::Running;
        break;
    case State::Done:
        text = tr("Requested: %1").arg(text);
        mark = ShownState::Done;
        break;
    }
    if (!row.refusal.isEmpty() && row.state != State::Sent) {
        text = row.state == State::Possible ? tr("Refused: %1\nOnce more: %2").arg(row.refusal, text)
                                            : tr("Refused: %1\n%2").arg(row.refusal, text);
        mark = ShownState::Failed;
    }
    row.item->setText(RunColumn, row.subject);
    row.item->setIcon(
        RunColumn, row.state == State::Possible ? QIcon() : boxless()); // its name stands under the others
    row.item->setText(EffectColumn, text);
    row.item->setToolTip(EffectColumn, text);
    row.item->setIcon(EffectColumn, stateIcon(mark));
    row.item->setData(RunColumn, Qt::AccessibleTextRole, tr("%1: %2", "run, what will happen").arg(row.subject, text));
}

bool ManyRunsDialog::isTicked(const Row& row) const
{
    return row.state == State::Possible && row.item->checkState(RunColumn) == Qt::Checked;
}

int ManyRunsDialog::count(State state) const
{
    return int(std::count_if(m_rows.begin(), m_rows.end(), [state](const Row& row) { return row.state == state; }));
}

void ManyRunsDialog::refresh()
{
    const int ticked =
        int(std::count_if(m_rows.begin(), m_rows.end(), [this](const Row& row) { return isTicked(row); }));
    const bool sending = count(State::Sent) > 0;
    QString lacking;
    if (const auto status = m.desk.status(); status.readOnly)
        lacking = desk::describe(*status.readOnly).what;
    else if (count(State::Reading) > 0)
        lacking = tr("Reading the runs…");
    else if (count(State::Possible) == 0)
        lacking = count(State::Done) > 0 ? tr("What could be done is requested. Each line says what came of it.")
                                         : tr("It can be done in none of these runs. Each line says why.");
    else if (ticked == 0)
        lacking = tr("Tick at least one run.");
    else
        lacking = m_footer->reason().missing();
    m_footer->showState({.verb = verbOf(m_act, ticked),
        .lacking = lacking,
        .later =
            m_act == ManyAct::Retry || m_act == ManyAct::Resume ? sentLater(m.desk.status(), m.clock.now()) : QString(),
        .sending = sending,
        .red = m_act == ManyAct::Cancel}); // Enter cancels nothing
    m_all->setText(ticked > 0 ? tr("Untick &all") : tr("Tick &all"));
    m_all->setEnabled(!sending && count(State::Possible) > 0);
}

void ManyRunsDialog::confirm()
{
    if (count(State::Sent) > 0 || !m_footer->isReady())
        return;
    m_footer->reason().remember();
    QList<int> chosen;
    for (int at = 0; at < m_rows.size(); ++at)
        if (isTicked(m_rows[at]))
            chosen += at;
    // All are marked before the first answer can come: until the last one has, the button stays pressed.
    for (const int at : std::as_const(chosen)) {
        Row& row = m_rows[at];
        if (row.view)
            row.plan = planFor(m_act, *row.view, m_footer->reason().text(), m.clock.now(), m.clock.scale());
        row.refusal.clear();
        row.answersAwaited = int(row.plan.commands.size());
        row.state = State::Sent;
        {
            const QSignalBlocker quiet(m_table);
            row.item->setData(RunColumn, Qt::CheckStateRole, QVariant());
        }
        showRow(row);
    }
    refresh();
    for (const int at : std::as_const(chosen))
        send(at);
}

void ManyRunsDialog::send(int at)
{
    const QList<Command> commands = m_rows[at].plan.commands;
    for (const Command& command : commands)
        m.commands.submit(m_rows[at].run, command, newCommandId(), std::nullopt, this,
            [this, at](const Result<desk::Receipt>& receipt) { answered(at, receipt); });
}

void ManyRunsDialog::answered(int at, const Result<desk::Receipt>& receipt)
{
    Row& row = m_rows[at];
    if (!receipt)
        row.refusal = safeText(whyText(receipt.error()), 400);
    if (--row.answersAwaited > 0)
        return;
    row.state = row.refusal.isEmpty() ? State::Done : State::Reading;
    showRow(row);
    if (row.state == State::Reading)
        read(at); // it may be asked for once more, by what the run is now
    if (count(State::Sent) == 0)
        tellTheEnd();
    refresh();
}

void ManyRunsDialog::tellTheEnd()
{
    const int refused =
        int(std::count_if(m_rows.begin(), m_rows.end(), [](const Row& row) { return !row.refusal.isEmpty(); }));
    QString said = tr("Requested in %n run(s).", nullptr, count(State::Done));
    if (refused > 0)
        said += u' ' + tr("Refused in %n run(s).", nullptr, refused);
    announce(*this, said, refused > 0 ? Urgency::Assertive : Urgency::Polite);
}

void ManyRunsDialog::keyPressEvent(QKeyEvent* event)
{
    if (!m_footer->takeKey(*event))
        QDialog::keyPressEvent(event);
}

} // namespace slipway::console
