// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/evidence_look.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "desk/effect_words.h"
#include "desk/error_text.h"
#include "steps/kinds.h"

#include <QCoreApplication>
#include <QUrl>

namespace slipway::desk {

namespace {

constexpr int kMostRounds = 2;

struct EvidenceWords {
    Q_DECLARE_TR_FUNCTIONS(Evidence)
};

//! The run with an attempt of the step that looks before it writes: what a retry would begin with.
Run retriedRun(Run run, const StepId& id)
{
    auto* step = run.step(id);
    Attempt attempt{.number = int(step->attempts.size()) + 1, .lookFirst = true, .takenOver = step->takenOver};
    if (const auto* last = step->attempt()) {
        attempt.purpose = last->purpose;
        attempt.startedAt = last->startedAt; // how long it has been under way decides what is unusual
        attempt.facts = last->facts;
    } else {
        attempt.startedAt = run.startedAt;
    }
    step->attempts.append(attempt);
    step->state = StepState::Running;
    step->error.reset();
    step->retryAt.reset();
    step->needsYou = false;
    return run;
}

std::optional<github::WatchPullRequest> pullRequestOf(const Run& run, const StepDefinition& definition)
{
    const StepId raised(
        definition.kind == "github.pull-request"_L1 ? definition.id.text() : textAt(definition.with, "pullRequest"));
    const auto* step = run.step(raised);
    const QString node = step ? textAt(step->outputs, "nodeId") : QString();
    return node.isEmpty() ? std::nullopt : std::optional(github::WatchPullRequest{node});
}

} // namespace

QString servicesAsked(const steps::Reads& reads)
{
    QStringList names;
    if (!reads.github.isEmpty())
        names.append(EvidenceWords::tr("GitHub"));
    for (const auto& read : reads.http)
        if (const QString host = QUrl(read.url).host(); !host.isEmpty() && !names.contains(host))
            names.append(host);
    return names.join(EvidenceWords::tr(" and "));
}

std::optional<Timestamp> oldestAnswer(const steps::Reads& reads, const steps::Observation& seen)
{
    std::optional<Timestamp> oldest;
    const auto note = [&oldest](Timestamp at) {
        if (!oldest || at < *oldest)
            oldest = at;
    };
    // The moment is told for any type of answer; a type that does not fit has no value, but the same moment.
    for (const auto& read : reads.github)
        if (const auto answer = seen.find<github::PullRequest>(read); answer.at.ms != 0)
            note(answer.at);
    for (const auto& read : reads.http)
        if (const auto answer = seen.find(read); answer.at.ms != 0)
            note(answer.at);
    return oldest;
}

namespace {

//! What a decision means, in verdict and words.
struct Reading {
    Evidence& evidence;

