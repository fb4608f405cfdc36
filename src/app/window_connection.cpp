// SPDX-License-Identifier: GPL-3.0-or-later
// The window's connection: checked, kept, forgotten.
#include "app/gh_import.h"
#include "app/stored_secret.h"
#include "app/window_program.h"
#include "base/error_codes.h"
#include "base/logging.h"
#include "base/loopback.h"
#include "base/text.h"
#include "base/when_done.h"
#include "console/labels.h"
#include "github/host.h"

#include <QMessageBox>
#include <QPromise>
#include <QThreadPool>
#include <QTimer>

namespace slipway::app {

QFuture<Result<Secret>> WindowProgram::secretFor(const console::ConnectionChoice& choice,
    const ConnectionProfile& profile, std::function<void(const console::SignInCode&)> codeShown)
{
    using Way = console::ConnectionChoice::Way;
    const auto host = github::hostFrom(profile.host);
    const auto network = networkOf(profile);
    if (!host)
        return QtFuture::makeReadyFuture(Result<Secret>(host.error()));
    if (!network)
        return QtFuture::makeReadyFuture(Result<Secret>(network.error()));
    switch (choice.way) {
    case Way::Token: return QtFuture::makeReadyFuture(Result<Secret>(choice.token));
    case Way::App: return QtFuture::makeReadyFuture(Result<Secret>(Secret()));
    case Way::Gh: return importFromGh(host->web.host());
    case Way::SignIn: break;
    }
    const auto shown = [this, codeShown = std::move(codeShown)](const github::DeviceCode& code) {
        QMetaObject::invokeMethod(
            this,
            [codeShown, code] {
                codeShown({code.code, code.page, code.expiresAt});
            },
            Qt::QueuedConnection);
    };
    return m_work.signIn(*host, profile.clientId, *network, shown).then([](const Result<github::OAuthGrant>& grant) {
        return grant ? Result<Secret>(github::toSecret(*grant)) : Result<Secret>(grant.error());
    });
}

QFuture<Result<desk::ConnectionReport>> WindowProgram::check(
    const console::ConnectionChoice& choice, std::function<void(const console::SignInCode&)> codeShown)
{
    m_candidate.reset();
    const int asked = ++m_asked;
    ConnectionProfile profile{.host = choice.host,
        .app = choice.app,
        .appKeyFile = choice.appKeyFile,
        .appOrganisation = choice.appOrganisation,
        .clientId = choice.clientId,
        .caFile = choice.caFile,
        .proxy = choice.proxy};
    if (m_kind == Kind::GitHub && !m_destination.profile.isEmpty())
        profile.name = m_destination.profile;
    if (!profile.isApp())
        profile.credential = profile.name;
    if (const auto known = readProfile(profile.name))
        profile.settings = known->settings;
    if (const auto host = github::hostFrom(profile.host))
        m_askedHost = host->web.host();
    auto promise = std::make_shared<QPromise<Result<desk::ConnectionReport>>>();
    promise->start();
    // What was given up, or overtaken by another check, is not what use() would keep: no page may tell it.
    const auto end = [this, asked, promise](const Result<desk::ConnectionReport>& report) {
        promise->addResult(asked == m_asked ? report : Error{.code = errc::networkCancelled});
        promise->finish();
    };
    whenDone(secretFor(choice, profile, std::move(codeShown)), this,
        [this, asked, profile, end](const Result<Secret>& secret) {
            if (!secret) {
                end(secret.error());
                return;
            }
            auto destination = destinationWith(profile, *secret);
            if (!destination) {
                end(destination.error());
                return;
            }
            destination->kept.clear(); // nowhere yet
            whenDone(m_work.check(*destination), this,
                [this, asked, profile, secret = *secret, end](const Result<desk::ConnectionReport>& report) {
                    if (report && asked == m_asked)
                        m_candidate = Candidate{profile, secret};
                    end(report);
                });
        });
    return promise->future();
}

void WindowProgram::cancelCheck()
{
    ++m_asked;
    m_candidate.reset();
    m_work.cancelSignIn();
}

QFuture<Result<desk::ConnectionReport>> WindowProgram::checkCurrent() { return m_work.check(m_destination); }

QFuture<Result<void>> WindowProgram::use()
{
    if (!m_candidate)
        return QtFuture::makeReadyFuture(Result<void>(Error{.code = errc::notConnected}));
    const auto candidate = *m_candidate;
    auto kept = candidate.profile.isApp() ? QtFuture::makeReadyFuture(Result<ConnectionProfile>(candidate.profile))
                                          : keepSecret(candidate.profile, candidate.secret, false);
    const auto written = kept.then(
        QThreadPool::globalInstance(), [](const Result<ConnectionProfile>& profile) -> Result<ConnectionProfile> {
            const auto done = profile ? writeProfile(*profile) : Result<void>(profile.error());
            return done ? profile : done.error();
        });
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    whenDone(written, this, [this, candidate, promise](const Result<ConnectionProfile>& profile) {
        promise->addResult(profile ? Result<void>() : profile.error());
        promise->finish();
        if (!profile)
            return;
        m_candidate.reset();
        QTimer::singleShot(0, this, [this, profile = *profile, secret = candidate.secret] {
            auto destination = destinationWith(profile, secret);
            if (!destination) {
                // A file that it names went away since it was checked: what is shown stays.
                qCWarning(logConsole) << "no connection" << destination.error().code;
                return;
            }
            if (m_kind != Kind::Sandbox) {
                // Signed in again, or for the first time: the runs that wait for it are those of the window's store.
                destination->store = storePath();
                destination->overrides = m_destination.overrides;
                if (destination->connection && isLoopbackHost(destination->connection->apiUrl.host()))
                    destination->timeScale = m_destination.timeScale;
            }
            leave([this, profile, destination = *destination] {
                m_sandbox.reset();
                const auto shown = show(destination, Kind::GitHub);
                instead(shown);
                if (shown && !profile.tokenFile.isEmpty())
                    console::plainMessage(
                        QMessageBox::Information, tr("Token kept in a file"), placeOf(profile), m_window.get())
                        ->open();
            });
        });
    });
    return promise->future();
}

bool WindowProgram::canForget() const
{
    if (m_kind != Kind::GitHub || m_lookedAt)
        return false;
    // One that was named on the command line is kept nowhere.
    const auto profile = readProfile(m_destination.profile);
    return profile && placeOf(*profile) == m_destination.kept;
}

QFuture<Result<void>> WindowProgram::forget()
{
    const auto profile = readProfile(m_destination.profile);
    if (!profile)
        return QtFuture::makeReadyFuture(Result<void>(profile.error()));
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    const auto gone = forgetSecret(*profile).then(QThreadPool::globalInstance(),
        [name = profile->name](const Result<void>& forgotten) { return forgotten ? removeProfile(name) : forgotten; });
    whenDone(gone, this, [this, promise](const Result<void>& removed) {
        promise->addResult(removed);
        promise->finish();
        if (!removed)
            return;
        QTimer::singleShot(0, this, &WindowProgram::leaveConnection);
    });
    return promise->future();
}

void WindowProgram::leaveConnection()
{
    if (m_leaving) { // the window that is on its way has the connection still
        m_afterwards = [this] { leaveConnection(); };
        return;
    }
    Destination next;
    next.store = storePath();
    next.overrides = m_destination.overrides;
    leave([this, next] { instead(show(next, Kind::None)); });
}

} // namespace slipway::app
