// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/undo_look.h"

#include "base/error_codes.h"
#include "base/result.h"
#include "base/text.h"
#include "desk/error_text.h"
#include "desk/evidence_look.h"
#include "desk/left_behind.h"
#include "desk/preview.h"
#include "desk/run_json.h"
#include "steps/kinds.h"
#include "steps/raise_plan.h"
#include "workflow/fold.h"
#include "workflow/handle.h"

#include <QCoreApplication>

namespace slipway::desk {

namespace {

using github::PullRequestState;
using Deed = UndoNow::Deed;

constexpr int kMostUndoRounds = 2, kMostUndoDeeds = 4;

struct UndoWords {
    Q_DECLARE_TR_FUNCTIONS(UndoLook)
};

Run askedToUndo(const Run& run, Timestamp now)
{
    const auto& kinds = steps::kindRules();
    const Envelope ask{.id = newCommandId(),
        .run = run.id,
        .actor = u"preview"_s,
        .at = {std::numeric_limits<qint64>::max()}, // what was cut off a moment ago is told all the same
        .command = UndoRun{u"asked what it would do"_s}};
    const auto events = handle(run, ask, kinds);
    if (!events || events->empty())
        return run;
    auto asked = fold(run, *events, kinds);
    for (const auto& id : textsAt(events->back().data, "steps")) {
        if (!asked)
            break;
        const auto* step = asked->step(StepId(id));
        asked = fold(*asked,
            Event{.run = run.id,
                .sequence = asked->sequence + 1,
                .at = now,
                .actor = u"preview"_s,
                .type = EventType::StepStarted,
                .step = step->id,
                .purpose = Purpose::Undo,
                .attempt = int(step->attempts.size()) + 1},
            kinds);
    }
    return asked ? *asked : run;
}

//! The world after the effect, as far as undoing looks at it.
struct Imagine {
    github::RepositorySnapshot& snapshot;

    void operator()(const github::ClosePullRequest& close) const
    {
        for (auto& pulls : snapshot.pullRequests)
            for (auto& pull : pulls)
                if (pull.nodeId == close.pullRequestId)
                    pull.state = PullRequestState::Closed;
    }
    void operator()(const github::DeleteBranch& gone) const { snapshot.branches[gone.branch].reset(); }
    void operator()(const github::RevertPullRequest& revert) const
    {
        snapshot.pullRequests[revert.branch].prepend(github::PullRequest{
            .state = PullRequestState::Open, .headName = revert.branch, .baseName = snapshot.baseName});
    }
    template <class Other>
    void operator()(const Other&) const
    { }
};

//! What the engine would do one after the other, and how that ends.
struct Deeds {
    QList<github::Effect> effects;
    steps::Decision end;

