// SPDX-License-Identifier: GPL-3.0-or-later
#include "conductor_bench.h"

#include <QTcpServer>
#include <QTest>

using namespace slipway;
using namespace bench;
using conductor::Observer;

namespace {

Observer::Key key(const char* step) { return {RunId(u"RUN"_s), StepId(QString::fromLatin1(step))}; }

github::Read pull(const char* id) { return github::WatchPullRequest{QString::fromLatin1(id)}; }

//! An observer of a GitHub that answers every question with "not allowed": an answer, not trouble.
class ObserverBench {
public:
    ObserverBench()
    {
        script.graphql = [this](const ScriptedGitHub::Asked&) { return answer; };
        QObject::connect(&observer, &Observer::answered, &m_context, [this](const QList<Observer::Key>& keys) {
            for (const auto& key : keys)
                answered.append(key.step.text());
        });
        QObject::connect(&observer, &Observer::retryNow, &m_context, [this] { ++retries; });
    }

    void settle() { script.settle(); }
    Timestamp in(qint64 milliseconds) const { return script.clock.now() + Millis(milliseconds); }

    ScriptedGitHub script;
    ScriptedGitHub::Answer answer = ScriptedGitHub::json({{"message", "Resource not accessible"}}, 403);
    Observer observer{script.github.get(), *script.http, script.clock};
    QStringList answered;
    int retries = 0;

private:
    QObject m_context;
};

} // namespace

class ObserverTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void wantsOfOneMomentTravelTogether()
    {
        ObserverBench bench;
        for (const char* step : {"a", "b", "c"})
            bench.observer.want(key(step), {.github = {pull(step)}}, bench.in(0), bench.in(0));
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 1);
        for (const char* id : {"a", "b", "c"})
            QVERIFY2(bench.script.asked[0].raw.body.contains('"' + QByteArray(id) + '"'), id);
        bench.answered.sort();
        QCOMPARE(bench.answered, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QVERIFY(bench.observer.seen().answers({.github = {pull("a")}}, bench.in(0)));
        bench.settle(); // answered is answered: it is not asked again
        QCOMPARE(bench.script.asked.size(), 1);
    }

    //! Before the first watch has come round there is no moment since which the budget stretches them.
    void howOftenItIsWatchedIsToldBeforeTheFirstWatch()
    {
        ObserverBench bench;
        const auto look = bench.observer.look(key("look"), {.github = {pull("pull")}}, bench.in(0));
        bench.settle();
        QVERIFY(look.isFinished());
        bench.observer.want(key("later"), {.github = {pull("later")}}, bench.in(0), bench.in(60'000));
        QVERIFY(bench.observer.watchesEvery().has_value());
        QVERIFY2(*bench.observer.watchesEvery() <= Millis(60'000),
            qPrintable(QString::number(bench.observer.watchesEvery()->count())));
    }

    void whoAskedAboutARunThatEndsIsToldSo()
    {
        ObserverBench bench;
        const auto look = bench.observer.look(key("look"), {.github = {pull("pull")}}, bench.in(0));
        const auto other =
            bench.observer.look({RunId(u"OTHER"_s), StepId(u"look"_s)}, {.github = {pull("b")}}, bench.in(0));
        QVERIFY(!look.isFinished());
        bench.observer.forgetRun(RunId(u"RUN"_s));
        QVERIFY(look.isFinished());
        QCOMPARE(look.result().error().code, errc::commandStale);
        QVERIFY(!other.isFinished());
    }

    void aLookIsToldWhatWasSeenThen()
    {
        ObserverBench bench;
        const auto reads = [](const QString& branch) {
            return steps::Reads{
                .github = {github::ReadRepository{
                    .repository = {u"o"_s, u"r"_s}, .base = u"main"_s, .files = {}, .branches = {branch}}}};
        };
        const auto look = bench.observer.look(key("look"), reads(u"a"_s), bench.in(0));
        bench.settle();
        bench.observer.want(key("b"), reads(u"b"_s), bench.in(0), bench.in(0));
        bench.settle();
        QVERIFY(look.isFinished());
        // The same repository was read since, for somebody else: what the look asked for is there no more.
        QVERIFY(!bench.observer.seen().answers(reads(u"a"_s), Timestamp{}));
        QVERIFY(look.result()->answers(reads(u"a"_s), Timestamp{}));
    }

    void aServiceThatIsSilentHoldsUpNobodyElse()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        ObserverBench bench;
        const QString url = u"http://127.0.0.1:%1/"_s.arg(silent.serverPort());
        bench.observer.want(key("portal"), {.http = {{.url = url}}}, bench.in(0), bench.in(0));
        bench.observer.want(key("pull"), {.github = {pull("pull")}}, bench.in(0), bench.in(0));
        bench.settle();
        QCOMPARE(bench.answered, QStringList{u"pull"_s});
        bench.observer.want(key("again"), {.github = {pull("again")}}, bench.in(0), bench.in(0));
        bench.settle();
        QCOMPARE(bench.answered, (QStringList{u"pull"_s, u"again"_s}));
        QCOMPARE(bench.script.asked.size(), 2);
    }

    //! It shows a window, and nobody sits before it: others are asked for, and what failed is tried again.
    void aKeychainThatDoesNotAnswerHoldsUpNobodyElse()
    {
        ObserverBench bench;
        conductor::SecretVault vault(bench.script.clock);
        QPromise<Result<Secret>> silent;
        silent.start();
        int asked = 0;
        const QString origin = u"http://127.0.0.1:1"_s;
        vault.credentials().setKeeper(
            {.describe = [&](const QString&) -> Result<conductor::CredentialUse> {
                 return conductor::CredentialUse{
                     .origins = {origin}, .header = "Authorization", .prefix = {}, .profile = {}};
             },
                .read =
                    [&](const QString&) {
                        ++asked;
                        return silent.future();
                    }});
        bench.observer.useSecrets(vault);
        bench.answer = {502, "bad gateway", {}};
        const steps::Reads portal{.http = {{.url = origin + u"/notes"_s, .credential = u"notes"_s}}};
        bench.observer.want(key("portal"), portal, bench.in(0), bench.in(0));
        bench.observer.want(key("pull"), {.github = {pull("pull")}}, bench.in(0), bench.in(0));
        bench.settle();
        QCOMPARE(asked, 1);
        QVERIFY2(bench.observer.trouble(), "what GitHub said waits for the keychain");
        bench.answer = ScriptedGitHub::json({{"message", "Resource not accessible"}}, 403);
        bench.script.clock.advance(Millis(5'000));
        bench.settle();
        QCOMPARE(bench.answered, QStringList{u"pull"_s});
        QCOMPARE(asked, 1); // one window is enough
        silent.addResult(Result<Secret>(Error{.code = errc::keychainSilent}));
        silent.finish();
        bench.settle();
        QCOMPARE(bench.answered.last(), u"portal"_s);
        QVERIFY(bench.observer.seen().find(portal.http.first()).error);
    }

    //! By itself it is a look as well, and what did not join it falls due meanwhile.
    void whatIsDueWhileAServiceIsSilentIsAsked()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        ObserverBench bench;
        const QString url = u"http://127.0.0.1:%1/"_s.arg(silent.serverPort());
        bench.observer.want(key("portal"), {.http = {{.url = url}}}, bench.in(0), bench.in(0));
        bench.observer.want(key("later"), {.github = {pull("later")}}, bench.in(0), bench.in(60'000));
        bench.settle();
        bench.script.clock.advance(Millis(60'000));
        bench.settle();
        QCOMPARE(bench.answered, QStringList{u"later"_s});
    }

    void aWaitThatFallsDueSoonJoins()
    {
        ObserverBench bench;
        bench.observer.want(key("later"), {.github = {pull("later")}}, bench.in(0), bench.in(60000));
        bench.observer.want(key("soon"), {.github = {pull("soon")}}, bench.in(0), bench.in(2500));
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 0); // nobody is in a hurry
        bench.observer.want(key("now"), {.github = {pull("now")}}, bench.in(0), bench.in(0));
        bench.settle();
        bench.answered.sort();
        QCOMPARE(bench.answered, (QStringList{u"now"_s, u"soon"_s}));
        QCOMPARE(bench.script.asked.size(), 1);
        bench.script.clock.advance(Millis(59000));
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 1);
        bench.script.clock.advance(Millis(1000));
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 2);
    }

    void whatIsForgottenIsNotAsked()
    {
        ObserverBench bench;
        bench.observer.want(key("a"), {.github = {pull("a")}}, bench.in(0), bench.in(1000));
        bench.observer.want(key("b"), {.github = {pull("b")}}, bench.in(0), bench.in(1000));
        bench.observer.forget(key("a"));
        bench.script.clock.advance(Millis(1000));
        bench.settle();
        QCOMPARE(bench.answered, QStringList{u"b"_s});
        bench.observer.want(key("c"), {.github = {pull("c")}}, bench.in(0), bench.in(1000));
        bench.observer.forgetRun(RunId(u"RUN"_s));
        bench.script.clock.advance(Millis(5000));
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 1);
    }

    void hurryAsksAtOnce()
    {
        ObserverBench bench;
        bench.observer.want(key("a"), {.github = {pull("a")}}, bench.in(0), bench.in(60000));
        bench.observer.hurry(RunId(u"OTHER"_s));
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 0);
        bench.observer.hurry(RunId(u"RUN"_s));
        bench.settle();
        QCOMPARE(bench.answered, QStringList{u"a"_s});
    }

    void newsAskWhatTheyConcernAndNothingElse()
    {
        ObserverBench bench;
        const auto commits = [](const char* name) {
            return github::WatchCommitRuns{.repository = {u"Acme"_s, QString::fromLatin1(name)}, .sha = u"abc"_s};
        };
        bench.observer.want(key("mine"), {.github = {commits("infra")}}, bench.in(0), bench.in(60000));
        bench.observer.want(key("other"), {.github = {commits("other")}}, bench.in(0), bench.in(60000));
        bench.observer.want(key("pull"), {.github = {pull("PR_1")}}, bench.in(0), bench.in(60000));
        bench.observer.hear(u"acme/nobody"_s, {});
        bench.script.clock.advance(Millis(1000));
        bench.settle();
        QVERIFY(bench.answered.isEmpty());
        bench.observer.hear(u"ACME/Infra"_s, {});
        bench.script.clock.advance(Millis(300));
        bench.settle();
        QCOMPARE(bench.answered, QStringList{u"mine"_s});
        bench.observer.hear(u"acme/portal"_s, u"PR_1"_s);
        bench.script.clock.advance(Millis(300));
        bench.settle();
        QCOMPARE(bench.answered, (QStringList{u"mine"_s, u"pull"_s}));
        // From now on news of its repository concern that pull request, too: its checks, for instance.
        bench.observer.want(key("pull"), {.github = {pull("PR_1")}}, bench.in(1), bench.in(60000));
        bench.observer.hear(u"acme/portal"_s, {});
        bench.script.clock.advance(Millis(300));
        bench.settle();
        QCOMPARE(bench.answered.count(u"pull"_s), 2);
        QCOMPARE(bench.answered.count(u"mine"_s), 1);
        QVERIFY(!bench.answered.contains(u"other"_s));
    }

    void newsInAFloodAreOneLook()
    {
        ObserverBench bench;
        bench.observer.want(key("a"), {.github = {pull("PR_1")}}, bench.in(0), bench.in(60000));
        for (int i = 0; i < 1000; ++i)
            bench.observer.hear(u"acme/infra"_s, u"PR_1"_s);
        bench.script.clock.advance(Millis(300));
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 1);
    }

    void newsDoNotOverrideTrouble()
    {
        ObserverBench bench;
        bench.answer = {502, "bad gateway", {}};
        bench.observer.want(key("a"), {.github = {pull("PR_1")}}, bench.in(0), bench.in(0));
        bench.settle();
        QVERIFY(!bench.observer.mayAsk());
        const auto asked = bench.script.asked.size();
        bench.observer.hear(u"acme/infra"_s, u"PR_1"_s);
        bench.script.clock.advance(Millis(500));
        bench.settle();
        QCOMPARE(bench.script.asked.size(), asked);
    }

    void newsFlowForAWhile()
    {
        ObserverBench bench;
        const steps::Reads one{.github = {pull("PR_1")}}, both{.github = {pull("PR_1"), pull("PR_2")}};
        QVERIFY(!bench.observer.newsFlow(one));
        QVERIFY(!bench.observer.newsFlow({}));
        bench.observer.hear(u"acme/infra"_s, u"PR_1"_s);
        QVERIFY(!bench.observer.newsFlow(one)); // one more look at the usual pace
        bench.script.clock.advance(Millis(6000));
        QVERIFY(bench.observer.newsFlow(one));
        QVERIFY(!bench.observer.newsFlow(both)); // of the other nobody tells
        bench.script.clock.advance(Millis(31 * 60000));
        QVERIFY(!bench.observer.newsFlow(one)); // silence: perhaps the webhook is gone
    }

    void troubleIsTriedAgainLaterAndLater()
    {
        ObserverBench bench;
        bench.answer = {502, "bad gateway", {}};
        bench.observer.want(key("a"), {.github = {pull("a")}}, bench.in(0), bench.in(0));
        QList<qint64> pauses;
        for (int i = 1; i <= 8; ++i) {
            bench.settle();
            QCOMPARE(bench.script.asked.size(), i);
            QVERIFY(bench.observer.trouble());
            QCOMPARE(bench.observer.trouble()->error.code, errc::serverError);
            QCOMPARE(bench.observer.trouble()->count, i);
            QVERIFY(!bench.observer.mayAsk());
            const Millis pause = bench.observer.trouble()->until - bench.script.clock.now();
            pauses.append(pause.count() / 1000);
            if (i == 8)
                break;
            bench.script.clock.advance(pause - Millis(1));
            bench.settle();
            QCOMPARE(bench.script.asked.size(), i);
            bench.script.clock.advance(Millis(1));
        }
        QCOMPARE(pauses, (QList<qint64>{2, 4, 8, 16, 32, 64, 64, 64}));
        QVERIFY(bench.answered.isEmpty());
        bench.answer = ScriptedGitHub::json({{"message", "Resource not accessible"}}, 403);
        bench.script.clock.advance(Millis(64000));
        bench.settle();
        QCOMPARE(bench.answered, QStringList{u"a"_s});
        QVERIFY(!bench.observer.trouble());
        QVERIFY(bench.retries > 0);
    }

    void aPersonMayAskInAPause()
    {
        ObserverBench bench;
        bench.observer.report({.code = errc::networkUnreachable});
        bench.observer.want(key("a"), {.github = {pull("a")}}, bench.in(0), bench.in(0));
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 0);
        bench.observer.hurry();
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 1);
    }

    void nothingIsAskedBeforeItsAnswerWouldCount()
    {
        ObserverBench bench;
        bench.observer.want(key("a"), {.github = {pull("a")}}, bench.in(1), bench.in(0));
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 0);
        bench.script.clock.advance(Millis(1));
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 1);
        QCOMPARE(bench.answered, QStringList{u"a"_s});
    }

    void limitsLastAsLongAsGitHubSays()
    {
        ObserverBench bench;
        const Timestamp until = bench.in(600000);
        bench.observer.report({.code = errc::githubRateLimited, .args = {{"until", until.toIso().toStdString()}}});
        QVERIFY(bench.observer.trouble()->until == until);
        bench.observer.reportSuccess(); // what was on its way when the limit came
        QVERIFY(bench.observer.trouble().has_value());
        bench.observer.want(key("a"), {.github = {pull("a")}}, bench.in(0), bench.in(0));
        bench.script.clock.advance(Millis(599000));
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 0);
        bench.script.clock.advance(Millis(1000));
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 1);
    }

    void afterTheClockIsSetForwardNothingWaitsForAnOldTimer()
    {
        ObserverBench bench;
        bench.observer.want(key("a"), {.github = {pull("a")}}, bench.in(0), bench.in(600'000));
        bench.settle();
        bench.script.clock.jump(std::chrono::hours(1));
        bench.observer.want(key("b"), {.github = {pull("b")}}, bench.in(0), bench.in(0));
        bench.settle();
        QCOMPARE(bench.answered, QStringList{u"b"_s});
        bench.script.clock.advance(Millis(600'000));
        bench.settle();
        QCOMPARE(bench.answered, (QStringList{u"b"_s, u"a"_s}));
    }

    void aLimitEndsByGitHubsClockAlsoWhereOursIsSet()
    {
        ObserverBench bench;
        const Timestamp until = bench.in(600'000);
        bench.observer.report({.code = errc::githubRateLimited, .args = {{"until", until.toIso().toStdString()}}});
        bench.observer.want(key("a"), {.github = {pull("a")}}, bench.in(0), bench.in(0));
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 0);
        bench.script.clock.jump(Millis(590'000));
        bench.observer.noticeTime();
        bench.script.clock.advance(Millis(9'999));
        bench.settle();
        QCOMPARE(bench.script.asked.size(), 0);
        bench.script.clock.advance(Millis(1));
        bench.settle();
        QCOMPARE(bench.answered, QStringList{u"a"_s});
        QVERIFY(bench.retries > 0);
    }

    void smallStepsOfTheClockAddUp()
    {
        ManualClock clock;
        conductor::ClockJumps jumps(clock);
        clock.jump(Millis(-1'500));
        QCOMPARE(jumps.take().count(), 0);
        clock.advance(Millis(60'000));
        clock.jump(Millis(-1'500));
        QCOMPARE(jumps.take().count(), -3'000);
        QCOMPARE(jumps.take().count(), 0);
    }

    void withoutAConnectionNothingIsKnown()
    {
        ManualClock clock;
        http::Http http;
        Observer observer(nullptr, http, clock);
        observer.want(key("a"), {.github = {pull("a")}}, clock.now(), clock.now());
        clock.advance(Millis(0));
        QTRY_VERIFY(observer.trouble());
        QCOMPARE(observer.trouble()->error.code, errc::notConnected);
    }
};

QTEST_GUILESS_MAIN(ObserverTests)
#include "observer_tests.moc"
