// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error_codes.h"
#include "base/text.h"
#include "github/github.h"
#include "http/http.h"
#include "wait_for.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

using namespace slipway;
using namespace slipway::github;
using Kind = EffectOutcome::Kind;

namespace {

//! The sandbox in a process of its own, so that both sides really talk over a socket.
class SandboxProcess {
public:
    ~SandboxProcess()
    {
        process.terminate();
        if (!process.waitForFinished(5000))
            process.kill();
        process.waitForFinished(5000);
    }
    bool start()
    {
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(qEnvironmentVariable("SLIPWAY_SANDBOX_SERVER"), {u"--speed"_s, u"200"_s});
        while (!process.canReadLine())
            if (!process.waitForReadyRead(60000))
                return false;
        const auto json = parseJson(process.readLine());
        if (json.ok())
            announcement = *json;
        return json.ok();
    }

    QProcess process;
    Json announcement;
};

QString codeOf(const EffectOutcome& outcome)
{
    return outcome.error ? outcome.error->code + u": "_s + QString::fromUtf8(toBytes(outcome.error->details))
                         : QString();
}

template <class T>
QByteArray wordsOf(const Result<T>& result)
{
    return result.ok() ? QByteArray() : toBytes(toJson(result.error()));
}

//! A pull request's own checks are runs too.
QList<WorkflowRun> pushRuns(const CommitRuns& runs)
{
    auto list = runs.runs;
    list.removeIf([](const WorkflowRun& run) { return run.event != u"push"_s || run.branch != u"main"_s; });
    return list;
}

QByteArray edited(const QByteArray& bytes, const QByteArray& name)
{
    const auto brace = bytes.indexOf('{');
    return bytes.left(brace + 1) + "\n    \"" + name + "\": {\"zone\": \"public\", \"mongo\": false, \"redis\": true},"
        + bytes.mid(brace + 1);
}

} // namespace

//! Every operation against the simulated GitHub over real HTTP. The sandbox shares no code with the client, and refuses
//! documents that GitHub's schema would not allow.
class GitHubSandboxTests : public QObject {
    Q_OBJECT

    const QString path = u"environments/test/resources/tenant_services.json"_s;
    RepositoryName infra, boilerplate;
    SandboxProcess sandbox;
    SystemClock clock;
    std::unique_ptr<http::Http> http;
    std::unique_ptr<GitHub> github;
    int generation = 0;

    template <class A>
    Result<A> readOne(const Read& read)
    {
        auto answers = waitFor(github->read({read}));
        if (!answers.constFirst().answer.ok())
            return answers.constFirst().answer.error();
        return std::get<A>(*answers.constFirst().answer);
    }

    //! Reads until `done` says so; the sandbox lives 200 times as fast.
    template <class A>
    Result<A> readUntil(const Read& read, std::function<bool(const A&)> done, int seconds = 30)
    {
        QElapsedTimer elapsed;
        elapsed.start();
        auto answer = readOne<A>(read);
        while (!(answer.ok() && done(*answer)) && elapsed.elapsed() < seconds * 1000) {
            QTest::qWait(50);
            answer = readOne<A>(read);
        }
        return answer;
    }

    EffectOutcome perform(const Effect& effect) { return waitFor(github->perform(effect)); }

    RepositorySnapshot snapshotOf(const QString& branch = {})
    {
        const auto snapshot = readOne<RepositorySnapshot>(
            ReadRepository{infra, u"main"_s, {path}, branch.isEmpty() ? QStringList() : QStringList{branch}});
        if (!snapshot.ok())
            qFatal("%s", toBytes(toJson(snapshot.error())).constData());
        return *snapshot;
    }

    RaisePullRequest raiseOn(const RepositorySnapshot& snapshot)
    {
        const auto name = u"sandbox-test-%1"_s.arg(++generation);
        return {.repository = infra,
            .repositoryId = snapshot.info.nodeId,
            .base = u"main"_s,
            .baseOid = snapshot.baseOid,
            .branch = u"add-%1"_s.arg(name),
            .title = u"Add %1"_s.arg(name),
            .body = u"A body"_s,
            .commitHeadline = u"add %1"_s.arg(name),
            .additions = {{path, edited(*snapshot.files.value(path)->bytes, name.toUtf8())}}};
    }

