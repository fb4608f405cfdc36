// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text.h"
#include "desk/desk.h"
#include "workflow/kind_rules.h"

#include <QPromise>

namespace slipway::test {

using namespace std::chrono_literals;

//! A desk whose runs are written by the test, event by event, with the real fold and handle behind it. Answers come at
//! once, or when the test lets them go.
class FakeDesk : public desk::Desk {
    Q_OBJECT
public:
    explicit FakeDesk(Clock& clock, QObject* parent = nullptr);
    ~FakeDesk() override;

    //! Writes the story of one run; moments are given as "so long ago".
    class Story {
    public:
        Story(FakeDesk& desk, RunId run)
            : m_desk(desk)
            , m_run(std::move(run))
        { }
        const RunId& run() const { return m_run; }
        Story& start(const char* step, Millis ago, const char* by = "engine");
        Story& wait(const char* step, Millis ago, const char* what, const Json& args = Json::object());
        Story& succeed(const char* step, Millis ago, const Json& outputs = Json::object(), const char* note = "");
        Story& fail(const char* step, Millis ago, const Error& error, std::optional<Millis> retryIn = {});
        Story& ask(const char* step, Millis ago, const Error& error);
        //! Started, its request sent, and no answer came.
        Story& cutOff(const char* step, Millis ago);
        //! Started and succeeded.
        Story& done(const char* step, Millis from, Millis to, const Json& outputs = Json::object());
        //! Started, one effect intended and succeeded, succeeded.
        Story& raise(const char* step, Millis from, Millis to, const Json& outputs);
        Story& event(EventType type, Millis ago, const char* step, const Json& data, const char* actor = "engine");

    private:
        FakeDesk& m_desk;
        RunId m_run;
    };
    Story begin(const QString& name, Millis ago, const QString& team = u"fisheries"_s, const QString& by = u"mia"_s);
    //! A run of another workflow.
    Story begin(const Json& workflow, const Json& inputs, Millis ago);
    Story story(const RunId& run) { return Story(*this, run); }

    //! A run in each state that a person may meet; the ids by what they show.
    QHash<QString, RunId> addGallery();
    //! Finished runs, for weight.
    void addFinished(int count);

    //! Says that these runs changed, as the engine does.
    void announce(const QList<RunId>& runs);
    void setStatus(const desk::EngineStatus& status);
    desk::EngineStatus& editStatus() { return m_status; }

    Result<desk::Availability> availability;
    QHash<QString, Result<desk::Availability>> availabilityOf; //!< by name, before `availability`
    //! What evidence() answers; without one there is none: `notConnected`.
    std::optional<desk::Evidence> evidenceFound;
    std::optional<Error> evidenceError;
    QList<StepId> evidenceAsked;
    //! What the services show of what a run made, by step; the rest of planUndo() is the journal's. None: `notConnected`.
    std::optional<QHash<StepId, desk::UndoNow>> undoNow;
    QString undoHeadline;
    int undoLooks = 0;
    Result<QStringList> teamList;
    std::optional<desk::WorkflowStatistics> history; //!< what statistics() answers; none: no run
    std::optional<Error> previewError;
    QHash<QString, Error> problemOf,
        stoppedBy; //!< by name: what prospects() says; what preview() shows of its first step
    std::optional<Error> prospectsError;
    QList<QList<Json>> prospected; //!< what each prospects() was asked for
    std::optional<Error> submitError;
    //! Runs that are set aside, as the store tells them: run() gives the error, until they are resumed.
    QHash<RunId, Error> unreadable;
    QList<desk::WentOn> wentOn; //!< what every run() says
    bool holdAnswers = false; //!< submit, teams and whatever is read of a service wait for release()
    void release();
    qsizetype held() const { return m_held.size(); }

    QList<Command> submitted;
    QList<RunId> submittedTo;
    QList<std::optional<qint64>> expected;
    QList<CommandId> commandIds;
    QList<Json> checkedNames, previewed;
    QStringList searched; //!< what runs() was asked for

    using Desk::submit;
    QFuture<Result<desk::Receipt>> submit(const desk::Order& order) override;
    QFuture<Result<QList<desk::RunSummary>>> runs(const desk::RunQuery& query) override;
    QFuture<Result<desk::RunView>> run(const RunId& run) override;
    QFuture<Result<RunId>> resolve(const QString& text) override;
    QFuture<Result<Events>> events(const RunId& run, qint64 since) override;
    QFuture<Result<desk::Preview>> preview(const QString& workflow, const Json& inputs) override;
    QFuture<Result<desk::Availability>> checkName(const QString& workflow, const Json& inputs) override;
    QFuture<Result<QList<desk::Prospect>>> prospects(const QString& workflow, const QList<Json>& inputs) override;
    QFuture<Result<QList<desk::PreviewStep>>> previewUndo(const RunId& run) override;
    QFuture<Result<desk::UndoPlan>> planUndo(const RunId& run) override;
    QFuture<Result<desk::Evidence>> evidence(const RunId& run, const StepId& step) override;
    QFuture<Result<QStringList>> teams(const QString& workflow) override;
    QFuture<Result<desk::WorkflowStatistics>> statistics(const QString& workflow) override
    {
        return history ? QtFuture::makeReadyFuture(Result<desk::WorkflowStatistics>(*history))
                       : Desk::statistics(workflow);
    }
    QList<std::shared_ptr<const Workflow>> workflows() const override { return m_workflows; }
    Result<Json> settings(const QString& workflow) const override;
    //! One more of the shipped workflows; the first is offered already.
    void offer(const QString& shipped);
    desk::EngineStatus status() const override { return m_status; }

private:
    struct Entry {
        Run run;
        Events events;
    };
    void append(const RunId& run, Event event);
    Result<bool> matches(const Entry& entry, const QString& search) const;
    desk::RunSummary summaryOf(const Entry& entry) const;
    desk::PreviewStep previewOf(const StepDefinition& step, const Json& scope) const;
    template <class T>
    QFuture<T> answer(T value);

    Clock& m_clock;
    KindRules m_kinds;
    QList<std::shared_ptr<const Workflow>> m_workflows;
    QHash<RunId, std::shared_ptr<Entry>> m_runs;
    QList<RunId> m_order;
    desk::EngineStatus m_status;
    QList<std::function<void()>> m_held;
    int m_number = 0;
};

Error workflowFailed();
Error needsPerson();
Error noNetwork();
Error outcomeUnknown();
//! Two requests ("register", "announce"): the registry tells a number once, in its answer, and offers no way to look it
//! up; the second needs the number. Input: "name".
Json registering();
//! As registering(), but the answer told a secret and nothing else: "code", which the second request needs.
Json inviting();

} // namespace slipway::test
