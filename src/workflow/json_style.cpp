// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/json_style.h"

#include "base/json.h"

namespace slipway {

namespace {

bool isBlank(char c) { return c == ' ' || c == '\t'; }

bool hasLineEnd(QByteArrayView bytes) { return bytes.contains('\n'); }

QByteArray newlineIn(QByteArrayView bytes, const QByteArray& fallback)
{
    const auto at = bytes.lastIndexOf('\n');
    if (at < 0)
        return fallback;
    return at > 0 && bytes.at(at - 1) == '\r' ? QByteArray("\r\n") : QByteArray("\n");
}

QByteArray afterLastLineEnd(QByteArrayView bytes) { return bytes.sliced(bytes.lastIndexOf('\n') + 1).toByteArray(); }

} // namespace

JsonStyle::JsonStyle(const QByteArray& text, const JsonPlaces& places)
    : m_text(text)
    , m_places(places)
{
    const auto& root = places.at(0);
    const auto body = between(root.begin, root.end);
    m_newline = newlineIn(hasLineEnd(body) ? body : QByteArrayView(text), m_newline);
    bool holdsScalar = false;
    for (const auto& node : places.nodes) {
        if (!node.children.empty())
            learn(node);
        else if (node.parent >= 0 && node.kind != JsonKind::Array && node.kind != JsonKind::Object)
            holdsScalar = true;
    }
    // "[]" and "[{}]" show no style at all; they grow as a formatter would write them.
    m_oneLine = !hasLineEnd(body) && holdsScalar;
    if (!m_inlineComma)
        m_inlineComma = m_colon == QByteArray(":") ? "," : ", ";
    if (!m_colon)
        m_colon = m_inlineComma == QByteArray(",") ? ":" : ": ";
}

void JsonStyle::learn(const JsonNode& container)
{
    const auto& children = container.children;
    const auto& first = m_places.at(children.front());
    if (isMultiLine(container)) {
        // A file that indents nothing keeps to that; one that indents somewhere is taken at its word.
        if (const auto unit = unitOf(container); unit && (!m_unit || m_unit->isEmpty()))
            m_unit = unit;
    } else {
        const auto pad = lead(container).toByteArray();
        if (container.kind == JsonKind::Array && !m_arrayPadKnown) {
            m_arrayPad = pad;
            m_arrayPadKnown = true;
        } else if (container.kind == JsonKind::Object && !m_objectPadKnown) {
            m_objectPad = pad;
            m_objectPadKnown = true;
        }
        if (children.size() > 1 && !m_inlineComma) {
            const auto separator = between(first.end, m_places.at(children[1]).itemBegin());
            if (!hasLineEnd(separator))
                m_inlineComma = separator.toByteArray();
        }
    }
    if (container.kind == JsonKind::Object && !m_colon) {
        const auto colon = between(first.nameEnd, first.begin);
        if (!hasLineEnd(colon))
            m_colon = colon.toByteArray();
    }
}

QByteArrayView JsonStyle::between(qsizetype begin, qsizetype end) const
{
    return QByteArrayView(m_text).sliced(begin, end - begin);
}

QByteArray JsonStyle::indentationAt(qsizetype at) const
{
    auto begin = m_text.lastIndexOf('\n', at > 0 ? at - 1 : 0) + 1;
    if (begin > at)
        begin = at;
    if (begin == 0 && m_text.startsWith("\xEF\xBB\xBF"))
        begin = 3;
    auto end = begin;
    while (end < at && isBlank(m_text.at(end)))
        ++end;
    return m_text.mid(begin, end - begin);
}

QByteArrayView JsonStyle::lead(const JsonNode& container) const
{
    return between(container.begin + 1, m_places.at(container.children.front()).itemBegin());
}

bool JsonStyle::isMultiLine(const JsonNode& container) const
{
    return !container.children.empty() && hasLineEnd(lead(container));
}

//! The indentation that the container adds for its children, where its own lines show it.
std::optional<QByteArray> JsonStyle::unitOf(const JsonNode& container) const
{
    const auto tail = between(m_places.at(container.children.back()).end, container.end - 1);
    if (!isMultiLine(container) || !hasLineEnd(tail))
        return std::nullopt;
    const auto inner = afterLastLineEnd(lead(container));
    const auto outer = afterLastLineEnd(tail);
    if (!inner.startsWith(outer))
        return std::nullopt;
    return inner.mid(outer.size());
}

QByteArray JsonStyle::colonOf(const JsonNode& object) const
{
    if (object.kind != JsonKind::Object || object.children.empty())
        return *m_colon;
    const auto& last = m_places.at(object.children.back());
    const auto colon = between(last.nameEnd, last.begin);
    return hasLineEnd(colon) ? *m_colon : colon.toByteArray();
}

//! Whether an empty container that gets its first child goes over several lines: as the container around it does.
bool JsonStyle::expandsWhenFilled(int container) const
{
    if (m_oneLine)
        return false;
    for (int node = container; m_places.at(node).parent >= 0; node = m_places.at(node).parent) {
        const auto& here = m_places.at(node);
        const auto& siblings = m_places.at(here.parent).children;
        const auto place = std::lower_bound(siblings.begin(), siblings.end(), node);
        const auto begin =
            place == siblings.begin() ? m_places.at(here.parent).begin : m_places.at(*std::prev(place)).end;
        if (hasLineEnd(between(begin, here.itemBegin())))
            return true;
        if (siblings.size() > 1)
            return false;
    }
    return true;
}

//! The child of `container` after whose example `value` is written: the one of its name, else the last of its kind.
int JsonStyle::exampleFor(const Json& value, const JsonNode& container, const std::string& name) const
{
    int example = -1;
    if (!value.is_structured())
        return example;
    const auto fits = [&](int child) {
        return m_places.at(child).kind == kindOf(value) && !m_places.at(child).children.empty();
    };
    for (auto child = container.children.rbegin(); child != container.children.rend(); ++child) {
        if (!fits(*child))
            continue;
        if (example < 0)
            example = *child;
        if (name.empty())
            break;
        const auto& node = m_places.at(*child);
        if (node.nameBegin >= 0 && decodedText(m_text, node.nameBegin, node.nameEnd).toStdString() == name)
            return *child;
    }
    return example;
}

QByteArray JsonStyle::write(const Json& value, int example, const Layout& layout) const
{
    if (!value.is_structured())
        return toBytes(value);
    const char* brackets = value.is_object() ? "{}" : "[]";
    if (value.empty())
        return brackets;

    static const JsonNode none;
    const auto& like = example >= 0 ? m_places.at(example) : none;
    Layout inner{layout.newline, layout.indentation, layout.multiLine};
    QByteArray open, close, comma;
    if (layout.multiLine) {
        const auto unit = like.children.empty() ? std::nullopt : unitOf(like);
        inner.indentation += unit ? *unit : m_unit.value_or("  ");
        open = layout.newline + inner.indentation;
        close = layout.newline + layout.indentation;
        comma = "," + open;
    } else {
        open = close = value.is_object() ? m_objectPad : m_arrayPad;
        comma = *m_inlineComma;
        if (!like.children.empty() && !isMultiLine(like)) {
            open = close = lead(like).toByteArray();
            if (like.children.size() > 1) {
                const auto separator =
                    between(m_places.at(like.children[0]).end, m_places.at(like.children[1]).itemBegin());
                if (!hasLineEnd(separator))
                    comma = separator.toByteArray();
            }
        }
    }
    QByteArray written;
    written += brackets[0] + open;
    bool isFirst = true;
    for (const auto& [name, child] : value.items()) {
        if (!std::exchange(isFirst, false))
            written += comma;
        if (value.is_object())
            written += toBytes(Json(name)) + colonOf(like);
        const int childExample = exampleFor(child, like, value.is_object() ? name : std::string());
        Layout childLayout = inner;
        childLayout.multiLine = childExample >= 0 ? isMultiLine(m_places.at(childExample)) : layout.multiLine;
        written += write(child, childExample, childLayout);
    }
    return written + close + brackets[1];
}

QByteArray JsonStyle::writeItem(
    const Name& name, const Json& value, const JsonNode& container, const Layout& layout) const
{
    Layout here = layout;
    const int example = exampleFor(value, container, {});
    if (example >= 0)
        here.multiLine = isMultiLine(m_places.at(example));
    const auto written = write(value, example, here);
    return name ? toBytes(Json(*name)) + colonOf(container) + written : written;
}

JsonStyle::Insertion JsonStyle::append(int container, const Name& name, const Json& value) const
{
    const auto& node = m_places.at(container);
    if (node.children.empty())
        return appendToEmpty(container, name, value);
    const auto& last = m_places.at(node.children.back());
    const bool hasPair = node.children.size() > 1;
    const auto gapBegin = hasPair ? m_places.at(node.children[node.children.size() - 2]).end : node.begin + 1;
    const auto gap = between(gapBegin, last.itemBegin());
    const auto comma = hasPair ? gap.indexOf(',') : qsizetype(-1);
    const auto beforeComma = comma < 0 ? QByteArrayView() : gap.first(comma);
    const auto afterComma = gap.sliced(comma + 1);

    Layout layout{newlineIn(gap, m_newline), {}, hasLineEnd(gap)};
    QByteArray separator;
    if (hasLineEnd(afterComma)) {
        layout.indentation = afterLastLineEnd(afterComma);
        separator = "," + layout.newline + layout.indentation;
    } else if (hasLineEnd(beforeComma)) {
        // Commas lead the lines.
        layout.indentation = afterLastLineEnd(beforeComma);
        separator = layout.newline + layout.indentation + "," + afterComma.toByteArray();
    } else {
        layout.indentation = indentationAt(last.itemBegin());
        separator = hasPair ? gap.toByteArray() : *m_inlineComma;
    }
    return {last.end, separator + writeItem(name, value, node, layout)};
}

JsonStyle::Insertion JsonStyle::appendToEmpty(int container, const Name& name, const Json& value) const
{
    const auto& node = m_places.at(container);
    const auto inside = between(node.begin + 1, node.end - 1);
    const auto unit = m_unit.value_or("  ");
    if (const auto lineEnd = inside.lastIndexOf('\n'); lineEnd >= 0) {
        const auto newline = newlineIn(inside, m_newline);
        const auto indentation = afterLastLineEnd(inside) + unit;
        const auto at = node.begin + 1 + lineEnd - (newline.size() - 1);
        return {at, newline + indentation + writeItem(name, value, node, {newline, indentation, true})};
    }
    const auto outer = indentationAt(node.begin);
    if (expandsWhenFilled(container)) {
        const auto indentation = outer + unit;
        const auto item = writeItem(name, value, node, {m_newline, indentation, true});
        return {node.end - 1, m_newline + indentation + item + m_newline + outer};
    }
    const auto item = writeItem(name, value, node, {m_newline, outer, false});
    if (!inside.isEmpty())
        return {node.end - 1, item + inside.toByteArray()};
    const auto& pad = node.kind == JsonKind::Object ? m_objectPad : m_arrayPad;
    return {node.end - 1, pad + item + pad};
}

} // namespace slipway
