// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/banners.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "console/safe_text.h"
#include "console/wording.h"
#include "desk/error_text.h"
#include "desk/of_store.h"

#include <QCoreApplication>

namespace slipway::console {

namespace {

struct Banners {
    Q_DECLARE_TR_FUNCTIONS(slipway::console::Banners)
};

bool isNetwork(const Error& error) { return error.code.startsWith("network."_L1); }

//! What only a person can clear, by signing in again or by giving the token more rights.
bool isOfToken(const Error& error)
{
    for (const auto& known : {errc::githubBadCredentials, errc::githubForbidden, errc::githubSso, errc::githubNoToken,
             errc::githubAppRefused, errc::githubSignInEnded})
        if (error.code == known)
            return true;
    return false;
}

QString sentence(const Error& error)
{
    const desk::ErrorText words = desk::describe(error);
    return words.why.isEmpty() ? words.what : words.what + u' ' + words.why;
}

Banner troubleBanner(const BannerFacts& facts, Timestamp now)
{
    const desk::EngineStatus& status = facts.status;
    const Error& error = *status.trouble;
    Banner banner{.id = u"trouble"_s, .grave = true, .error = error};
    const QString what = desk::describe(error).what;
    if (error.code == errc::engineSafeMode) {
        banner.id = u"safeMode"_s;
        banner.text = what;
        banner.first = BannerAct::GoOn;
        banner.second = BannerAct::Details;
        return banner;
    }
    if (desk::isOfStore(error)) { // nothing can be journaled, so no run says so
        banner.text = sentence(error) + u' ' + desk::describe(error).remedy;
        if (status.troubleSince)
            banner.text += u' ' + Banners::tr("It has been so since %1.").arg(timeText(*status.troubleSince, now));
        banner.first = BannerAct::Details;
        banner.second = BannerAct::ShowStore;
        return banner;
    }
    if (isOfToken(error)) {
        banner.id = u"token"_s;
        banner.text = Banners::tr("%1 Runs are parked and go on by themselves when that is cleared.").arg(what);
        banner.first = facts.canConnect ? BannerAct::SignIn : BannerAct::Details;
        banner.second = facts.canConnect ? BannerAct::WhatIsMissing : BannerAct::None;
        return banner;
    }
    QString text = what;
    if (isNetwork(error) && status.lastReadAt)
        text += u' ' + Banners::tr("Last read at %1.").arg(timeText(*status.lastReadAt, now));
    if (error.code == errc::githubRateLimited) {
        if (status.troubleUntil && *status.troubleUntil > now)
            text += u' ' + Banners::tr("Calls are possible again at %1.").arg(timeText(*status.troubleUntil, now));
        banner.id = u"limit"_s;
        banner.first = BannerAct::Details; // to ask again before that would make it longer
    } else {
        if (status.troubleUntil && *status.troubleUntil > now)
            text += u' ' + Banners::tr("Next try in %1.").arg(durationText(*status.troubleUntil - now));
        banner.first = facts.canTryNow ? BannerAct::TryNow : BannerAct::Details;
        banner.second = facts.canTryNow ? BannerAct::Details : BannerAct::None;
    }
    banner.text = text;
    return banner;
}

std::optional<Banner> budgetBanner(const desk::EngineStatus& status, Timestamp now)
{
    if (!status.budgetLimit || !status.budgetRemaining || status.trouble || *status.budgetLimit <= 0
        || *status.budgetRemaining * 10 >= *status.budgetLimit)
        return std::nullopt;
    Banner banner{.id = u"budget"_s};
    banner.text = Banners::tr("GitHub's budget is low: %L1 of %L2 calls left.")
                      .arg(*status.budgetRemaining)
                      .arg(*status.budgetLimit);
    if (status.budgetResetsAt && *status.budgetResetsAt > now)
        banner.text += u' '
            + Banners::tr("It is full again at %1, in %2. Watching is slower until then; the buttons still work.")
                  .arg(timeText(*status.budgetResetsAt, now), durationText(*status.budgetResetsAt - now));
    return banner;
}

std::optional<Banner> watchingBanner(const BannerFacts& facts)
{
    const desk::EngineStatus& status = facts.status;
    if (status.readOnly || status.drives || status.storePath.isEmpty())
        return std::nullopt;
    Banner banner{.id = u"watching"_s, .first = BannerAct::ShowStore};
    if (status.owner) {
        if (status.owner->program.isEmpty() && status.trouble && desk::isOfStore(*status.trouble))
            return std::nullopt; // nobody has it: that it cannot be opened here is said already
        banner.text = status.owner->program.isEmpty()
            ? Banners::tr("Another Slipway has this store; it has not answered yet. This window reads.")
            : Banners::tr(
                "Another Slipway (%1, process %2) watches these runs. What you do here is done through it; if it "
                "ends, this window takes over.")
                  .arg(status.owner->program)
                  .arg(status.owner->pid);
        return banner;
    }
    if (!status.connected || facts.openRuns == 0)
        return std::nullopt;
    banner.grave = true;
    banner.text =
        Banners::tr("Nobody drives %n open run(s): nothing goes on until a Slipway that may is started, a window "
                    "or “slipwayctl agent”.",
            nullptr, facts.openRuns);
    return banner;
}

//! GitHub's own trouble, as its answers show it. A run may be parked for the same: that is said by the same banner then.
std::optional<Banner> incidentBanner(const BannerFacts& facts, Timestamp now)
{
    const desk::EngineStatus& status = facts.status;
    if (!status.incidentSince || (status.incidentUntil && *status.incidentUntil <= now))
        return std::nullopt;
    Banner banner{.id = u"incident"_s, .grave = true};
    banner.text =
        Banners::tr("GitHub has trouble: since %1 it often fails to answer. Slipway goes on asking, with longer "
                    "pauses; nothing is sent twice.")
            .arg(timeText(*status.incidentSince, now));
    if (!statusPageOf(status.host).isEmpty())
        banner.first = BannerAct::StatusPage;
    if (facts.canTryNow && status.trouble)
        banner.second = BannerAct::TryNow;
    return banner;
}

std::optional<Banner> clockBanner(const desk::EngineStatus& status)
{
    if (!status.serverAhead || status.sandbox || std::chrono::abs(*status.serverAhead) <= mostClockSkew)
        return std::nullopt;
    const QString by = durationText(std::chrono::abs(*status.serverAhead));
    return Banner{.id = u"clock"_s,
        .text = status.serverAhead->count() > 0
            ? Banners::tr(
                "This computer's clock is %1 behind GitHub's. Set it right: times shown here are off by that.")
                  .arg(by)
            : Banners::tr(
                "This computer's clock is %1 ahead of GitHub's. Set it right: times shown here are off by that.")
                  .arg(by)};
}

Banner storeBanner(const BannerFacts& facts, Timestamp now)
{
    const Error& error = *facts.status.readOnly;
    if (!facts.copyFile.isEmpty())
        return {.id = u"copy"_s,
            .grave = true,
            .text = Banners::tr("%1 is shown, as it was at %2. It can be read, searched and exported; nothing is "
                                "watched or done from here.",
                "file, time")
                        .arg(safeLine(facts.copyFile), timeText(facts.copyOf.value_or(Timestamp()), now)),
            .first = BannerAct::BackToStore,
            .second = BannerAct::None};
    if (facts.copyOf)
        return {.id = u"copy"_s,
            .grave = true,
            .text = Banners::tr("A copy of the history is shown, as it was at %1. It can be read, searched and "
                                "exported; nothing is watched or done from here.")
                        .arg(timeText(*facts.copyOf, now)),
            .first = BannerAct::BackToStore,
            .second = BannerAct::StoreCopies};
    return {.id = u"store"_s,
        .grave = true,
        .text = sentence(error),
        .first = BannerAct::Details,
        .second = facts.canCopy ? BannerAct::StoreCopies : BannerAct::ShowStore,
        .error = error};
}

} // namespace

QString statusPageOf(const QString& apiHost)
{
    return apiHost == u"api.github.com" || apiHost == u"github.com" ? u"https://www.githubstatus.com/"_s : QString();
}

QList<Banner> bannersOf(const BannerFacts& facts, Timestamp now)
{
    const desk::EngineStatus& status = facts.status;
    QList<Banner> banners;
    if (facts.refused)
        banners += Banner{.id = u"refused"_s,
            .grave = true,
            .text = sentence(*facts.refused),
            .first = BannerAct::Details,
            .second = BannerAct::Close,
            .error = facts.refused};
    if (status.readOnly)
        banners += storeBanner(facts, now);
    const auto incident = incidentBanner(facts, now);
    if (incident)
        banners += *incident;
    // That there is no connection is said below, with the way to one.
    const bool lacksConnection =
        !status.connected && facts.canConnect && status.trouble && status.trouble->code == errc::notConnected;
    if (status.trouble && !lacksConnection && !(incident && status.trouble->code == errc::serverError))
        banners += troubleBanner(facts, now);
    if (const auto banner = clockBanner(status))
        banners += *banner;
    if (const auto banner = watchingBanner(facts))
        banners += *banner;
    if (const auto banner = budgetBanner(status, now))
        banners += *banner;
    if (!status.connected && !status.sandbox && facts.canConnect && (!status.trouble || lacksConnection)
        && !status.readOnly && !status.owner)
        banners += Banner{.id = u"connection"_s,
            .text = facts.openRuns > 0
                ? Banners::tr("Not connected: nobody drives %n open run(s). The history can be read and searched.",
                    nullptr, facts.openRuns)
                : Banners::tr("Not connected: the history can be read and searched, nothing is watched."),
            .first = BannerAct::SignIn};
    if (status.sandbox)
        banners += Banner{.id = u"sandbox"_s,
            .text = Banners::tr("Sandbox, speed %1. The services are simulated: nothing here reaches GitHub.")
                        .arg(status.timeScale, 0, 'g', 4)};
    return banners;
}

QString labelOf(BannerAct act)
{
    switch (act) {
    case BannerAct::None: return {};
    case BannerAct::Details: return Banners::tr("Details");
    case BannerAct::Close: return Banners::tr("Close");
    case BannerAct::GoOn: return Banners::tr("Go on");
    case BannerAct::TryNow: return Banners::tr("Try now");
    case BannerAct::SignIn: return Banners::tr("Sign in…");
    case BannerAct::WhatIsMissing: return Banners::tr("What is missing");
    case BannerAct::StoreCopies: return Banners::tr("Copies…");
    case BannerAct::BackToStore: return Banners::tr("Back to the store");
    case BannerAct::StatusPage: return Banners::tr("What GitHub says");
    case BannerAct::ShowStore: return Banners::tr("Where it is");
    }
    return {};
}

} // namespace slipway::console
