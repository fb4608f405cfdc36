// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conductor/engine.h"
#include "desk/desk.h"
#include "desk/evidence_look.h"
#include "desk/owner_door.h"
#include "desk/owner_line.h"
#include "desk/reading_room.h"
#include "desk/starts_look.h"
#include "desk/undo_look.h"
#include "desk/workflow_shelf.h"

namespace slipway::desk {

struct LocalDeskOptions {
    conductor::EngineOptions engine;
    //! Where another process owns the store, commands go to it, and this one takes over when it ends.
    bool throughOwner = false;
    //! A desk that only reads when the store cannot be opened, instead of an error; with `throughOwner` until it can.
    bool readOnlyIfRefused = false;
    QString profile;
    Json profileSettings = Json::object(); //!< by workflow id, then by setting id
    Json announced = Json::object(); //!< what a sandbox says of itself: by setting id, for the workflows that have it
    Json overrides = Json::object(); //!< what a person sets, by setting id: a workflow must have it
    QString actor; //!< who gives the commands
    bool sandbox = false;
};

//! The desk in the process of its engine.
class LocalDesk : public Desk {
    Q_OBJECT
public:
    static Result<std::unique_ptr<LocalDesk>> open(LocalDeskOptions options);
    //! The same without waiting. Until opened() has said so, nothing may be asked of the desk; after a failure it is of no
    //! use.
    static std::unique_ptr<LocalDesk> begin(LocalDeskOptions options);
    QFuture<Result<void>> opened() const { return m_opened.future(); }
    //! What takes its time while the store is opened, or taken over; may be asked before opened(). statusChanged() tells.
    journal::StoreWork storeWork() const;
    ~LocalDesk() override;

    using Desk::submit;
    QFuture<Result<Receipt>> submit(const Order& order) override;
    QFuture<Result<QList<RunSummary>>> runs(const RunQuery& query) override;
    QFuture<Result<WorkflowStatistics>> statistics(const QString& workflow) override
    {
        return m_reading->statistics(workflow);
    }
    QFuture<Result<RunView>> run(const RunId& run) override { return m_reading->run(run); }
    QFuture<Result<RunId>> resolve(const QString& text) override { return m_reading->resolve(text); }
    QFuture<Result<Events>> events(const RunId& run, qint64 since) override { return m_reading->events(run, since); }
    QFuture<Result<Preview>> preview(const QString& workflow, const Json& inputs) override;
    QFuture<Result<Availability>> checkName(const QString& workflow, const Json& inputs) override;
    QFuture<Result<QList<Prospect>>> prospects(const QString& workflow, const QList<Json>& inputs) override;
    QFuture<Result<QList<PreviewStep>>> previewUndo(const RunId& run) override;
    QFuture<Result<UndoPlan>> planUndo(const RunId& run) override;
    QFuture<Result<Evidence>> evidence(const RunId& run, const StepId& step) override;
    QFuture<Result<QList<PreviewFile>>> change(const RunId& run, const StepId& step) override;
    QFuture<Result<QStringList>> teams(const QString& workflow) override;
    QList<std::shared_ptr<const Workflow>> workflows() const override { return newestOf(m_shelf.all()); }
    QList<std::shared_ptr<const Workflow>> workflowVersions() const override { return m_shelf.all(); }
    QFuture<Result<std::shared_ptr<const Workflow>>> readWorkflow(const QString& file) const override;
    QFuture<Result<void>> importWorkflow(std::shared_ptr<const Workflow> workflow) override;
    Result<Json> settings(const QString& workflow) const override;
    EngineStatus status() const override;
    void hear(const News& news) override { m_engine->hear(news.repository, news.pullRequest, news.isProven); }

    //! Lets what is under way end and closes the store, without waiting for it; the desk answers no more, and what is
    //! destroyed after that has nothing to wait for.
    QFuture<void> end();

    QFuture<Result<github::Identity>> identity() { return m_engine->identity(); }

    //! What brings the window of this process to the front when the program is started once more.
    void setRaise(std::function<void(const RaiseRequest&)> raise);

private:
    explicit LocalDesk(LocalDeskOptions options);
    Result<std::shared_ptr<const Workflow>> workflowNamed(const QString& id) const;
    QFuture<Result<std::pair<Run, steps::Observation>>> look(
        const QString& workflow, const Json& inputs, Millis notOlderThan);

    QFuture<Result<QList<Prospect>>> withReserved(const QString& workflow, const QList<StartsLook::Found>& found);
    QFuture<Result<Evidence>> lookFor(const EvidenceLook& look);
    QFuture<Result<UndoPlan>> planBy(const UndoLook& look);

    void watchComing();
    void hearComing();
    void engineOpened(const Result<void>& opened);
    void finishOpening(const Result<void>& result);
    void use(std::unique_ptr<conductor::Engine> engine);
    void openDoor();
    void tellOthers();
    void openLine();
    void takeOver();
    void tookOver(const Result<void>& opened);
    QFuture<Result<qint64>> give(const Envelope& envelope);

    LocalDeskOptions m_options;
    WorkflowShelf m_shelf;
    //! The engine, last; before it those that only read, until this process came to own the store: what was asked of them
    //! is still answered.
    std::vector<std::unique_ptr<conductor::Engine>> m_engines;
    conductor::Engine* m_engine = nullptr;
    //! One that opens the store in its own thread: this desk's first, or one to take over.
    std::unique_ptr<conductor::Engine> m_coming;
    QPromise<Result<void>> m_opened;
    SystemClock m_lineClock; //!< real time: other processes know no time scale
    std::unique_ptr<OwnerDoor> m_door; //!< of the owner that drives
    std::unique_ptr<OwnerLine> m_line; //!< to the owner
    std::function<void(const RaiseRequest&)> m_raise;
    QHash<CommandId, RunId> m_starts; //!< what each start of this process makes
    std::unique_ptr<ReadingRoom> m_reading;
    std::optional<Error> m_refused; //!< why the first engine did not get the store
    std::optional<Error> m_readOnly;
    QString m_login;
};

} // namespace slipway::desk
