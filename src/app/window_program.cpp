// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_program.h"

#include "app/keychain.h"
#include "base/error_codes.h"
#include "base/logging.h"
#include "base/private_files.h"
#include "base/text.h"
#include "github/github.h"
#include "http/http.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QPromise>
#include <QStandardPaths>
#include <QTimer>

namespace slipway::app {

namespace {

const QString kCredential = u"default"_s;

QString sandboxFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/slipway/sandbox"_s;
}

//! Links of earlier runs hold the port, so the sandbox comes back on the one it had.
quint16 rememberedPort(const QString& folder)
{
    const auto text = readFile(folder + u"/port"_s, 16);
    return text ? quint16(text->trimmed().toUInt()) : quint16(0);
}

//! "https://github.com" is where people go; the API answers elsewhere.
QUrl apiUrlFor(const QString& url)
{
    QUrl given = QUrl::fromUserInput(url.trimmed());
    if (given.scheme() == "http"_L1 && !url.startsWith("http"_L1))
        given.setScheme(u"https"_s);
    const QString host = given.host();
    if (host == "github.com"_L1 || host == "www.github.com"_L1 || host == "api.github.com"_L1)
        return QUrl(u"https://api.github.com"_s);
    if (host.endsWith(".ghe.com"_L1))
        return QUrl(host.startsWith("api."_L1) ? u"https://"_s + host : u"https://api."_s + host);
    if (given.path().isEmpty() || given.path() == "/"_L1)
        given.setPath(given.scheme() == "https"_L1 ? u"/api/v3"_s : QString());
    return given;
}

} // namespace

WindowProgram::WindowProgram(QString version, double sandboxSpeed)
    : m_version(std::move(version))
    , m_sandboxSpeed(sandboxSpeed)
{ }

WindowProgram::~WindowProgram()
{
    m_window.reset();
    m_desk.reset();
    m_sandbox.reset();
}

std::optional<Error> WindowProgram::open(const terminal::GlobalOptions& options, bool trySandbox)
{
    if (trySandbox) {
        const auto opened = openSandbox();
        return opened ? std::nullopt : std::optional(opened.error());
    }
    const auto choose = [this](const Result<Destination>& destination) -> Result<void> {
        if (!destination)
            return destination.error();
        return show(*destination,
            destination->sandbox          ? Kind::Sandbox
                : destination->connection ? Kind::GitHub
                                          : Kind::None);
    };
    auto destination = destinationOf(options);
    if (destination.isFinished()) {
        const auto opened = choose(destination.result());
        return opened ? std::nullopt : std::optional(opened.error());
    }
    destination.then(this, [this, choose](const Result<Destination>& found) {
        // A keychain that stays closed is no reason for a window that stays away.
        if (const auto opened = choose(found); !opened) {
            qCWarning(logConsole) << "no connection" << opened.error().code << toBytes(opened.error().args);
            std::ignore = show(Destination{}, Kind::None);
        }
    });
    return std::nullopt;
}

Result<void> WindowProgram::openSandbox()
{
    auto started = startSandbox();
    return started ? showSandbox(std::move(*started)) : Result<void>(started.error());
}

Result<std::unique_ptr<SandboxHost>> WindowProgram::startSandbox() const
{
    const QString folder = sandboxFolder();
    if (auto made = makePrivateDirectory(folder); !made)
        return made.error();
    sandbox::SandboxOptions options{
        .port = rememberedPort(folder), .stateDirectory = folder + u"/world"_s, .speed = m_sandboxSpeed};
    auto host = SandboxHost::start(options);
    if (!host && options.port != 0) {
        options.port = 0;
        host = SandboxHost::start(options);
    }
    if (!host)
        return host.error();
    const QUrl url(textAt((*host)->announcement(), "url"));
    if (auto kept = writePrivateFile(folder + u"/port"_s, QByteArray::number(url.port())); !kept)
        qCWarning(logConsole) << "the sandbox's port could not be kept" << kept.error().code;
    return host;
}

