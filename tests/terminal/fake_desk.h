// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/manual_clock.h"
#include "base/text.h"
#include "desk/desk.h"
#include "terminal/terminal.h"

namespace slipway::terminal::test {

//! A desk whose journal lies in memory. Commands go through the real handle() and fold(), so refusals and states are
//! the program's own; what the engine would do is written by the test.
class FakeDesk : public desk::Desk {
    Q_OBJECT
public:
    explicit FakeDesk(Clock& clock);

    using Desk::submit;
    QFuture<Result<desk::Receipt>> submit(const desk::Order& order) override;
    QFuture<Result<QList<desk::RunSummary>>> runs(const desk::RunQuery& query) override;
    QFuture<Result<desk::RunView>> run(const RunId& run) override;
    QFuture<Result<RunId>> resolve(const QString& text) override;
    QFuture<Result<Events>> events(const RunId& run, qint64 since) override;
    QFuture<Result<desk::Preview>> preview(const QString& workflow, const Json& inputs) override;
    QFuture<Result<desk::Availability>> checkName(const QString& workflow, const Json& inputs) override;
    QFuture<Result<QList<desk::PreviewStep>>> previewUndo(const RunId& run) override;
    QFuture<Result<QStringList>> teams(const QString& workflow) override;
    QList<std::shared_ptr<const Workflow>> workflows() const override { return {m_workflow}; }
    Result<Json> settings(const QString& workflow) const override;
    desk::EngineStatus status() const override { return m_status; }

    //! Appends what the engine would, and tells it.
    void append(const RunId& run, EventType type, const QString& step, Json data, int attempt = 1);
    //! A run for the subject, started by "mia".
    RunId start(const QString& subject);
    Run stored(const RunId& run) const { return m_journal.value(run).run; }
    qsizetype count() const { return m_order.size(); }

    std::shared_ptr<const Workflow> workflow() const { return m_workflow; }
    desk::Preview m_preview;
    std::optional<Error> m_previewError, m_settingsError, m_startError, m_runError;
    int m_previews = 0, m_runsRead = 0;
    desk::EngineStatus m_status;
    //! Called after each command was taken in, with the run it concerns.
    std::function<void(const RunId&)> m_afterSubmit;
    QList<Command> m_commands;

private:
    struct Stored {
        Run run;
        Events events;
    };
    Clock& m_clock;
    std::shared_ptr<const Workflow> m_workflow;
    QHash<RunId, Stored> m_journal;
    QList<RunId> m_order;
};

//! Everything that a command line needs, with what it wrote.
class Bench {
public:
    explicit Bench(bool coloured = false);

    //! The exit status.
    int run(const QStringList& arguments);
    QList<Json> jsonLines() const;

    //! Time passes faster for who waits, where the test says so.
    struct HastyClock : SystemClock {
        Timer after(Millis delay, QObject* context, std::function<void()> call) override
        {
            return SystemClock::after(delay / hurry, context, std::move(call));
        }
        int hurry = 1;
    } clock;
    FakeDesk desk{clock};
    Environment environment;
    Output output;
    QString results, diagnostics; //!< of the last run()
    QList<OpenMode> opened;
    QList<GlobalOptions> options;
    std::optional<Error> openError; //!< for Commands and Drive
    int closed = 0; //!< sessions destroyed
    QStringList sandboxArguments;
};

} // namespace slipway::terminal::test
