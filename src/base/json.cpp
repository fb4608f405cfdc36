// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"

#include "base/error_codes.h"
#include "base/result.h"

#include <unordered_set>
#include <vector>

namespace slipway {

namespace {

//! Builds the value while it watches depth and duplicate names, which nlohmann's own parser lets pass.
class StrictBuilder : public nlohmann::json_sax<Json> {
public:
    explicit StrictBuilder(int depth)
        : m_maximumDepth(depth)
    { }

    bool null() override { return add(Json(nullptr)); }
    bool boolean(bool value) override { return add(Json(value)); }
    bool number_integer(number_integer_t value) override { return add(Json(value)); }
    bool number_unsigned(number_unsigned_t value) override { return add(Json(value)); }
    bool number_float(number_float_t value, const string_t&) override { return add(Json(value)); }
    bool string(string_t& value) override { return add(Json(std::move(value))); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool key(string_t& name) override
    {
        if (isTaken(name)) {
            reason = "the name \"" + name + "\" stands twice in one object";
            return false;
        }
        m_names.back() = std::move(name);
        return true;
    }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& e) override
    {
        at = position;
        reason = e.what();
        // "[json.exception.parse_error.101] parse error at line 1, column 2: …": the library's label helps nobody.
        if (const auto colon = reason.find(": "); colon != std::string::npos)
            reason.erase(0, colon + 2);
        return false;
    }

    Json result;
    std::string reason;
    std::size_t at = 0;

private:
    bool add(Json value)
    {
        if (m_stack.empty()) {
            result = std::move(value);
        } else if (m_stack.back().is_array()) {
            m_stack.back().push_back(std::move(value));
        } else {
            // That the name is new is known: looking for it again would take the square of the members' number.
            m_stack.back().get_ref<Json::object_t&>().emplace_back(std::move(m_names.back()), std::move(value));
        }
        return true;
    }
    //! Objects of services and files are small, and looking through a few names is quickest; one of a hundred thousand
    //! names must not take minutes.
    bool isTaken(const std::string& name)
    {
        constexpr std::size_t few = 32;
        const Json& object = m_stack.back();
        if (object.size() < few)
            return object.contains(name);
        auto& taken = m_taken.back();
        if (taken.empty()) {
            for (const auto& [known, value] : object.items())
                taken.insert(known);
        }
        return !taken.insert(name).second;
    }
    bool open(Json container)
    {
        if (int(m_stack.size()) >= m_maximumDepth) {
            reason = "nested deeper than " + std::to_string(m_maximumDepth) + " levels";
            return false;
        }
        m_stack.push_back(std::move(container));
        m_names.emplace_back();
        m_taken.emplace_back();
        return true;
    }
    bool close()
    {
        Json done = std::move(m_stack.back());
        m_stack.pop_back();
        m_names.pop_back();
        m_taken.pop_back();
        return add(std::move(done));
    }

    int m_maximumDepth;
    std::vector<Json> m_stack;
    std::vector<std::string> m_names;
    std::vector<std::unordered_set<std::string>> m_taken; //!< the names of each level, once there are many
};

Error invalid(const QByteArray& text, std::size_t position, const std::string& reason)
{
    // The library counts the byte that it choked on.
    const auto before = text.left(position > 0 ? qsizetype(position) - 1 : 0);
    const qsizetype line = before.count('\n') + 1;
    const qsizetype column = before.size() - (before.lastIndexOf('\n') + 1);
    return Error{.code = errc::jsonInvalid,
        .args = {{"line", line}, {"column", std::max<qsizetype>(column, 1)}, {"reason", reason}}};
}

} // namespace

Result<Json> parseJson(const QByteArray& text, JsonLimits limits)
{
    if (text.size() > limits.bytes)
        return Error{.code = errc::jsonTooLarge, .args = {{"bytes", text.size()}, {"limit", limits.bytes}}};
    StrictBuilder builder(limits.depth);
    if (!Json::sax_parse(text.begin(), text.end(), &builder))
        return invalid(text, builder.at, builder.reason);
    return std::move(builder.result);
}

QByteArray toBytes(const Json& json)
{
    return QByteArray::fromStdString(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

Json toJson(const QStringList& list)
{
    Json array = Json::array();
    for (const auto& text : list)
        array.push_back(text.toStdString());
    return array;
}

const Json& memberAt(const Json& object, const char* name)
{
    static const Json null;
    if (!object.is_object())
        return null;
    const auto found = object.find(name);
    return found == object.end() ? null : *found;
}

Json memberAt(Json&& passing, const char* name)
{
    const auto found = passing.is_object() ? passing.find(name) : passing.end();
    return found == passing.end() ? Json() : std::move(*found);
}

QString textAt(const Json& object, const char* name, const QString& fallback)
{
    const Json& value = memberAt(object, name);
    return value.is_string() ? toQString(value.get_ref<const std::string&>()) : fallback;
}

qint64 integerAt(const Json& object, const char* name, qint64 fallback)
{
    const Json& value = memberAt(object, name);
    return value.is_number_integer() ? value.get<qint64>() : fallback;
}

bool flagAt(const Json& object, const char* name, bool fallback)
{
    const Json& value = memberAt(object, name);
    return value.is_boolean() ? value.get<bool>() : fallback;
}

QStringList textsAt(const Json& object, const char* name)
{
    QStringList texts;
    const Json& value = memberAt(object, name);
    if (value.is_array()) {
        for (const auto& element : value)
            if (element.is_string())
                texts.append(toQString(element.get_ref<const std::string&>()));
    }
    return texts;
}

} // namespace slipway
