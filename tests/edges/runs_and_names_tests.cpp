// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk_bench.h"

using namespace edges;

namespace {

const QString infra = u"tf-svc-infra"_s;

//! The next run of the infrastructure workflow ends so.
Json ends(const char* conclusion)
{
    return {{"do", "end-run"}, {"repository", "tf-svc-infra"}, {"path", "env-terraform.yml"},
        {"conclusion", conclusion}, {"next", true}};
}

} // namespace

//! Edges of workflow runs, dispatch, new repositories, files, names and permissions (docs/github.md), each from the wire
//! to the words that a person reads.
class RunsAndNamesTests : public QObject {
    Q_OBJECT

    static QByteArray fileOf(Bench& bench, const QString& repository, const QString& path)
    {
        return bench.file(repository, path).value_or("(none)");
    }
    static QString modeOf(Bench& bench, const QString& repository, const QString& path)
    {
        const auto tree =
            parseJson(bench.ask(u"/repos/DEFRA/%1/git/trees/main?recursive=1"_s.arg(repository)).value_or(""));
        if (tree)
            for (const auto& entry : memberAt(*tree, "tree"))
                if (textAt(entry, "path") == path)
                    return textAt(entry, "mode");
        return {};
    }

    //! One pull request, one merge, one branch; nothing was made twice.
    static void madeOnce(Bench& bench)
    {
        QCOMPARE(bench.ledger("pullRequests"), 1);
        QCOMPARE(bench.ledger("branches"), 1);
        QCOMPARE(bench.ledger("merges"), 1);
    }
    static void createdOnce(Bench& bench)
    {
        QCOMPARE(bench.ledger("dispatches"), 1);
        QCOMPARE(bench.ledger("repositories"), 1);
    }

private Q_SLOTS:
    // --- how a run ends

    void aRunEnds_data()
    {
        QTest::addColumn<QByteArray>("conclusion");
        QTest::addColumn<QString>("stands");
        QTest::addColumn<QString>("words");
        const QString failed = u"failed at built: github.workflowFailed"_s;
        QTest::newRow("neutral") << QByteArray("neutral") << u"succeeded"_s << QString();
        QTest::newRow("skipped") << QByteArray("skipped") << u"succeeded"_s << QString();
        QTest::newRow("failure") << QByteArray("failure") << failed << u"“failure”"_s;
        QTest::newRow("timed out") << QByteArray("timed_out") << failed << u"“timed_out”"_s;
        QTest::newRow("startup failure") << QByteArray("startup_failure") << failed << u"“startup_failure”"_s;
        QTest::newRow("approval") << QByteArray("action_required") << u"needsYou at built: github.runApproval"_s
                                  << u"Approve and run"_s;
    }
    void aRunEnds()
    {
        QFETCH(QByteArray, conclusion);
        QFETCH(QString, stands);
        QFETCH(QString, words);
        Bench bench;
        bench.control(ends(conclusion.constData()));
        bench.start(mergeWorkflow(), u"fishing"_s);
        QVERIFY(bench.comes(stands));
        if (stands != u"succeeded"_s) {
            QVERIFY2(bench.told("built").contains(words), qPrintable(bench.told("built")));
            QVERIFY(bench.told("built").contains(u"/actions/runs/"_s)); // where
            if (conclusion == "failure") { // the job, its step, and what it noted
                QVERIFY2(bench.told("built").contains(u"failed at “Run "_s), qPrintable(bench.told("built")));
                QVERIFY(bench.told("built").contains(u"Process completed with exit code 1."_s));
            }
            if (conclusion == "action_required")
                bench.control({{"do", "approve-run"}, {"repository", "tf-svc-infra"}});
            else
                QVERIFY(bench.submit(RetryStep{}).ok());
            QVERIFY(bench.comes(u"succeeded"_s));
        }
        QCOMPARE(textAt(bench.step("built").outputs, "conclusion"),
            stands == u"succeeded"_s ? QString::fromLatin1(conclusion) : u"success"_s);
        madeOnce(bench);
    }

