// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/context.h"

#include "base/text.h"
#include "desk/plain_text.h"
#include "terminal/exit_status.h"
#include "terminal/words.h"

namespace slipway::terminal {

namespace {

Json credentialJson(const KnownCredential& credential)
{
    return {{"name", toJson(credential.name)}, {"hosts", toJson(credential.hosts)},
        {"header", toJson(credential.header)}, {"prefix", toJson(credential.prefix)},
        {"kept", toJson(credential.kept)}};
}

//! What a request holds: "Authorization: Bearer …".
QString headerWords(const KnownCredential& credential)
{
    const QString prefix = credential.prefix.isEmpty() ? QString() : credential.prefix + u' ';
    return u"%1: %2…"_s.arg(credential.header, prefix);
}

} // namespace

int setCredential(Context& context)
{
    const auto& arguments = context.arguments;
    if (!arguments.has(u"host"_s))
        return context.fail(usageError(Words::tr("--host is missing."),
            Words::tr("A credential is bound to the services that may get it"),
            Words::tr("Add --host https://HOST, as often as there are hosts.")));
    CredentialRequest request{.global = arguments.global,
        .name = arguments.operands.first(),
        .hosts = arguments.options.values(u"host"_s),
        .header = arguments.has(u"header"_s) ? arguments.value(u"header"_s) : u"Authorization"_s,
        .prefix = arguments.value(u"prefix"_s),
        .inFile = arguments.has(u"in-file"_s)};
    std::reverse(request.hosts.begin(), request.hosts.end()); // Qt gives the last one first
    if (!arguments.has(u"prefix"_s) && request.header.compare("authorization"_L1, Qt::CaseInsensitive) == 0)
        request.prefix = u"Bearer"_s;
    const auto known = context.environment.setCredential(request);
    if (!known)
        return context.fail(known.error());
    context.result(credentialJson(*known),
        Words::tr("%1 is stored. Requests of workflows that name it send it as “%2”, to %3 only.")
            .arg(desk::plainText(known->name), desk::plainText(headerWords(*known)),
                desk::plainText(known->hosts.join(u", "_s))));
    if (!context.json())
        context.output.say(desk::plainText(known->kept));
    return ExitDone;
}

int listCredentials(Context& context)
{
    const auto known = context.environment.listCredentials(context.arguments.global);
    if (!known)
        return context.fail(known.error());
    Table table;
    for (const auto& credential : *known) {
        if (context.json())
            context.output.json(credentialJson(credential));
        else
            table.add({{desk::plainText(credential.name)}, {desk::plainText(credential.hosts.join(u", "_s))},
                {desk::plainText(headerWords(credential))}, {desk::plainText(credential.kept), Tone::Quiet}});
    }
    for (const auto& line : table.lines())
        context.output.line(line);
    if (known->isEmpty() && !context.json())
        context.output.say(
            Words::tr("No credential is kept yet. Keep one with “slipwayctl credential set NAME --host URL”."));
    return ExitDone;
}

int removeCredential(Context& context)
{
    const QString name = context.arguments.operands.first();
    if (const auto removed = context.environment.removeCredential(context.arguments.global, name); !removed)
        return context.fail(removed.error());
    context.result({{"ok", true}, {"name", toJson(name)}},
        Words::tr("The credential %1 is forgotten here. It stays good at its service until it is revoked there.")
            .arg(desk::plainText(name)));
    return ExitDone;
}

} // namespace slipway::terminal
