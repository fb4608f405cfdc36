// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/json.h"
#include "person.h"

#include <QTemporaryDir>

#include <memory>

namespace slipway::app {
class SandboxHost;
class WindowProgram;
} // namespace slipway::app

namespace slipway::terminal {
struct GlobalOptions;
}

namespace slipway::journeys {

//! An event of the journal, as the store has it.
struct Kept {
    QString run, type, step, actor;
    Json data;
    qint64 at; //!< ms since 1970
};

//! Where a journey takes place: a home of its own, a sandbox over HTTP, the program with its window, engine and store.
class Scene {
public:
    //! `name` begins the names of the pictures.
    Scene(const QString& name, std::unique_ptr<Hands> hands);
    ~Scene();
    Scene(const Scene&) = delete;
    Scene& operator=(const Scene&) = delete;

    Person person;

    // The world
    static constexpr double usualSpeed = 100;
    //! `speed` divides the durations of the world; `pace`, those of the program, if it is another.
    void startWorld(double speed = usualSpeed, double pace = 0);
    void endWorld(); //!< nobody listens any more
    void bringWorldBack(); //!< as it was, where it was
    //! What somebody else does: {"do": …}, see the sandbox's control.
    void world(const Json& act);
    Json ledger();
    Json ledger(const char* kind); //!< an array of it
    QStringList branches(const QString& repository); //!< by git
    QByteArray fileOnMain(const QString& repository, const QString& path); //!< by git
    //! What creating these services makes is there, each thing once, and nothing else.
    void hasMadeOnce(const QStringList& services);

    // The program
    QString url() const { return m_url; }
    QString token() const { return m_token; } //!< of the world, which its own doors take even after GitHub does not
    //! Made anew at GitHub; good even when the first one is not any more.
    QString anotherToken();
    QString announcementFile() const { return m_home.filePath(u"sandbox.json"_s); }
    QString store() const; //!< that of the window
    QString home() const { return m_home.path(); }
    //! By what the sandbox printed; or as a person's own connection, where that is set up.
    void open(const terminal::GlobalOptions& options);
    void open(); //!< at the sandbox
    //! At the window's own sandbox, which comes and goes with the window. In place of startWorld().
    void openOwnSandbox();
    void close();

    // The journal
    QList<Kept> journal(const QString& service) const;
    QStringList journalTypes(const QString& service) const;
    qsizetype count(const QString& service, const QString& type) const { return journalTypes(service).count(type); }
    QString runId(const QString& service) const;

    //! Shows the stage in light, in dark and in high contrast, for people to look at.
    void picture(const QString& stage);
    void pictureOfStumble();

private:
    QTemporaryDir m_home;
    void waitForWindow();

    QString m_name, m_store, m_token, m_url;
    double m_speed = usualSpeed, m_pace = usualSpeed;
    std::shared_ptr<app::SandboxHost> m_sandbox;
    quint16 m_port = 0;
    std::unique_ptr<app::WindowProgram> m_program;
};

//! Ends the journey where what is said does not hold.
void must(bool holds, const QString& what);

} // namespace slipway::journeys
