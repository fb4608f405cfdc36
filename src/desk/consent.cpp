// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/consent.h"

#include "base/text.h"
#include "desk/plain_text.h"
#include "workflow/secrets.h"
#include "workflow/template.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

#include <array>

namespace slipway::desk {

namespace {

struct ConsentWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::desk::Consent)
};

constexpr qsizetype kLongestText = 10'000; //!< lets that double each other would grow without end

//! What is known stands for its placeholder; what a run's inputs and steps say, or nobody has set, stays as written.
QString filledIn(const QString& text, const Json& known)
{
    static const QRegularExpression placeholder(u"(?<!\\{)\\{\\{([^{}]*)\\}\\}"_s);
    QString filled;
    qsizetype end = 0;
    for (auto matches = placeholder.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const auto value = lookUp(match.captured(1).trimmed(), known);
        const bool isSet = value && !value->is_null() && *value != Json("");
        filled += text.mid(end, match.capturedStart() - end);
        filled += !isSet         ? match.captured()
            : value->is_string() ? toQString(value->get_ref<const std::string&>())
                                 : QString::fromUtf8(toBytes(*value));
        end = match.capturedEnd();
    }
    filled += text.mid(end);
    return filled.size() > kLongestText ? text : filled;
}

//! In every text of it.
Json filledIn(const Json& value, const Json& known)
{
    if (value.is_string())
        return toJson(filledIn(toQString(value.get_ref<const std::string&>()), known));
    Json filled = value;
    if (filled.is_structured())
        for (auto& element : filled)
            element = filledIn(Json(element), known);
    return filled;
}

//! Before a run begins: settings as they are by default, and lets as far as they are made of them.
Json knownOf(const Workflow& workflow)
{
    Json known{{"settings", Json::object()}};
    for (const auto& setting : workflow.settings)
        known["settings"][setting.id.toStdString()] = setting.defaultValue;
    // As in a run, a let may use another one that stands before it.
    for (const auto& [name, value] : workflow.lets.items())
        known[name] = filledIn(value, known);
    return known;
}

enum class Form { Host, Origin };

QString hostOfUrl(const QString& url, Form form)
{
    const qsizetype scheme = url.indexOf(u"://"_s);
    if (url.startsWith(u"{{"_s) || scheme < 0)
        return url; // the inputs, or a step before it, say where it goes
    const qsizetype path = url.indexOf(u'/', scheme + 3);
    const QString place = url.left(path < 0 ? url.size() : path);
    if (place.contains(u"{{"_s))
        return place;
    const QUrl known(url.left(url.indexOf(u"{{"_s)));
    if (known.host().isEmpty())
        return url;
    const QString host = known.port() < 0 ? known.host() : u"%1:%2"_s.arg(known.host()).arg(known.port());
    return form == Form::Host ? host : known.scheme() + u"://"_s + host;
}

void collectTexts(const Json& value, QStringList& texts)
{
    if (value.is_string())
        texts.append(toQString(value.get_ref<const std::string&>()));
    for (const auto& element : value.is_structured() ? value : Json::array())
        collectTexts(element, texts);
}

//! Where an input only chooses among hosts that the file has ("{{ hosts[inputs.which] }}"), each of them.
QStringList hostsOfUrl(const QString& url, const Json& known, Form form = Form::Host)
{
    static const QRegularExpression choice(u"\\{\\{\\s*([^{}\\[]*)\\[[^{}]*\\}\\}"_s);
    const QString host = hostOfUrl(url, form);
    const auto match = choice.match(host);
    const auto among = match.hasMatch() ? lookUp(match.captured(1), known) : Result<Json>(Json());
    QStringList texts, hosts;
    collectTexts(among ? *among : Json(), texts);
    for (const QString& text : std::as_const(texts)) {
        QString chosen = url;
        hosts.append(hostOfUrl(chosen.replace(match.captured(), text), form));
    }
    return hosts.isEmpty() ? QStringList{host} : hosts;
}

//! All requests of a step: its own, its look-up, and what takes it back. `with`: filled in.
std::array<const Json*, 3> requestsOf(const Json& with)
{
    return {&with, &memberAt(with, "lookUp"), &memberAt(with, "undo")};
}

QStringList hostsOf(const Json& with, const Json& known)
{
    QStringList hosts;
    for (const Json* request : requestsOf(with))
        if (const QString url = textAt(*request, "url"); !url.isEmpty())
            hosts.append(hostsOfUrl(url, known));
    hosts.removeDuplicates();
    return hosts;
}