    Json control(const QByteArray& method, const QString& where, const Json& body = nullptr)
    {
        http::Request request{.method = method,
            .url = QUrl(textAt(sandbox.announcement, "url") + where),
            .headers = {{"Content-Type", "application/json"}, {"User-Agent", "slipway-tests"}},
            .body = body.is_null() ? QByteArray() : toBytes(body),
            .bearer = Secret(textAt(sandbox.announcement, "token").toUtf8())};
        const auto exchange = waitFor(http->read(std::move(request)));
        const auto* response = std::get_if<http::Response>(&exchange);
        if (!response || response->status >= 300)
            qFatal("the sandbox's control refuses: %s", response ? response->body.constData() : "no answer");
        const auto json = parseJson(response->body);
        return json.ok() ? *json : Json();
    }

    qsizetype pullsTitled(const QString& title)
    {
        const Json ledger = control("GET", u"/_sandbox/ledger"_s);
        qsizetype count = 0;
        for (const auto& pull : memberAt(ledger, "pullRequests"))
            count += textAt(pull, "title") == title;
        return count;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(sandbox.start());
        const auto organisation = textAt(sandbox.announcement, "org");
        infra = {organisation, u"tf-svc-infra"_s};
        boilerplate = {organisation, u"cdp-boilerplate"_s};
        http = std::make_unique<http::Http>();
        github = std::make_unique<GitHub>(*http, clock,
            Connection{
                QUrl(textAt(sandbox.announcement, "url")), Secret(textAt(sandbox.announcement, "token").toUtf8())});
    }

    void signsIn()
    {
        const auto identity = waitFor(github->identity());
        QVERIFY2(identity.ok(), wordsOf(identity).constData());
        QVERIFY(!identity->login.isEmpty());
        GitHub stranger(*http, clock, {QUrl(textAt(sandbox.announcement, "url")), Secret("ghp_wrongwrongwrongwrong")});
        QCOMPARE(waitFor(stranger.identity()).error().code, errc::githubBadCredentials);
        const auto answers = waitFor(stranger.read({ReadName{infra}}));
        QCOMPARE(answers.at(0).answer.error().code, errc::githubBadCredentials);
    }

    void readsEverythingOfACreationInOneRequest()
    {
        const auto organisation = infra.owner;
        const auto before = github->requestsSent();
        const auto answers =
            waitFor(github->read({ReadRepository{infra, u"main"_s, {path, u"no/such.file"_s}, {u"none"_s}},
                ReadRepository{{organisation, u"cdp-app-config"_s}, u"main"_s, {}, {}},
                ReadRepository{{organisation, u"cdp-nginx-upstreams"_s}, u"main"_s, {}, {}},
                ReadRepository{{organisation, u"no-such-repository"_s}, u"main"_s, {}, {}}, ReadName{infra},
                ReadName{{organisation, u"surely-free"_s}}, ReadTeams{organisation}}));
        QCOMPARE(github->requestsSent(), before + 1);
        QVERIFY2(answers.at(0).answer.ok(), wordsOf(answers.at(0).answer).constData());
        const auto snapshot = std::get<RepositorySnapshot>(*answers.at(0).answer);
        QVERIFY(isSha(snapshot.baseOid));
        QCOMPARE(snapshot.info.fullName, infra.full());
        QCOMPARE(snapshot.info.defaultBranchOid, snapshot.baseOid);
        QVERIFY(parseJson(*snapshot.files.value(path)->bytes).ok());
        QCOMPARE(snapshot.files.value(path)->mode, 0100644);
        QVERIFY(!snapshot.files.value(u"no/such.file"_s));
        QVERIFY(!snapshot.branches.value(u"none"_s));
        QVERIFY(snapshot.pullRequests.value(u"none"_s).isEmpty());
        QVERIFY(answers.at(1).answer.ok() && answers.at(2).answer.ok());
        QCOMPARE(answers.at(3).answer.error().code, errc::githubNotFound);
        QVERIFY(std::get<NameState>(*answers.at(4).answer).taken);
        QVERIFY(!std::get<NameState>(*answers.at(5).answer).taken);
        QVERIFY(!std::get<Teams>(*answers.at(6).answer).teams.isEmpty());
    }

