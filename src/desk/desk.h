// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error_codes.h"
#include "base/result.h"
#include "desk/evidence.h"
#include "desk/prospect.h"
#include "desk/undo_plan.h"
#include "desk/values.h"

#include <QFuture>
#include <QObject>

namespace slipway::desk {

//! The operators' port: window, terminal and API use this and nothing below it. Nothing here blocks; futures finish in
//! the caller's thread when used with then(context, …).
class Desk : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    //! Journals the command, or says why not.
    virtual QFuture<Result<Receipt>> submit(const Order& order) = 0;
    //! The same for the desk's own operator, as a new act.
    QFuture<Result<Receipt>> submit(
        const Command& command, const RunId& run, std::optional<qint64> expectedSequence = std::nullopt)
    {
        return submit(Order{.command = command, .run = run, .expectedSequence = expectedSequence});
    }

    //! Newest first; what is stuck is judged now. "search.filter" where the search cannot be understood.
    virtual QFuture<Result<QList<RunSummary>>> runs(const RunQuery& query) = 0;
    //! How often a workflow ran, and what its runs and steps took. A desk without a journal knows of no run.
    virtual QFuture<Result<WorkflowStatistics>> statistics(const QString& workflow)
    {
        return QtFuture::makeReadyFuture(Result<WorkflowStatistics>(WorkflowStatistics{.workflow = workflow}));
    }
    virtual QFuture<Result<RunView>> run(const RunId& run) = 0;
    //! By id, unique prefix of one, or subject.
    virtual QFuture<Result<RunId>> resolve(const QString& text) = 0;
    virtual QFuture<Result<Events>> events(const RunId& run, qint64 since) = 0;

    //! Reads the present state of the repositories and says what each step would do. Changes nothing.
    virtual QFuture<Result<Preview>> preview(const QString& workflow, const Json& inputs) = 0;
    virtual QFuture<Result<Availability>> checkName(const QString& workflow, const Json& inputs) = 0;
    //! What each of these starts would come to, in their order, by one look at the repositories for all of them. A hundred
    //! at a time are well answered. A desk without a way to GitHub says so.
    virtual QFuture<Result<QList<Prospect>>> prospects(const QString&, const QList<Json>&)
    {
        return QtFuture::makeReadyFuture(Result<QList<Prospect>>(Error{.code = errc::notConnected}));
    }
    //! What undo would take back by what the journal believes, as sentences with links. At once.
    virtual QFuture<Result<QList<PreviewStep>>> previewUndo(const RunId& run) = 0;
    //! The same by what the services show now; where they cannot be asked, what the journal believes, and why. Changes
    //! nothing.
    virtual QFuture<Result<UndoPlan>> planUndo(const RunId& run);
    //! What the services show of a step now, beside what the journal believes; reads, and changes nothing. A desk without
    //! a way to the services says so.
    virtual QFuture<Result<Evidence>> evidence(const RunId&, const StepId&)
    {
        return QtFuture::makeReadyFuture(Result<Evidence>(Error{.code = errc::notConnected}));
    }
    //! What the pull request of a step changes, file by file, as it was raised (and healed since).
    virtual QFuture<Result<QList<PreviewFile>>> change(const RunId&, const StepId&)
    {
        return QtFuture::makeReadyFuture(Result<QList<PreviewFile>>(Error{.code = errc::notConnected}));
    }
    //! Slugs of the organisation's teams that a workflow's "github.teams" means.
    virtual QFuture<Result<QStringList>> teams(const QString& workflow) = 0;

    //! Workflows that can be started, and the settings (defaults, profile, --set) a start would use.
    virtual QList<std::shared_ptr<const Workflow>> workflows() const = 0;
    //! Every version of each, newest first; "ID@VERSION" names one of them wherever a workflow is named.
    virtual QList<std::shared_ptr<const Workflow>> workflowVersions() const { return workflows(); }
    //! A workflow file as it would be imported, without importing it. Errors "workflow.invalid", "file.…". In another
    //! thread.
    virtual QFuture<Result<std::shared_ptr<const Workflow>>> readWorkflow(const QString&) const
    {
        return QtFuture::makeReadyFuture(Result<std::shared_ptr<const Workflow>>(Error{.code = errc::notConnected}));
    }
    //! Puts it beside the others: from then on it can be started by all who use the store. Errors "usage" (that version is
    //! known and says something else), "file.…".
    virtual QFuture<Result<void>> importWorkflow(std::shared_ptr<const Workflow>)
    {
        return QtFuture::makeReadyFuture(Result<void>(Error{.code = errc::notConnected}));
    }
    virtual Result<Json> settings(const QString& workflow) const = 0;
    virtual EngineStatus status() const = 0;

    //! News from GitHub: what waits for that repository or pull request is looked at now. Where nothing is driven, nobody
    //! waits for news.
    virtual void hear(const News&) { }

Q_SIGNALS:
    //! These runs have new events.
    void changed(const QList<slipway::RunId>& runs);
    void statusChanged();
};

inline QFuture<Result<UndoPlan>> Desk::planUndo(const RunId& run)
{
    return previewUndo(run).then([run](const Result<QList<PreviewStep>>& steps) -> Result<UndoPlan> {
        if (!steps)
            return steps.error();
        return UndoPlan{.run = run, .steps = *steps, .unread = Error{.code = errc::notConnected}};
    });
}

} // namespace slipway::desk