    template <class Effect>
    const Effect* find() const
    {
        for (const auto& effect : effects)
            if (const auto* found = std::get_if<Effect>(&effect))
                return found;
        return nullptr;
    }
    const steps::Done* done() const { return std::get_if<steps::Done>(&end); }
    const Error* refusal() const
    {
        if (const auto* fail = std::get_if<steps::Fail>(&end))
            return &fail->error;
        const auto* ask = std::get_if<steps::Ask>(&end);
        return ask ? &ask->error : nullptr;
    }
};

Deeds deedsOf(const steps::StepKind& kind, const steps::StepContext& context, steps::Observation seen)
{
    Deeds deeds;
    for (int i = 0; i < kMostUndoDeeds; ++i) {
        deeds.end = kind.decide(context, seen);
        const auto* act = std::get_if<steps::Act>(&deeds.end);
        if (!act)
            break;
        deeds.effects.append(act->effect);
        const auto asked = kind.reads(context).github;
        const auto found = asked.isEmpty() ? steps::Observation::Seen<github::RepositorySnapshot>()
                                           : seen.find<github::RepositorySnapshot>(asked.first());
        if (!found.value)
            break;
        auto after = *found.value;
        std::visit(Imagine{after}, act->effect);
        seen.add(asked.first(), github::Answer(std::move(after)), found.at);
    }
    return deeds;
}

QString stateOf(const github::PullRequest& pull)
{
    const QString number = u"#%1"_s.arg(pull.number);
    switch (pull.state) {
    case PullRequestState::Open: return UndoWords::tr("%1 open", "pull request").arg(number);
    case PullRequestState::Closed:
        return pull.closedBy.isEmpty() ? UndoWords::tr("%1 closed, not merged", "pull request").arg(number)
                                       : UndoWords::tr("%1 closed by %2, not merged").arg(number, pull.closedBy);
    case PullRequestState::Merged:
        return pull.mergedBy.isEmpty() ? UndoWords::tr("%1 merged", "pull request").arg(number)
                                       : UndoWords::tr("%1 merged by %2").arg(number, pull.mergedBy);
    }
    Q_UNREACHABLE();
}

bool tookPlace(const StepRun& step, const QString& name)
{
    return std::any_of(step.attempts.begin(), step.attempts.end(), [&](const Attempt& attempt) {
        return std::any_of(attempt.effects.begin(), attempt.effects.end(),
            [&](const EffectRecord& effect) { return effect.name == name && effect.state == EffectState::Succeeded; });
    });
}

//! One pull request that a step raised: what stands there, and what the engine would do to it.
class RaisedNow {
public:
    RaisedNow(const StepRun& step, const steps::RaiseIntent& intent, const github::RepositorySnapshot& snapshot,
        const Deeds& deeds, bool believedMerged)
        : m_step(step)
        , m_intent(intent)
        , m_snapshot(snapshot)
        , m_deeds(deeds)
        , m_believedMerged(believedMerged)
        , m_pull(concerned())
    { }

    UndoNow tell() const
    {
        UndoNow now{.service = facts(), .journal = belief()};
        const bool known = !now.journal.isEmpty();
        now.differs = known
            && (!m_pull || m_pull->state != (m_believedMerged ? PullRequestState::Merged : PullRequestState::Open)
                || !takenBackBy().isEmpty());
        decide(now);
        if (m_snapshot.info.archived && !m_deeds.effects.isEmpty())
            now.will += u' '
                + UndoWords::tr(
                    "The repository is archived: GitHub refuses that until it is taken out of the archive.");
        return now;
    }

    //! The fact that the journal does not know, alone.
    QString contradiction() const
    {
        if (const QString gone = takenBackBy(); m_pull && !gone.isEmpty())
            return number() + u' ' + gone;
        return m_pull ? stateOf(*m_pull) : UndoWords::tr("no pull request");
    }

private:
    const github::PullRequest* byNode(const QString& node) const
    {
        for (const auto& pulls : m_snapshot.pullRequests)
            for (const auto& pull : pulls)
                if (!node.isEmpty() && pull.nodeId == node)
                    return &pull;
        return nullptr;
    }

    //! What the engine acts upon, else what the step raised, as far as it is to be seen.
    const github::PullRequest* concerned() const
    {
        if (const auto* close = m_deeds.find<github::ClosePullRequest>())
            return byNode(close->pullRequestId);
        if (const auto* revert = m_deeds.find<github::RevertPullRequest>())
            return byNode(revert->pullRequestId);
        if (const auto* own = byNode(textAt(m_step.outputs, "nodeId")))
            return own;
        const auto pulls = m_snapshot.pullRequests.constFind(m_intent.branch);
        if (pulls == m_snapshot.pullRequests.constEnd() || pulls->isEmpty())
            return nullptr;
        const auto alive = std::find_if(pulls->begin(), pulls->end(),
            [](const github::PullRequest& pull) { return pull.state != PullRequestState::Closed; });
        return alive == pulls->end() ? &pulls->first() : &*alive;
    }

    QString repository() const { return m_intent.repository.full(); }
    QString number() const { return u"#%1"_s.arg(m_pull ? m_pull->number : integerAt(m_step.outputs, "number")); }
    bool hasBranch() const { return m_snapshot.branches.value(m_intent.branch).has_value(); }