    void raisesArmsMergesAndSeesTheRun()
    {
        // What is clean already cannot be armed: the checks wait until it is.
        control("POST", u"/_sandbox/world"_s, Json{{"do", "hold"}, {"what", "check"}, {"next", true}});
        const auto raise = raiseOn(snapshotOf());
        const auto raised = perform(raise);
        QCOMPARE(codeOf(raised), QString());
        QCOMPARE(raised.kind, Kind::Done);
        const auto id = textAt(raised.result, "nodeId");
        const auto sha = textAt(raised.result, "sha");
        QVERIFY(isSha(sha));

        // The branch and the pull request are found under the fixed name.
        const auto seen = snapshotOf(raise.branch);
        QCOMPARE(seen.branches.value(raise.branch)->oid, sha);
        QCOMPARE(seen.branches.value(raise.branch)->parentOid, raise.baseOid);
        QCOMPARE(seen.pullRequests.value(raise.branch).constFirst().nodeId, id);

        // A second time it is refused, and nothing doubles.
        const auto again = perform(raise);
        QCOMPARE(again.kind, Kind::Refused);
        QVERIFY2(again.error->code == errc::githubAlreadyExists, qPrintable(codeOf(again)));
        QCOMPARE(pullsTitled(raise.title), 1);

        const auto armed = perform(EnableAutoMerge{infra, id, u"REBASE"_s, sha});
        QCOMPARE(codeOf(armed), QString());
        QCOMPARE(textAt(armed.result, "mode"), u"armed"_s);
        control("POST", u"/_sandbox/world"_s, Json{{"do", "release"}});
        const auto merged = readUntil<PullRequest>(
            WatchPullRequest{id}, [](const PullRequest& pull) { return pull.state == PullRequestState::Merged; });
        QVERIFY2(merged.ok(), wordsOf(merged).constData());
        QCOMPARE(merged->state, PullRequestState::Merged);
        QVERIFY(isSha(merged->mergedSha));
        QVERIFY(merged->mergedAt);

        QVERIFY(merged->mergedSha != sha); // a rebase makes another commit
        const auto runs = readUntil<CommitRuns>(WatchCommitRuns{infra, merged->mergedSha}, [](const CommitRuns& found) {
            return !pushRuns(found).isEmpty() && pushRuns(found).constFirst().completed();
        });
        QVERIFY2(runs.ok(), wordsOf(runs).constData());
        QVERIFY(!pushRuns(*runs).isEmpty());
        const auto run = pushRuns(*runs).constFirst();
        QVERIFY(run.completed() && run.succeeded());
        QVERIFY(run.path.startsWith(u".github/workflows/"_s));
        QCOMPARE(run.event, u"push"_s);
        QCOMPARE(run.branch, u"main"_s);
        QVERIFY(run.createdAt && run.updatedAt);

        const auto byId = readOne<WorkflowRun>(ReadWorkflowRun{infra, run.id});
        QVERIFY2(byId.ok(), wordsOf(byId).constData());
        QCOMPARE(byId->headSha, merged->mergedSha);
        QCOMPARE(byId->path, run.path);
        QCOMPARE(byId->conclusion, u"SUCCESS"_s);
        QCOMPARE(byId->attempt, 1);

        const auto branch = readOne<BranchRuns>(WatchBranchRuns{infra, u"main"_s, merged->mergedSha});
        QVERIFY2(branch.ok(), wordsOf(branch).constData());
        QVERIFY(branch->contained);
        QVERIFY(!branch->commits.isEmpty());
        const auto elsewhere = readOne<BranchRuns>(WatchBranchRuns{infra, u"main"_s, sha});
        QVERIFY(elsewhere.ok());
        QCOMPARE(elsewhere->contained, sha == merged->mergedSha);

        const auto compared = readOne<Comparison>(CompareCommits{infra, raise.baseOid, merged->mergedSha});
        QVERIFY2(compared.ok(), wordsOf(compared).constData());
        QCOMPARE(compared->status, u"ahead"_s);
        QVERIFY(compared->headContainsBase());
        QCOMPARE(compared->files.size(), raise.additions.size());
        QCOMPARE(compared->files.first().path, raise.additions.first().path);
        QVERIFY(compared->files.first().added > 0);
        QVERIFY2(compared->files.first().patch.startsWith(u"@@ "_s) && compared->files.first().patch.contains(u"\n+"_s),
            qPrintable(compared->files.first().patch));

        const auto late = perform(EnableAutoMerge{infra, id, u"REBASE"_s, sha});
        QCOMPARE(late.kind, Kind::Refused);
        QVERIFY2(late.error->code == errc::githubPullRequestClosed, qPrintable(codeOf(late)));
    }

