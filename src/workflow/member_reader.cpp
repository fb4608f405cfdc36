// SPDX-License-Identifier: GPL-3.0-or-later
#include "workflow/member_reader.h"

#include "base/text.h"

namespace slipway {

MemberReader::MemberReader(const Json& object, QString pointer, Problems& problems, const QString& name)
    : m_object(object)
    , m_pointer(std::move(pointer))
    , m_problems(problems)
    , m_isObject(object.is_object())
{
    if (!m_isObject)
        m_problems.add(m_pointer, u"%1 must be an object"_s.arg(name));
}

const Json* MemberReader::find(const char* name, Presence presence)
{
    const auto known = QString::fromLatin1(name);
    if (!m_known.contains(known))
        m_known.append(known);
    if (!m_isObject)
        return nullptr;
    const auto found = m_object.find(name);
    if (found != m_object.end())
        return &*found;
    if (presence == Presence::Required)
        missing(name);
    return nullptr;
}

QString MemberReader::text(const char* name, Presence presence)
{
    const auto* member = find(name, presence);
    if (!member)
        return {};
    if (!member->is_string()) {
        problem(name, u"\"%1\" must be a text"_s.arg(QLatin1StringView(name)));
        return {};
    }
    const auto text = toQString(member->get_ref<const std::string&>());
    if (text.isEmpty() && presence == Presence::Required)
        problem(name, u"\"%1\" must not be empty"_s.arg(QLatin1StringView(name)));
    return text;
}

bool MemberReader::flag(const char* name, bool fallback)
{
    const auto* member = find(name, Presence::Optional);
    if (!member)
        return fallback;
    if (member->is_boolean())
        return member->get<bool>();
    problem(name, u"\"%1\" must be true or false"_s.arg(QLatin1StringView(name)));
    return fallback;
}

std::optional<int> MemberReader::integer(const char* name, int least, Presence presence)
{
    const auto* member = find(name, presence);
    if (!member)
        return std::nullopt;
    // The limit keeps a 64-bit value from being cut to an int that means something else.
    if (member->is_number_integer()) {
        const auto value = member->get<qint64>();
        if (value >= least && value <= 1'000'000'000)
            return int(value);
    }
    problem(name, u"\"%1\" must be a whole number of at least %2"_s.arg(QLatin1StringView(name)).arg(least));
    return std::nullopt;
}

std::optional<double> MemberReader::number(const char* name)
{
    const auto* member = find(name, Presence::Optional);
    if (!member)
        return std::nullopt;
    if (member->is_number())
        return member->get<double>();
    problem(name, u"\"%1\" must be a number"_s.arg(QLatin1StringView(name)));
    return std::nullopt;
}

const Json& MemberReader::any(const char* name, Presence presence)
{
    static const Json null;
    const auto* member = find(name, presence);
    return member ? *member : null;
}

const Json& MemberReader::object(const char* name, Presence presence)
{
    static const Json empty = Json::object();
    const auto* member = find(name, presence);
    if (member && !member->is_object())
        problem(name, u"\"%1\" must be an object"_s.arg(QLatin1StringView(name)));
    return member && member->is_object() ? *member : empty;
}

const Json& MemberReader::list(const char* name, Presence presence)
{
    static const Json empty = Json::array();
    const auto* member = find(name, presence);
    if (member && !member->is_array())
        problem(name, u"\"%1\" must be a list"_s.arg(QLatin1StringView(name)));
    return member && member->is_array() ? *member : empty;
}

void MemberReader::refuseUnknown()
{
    if (!m_isObject)
        return;
    for (const auto& [name, value] : m_object.items()) {
        const auto text = toQString(name);
        if (!m_known.contains(text))
            m_problems.add(
                pointerTo(m_pointer, text), u"unknown member \"%1\"; known are %2"_s.arg(text, m_known.join(u", "_s)));
    }
}

} // namespace slipway
