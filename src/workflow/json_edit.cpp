// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/json_edit.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "workflow/json_pointer.h"
#include "workflow/json_scan.h"
#include "workflow/json_style.h"

namespace slipway {

namespace {

const char* wordFor(JsonKind kind)
{
    switch (kind) {
    case JsonKind::Null: return "null";
    case JsonKind::Boolean: return "true or false";
    case JsonKind::Number: return "a number";
    case JsonKind::Text: return "a text";
    case JsonKind::Array: return "an array";
    case JsonKind::Object: return "an object";
    }
    return "";
}

Error shapeError(const QString& pointer, const std::string& expected, const std::string& found)
{
    return Error{.code = errc::editShape,
        .args = {{"pointer", pointer.toStdString()}, {"expected", expected}, {"found", found}}};
}

//! One edit of one text, with the places of its values at hand.
class Editor {
public:
    Editor(const QByteArray& text, const JsonPlaces& places, const Json& edit, QString pointer)
        : m_text(text)
        , m_places(places)
        , m_edit(edit)
        , m_pointer(std::move(pointer))
    { }

    Result<QByteArray> insertMember() const
    {
        const auto object = container(JsonKind::Object);
        if (!object)
            return object.error();
        const auto& name = memberAt(m_edit, "name");
        if (!name.is_string())
            return shapeError(m_pointer, "a text as the name", wordFor(kindOf(name)));
        const auto& utf8 = name.get_ref<const std::string&>();
        if (memberNamed(m_places.at(*object), utf8) >= 0)
            return Error{.code = errc::editNameExists, .args = {{"pointer", toJson(m_pointer)}, {"name", utf8}}};
        return inserted(*object, utf8);
    }

    Result<QByteArray> appendUnique() const
    {
        const auto array = container(JsonKind::Array);
        if (!array)
            return array.error();
        const auto& value = memberAt(m_edit, "value");
        if (auto uniform = requireKind(*array, kindOf(value)); !uniform)
            return uniform.error();
        for (const int element : m_places.at(*array).children) {
            if (isEqual(element, value))
                return m_text;
        }
        return inserted(*array, std::nullopt);
    }

    Result<QByteArray> appendUnlessMatch() const
    {
        const auto array = container(JsonKind::Array);
        if (!array)
            return array.error();
        const auto& value = memberAt(m_edit, "value");
        const auto member = utf8At("member");
        if (!value.is_object() || !value.contains(member))
            return shapeError(m_pointer, "a value with the member \"" + member + "\"", wordFor(kindOf(value)));
        if (auto uniform = requireKind(*array, JsonKind::Object); !uniform)
            return uniform.error();
        for (const int element : m_places.at(*array).children) {
            const int found = memberNamed(m_places.at(element), member);
            if (found >= 0 && isEqual(found, value.at(member)))
                return m_text;
        }
        return inserted(*array, std::nullopt);
    }

    Result<QByteArray> removeMember() const
    {
        const auto object = container(JsonKind::Object);
        if (!object)
            return object.error();
        const auto name = utf8At("name");
        const int member = memberNamed(m_places.at(*object), name);
        if (member < 0)
            return missing({{"pointer", toJson(m_pointer)}, {"name", name}});
        return without(*object, member);
    }

    Result<QByteArray> removeElement() const
    {
        const auto array = container(JsonKind::Array);
        if (!array)
            return array.error();
        const auto& value = memberAt(m_edit, "value");
        // From the end: of several equal ones the one that was added last goes.
        const auto& elements = m_places.at(*array).children;
        const auto found =
            std::find_if(elements.rbegin(), elements.rend(), [&](int element) { return isEqual(element, value); });
        if (found == elements.rend())
            return missing({{"pointer", toJson(m_pointer)}, {"value", value}});
        return without(*array, *found);
    }

    Result<QByteArray> removeMatch() const
    {
        const auto array = container(JsonKind::Array);
        if (!array)
            return array.error();
        const auto& value = memberAt(m_edit, "value");
        const auto member = utf8At("member");
        const auto& elements = m_places.at(*array).children;
        const auto found = std::find_if(elements.rbegin(), elements.rend(), [&](int element) {
            const int place = memberNamed(m_places.at(element), member);
            return place >= 0 && isEqual(place, value);
        });
        if (found == elements.rend())
            return missing({{"pointer", toJson(m_pointer)}, {"value", value}});
        return without(*array, *found);
    }

private:
    //! What is to be removed is not there: with "ifThere" that is as it should be.
    Result<QByteArray> missing(Json what) const
    {
        if (flagAt(m_edit, "ifThere"))
            return m_text;
        return Error{.code = errc::editNotFound, .args = std::move(what)};
    }

    //! As it stands in the file: a QString would lose a byte order mark at its beginning.
    std::string utf8At(const char* name) const
    {
        const auto& text = memberAt(m_edit, name);
        return text.is_string() ? text.get<std::string>() : std::string();
    }