    void healsByMovingTheBranch()
    {
        const auto snapshot = snapshotOf();
        auto raise = raiseOn(snapshot);
        const auto raised = perform(raise);
        QCOMPARE(codeOf(raised), QString());
        const auto id = textAt(raised.result, "nodeId");
        const auto oldHead = textAt(raised.result, "sha");

        const auto temporary = raise.branch + u"-heal"_s;
        const PrepareBranch prepare{infra, snapshot.info.nodeId, snapshot.baseOid, temporary, u"again"_s, {},
            {{path, edited(*snapshot.files.value(path)->bytes, "healed")}}, {}};
        const auto prepared = perform(prepare);
        QCOMPARE(codeOf(prepared), QString());
        const auto newHead = textAt(prepared.result, "sha");
        QVERIFY(isSha(newHead) && newHead != oldHead);
        QCOMPARE(perform(prepare).kind, Kind::Refused);

        const auto moved = perform(MoveBranch{infra, snapshot.info.nodeId, raise.branch, oldHead, newHead, temporary});
        QCOMPARE(codeOf(moved), QString());
        QCOMPARE(textAt(moved.result, "headSha"), newHead);
        const auto seen = readOne<RepositorySnapshot>(ReadRepository{infra, u"main"_s, {}, {raise.branch, temporary}});
        QVERIFY(seen.ok());
        QCOMPARE(seen->branches.value(raise.branch)->oid, newHead);
        QVERIFY(!seen->branches.value(temporary));
        QCOMPARE(seen->pullRequests.value(raise.branch).constFirst().state, PullRequestState::Open);
        QCOMPARE(seen->pullRequests.value(raise.branch).constFirst().headSha, newHead);
        // The branch is not where it was: refused, and unchanged.
        const auto twice = perform(MoveBranch{infra, snapshot.info.nodeId, raise.branch, oldHead, newHead, QString()});
        QCOMPARE(twice.kind, Kind::Refused);

        const auto stale = perform(CommitAndOpen{raise}); // expects the old base as head
        QCOMPARE(stale.kind, Kind::Refused);
        QVERIFY2(stale.error->code == errc::githubStaleData, qPrintable(codeOf(stale)));

        QCOMPARE(textAt(perform(ClosePullRequest{infra, id}).result, "state"), u"CLOSED"_s);
        QCOMPARE(textAt(perform(ReopenPullRequest{infra, id}).result, "state"), u"OPEN"_s);
        QCOMPARE(textAt(perform(ClosePullRequest{infra, id}).result, "state"), u"CLOSED"_s);
        const auto wrong = perform(DeleteBranch{infra, snapshot.info.nodeId, raise.branch, oldHead});
        QCOMPARE(wrong.kind, Kind::Refused);
        const auto removed = perform(DeleteBranch{infra, snapshot.info.nodeId, raise.branch, newHead});
        QCOMPARE(codeOf(removed), QString());
        QVERIFY(!snapshotOf(raise.branch).branches.value(raise.branch));
    }

