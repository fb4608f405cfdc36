// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/claim_fields.h"

#include "base/text.h"
#include "console/labels.h"

#include <QFormLayout>
#include <QLineEdit>

namespace slipway::console {

ClaimFields::ClaimFields(QWidget* parent)
    : QWidget(parent)
    , m_form(new QFormLayout(this))
{
    setObjectName(u"claims"_s);
    m_form->setContentsMargins(0, 0, 0, 0);
}

void ClaimFields::offer(const QList<Claim>& claims)
{
    for (const Claim& claim : claims) {
        auto* edit = new QLineEdit;
        edit->setObjectName(u"claim-"_s + claim.name);
        edit->setAccessibleName(claim.title);
        edit->setMaxLength(1'000);
        auto* title = plainLabel(QString(claim.title).replace(u'&', u"&&"_s));
        title->setBuddy(edit);
        m_form->addRow(title, edit);
        m_fields.append({claim, edit});
        connect(edit, &QLineEdit::textChanged, this, &ClaimFields::changed);
    }
}

void ClaimFields::setProven(bool proven)
{
    for (const Field& field : m_fields) {
        if (proven)
            field.edit->setPlaceholderText(tr("Optional: without it, what the service shows by itself must prove it"));
        else
            field.edit->setPlaceholderText(field.claim.isNeeded ? tr("Later steps need it") : tr("Optional"));
        field.edit->setAccessibleDescription(field.edit->placeholderText());
    }
}

Json ClaimFields::values() const
{
    Json values = Json::object();
    for (const Field& field : m_fields) {
        const QString text = field.edit->text().trimmed();
        if (text.isEmpty())
            continue;
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        // Later steps want numbers as numbers; what begins with a zero is none.
        const bool wanted = !field.claim.isText && isNumber && text == QString::number(number);
        values[field.claim.name.toStdString()] = wanted ? Json(number) : Json(text.toStdString());
    }
    return values;
}

} // namespace slipway::console
