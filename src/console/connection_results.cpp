// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/connection_results.h"

#include "base/text.h"
#include "console/labels.h"
#include "console/row_delegate.h"
#include "console/safe_text.h"

#include <QDateTime>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace slipway::console {

namespace {

using steps::Granted;

constexpr int findingRole = Qt::UserRole;

//! A sign beside the word, so that colour is never needed.
QString marked(Granted granted)
{
    const auto sign = granted == Granted::Yes ? u"✓ "_s : granted == Granted::No ? u"✗ "_s : u"? "_s;
    return sign + desk::grantedWord(granted);
}

Granted worst(const QList<steps::Finding>& findings, const QString& place)
{
    auto found = Granted::Yes;
    for (const auto& finding : findings) {
        if (finding.place != place)
            continue;
        if (finding.granted == Granted::No)
            return Granted::No;
        if (finding.granted == Granted::Unknown)
            found = Granted::Unknown;
    }
    return found;
}

} // namespace

ConnectionResults::ConnectionResults(Opener opener, QWidget* parent)
    : QWidget(parent)
    , m_opener(std::move(opener))
    , m_summary(headingLabel())
    , m_token(wrappedLabel())
    , m_warnings(wrappedLabel())
    , m_verdict(wrappedLabel())
    , m_why(wrappedLabel())
    , m_list(new QTreeWidget)
    , m_link(new QPushButton(tr("&Authorise for single sign-on…")))
{
    m_summary->setObjectName(u"connectionSummary"_s);
    m_verdict->setObjectName(u"connectionVerdict"_s);
    m_why->setObjectName(u"connectionWhy"_s);
    m_list->setObjectName(u"connectionFindings"_s);
    m_list->setAccessibleName(tr("Rights by repository"));
    m_list->setHeaderLabels({tr("Where and what"), tr("Right"), tr("Needed for")});
    m_list->setUniformRowHeights(true);
    m_list->setItemDelegate(new RowDelegate(m_list));
    m_list->setAlternatingRowColors(true);
    m_link->setObjectName(u"connectionLink"_s);
    m_token->setForegroundRole(QPalette::PlaceholderText);
    QFont bold = m_warnings->font();
    bold.setWeight(QFont::DemiBold);
    m_warnings->setFont(bold);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(8);
    for (QWidget* widget : {static_cast<QWidget*>(m_summary), static_cast<QWidget*>(m_token),
             static_cast<QWidget*>(m_warnings), static_cast<QWidget*>(m_verdict)})
        column->addWidget(widget);
    column->addWidget(m_list, 1);
    column->addWidget(m_why);
    column->addWidget(m_link, 0, Qt::AlignLeft);
    m_why->setMinimumHeight(m_why->fontMetrics().lineSpacing() * 2);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ConnectionResults::showWhy);
    connect(m_link, &QPushButton::clicked, this, [this] {
        if (const auto* item = m_list->currentItem(); item && item->data(0, findingRole).isValid())
            openLink(m_opener, desk::linkOf(m_report.findings.at(item->data(0, findingRole).toInt())).toString(), this);
    });
    showWhy();
}

void ConnectionResults::showReport(const desk::ConnectionReport& report)
{
    m_report = report;
    m_summary->setText(desk::summaryOf(report));
    QStringList about{desk::tokenWords(report.identity.token)};
    if (!report.identity.scopes.isEmpty())
        about << tr("scopes %1").arg(safeLine(report.identity.scopes.join(u", "_s), 300));
    if (report.identity.tokenExpiresAt)
        about << tr("good until %1")
                     .arg(QLocale().toString(
                         QDateTime::fromMSecsSinceEpoch(report.identity.tokenExpiresAt->ms), QLocale::ShortFormat));
    if (!report.identity.serverVersion.isEmpty())
        about << tr("GitHub Enterprise Server %1").arg(safeLine(report.identity.serverVersion, 60));
    m_token->setText(about.join(u" · "_s) + (report.kept.isEmpty() ? QString() : u"\n"_s + safeLine(report.kept, 300)));
    const auto warnings = desk::warningsOf(report);
    m_warnings->setText(warnings.join(u'\n'));
    m_warnings->setVisible(!warnings.isEmpty());
    m_verdict->setText(report.missing() > 0
            ? tr("%n right(s) are missing. Runs stop where they are needed; you can connect all the same.", nullptr,
                int(report.missing()))
            : report.unknown() > 0
            ? tr("Nothing is known to be missing. What GitHub does not tell beforehand is marked with “?”.")
            : tr("Nothing is missing."));

    m_list->clear();
    QHash<QString, QTreeWidgetItem*> places;
    QTreeWidgetItem* first = nullptr;
    for (qsizetype i = 0; i < report.findings.size(); ++i) {
        const auto& finding = report.findings.at(i);
        auto*& place = places[finding.place];
        if (!place) {
            place = new QTreeWidgetItem(m_list,
                {safeLine(desk::placeWords(finding), 200), marked(worst(report.findings, finding.place)), QString()});
            QFont bold = m_list->font();
            bold.setWeight(QFont::DemiBold);
            place->setFont(0, bold);
        }
        const auto steps = safeLine(finding.steps.join(u", "_s), 300);
        auto* item = new QTreeWidgetItem(place, {desk::rightWords(finding.right), marked(finding.granted), steps});
        item->setData(0, findingRole, int(i));
        item->setToolTip(2, steps);
        // What is in order is folded away; what is not stands open.
        if (finding.granted == Granted::No) {
            place->setExpanded(true);
            if (!first)
                first = item;
        }
    }
    m_list->header()->setSectionResizeMode(QHeaderView::Interactive);
    m_list->resizeColumnToContents(1);
    m_list->resizeColumnToContents(0);
    m_list->setColumnWidth(0, std::max(260, m_list->columnWidth(0) + 12));
    m_list->setCurrentItem(first ? first : m_list->topLevelItem(0));
    showWhy();
}

void ConnectionResults::showWhy()
{
    const auto* item = m_list->currentItem();
    const bool one = item && item->data(0, findingRole).isValid();
    const auto* finding = one ? &m_report.findings.at(item->data(0, findingRole).toInt()) : nullptr;
    m_why->setText(finding ? safeLine(desk::whyWords(*finding), 600) : QString());
    m_link->setVisible(finding && !desk::linkOf(*finding).isEmpty());
}

} // namespace slipway::console
