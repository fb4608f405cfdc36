// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/effects.h"
#include "github/reads.h"
#include "steps/step_context.h"
#include "workflow/file_change.h"

namespace slipway::steps {

//! What a github.pull-request step wants, before anything was read: serves the step itself, validation, the preview and
//! the healing of conflicts.
struct RaiseIntent {
    github::RepositoryName repository;
    QString base, branch, title, body, commitHeadline, commitBody;
    QList<FileChange> changes;
};

//! Error: a placeholder, or a repository's name, that does not hold.
Result<RaiseIntent> raiseIntent(const StepContext& pullRequestStep);

//! The read for the intent's files; with `branches` also the state of those branches and their pull requests.
github::ReadRepository readFor(const RaiseIntent& intent, const QStringList& branches = {});

struct RaisePlan {
    QList<PlannedFile> files; //!< those that change
    github::RaisePullRequest effect;

    //! Files whose mode only git's own objects keep: then the commit is made piece by piece.
    bool keepsModes() const
    {
        return std::any_of(effect.additions.begin(), effect.additions.end(),
            [](const github::FileAddition& file) { return file.mode != 0100644; });
    }
    bool nothingToChange() const { return files.isEmpty(); }
};

//! How a commit is made that keeps modes: the next object to write, or the id of the finished commit.
std::variant<github::Effect, QString> nextPiece(
    const StepContext& context, const RaisePlan& plan, const github::RepositorySnapshot& snapshot);

//! Eight hexadecimal digits that stand for every byte that the plan would change, before and after: equal where the same
//! differences are shown, whatever commit they are on.
QString fingerprint(const RaisePlan& plan);

//! The intent on the repository as it is. Errors carry repository, path and JSON pointer: a file that is missing, has
//! another shape or is cut off, an archived repository, a missing base branch.
Result<RaisePlan> planRaise(const RaiseIntent& intent, const github::RepositorySnapshot& snapshot);

} // namespace slipway::steps
