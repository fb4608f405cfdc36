// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/connection_report.h"

#include "base/text.h"
#include "desk/error_text.h"
#include "desk/plain_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QUrl>

#include <algorithm>

namespace slipway::desk {

namespace {

using steps::Granted;
using steps::Right;

constexpr Millis soon{14LL * 24 * 60 * 60 * 1000};

QString words(const char* text) { return QCoreApplication::translate("connection", text); }

//! Under GitHub's own name, so that it is found on GitHub's pages.
const char* permissionName(Right right)
{
    switch (right) {
    case Right::ReadContents: return "Contents: read";
    case Right::WriteContents: return "Contents: read and write";
    case Right::WritePullRequests: return "Pull requests: read and write";
    case Right::WriteWorkflows: return "Workflows: read and write";
    case Right::ReadActions: return "Actions: read";
    case Right::WriteActions: return "Actions: read and write";
    case Right::ReadMembers: return "Members: read (organisation permission)";
    }
    return "";
}

const char* scopeName(Right right)
{
    return right == Right::ReadMembers ? "read:org" : right == Right::WriteWorkflows ? "repo, workflow" : "repo";
}

const char* codeOf(Right right)
{
    switch (right) {
    case Right::ReadContents: return "contents:read";
    case Right::WriteContents: return "contents:write";
    case Right::WritePullRequests: return "pullRequests:write";
    case Right::WriteWorkflows: return "workflows:write";
    case Right::ReadActions: return "actions:read";
    case Right::WriteActions: return "actions:write";
    case Right::ReadMembers: return "members:read";
    }
    return "";
}

const char* codeOf(Granted granted)
{
    return granted == Granted::Yes ? "yes" : granted == Granted::No ? "no" : "unknown";
}

const char* codeOf(github::TokenKind kind)
{
    switch (kind) {
    case github::TokenKind::Classic: return "classic";
    case github::TokenKind::FineGrained: return "fineGrained";
    case github::TokenKind::OAuth: return "oauth";
    case github::TokenKind::AppUser: return "appUser";
    case github::TokenKind::Installation: return "installation";
    case github::TokenKind::Other: break;
    }
    return "other";
}

qsizetype count(const ConnectionReport& report, Granted granted)
{
    return std::count_if(report.findings.begin(), report.findings.end(),
        [granted](const steps::Finding& finding) { return finding.granted == granted; });
}

} // namespace

qsizetype ConnectionReport::missing() const { return count(*this, Granted::No); }

qsizetype ConnectionReport::unknown() const { return count(*this, Granted::Unknown); }

QString tokenWords(github::TokenKind kind)
{
    switch (kind) {
    case github::TokenKind::Classic: return words(QT_TRANSLATE_NOOP("connection", "personal token (classic)"));
    case github::TokenKind::FineGrained: return words(QT_TRANSLATE_NOOP("connection", "personal token (fine-grained)"));
    case github::TokenKind::OAuth: return words(QT_TRANSLATE_NOOP("connection", "signed in through an OAuth app"));
    case github::TokenKind::AppUser: return words(QT_TRANSLATE_NOOP("connection", "signed in through a GitHub App"));
    case github::TokenKind::Installation: return words(QT_TRANSLATE_NOOP("connection", "installation of a GitHub App"));
    case github::TokenKind::Other: break;
    }
    return words(QT_TRANSLATE_NOOP("connection", "token"));
}

QString placeWords(const steps::Finding& finding)
{
    if (finding.reason == "later"_L1)
        return words(QT_TRANSLATE_NOOP("connection", "The repository that a run makes"));
    return plainText(finding.place);
}

QList<NeededRights> rightsNeeded(const Workflow& workflow, const Json& settings)
{
    QList<NeededRights> needed;
    for (const steps::Need& need : steps::needsOf(workflow, settings)) {
        const QString place = need.repository ? plainText(need.repository->full())
            : need.organisation.isEmpty() ? words(QT_TRANSLATE_NOOP("connection", "The repository that a run makes"))
                                          : plainText(need.organisation);
        auto at =
            std::find_if(needed.begin(), needed.end(), [&](const NeededRights& known) { return known.place == place; });
        if (at == needed.end())
            at = needed.insert(needed.end(), NeededRights{.place = place, .rights = {}});
        if (const QString right = rightWords(need.right); !at->rights.contains(right))
            at->rights += right;
    }
    return needed;
}

QString rightWords(Right right)
{
    switch (right) {
    case Right::ReadContents: return words(QT_TRANSLATE_NOOP("connection", "read files"));
    case Right::WriteContents: return words(QT_TRANSLATE_NOOP("connection", "change files and merge"));
    case Right::WritePullRequests: return words(QT_TRANSLATE_NOOP("connection", "raise pull requests"));
    case Right::WriteWorkflows: return words(QT_TRANSLATE_NOOP("connection", "change workflow files"));
    case Right::ReadActions: return words(QT_TRANSLATE_NOOP("connection", "watch workflows"));
    case Right::WriteActions: return words(QT_TRANSLATE_NOOP("connection", "start workflows and run them again"));
    case Right::ReadMembers: return words(QT_TRANSLATE_NOOP("connection", "read teams"));
    }
    return {};
}

QString grantedWord(Granted granted)
{
    switch (granted) {
    case Granted::Yes: return words(QT_TRANSLATE_NOOP("connection", "Allowed"));
    case Granted::No: return words(QT_TRANSLATE_NOOP("connection", "Missing"));
    case Granted::Unknown: break;
    }
    return words(QT_TRANSLATE_NOOP("connection", "Not known beforehand"));
}

QString whyWords(const steps::Finding& finding)
{
    if (finding.granted == Granted::Yes)
        return {};
    const QString name = QLatin1StringView(permissionName(finding.right));
    if (finding.reason == "scope"_L1)
        return words(
            QT_TRANSLATE_NOOP("connection", "The token lacks the scope “%1”. Add it on GitHub's page of the token."))
            .arg(QLatin1StringView(scopeName(finding.right)));
    if (finding.reason == "permission"_L1)
        return words(QT_TRANSLATE_NOOP("connection", "The token lacks the permission “%1”. Add it on GitHub."))
            .arg(name);
    if (finding.reason == "person"_L1)
        return words(QT_TRANSLATE_NOOP(
            "connection", "Whoever the token belongs to may not write there. Ask an owner for write access."));
    if (finding.reason == "archived"_L1)
        return words(QT_TRANSLATE_NOOP(
            "connection", "It is archived: nobody can change it. Correct its name, or unarchive it."));
    if (finding.reason == "notSeen"_L1)
        return words(QT_TRANSLATE_NOOP("connection",
            "It does not exist, or the token may not see it: GitHub answers both alike. Check its name in the settings "
            "and "
            "the token's access."));
    if (finding.reason == "untold"_L1)
        return words(QT_TRANSLATE_NOOP("connection",
                         "GitHub tells only when it is used whether this kind of token may. Check that it has “%1”."))
            .arg(name);
    if (finding.reason == "later"_L1)
        return words(
            QT_TRANSLATE_NOOP("connection",
                "Each run makes its own repository. The token must be good for new repositories, too, with “%1”."))
            .arg(name);
    return finding.error ? oneLine(*finding.error) : QString();
}

QUrl linkOf(const steps::Finding& finding)
{
    return finding.error ? QUrl(textAt(finding.error->args, "url"), QUrl::StrictMode) : QUrl();
}

QStringList warningsOf(const ConnectionReport& report)
{
    QStringList warnings;
    if (report.identity.tokenExpiresAt) {
        const auto left = *report.identity.tokenExpiresAt - report.checkedAt;
        const auto date = QLocale().toString(
            QDateTime::fromMSecsSinceEpoch(report.identity.tokenExpiresAt->ms).date(), QLocale::ShortFormat);
        if (left <= Millis(0))
            warnings << words(
                QT_TRANSLATE_NOOP("connection", "The token has expired. Make a new one and connect again."));
        else if (left <= soon)
            warnings << words(
                QT_TRANSLATE_NOOP("connection",
                    "The token ends on %1, in %2 days. Make a new one before that and connect again; runs "
                    "that are open then stop until you do."))
                            .arg(date)
                            .arg(left.count() / (24LL * 60 * 60 * 1000));
    }
    if (report.identity.sunset)
        warnings << words(QT_TRANSLATE_NOOP("connection",
                              "GitHub will take away the version of its interface that this Slipway speaks: %1. Update "
                              "Slipway before that."))
                        .arg(plainText(*report.identity.sunset));
    return warnings;
}

QString summaryOf(const ConnectionReport& report)
{
    return words(QT_TRANSLATE_NOOP("connection", "You are %1 at %2."))
        .arg(plainText(report.identity.login), plainText(report.host));
}

Json connectionJson(const ConnectionReport& report)
{
    Json findings = Json::array();
    for (const auto& finding : report.findings) {
        Json row{{"place", finding.place.toStdString()}, {"right", codeOf(finding.right)},
            {"granted", codeOf(finding.granted)}, {"reason", finding.reason.toStdString()},
            {"why", whyWords(finding).toStdString()}, {"steps", toJson(finding.steps)}};
        if (const auto link = linkOf(finding); !link.isEmpty())
            row["url"] = link.toString().toStdString();
        findings.push_back(std::move(row));
    }
    const auto& identity = report.identity;
    Json json{{"ok", report.ok()}, {"host", report.host.toStdString()}, {"login", identity.login.toStdString()},
        {"token", codeOf(identity.token)}, {"scopes", toJson(identity.scopes)},
        {"tokenExpiresAt", identity.tokenExpiresAt ? Json(identity.tokenExpiresAt->toIso().toStdString()) : Json()}};
    if (!identity.serverVersion.isEmpty())
        json["serverVersion"] = identity.serverVersion.toStdString();
    if (!report.kept.isEmpty())
        json["kept"] = report.kept.toStdString();
    json["findings"] = std::move(findings);
    json["warnings"] = toJson(warningsOf(report));
    return json;
}

} // namespace slipway::desk