    QString belief() const
    {
        const qint64 raised = integerAt(m_step.outputs, "number");
        if (raised == 0 || tookPlace(m_step, u"closePullRequest"_s))
            return {}; // it does not say how that ended
        return stateOf(
            {.number = raised, .state = m_believedMerged ? PullRequestState::Merged : PullRequestState::Open});
    }

    //! Of a merged change: whether somebody took it back already, in words.
    QString takenBackBy() const
    {
        const auto* done = m_deeds.done();
        if (!done || (done->note != "reverted"_L1 && done->note != "changeGone"_L1))
            return {};
        const qint64 revert = integerAt(done->outputs, "revertNumber");
        return revert > 0 ? UndoWords::tr("taken back by #%1").arg(revert) : UndoWords::tr("its change is gone since");
    }

    //! Whether the base still holds what was merged.
    QString contentNow() const
    {
        if (m_pull->state != PullRequestState::Merged || m_snapshot.info.archived)
            return {};
        if (const QString gone = takenBackBy(); !gone.isEmpty())
            return gone;
        const auto plan = steps::planRaise(m_intent, m_snapshot);
        // An edit that puts a name in once refuses where it stands.
        if (plan ? plan->nothingToChange() : plan.error().code == errc::editNameExists)
            return UndoWords::tr("its change stands");
        if (plan && plan->files.size() == m_intent.changes.size())
            return UndoWords::tr("its change is gone since");
        return UndoWords::tr("what it changed was changed again since");
    }

    QString facts() const
    {
        QStringList facts;
        facts += m_pull ? stateOf(*m_pull) : UndoWords::tr("no pull request");
        if (m_pull && m_pull->autoMergeArmed && m_pull->state == PullRequestState::Open)
            facts += UndoWords::tr("auto-merge is on");
        facts += hasBranch() ? UndoWords::tr("branch is there") : UndoWords::tr("branch is gone");
        if (m_pull)
            facts += contentNow();
        if (m_snapshot.info.archived)
            facts += UndoWords::tr("repository is archived");
        facts.removeAll(QString());
        return facts.join(UndoWords::tr(", ", "between facts"));
    }

    QString branchToo(bool deleted) const
    {
        if (deleted)
            return u' ' + UndoWords::tr("Deletes its branch.");
        return hasBranch() ? u' ' + UndoWords::tr("Leaves its branch: the last commit there is somebody else's.")
                           : QString();
    }

    void decide(UndoNow& now) const
    {
        const bool deletes = m_deeds.find<github::DeleteBranch>();
        if (m_deeds.find<github::RevertPullRequest>()) {
            now.deed = Deed::Proposes;
            now.will = UndoWords::tr("Proposes a pull request that reverts %1 of %2, which is merged: a person reviews "
                                     "and merges it.")
                           .arg(number(), repository())
                + branchToo(deletes);
        } else if (m_deeds.find<github::ClosePullRequest>()) {
            now.deed = Deed::TakesBack;
            now.will = UndoWords::tr("Closes pull request %1 of %2.").arg(number(), repository()) + branchToo(deletes)
                + u' ' + UndoWords::tr("If it is merged by then, a pull request that reverts it is proposed instead.");
        } else if (deletes) {
            now.deed = Deed::TakesBack;
            now.will = afterwards() + branchToo(true);
        } else if (const Error* refusal = m_deeds.refusal()) {
            now.deed = Deed::Impossible;
            now.will = UndoWords::tr("Cannot be taken back as it stands: %1").arg(describe(*refusal).what);
        } else if (m_deeds.done()) {
            now.deed = Deed::Nothing;
            now.will = afterwards() + (m_deeds.done()->note == "leftToOthers"_L1 ? QString() : branchToo(false));
        }
    }

