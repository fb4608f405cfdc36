// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/consent.h"

#include "base/text.h"
#include "desk/plain_text.h"
#include "workflow/secrets.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

namespace slipway::desk {

namespace {

struct ConsentWords {
    Q_DECLARE_TR_FUNCTIONS(slipway::desk::Consent)
};

//! Settings stand for what they are set to; everything else stays as it is written.
QString withSettings(const Workflow& workflow, QString text)
{
    for (const auto& setting : workflow.settings) {
        if (!setting.defaultValue.is_string())
            continue;
        const QRegularExpression placeholder(
            u"\\{\\{\\s*settings\\."_s + QRegularExpression::escape(setting.id) + u"\\s*\\}\\}"_s);
        text.replace(placeholder, toQString(setting.defaultValue.get_ref<const std::string&>()));
    }
    return text;
}

QString hostOfRequest(const Workflow& workflow, const Json& request)
{
    const QString url = withSettings(workflow, textAt(request, "url"));
    if (url.isEmpty())
        return {};
    const QString authority = url.section(u"://"_s, 1).section(u'/', 0, 0);
    if (url.startsWith(u"{{"_s) || authority.contains(u"{{"_s) || authority.isEmpty())
        return url.left(url.indexOf(u"}}"_s) + 2); // the inputs, or a step before it, say where it goes
    return QUrl(url.left(url.indexOf(u"{{"_s))).host();
}

//! Of all requests of a step: its own, its look-up, and what takes it back.
QStringList hostsOf(const Workflow& workflow, const StepDefinition& step)
{
    QStringList hosts;
    for (const Json* request : {&step.with, &memberAt(step.with, "lookUp"), &memberAt(step.with, "undo")})
        if (const QString host = hostOfRequest(workflow, *request); !host.isEmpty() && !hosts.contains(host))
            hosts.append(host);
    return hosts;
}

QString wordsOf(const Workflow& workflow, const StepDefinition& step)
{
    const auto text = [&](const char* name) { return withSettings(workflow, textAt(step.with, name)); };
    if (step.kind == "github.pull-request"_L1) {
        const Json& files = memberAt(step.with, "files");
        QStringList paths;
        for (const Json& file : files.is_array() ? files : Json::array())
            paths << withSettings(workflow, textAt(file, "path"));
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
    if (step.kind == "http.request"_L1 && textAt(step.with, "method") != "GET"_L1)
        return (textAt(step.with, "effect") == "none"_L1 ? ConsentWords::tr("Sends %1 %2, once at most.")
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
    for (const auto& step : workflow.steps) {
        add(consent.hosts, hostsOf(workflow, step));
        if (const QString words = wordsOf(workflow, step); !words.isEmpty())
            consent.effects.append({.step = step.id,
                .title = step.title,
                .words = words,
                .canBeTakenBack = step.kind == "github.pull-request"_L1 || memberAt(step.with, "undo").is_object()});
    }
    for (const auto& name : secretNames(workflow)) {
        const auto* input = workflow.input(name.section(u'.', 1));
        Consent::Credential credential{.name = input && name.startsWith("inputs."_L1) && !input->title.isEmpty()
                ? input->title
                : name.section(u'.', 1),
            .hosts = {}};
        for (const auto& step : workflow.steps)
            if (QString::fromUtf8(toBytes(step.with)).contains(name))
                add(credential.hosts, hostsOf(workflow, step));
        consent.credentials.append(std::move(credential));
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
    QStringList credentials, effects;
    for (const auto& credential : consent.credentials)
        credentials << (credential.hosts.isEmpty()
                ? credential.name
                : ConsentWords::tr("%1, sent to %2").arg(credential.name, credential.hosts.join(u", "_s)));
    section(ConsentWords::tr("They ask for these secrets:"), credentials, ConsentWords::tr("no secret"));
    for (const auto& effect : consent.effects)
        effects << effect.title + u": "_s + effect.words;
    section(ConsentWords::tr("They change this:"), effects, ConsentWords::tr("nothing"));
    return lines;
}

} // namespace slipway::desk