void addCredentials(QList<Consent::Credential>& credentials, const Json& with, const Json& known)
{
    for (const Json* request : requestsOf(with)) {
        const QString name = textAt(*request, "credential");
        if (name.isEmpty())
            continue;
        auto found = std::find_if(
            credentials.begin(), credentials.end(), [&](const Consent::Credential& each) { return each.name == name; });
        if (found == credentials.end())
            found = credentials.insert(credentials.end(), {.name = name, .hosts = {}, .origins = {}});
        const QString url = textAt(*request, "url");
        found->hosts.append(hostsOfUrl(url, known));
        found->hosts.removeDuplicates();
        found->origins.append(hostsOfUrl(url, known, Form::Origin));
        found->origins.removeDuplicates();
    }
}

QString wordsOf(const StepDefinition& step, const Json& with)
{
    const auto text = [&](const char* name) { return textAt(with, name); };
    if (step.kind == "github.pull-request"_L1) {
        const Json& files = memberAt(with, "files");
        QStringList paths;
        for (const Json& file : files.is_array() ? files : Json::array())
            paths << textAt(file, "path");
        return paths.isEmpty() ? ConsentWords::tr("Raises a pull request in %1.").arg(text("repository"))
                               : ConsentWords::tr("Raises a pull request in %1 that changes %2.")
                                     .arg(text("repository"), paths.join(u", "_s));
    }
    if (step.kind == "github.auto-merge"_L1)
        return ConsentWords::tr("Merges the pull request of “%1”, or lets GitHub do it.").arg(text("pullRequest"));
    if (step.kind == "github.dispatch"_L1)
        return ConsentWords::tr("Starts the workflow %1 of %2.").arg(text("workflow"), text("repository"));
    if (step.kind == "github.archive"_L1)
        return ConsentWords::tr("Archives the repository %1.").arg(text("repository"));
    if (step.kind == "http.request"_L1 && textAt(with, "method") != "GET"_L1)
        return (textAt(with, "effect") == "none"_L1 ? ConsentWords::tr("Sends %1 %2, once at most.")
                                                    : ConsentWords::tr("Sends %1 %2."))
            .arg(text("method"), text("url"));
    return {};
}

} // namespace

Consent consentOf(const Workflow& workflow)
{
    Consent consent;
    const auto add = [](QStringList& list, const QStringList& more) {
        for (const auto& one : more)
            if (!list.contains(one))
                list.append(one);
    };
    const Json known = knownOf(workflow);
    QHash<StepId, Json> filled;
    for (const auto& step : workflow.steps) {
        const Json& with = *filled.insert(step.id, filledIn(step.with, known));
        add(consent.hosts, hostsOf(with, known));
        addCredentials(consent.credentials, with, known);
        if (const QString words = wordsOf(step, with); !words.isEmpty())
            consent.effects.append({.step = step.id,
                .title = step.title,
                .words = words,
                .canBeTakenBack = step.kind == "github.pull-request"_L1 || memberAt(step.with, "undo").is_object()});
    }
    for (const auto& name : secretNames(workflow)) {
        const auto* input = workflow.input(name.section(u'.', 1));
        Consent::Credential secret{.name = input && name.startsWith("inputs."_L1) && !input->title.isEmpty()
                ? input->title
                : name.section(u'.', 1),
            .hosts = {},
            .origins = {}};
        for (const auto& step : workflow.steps)
            if (QString::fromUtf8(toBytes(filled[step.id])).contains(name))
                add(secret.hosts, hostsOf(filled[step.id], known));
        consent.secrets.append(std::move(secret));
    }
    return consent;
}

QStringList consentText(const Workflow& workflow)
{
    const Consent consent = consentOf(workflow);
    QStringList lines;
    const auto section = [&lines](const QString& title, const QStringList& items, const QString& none) {
        lines << title;
        for (const auto& item : items)
            lines << u"  "_s + plainText(item);
        if (items.isEmpty())
            lines << u"  "_s + none;
    };
    section(ConsentWords::tr("Its runs send requests to GitHub, as you, and to these hosts:"), consent.hosts,
        ConsentWords::tr("no other host"));
    const auto wordsOfAll = [](const QList<Consent::Credential>& credentials) {
        QStringList words;
        for (const auto& each : credentials)
            words << (each.hosts.isEmpty()
                    ? each.name
                    : ConsentWords::tr("%1, sent to %2").arg(each.name, each.hosts.join(u", "_s)));
        return words;
    };
    section(
        ConsentWords::tr("They ask for these secrets:"), wordsOfAll(consent.secrets), ConsentWords::tr("no secret"));
    section(ConsentWords::tr("They use these stored credentials:"), wordsOfAll(consent.credentials),
        ConsentWords::tr("no stored credential"));
    QStringList effects;
    for (const auto& effect : consent.effects)
        effects << effect.title + u": "_s + effect.words;
    section(ConsentWords::tr("They change this:"), effects, ConsentWords::tr("nothing"));
    return lines;
}

} // namespace slipway::desk