Result<void> WindowProgram::showSandbox(std::unique_ptr<SandboxHost> host)
{
    auto destination = sandboxDestination(host->announcement(), {});
    if (!destination)
        return destination.error();
    destination->store = sandboxFolder() + u"/store.db"_s;
    m_window.reset();
    m_desk.reset();
    m_sandbox = std::move(host);
    return show(*destination, Kind::Sandbox);
}

Result<void> WindowProgram::show(const Destination& destination, Kind kind)
{
    auto options = deskOptions(destination, u"slipway"_s);
    options.readOnlyIfOwned = true;
    m_window.reset();
    m_desk.reset(); // gives the store back before another desk may want it
    auto desk = desk::LocalDesk::open(std::move(options));
    if (!desk)
        return desk.error();
    m_desk = std::move(*desk);
    m_kind = kind;
    console::MainWindowOptions window{.connector = this, .version = m_version};
    if (kind == Kind::Sandbox)
        window.troublemaker = this;
    m_windowClock = std::make_unique<SystemClock>(destination.timeScale);
    m_window = std::make_unique<console::MainWindow>(*m_desk, *m_windowClock, window);
    m_window->show();
    return {};
}

QFuture<Result<void>> WindowProgram::trySandbox()
{
    // The window that asks is replaced, so it must have left this call, and have painted that it is at work, before; and
    // it has its answer before it goes. Where the sandbox cannot be started it stays, and is told why.
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    QTimer::singleShot(50, this, [this, promise] {
        auto started = startSandbox();
        promise->addResult(started ? Result<void>() : Result<void>(started.error()));
        promise->finish();
        if (!started)
            return;
        if (const auto shown = showSandbox(std::move(*started)); !shown) {
            qCWarning(logConsole) << "the sandbox's store cannot be opened" << shown.error().code
                                  << toBytes(shown.error().args);
            std::ignore = show(Destination{}, Kind::None);
        }
    });
    return promise->future();
}

QFuture<Result<void>> WindowProgram::connectTo(const QString& url, const Secret& token)
{
    const QUrl api = apiUrlFor(url);
    auto http = std::make_shared<http::Http>();
    auto github = std::make_shared<github::GitHub>(*http, m_clock, github::Connection{.apiUrl = api, .token = token});
    return github->identity()
        .then(this,
            [this, http, github, api, token](const Result<github::Identity>& identity) -> QFuture<Result<void>> {
                if (!identity)
                    return QtFuture::makeReadyFuture(Result<void>(identity.error()));
                return writeCredential(kCredential, token).then(this, [api](const Result<void>& kept) -> Result<void> {
                    const QString path = profilePath(u"default"_s);
                    if (!kept)
                        return kept;
                    if (auto made = makePrivateDirectory(QFileInfo(path).absolutePath()); !made)
                        return made;
                    const Json profile{{"connection",
                        {{"apiUrl", api.toString().toStdString()}, {"credential", kCredential.toStdString()}}}};
                    return writePrivateFile(path, QByteArray::fromStdString(profile.dump(2)) + '\n');
                });
            })
        .unwrap()
        .then(this, [this, api, token](const Result<void>& kept) {
            if (kept) {
                QTimer::singleShot(0, this, [this, api, token] {
                    m_sandbox.reset();
                    Destination destination{
                        .connection = github::Connection{.apiUrl = api, .token = token}, .profile = u"default"_s};
                    if (const auto shown = show(destination, Kind::GitHub); !shown)
                        qCWarning(logConsole) << "the store cannot be opened" << shown.error().code;
                });
            }
            return kept;
        });
}

void WindowProgram::make(const QString& action)
{
    static const QHash<QString, Json> actions{
        {u"fail-next-workflow"_s, {{"do", "fail-run"}, {"next", true}}},
        {u"conflict-next-pull-request"_s, {{"do", "commit"}, {"next", true}}},
        {u"close-next-pull-request"_s, {{"do", "close"}, {"next", true}}},
        {u"cancel-next-run"_s, {{"do", "cancel-run"}, {"next", true}}},
        {u"hold"_s, {{"do", "hold"}, {"what", "check"}, {"next", true}}},
        {u"release"_s, {{"do", "release"}}},
    };
    if (m_sandbox && actions.contains(action))
        m_sandbox->control(actions.value(action));
}

} // namespace slipway::app
