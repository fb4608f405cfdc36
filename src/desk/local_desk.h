// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "conductor/engine.h"
#include "desk/desk.h"
#include "desk/reading_room.h"

namespace slipway::desk {

struct LocalDeskOptions {
    conductor::EngineOptions engine;
    //! A desk that only reads when the store cannot be owned, instead of an error: a second window, `list`, `show`.
    bool readOnlyIfOwned = false;
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
    ~LocalDesk() override;

    using Desk::submit;
    QFuture<Result<Receipt>> submit(const Order& order) override;
    QFuture<Result<QList<RunSummary>>> runs(const RunQuery& query) override { return m_reading->runs(query); }
    QFuture<Result<RunView>> run(const RunId& run) override { return m_reading->run(run); }
    QFuture<Result<RunId>> resolve(const QString& text) override { return m_reading->resolve(text); }
    QFuture<Result<Events>> events(const RunId& run, qint64 since) override { return m_reading->events(run, since); }
    QFuture<Result<Preview>> preview(const QString& workflow, const Json& inputs) override;
    QFuture<Result<Availability>> checkName(const QString& workflow, const Json& inputs) override;
    QFuture<Result<QList<PreviewStep>>> previewUndo(const RunId& run) override;
    QFuture<Result<QStringList>> teams(const QString& workflow) override;
    QList<std::shared_ptr<const Workflow>> workflows() const override { return m_workflows; }
    Result<Json> settings(const QString& workflow) const override;
    EngineStatus status() const override;
    void hear(const News& news) override { m_engine->hear(news.repository, news.pullRequest); }

    QFuture<Result<github::Identity>> identity() { return m_engine->identity(); }

private:
    explicit LocalDesk(LocalDeskOptions options);
    Result<std::shared_ptr<const Workflow>> workflowNamed(const QString& id) const;
    QFuture<Result<std::pair<Run, steps::Observation>>> look(
        const QString& workflow, const Json& inputs, Millis notOlderThan);

    LocalDeskOptions m_options;
    QList<std::shared_ptr<const Workflow>> m_workflows;
    std::unique_ptr<conductor::Engine> m_engine;
    std::unique_ptr<ReadingRoom> m_reading;
    std::optional<Error> m_readOnly;
    QString m_login;
};

} // namespace slipway::desk
