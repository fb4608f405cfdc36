// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "desk/owner_greeting.h"
#include "journal/reader.h"
#include "journal/store_work.h"
#include "workflow/command.h"
#include "workflow/run.h"

#include <QUrl>

//! What passes over the operators' desk: values only, so that the desk may be in this process or behind a socket.
namespace slipway::desk {

using journal::RunQuery;
using journal::RunSummary;
using journal::WentOn;
using journal::WorkflowStatistics;

//! A command as it is handed over the desk.
struct Order {
    Command command;
    RunId run; //!< empty for StartRun: the receipt has the new id
    std::optional<qint64> expectedSequence;
    QString actor; //!< empty: the desk's own operator
    CommandId id; //!< the same id twice is one act of that run; empty: a new act
};

//! GitHub says that something happened: a hint where to look, no more.
struct News {
    QString repository; //!< "owner/name"
    QString pullRequest; //!< node id; empty: the news is of none
    //! False: anybody may have said so. It is looked at, but what else is looked at is not looked at less often.
    bool isProven = true;
};

//! What a command led to.
struct Receipt {
    RunId run;
    qint64 sequence = 0; //!< of the run after it
};

//! A run with what helps to read it.
struct RunView {
    Run run;
    //! Usual duration of a step (median of at least five earlier successes) and its 90th percentile.
    struct Usual {
        Millis median, p90;
    };
    QHash<StepId, Usual> usual;
    std::optional<Timestamp> asOf = {}; //!< the run as it stood then (desk/past_run.h); none: as it is
    //! Who let Slipway go on after crashes while the run was open; no event tells of it. Oldest first.
    QList<WentOn> wentOn = {};
};

struct PreviewFile {
    QString path;
    QString diff; //!< unified diff as text
    int added = 0, removed = 0;
    bool isNew = false;
};

//! One step as it would act now.
struct PreviewStep {
    StepId step;
    QString lane, kind, title;
    QString laneTitle; //!< how people know the lane
    QString summary; //!< a sentence for steps that raise no pull request
    QString repository, base, baseOid, branch, pullRequestTitle, body, commit;
    QList<PreviewFile> files; //!< empty with `nothingToChange`: every file is already as it should be
    bool raisesPullRequest = false, nothingToChange = false;
    std::optional<bool> autoMergeAllowed;
    std::optional<Error> error; //!< why it could not be previewed, or why it would fail
};

struct Preview {
    QList<PreviewStep> steps;
    Timestamp readAt;
    QString token; //!< stands for every difference shown; a start that brings it along is refused where they changed
    bool complete() const
    {
        return std::none_of(steps.begin(), steps.end(), [](const auto& s) { return s.error.has_value(); });
    }
};

//! The answer to "is this name free?". An error is never "taken".
struct Availability {
    enum class Kind { Free, Taken, Reserved, Unchecked };
    Kind kind = Kind::Unchecked;
    QString holder; //!< Taken: repository or file that has it; Reserved: the run
    QUrl link;
    std::optional<RunId> run; //!< Reserved
    std::optional<Error> error; //!< Unchecked: why; Free: what taking the name would break, if it would
    Timestamp at;
};

//! How things are with the engine and its connection; for status bar and banners.
struct EngineStatus {
    bool drives = false; //!< this process owns the store and drives its runs
    //! Another process owns the store and drives its runs; commands given here go to it. Empty `program`: it has not
    //! answered yet.
    std::optional<OwnerGreeting> owner;
    std::optional<Error> readOnly; //!< why nothing can be given: a newer file, a store that is not to be opened …
    QString storePath;
    QString host, login; //!< empty: not connected, or not known yet
    bool connected = false;
    bool sandbox = false;
    double timeScale = 1.0;
    std::optional<qint64> budgetLimit, budgetRemaining;
    std::optional<Timestamp> budgetResetsAt;
    std::optional<Timestamp> lastReadAt;
    std::optional<Millis> watchesEvery; //!< how often this process looks at what is waited for; none: nothing is
    //! What keeps the runs from going on at present: the store, no network, limits, token; of whoever drives them.
    std::optional<Error> trouble;
    std::optional<Timestamp> troubleUntil, troubleSince;
    //! GitHub fails to answer more often than by accident: since when, and when that is over unless more fail.
    std::optional<Timestamp> incidentSince, incidentUntil;
    std::optional<Millis> serverAhead; //!< GitHub's clock before this computer's, to a few seconds
    journal::StoreWork storeWork = journal::StoreWork::None; //!< of this process, also while it comes to own the store
};

//! What whoever owns the store says stands in the way, as this process's own.
void say(EngineStatus& status, const OwnerTrouble& trouble);

//! A link that belongs to a step: a pull request, a workflow run, a repository.
struct Link {
    QString title;
    QString url;
};

//! The links of a step, from its outputs, its waiting facts and its errors.
QList<Link> linksOf(const Run& run, const StepRun& step);
//! The page that somebody means who opens a run: of what it made; while it is under way, of the step that has to be looked
//! after or is waited for; else the pull request that was merged last, or what there is. Nothing: it has no page.
std::optional<Link> pageOf(const Run& run);
//! The page that an error's words send a person to, by its title: "Workflow run: Plan". Nothing: they name none.
std::optional<Link> pageOf(const Error& error);
//! What a run that has ended well has to show: the repositories that it made.
QList<Link> servicePages(const Run& run);
//! Whether a URL may be handed to the desktop: https (http only on loopback), no user information, no control
//! characters, under 2,048 characters.
bool isSafeToOpen(const QString& url);

} // namespace slipway::desk