    void anEnvironmentsReviewersAreNamed()
    {
        Bench bench;
        bench.control(parsed(R"({"do": "wait-run", "repository": "tf-svc-infra", "path": "env-terraform.yml",
            "environment": "production", "reviewers": ["sam-colleague", "team fisheries"], "next": true})"));
        bench.start(mergeWorkflow(), u"fishing"_s);
        QVERIFY(bench.comes(u"waiting at built: runApproval"_s));
        QTRY_COMPARE_WITH_TIMEOUT(textAt(bench.step("built").waitingFor->args, "who"),
            u"sam-colleague, team fisheries (production)"_s, 10000);
        QVERIFY(desk::describe(*bench.step("built").waitingFor).contains(u"sam-colleague"_s));
        bench.control({{"do", "approve-run"}, {"repository", "tf-svc-infra"}});
        QVERIFY(bench.comes(u"succeeded"_s));
    }

    void somebodyElsesRerunIsSeen()
    {
        Bench bench;
        bench.control(ends("failure"));
        bench.start(mergeWorkflow(), u"fishing"_s);
        QVERIFY(bench.comes(u"failed at built: github.workflowFailed"_s));
        const auto id = integerAt(memberAt(bench.step("built").error->details, "id").is_number_integer()
                ? bench.step("built").error->details
                : Json::object(),
            "id");
        bench.control({{"do", "rerun"}, {"run", id}}); // the same run, its second attempt
        QVERIFY(bench.submit(RetryStep{}).ok());
        QVERIFY(bench.comes(u"succeeded"_s));
        QCOMPARE(integerAt(bench.step("built").outputs, "id"), id);
        const Json state = bench.sandbox->state();
        for (const auto& run : memberAt(state, "runs"))
            if (integerAt(run, "id") == id)
                QCOMPARE(integerAt(run, "attempt"), 2); // and not run a third time by us
    }

    // --- lists that lie

    void aRunThatListsHaveLostIsFoundByItsId()
    {
        Bench bench;
        bench.control(
            parsed(R"({"do": "hold", "repository": "tf-svc-infra", "path": "env-terraform.yml", "next": true})"));
        bench.start(mergeWorkflow(), u"fishing"_s);
        QVERIFY(bench.comes(u"waiting at built: workflowRun"_s));
        bench.control(parsed(R"({"do": "lose-run", "repository": "tf-svc-infra", "seconds": 10000000})"));
        bench.control(parsed(R"({"do": "release", "repository": "tf-svc-infra"})"));
        QVERIFY(bench.comes(u"succeeded"_s)); // the list shows it to nobody to this moment
    }

    void aRunThatComesLateIsWaitedFor()
    {
        Bench bench;
        bench.control(parsed(R"({"do": "lose-run", "repository": "tf-svc-infra", "path": "env-terraform.yml",
            "seconds": 150, "next": true})"));
        bench.start(mergeWorkflow(), u"fishing"_s);
        QVERIFY(bench.comes(u"succeeded"_s));
        madeOnce(bench);
    }

    void idsBeyondWhatADoubleHolds()
    {
        Bench bench;
        bench.control({{"do", "next-run-id"}, {"id", 9007199254740993LL}}); // 2^53 + 1
        bench.start(mergeWorkflow(), u"fishing"_s);
        QVERIFY(bench.comes(u"succeeded"_s));
        const auto id = integerAt(bench.step("built").outputs, "id");
        QVERIFY(id >= 9007199254740993LL);
        const auto& ledger = bench.sandbox->ledger();
        QVERIFY(std::any_of(ledger["workflowRuns"].begin(), ledger["workflowRuns"].end(),
            [&](const Json& run) { return integerAt(run, "id") == id; }));
        QVERIFY(textAt(bench.step("built").outputs, "url").endsWith(QString::number(id)));
    }

    // --- superseded

    void aLaterRunThatHoldsTheCommitCountsAndIsRecorded()
    {
        Bench bench;
        bench.control(parsed(R"({"do": "supersede-run", "repository": "tf-svc-infra", "path": "env-terraform.yml",
            "after": 10, "next": true})"));
        bench.start(mergeWorkflow(), u"fishing"_s);
        QVERIFY(bench.comes(u"succeeded"_s));
        const auto built = bench.step("built");
        QCOMPARE(built.note, u"coveredByLaterRun"_s);
        const Json& covered = memberAt(built.outputs, "coveredBy");
        QVERIFY(github::isSha(textAt(covered, "sha")));
        QVERIFY(textAt(covered, "sha") != textAt(bench.step("merged").outputs, "mergedSha"));
        QCOMPARE(integerAt(covered, "id"), integerAt(built.outputs, "id"));
    }