    void set(Evidence::Verdict verdict, const QString& onRetry, std::optional<Error> error = {}) const
    {
        evidence.verdict = verdict;
        evidence.onRetry = onRetry;
        evidence.error = std::move(error);
    }
    void operator()(const steps::Act& act) const
    {
        set(Evidence::Verdict::WouldWrite,
            EvidenceWords::tr("%1 in %2", "verb phrase, repository")
                .arg(effectWords(github::nameOf(act.effect)), github::repositoryOf(act.effect).full()));
    }
    void operator()(const steps::Call& call) const
    {
        set(Evidence::Verdict::WouldWrite, EvidenceWords::tr("send a request to %1").arg(QUrl(call.call.url).host()));
    }
    void operator()(const steps::Wait& wait) const
    {
        set(Evidence::Verdict::Waits,
            EvidenceWords::tr("send nothing now: %1")
                .arg(describe(WaitingFor{.what = wait.what, .args = wait.args, .since = {}})));
    }
    void operator()(const steps::Done& done) const
    {
        set(Evidence::Verdict::Done, EvidenceWords::tr("find the work done and go on, sending nothing"));
        evidence.outputs = done.outputs;
    }
    void operator()(const steps::Fail& failure) const
    {
        set(Evidence::Verdict::Fails, EvidenceWords::tr("fail again: %1").arg(describe(failure.error).what),
            failure.error);
    }
    void operator()(const steps::Ask& question) const
    {
        set(Evidence::Verdict::NeedsPerson, EvidenceWords::tr("ask a person: %1").arg(describe(question.error).what),
            question.error);
    }
    void operator()(const steps::Revise&) const
    {
        set(Evidence::Verdict::Waits, EvidenceWords::tr("take in what has changed, then decide again"));
    }
    void operator()(const steps::NewGeneration&) const
    {
        set(Evidence::Verdict::WouldWrite, EvidenceWords::tr("make everything anew, under new names"));
    }
};

void readResolution(Evidence& evidence, const steps::Resolution& resolution)
{
    using Kind = steps::Resolution::Kind;
    evidence.verdict = Evidence::Verdict::Unreadable;
    switch (resolution.kind) {
    case Kind::Succeeded:
        evidence.onRetry = EvidenceWords::tr("find that the last request took place, and go on");
        return;
    case Kind::Absent:
        evidence.onRetry = EvidenceWords::tr("find that the last request did not take place, and send it again");
        return;
    case Kind::SendAgain:
        evidence.onRetry = EvidenceWords::tr("send the last request again, which does nothing twice");
        return;
    case Kind::LookAgain:
        evidence.onRetry = EvidenceWords::tr("wait: what became of the last request does not show yet");
        return;
    case Kind::AskPerson:
        evidence.verdict = Evidence::Verdict::NeedsPerson;
        evidence.onRetry = EvidenceWords::tr("send the last request again: nothing shows whether it took place");
        return;
    }
}

//! What is said first: that the journal and the service do not agree on whether the work is done.
QString headlineOf(const StepRun& step, const Evidence& evidence)
{
    if (step.undoPlanned)
        return {};
    if (evidence.verdict == Evidence::Verdict::Done && !step.isDone())
        return EvidenceWords::tr("%1 shows this step's work as done. The journal does not know it yet.")
            .arg(evidence.service);
    const bool open = evidence.verdict == Evidence::Verdict::WouldWrite || evidence.verdict == Evidence::Verdict::Fails
        || evidence.verdict == Evidence::Verdict::NeedsPerson;
    if (step.isDone() && open && step.state != StepState::Skipped)
        return EvidenceWords::tr("The journal counts this step as done. %1 does not show it.").arg(evidence.service);
    const bool differs = std::any_of(evidence.lines.begin(), evidence.lines.end(),
        [](const EvidenceLine& line) { return line.agreement == EvidenceLine::Agreement::Differs; });
    if (differs)
        return EvidenceWords::tr("%1 shows something else than the journal believes.").arg(evidence.service);
    return {};
}

} // namespace

Result<EvidenceLook> EvidenceLook::begin(Run run, const StepId& step)
{
    if (!run.step(step) || !run.workflow || !run.workflow->step(step))
        return Error{.code = errc::stepUnknown, .args = {{"step", step.utf8()}}};
    Run retried = retriedRun(run, step);
    return EvidenceLook(std::move(run), std::move(retried), step);
}

steps::Reads EvidenceLook::reads(const Clock& clock) const
{
    const auto& definition = *m_run.workflow->step(m_step);
    const auto* kind = steps::kindNamed(definition.kind);
    const bool open = m_run.step(m_step)->openEffect();
    auto context = steps::contextOf(open ? m_run : m_retried, m_step, steps::kindRules(), clock.now(), clock.scale());
    steps::Reads reads;
    const auto watch = pullRequestOf(m_run, definition);
    if (watch) {
        reads.github.append(*watch);
        reads.github.append(github::ExplainPullRequest{watch->nodeId});
    }
    if (context && kind) {
        context->forEvidence = true;
        const auto own = kind->reads(*context);
        for (const auto& read : own.github)
            if (std::none_of(reads.github.begin(), reads.github.end(),
                    [&](const github::Read& other) { return github::keyOf(other) == github::keyOf(read); }))
                reads.github.append(read);
        reads.http = own.http;
    }
    return reads;
}

bool EvidenceLook::take(const steps::Observation& seen, const Clock& clock)
{
    if (m_rounds >= kMostRounds || m_run.step(m_step)->openEffect())
        return false;
    auto context = steps::contextOf(m_retried, m_step, steps::kindRules(), clock.now(), clock.scale());
    const auto* kind = context ? steps::kindNamed(context->definition.kind) : nullptr;
    if (!kind)
        return false;
    context->forEvidence = true;
    const auto decision = kind->decide(*context, seen);
    const auto* wait = std::get_if<steps::Wait>(&decision);
    if (!wait || !wait->lookAtOnce)
        return false;
    ++m_rounds;
    auto* step = m_retried.step(m_step);
    step->attempts.last().facts.update(wait->facts);
    return true;
}

Evidence EvidenceLook::evidence(const steps::Observation& seen, const Clock& clock) const
{
    const auto* step = m_run.step(m_step);
    const auto asked = reads(clock);
    Evidence evidence{.run = m_run.id, .step = m_step, .sequence = m_run.sequence, .service = servicesAsked(asked)};
    evidence.readAt = oldestAnswer(asked, seen).value_or(clock.now());
    evidence.lines = evidenceLines(m_run, m_step, asked, seen);
    const auto* open = step->openEffect();
    auto context = steps::contextOf(open ? m_run : m_retried, m_step, steps::kindRules(), clock.now(), clock.scale());
    const auto* kind = context ? steps::kindNamed(context->definition.kind) : nullptr;
    if (!kind) {
        evidence.verdict = Evidence::Verdict::NotYet;
        evidence.error = context ? Error{.code = errc::internal} : context.error();
        return evidence;
    }
    context->forEvidence = true;
    if (const auto* trouble = seen.trouble(asked)) {
        evidence.verdict = Evidence::Verdict::Unreadable;
        evidence.error = *trouble;
        return evidence;
    }
    if (open)
        readResolution(evidence, kind->resolve(*context, *open, seen));
    else
        std::visit(Reading{evidence}, kind->decide(*context, seen));
    if (evidence.service.isEmpty()) // nothing was asked, so nothing was found either
        return evidence;
    evidence.headline = headlineOf(*step, evidence);
    return evidence;
}

namespace {

const char* verdictName(Evidence::Verdict verdict)
{
    switch (verdict) {
    case Evidence::Verdict::Done: return "done";
    case Evidence::Verdict::WouldWrite: return "wouldWrite";
    case Evidence::Verdict::Waits: return "waits";
    case Evidence::Verdict::NeedsPerson: return "needsPerson";
    case Evidence::Verdict::Fails: return "fails";
    case Evidence::Verdict::NotYet: return "notYet";
    case Evidence::Verdict::Unreadable: return "unreadable";
    }
    Q_UNREACHABLE();
}

const char* agreementName(EvidenceLine::Agreement agreement)
{
    switch (agreement) {
    case EvidenceLine::Agreement::Same: return "same";
    case EvidenceLine::Agreement::Differs: return "differs";
    case EvidenceLine::Agreement::NotCompared: return "notCompared";
    }
    Q_UNREACHABLE();
}

Json valueOrNull(const QString& text) { return text.isEmpty() ? Json(nullptr) : Json(text.toStdString()); }

} // namespace

Json evidenceJson(const Evidence& evidence)
{
    Json lines = Json::array();
    for (const auto& line : evidence.lines)
        lines.push_back({{"what", line.what.toStdString()}, {"service", valueOrNull(line.service)},
            {"journal", valueOrNull(line.journal)}, {"agreement", agreementName(line.agreement)},
            {"url", valueOrNull(line.url)}});
    return {{"run", evidence.run.utf8()}, {"step", evidence.step.utf8()},
        {"readAt", evidence.readAt.toIso().toStdString()}, {"sequence", evidence.sequence},
        {"service", valueOrNull(evidence.service)}, {"verdict", verdictName(evidence.verdict)},
        {"headline", valueOrNull(evidence.headline)}, {"onRetry", valueOrNull(evidence.onRetry)},
        {"lines", std::move(lines)}, {"outputs", evidence.outputs},
        {"error", evidence.error ? toJson(*evidence.error) : Json(nullptr)}};
}

} // namespace slipway::desk