    void opensOnABranchThatAnEarlierTryMade()
    {
        const auto snapshot = snapshotOf();
        const auto raise = raiseOn(snapshot);
        const auto prepared = perform(PrepareBranch{infra, snapshot.info.nodeId, snapshot.baseOid, raise.branch,
            raise.commitHeadline, {}, raise.additions, {}});
        QCOMPARE(codeOf(prepared), QString());
        const auto sha = textAt(prepared.result, "sha");
        const auto opened = perform(OpenPullRequest{raise, sha});
        QCOMPARE(codeOf(opened), QString());
        QCOMPARE(textAt(opened.result, "sha"), sha);
        const auto id = textAt(opened.result, "nodeId");

        // Merged by hand as soon as GitHub lets it.
        const auto ready = readUntil<PullRequest>(
            WatchPullRequest{id}, [](const PullRequest& pull) { return pull.mergeState == u"CLEAN"_s; });
        QVERIFY(ready.ok());
        QCOMPARE(ready->mergeState, u"CLEAN"_s);
        const auto clean = perform(EnableAutoMerge{infra, id, u"REBASE"_s, sha});
        QCOMPARE(clean.kind, Kind::Refused);
        QVERIFY2(clean.error->code == errc::githubAutoMergeClean, qPrintable(codeOf(clean)));
        const auto moved = perform(MergePullRequest{infra, id, u"REBASE"_s, snapshot.baseOid});
        QCOMPARE(moved.kind, Kind::Refused);
        QVERIFY2(moved.error->code == errc::githubHeadMoved, qPrintable(codeOf(moved)));
        const auto merged = perform(MergePullRequest{infra, id, u"REBASE"_s, sha});
        QCOMPARE(codeOf(merged), QString());
        QVERIFY(isSha(textAt(merged.result, "mergedSha")));
    }

    void dispatchesAndSeesTheRepositoryComeToExist()
    {
        const auto since = clock.now() - Millis(2000);
        const RepositoryName created{infra.owner, u"made-by-dispatch"_s};
        auto state = readOne<RepositoryState>(WatchRepository{created});
        QVERIFY(state.ok() && !state->exists);
        const auto dispatched = perform(DispatchWorkflow{boilerplate, u"create_repo.yml"_s, u"main"_s,
            Json{{"repositoryName", "made-by-dispatch"}, {"serviceType", "cdp-node-backend-template"},
                {"owningTeam", "fisheries"}}});
        QCOMPARE(codeOf(dispatched), QString());
        const auto id = integerAt(dispatched.result, "id");
        QVERIFY(id > 0);
        const auto found = readOne<CommitRuns>(FindDispatchedRuns{boilerplate, u"create_repo.yml"_s, u"main"_s, since});
        QVERIFY2(found.ok(), wordsOf(found).constData());
        QCOMPARE(found->runs.size(), 1);
        QCOMPARE(found->runs.constFirst().id, id);
        const auto run = readUntil<WorkflowRun>(
            ReadWorkflowRun{boilerplate, id}, [](const WorkflowRun& r) { return r.completed(); });
        QVERIFY(run.ok() && run->succeeded());
        state = readUntil<RepositoryState>(WatchRepository{created},
            [](const RepositoryState& s) { return s.exists && !s.runs.isEmpty() && s.runs.constFirst().completed(); });
        QVERIFY2(state.ok(), wordsOf(state).constData());
        QVERIFY(state->exists);
        QVERIFY(isSha(state->info.defaultBranchOid));
        QVERIFY(!state->runs.isEmpty());
        QVERIFY(state->runs.constFirst().succeeded());
        const auto refused =
            perform(DispatchWorkflow{boilerplate, u"create_repo.yml"_s, u"main"_s, Json{{"unexpected", "x"}}});
        QCOMPARE(refused.kind, Kind::Refused);
        QCOMPARE(refused.error->code, errc::githubDispatchRefused);
        const auto unknown = perform(DispatchWorkflow{boilerplate, u"no-such.yml"_s, u"main"_s});
        QCOMPARE(unknown.kind, Kind::Refused);
        QCOMPARE(unknown.error->code, errc::githubDispatchRefused);
    }

