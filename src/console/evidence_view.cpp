// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/evidence_view.h"

#include "base/text.h"
#include "console/icons.h"
#include "console/labels.h"
#include "console/read_age.h"
#include "console/safe_text.h"
#include "console/state_style.h"
#include "desk/error_text.h"

#include <QEvent>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace slipway::console {

namespace {

constexpr int urlRole = Qt::UserRole + 1;

} // namespace

EvidenceView::EvidenceView(Clock& clock, QWidget* parent)
    : QWidget(parent)
    , m_title(plainLabel(tr("Evidence")))
    , m_age(new ReadAge(clock))
    , m_table(new QTreeWidget)
    , m_text(wrappedLabel())
{
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    m_title->setFont(bold);
    connect(m_age, &ReadAge::readAgain, this, &EvidenceView::readAgain);

    m_table->setObjectName(u"evidence"_s);
    m_table->setAccessibleName(tr("Evidence: what the services show, beside what the journal believes"));
    m_table->setRootIsDecorated(false);
    m_table->setAlternatingRowColors(true);
    m_table->setUniformRowHeights(false);
    m_table->setWordWrap(true);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setColumnCount(4);
    m_table->header()->setSectionsMovable(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(m_table, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        if (const QString url = item->data(0, urlRole).toString(); !url.isEmpty())
            Q_EMIT linkActivated(url);
    });

    auto* head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_age, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    column->addWidget(m_text);
    m_text->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    showNothing({});
}

void EvidenceView::say(const QString& text)
{
    m_text->setText(safeText(text, 600));
    m_text->setVisible(!text.isEmpty());
}

void EvidenceView::showLines(bool any)
{
    m_table->setVisible(any);
    static_cast<QVBoxLayout*>(layout())->setStretchFactor(m_text, any ? 0 : 1);
}

void EvidenceView::forget()
{
    m_evidence.reset();
    m_table->clear();
    showLines(false);
}

void EvidenceView::showReading()
{
    // What was read before stays to be seen, with its age, until the new answer is there.
    m_age->showReading();
    if (!m_evidence) {
        forget();
        say(tr("The services are being asked. Nothing is changed by that."));
    }
}

void EvidenceView::showError(const Error& error)
{
    forget();
    m_age->showUnread();
    const desk::ErrorText text = desk::describe(error);
    say(QStringList{text.what, text.why, text.remedy}.join(u'\n').trimmed());
}

void EvidenceView::showNothing(const QString& why)
{
    forget();
    m_age->showNothing(!why.isEmpty());
    say(why);
}

void EvidenceView::showEvidence(const desk::Evidence& evidence)
{
    m_evidence = evidence;
    if (evidence.service.isEmpty())
        m_age->showNothing(true);
    else
        m_age->showRead(evidence.readAt);
    fill();
}

void EvidenceView::fill()
{
    const desk::Evidence& evidence = *m_evidence;
    m_table->clear();
    m_table->setHeaderLabels({tr("What", "heading of what is compared"),
        safeLine(evidence.service.isEmpty() ? tr("Service") : evidence.service, 40), tr("Journal"),
        tr("Compared", "heading of: same, DIFFERS")});
    const QColor attention = colourOf(ColourRole::Attention, palette());
    for (const desk::EvidenceLine& line : evidence.lines) {
        auto* item = new QTreeWidgetItem(m_table);
        item->setText(0, safeLine(line.what, 80));
        item->setSizeHint(1, QSize(0, fontMetrics().height() + 8)); // of a column whose width is not its contents'
        item->setText(1, line.service.isEmpty() ? tr("–", "nothing known") : safeLine(line.service, 160));
        item->setText(2, line.journal.isEmpty() ? tr("–", "nothing known") : safeLine(line.journal, 160));
        switch (line.agreement) {
        case desk::EvidenceLine::Agreement::Same:
            item->setText(3, tr("same"));
            item->setForeground(3, palette().color(QPalette::PlaceholderText));
            break;
        case desk::EvidenceLine::Agreement::Differs: {
            item->setText(3, tr("DIFFERS"));
            item->setIcon(3, icon(u"differs"_s));
            QFont bold = font();
            bold.setWeight(QFont::Bold);
            item->setFont(3, bold);
            item->setForeground(3, attention);
            break;
        }
        case desk::EvidenceLine::Agreement::NotCompared: break;
        }
        item->setData(0, urlRole, line.url);
        for (int column = 0; column < 4; ++column)
            item->setToolTip(
                column, line.url.isEmpty() ? item->text(column) : tr("Open %1").arg(safeLine(line.url, 200)));
        // Read as one line: "Checks: GitHub 4 of 4 passed, journal not finished, DIFFERS".
        item->setData(0, Qt::AccessibleTextRole,
            tr("%1: %2 shows %3, the journal has %4. %5")
                .arg(item->text(0), safeLine(evidence.service, 40), item->text(1), item->text(2), item->text(3)));
    }
    showLines(!evidence.lines.isEmpty());
    QHeaderView* header = m_table->header();
    header->setStretchLastSection(false);
    // Not by its contents: those are wrapped, and would be measured by the width they have already.
    int widest = header->sectionSizeHint(0);
    for (const desk::EvidenceLine& line : evidence.lines)
        widest = std::max(widest, fontMetrics().horizontalAdvance(safeLine(line.what, 80)) + 16);
    header->setSectionResizeMode(0, QHeaderView::Interactive);
    header->resizeSection(0, std::clamp(widest, 60, 220));
    header->setSectionResizeMode(1, QHeaderView::Stretch);
    header->setSectionResizeMode(2, QHeaderView::Stretch);
    header->setSectionResizeMode(3, QHeaderView::ResizeToContents);

    QString text;
    if (!evidence.onRetry.isEmpty())
        text = tr("By this, a retry would %1.").arg(safeLine(evidence.onRetry, 240));
    else if (evidence.error) {
        const desk::ErrorText error = desk::describe(*evidence.error);
        text = evidence.verdict == desk::Evidence::Verdict::NotYet
            ? tr("There is nothing to look at yet: %1").arg(error.what)
            : QStringList{error.what, error.remedy}.join(u' ').trimmed();
    }
    if (evidence.lines.isEmpty() && evidence.service.isEmpty())
        text = tr("No service can show anything of this step: only people know.");
    say(text);
}

void EvidenceView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_evidence)
        fill();
}

} // namespace slipway::console