    //! The value that the pointer names, as far as it must be of that kind.
    Result<int> container(JsonKind kind) const
    {
        const auto tokens = pointerTokens(m_pointer);
        if (!tokens)
            return shapeError(m_pointer, "a JSON pointer", "another text");
        int node = 0;
        QString walked;
        for (const auto& token : *tokens) {
            const auto& here = m_places.at(node);
            if (here.kind == JsonKind::Object) {
                node = memberNamed(here, token.toStdString());
            } else if (here.kind == JsonKind::Array) {
                const auto index = arrayIndex(token);
                node = index && *index < qsizetype(here.children.size()) ? here.children[size_t(*index)] : -1;
            } else {
                return shapeError(walked, "an object or an array", wordFor(here.kind));
            }
            walked = pointerTo(walked, token);
            if (node < 0)
                return shapeError(walked, wordFor(kind), "nothing");
        }
        if (m_places.at(node).kind != kind)
            return shapeError(m_pointer, wordFor(kind), wordFor(m_places.at(node).kind));
        if (auto only = requireOnly(node, walked); !only)
            return only.error();
        return node;
    }

    //! "only": the addressed element must be the only one of its array.
    Result<void> requireOnly(int node, const QString& pointer) const
    {
        const int parent = m_places.at(node).parent;
        if (!flagAt(m_edit, "only") || parent < 0)
            return {};
        const auto count = m_places.at(parent).children.size();
        if (count == 1)
            return {};
        return shapeError(pointer.left(pointer.lastIndexOf(u'/')), "an array of exactly one element",
            "one of " + std::to_string(count) + " elements");
    }

    Result<void> requireKind(int array, JsonKind kind) const
    {
        const auto& elements = m_places.at(array).children;
        for (size_t i = 0; i < elements.size(); ++i) {
            const auto found = m_places.at(elements[i]).kind;
            if (found != kind)
                return shapeError(pointerTo(m_pointer, qsizetype(i)), wordFor(kind), wordFor(found));
        }
        return {};
    }

    int memberNamed(const JsonNode& object, const std::string& name) const
    {
        for (const int child : object.children) {
            const auto& node = m_places.at(child);
            if (node.nameBegin >= 0 && decodedText(m_text, node.nameBegin, node.nameEnd) == QByteArrayView(name))
                return child;
        }
        return -1;
    }

    bool isEqual(int place, const Json& value) const
    {
        const auto& node = m_places.at(place);
        if (node.kind != kindOf(value))
            return false;
        if (node.kind == JsonKind::Text)
            return decodedText(m_text, node.begin, node.end) == QByteArrayView(value.get_ref<const std::string&>());
        const auto parsed = parseJson(m_text.mid(node.begin, node.end - node.begin));
        return parsed.ok() && sameValue(*parsed, value);
    }

    QByteArray inserted(int container, const JsonStyle::Name& name) const
    {
        const auto insertion = JsonStyle(m_text, m_places).append(container, name, memberAt(m_edit, "value"));
        QByteArray text = m_text;
        return text.insert(insertion.at, insertion.bytes);
    }

    //! The text without one item, the comma that parted it from its neighbour, and the spaces that went with it.
    QByteArray without(int container, int item) const
    {
        const auto& node = m_places.at(container);
        const auto& children = node.children;
        const auto place = std::find(children.begin(), children.end(), item);
        qsizetype begin = node.begin + 1;
        qsizetype end = node.end - 1;
        if (std::next(place) != children.end()) {
            begin = m_places.at(item).itemBegin();
            end = m_places.at(*std::next(place)).itemBegin();
        } else if (place != children.begin()) {
            begin = m_places.at(*std::prev(place)).end;
            end = m_places.at(item).end;
        }
        QByteArray text = m_text;
        return text.remove(begin, end - begin);
    }

    const QByteArray& m_text;
    const JsonPlaces& m_places;
    const Json& m_edit;
    QString m_pointer;
};

struct Operation {
    const char* name;
    Result<QByteArray> (Editor::*apply)() const;
};

constexpr Operation operations[] = {
    {"insertMember", &Editor::insertMember},
    {"appendUnique", &Editor::appendUnique},
    {"appendUnlessMatch", &Editor::appendUnlessMatch},
    {"removeMember", &Editor::removeMember},
    {"removeElement", &Editor::removeElement},
    {"removeMatch", &Editor::removeMatch},
};

} // namespace

Result<QByteArray> applyEdit(const QByteArray& text, const Json& edit)
{
    const auto places = scanJson(text);
    if (!places)
        return places.error();
    for (const auto& operation : operations) {
        const auto& pointer = memberAt(edit, operation.name);
        if (!pointer.is_string())
            continue;
        return (Editor(text, *places, edit, toQString(pointer.get_ref<const std::string&>())).*operation.apply)();
    }
    return shapeError({}, "an edit", "an unknown operation");
}

} // namespace slipway