    //! Where nothing is left to be done to the pull request itself.
    QString afterwards() const
    {
        const auto* done = m_deeds.done();
        const qint64 revert = done ? integerAt(done->outputs, "revertNumber") : 0;
        if (done && done->note == "revertProposed"_L1)
            return UndoWords::tr("#%1 of %2 is open and reverts %3: a person reviews and merges it. No other is made.")
                .arg(revert)
                .arg(repository(), number());
        if (done && done->note == "reverted"_L1)
            return UndoWords::tr("%1 of %2 was reverted by #%3: nothing is left of it to take back.")
                .arg(number(), repository())
                .arg(revert);
        if (done && done->note == "changeGone"_L1)
            return UndoWords::tr("Somebody took back what %1 of %2 changed: nothing of it is left.")
                .arg(number(), repository());
        if (done && done->note == "leftToOthers"_L1 && m_deeds.effects.isEmpty())
            return UndoWords::tr("What stands in %1 under that name is others' by now: it is left alone.")
                .arg(repository());
        if (m_pull)
            return UndoWords::tr("Pull request %1 of %2 is closed already.").arg(number(), repository());
        return hasBranch() ? UndoWords::tr("In %1 only the branch %2 is there.").arg(repository(), m_intent.branch)
                           : UndoWords::tr("Nothing that was raised in %1 is there any more.").arg(repository());
    }

