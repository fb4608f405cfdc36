// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window_program.h"

#include "base/error_codes.h"
#include "base/logging.h"
#include "base/text.h"
#include "base/when_done.h"
#include "console/desktop_bubbles.h"
#include "console/desktop_look.h"
#include "console/labels.h"

#include <QApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QProgressBar>
#include <QScopeGuard>
#include <QSettings>
#include <QTimer>
#include <QVBoxLayout>

namespace slipway::app {

namespace {

constexpr auto lastInSandbox = "lastInSandbox";
constexpr int lookAtLenderMs = 1'000;

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
    OpeningNotice(const desk::LocalDesk& desk, const QString& store)
    {
        m_box.setWindowTitle(QCoreApplication::applicationName());
        auto* text = console::plainLabel(WindowProgram::tr("Opening the runs…"));
        auto* file = console::plainLabel(store);
        auto* bar = new QProgressBar;
        bar->setRange(0, 0);
        bar->setAccessibleName(text->text());
        QObject::connect(&desk, &desk::Desk::statusChanged, text, [&desk, text, bar] {
            if (desk.storeWork() == journal::StoreWork::Checking)
                text->setText(
                    WindowProgram::tr("Checking the runs: they were not closed in good order the last time…"));
            bar->setAccessibleName(text->text());
        });
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
{
    m_borrowing.setInterval(lookAtLenderMs);
    connect(&m_borrowing, &QTimer::timeout, this, &WindowProgram::replaceLender);
}

WindowProgram::~WindowProgram()
{
    m_window.reset();
    m_desk.reset();
    m_sandbox.reset();
    m_starting.reset();
}

//! Who named nothing, has set up no connection and was in the sandbox last finds her runs there, and not in a store in
//! which nothing ever happened.
bool WindowProgram::goesBackToSandbox(const terminal::GlobalOptions& options)
{
    const bool namesNothing = options.profile.isEmpty() && options.sandboxFile.isEmpty() && options.githubUrl.isEmpty()
        && options.tokenFile.isEmpty() && options.store.isEmpty();
    return namesNothing && !QFileInfo::exists(profilePath(profileOf(options)))
        && QSettings().value(lastInSandbox, false).toBool();
}

std::optional<Error> WindowProgram::open(const terminal::GlobalOptions& options, bool trySandbox)
{
    if (trySandbox) {
        const auto opened = openSandbox();
        return opened ? std::nullopt : std::optional(opened.error());
    }
    if (goesBackToSandbox(options)) {
        // Once: where the sandbox itself cannot be shown, or brings the program down, the next start does without it.
        QSettings().setValue(lastInSandbox, false);
        if (const auto opened = openSandbox(); opened)
            return std::nullopt;
        else
            qCWarning(logConsole) << "the sandbox does not come back" << opened.error().code;
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
    const auto arrived = qScopeGuard([this] {
        m_leaving = false;
        if (m_afterwards)
            QTimer::singleShot(0, this, std::exchange(m_afterwards, {}));
    });
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
    const OpeningNotice notice(*desk, destination.store);
    if (!waitFor(desk->opened()))
        return Error{.code = errc::networkCancelled}; // the program ends
    if (const auto opened = desk->opened().result(); !opened)
        return opened.error();
    m_desk = std::move(desk);
    m_desk->setRaise([this](const desk::RaiseRequest& request) { otherStart(request); });
    m_kind = kind;
    m_destination = destination;
    m_lookedAt = copy;
    console::MainWindowOptions window{
        .connector = this, .version = m_version, .storeKeeper = this, .credentials = this};
    window.terminal = terminalCommand(destination, m_desk->status().storePath);
    if (!destination.profile.isEmpty())
        window.profileFile = profilePath(destination.profile);
    window.bubbles = [] { return std::make_unique<console::DesktopBubbles>(); };
    window.look = [] { return std::make_unique<console::DesktopLook>(QDBusConnection::sessionBus()); };
    window.opener =
        console::askingFirst(console::desktopOpener(), [this] { return console::knownHosts(*m_desk) << m_askedHost; });
    if (kind == Kind::Sandbox && m_sandbox)
        window.troublemaker = this;
    if (!copy)
        QSettings().setValue(lastInSandbox, kind == Kind::Sandbox);
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

} // namespace slipway::app
