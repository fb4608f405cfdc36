// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "steps/kinds.h"
#include "steps/pacing.h"

namespace slipway::steps {

namespace {

constexpr int kLooksBeforeAsking = 3; // what it makes may be shown late
constexpr Millis kLookFor{60'000}; // a run that the answer did not name
constexpr qsizetype kMostShown = 10; // runs in a question; the newest

//! Starts a workflow by hand. GitHub has no key that would make this safe to repeat, so a lost answer is looked up by
//! the runs since then and by what the workflow creates.
class DispatchKind : public StepKind {
public:
    KindRule rule() const override
    {
        return {.kind = u"github.dispatch"_s,
            .parameters = {{u"repository"_s, ParameterType::Repository}, {u"workflow"_s}, {u"ref"_s},
                {u"inputs"_s, ParameterType::Object}, {u"creates"_s, ParameterType::Repository, false}},
            .outputs = {u"id"_s, u"url"_s}};
    }

    Reads reads(const StepContext& context) const override
    {
        const auto* last = dispatched(context);
        if (!last && !context.mustLook())
            return {};
        if (last && last->state == EffectState::Succeeded && integerAt(last->result, "id") != 0)
            return {};
        Reads reads;
        if (mayBeSentAlready(context))
            reads.github.append(runsOfAnybody(context));
        else if (last)
            reads.github.append(runsSince(context, *last));
        if (last && last->isOpen() && mayStartLate(*last))
            reads.github.append(lateRuns(context, *last));
        if (const auto made = creates(context))
            reads.github.append(github::WatchRepository{*made});
        return reads;
    }

    Decision decide(const StepContext& context, const Observation& seen) const override
    {
        const auto repository = github::RepositoryName::tryParse(context.text("repository"));
        if (!repository)
            return Fail{{.code = errc::settingInvalid,
                .args = {{"name", "repository"}, {"value", context.text("repository").toStdString()},
                    {"reason", "it is no OWNER/NAME of a repository"}}}};
        if (const auto* last = dispatched(context)) {
            if (last->state == EffectState::Succeeded)
                return succeeded(context, *last, seen);
            if (last->error && !last->absent && isOfThisAttempt(context, *last))
                return Fail{*last->error};
        }
        if (context.mustLook()) {
            if (const auto made = creates(context)) {
                const auto state = seen.find<github::RepositoryState>(github::WatchRepository{*made});
                if (!state.value)
                    return unread(context, state.error);
                if (state.value->exists)
                    return Done{.note = u"adopted"_s};
            }
            if (mayBeSentAlready(context)) {
                if (auto decided = sentAlready(context, seen))
                    return *decided;
            }
        }
        return Act{github::DispatchWorkflow{.repository = *repository,
            .workflow = context.text("workflow"),
            .ref = context.text("ref"),
            .inputs = memberAt(context.with, "inputs")}};
    }

    Resolution resolve(const StepContext& context, const EffectRecord& effect, const Observation& seen) const override
    {
        const auto found = matching(context, effect, seen);
        if (!found)
            return lookAgain(seen.find<github::CommitRuns>(runsSince(context, effect)).error);
        const auto& runs = found->runs;
        const auto made = creates(context);
        if (runs.size() == 1 && (found->named || !made))
            return {Resolution::Kind::Succeeded, idAndUrl(runs.first())};
        if (made) {
            const auto state = seen.find<github::RepositoryState>(github::WatchRepository{*made});
            if (!state.value)
                return lookAgain(state.error);
            if (state.value->exists)
                return {Resolution::Kind::Succeeded, runs.size() == 1 ? idAndUrl(runs.first()) : Json::object()};
        }
        // GitHub's moments are whole seconds: a run without a name of its own may have been started by the same person
        // elsewhere, in the very second. What it makes tells; a run that made nothing tells its own failure.
        const bool maySoonShow = context.lookUps + 1 < kLooksBeforeAsking;
        if (runs.size() == 1 && !runs.first().completed()) { // it may wait for a runner for days
            Resolution again{.kind = Resolution::Kind::LookAgain};
            if (!maySoonShow)
                again.error = whichIsOurs(context, runs);
            return again;
        }
        if (runs.size() == 1 && !runs.first().succeeded())
            return {Resolution::Kind::Succeeded, idAndUrl(runs.first())};
        const auto& possible = runs.isEmpty() ? found->late : runs;
        if (possible.isEmpty())
            return {Resolution::Kind::Absent};
        if (maySoonShow)
            return {.kind = Resolution::Kind::LookAgain};
        const bool willTell = made && runs.isEmpty() && !std::all_of(possible.begin(), possible.end(), isOver);
        return {.kind = willTell ? Resolution::Kind::LookAgain : Resolution::Kind::AskPerson,
            .error = whichIsOurs(context, possible)};
    }

private:
    //! The last dispatch of any attempt that may have taken place.
    static const EffectRecord* dispatched(const StepContext& context)
    {
        for (auto attempt = context.state.attempts.crbegin(); attempt != context.state.attempts.crend(); ++attempt) {
            if (attempt->purpose == Purpose::Do && !attempt->effects.isEmpty())
                return &attempt->effects.last();
        }
        return nullptr;
    }

    //! What a copy or a record shows as not sent may have been sent after it was made, by whomever.
    static bool mayBeSentAlready(const StepContext& context)
    {
        if (!context.attempt() || !context.attempt()->takenOver || context.purpose != Purpose::Do)
            return false;
        const auto* last = dispatched(context);
        return !last || last->absent || (last->state == EffectState::Failed && !isOfThisAttempt(context, *last));
    }

    //! What the runs since this one's start tell of it. Nothing: it was not sent.
    static std::optional<Decision> sentAlready(const StepContext& context, const Observation& seen)
    {
        const auto answer = seen.find<github::CommitRuns>(runsOfAnybody(context));
        if (!answer.value)
            return unread(context, answer.error);
        auto found = candidates(context, answer.value->runs);
        if (found.named) {
            // One that failed was followed by another try.
            const auto hasFailed = [&](const github::WorkflowRun& run) { return isOver(run) && !run.succeeded(); };
            if (!std::all_of(found.runs.begin(), found.runs.end(), hasFailed))
                found.runs.removeIf(hasFailed);
            else
                found.runs = {*std::max_element(found.runs.begin(), found.runs.end(),
                    [](const auto& one, const auto& other) { return one.id < other.id; })};
            if (found.runs.size() == 1)
                return Done{idAndUrl(found.runs.first()), u"adopted"_s};
            return Ask{whichIsOurs(context, found.runs)};
        }
        Wait wait = waitToLook(context);
        if (!found.runs.isEmpty() && !creates(context))
            return Ask{{.code = errc::gateWaiting,
                .args = {{"because", context.run.takenOver ? "takenOver" : "restored"}},
                .details = whichIsOurs(context, found.runs).args}};
        if (!std::all_of(found.runs.begin(), found.runs.end(), isOver)) { // what it makes will tell
            const Error which = whichIsOurs(context, found.runs);
            wait.args = which.args;
            wait.args.erase("because");
            wait.args["trouble"] = which.code.toStdString();
            return wait;
        }
        return believeLater(context, std::move(wait));
    }

    static Wait waitToLook(const StepContext& context)
    {
        Wait wait{.what = u"lookUp"_s, .args = {{"workflow", context.text("workflow").toStdString()}}};
        if (context.fact("absentSince").is_number_integer())
            wait.facts["absentSince"] = nullptr; // whatever is seen next, it was not absent all the time
        return wait;
    }

    //! Nobody knows what is there, and GitHub refuses no second dispatch: another attempt would be no better.
    static Decision unread(const StepContext& context, const Error* why)
    {
        if (why && !isTrouble(*why))
            return Ask{*why};
        return waitToLook(context);
    }

    static bool isOfThisAttempt(const StepContext& context, const EffectRecord& effect)
    {
        return context.lastEffect() == &effect;
    }

    static std::optional<github::RepositoryName> creates(const StepContext& context)
    {
        return github::RepositoryName::tryParse(context.text("creates"));
    }

    static github::FindDispatchedRuns runsSince(const StepContext& context, const EffectRecord& effect)
    {
        const auto repository = github::RepositoryName::tryParse(context.text("repository"));
        return {.repository = repository.value_or(github::RepositoryName{}),
            .workflow = context.text("workflow"),
            .branch = context.text("ref"),
            .since = effect.intendedAt,
            .until = effect.notBefore, // later it cannot have reached GitHub any more
            .actor = textAt(effect.target, "login")};
    }

    //! Those that GitHub may have started when it had failed to answer. A name tells them from what others start meanwhile;
    //! of one without a name nobody knows whose it is.
    static github::FindDispatchedRuns lateRuns(const StepContext& context, const EffectRecord& effect)
    {
        auto read = runsSince(context, effect);
        read.until = read.until.value_or(context.now) + Millis(qint64(double(kStartsLate.count()) / context.timeScale));
        return read;
    }

    static github::FindDispatchedRuns runsOfAnybody(const StepContext& context)
    {
        const auto repository = github::RepositoryName::tryParse(context.text("repository"));
        return {.repository = repository.value_or(github::RepositoryName{}),
            .workflow = context.text("workflow"),
            .branch = context.text("ref"),
            .since = earliestStart(context),
            .anybody = true};
    }

    static Json idAndUrl(const github::WorkflowRun& run) { return {{"id", run.id}, {"url", run.url.toStdString()}}; }

    static bool isPartOfName(QChar c) { return c.isLetterOrNumber() || c == u'-' || c == u'_' || c == u'.'; }

    //! As a whole word: "fish" does not stand in "Create fishing".
    static bool names(const QString& title, const QString& subject)
    {
        for (qsizetype at = title.indexOf(subject); at >= 0 && !subject.isEmpty();
             at = title.indexOf(subject, at + 1)) {
            const qsizetype end = at + subject.size();
            if ((at == 0 || !isPartOfName(title[at - 1])) && (end == title.size() || !isPartOfName(title[end])))
                return true;
        }
        return false;
    }

    static Error whichIsOurs(const StepContext& context, QList<github::WorkflowRun> runs)
    {
        const auto shown = std::min<qsizetype>(runs.size(), kMostShown);
        std::partial_sort(runs.begin(), runs.begin() + shown, runs.end(),
            [](const auto& one, const auto& other) { return one.id > other.id; });
        QStringList urls;
        for (qsizetype i = 0; i < shown; ++i)
            urls.append(runs.at(i).url);
        return {.code = errc::effectUnknown,
            .args = {{"effect", "dispatchWorkflow"}, {"repository", context.text("repository").toStdString()},
                {"because", "severalRuns"}, {"runs", urls.join(u", "_s).toStdString()}}};
    }

    static bool isOver(const github::WorkflowRun& run) { return run.completed(); }

    struct Candidates {
        QList<github::WorkflowRun> runs;
        bool named = false; //!< for our subject: nobody else's
        QList<github::WorkflowRun> late = {}; //!< without a name, from after GitHub failed to answer: maybe ours
    };

    //! Runs that may be the effect's. Nothing: not read.
    static std::optional<Candidates> matching(
        const StepContext& context, const EffectRecord& effect, const Observation& seen)
    {
        const auto answer = seen.find<github::CommitRuns>(runsSince(context, effect));
        if (!answer.value)
            return std::nullopt;
        auto found = candidates(context, answer.value->runs);
        const auto late = seen.find<github::CommitRuns>(lateRuns(context, effect));
        if (!found.named && late.value) {
            auto all = candidates(context, late.value->runs);
            if (all.named)
                return all;
            found.late = std::move(all.runs);
        }
        return found;
    }

    //! Where the workflow has a run-name, those that are named for our subject.
    static Candidates candidates(const StepContext& context, const QList<github::WorkflowRun>& runs)
    {
        QList<github::WorkflowRun> nameless, named;
        for (const auto& run : runs) {
            if (context.takenRuns.contains(run.id))
                continue;
            if (names(run.displayTitle, context.run.subject))
                named.append(run);
            else if (run.displayTitle.isEmpty() || run.displayTitle == run.name)
                nameless.append(run); // a title of its own, without our subject, is somebody else's
        }
        return named.isEmpty() ? Candidates{nameless} : Candidates{named, true};
    }

    static Decision succeeded(const StepContext& context, const EffectRecord& effect, const Observation& seen)
    {
        if (integerAt(effect.result, "id") != 0)
            return Done{{{"id", memberAt(effect.result, "id")}, {"url", memberAt(effect.result, "url")}}};
        // 204: an older server that does not tell the run; it is looked for, but nothing depends on it.
        if (const auto found = matching(context, effect, seen); found && found->runs.size() == 1)
            return Done{idAndUrl(found->runs.first())};
        if (context.waited() > kLookFor)
            return Done{};
        return waitToLook(context);
    }
};

} // namespace

const StepKind& dispatchKind()
{
    static const DispatchKind kind;
    return kind;
}

} // namespace slipway::steps
