// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/connection_work.h"
#include "app/connections.h"
#include "app/sandbox_host.h"
#include "console/main_window.h"
#include "console/ports.h"

#include <QTemporaryDir>
#include <QTimer>

namespace slipway::app {

//! The window with what stands behind it: a desk for one connection. Going from one connection to another (first run, the
//! sandbox, GitHub) makes a new desk and a new window.
class WindowProgram : public QObject,
                      public console::Connector,
                      public console::Troublemaker,
                      public console::StoreKeeper,
                      public console::CredentialShelf {
    Q_OBJECT
public:
    static constexpr double defaultSandboxSpeed = 20;

    //! `sandboxSpeed` divides the durations of the sandbox's world, more than 0.
    explicit WindowProgram(QString version, double sandboxSpeed = defaultSandboxSpeed);
    ~WindowProgram() override;

    //! What the first window shows: a link to a run, or nothing.
    void setFirstLink(const QString& link) { m_firstLink = link; }
    //! Asks a window that is open at the same store to come to the front and show the first link; where another connection
    //! is named than its own, it offers to switch to that. False where none does.
    bool raiseOther(const terminal::GlobalOptions& options, bool trySandbox) const;
    //! Opens the window for what the command line asked for. Nothing: it did; else why it cannot.
    std::optional<Error> open(const terminal::GlobalOptions& options, bool trySandbox);

    //! Ends the program's loop: a window that would stay in the tray does not.
    void end();

    Kind currentConnection() const override { return m_kind; }
    QFuture<Result<void>> trySandbox() override;
    QFuture<Result<desk::ConnectionReport>> check(
        const console::ConnectionChoice& choice, std::function<void(const console::SignInCode&)> codeShown) override;
    void cancelCheck() override;
    QFuture<Result<void>> use() override;
    QFuture<Result<desk::ConnectionReport>> checkCurrent() override;
    bool canForget() const override;
    QFuture<Result<void>> forget() override;
    void make(const QString& action, bool on) override;
    QFuture<QStringList> inForce() override;
    QFuture<Result<QList<console::StoreCopy>>> copies() override;
    QFuture<Result<void>> makeCopy() override;
    void lookAt(const console::StoreCopy& copy) override;
    QFuture<Result<void>> lookAtFile(const QString& file) override;
    std::optional<console::StoreCopy> lookedAt() const override { return m_lookedAt; }
    void backToStore() override;
    void putBack(const QString& file) override;
    QFuture<Result<QList<console::KeptCredential>>> credentials() override;
    QFuture<Result<void>> setCredential(const console::CredentialOffer& offer) override;
    QFuture<Result<void>> removeCredential(const QString& name) override;

private:
    //! Simulated services that answer now.
    struct SandboxInUse {
        Json announcement;
        std::shared_ptr<SandboxHost> host; //!< none: another window's
    };
    using SandboxStarted = Result<SandboxInUse>;

    static bool goesBackToSandbox(const terminal::GlobalOptions& options);
    Result<void> openSandbox();
    QFuture<SandboxStarted> startSandbox();
    void startSandboxOn(quint16 port, std::function<void(const SandboxStarted&)> done);
    Result<void> showSandbox(const SandboxInUse& sandbox);
    void replaceLender();
    //! The program was started once more.
    void otherStart(const desk::RaiseRequest& request);
    //! To go on with that connection, which the other start named.
    void offer(Destination destination);
    //! With a copy: that is shown for reading, in place of the store.
    Result<void> show(const Destination& destination, Kind kind, const std::optional<console::StoreCopy>& copy = {});
    //! Where something could not be shown, a window without a connection; where not even that can be, the program ends.
    void instead(const Result<void>& shown);
    //! The same after the present window has gone.
    void showNext(const std::optional<console::StoreCopy>& copy);
    //! That of which a copy may be shown.
    QString storePath() const;
    //! Takes the window and its desk away, then goes on. The window does not freeze while requests under way end.
    void leave(std::function<void()> then);
    void leaveConnection();
    QString credentialProfile() const;
    void replaceStore(const QString& store, const QString& file, const Destination& destination, Kind kind);
    QFuture<Result<Secret>> secretFor(const console::ConnectionChoice& choice, const ConnectionProfile& profile,
        std::function<void(const console::SignInCode&)> codeShown);

    QString m_version, m_firstLink;
    double m_sandboxSpeed;
    SystemClock m_clock;
    std::unique_ptr<SystemClock> m_windowClock; //!< at the pace of what the window looks at
    Kind m_kind = Kind::None;
    //! What was checked last and may be used.
    struct Candidate {
        ConnectionProfile profile;
        Secret secret;
    };
    std::optional<Candidate> m_candidate;
    QString m_askedHost; //!< of the last check: to sign in there its page is opened
    int m_asked = 0; //!< checks so far: one that was given up leaves no candidate behind
    Destination m_destination; //!< of the window that is shown
    std::optional<console::StoreCopy> m_lookedAt; //!< what that window shows in place of the store
    QString m_lookedFrom; //!< the store then
    int m_otherStarts = 0; //!< that named something
    bool m_leaving = false; //!< from one window to the next: nothing else may change windows meanwhile
    std::function<void()> m_afterwards; //!< what must come all the same, once the next window is there
    QTemporaryDir m_exported; //!< stores made of exported runs that were looked at
    std::shared_ptr<SandboxHost> m_starting, m_sandbox;
    QTimer m_borrowing; //!< while the sandbox is another window's: looks whether that one has gone
    ConnectionWork m_work;
    std::unique_ptr<desk::LocalDesk> m_desk;
    std::unique_ptr<console::MainWindow> m_window;
};

} // namespace slipway::app
