// SPDX-License-Identifier: GPL-3.0-or-later
#include "step_bench.h"
#include "workflow/parse_workflow.h"
#include "workflow/shipped.h"

#include <QTest>

using namespace slipway;
using namespace slipway::steps;
using enum EventType;

namespace {

const QString validate = u"validate"_s, create = u"create"_s, ready = u"ready"_s, portal = u"portal"_s,
              gate = u"gate"_s;

github::WorkflowRun dispatchedRun(qint64 id, Timestamp createdAt, const QString& title = {})
{
    return {.id = id,
        .name = u"Create"_s,
        .url = u"https://github.example/%1"_s.arg(id),
        .displayTitle = title,
        .createdAt = createdAt};
}

//! Created by a dispatch whose run is 99.
StepBench creating()
{
    StepBench bench;
    bench.done(create, {{"id", 99}, {"url", "u"}});
    bench.start(ready);
    return bench;
}

} // namespace

class OtherKindsTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theShippedWorkflowsFitTheKinds()
    {
        QCOMPARE(kindRules().size(), 11);
        for (const auto& id : shippedWorkflows()) {
            const auto parsed = parseWorkflow(*shippedWorkflow(id), id, kindRules());
            QVERIFY2(parsed.ok(), parsed.ok() ? "" : toBytes(parsed.error().args).constData());
            for (const auto& step : (*parsed)->steps)
                QVERIFY2(kindNamed(step.kind), qPrintable(step.kind));
        }
        QVERIFY(!kindNamed(u"github.nothing"_s));
    }

    // --- request.validate ---

    void validationReadsAllInOneGo()
    {
        StepBench bench;
        bench.start(validate);
        QCOMPARE(bench.reads(validate).github.size(), 3); // name, teams, the pull request's files
        QCOMPARE(bench.says(validate), u"done"_s);
    }

    void aNameThatIsTakenIsRefused()
    {
        StepBench bench;
        bench.start(validate);
        bench.name = {.taken = true, .fullName = u"DEFRA/Fishing"_s, .url = u"u"_s};
        const auto decision = bench.decide(validate);
        QCOMPARE(StepBench::words(decision), u"fail "_s + errc::nameTaken);
        QCOMPARE(textAt(std::get<Fail>(decision).error.args, "holder"), u"DEFRA/Fishing"_s);
        // What the run itself made is no obstacle when it is tried again.
        bench.start(create);
        QCOMPARE(bench.says(validate), u"done"_s);
    }

    void anOldNameOfAnotherRepositoryIsAPersonsQuestion()
    {
        StepBench bench;
        bench.start(validate);
        bench.name = {.url = u"u"_s, .redirectsTo = u"DEFRA/angling"_s};
        const auto decision = bench.decide(validate);
        QCOMPARE(StepBench::words(decision), u"ask "_s + errc::nameRedirects);
        QCOMPARE(textAt(std::get<Ask>(decision).error.args, "to"), u"DEFRA/angling"_s);
    }

    void aNameThatGitHubWouldAlterIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"a b", "caf\u00e9", "name.git", "name.wiki", ".", "..", "a/b"})
            QTest::newRow(name) << QString::fromUtf8(name);
        QTest::newRow("101 characters") << QString(101, u'a');
    }
    void aNameThatGitHubWouldAlterIsRefused()
    {
        QFETCH(QString, name);
        Json workflow = benchWorkflow();
        workflow["lets"] = {{"odd", "DEFRA/" + name.toStdString()}}; // known only when it is expanded
        workflow["steps"][0]["with"]["repository"] = "{{ odd }}";
        StepBench bench(workflow);
        bench.start(validate);
        QCOMPARE(bench.says(validate), u"fail setting.invalid"_s);
    }

    void aRepositoryThatWasRenamedIsSaid()
    {
        StepBench bench;
        bench.start(validate);
        bench.snapshot.info.fullName = u"defra/TF-svc"_s; // names have no case
        QCOMPARE(bench.says(validate), u"done"_s);
        bench.snapshot.info.fullName = u"DEFRA/services"_s;
        QCOMPARE(bench.says(validate), u"fail "_s + errc::githubRenamed);
    }

    void aTeamThatIsUnknownIsRefused()
    {
        StepBench bench;
        bench.start(validate);
        bench.teams = {{{u"farming"_s, u"fisheries"_s}}}; // the slug counts, not the name
        QCOMPARE(bench.says(validate), u"fail github.teamUnknown"_s);
    }

    void editsThatDoNotFitAreRefused()
    {
        StepBench bench;
        bench.start(validate);
        bench.setFile(u"list.json"_s, "{}");
        const auto decision = bench.decide(validate);
        QVERIFY(StepBench::words(decision).startsWith(u"fail edit."_s));
        QCOMPARE(textAt(std::get<Fail>(decision).error.args, "path"), u"list.json"_s);
    }

    void anEntryOfThatNameIsANameTaken()
    {
        Json workflow = benchWorkflow();
        workflow["steps"][1]["with"]["files"][0]["edit"] =
            Json::array({{{"insertMember", ""}, {"name", "{{ inputs.name }}"}, {"value", 1}}});
        StepBench bench(workflow);
        bench.start(validate);
        bench.setFile(u"list.json"_s, "{\"fishing\": 1}");
        const auto decision = bench.decide(validate);
        QCOMPARE(StepBench::words(decision), u"fail "_s + errc::nameTaken);
        QCOMPARE(textAt(std::get<Fail>(decision).error.args, "holder"), u"DEFRA/tf-svc: list.json"_s);
    }

    void validationSaysWhatCouldNotBeRead()
    {
        StepBench bench;
        bench.start(validate);
        bench.readsFail = Error{.code = errc::githubForbidden};
        QCOMPARE(bench.says(validate), u"fail github.forbidden"_s);
    }

    // --- github.dispatch ---

    void theFirstDispatchIsBlind()
    {
        StepBench bench;
        bench.start(create);
        bench.repository.exists = true;
        QVERIFY(bench.reads(create).isEmpty());
        const auto effect = bench.acts<github::DispatchWorkflow>(create);
        QCOMPARE(effect.repository.full(), u"DEFRA/boilerplate"_s);
        QCOMPARE(effect.workflow, u"create.yml"_s);
        QCOMPARE(effect.ref, u"main"_s);
        QCOMPARE(textAt(effect.inputs, "name"), u"fishing"_s);
    }

    void aRetriedDispatchLooksWhetherItIsThere()
    {
        StepBench bench;
        bench.start(create).retry(create);
        QCOMPARE(bench.says(create), u"act dispatchWorkflow"_s);
        bench.repository.exists = true;
        QCOMPARE(bench.says(create), u"done adopted"_s);
    }

    void anAnswerWithTheRunIsTheEnd()
    {
        StepBench bench;
        bench.start(create).wrote(
            create, "dispatchWorkflow", EffectSucceeded, {{"result", {{"id", 99}, {"url", "u"}}}});
        QVERIFY(bench.reads(create).isEmpty());
        QCOMPARE(integerAt(bench.outputs(create), "id"), 99);
    }

    void anAnswerWithoutTheRunIsLookedUpForAWhile()
    {
        StepBench bench;
        bench.start(create).wrote(create, "dispatchWorkflow", EffectSucceeded);
        const Timestamp at = bench.step(create).attempt()->effects[0].intendedAt;
        QCOMPARE(bench.says(create), u"wait lookUp"_s);
        bench.dispatchedRuns.runs = {dispatchedRun(99, at + Millis(1000))};
        QCOMPARE(integerAt(bench.outputs(create), "id"), 99);
        bench.dispatchedRuns.runs.append(dispatchedRun(98, at + Millis(2000))); // which one is ours?
        QCOMPARE(bench.says(create), u"wait lookUp"_s);
        bench.pass(Millis(61000));
        QVERIFY(bench.outputs(create) == Json::object()); // nothing depends on it
    }

    void aRefusedDispatchFailsAndARetryIsAnotherTry()
    {
        StepBench bench;
        bench.start(create).wrote(create, "dispatchWorkflow", EffectFailed, failure(errc::githubDispatchRefused));
        QCOMPARE(bench.says(create), u"fail github.dispatchRefused"_s);
        bench.retry(create);
        QCOMPARE(bench.says(create), u"act dispatchWorkflow"_s);
    }

    void aLostDispatchIsLookedUp()
    {
        StepBench bench;
        bench.start(create)
            .intend(create, "dispatchWorkflow")
            .end(EffectUnknown, create, failure(errc::networkTimeout));
        const Timestamp at = bench.step(create).attempt()->effects[0].intendedAt;
        bench.lookUps = 2;
        QCOMPARE(bench.finds(create), u"absent"_s);
        bench.dispatchedRuns.runs = {dispatchedRun(97, at, u"Create farming"_s)}; // the workflow names its runs
        QCOMPARE(bench.finds(create), u"absent"_s);
        bench.dispatchedRuns.runs = {dispatchedRun(97, at, u"Create fishing-port"_s)};
        QCOMPARE(bench.finds(create), u"absent"_s);
        bench.dispatchedRuns.runs = {dispatchedRun(99, at, u"Create fishing"_s)};
        QCOMPARE(bench.finds(create), u"succeeded"_s);
        QCOMPARE(integerAt(bench.resolve(create).result, "id"), 99);
        bench.dispatchedRuns.runs = {dispatchedRun(99, at), dispatchedRun(98, at + Millis(1000))};
        QCOMPARE(bench.finds(create), u"ask"_s); // two, and nothing tells them apart
        bench.dispatchedRuns.runs.last().displayTitle = u"Create fishing"_s;
        QCOMPARE(integerAt(bench.resolve(create).result, "id"), 98);
        bench.dispatchedRuns.runs.clear();
        bench.repository.exists = true; // what it was to create is there
        QCOMPARE(bench.finds(create), u"succeeded"_s);
        bench.readsFail = Error{.code = errc::githubNotFound};
        QCOMPARE(bench.finds(create), u"look again"_s);
        QCOMPARE(bench.resolve(create).error->code, errc::githubNotFound);
    }

    void aRunWithoutANameIsOursOnlyByWhatItMakes()
    {
        StepBench bench;
        bench.start(create)
            .intend(create, "dispatchWorkflow")
            .end(EffectUnknown, create, failure(errc::networkTimeout));
        const Timestamp at = bench.step(create).attempt()->effects[0].intendedAt;
        bench.lookUps = 2;
        bench.dispatchedRuns.runs = {dispatchedRun(99, at)};
        auto& run = bench.dispatchedRuns.runs.first();
        bench.lookUps = 0;
        QCOMPARE(bench.finds(create), u"look again"_s); // under way: it may be anyone's
        QVERIFY(!bench.resolve(create).error);
        bench.lookUps = 50;
        QCOMPARE(bench.finds(create), u"look again"_s);
        QCOMPARE(textAt(bench.resolve(create).error->args, "runs"), run.url); // it may be so for days: that is told
        run.status = u"COMPLETED"_s;
        run.conclusion = u"FAILURE"_s; // the step that waits for the repository tells it
        QCOMPARE(bench.finds(create), u"succeeded"_s);
        run.conclusion = u"SUCCESS"_s;
        bench.lookUps = 0;
        QCOMPARE(bench.finds(create), u"look again"_s); // what it made may be shown late
        bench.lookUps = 2;
        QCOMPARE(bench.finds(create), u"ask"_s); // never dispatched again by itself, nor taken for ours
        QCOMPARE(textAt(bench.resolve(create).error->args, "runs"), run.url);
        bench.repository.exists = true;
        QCOMPARE(bench.finds(create), u"succeeded"_s);
        QCOMPARE(integerAt(bench.resolve(create).result, "id"), 99);
    }

    void aLostDispatchIsNotTakenForAnotherOfOurs()
    {
        StepBench bench;
        bench.start(create).intend(create, "dispatchWorkflow", {{"login", "octo"}});
        auto lost = failure(errc::networkTimeout);
        lost["notBefore"] = 1700000099000;
        bench.end(EffectUnknown, create, lost);
        const auto asked = std::get<github::FindDispatchedRuns>(bench.reads(create).github.constFirst());
        QCOMPARE(asked.actor, u"octo"_s);
        QCOMPARE(asked.until, std::optional(Timestamp{1700000099000}));
        const Timestamp at = bench.step(create).attempt()->effects[0].intendedAt;
        bench.dispatchedRuns.runs = {dispatchedRun(99, at)};
        bench.dispatchedRuns.runs.last().status = u"COMPLETED"_s;
        bench.dispatchedRuns.runs.last().conclusion = u"FAILURE"_s;
        bench.lookUps = 2;
        QCOMPARE(bench.finds(create), u"succeeded"_s);
        bench.takenRuns = {99};
        QCOMPARE(bench.finds(create), u"absent"_s);
        bench.dispatchedRuns.runs.append(bench.dispatchedRuns.runs.last());
        bench.dispatchedRuns.runs.last().id = 98;
        QCOMPARE(integerAt(bench.resolve(create).result, "id"), 98); // and the other one no longer confuses
    }

    //! What a copy, or a record, shows as not sent may have been sent after it was made, and what it makes be on its way.
    void aDispatchOfARunFromACopyIsLookedForBeforeItIsSent()
    {
        for (const bool sentBefore : {false, true}) {
            StepBench bench;
            bench.start(create);
            if (sentBefore)
                bench.wrote(create, "dispatchWorkflow", EffectResolved, {{"outcome", "absent"}});
            bench.then(LookRequested, {}, {{"scope", "restored"}});
            const auto asked = std::get<github::FindDispatchedRuns>(bench.reads(create).github.constFirst());
            QCOMPARE(asked.since, bench.run.startedAt - Millis(60 * 60'000)); // noted by whichever clock
            QVERIFY(asked.anybody && asked.actor.isEmpty() && !asked.until);
            const auto waits = [&] {
                const auto decision = bench.decide(create);
                const auto* wait = std::get_if<Wait>(&decision);
                if (wait)
                    bench.then(StepWaiting, create,
                        {{"for", wait->what.toStdString()}, {"args", wait->args}, {"facts", wait->facts}});
                return wait != nullptr;
            };
            bench.dispatchedRuns.runs = {dispatchedRun(97, bench.now, u"Create farming"_s)};
            QVERIFY(waits()); // that it is not there counts once it is so for a while
            bench.dispatchedRuns.runs.append(dispatchedRun(98, bench.now)); // may make what this one is to make
            bench.pass(Millis(60'000));
            QVERIFY(waits());
            QCOMPARE(textAt(bench.step(create).waitingFor->args, "runs"), u"https://github.example/98"_s);
            bench.dispatchedRuns.runs.append(dispatchedRun(99, bench.now, u"Create fishing"_s));
            QCOMPARE(bench.says(create), u"done adopted"_s);
            QCOMPARE(integerAt(bench.outputs(create), "id"), 99);
            bench.dispatchedRuns.runs.append(dispatchedRun(100, bench.now, u"Create fishing"_s));
            QCOMPARE(bench.says(create), u"ask effect.unknown"_s);
            bench.dispatchedRuns.runs[2].status = u"COMPLETED"_s;
            bench.dispatchedRuns.runs[2].conclusion = u"FAILURE"_s; // and the other was the next try
            QCOMPARE(integerAt(bench.outputs(create), "id"), 100);
            bench.takenRuns = {99, 100};
            bench.dispatchedRuns.runs[1].status = u"COMPLETED"_s; // and made nothing of that name
            QVERIFY(waits());
            bench.pass(Millis(30'000));
            QCOMPARE(bench.says(create), u"act dispatchWorkflow"_s);
            bench.readsFail = Error{.code = errc::githubNotFound};
            QCOMPARE(bench.says(create), u"ask github.notFound"_s);
            bench.readsFail = Error{.code = errc::serverError};
            QCOMPARE(bench.says(create), u"wait lookUp"_s);
        }
    }

    //! Whoever may not read it does not know that it is not there.
    void aRefusedReadOfWhatADispatchMakesTellsNothing()
    {
        StepBench bench;
        bench.start(create).retry(create);
        QCOMPARE(bench.says(create), u"act dispatchWorkflow"_s);
        bench.repositoryFails = Error{.code = errc::githubForbidden};
        QCOMPARE(bench.says(create), u"ask github.forbidden"_s);
        bench.repositoryFails = Error{.code = errc::networkTimeout};
        QCOMPARE(bench.says(create), u"wait lookUp"_s);

        bench.intend(create, "dispatchWorkflow").end(EffectUnknown, create, failure(errc::networkTimeout));
        bench.lookUps = 2;
        bench.repositoryFails = Error{.code = errc::githubForbidden};
        QCOMPARE(bench.finds(create), u"look again"_s);
        QCOMPARE(bench.resolve(create).error->code, errc::githubForbidden);
        const Timestamp at = bench.step(create).attempt()->effects[0].intendedAt;
        bench.dispatchedRuns.runs = {dispatchedRun(99, at)};
        bench.dispatchedRuns.runs.last().status = u"COMPLETED"_s;
        QCOMPARE(bench.finds(create), u"look again"_s);
        bench.dispatchedRuns.runs.last().displayTitle = u"Create fishing"_s; // which tells by itself
        QCOMPARE(bench.finds(create), u"succeeded"_s);
    }

    //! GitHub failed to answer: it may start a run for minutes, and not every workflow names its own.
    void aLateRunWithoutANameIsNobodysAbsence()
    {
        StepBench bench;
        bench.start(create).intend(create, "dispatchWorkflow", {{"login", "octo"}});
        auto lost = failure(errc::serverError);
        lost["error"]["args"] = {{"status", 502}};
        lost["notBefore"] = 1700000030000;
        bench.end(EffectUnknown, create, lost);
        bench.lookUps = 9;
        QCOMPARE(bench.finds(create), u"absent"_s);
        bench.lateRuns = {dispatchedRun(99, bench.now, u"Create farming"_s)};
        QCOMPARE(bench.finds(create), u"absent"_s);
        bench.lateRuns.append(dispatchedRun(98, bench.now));
        QCOMPARE(bench.finds(create), u"look again"_s); // what it makes will tell
        QCOMPARE(textAt(bench.resolve(create).error->args, "runs"), u"https://github.example/98"_s);
        bench.lateRuns.last().status = u"COMPLETED"_s;
        bench.lateRuns.last().conclusion = u"SUCCESS"_s;
        QCOMPARE(bench.finds(create), u"ask"_s);
        bench.lookUps = 0;
        QCOMPARE(bench.finds(create), u"look again"_s);
        bench.lookUps = 9;
        bench.takenRuns = {98};
        QCOMPARE(bench.finds(create), u"absent"_s);
        bench.takenRuns.clear();
        bench.repository.exists = true;
        QCOMPARE(bench.finds(create), u"succeeded"_s);
    }

    //! The engine tries again by itself: what nobody knew of is as unknown to that attempt.
    void whatMayBeSentAlreadyMayBeSoForALaterAttempt()
    {
        StepBench bench;
        bench.start(create);
        bench.then(LookRequested, {}, {{"scope", "restored"}});
        bench.then(StepFailed, create, failure(errc::githubNotFound));
        bench.start(create);
        QVERIFY(std::holds_alternative<github::FindDispatchedRuns>(bench.reads(create).github.constFirst()));
        bench.then(StepFailed, create, failure(errc::githubNotFound));
        bench.start(create);
        QVERIFY(std::holds_alternative<github::FindDispatchedRuns>(bench.reads(create).github.constFirst()));
        bench.retry(create); // her word that it was not
        QVERIFY(!std::holds_alternative<github::FindDispatchedRuns>(bench.reads(create).github.constFirst()));
    }

    //! … and to a person who tries again what the copy shows as failed: she has not been asked yet.
    void aRetryOfWhatTheCopyShowsAsFailedLooksWhetherItWasSent()
    {
        StepBench bench;
        bench.start(create).then(StepFailed, create, failure(errc::githubNotFound));
        bench.then(LookRequested, {}, {{"scope", "restored"}});
        bench.then(RetryRequested, create, {{"steps", {"create"}}});
        bench.start(create);
        QVERIFY(std::holds_alternative<github::FindDispatchedRuns>(bench.reads(create).github.constFirst()));
    }

    void aDispatchOfARunFromACopyThatNothingTellsOfIsAPersonsQuestion()
    {
        Json workflow = benchWorkflow();
        for (auto& step : workflow["steps"])
            if (step["id"] == "create")
                step["with"].erase("creates");
        StepBench bench(workflow);
        bench.then(LookRequested, {}, {{"scope", "restored"}});
        bench.start(create);
        bench.dispatchedRuns.runs = {dispatchedRun(98, bench.now)};
        const auto decision = bench.decide(create);
        QCOMPARE(StepBench::words(decision), u"ask gate.waiting"_s);
        QCOMPARE(textAt(std::get<Ask>(decision).error.args, "because"), u"restored"_s);
        bench.retry(create); // her word that it was not
        QCOMPARE(bench.says(create), u"act dispatchWorkflow"_s);
    }

    // --- github.repository ---

    void aRepositoryNeedsContent()
    {
        auto bench = creating();
        QCOMPARE(bench.says(ready), u"wait repository"_s);
        bench.repository.exists = true;
        bench.repository.info = {.nodeId = u"R9"_s, .url = u"u"_s, .defaultBranch = u"main"_s};
        // Nothing proves it ours yet: the run that was to make it must have ended well.
        const auto decision = bench.decide(ready);
        QCOMPARE(StepBench::words(decision), u"wait repository at once"_s);
        bench.then(StepWaiting, ready, {{"for", "repository"}, {"facts", std::get<Wait>(decision).facts}});
        bench.run1 = {.id = 99, .status = u"IN_PROGRESS"_s};
        QCOMPARE(bench.says(ready), u"wait repository"_s);
        bench.run1 = {.id = 99, .status = u"COMPLETED"_s, .conclusion = u"SUCCESS"_s};
        QCOMPARE(bench.says(ready), u"wait repositoryContent"_s);
        bench.repository.info.defaultBranchOid = sha('a');
        QCOMPARE(textAt(bench.outputs(ready), "sha"), sha('a'));
        QCOMPARE(textAt(bench.outputs(ready), "nodeId"), u"R9"_s);
    }

    // --- github.archive ---

    void archivingIsDoneOnceAndUnderThePresentName()
    {
        Json workflow = benchWorkflow();
        workflow["steps"].push_back({{"id", "retire"}, {"lane", "one"}, {"kind", "github.archive"}, {"title", "retire"},
            {"needs", Json::array()}, {"with", {{"repository", "DEFRA/{{ inputs.name }}"}}}});
        const QString retire = u"retire"_s;
        StepBench bench(workflow);
        bench.start(retire);
        QCOMPARE(bench.says(retire), u"fail github.notFound"_s); // or the token may not see it
        bench.repository.exists = true;
        bench.repository.info = {.nodeId = u"R9"_s, .fullName = u"DEFRA/trawling"_s, .url = u"u"_s};
        QCOMPARE(bench.acts<github::ArchiveRepository>(retire).repository.full(), u"DEFRA/trawling"_s);
        bench.repository.info.archived = true; // by somebody
        QCOMPARE(bench.says(retire), u"done nothingToChange"_s);
        QCOMPARE(textAt(bench.outputs(retire), "url"), u"u"_s);

        // The answer to the write is lost.
        bench.repository.info.archived = false;
        bench.intend(retire, "archiveRepository");
        QCOMPARE(bench.finds(retire), u"absent"_s);
        bench.repository.info.archived = true;
        QCOMPARE(bench.finds(retire), u"succeeded"_s);
        bench.end(EffectSucceeded, retire, {{"result", {{"url", "u"}}}});
        QVERIFY(bench.reads(retire).isEmpty());
        QCOMPARE(bench.says(retire), u"done"_s);
    }

    void archivingThatIsRefusedIsAPersonsMatter()
    {
        Json workflow = benchWorkflow();
        workflow["steps"].push_back({{"id", "retire"}, {"lane", "one"}, {"kind", "github.archive"}, {"title", "retire"},
            {"needs", Json::array()}, {"with", {{"repository", "DEFRA/{{ inputs.name }}"}}}});
        const QString retire = u"retire"_s;
        StepBench bench(workflow);
        bench.repository.exists = true;
        bench.repository.info = {.nodeId = u"R9"_s, .fullName = u"DEFRA/fishing"_s};
        bench.start(retire).wrote(retire, "archiveRepository", EffectFailed, failure(errc::githubForbidden));
        QCOMPARE(bench.says(retire), u"fail github.forbidden"_s); // and is not sent again by itself
        bench.retry(retire, errc::githubForbidden);
        QCOMPARE(bench.says(retire), u"act archiveRepository"_s);
    }

    void aRepositoryFromBeforeIsNotOurs()
    {
        StepBench bench;
        bench.start(create).wrote(
            create, "dispatchWorkflow", EffectSucceeded, {{"result", {{"id", 99}, {"url", "u"}}}});
        bench.done(create, {{"id", 99}, {"url", "u"}});
        bench.start(ready);
        bench.run1 = {.id = 99, .status = u"COMPLETED"_s, .conclusion = u"SUCCESS"_s};
        bench.repository.exists = true;
        bench.repository.info = {.nodeId = u"R9"_s, .defaultBranch = u"main"_s, .defaultBranchOid = sha('a')};
        const auto asked = bench.step(create).attempts[0].effects[0].intendedAt;
        bench.repository.info.createdAt = asked - Millis(59000); // the clocks may differ
        QCOMPARE(bench.says(ready), u"wait repository at once"_s);
        bench.repository.info.createdAt = asked - Millis(61000);
        const auto doubt = bench.decide(ready);
        QCOMPARE(StepBench::words(doubt), u"wait repository at once"_s); // ours may be wrong
        bench.then(StepWaiting, ready, {{"for", "repository"}, {"facts", std::get<Wait>(doubt).facts}});
        QCOMPARE(bench.says(ready), u"ask github.foreignRepository"_s);
        bench.run1.createdAt = *bench.repository.info.createdAt + Millis(1000);
        QCOMPARE(bench.says(ready), u"ask github.foreignRepository"_s);
    }

    void gitHubsMomentsAreComparedWithGitHubs_data()
    {
        QTest::addColumn<int>("ours"); // how far our clock is ahead of GitHub's, in minutes
        for (const int minutes : {-600, -10, 0, 10, 600})
            QTest::addRow("%d minutes", minutes) << minutes;
    }
    void gitHubsMomentsAreComparedWithGitHubs()
    {
        QFETCH(int, ours);
        StepBench bench;
        bench.start(create).wrote(
            create, "dispatchWorkflow", EffectSucceeded, {{"result", {{"id", 99}, {"url", "u"}}}});
        bench.done(create, {{"id", 99}, {"url", "u"}});
        bench.start(ready);
        const auto ran = bench.step(create).attempts[0].effects[0].intendedAt - Millis(ours * 60'000);
        bench.run1 = {.id = 99, .status = u"COMPLETED"_s, .conclusion = u"SUCCESS"_s};
        bench.run1.createdAt = ran;
        bench.repository.exists = true;
        bench.repository.info = {.nodeId = u"R9"_s, .defaultBranch = u"main"_s, .defaultBranchOid = sha('a')};
        bench.repository.info.createdAt = ran + Millis(20'000);
        const auto first = bench.decide(ready);
        QCOMPARE(StepBench::words(first), u"wait repository at once"_s);
        bench.then(StepWaiting, ready, {{"for", "repository"}, {"facts", std::get<Wait>(first).facts}});
        QCOMPARE(bench.says(ready), u"done"_s);
        bench.repository.info.createdAt = ran - Millis(5'000);
        QCOMPARE(bench.says(ready), u"ask github.foreignRepository"_s);
    }

    void aRepositoryThatDoesNotShowAfterItsRunIsHidden()
    {
        auto bench = creating();
        bench.pass(Millis(31000));
        bench.run1 = {.id = 99, .status = u"COMPLETED"_s, .conclusion = u"SUCCESS"_s};
        const auto decision = bench.decide(ready);
        QCOMPARE(StepBench::words(decision), u"wait repository"_s);
        bench.then(StepWaiting, ready, {{"for", "repository"}, {"facts", std::get<Wait>(decision).facts}});
        bench.pass(Millis(59000));
        QCOMPARE(bench.says(ready), u"wait repository"_s); // GitHub shows some things late
        bench.pass(Millis(2000));
        QCOMPARE(bench.says(ready), u"ask github.repositoryInvisible"_s);
    }

    void theCreatingRunTellsWhyNothingComes()
    {
        auto bench = creating();
        QCOMPARE(bench.reads(ready).github.size(), 1);
        bench.pass(Millis(31000));
        QCOMPARE(bench.reads(ready).github.size(), 2);
        bench.run1 = {.id = 99, .name = u"Create"_s, .status = u"IN_PROGRESS"_s};
        QCOMPARE(bench.says(ready), u"wait repository"_s);
        bench.run1.status = u"COMPLETED"_s;
        bench.run1.conclusion = u"SUCCESS"_s;
        QCOMPARE(bench.says(ready), u"wait repository"_s);
        bench.run1.conclusion = u"FAILURE"_s;
        bench.run1.updatedAt = Timestamp{1700000000000};
        QCOMPARE(bench.comesTo(ready), u"fail github.workflowFailed"_s);
        bench.retry(ready).pass(Millis(31000));
        const auto effect = bench.acts<github::RerunWorkflow>(ready);
        QCOMPARE(effect.id, 99);
        bench.intend(ready, "rerunWorkflow", github::targetOf(effect));
        bench.end(EffectUnknown, ready, failure(errc::networkTimeout));
        QCOMPARE(bench.finds(ready), u"absent"_s);
        bench.run1.updatedAt = Timestamp{1700000999000};
        QCOMPARE(bench.finds(ready), u"succeeded"_s);
        bench.end(EffectResolved, ready, {{"outcome", "succeeded"}});
        QCOMPARE(bench.comesTo(ready), u"fail github.workflowFailed"_s); // once
    }

    // --- http.wait, gate ---

    void anAddressIsAskedUntilItHoldsSomething_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("says");
        QTest::newRow("not there") << 404 << QByteArray("{}") << u"wait artifact"_s;
        QTest::newRow("broken") << 500 << QByteArray("{}") << u"wait artifact"_s;
        QTest::newRow("empty list") << 200 << QByteArray("{\"items\": []}") << u"wait artifact"_s;
        QTest::newRow("missing") << 200 << QByteArray("{}") << u"wait artifact"_s;
        QTest::newRow("null") << 200 << QByteArray("{\"items\": null}") << u"wait artifact"_s;
        QTest::newRow("there") << 200 << QByteArray("{\"items\": [{\"id\": 5}]}") << u"done"_s;
        QTest::newRow("number") << 200 << QByteArray("{\"items\": 0}") << u"done"_s;
        QTest::newRow("list") << 200 << QByteArray("[]") << u"wait artifact"_s;
        QTest::newRow("401") << 401 << QByteArray("{}") << u"fail http.status"_s;
        QTest::newRow("403") << 403 << QByteArray("{}") << u"fail http.status"_s;
    }
    void anAddressIsAskedUntilItHoldsSomething()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        StepBench bench;
        bench.start(portal);
        bench.http = HttpAnswer{status, *parseJson(body)};
        QTEST(bench.says(portal), "says");
        if (body.contains("id"))
            QCOMPARE(integerAt(bench.outputs(portal), "first"), 5);
    }

    void whatIsTooMuchForTheJournalIsAPersonsQuestion()
    {
        StepBench bench;
        bench.start(portal);
        bench.http = HttpAnswer{200, {{"items", Json::array({{{"id", std::string(70'000, 'x')}}})}}};
        const auto decision = bench.decide(portal);
        const auto* ask = std::get_if<Ask>(&decision);
        QVERIFY(ask);
        QCOMPARE(textAt(ask->error.args, "because"), u"outputTooLarge"_s);
    }

    void aServiceThatIsDownIsWaitedFor()
    {
        StepBench bench;
        bench.start(portal);
        bench.http = Error{.code = errc::networkUnreachable};
        const auto decision = bench.decide(portal);
        QCOMPARE(StepBench::words(decision), u"wait artifact"_s);
        QCOMPARE(textAt(std::get<Wait>(decision).args, "trouble"), errc::networkUnreachable);
        bench.http = Error{.code = errc::networkUnsafeUrl};
        QCOMPARE(bench.says(portal), u"fail network.unsafeUrl"_s);
    }

    void aServiceThatWantsACredentialIsAskedWithIt()
    {
        Json workflow = benchWorkflow();
        for (auto& step : workflow["steps"])
            if (step["id"] == "portal")
                step["with"]["credential"] = "{{ settings.org }}";
        StepBench bench(workflow);
        bench.start(portal);
        QCOMPARE(bench.reads(portal).http.first().credential, u"DEFRA"_s);
        bench.http = Error{.code = errc::credentialMissing, .args = {{"credential", "DEFRA"}}};
        QCOMPARE(bench.says(portal), u"ask credential.missing"_s);
        bench.http = HttpAnswer{401, {}};
        const auto refused = bench.decide(portal);
        QCOMPARE(textAt(std::get<Fail>(refused).error.args, "credential"), u"DEFRA"_s);
    }

    void aGateAsks()
    {
        StepBench bench;
        bench.start(gate);
        QVERIFY(bench.reads(gate).isEmpty());
        const auto decision = bench.decide(gate);
        QCOMPARE(StepBench::words(decision), u"ask gate.waiting"_s);
        QCOMPARE(textAt(std::get<Ask>(decision).error.args, "message"), u"Go on?"_s);
    }

    // --- what was seen ---

    void anObservationKnowsItsAgeAndWhatItCovers()
    {
        const github::RepositoryName name{u"DEFRA"_s, u"x"_s};
        const github::ReadRepository narrow{name, u"main"_s, {u"a"_s}, {}},
            wide{name, u"main"_s, {u"a"_s, u"b"_s}, {u"c"_s}};
        Observation seen;
        const Timestamp at{1000};
        seen.add(narrow, github::Answer(github::RepositorySnapshot{}), at);
        QVERIFY(seen.find<github::RepositorySnapshot>(narrow).value);
        QVERIFY(!seen.find<github::RepositorySnapshot>(wide).value);
        QVERIFY(seen.answers({.github = {narrow}}, at));
        QVERIFY(!seen.answers({.github = {narrow}}, at + Millis(1)));
        QVERIFY(!seen.answers({.github = {wide}}, at));
        seen.add(wide, github::Answer(github::RepositorySnapshot{}), at + Millis(5));
        QVERIFY(seen.answers({.github = {narrow}}, at + Millis(5)));
        QVERIFY(seen.find<github::RepositorySnapshot>(narrow).at == at + Millis(5));
        seen.forgetBefore(at + Millis(6));
        QVERIFY(!seen.answers({.github = {narrow}}, at));
        seen.add(HttpRead{u"u"_s}, Error{.code = errc::networkTimeout}, at);
        QVERIFY(seen.answers({.http = {{u"u"_s}}}, at) && !seen.answers({.http = {{u"u"_s}}}, at + Millis(1)));
        QCOMPARE(seen.find(HttpRead{u"u"_s}).error->code, errc::networkTimeout);
    }

    void troubleIsAboutTheWayAndNotTheThing()
    {
        for (const auto& code : {errc::networkUnreachable, errc::networkTimeout, errc::serverError,
                 errc::githubRateLimited, errc::githubBadCredentials, errc::notConnected})
            QVERIFY2(isTrouble({.code = code}), qPrintable(code));
        for (const auto& code :
            {errc::githubNotFound, errc::githubForbidden, errc::githubRefused, errc::githubNotVisible})
            QVERIFY2(!isTrouble({.code = code}), qPrintable(code));
    }
};

QTEST_GUILESS_MAIN(OtherKindsTests)
#include "other_kinds_tests.moc"
