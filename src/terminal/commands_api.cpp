// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/context.h"

#include "base/text.h"
#include "terminal/exit_status.h"
#include "terminal/run_json.h"
#include "terminal/words.h"

namespace slipway::terminal {

int addApiToken(Context& context)
{
    const QString name = context.arguments.operands.first();
    const QString role =
        context.arguments.has(u"role"_s) ? context.arguments.value(u"role"_s) : u"viewer"_s; // the least is the default
    const auto token = context.environment.api.addToken(context.arguments.value(u"tokens"_s), name, role);
    if (!token)
        return context.fail(token.error());
    const QString text = QString::fromLatin1(token->reveal());
    context.result({{"name", toJson(name)}, {"role", toJson(role)}, {"token", toJson(text)}}, text);
    if (!context.json())
        context.output.say(
            Words::tr("This is the token of %1 (%2). It is shown only now and kept nowhere: put it into a "
                      "private file of the program that needs it.")
                .arg(name, role));
    return ExitDone;
}

int listApiTokens(Context& context)
{
    const auto tokens = context.environment.api.listTokens(context.arguments.value(u"tokens"_s));
    if (!tokens)
        return context.fail(tokens.error());
    Table table;
    for (const auto& token : *tokens) {
        if (context.json())
            context.output.json({{"name", toJson(token.name)}, {"role", toJson(token.role)},
                {"createdAt", momentJson(token.createdAt)}});
        else
            table.add({{token.name}, {token.role}, {token.createdAt.toIso(), Tone::Quiet}});
    }
    for (const auto& line : table.lines())
        context.output.line(line);
    if (tokens->isEmpty() && !context.json())
        context.output.say(Words::tr("There are no tokens."));
    return ExitDone;
}

int removeApiToken(Context& context)
{
    const QString name = context.arguments.operands.first();
    if (const auto removed = context.environment.api.removeToken(context.arguments.value(u"tokens"_s), name); !removed)
        return context.fail(removed.error());
    context.result({{"name", toJson(name)}, {"removed", true}}, Words::tr("%1 is let in no longer.").arg(name));
    return ExitDone;
}

Result<std::unique_ptr<RunningRelay>> listenToRelay(Context& context, desk::Desk& desk)
{
    const auto& arguments = context.arguments;
    if (!arguments.has(u"relay"_s))
        return std::unique_ptr<RunningRelay>();
    if (!arguments.has(u"webhook-secret-file"_s))
        return usageError(Words::tr("--relay needs --webhook-secret-file."),
            Words::tr("Anybody can write to a relay; only the signature tells what GitHub has sent"),
            Words::tr("Put the webhook's secret into a private file (0600) and name it."));
    return context.environment.api.relay(desk,
        {.url = QUrl(arguments.value(u"relay"_s), QUrl::StrictMode),
            .webhookSecretFile = arguments.value(u"webhook-secret-file"_s),
            .global = arguments.global},
        [&context](const Error& error) { tell(context.output, context.json(), error); });
}

Result<std::unique_ptr<ServedApi>> serveApi(Context& context, desk::Desk& desk)
{
    const auto& arguments = context.arguments;
    if (!arguments.has(u"listen"_s)) {
        for (const auto& option : {u"tokens"_s, u"host"_s, u"allow-remote"_s, u"webhook-secret-file"_s}) {
            if (arguments.has(option) && !(option == u"webhook-secret-file"_s && arguments.has(u"relay"_s)))
                return usageError(Words::tr("--%1 belongs to --listen.").arg(option),
                    Words::tr("Without --listen there is no API"), Words::tr("Add --listen 127.0.0.1:PORT."));
        }
        return std::unique_ptr<ServedApi>();
    }
    auto api = context.environment.api.serve(desk,
        {.listen = arguments.value(u"listen"_s),
            .tokenFile = arguments.value(u"tokens"_s),
            .hosts = arguments.options.values(u"host"_s),
            .allowRemote = arguments.has(u"allow-remote"_s),
            .webhookSecretFile = arguments.value(u"webhook-secret-file"_s)});
    if (!api)
        return api;
    const QString url = (*api)->url().toString();
    context.result({{"api", toJson(url)}}, Words::tr("The API is at %1").arg(url));
    if (arguments.has(u"allow-remote"_s))
        context.output.say(toned(Tone::Attention,
            Words::tr(
                "Other computers may reach this API, and whoever is on the way can read its tokens: put a proxy that "
                "speaks TLS before it.")));
    return api;
}

} // namespace slipway::terminal