    const StepRun& m_step;
    const steps::RaiseIntent& m_intent;
    const github::RepositorySnapshot& m_snapshot;
    const Deeds& m_deeds;
    bool m_believedMerged;
    const github::PullRequest* m_pull;
};

//! What a step that cannot be undone made, where GitHub can be asked about it.
std::optional<github::Read> readOfWhatStays(const Run& run, const StepId& id, Timestamp now)
{
    const auto context = steps::contextOf(run, id, steps::kindRules(), now, 1.0);
    if (!context)
        return std::nullopt;
    const QString& kind = context->definition.kind;
    const char* parameter = kind == "github.dispatch"_L1 ? "creates" : "repository";
    if (kind != "github.dispatch"_L1 && kind != "github.archive"_L1)
        return std::nullopt;
    const auto repository = github::RepositoryName::tryParse(context->text(parameter));
    return repository ? std::optional<github::Read>(github::WatchRepository{*repository}) : std::nullopt;
}

UndoNow repositoryNow(const LeftBehind& thing, const QString& kind, const github::RepositoryState& seen)
{
    UndoNow now{.deed = Deed::Nothing};
    const bool archives = kind == "github.archive"_L1;
    now.service = !seen.exists ? UndoWords::tr("is not there")
        : seen.info.archived   ? UndoWords::tr("is archived")
        : archives             ? UndoWords::tr("is not archived")
                               : UndoWords::tr("is there");
    if (thing.certain)
        now.journal = archives ? UndoWords::tr("is archived") : UndoWords::tr("is there");
    now.differs = thing.certain && (!seen.exists || (archives && !seen.info.archived));
    if (!seen.exists)
        now.will = UndoWords::tr("It is not to be seen any more: nothing is left to be done.");
    else if (archives && !seen.info.archived)
        now.will = UndoWords::tr("Somebody took it out of the archive: nothing is left to be done.");
    return now;
}

//! What a request made, by the look-up that its step declares; nothing: it declares none.
std::optional<EvidenceLook> lookUpOf(const Run& run, const StepId& id)
{
    const auto* definition = run.workflow->step(id);
    if (definition->kind != "http.request"_L1 || !memberAt(definition->with, "lookUp").is_object())
        return std::nullopt;
    auto look = EvidenceLook::begin(run, id);
    return look ? std::optional(std::move(*look)) : std::nullopt;
}

QList<LeftBehind> whatStaysOf(const Run& run)
{
    auto things = whatUndoLeaves(run);
    things.removeIf([](const LeftBehind& thing) { return thing.beside; });
    return things;
}

//! Numbers of pull requests are the same in many repositories: each difference is told with its place.
QString undoHeadline(const UndoPlan& plan, const QList<LeftBehind>& stays, const QHash<StepId, QString>& contradictions)
{
    QStringList told;
    const auto tell = [&](const StepId& step, const QString& place) {
        const UndoNow now = plan.now.value(step);
        if (now.differs)
            told += UndoWords::tr("%1: %2 (journal: %3)", "place, what is, what the journal has")
                        .arg(place, contradictions.value(step, now.service), now.journal);
    };
    for (const auto& line : plan.steps)
        tell(line.step, line.repository.isEmpty() ? line.laneTitle : line.repository.section(u'/', -1));
    for (const auto& thing : stays)
        tell(thing.step, thing.what);
    if (told.isEmpty())
        return {};
    constexpr qsizetype kMost = 3;
    QString all = told.mid(0, kMost).join(UndoWords::tr("; ", "between differences"));
    if (told.size() > kMost)
        all += UndoWords::tr("; and %n more", nullptr, int(told.size() - kMost));
    return UndoWords::tr("%1 shows something else than the journal believes. %2. The lines follow %1.")
        .arg(plan.service, all);
}

const char* deedName(Deed deed)
{
    switch (deed) {
    case Deed::TakesBack: return "takesBack";
    case Deed::Proposes: return "proposes";
    case Deed::Nothing: return "nothing";
    case Deed::Impossible: return "impossible";
    case Deed::Unread: return "unread";
    }
    Q_UNREACHABLE();
}

Json nowJson(const UndoPlan& plan, const StepId& step)
{
    const auto now = plan.now.constFind(step);
    if (now == plan.now.constEnd())
        return nullptr;
    const auto text = [](const QString& value) { return value.isEmpty() ? Json(nullptr) : Json(value.toStdString()); };
    return {{"deed", deedName(now->deed)}, {"will", text(now->will)}, {"service", text(now->service)},
        {"journal", text(now->journal)}, {"differs", now->differs}};
}

} // namespace

UndoLook::UndoLook(Run run, const Clock& clock)
    : m_run(std::move(run))
    , m_undone(askedToUndo(m_run, clock.now()))
    , m_steps(undoPreviewOf(m_run))
{ }

steps::Reads UndoLook::reads(const Clock& clock) const
{
    steps::Reads reads;
    const auto lookUp = [&](const StepId& id) {
        if (const auto look = lookUpOf(m_run, id))
            reads.add(look->reads(clock));
    };
    for (const auto& line : m_steps) {
        const auto context = steps::contextOf(m_undone, line.step, steps::kindRules(), clock.now(), clock.scale());
        if (const auto* kind = context ? steps::kindNamed(context->definition.kind) : nullptr)
            reads.add(kind->reads(*context));
        lookUp(line.step);
    }
    for (const auto& thing : whatStaysOf(m_run)) {
        if (const auto read = readOfWhatStays(m_run, thing.step, clock.now()))
            reads.github.append(*read);
        lookUp(thing.step);
    }
    return reads;
}

bool UndoLook::take(const steps::Observation& seen, const Clock& clock)
{
    if (m_rounds >= kMostUndoRounds)
        return false;
    bool again = false;
    for (const auto& line : m_steps) {
        const auto context = steps::contextOf(m_undone, line.step, steps::kindRules(), clock.now(), clock.scale());
        const auto* kind = context ? steps::kindNamed(context->definition.kind) : nullptr;
        if (!kind)
            continue;
        const auto decision = kind->decide(*context, seen);
        const auto* wait = std::get_if<steps::Wait>(&decision);
        if (!wait || !wait->lookAtOnce)
            continue;
        m_undone.step(line.step)->attempts.last().facts.update(wait->facts);
        again = true;
    }
    ++m_rounds;
    return again;
}

UndoPlan UndoLook::belief(const Error& unread) const
{
    return {.run = m_run.id, .sequence = m_run.sequence, .steps = m_steps, .unread = unread};
}

UndoPlan UndoLook::plan(const steps::Observation& seen, const Clock& clock) const
{
    const auto asked = reads(clock);
    // Of a service that does not answer its own line tells.
    if (const auto* trouble = seen.trouble({.github = asked.github}))
        return belief(*trouble);
    UndoPlan plan{.run = m_run.id, .sequence = m_run.sequence, .steps = m_steps, .service = servicesAsked(asked)};
    plan.readAt = oldestAnswer(asked, seen);
    QHash<StepId, QString> contradictions;
    const auto made = inTheWorld(m_run);
    const auto lookedUp = [&](const StepId& id) -> std::optional<UndoNow> {
        const auto look = lookUpOf(m_run, id);
        if (!look)
            return std::nullopt;
        UndoNow now{.deed = Deed::TakesBack, .journal = UndoWords::tr("is there")};
        switch (look->evidence(seen, clock).verdict) {
        case Evidence::Verdict::Done: now.service = UndoWords::tr("is there"); break;
        case Evidence::Verdict::WouldWrite:
            now.service = UndoWords::tr("is not there");
            now.differs = true;
            break;
        default: now.service = UndoWords::tr("does not tell"); break;
        }
        return now;
    };
    for (auto& line : plan.steps) {
        const auto context = steps::contextOf(m_undone, line.step, steps::kindRules(), clock.now(), clock.scale());
        const auto* kind = context ? steps::kindNamed(context->definition.kind) : nullptr;
        if (!kind)
            continue;
        const Deeds deeds = deedsOf(*kind, *context, seen);
        const auto intent =
            line.kind == "github.pull-request"_L1 ? steps::raiseIntent(*context) : Result<steps::RaiseIntent>(Error{});
        if (intent) {
            const auto snapshot = seen.find<github::RepositorySnapshot>(kind->reads(*context).github.value(0));
            const bool merged = std::any_of(made.begin(), made.end(),
                [&](const LeftBehind& thing) { return thing.merged && thing.step == line.step; });
            if (snapshot.value) {
                const RaisedNow now(*m_run.step(line.step), *intent, *snapshot.value, deeds, merged);
                plan.now[line.step] = now.tell();
                contradictions.insert(line.step, now.contradiction());
            } else {
                plan.now[line.step] = {.deed = deeds.refusal() ? Deed::Impossible : Deed::Unread,
                    .will = deeds.refusal()
                        ? UndoWords::tr("Cannot be taken back as it stands: %1").arg(describe(*deeds.refusal()).what)
                        : QString(),
                    .service = UndoWords::tr("is not to be seen")};
            }
        } else if (auto now = lookedUp(line.step)) {
            plan.now[line.step] = *now;
        } else {
            plan.now[line.step] = {.deed = Deed::TakesBack};
        }
        if (const QString& will = plan.now[line.step].will; !will.isEmpty())
            line.summary = will;
    }
    for (const auto& thing : whatStaysOf(m_run)) {
        if (const auto read = readOfWhatStays(m_run, thing.step, clock.now())) {
            if (const auto found = seen.find<github::RepositoryState>(*read); found.value)
                plan.now[thing.step] = repositoryNow(thing, m_run.workflow->step(thing.step)->kind, *found.value);
        } else if (auto now = lookedUp(thing.step)) {
            now->deed = Deed::Nothing;
            plan.now[thing.step] = *now;
        }
    }
    plan.headline = undoHeadline(plan, whatStaysOf(m_run), contradictions);
    return plan;
}

Json undoPlanJson(const UndoPlan& plan, const Run& run)
{
    Json steps = previewJson(plan.steps);
    for (qsizetype i = 0; i < plan.steps.size(); ++i)
        steps[size_t(i)]["now"] = nowJson(plan, plan.steps[i].step);
    const auto things = whatUndoLeaves(run);
    Json leaves = leftBehindJson(things);
    for (qsizetype i = 0; i < things.size(); ++i)
        leaves[size_t(i)]["now"] = things[i].beside ? Json(nullptr) : nowJson(plan, things[i].step);
    return {{"run", plan.run.utf8()}, {"sequence", plan.sequence},
        {"service", plan.service.isEmpty() ? Json(nullptr) : Json(plan.service.toStdString())},
        {"readAt", plan.readAt ? Json(plan.readAt->toIso().toStdString()) : Json(nullptr)},
        {"headline", plan.headline.isEmpty() ? Json(nullptr) : Json(plan.headline.toStdString())},
        {"unread", plan.unread ? toJson(*plan.unread) : Json(nullptr)}, {"steps", std::move(steps)},
        {"leaves", std::move(leaves)}};
}

} // namespace slipway::desk
