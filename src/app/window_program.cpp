// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_program.h"

#include "app/gh_import.h"
#include "app/stored_secret.h"
#include "base/error_codes.h"
#include "base/logging.h"
#include "base/loopback.h"
#include "base/private_files.h"
#include "base/text.h"
#include "base/when_done.h"
#include "console/desktop_bubbles.h"
#include "console/desktop_look.h"
#include "console/labels.h"
#include "desk/owner_door.h"
#include "github/host.h"
#include "journal/store_files.h"

#include <QApplication>
#include <QDesktopServices>
#include <QEventLoop>
#include <QMessageBox>
#include <QProgressBar>
#include <QPromise>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTimer>
#include <QVBoxLayout>

namespace slipway::app {

namespace {

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

//! While there is no window that could be used: events go on meanwhile. False: the program was asked to end.
template <class T>
bool waitFor(const QFuture<T>& future)
{
    QEventLoop loop;
    whenDone(future, &loop, [&loop](const T&) { loop.quit(); });
    if (!future.isFinished())
        loop.exec();
    return future.isFinished();
}

//! Says what is waited for where a store takes longer to open than one looks away for.
class OpeningNotice {
public:
    explicit OpeningNotice(const QString& store)
    {
        m_box.setWindowTitle(QCoreApplication::applicationName());
        auto* text = console::plainLabel(WindowProgram::tr("Opening the runs…"));
        auto* file = console::plainLabel(store);
        auto* bar = new QProgressBar;
        bar->setRange(0, 0);
        bar->setAccessibleName(text->text());
        auto* layout = new QVBoxLayout(&m_box);
        layout->addWidget(text);
        layout->addWidget(bar);
        if (!store.isEmpty())
            layout->addWidget(file);
        else
            delete file;
        constexpr int patienceMs = 500;
        m_later.setSingleShot(true);
        QObject::connect(&m_later, &QTimer::timeout, &m_box, &QWidget::show);
        m_later.start(patienceMs);
    }

private:
    QWidget m_box;
    QTimer m_later;
};

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
    m_starting.reset();
}

bool WindowProgram::raiseOther(const terminal::GlobalOptions& options, bool trySandbox) const
{
    QString store = options.store;
    if (store.isEmpty() && trySandbox)
        store = sandboxFolder() + u"/store.db"_s;
    else if (store.isEmpty() && !options.sandboxFile.isEmpty())
        store = sandboxStore(options.sandboxFile);
    else if (store.isEmpty())
        store = journal::defaultStorePath();
    SystemClock clock;
    return desk::askOwnerToRaise(store, m_firstLink, clock);
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
    whenDone(destination, this, [this, choose](const Result<Destination>& found) {
        // A keychain that stays closed is no reason for a window that stays away.
        instead(choose(found));
    });
    return std::nullopt;
}

Result<void> WindowProgram::openSandbox()
{
    auto starting = startSandbox();
    if (!waitFor(starting))
        return Error{.code = errc::networkCancelled};
    const auto started = starting.result();
    return started ? showSandbox(*started) : Result<void>(started.error());
}

QFuture<WindowProgram::SandboxStarted> WindowProgram::startSandbox()
{
    const QString folder = sandboxFolder();
    if (auto made = makePrivateDirectory(folder); !made)
        return QtFuture::makeReadyFuture(SandboxStarted(made.error()));
    auto promise = std::make_shared<QPromise<SandboxStarted>>();
    promise->start();
    const auto end = [promise](const SandboxStarted& started) {
        promise->addResult(started);
        promise->finish();
    };
    const quint16 port = rememberedPort(folder);
    startSandboxOn(port, [this, port, end](const SandboxStarted& started) {
        if (!started && port != 0)
            startSandboxOn(0, end); // somebody else has it now
        else
            end(started);
    });
    return promise->future();
}

void WindowProgram::startSandboxOn(quint16 port, std::function<void(const SandboxStarted&)> done)
{
    const QString folder = sandboxFolder();
    auto starting = SandboxHost::start({.port = port, .stateDirectory = folder + u"/world"_s, .speed = m_sandboxSpeed});
    m_starting = starting.host;
    whenDone(starting.ready, this, [this, folder, done = std::move(done)](const Result<void>& ready) {
        auto host = std::exchange(m_starting, nullptr);
        if (!ready) {
            done(ready.error());
            return;
        }
        const QUrl url(textAt(host->announcement(), "url"));
        if (auto kept = writePrivateFile(folder + u"/port"_s, QByteArray::number(url.port())); !kept)
            qCWarning(logConsole) << "the sandbox's port could not be kept" << kept.error().code;
        done(std::move(host));
    });
}

Result<void> WindowProgram::showSandbox(std::shared_ptr<SandboxHost> host)
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

void WindowProgram::leave(std::function<void()> then)
{
    // Another one is on its way already: whoever asked has gone with the last.
    if (m_leaving)
        return;
    if (!m_desk)
        return then();
    m_leaving = true;
    if (m_window)
        m_window->setEnabled(false);
    // Between two windows there is none, which ends no program; show() takes this back.
    QApplication::setQuitOnLastWindowClosed(false);
    whenDone(m_desk->end(), this, [this, then = std::move(then)] {
        m_window.reset();
        m_desk.reset();
        then();
    });
}

Result<void> WindowProgram::show(
    const Destination& destination, Kind kind, const std::optional<console::StoreCopy>& copy)
{
    const auto arrived = qScopeGuard([this] { m_leaving = false; });
    auto options = deskOptions(destination, u"slipway"_s);
    options.throughOwner = true;
    options.readOnlyIfRefused = true;
    if (copy) {
        options.engine.storePath = copy->file;
        options.engine.refuseWrites = Error{.code = errc::storeReadOnly, .args = {{"file", copy->file.toStdString()}}};
    }
    m_window.reset();
    m_desk.reset(); // gives the store back before another desk may want it
    auto desk = desk::LocalDesk::begin(std::move(options));
    // Till the end of this function, or the program would end with its last window.
    const OpeningNotice notice(destination.store);
    if (!waitFor(desk->opened()))
        return Error{.code = errc::networkCancelled}; // the program ends
    if (const auto opened = desk->opened().result(); !opened)
        return opened.error();
    m_desk = std::move(desk);
    m_desk->setRaise([this](const QString& link) {
        if (m_window)
            m_window->showLink(link);
    });
    m_kind = kind;
    m_destination = destination;
    m_lookedAt = copy;
    console::MainWindowOptions window{.connector = this, .version = m_version, .storeKeeper = this};
    if (!destination.profile.isEmpty())
        window.profileFile = profilePath(destination.profile);
    window.bubbles = [] { return std::make_unique<console::DesktopBubbles>(); };
    window.look = [] { return std::make_unique<console::DesktopLook>(QDBusConnection::sessionBus()); };
    window.opener = console::askingFirst([](const QUrl& url) { QDesktopServices::openUrl(url); },
        [this] { return console::knownHosts(*m_desk) << m_askedHost; });
    if (kind == Kind::Sandbox)
        window.troublemaker = this;
    m_windowClock = std::make_unique<SystemClock>(destination.timeScale);
    m_window = std::make_unique<console::MainWindow>(*m_desk, *m_windowClock, window);
    m_window->show();
    QApplication::setQuitOnLastWindowClosed(true);
    if (!m_firstLink.isEmpty())
        m_window->showLink(std::exchange(m_firstLink, {}));
    return {};
}

void WindowProgram::end()
{
    if (m_window)
        m_window->quit();
    else
        QApplication::quit();
}

void WindowProgram::instead(const Result<void>& shown)
{
    if (shown)
        return;
    qCWarning(logConsole) << "it cannot be shown" << shown.error().code << toBytes(shown.error().args);
    if (!show(Destination{}, Kind::None))
        QApplication::quit();
}

QFuture<Result<void>> WindowProgram::trySandbox()
{
    // The window that asks has its answer before it goes; where the sandbox cannot be started it stays, and is told why.
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    whenDone(startSandbox(), this, [this, promise](const SandboxStarted& started) {
        promise->addResult(started ? Result<void>() : Result<void>(started.error()));
        promise->finish();
        if (!started)
            return;
        QTimer::singleShot(0, this, [this, host = *started] { leave([this, host] { instead(showSandbox(host)); }); });
    });
    return promise->future();
}

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
    const auto end = [promise](const Result<desk::ConnectionReport>& report) {
        promise->addResult(report);
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
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    whenDone(kept, this, [this, candidate, promise](const Result<ConnectionProfile>& profile) {
        const auto written = profile ? writeProfile(*profile) : Result<void>(profile.error());
        promise->addResult(written);
        promise->finish();
        if (!written)
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
    whenDone(forgetSecret(*profile), this, [this, promise, name = profile->name](const Result<void>& forgotten) {
        const auto removed = forgotten ? removeProfile(name) : forgotten;
        promise->addResult(removed);
        promise->finish();
        if (!removed)
            return;
        QTimer::singleShot(0, this, [this] {
            if (m_leaving)
                return;
            Destination next;
            next.store = storePath();
            next.overrides = m_destination.overrides;
            leave([this, next] { instead(show(next, Kind::None)); });
        });
    });
    return promise->future();
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
