// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/compare_dialog.h"

#include "base/text.h"
#include "base/when_done.h"
#include "console/icons.h"
#include "console/labels.h"
#include "console/row_delegate.h"
#include "console/safe_text.h"
#include "console/wording.h"
#include "desk/error_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace slipway::console {

namespace {

constexpr int differsRole = Qt::UserRole + 1;

} // namespace

CompareDialog::CompareDialog(
    desk::Desk& desk, Clock& clock, std::shared_ptr<const desk::RunView> first, QWidget* parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_clock(clock)
    , m_first(std::move(first))
    , m_other(new QComboBox)
    , m_onlyDifferent(new QCheckBox(tr("Show &differences only")))
    , m_table(new QTreeWidget)
    , m_hint(quietLabel(tr("Reading the other runs of this workflow…")))
{
    setObjectName(u"compareDialog"_s);
    setWindowTitle(tr("Compare runs"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    m_other->setObjectName(u"otherRun"_s);
    m_other->setAccessibleName(tr("Run to compare with"));
    m_other->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_onlyDifferent->setObjectName(u"onlyDifferent"_s);
    m_table->setObjectName(u"comparison"_s);
    m_table->setAccessibleName(tr("The two runs side by side"));
    m_table->setAlternatingRowColors(true);
    m_table->setColumnCount(4);
    m_table->setItemDelegate(new RowDelegate(m_table));
    m_hint->setWordWrap(true);

    auto* with = plainLabel(tr("Compare &with"));
    with->setBuddy(m_other);
    auto* close = new QPushButton(tr("Close"));
    close->setObjectName(u"closeButton"_s);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_other, &QComboBox::currentIndexChanged, this, &CompareDialog::read);
    connect(m_onlyDifferent, &QCheckBox::toggled, this, &CompareDialog::filter);

    auto* choice = new QHBoxLayout;
    choice->addWidget(with);
    choice->addWidget(m_other, 1);
    choice->addWidget(m_onlyDifferent);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_hint, 1);
    buttons->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(18, 16, 18, 14);
    column->setSpacing(10);
    column->addWidget(headingLabel(safeLine(m_first->run.subject, 80)));
    column->addLayout(choice);
    column->addWidget(m_table, 1);
    column->addLayout(buttons);
    resize(900, 640);
    whenDone(m_desk.runs({}), this, [this](const Result<QList<desk::RunSummary>>& runs) { take(runs); });
}

void CompareDialog::take(const Result<QList<desk::RunSummary>>& runs)
{
    if (!runs) {
        m_hint->setText(safeText(desk::describe(runs.error()).what, 300));
        return;
    }
    constexpr int most = 300;
    int best = -1;
    {
        const QSignalBlocker quiet(m_other);
        for (const desk::RunSummary& run : *runs) {
            if (run.id == m_first->run.id || run.workflow != m_first->run.workflow->id || m_other->count() >= most)
                continue;
            m_other->addItem(
                tr("%1, %2, %3", "service, state, start")
                    .arg(safeLine(run.subject, 60), desk::stateWord(run.state), dateTimeText(run.startedAt)),
                run.id.text());
            // The newest that went well is what one wants to know the difference to.
            if (best < 0 && run.state == RunState::Succeeded)
                best = m_other->count() - 1;
        }
        m_other->setCurrentIndex(m_other->count() == 0 ? -1 : std::max(0, best));
    }
    if (m_other->count() == 0)
        m_hint->setText(tr("There is no other run of this workflow yet."));
    read();
}

void CompareDialog::read()
{
    const RunId other(m_other->currentData().toString());
    if (other.isEmpty())
        return;
    const int question = ++m_question;
    whenDone(m_desk.run(other), this, [this, question](const Result<desk::RunView>& view) {
        if (question != m_question)
            return; // another was chosen since
        if (view)
            fill(*view);
        else
            m_hint->setText(safeText(desk::describe(view.error()).what, 300));
    });
}

void CompareDialog::fill(const desk::RunView& second)
{
    m_table->clear();
    m_table->setHeaderLabels({tr("What", "heading of what is compared"), safeLine(m_first->run.subject, 60),
        safeLine(second.run.subject, 60), tr("Compared", "heading of: differs")});
    const std::array titles{tr("Run"), tr("Inputs"), tr("Steps")};
    std::array<QTreeWidgetItem*, 3> parts{};
    int different = 0;
    for (const ComparedLine& line : compareRuns(*m_first, second, m_clock.now())) {
        auto*& part = parts[size_t(line.part)];
        if (!part) {
            part = new QTreeWidgetItem(m_table, QStringList{titles[size_t(line.part)]});
            part->setFirstColumnSpanned(true);
            part->setExpanded(true);
        }
        auto* item = new QTreeWidgetItem(part);
        item->setText(0, line.what);
        item->setText(1, line.first.isEmpty() ? tr("–", "nothing") : line.first);
        item->setText(2, line.second.isEmpty() ? tr("–", "nothing") : line.second);
        item->setData(0, differsRole, line.differs);
        if (line.differs) {
            ++different;
            item->setText(3, tr("differs"));
            item->setIcon(3, icon(u"differs"_s));
        }
        item->setData(0, Qt::AccessibleTextRole,
            tr("%1: %2 and %3. %4").arg(line.what, item->text(1), item->text(2), item->text(3)));
    }
    m_table->header()->setStretchLastSection(false);
    m_table->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    m_table->header()->setSectionResizeMode(1, QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(2, QHeaderView::Stretch);
    m_table->header()->setSectionResizeMode(3, QHeaderView::ResizeToContents);
    m_hint->setText(tr("%n difference(s).", nullptr, different));
    filter();
}

void CompareDialog::filter()
{
    for (int part = 0; part < m_table->topLevelItemCount(); ++part) {
        QTreeWidgetItem* group = m_table->topLevelItem(part);
        for (int row = 0; row < group->childCount(); ++row)
            group->child(row)->setHidden(
                m_onlyDifferent->isChecked() && !group->child(row)->data(0, differsRole).toBool());
    }
}

} // namespace slipway::console
