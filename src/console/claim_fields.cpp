// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/claim_fields.h"

#include "base/text.h"
#include "console/labels.h"
#include "console/secret_dialog.h"

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
        edit->setMaxLength(claim.isSecret ? kLongestSecret : 1'000);
        edit->setEchoMode(claim.isSecret ? QLineEdit::Password : QLineEdit::Normal);
        auto* title = plainLabel(QString(claim.title).replace(u'&', u"&&"_s));
        title->setBuddy(edit);
        m_form->addRow(title, edit);
        m_fields.append({claim, title, edit});
        connect(edit, &QLineEdit::textChanged, this, &ClaimFields::changed);
    }
}

void ClaimFields::setProven(bool proven)
{
    for (const Field& field : m_fields) {
        // No service shows a secret that could be compared.
        field.title->setVisible(!proven || !field.claim.isSecret);
        field.edit->setVisible(!proven || !field.claim.isSecret);
        if (field.claim.isSecret)
            field.edit->setPlaceholderText(field.claim.isNeeded
                    ? tr("Later steps need it; kept in the keychain, in no history")
                    : tr("Optional; kept in the keychain, in no history"));
        else if (proven)
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
        if (text.isEmpty() || field.claim.isSecret)
            continue;
        bool isNumber = false;
        const qint64 number = text.toLongLong(&isNumber);
        // Later steps want numbers as numbers; what begins with a zero is none.
        const bool wanted = !field.claim.isText && isNumber && text == QString::number(number);
        values[field.claim.name.toStdString()] = wanted ? Json(number) : Json(text.toStdString());
    }
    return values;
}

QHash<QString, Secret> ClaimFields::secrets() const
{
    QHash<QString, Secret> secrets;
    for (const Field& field : m_fields)
        if (field.claim.isSecret && !field.edit->text().isEmpty())
            secrets.insert(field.claim.name, Secret(field.edit->text().toUtf8()));
    return secrets;
}

} // namespace slipway::console
