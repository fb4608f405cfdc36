// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/raise_plan.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "steps/planned_files.h"

#include <QCryptographicHash>

namespace slipway::steps {

Result<RaiseIntent> raiseIntent(const StepContext& step)
{
    const auto repository = github::RepositoryName::tryParse(step.text("repository"));
    if (!repository)
        return Error{.code = errc::settingInvalid,
            .args = {{"name", "repository"}, {"value", step.text("repository").toStdString()},
                {"reason", "it is no OWNER/NAME of a repository"}}};
    auto changes = expandFiles(memberAt(step.definition.with, "files"), *step.scope);
    if (!changes)
        return changes.error();
    const QString commit = textAt(step.with, "commit", step.text("title"));
    RaiseIntent intent{.repository = *repository,
        .base = step.text("base"),
        .branch = step.text("branch"),
        .title = step.text("title"),
        .body = step.text("body"),
        .commitHeadline = commit.section(u'\n', 0, 0),
        .commitBody = commit.section(u'\n', 1).trimmed(),
        .changes = std::move(*changes)};
    const int generation = step.state.generation;
    // A run that was taken over goes on with the name that its branch was given then.
    if (const auto known = textAt(step.state.outputs, "branch");
        step.run.record.is_object() && generation == 1 && !known.isEmpty())
        intent.branch = known;
    if (generation > 1 && !textAt(step.definition.with, "branch").contains(u"run.generation"_s))
        intent.branch += u"-%1"_s.arg(generation);
    return intent;
}

github::ReadRepository readFor(const RaiseIntent& intent, const QStringList& branches)
{
    QStringList paths;
    for (const auto& change : intent.changes)
        paths.append(change.path);
    return {.repository = intent.repository, .base = intent.base, .files = paths, .branches = branches};
}

namespace {

Error located(Error error, const RaiseIntent& intent, const QString& path)
{
    error.args["repository"] = intent.repository.full().toStdString();
    error.args["path"] = path.toStdString();
    return error;
}

//! What was executable stays so.
int modeOf(const github::RepositorySnapshot& snapshot, const QString& path)
{
    const auto file = snapshot.files.value(path);
    return file && file->mode == 0100755 ? 0100755 : 0100644;
}

//! The bytes of a file that is going to be changed, or why it must not be.
Result<std::optional<QByteArray>> presentBytes(
    const RaiseIntent& intent, const QString& path, const std::optional<github::FileVersion>& file)
{
    if (!file)
        return std::optional<QByteArray>{};
    const char* kind = file->type == "tree"_L1 || file->mode == 040000 ? "directory"
        : file->type == "commit"_L1 || file->mode == 0160000           ? "submodule"
        : file->mode == 0120000                                        ? "link"
                                                                       : nullptr;
    if (kind)
        return located({.code = errc::githubNotAFile, .args = {{"reason", kind}}}, intent, path);
    if (file->truncated || !file->bytes)
        return located({.code = errc::githubTruncatedFile}, intent, path);
    return std::optional(*file->bytes);
}

} // namespace

Result<RaisePlan> planRaise(const RaiseIntent& intent, const github::RepositorySnapshot& snapshot)
{
    const Json repository{{"repository", intent.repository.full().toStdString()}};
    if (snapshot.info.archived || snapshot.info.locked)
        return Error{.code = errc::githubArchived, .args = repository};
    if (snapshot.baseOid.isEmpty()) {
        Error error{.code = errc::githubNotFound, .args = repository};
        error.args["branch"] = intent.base.toStdString();
        return error;
    }
    // It changes no outcome, only how soon it is there; each thread remembers its own.
    static thread_local PlannedFiles known;
    RaisePlan plan;
    // A repository that was renamed while the run was under way is written to by its present name.
    const auto present = github::RepositoryName::tryParse(snapshot.info.fullName);
    plan.effect = {.repository = present.value_or(intent.repository),
        .repositoryId = snapshot.info.nodeId,
        .base = intent.base,
        .baseOid = snapshot.baseOid,
        .branch = intent.branch,
        .title = intent.title,
        .body = intent.body,
        .commitHeadline = intent.commitHeadline,
        .commitBody = intent.commitBody};
    for (const auto& change : intent.changes) {
        const auto before = presentBytes(intent, change.path, snapshot.files.value(change.path));
        if (!before)
            return before.error();
        auto planned = known.plan(change, *before);
        if (!planned)
            return located(planned.error(), intent, change.path);
        if (!planned->changes())
            continue;
        if (planned->after)
            plan.effect.additions.append({planned->path, *planned->after, modeOf(snapshot, planned->path)});
        else
            plan.effect.deletions.append(planned->path);
        plan.files.append(std::move(*planned));
    }
    return plan;
}

std::variant<github::Effect, QString> nextPiece(
    const StepContext& context, const RaisePlan& plan, const github::RepositorySnapshot& snapshot)
{
    const auto& raise = plan.effect;
    const auto* last = context.lastEffect();
    // What was prepared for a base that has moved since is left to GitHub, which clears away what nothing names.
    if (context.lastEffectIs("writeCommit", EffectState::Succeeded)
        && textAt(last->target, "parentOid") == snapshot.baseOid)
        return textAt(last->result, "sha");
    if (context.lastEffectIs("writeTree", EffectState::Succeeded)
        && textAt(last->target, "baseOid") == snapshot.baseOid)
        return github::Effect(github::WriteCommit{.repository = raise.repository,
            .tree = textAt(last->result, "tree"),
            .parentOid = snapshot.baseOid,
            .headline = raise.commitHeadline,
            .body = raise.commitBody});
    return github::Effect(github::WriteTree{.repository = raise.repository,
        .baseOid = snapshot.baseOid,
        .baseTreeOid = snapshot.baseTreeOid,
        .additions = raise.additions,
        .deletions = raise.deletions});
}

QString fingerprint(const RaisePlan& plan)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&](const std::optional<QByteArray>& bytes) {
        hash.addData(bytes ? QByteArray::number(bytes->size()) + ':' : QByteArray("-:"));
        hash.addData(bytes.value_or(QByteArray()));
    };
    add(plan.effect.repository.full().toLower().toUtf8());
    add(plan.effect.base.toUtf8());
    for (const auto& file : plan.files) {
        add(file.path.toUtf8());
        add(file.before);
        add(file.after);
    }
    return QString::fromLatin1(hash.result().toHex().left(8));
}

} // namespace slipway::steps