    void anAnswerThatGetsLostIsUnknownAndNotDoubled_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<qsizetype>("made");
        QTest::newRow("apply-then-drop") << u"apply-then-drop"_s << qsizetype(1);
        QTest::newRow("drop-before") << u"drop-before"_s << qsizetype(0);
        QTest::newRow("truncate") << u"truncate"_s << qsizetype(1);
        QTest::newRow("garbage") << u"garbage"_s << qsizetype(1);
    }
    void anAnswerThatGetsLostIsUnknownAndNotDoubled()
    {
        QFETCH(const QString, fault);
        QFETCH(const qsizetype, made);
        const auto raise = raiseOn(snapshotOf());
        control("POST", u"/_sandbox/faults"_s,
            Json{{"match", {{"operation", "RaisePullRequest"}}}, {"fault", fault.toStdString()}, {"times", 1}});
        const auto outcome = perform(raise);
        QCOMPARE(outcome.kind, Kind::Unknown);
        QTest::qWait(100);
        QCOMPARE(pullsTitled(raise.title), made);
        // Looked up by name, as recovery does it.
        QCOMPARE(snapshotOf(raise.branch).pullRequests.value(raise.branch).size(), made);
    }

    void failsAndIsRunAgain()
    {
        control("POST", u"/_sandbox/world"_s, Json{{"do", "fail-run"}, {"repository", "tf-svc-infra"}, {"next", true}});
        const auto raise = raiseOn(snapshotOf());
        const auto raised = perform(raise);
        QCOMPARE(codeOf(raised), QString());
        const auto id = textAt(raised.result, "nodeId");
        QCOMPARE(codeOf(perform(EnableAutoMerge{infra, id, u"REBASE"_s, textAt(raised.result, "sha")})), QString());
        const auto merged = readUntil<PullRequest>(
            WatchPullRequest{id}, [](const PullRequest& pull) { return pull.state == PullRequestState::Merged; });
        QVERIFY(merged.ok() && !merged->mergedSha.isEmpty());
        const auto runs = readUntil<CommitRuns>(WatchCommitRuns{infra, merged->mergedSha}, [](const CommitRuns& found) {
            return !pushRuns(found).isEmpty() && pushRuns(found).constFirst().completed();
        });
        QVERIFY2(runs.ok(), wordsOf(runs).constData());
        QVERIFY(!pushRuns(*runs).isEmpty());
        const auto run = pushRuns(*runs).constFirst();
        QCOMPARE(run.conclusion, u"FAILURE"_s);
        const auto rerun = perform(RerunWorkflow{infra, run.id, true});
        QCOMPARE(codeOf(rerun), QString());
        QCOMPARE(rerun.kind, Kind::Done);
        const auto second = readUntil<WorkflowRun>(
            ReadWorkflowRun{infra, run.id}, [](const WorkflowRun& r) { return r.attempt == 2 && r.completed(); });
        QVERIFY(second.ok());
        QCOMPARE(second->attempt, 2);
        QVERIFY(second->succeeded());
    }

    //! Last: it parks the token.
    void stopsWhenGitHubSaysStop()
    {
        control("POST", u"/_sandbox/faults"_s,
            Json{{"match", {{"operation", "RaisePullRequest"}}}, {"fault", {{"status", 403}, {"like", "secondary"}}},
                {"times", 1}});
        const auto raise = raiseOn(snapshotOf());
        const auto outcome = perform(raise);
        QCOMPARE(outcome.kind, Kind::NotExecuted);
        QCOMPARE(outcome.error->code, errc::githubRateLimited);
        QVERIFY(github->budget().limitedUntil);
        const auto sent = github->requestsSent();
        QCOMPARE(readOne<NameState>(ReadName{infra}).error().code, errc::githubRateLimited);
        QCOMPARE(github->requestsSent(), sent);
        QCOMPARE(pullsTitled(raise.title), 0);
    }
};

QTEST_GUILESS_MAIN(GitHubSandboxTests)
#include "github_sandbox_tests.moc"
