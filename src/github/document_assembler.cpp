// SPDX-License-Identifier: GPL-3.0-or-later
#include "github/document_assembler.h"

namespace slipway::github {

QByteArray Document::body() const
{
    return toBytes(
        Json{{"query", text.toStdString()}, {"operationName", operation.toStdString()}, {"variables", variables}});
}

DocumentAssembler::DocumentAssembler(Kind kind, QString operation)
    : m_kind(kind)
    , m_operation(std::move(operation))
{ }

QByteArray DocumentAssembler::value(const QByteArray& type, Json value)
{
    const bool shared = value.is_primitive();
    const auto known = shared ? type + '\n' + toBytes(value) : QByteArray();
    if (const auto found = m_known.constFind(known); shared && found != m_known.constEnd())
        return *found;
    const auto name = "v" + QByteArray::number(m_declarations.size());
    m_declarations.append("$" + name + ":" + type);
    m_variables[name.toStdString()] = std::move(value);
    if (shared)
        m_known.insert(known, "$" + name);
    return "$" + name;
}

QByteArray DocumentAssembler::spread(const Fragment& fragment)
{
    use(fragment);
    return QByteArray("...") + fragment.name;
}

void DocumentAssembler::use(const Fragment& fragment)
{
    if (m_used.contains(&fragment))
        return;
    m_used.append(&fragment);
    for (const auto* other : fragment.uses)
        use(*other);
    m_fragments.append(fragment.text);
}

QByteArray DocumentAssembler::alias(const QByteArray& prefix) { return prefix + QByteArray::number(m_aliases++); }

Document DocumentAssembler::document() const
{
    QByteArray text = m_kind == Kind::Query ? "query " : "mutation ";
    text += m_operation.toUtf8();
    if (!m_declarations.isEmpty())
        text += "(" + m_declarations.join(',') + ")";
    text += " {\n";
    for (const auto& field : m_fields)
        text += "  " + field + "\n";
    text += "}\n";
    for (const auto& fragment : m_fragments)
        text += fragment + "\n";
    return {m_operation, text, m_variables};
}

} // namespace slipway::github