    void aRewrittenBranchHoldsTheCommitNoMore()
    {
        Bench bench;
        bench.control(
            parsed(R"({"do": "hold", "repository": "tf-svc-infra", "path": "env-terraform.yml", "next": true})"));
        bench.start(mergeWorkflow(), u"fishing"_s);
        QVERIFY(bench.comes(u"waiting at built: workflowRun"_s));
        bench.control(parsed(R"({"do": "cancel-run", "repository": "tf-svc-infra"})"));
        bench.control(parsed(R"({"do": "rewrite", "repository": "tf-svc-infra"})"));
        // The later run succeeds, but without our commit.
        QVERIFY(bench.comes(u"needsYou at built: github.noWorkflowRun"_s));
        QVERIFY2(bench.told("built").contains(u"rewritten"_s), qPrintable(bench.told("built")));
    }

    // --- none comes

    void noRunComes_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("words");
        QTest::newRow("switched off") << QByteArray(
            R"({"do": "disable-workflow", "repository": "tf-svc-infra", "path": "env-terraform.yml"})")
                                      << u"Add fishing"_s << u"Enable workflow"_s;
        QTest::newRow("paths filter") << QByteArray(
            R"({"do": "filter-paths", "repository": "tf-svc-infra", "path": "env-terraform.yml", "paths": ["x/"]})")
                                      << u"Add fishing"_s << u"(paths, branches)"_s;
        QTest::newRow("skip ci") << QByteArray() << u"Add fishing [skip ci]"_s << u"[skip ci]"_s;
    }
    void noRunComes()
    {
        QFETCH(QByteArray, action);
        QFETCH(QString, title);
        QFETCH(QString, words);
        Bench bench;
        if (!action.isEmpty())
            bench.control(parsed(action.constData()));
        auto workflow = mergeWorkflow(title);
        // The squash takes its message from the title of the pull request, not from the commit.
        workflow["steps"][0]["with"]["commit"] = "add fishing";
        workflow["steps"][1]["with"]["method"] = "SQUASH";
        bench.start(workflow, u"fishing"_s);
        QVERIFY(bench.comes(u"needsYou at built: github.noWorkflowRun"_s));
        QVERIFY2(bench.told("built").contains(words), qPrintable(bench.told("built")));
        // What a person starts by hand counts, without a word to Slipway.
        bench.control(parsed(R"({"do": "start-workflow", "repository": "tf-svc-infra", "path": "env-terraform.yml"})"));
        QVERIFY(bench.comes(u"succeeded"_s));
        madeOnce(bench);
    }

    void whatAWorkflowsOwnTokenMergesStartsNothing()
    {
        Bench bench;
        bench.control(parsed(R"({"do": "hold", "what": "check", "repository": "tf-svc-infra", "next": true})"));
        bench.start(mergeWorkflow(), u"fishing"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.step("arm").state == StepState::Succeeded, 15000);
        bench.control(parsed(R"({"do": "merge", "repository": "tf-svc-infra", "as": "github-actions"})"));
        QVERIFY(bench.comes(u"needsYou at built: github.noWorkflowRun"_s));
        QVERIFY2(bench.told("built").contains(u"own token"_s), qPrintable(bench.told("built")));
    }

    void aWorkflowThatIsNotThere()
    {
        Bench bench;
        auto workflow = mergeWorkflow();
        workflow["steps"][3]["with"]["path"] = ".github/workflows/none.yml";
        bench.start(workflow, u"fishing"_s);
        QVERIFY(bench.comes(u"needsYou at built: github.noWorkflowRun"_s));
        QVERIFY2(bench.told("built").contains(u"no workflow in that file"_s), qPrintable(bench.told("built")));
    }

    void aFirstBuildThatDoesNotComeMayBeStartedByHand()
    {
        Bench bench;
        bench.control(parsed(R"({"do": "skip-first-build", "next": true})"));
        bench.start(createWorkflow(), u"fishing"_s);
        QVERIFY(bench.comes(u"needsYou at build: github.noWorkflowRun"_s));
        QVERIFY2(bench.told("build").contains(u"Run workflow"_s), qPrintable(bench.told("build")));
        bench.control(parsed(R"({"do": "start-workflow", "repository": "fishing", "path": "publish.yml"})"));
        QVERIFY(bench.comes(u"succeeded"_s));
        createdOnce(bench);
    }

    // --- dispatch

    void aDispatchThatDoesNotNameItsRun_data()
    {
        QTest::addColumn<QString>("details");
        QTest::addColumn<QString>("runName");
        QTest::newRow("200, with its run") << QString() << QString();
        QTest::newRow("204, run-name") << u"none"_s << u"Create ${{ inputs.repositoryName }}"_s;
        QTest::newRow("204, no run-name") << u"none"_s << QString();
        QTest::newRow("the wish is refused") << u"refused"_s << QString();
    }
    void aDispatchThatDoesNotNameItsRun()
    {
        QFETCH(QString, details);
        QFETCH(QString, runName);
        Bench bench;
        bench.control({{"do", "run-details"}, {"state", details.toStdString()}});
        bench.control({{"do", "run-name"}, {"repository", "cdp-boilerplate"}, {"path", "create_repo.yml"},
            {"name", runName.toStdString()}});
        // A colleague's run of the same workflow at the same time is not ours.
        bench.control(
            parsed(R"({"do": "start-workflow", "repository": "cdp-boilerplate", "path": "create_repo.yml"})"));
        bench.start(createWorkflow(), u"fishing"_s);
        QVERIFY(bench.comes(u"succeeded"_s));
        createdOnce(bench);
        const Json ledger = bench.sandbox->ledger();
        QCOMPARE(integerAt(bench.step("create").outputs, "id"), integerAt(ledger["dispatches"][0], "runId"));
    }

    void aDispatchWhoseAnswerIsLost_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::newRow("reached it") << QByteArray(R"("apply-then-drop")");
        QTest::newRow("never arrived") << QByteArray(R"("drop-before")");
        QTest::newRow("arrived late") << QByteArray(R"({"kind": "apply-late", "millis": 300})");
        QTest::newRow("502, done") << QByteArray(R"({"status": 502, "like": "bad-gateway", "apply": true})");
        QTest::newRow("504, not done") << QByteArray(R"({"status": 504, "like": "timeout"})");
        QTest::newRow("cut off") << QByteArray(R"("truncate")");
    }
    void aDispatchWhoseAnswerIsLost()
    {
        QFETCH(QByteArray, fault);
        Bench bench;
        bench.control(
            parsed(R"({"do": "start-workflow", "repository": "cdp-boilerplate", "path": "create_repo.yml"})"));
        bench.fault({{"match", {{"path", "*/dispatches"}}}, {"fault", parsed(fault.constData())}});
        bench.start(createWorkflow(), u"fishing"_s);
        QVERIFY(bench.comes(u"succeeded"_s));
        createdOnce(bench);
        const Json ledger = bench.sandbox->ledger();
        QCOMPARE(integerAt(bench.step("create").outputs, "id"), integerAt(ledger["dispatches"][0], "runId"));
    }

    void aDispatchIsRefused_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("ref");
        QTest::addColumn<QByteArray>("inputs");
        QTest::addColumn<QString>("words");
        const QByteArray good(
            R"({"repositoryName": "fishing", "serviceType": "cdp-node-backend-template", "owningTeam": "fisheries"})");
        QTest::newRow("no such workflow") << u"none.yml"_s << u"main"_s << good << u"does not find the workflow"_s;
        QTest::newRow("no trigger") << u"check-pull-request.yml"_s << u"main"_s << good
                                    << u"workflow_dispatch trigger"_s;
        QTest::newRow("no such branch") << u"create_repo.yml"_s << u"nowhere"_s << good << u"no such branch"_s;
        QTest::newRow("unexpected input") << u"create_repo.yml"_s << u"main"_s << QByteArray(R"({"colour": "red"})")
                                          << u"does not have one of the inputs"_s;
        QTest::newRow("missing input") << u"create_repo.yml"_s << u"main"_s
                                       << QByteArray(R"({"repositoryName": "fishing"})")
                                       << u"wants an input that the step does not give"_s;
    }
    void aDispatchIsRefused()
    {
        QFETCH(QString, file);
        QFETCH(QString, ref);
        QFETCH(QByteArray, inputs);
        QFETCH(QString, words);
        Bench bench;
        bench.start(createWorkflow(file.toUtf8().constData(), ref.toUtf8().constData(), parsed(inputs.constData())),
            u"fishing"_s);
        QVERIFY(bench.comes(u"failed at create: github.dispatchRefused"_s));
        QVERIFY2(bench.told("create").contains(words), qPrintable(bench.told("create")));
        QCOMPARE(bench.step("create").attempts.size(), 1); // permanent: not tried again by itself
        QCOMPARE(bench.ledger("dispatches"), 0);
    }

    void aWorkflowThatIsSwitchedOnAgainIsDispatched()
    {
        Bench bench;
        bench.control(
            parsed(R"({"do": "disable-workflow", "repository": "cdp-boilerplate", "path": "create_repo.yml"})"));
        bench.start(createWorkflow(), u"fishing"_s);
        QVERIFY(bench.comes(u"failed at create: github.dispatchRefused"_s));
        QVERIFY2(bench.told("create").contains(u"Enable workflow"_s), qPrintable(bench.told("create")));
        bench.control(parsed(
            R"({"do": "disable-workflow", "repository": "cdp-boilerplate", "path": "create_repo.yml", "on": false})"));
        QVERIFY(bench.submit(RetryStep{}).ok());
        QVERIFY(bench.comes(u"succeeded"_s));
        createdOnce(bench);
    }

    // --- the new repository

    void aTemplatesContentComesLater()
    {
        Bench bench;
        bench.control(parsed(R"({"do": "set-duration", "what": "content", "seconds": 600})"));
        bench.start(createWorkflow(), u"fishing"_s);
        QVERIFY(bench.comes(u"waiting at ready: repositoryContent"_s));
        QVERIFY(bench.comes(u"succeeded"_s));
        createdOnce(bench);
    }

    void aRepositoryOfAnotherTemplateIsNotOurs()
    {
        Bench bench;
        bench.control(parsed(R"({"do": "hold", "repository": "cdp-boilerplate", "next": true})"));
        bench.start(createWorkflow(), u"fishing"_s);
        QVERIFY(bench.comes(u"waiting at ready: repository"_s));
        bench.control(parsed(
            R"({"do": "make-repository", "name": "Fishing", "template": "cdp-java-backend-template"})")); // any case
        QVERIFY(bench.comes(u"needsYou at ready: github.foreignRepository"_s));
        QVERIFY2(bench.told("ready").contains(u"cdp-java-backend-template"_s), qPrintable(bench.told("ready")));
    }

    void aRepositoryWhoseOriginIsUnknownMustBeTheRunsWork()
    {
        Bench bench;
        bench.control(parsed(R"({"do": "hold", "repository": "cdp-boilerplate", "next": true})"));
        bench.start(createWorkflow(), u"fishing"_s);
        QVERIFY(bench.comes(u"waiting at ready: repository"_s));
        bench.control(parsed(R"({"do": "make-repository", "name": "fishing", "bare": true})"));
        QTest::qWait(300);
        QVERIFY(bench.step("ready").state == StepState::Waiting);
        bench.control(parsed(R"({"do": "release", "repository": "cdp-boilerplate"})")); // it finds the name taken
        QVERIFY(bench.comes(u"failed at ready: github.workflowFailed"_s));
        QCOMPARE(bench.ledger("dispatches"), 1);
    }

    void aRepositoryThatTheTokenMayNotSee()
    {
        Bench bench;
        bench.control(parsed(R"({"do": "hide", "name": "fishing"})"));
        bench.start(createWorkflow(), u"fishing"_s);
        QVERIFY(bench.comes(u"needsYou at ready: github.repositoryInvisible"_s));
        QVERIFY2(bench.told("ready").contains(u"may not see it"_s), qPrintable(bench.told("ready")));
        bench.control(parsed(R"({"do": "hide", "name": "fishing", "on": false})"));
        QVERIFY(bench.comes(u"succeeded"_s)); // by itself
        createdOnce(bench);
    }

    // --- renamed

    void aRepositoryRenamedWhileTheRunIsUnderWay()
    {
        Bench bench;
        bench.control(parsed(R"({"do": "hold", "what": "check", "repository": "tf-svc-infra", "next": true})"));
        bench.control(parsed(R"({"do": "supersede-run", "repository": "infrastructure", "path": "env-terraform.yml",
            "after": 10, "next": true})"));
        bench.start(mergeWorkflow(), u"fishing"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.step("arm").state == StepState::Succeeded, 15000);
        bench.control(parsed(R"({"do": "rename", "repository": "tf-svc-infra", "to": "infrastructure"})"));
        bench.control(parsed(R"({"do": "release", "what": "check"})"));
        // REST (the comparison with the later run) answers 301 to the old name, GraphQL follows without a word.
        QVERIFY(bench.comes(u"succeeded"_s));
        QCOMPARE(bench.step("built").note, u"coveredByLaterRun"_s);
    }

    void aDispatchToARenamedRepositoryTakesPlaceOnce()
    {
        Bench bench;
        bench.control(parsed(R"({"do": "rename", "repository": "cdp-boilerplate", "to": "boilerplates"})"));
        bench.start(createWorkflow(), u"fishing"_s);
        QVERIFY(bench.comes(u"succeeded"_s));
        createdOnce(bench);
        QCOMPARE(bench.step("create").attempts.size(), 1);
        QCOMPARE(bench.step("create").attempts[0].effects.size(), 2); // 307: it took place nowhere; then once
    }

    // --- permissions

    void aRightIsMissing_data()
    {
        QTest::addColumn<QString>("right");
        QTest::addColumn<bool>("creates");
        QTest::addColumn<QString>("words");
        QTest::newRow("contents") << u"contents"_s << false << u"Give the token write access to contents"_s;
        QTest::newRow("pull requests") << u"pull_requests"_s << false << u"pull requests"_s;
        QTest::newRow("workflows") << u"workflows"_s << false << u"permission for workflows"_s;
        QTest::newRow("actions") << u"actions"_s << true << u"actions=write"_s;
    }
    void aRightIsMissing()
    {
        QFETCH(QString, right);
        QFETCH(bool, creates);
        QFETCH(QString, words);
        Bench bench;
        const Json lacks{{"do", "restrict-token"}, {"lacks", Json::array({right.toStdString()})}};
        bench.control(lacks);
        const Json file =
            Json::array({{{"path", ".github/workflows/{{ inputs.name }}.yml"}, {"content", "on: push\n"}}});
        bench.start(creates ? createWorkflow() : mergeWorkflow(u"Add {{ inputs.name }}"_s, file), u"fishing"_s);
        const char* step = creates ? "create" : "raise";
        QVERIFY(bench.comes(u"needsYou at %1: github.forbidden"_s.arg(QLatin1String(step))));
        QVERIFY2(bench.told(step).contains(words), qPrintable(bench.told(step)));
        Json given = lacks;
        given["on"] = false;
        bench.control(given);
        QVERIFY(bench.submit(RetryStep{}).ok()); // without naming the step, as the button does
        QVERIFY(bench.comes(u"succeeded"_s));
        if (creates)
            createdOnce(bench);
        else
            madeOnce(bench);
    }

    void theWayIsBarredForAWhile_data()
    {
        QTest::addColumn<QByteArray>("like");
        QTest::addColumn<QString>("code");
        QTest::newRow("address not listed") << QByteArray("ip-allow-list") << errc::githubForbidden;
        QTest::newRow("single sign-on") << QByteArray("sso") << errc::githubSso;
        QTest::newRow("token refused") << QByteArray("bad-credentials") << errc::githubBadCredentials;
    }
    void theWayIsBarredForAWhile()
    {
        QFETCH(QByteArray, like);
        QFETCH(QString, code);
        Bench bench;
        bench.fault({{"match", {{"operation", "RaisePullRequest"}}}, {"fault", {{"like", like.toStdString()}}},
            {"times", 1000}});
        bench.start(mergeWorkflow(), u"fishing"_s);
        QVERIFY(bench.comes(u"parked: "_s + code));
        bench.sandbox->clearFaults();
        QVERIFY(bench.comes(u"succeeded"_s)); // by itself
        madeOnce(bench);
        QCOMPARE(bench.step("raise").attempts.size(), 1);
    }

    void blockedForLegalReasons()
    {
        Bench bench;
        bench.fault(parsed(R"({"match": {"path": "*/dispatches"}, "fault": {"like": "legal"}})"));
        bench.start(createWorkflow(), u"fishing"_s);
        QVERIFY(bench.comes(u"needsYou at create: github.forbidden"_s));
        QVERIFY2(bench.told("create").contains(u"legal reasons"_s), qPrintable(bench.told("create")));
    }

    // --- files

    void filesAreChangedWholeAndNothingElse_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QByteArray long1 = "[\n", long2;
        while (long1.size() < 1200000)
            long1 +=
                "  \"a service of a very long name that fills the list " + QByteArray::number(long1.size()) + "\",\n";
        long1 += "  \"last\"";
        long2 = long1 + ",\n  \"fishing\"\n]\n";
        long1 += "\n]\n";
        QByteArray exact = "[\n  \"";
        exact += QByteArray(512000 - exact.size() - 3, 'x') + "\"\n]";
        QCOMPARE(exact.size(), 512000);
        QTest::newRow("over a megabyte") << long1 << long2;
        QTest::newRow("exactly 512,000 bytes") << exact << exact.chopped(2) + ",\n  \"fishing\"\n]";
        QTest::newRow("one byte more") << exact + '\n' << exact.chopped(2) + ",\n  \"fishing\"\n]\n";
        QTest::newRow("CRLF") << QByteArray("[\r\n  \"a\"\r\n]\r\n")
                              << QByteArray("[\r\n  \"a\",\r\n  \"fishing\"\r\n]\r\n");
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF[\n  \"a\"\n]\n")
                                         << QByteArray("\xEF\xBB\xBF[\n  \"a\",\n  \"fishing\"\n]\n");
    }
    void filesAreChangedWholeAndNothingElse()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        Bench bench;
        bench.control({{"do", "commit"}, {"repository", "tf-svc-infra"}, {"base64", true},
            {"files", {{"docs/list.json", before.toBase64().toStdString()}}}});
        const Json files =
            parsed(R"([{"path": "docs/list.json", "edit": [{"appendUnique": "", "value": "{{ inputs.name }}"}]}])");
        bench.start(mergeWorkflow(u"Add {{ inputs.name }}"_s, files), u"fishing"_s);
        QVERIFY(bench.comes(u"succeeded"_s));
        QVERIFY(fileOf(bench, infra, u"docs/list.json"_s) == after);
        madeOnce(bench);
    }

    void whatIsExecutableStaysSo_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::newRow("calm") << QByteArray();
        QTest::newRow("tree lost") << QByteArray(R"({"match": {"path": "*/git/trees"}, "fault": "apply-then-drop"})");
        QTest::newRow("commit lost") << QByteArray(
            R"({"match": {"path": "*/git/commits"}, "fault": "apply-then-drop"})");
        QTest::newRow("raise lost") << QByteArray(
            R"({"match": {"operation": "RaiseFromCommit"}, "fault": "apply-then-drop"})");
        QTest::newRow("raise never arrived")
            << QByteArray(R"({"match": {"operation": "RaiseFromCommit"}, "fault": "drop-before"})");
    }
    void whatIsExecutableStaysSo()
    {
        QFETCH(QByteArray, fault);
        Bench bench;
        bench.control({{"do", "commit"}, {"repository", "tf-svc-infra"},
            {"files", {{"docs/list.json", "[\n  \"a\"\n]\n"}}}, {"modes", {{"docs/list.json", "100755"}}}});
        if (!fault.isEmpty())
            bench.fault(parsed(fault.constData()));
        const Json files = parsed(
            R"([{"path": "docs/list.json", "edit": [{"appendUnique": "", "value": "{{ inputs.name }}"}]},
                {"path": "docs/other.md", "content": "New.\n"}])");
        bench.start(mergeWorkflow(u"Add {{ inputs.name }}"_s, files), u"fishing"_s);
        QVERIFY(bench.comes(u"succeeded"_s));
        QCOMPARE(fileOf(bench, infra, u"docs/list.json"_s), QByteArray("[\n  \"a\",\n  \"fishing\"\n]\n"));
        QCOMPARE(fileOf(bench, infra, u"docs/other.md"_s), QByteArray("New.\n"));
        QCOMPARE(modeOf(bench, infra, u"docs/list.json"_s), u"100755"_s);
        QCOMPARE(modeOf(bench, infra, u"docs/other.md"_s), u"100644"_s);
        madeOnce(bench);
    }

    void whatIsExecutableStaysSoThroughAConflict()
    {
        Bench bench;
        const char* modes = R"({"docs/list.json": "100755"})";
        const auto commit = [&](const char* text) {
            bench.control({{"do", "commit"}, {"repository", "tf-svc-infra"}, {"files", {{"docs/list.json", text}}},
                {"modes", parsed(modes)}});
        };
        commit("[\n  \"a\"\n]\n");
        bench.control(parsed(R"({"do": "hold", "what": "check", "repository": "tf-svc-infra", "next": true})"));
        const Json files =
            parsed(R"([{"path": "docs/list.json", "edit": [{"appendUnique": "", "value": "{{ inputs.name }}"}]}])");
        bench.start(mergeWorkflow(u"Add {{ inputs.name }}"_s, files), u"fishing"_s);
        QTRY_VERIFY_WITH_TIMEOUT(bench.step("arm").state == StepState::Succeeded, 15000);
        commit("[\n  \"a\",\n  \"b\"\n]\n");
        QVERIFY(bench.comes(u"succeeded"_s));
        QCOMPARE(fileOf(bench, infra, u"docs/list.json"_s), QByteArray("[\n  \"a\",\n  \"b\",\n  \"fishing\"\n]\n"));
        QCOMPARE(modeOf(bench, infra, u"docs/list.json"_s), u"100755"_s);
        QCOMPARE(bench.ledger("pullRequests"), 1);
        QCOMPARE(bench.ledger("merges"), 1);
    }

    void whatIsNoFile_data()
    {
        QTest::addColumn<QByteArray>("commit");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("words");
        QTest::newRow("link") << QByteArray(
            R"({"files": {"docs/list.json": "elsewhere"}, "modes": {"docs/list.json": "120000"}})")
                              << errc::githubNotAFile << u"symbolic link"_s;
        QTest::newRow("directory") << QByteArray(R"({"files": {"docs/list.json/x": "[]"}})") << errc::githubNotAFile
                                   << u"directory"_s;
        QTest::newRow("binary") << QByteArray(R"({"files": {"docs/list.json": "AAEC"}, "base64": true})")
                                << errc::githubTruncatedFile << u"no text"_s;
        QTest::newRow("missing") << QByteArray(R"({"files": {"docs/other.json": "[]"}})") << errc::fileMissing
                                 << u"docs/list.json"_s;
    }
    void whatIsNoFile()
    {
        QFETCH(QByteArray, commit);
        QFETCH(QString, code);
        QFETCH(QString, words);
        Bench bench;
        Json action = parsed(commit.constData());
        action["do"] = "commit";
        action["repository"] = "tf-svc-infra";
        bench.control(action);
        const Json files =
            parsed(R"([{"path": "docs/list.json", "edit": [{"appendUnique": "", "value": "{{ inputs.name }}"}]}])");
        bench.start(mergeWorkflow(u"Add {{ inputs.name }}"_s, files), u"fishing"_s);
        QVERIFY(bench.comes(u"failed at raise: "_s + code));
        QVERIFY2(bench.told("raise").contains(words), qPrintable(bench.told("raise")));
        QCOMPARE(bench.ledger("branches"), 0);
    }

    // --- awkward answers

    void anAnswerIsAwkward_data()
    {
        QTest::addColumn<QByteArray>("fault");
        for (const char* operation : {"RaisePullRequest", "Watch", "Read"}) {
            const bool writes = qstrcmp(operation, "RaisePullRequest") == 0;
            const auto row = [&](const char* name, const char* fault) {
                const Json whole{{"match", {{"operation", operation}}}, {"fault", parsed(fault)}};
                QTest::newRow((QByteArray(operation) + ' ' + name).constData()) << toBytes(whole);
            };
            row("502 in HTML", R"({"status": 502, "like": "bad-gateway"})");
            row("503", R"({"status": 503, "like": "unavailable"})");
            row("504", R"({"status": 504, "like": "timeout"})");
            row("something went wrong", R"({"status": 200, "like": "server-error"})");
            row("half an answer", R"("truncate")");
            if (!writes)
                continue;
            row("502 in HTML, done", R"({"status": 502, "like": "bad-gateway", "apply": true})");
            row("something went wrong, done", R"({"status": 200, "like": "server-error", "apply": true})");
            row("504, done", R"({"status": 504, "like": "timeout", "apply": true})");
        }
    }
    void anAnswerIsAwkward()
    {
        QFETCH(QByteArray, fault);
        Bench bench;
        bench.fault(parsed(fault.constData()));
        if (!bench.tryStart(mergeWorkflow(), u"fishing"_s)) {
            // Where the read before the start goes wrong nothing has begun, and the start can be given again.
            QVERIFY(QByteArray(QTest::currentDataTag()).startsWith("Read"));
            bench.start(mergeWorkflow(), u"fishing"_s);
        }
        QVERIFY(bench.comes(u"succeeded"_s));
        madeOnce(bench);
    }

    void aFieldThatTheServerDoesNotKnow()
    {
        Bench bench;
        bench.fault(parsed(R"({"match": {"operation": "RaisePullRequest"}, "fault": {"like": "unknown-field"}})"));
        bench.start(mergeWorkflow(), u"fishing"_s);
        QVERIFY(bench.comes(u"failed at raise: github.refused"_s)); // nothing ran, and GitHub's words say which field
        QVERIFY2(bench.told("raise").contains(u"isInMergeQueue"_s), qPrintable(bench.told("raise")));
        QVERIFY(bench.submit(RetryStep{}).ok());
        QVERIFY(bench.comes(u"succeeded"_s));
        madeOnce(bench);
    }
};

QTEST_GUILESS_MAIN(RunsAndNamesTests)
#include "runs_and_names_tests.moc"
