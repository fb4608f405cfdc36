// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/faults/fault_book.h"

#include "base/text.h"
#include "sandbox/faults/like_answers.h"
#include "sandbox/world/usage_error.h"

#include <QRegularExpression>

#include <array>

namespace slipway::sandbox {

namespace {

struct KindName {
    const char* name;
    FaultKind kind;
    int millis; // usual
};
constexpr std::array kinds{
    KindName{"drop-before", FaultKind::DropBefore, 0},
    KindName{"apply-then-drop", FaultKind::ApplyThenDrop, 0},
    KindName{"apply-late", FaultKind::ApplyLate, 400},
    KindName{"truncate", FaultKind::Truncate, 0},
    KindName{"garbage", FaultKind::Garbage, 0},
    KindName{"slow", FaultKind::Slow, 1000},
    KindName{"delay", FaultKind::Delay, 1000},
};

std::optional<int> millisOf(const Json& json)
{
    for (const char* name : {"millis", "ms"}) {
        if (const Json& value = memberAt(json, name); value.is_number())
            return int(value.get<double>());
    }
    return std::nullopt;
}

//! Accepts "slow", {"slow": 20}, {"kind": "slow", "millis": 20} and {"status": 403, "like": "primary"}.
Result<Fault> parseFault(const Json& request)
{
    const Json& json = memberAt(request, "fault");
    Fault fault;
    fault.source = json;
    if (json.is_object() && (json.contains("status") || json.contains("like"))) {
        const Json& status = memberAt(json, "status");
        if (!status.is_null() && (!status.is_number_integer() || status < 200 || status > 599))
            return usageError(u"\"status\" must be a number from 200 to 599"_s);
        fault.status = int(integerAt(json, "status"));
        fault.like = textAt(json, "like");
        if (!isKnownLike(fault.like))
            return usageError(u"unknown \"like\"; known are "_s + knownLikes().join(u", "_s));
        fault.applies = flagAt(json, "apply");
        if (memberAt(json, "retryAfter").is_number())
            fault.retryAfter = int(json["retryAfter"].get<double>());
        return fault;
    }
    if (json.is_object() && json.contains("fields")) {
        fault.kind = FaultKind::Fields;
        fault.fields = textsAt(json, "fields");
        if (fault.fields.isEmpty() || textAt(json, "message").isEmpty())
            return usageError(u"\"fields\" must name some, and \"message\" say why they are refused"_s);
        return fault;
    }
    for (const KindName& known : kinds) {
        const QString name = QString::fromLatin1(known.name);
        const bool isText = json.is_string() && toQString(json.get<std::string>()) == name;
        const bool isKind = json.is_object() && (json.contains(known.name) || textAt(json, "kind") == name);
        if (!isText && !isKind)
            continue;
        fault.kind = known.kind;
        fault.millis = known.millis;
        if (const auto given = millisOf(request))
            fault.millis = *given;
        if (const auto given = millisOf(json))
            fault.millis = *given;
        if (json.is_object() && memberAt(json, known.name).is_number())
            fault.millis = int(json[known.name].get<double>());
        if (fault.millis < 0)
            return usageError(u"a duration cannot be negative"_s);
        return fault;
    }
    return usageError(
        u"unknown fault; known are {\"status\": N, \"like\": NAME}, {\"fields\": […], \"type\", \"message\"}, drop-before, apply-then-drop, apply-late, truncate, garbage, slow, delay"_s);
}

bool pathMatches(const QString& pattern, const QString& path)
{
    if (!pattern.contains(u'*'))
        return path == pattern;
    const QString expression = QRegularExpression::escape(pattern).replace(u"\\*"_s, u".*"_s);
    return QRegularExpression(QRegularExpression::anchoredPattern(expression)).match(path).hasMatch();
}

bool matches(const Json& match, const FaultSubject& subject)
{
    for (const auto& [name, value] : match.items()) {
        const QString wanted = toQString(value.get<std::string>());
        const bool fits = name == "operation" ? subject.operations.contains(wanted)
            : name == "method"                ? subject.method.compare(wanted, Qt::CaseInsensitive) == 0
            : name == "path"                  ? pathMatches(wanted, subject.path)
            : name == "service"               ? subject.service == wanted
                                : subject.repositories.contains(wanted.section(u'/', -1), Qt::CaseInsensitive);
        if (!fits)
            return false;
    }
    return true;
}

} // namespace

FaultBook::FaultBook(std::function<quint64()> random)
    : m_random(std::move(random))
{ }

Result<Json> FaultBook::add(const Json& request)
{
    if (!request.is_object())
        return usageError(u"a fault is an object: {\"match\": {…}, \"fault\": …, \"times\": N}"_s);
    Entry entry;
    entry.match = memberAt(request, "match");
    if (entry.match.is_null())
        entry.match = Json::object();
    if (!entry.match.is_object())
        return usageError(u"\"match\" must be an object"_s);
    for (const auto& [name, value] : entry.match.items()) {
        if (name != "operation" && name != "method" && name != "path" && name != "repository" && name != "service")
            return usageError(u"\"match\" knows operation, method, path, repository and service"_s);
        if (!value.is_string())
            return usageError(u"what is matched must be a text"_s);
    }
    auto fault = parseFault(request);
    if (!fault)
        return fault.error();
    entry.fault = std::move(*fault);
    for (const char* name : {"times", "skip", "every"}) {
        if (request.contains(name) && (!request[name].is_number_integer() || request[name] < 0))
            return usageError(u"\"%1\" must be a whole number"_s.arg(QString::fromLatin1(name)));
    }
    entry.times = integerAt(request, "times", 1);
    entry.skip = integerAt(request, "skip", 0);
    entry.every = std::max<qint64>(1, integerAt(request, "every", 1));
    if (const Json& probability = memberAt(request, "probability"); probability.is_number())
        entry.probability = probability.get<double>();
    m_entries.push_back(std::move(entry));
    return list();
}

Json FaultBook::list() const
{
    Json result = Json::array();
    for (const Entry& entry : m_entries)
        result.push_back(Json::object({{"match", entry.match}, {"fault", entry.fault.source}, {"times", entry.times}}));
    return Json::object({{"faults", std::move(result)}});
}

std::optional<Fault> FaultBook::take(const FaultSubject& subject)
{
    for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
        if (!matches(it->match, subject))
            continue;
        const qint64 turn = it->seen++;
        if (turn < it->skip || (turn - it->skip) % it->every != 0)
            continue;
        if (it->probability < 1 && double(m_random() % 1'000'000) / 1e6 >= it->probability)
            continue;
        const Fault fault = it->fault;
        if (it->times > 0 && --it->times == 0)
            m_entries.erase(it);
        return fault;
    }
    return std::nullopt;
}

} // namespace slipway::sandbox
