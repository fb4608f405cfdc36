// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/context.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "desk/plain_text.h"
#include "terminal/await.h"
#include "terminal/exit_status.h"
#include "terminal/words.h"

#include <QDateTime>
#include <QLocale>

namespace slipway::terminal {

namespace {

Tone toneFor(steps::Granted granted)
{
    return granted == steps::Granted::Yes ? Tone::Good : granted == steps::Granted::No ? Tone::Bad : Tone::Attention;
}

QString moment(Timestamp at) { return QLocale().toString(QDateTime::fromMSecsSinceEpoch(at.ms), QLocale::ShortFormat); }

void describeToken(Output& output, const desk::ConnectionReport& report)
{
    const auto& identity = report.identity;
    Table table;
    table.add({{Words::tr("Token")}, {desk::tokenWords(identity.token)}});
    if (identity.tellsScopes)
        table.add({{Words::tr("Scopes")},
            {identity.scopes.isEmpty() ? Words::tr("none") : desk::plainText(identity.scopes.join(u", "_s))}});
    table.add({{Words::tr("Ends")},
        {identity.tokenExpiresAt ? moment(*identity.tokenExpiresAt) : Words::tr("not said by GitHub")}});
    if (!identity.serverVersion.isEmpty())
        table.add({{Words::tr("Server")},
            {Words::tr("GitHub Enterprise Server %1").arg(desk::plainText(identity.serverVersion))}});
    for (const auto& line : table.lines())
        output.line(line);
    if (!report.kept.isEmpty())
        output.line(desk::plainText(report.kept));
}

void describeFindings(Output& output, const desk::ConnectionReport& report)
{
    // By place, in the order of the steps; what is wrong has its reason below it.
    QStringList places;
    for (const auto& finding : report.findings)
        if (!places.contains(finding.place))
            places << finding.place;
    for (const auto& place : places) {
        output.line();
        const auto& first = *std::find_if(report.findings.begin(), report.findings.end(),
            [&place](const steps::Finding& finding) { return finding.place == place; });
        output.line(toned(Tone::Strong, desk::placeWords(first)));
        Table table;
        for (const auto& finding : report.findings) {
            if (finding.place != place)
                continue;
            table.add(
                {{desk::grantedWord(finding.granted), toneFor(finding.granted)}, {desk::rightWords(finding.right)},
                    {Words::tr("for: %1").arg(desk::plainText(finding.steps.join(u", "_s))), Tone::Quiet}});
            if (const auto why = desk::whyWords(finding); !why.isEmpty())
                table.addLine(u"    "_s + why);
            if (const auto link = desk::linkOf(finding); !link.isEmpty())
                table.addLine(u"    "_s + desk::plainText(link.toString()));
        }
        for (const auto& line : table.lines(u"  "_s))
            output.line(line);
    }
}

int show(Context& context, const Result<desk::ConnectionReport>& report)
{
    if (!report)
        return context.fail(report.error());
    if (context.json()) {
        context.output.json(desk::connectionJson(*report));
    } else {
        context.output.line(toned(Tone::Strong, desk::summaryOf(*report)));
        describeToken(context.output, *report);
        describeFindings(context.output, *report);
        context.output.line();
        for (const auto& warning : desk::warningsOf(*report))
            context.output.line(toned(Tone::Attention, warning));
        if (const auto missing = report->missing())
            context.output.line(toned(Tone::Bad, Words::tr("Missing rights: %1.").arg(missing)));
        else if (report->unknown() > 0)
            context.output.line(Words::tr("Nothing is known to be missing. A dry run shows what can be read."));
        else
            context.output.line(toned(Tone::Good, Words::tr("Nothing is missing.")));
    }
    return report->ok() ? ExitDone : ExitConnection;
}

Result<ConnectionRequest> requestOf(const Arguments& arguments)
{
    const auto& options = arguments.options;
    const auto text = [&options](const char* name) { return options.value(QLatin1StringView(name)); };
    ConnectionRequest request{.name = arguments.operands.first(),
        .host = options.contains(u"host"_s) ? text("host") : u"github.com"_s,
        .tokenFile = text("from-file"),
        .fromGh = options.contains(u"from-gh"_s),
        .signIn = options.contains(u"sign-in"_s),
        .app = text("app"),
        .appKeyFile = text("app-key"),
        .appOrganisation = text("app-org"),
        .clientId = text("client-id"),
        .caFile = text("ca-file"),
        .proxy = text("proxy"),
        .proxyUser = text("proxy-user"),
        .proxyPasswordFile = text("proxy-password-file"),
        .inFile = options.contains(u"in-file"_s)};
    if (!request.tokenFile.isEmpty() + request.fromGh + request.signIn + !request.app.isEmpty() > 1)
        return usageError(Words::tr("Only one of --from-file, --from-gh, --sign-in and --app can be given."),
            Words::tr("Each of them is a way to the token"), Words::tr("Leave the others off."));
    if (request.signIn && request.clientId.isEmpty())
        return usageError(Words::tr("--sign-in needs --client-id."),
            Words::tr("GitHub signs people in for an App that it knows"),
            Words::tr("Give the client id of your organisation's GitHub App or OAuth app, or use a token."));
    if ((request.proxy.isEmpty() || request.proxy == "none"_L1)
        && !(request.proxyUser.isEmpty() && request.proxyPasswordFile.isEmpty()))
        return usageError(Words::tr("--proxy-user and --proxy-password-file need --proxy."),
            Words::tr("The password is for one proxy, not for any that the system may name"),
            Words::tr("Name the proxy, too."));
    const int ofApp = !request.app.isEmpty() + !request.appKeyFile.isEmpty() + !request.appOrganisation.isEmpty();
    if (ofApp != 0 && ofApp != 3)
        return usageError(Words::tr("--app, --app-key and --app-org belong together."),
            Words::tr("An App signs with its key for one organisation's installation"), Words::tr("Give all three."));
    return request;
}

} // namespace

int checkConnection(Context& context)
{
    auto global = context.arguments.global;
    if (!context.arguments.operands.isEmpty()) {
        if (!global.profile.isEmpty() || !global.sandboxFile.isEmpty() || !global.githubUrl.isEmpty())
            return context.fail(usageError(Words::tr("The connection was named twice."),
                Words::tr("A name, --profile, --sandbox and --github-url each name one"),
                Words::tr("Give one of them.")));
        global.profile = context.arguments.operands.first();
    }
    return show(context, await(context.environment.checkConnection(global)));
}

int addConnection(Context& context)
{
    const auto request = requestOf(context.arguments);
    if (!request)
        return context.fail(request.error());
    return show(context, context.environment.addConnection(*request, [&context](const SignInCode& code) {
        if (context.json()) {
            context.output.sayJson({{"code", code.code.toStdString()}, {"page", code.page.toString().toStdString()},
                {"expiresAt", code.expiresAt.toIso().toStdString()}});
            return;
        }
        context.output.say(
            Words::tr("Open %1 and enter the code %2. It is good until %3.")
                .arg(desk::plainText(code.page.toString()), desk::plainText(code.code), moment(code.expiresAt)));
    }));
}

int listConnections(Context& context)
{
    const auto known = context.environment.listConnections();
    if (!known)
        return context.fail(known.error());
    Table table;
    for (const auto& connection : *known) {
        if (context.json())
            context.output.json({{"name", connection.name.toStdString()}, {"host", connection.host.toStdString()},
                {"kept", connection.kept.toStdString()}});
        else
            table.add({{connection.name}, {desk::plainText(connection.host)}, {desk::plainText(connection.kept)}});
    }
    for (const auto& line : table.lines())
        context.output.line(line);
    if (known->isEmpty() && !context.json())
        context.output.say(Words::tr("No connection is kept yet. Make one with “slipwayctl connection add NAME”."));
    return ExitDone;
}

int removeConnection(Context& context)
{
    const QString name = context.arguments.operands.first();
    const auto removed = context.environment.removeConnection(name);
    if (!removed)
        return context.fail(removed.error());
    context.result({{"ok", true}, {"name", name.toStdString()}},
        Words::tr(
            "The connection %1 and its token are forgotten here. The token itself stays good at GitHub until it is "
            "revoked there.")
            .arg(desk::plainText(name)));
    return ExitDone;
}

} // namespace slipway::terminal
