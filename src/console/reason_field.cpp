// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/reason_field.h"

#include "base/text.h"
#include "console/labels.h"
#include "console/safe_text.h"
#include "desk/values.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSettings>

namespace slipway::console {

namespace {

constexpr qsizetype kMostRecent = 12;
const QString recentKey = QStringLiteral("recentReasons");

} // namespace

ReasonField::ReasonField(QSettings& settings, QWidget* parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_title(plainLabel(tr("&Reason")))
    , m_reason(new QComboBox)
    , m_link(new QLineEdit)
{
    m_reason->setEditable(true);
    m_reason->setInsertPolicy(QComboBox::NoInsert);
    m_reason->setObjectName(u"recentReasons"_s);
    m_reason->setAccessibleName(tr("Reason, or one given lately"));
    for (const QString& recent : settings.value(recentKey).toStringList())
        m_reason->addItem(safeValue(recent, 500));
    m_reason->setCurrentIndex(-1);
    m_reason->lineEdit()->setObjectName(u"reason"_s);
    m_reason->lineEdit()->setAccessibleName(tr("Reason"));
    m_reason->lineEdit()->setMaxLength(500);
    m_reason->lineEdit()->setPlaceholderText(tr("Others will read it in the history"));
    m_link->setObjectName(u"reasonLink"_s);
    m_link->setAccessibleName(tr("Link, optional"));
    m_link->setPlaceholderText(tr("https://… (optional)"));
    m_link->setMaxLength(400);
    m_title->setBuddy(m_reason);
    auto* linkTitle = plainLabel(tr("Lin&k"));
    linkTitle->setBuddy(m_link);

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addWidget(m_reason, 3);
    row->addWidget(linkTitle);
    row->addWidget(m_link, 2);
    m_reason->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_reason, &QComboBox::editTextChanged, this, &ReasonField::changed);
    connect(m_link, &QLineEdit::textChanged, this, &ReasonField::changed);
}

void ReasonField::setNeeded(bool needed)
{
    m_needed = needed;
    m_title->setText(needed ? tr("&Reason *") : tr("&Reason"));
}

QString ReasonField::reason() const { return m_reason->currentText().trimmed(); }

QString ReasonField::text() const
{
    const QString link = m_link->text().trimmed();
    return link.isEmpty() ? reason() : tr("%1 (%2)", "reason, link").arg(reason(), link).trimmed();
}

QString ReasonField::missing() const
{
    const auto lacking = leastReason - reason().size();
    if (m_needed && lacking > 0)
        return reason().isEmpty()
            ? tr("A reason of at least %n character(s) is needed; others will read it.", nullptr, leastReason)
            : tr("%n more character(s), please.", nullptr, int(lacking));
    if (const QString link = m_link->text().trimmed(); !link.isEmpty() && !desk::isSafeToOpen(link))
        return tr("The link must begin with https:// and be an address that can be opened.");
    return {};
}

void ReasonField::remember()
{
    const QString given = reason();
    if (given.size() < leastReason)
        return;
    QStringList recent = m_settings.value(recentKey).toStringList();
    recent.removeAll(given);
    recent.prepend(given);
    m_settings.setValue(recentKey, QStringList(recent.mid(0, kMostRecent)));
}

void ReasonField::focusReason() { m_reason->setFocus(Qt::OtherFocusReason); }

void ReasonField::setFieldsEnabled(bool enabled)
{
    m_reason->setEnabled(enabled);
    m_link->setEnabled(enabled);
}

} // namespace slipway::console
