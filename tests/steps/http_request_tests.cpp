// SPDX-License-Identifier: GPL-3.0-or-later
#include "step_bench.h"
#include "steps/http_call.h"
#include "steps/http_look_up.h"
#include "workflow/parse_workflow.h"
#include "workflow/secrets.h"

#include <QTest>

#include <functional>

using namespace slipway;
using namespace slipway::steps;
using enum EventType;

namespace {

const QString natural = u"natural"_s, native = u"native"_s, once = u"once"_s, secret = u"secret"_s;

//! One step of each class of effect.
Json httpWorkflow()
{
    const auto step = [](const char* id, Json with, Json needs = Json::array()) {
        with["method"] = "POST";
        if (!with.contains("url"))
            with["url"] = "https://pay.example/things/{{ inputs.name }}";
        return Json{{"id", id}, {"lane", "one"}, {"kind", "http.request"}, {"title", id}, {"needs", std::move(needs)},
            {"with", std::move(with)}};
    };
    Json steps = Json::array();
    steps.push_back(step("natural",
        {{"body", {{"name", "{{ inputs.name }}"}, {"count", 3}, {"ids", {"{{ inputs.team }}"}}}}, {"expect", {201}},
            {"outputs", {{"id", {{"at", "/id"}, {"as", "text"}}}, {"kind", "/kind"}}}, {"effect", "natural key"},
            {"meanings",
                {{"409", "exists"}, {"410", "done"}, {"422", {{"say", "The name is not allowed."}}}, {"423", "ask"},
                    {"425", "retry"}}},
            {"lookUp",
                {{"url", "https://pay.example/things?name={{ inputs.name }}"}, {"in", "/things"},
                    {"match", {{"/name", "{{ inputs.name }}"}}}, {"ours", {{"/team", "{{ inputs.team }}"}}}}},
            {"makes", {{"what", "A thing"}, {"harmless", "It does nothing."}}},
            {"undo", {{"method", "DELETE"}, {"url", "https://pay.example/things/{{ steps.natural.id }}"}}}}));
    steps.push_back(step("native", {{"effect", "native key"}, {"keyHeader", "Idempotency-Key"}}));
    steps.push_back(step("once", {{"effect", "none"}, {"secretOutputs", {{"code", "/code"}}}}));
    steps.push_back(step("secret",
        {{"url", "https://pay.example/{{ steps.once.code }}/x"}, {"effect", "none"},
            {"body", {{"password", "{{ inputs.password }}"}, {"name", "{{ inputs.name }}"}}}},
        Json::array({"once"})));
    Json inputs = Json::array();
    for (const char* id : {"name", "team"})
        inputs.push_back({{"id", id}, {"type", "text"}, {"title", id}});
    inputs.push_back({{"id", "password"}, {"type", "secret"}, {"title", "Password"}});
    return {{"id", "http"}, {"version", 1}, {"title", "HTTP"}, {"subject", "{{ inputs.name }}"},
        {"settings",
            {{"org", {{"type", "text"}, {"default", "DEFRA"}, {"title", "Organisation"}}},
                {"base", {{"type", "url"}, {"default", "https://pay.example"}, {"title", "Base"}}}}},
        {"inputs", inputs}, {"lanes", Json::array({{{"id", "one"}, {"title", "One"}}})}, {"steps", steps}};
}

Json refusedWith(int status)
{
    return {{"error",
        toJson(Error{.code = errc::httpStatus, .args = {{"status", status}, {"text", "the service's own words"}}})}};
}

class HttpBench : public StepBench {
public:
    HttpBench()
        : StepBench(httpWorkflow())
    { }
    explicit HttpBench(const std::function<void(Json&)>& change)
        : StepBench([&change] {
            Json workflow = httpWorkflow();
            change(workflow);
            return workflow;
        }())
    { }
    HttpBench& intendHttp(const QString& id, const char* effectClass = "natural key")
    {
        then(EffectIntended, id,
            {{"effect",
                 u"%1/%2/%3"_s.arg(id)
                     .arg(step(id).attempts.last().number)
                     .arg(step(id).attempts.last().effects.size() + 1)
                     .toStdString()},
                {"name", "httpRequest"}, {"class", effectClass}, {"target", Json::object()}});
        return *this;
    }
    HttpBench& sent(
        const QString& id, EventType how, Json data = Json::object(), const char* effectClass = "natural key")
    {
        intendHttp(id, effectClass);
        RunBuilder::end(how, id, std::move(data));
        return *this;
    }
    HttpCall calls(const QString& id) const
    {
        const auto decision = decide(id);
        const auto* call = std::get_if<Call>(&decision);
        if (!call)
            qFatal("it does something else: %s", qPrintable(words(decision)));
        return call->call;
    }
    Error failsWith(const QString& id) const
    {
        const auto decision = decide(id);
        const auto* fail = std::get_if<Fail>(&decision);
        return fail ? fail->error : Error{};
    }
    void thereIs(const char* team, const Json& id = 7, int count = 1)
    {
        Json things = Json::array();
        for (int i = 0; i < count; ++i)
            things.push_back({{"name", "fishing"}, {"team", team}, {"id", id}, {"kind", "big"}});
        things.push_back({{"name", "fishing-2"}, {"team", "fisheries"}, {"id", 9}, {"kind", "small"}});
        http = HttpAnswer{.status = 200, .body = {{"things", things}}};
    }
    void thereIsNothing() { http = HttpAnswer{.status = 200, .body = {{"things", Json::array()}}}; }
};

} // namespace

class HttpRequestTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theFirstAttemptWritesWithoutLooking()
    {
        HttpBench bench;
        bench.start(natural);
        QVERIFY(bench.reads(natural).isEmpty());
        const auto call = bench.calls(natural);
        QCOMPARE(call.method, QByteArray("POST"));
        QCOMPARE(call.url, u"https://pay.example/things/fishing"_s);
        QVERIFY((call.body == Json{{"name", "fishing"}, {"count", 3}, {"ids", {"fisheries"}}}));
        QCOMPARE(call.effectClass, u"natural key"_s);
        QCOMPARE(call.expect, QList<int>{201});
    }

    void whatItGaveIsTheOutput()
    {
        HttpBench bench;
        bench.start(natural);
        bench.sent(
            natural, EffectSucceeded, {{"result", {{"status", 201}, {"outputs", {{"id", "7"}, {"kind", "big"}}}}}});
        QVERIFY(bench.reads(natural).isEmpty());
        QVERIFY((bench.outputs(natural) == Json{{"id", "7"}, {"kind", "big"}}));
    }

    void aRefusalBecauseItExistsIsLookedUp_data()
    {
        QTest::addColumn<QString>("team");
        QTest::addColumn<int>("count");
        QTest::addColumn<QString>("says");
        QTest::newRow("ours") << u"fisheries"_s << 1 << u"done adopted"_s;
        QTest::newRow("another's") << u"farming"_s << 1 << u"fail http.conflict"_s;
        QTest::newRow("two of them") << u"fisheries"_s << 2 << u"ask http.ambiguous"_s;
        QTest::newRow("the service contradicts itself") << u""_s << 0 << u"fail http.status"_s;
    }
    void aRefusalBecauseItExistsIsLookedUp()
    {
        QFETCH(QString, team);
        QFETCH(int, count);
        HttpBench bench;
        bench.start(natural);
        bench.sent(natural, EffectFailed, refusedWith(409));
        QCOMPARE(bench.reads(natural).http.size(), 1);
        QCOMPARE(bench.reads(natural).http.first().url, u"https://pay.example/things?name=fishing"_s);
        bench.thereIs(team.toUtf8().constData(), 7, count);
        QTEST(bench.says(natural), "says");
    }

    void whatIsFoundIsAdoptedWithTextsForIds()
    {
        HttpBench bench;
        bench.start(natural);
        bench.sent(natural, EffectFailed, refusedWith(409));
        bench.thereIs("fisheries", 7);
        QVERIFY((bench.outputs(natural) == Json{{"id", "7"}, {"kind", "big"}}));
        bench.thereIs("farming");
        QCOMPARE(textAt(bench.failsWith(natural).args, "text"), u"the service's own words"_s);
    }

    void otherRefusalsMeanWhatTheWorkflowSays_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("says");
        QTest::newRow("not told") << 400 << u"fail http.status"_s;
        QTest::newRow("with words of its own") << 422 << u"fail http.status"_s;
        QTest::newRow("ask") << 423 << u"ask http.status"_s;
        QTest::newRow("retry") << 425 << u"fail http.status retry"_s;
    }
    void otherRefusalsMeanWhatTheWorkflowSays()
    {
        QFETCH(int, status);
        HttpBench bench;
        bench.start(natural);
        bench.sent(natural, EffectFailed, refusedWith(status));
        QVERIFY(bench.reads(natural).isEmpty());
        QTEST(bench.says(natural), "says");
    }

    void anUnknownOutcomeIsResolvedByLooking_data()
    {
        QTest::addColumn<QString>("there");
        QTest::addColumn<QString>("finds");
        QTest::newRow("ours") << u"fisheries"_s << u"succeeded"_s;
        QTest::newRow("another's: ours did not take place") << u"farming"_s << u"absent"_s;
        QTest::newRow("nothing") << u""_s << u"absent"_s;
        QTest::newRow("two of them") << u"two"_s << u"ask"_s;
        QTest::newRow("unreadable") << u"?"_s << u"look again"_s;
        QTest::newRow("the service is down") << u"!"_s << u"look again"_s;
    }
    void anUnknownOutcomeIsResolvedByLooking()
    {
        QFETCH(QString, there);
        HttpBench bench;
        bench.start(natural);
        bench.sent(natural, EffectUnknown, {{"error", toJson(Error{.code = errc::networkTimeout})}, {"notBefore", 1}});
        QCOMPARE(bench.reads(natural).http.size(), 1);
        if (there == u"two")
            bench.thereIs("fisheries", 7, 2);
        else if (there == u"?")
            bench.http = HttpAnswer{.status = 200, .body = {{"other", 1}}};
        else if (there == u"!")
            bench.http = Error{.code = errc::networkUnreachable};
        else if (there.isEmpty())
            bench.thereIsNothing();
        else
            bench.thereIs(there.toUtf8().constData());
        QTEST(bench.finds(natural), "finds");
    }

    //! That the list is not found says nothing of what is in it, unless the workflow says that it does.
    void aListThatIsNotFoundTellsNothing()
    {
        for (const QString& how : {u"list"_s, u"declared"_s, u"thing"_s}) {
            HttpBench bench([&](Json& workflow) {
                Json& lookUp = workflow["steps"][0]["with"]["lookUp"];
                if (how == u"declared"_s)
                    lookUp["absent"] = {404, 410};
                else if (how == u"thing"_s)
                    lookUp.erase("in");
            });
            bench.start(natural);
            bench.sent(natural, EffectUnknown, {{"error", toJson(Error{})}, {"notBefore", 1}});
            bench.http = HttpAnswer{.status = 404};
            QCOMPARE(bench.finds(natural), how == u"list"_s ? u"look again"_s : u"absent"_s);
        }
    }

    //! A service that is being rolled out may refuse for a moment; one that goes on to is a person's, who is told whose
    //! right it is that is missing.
    void aLookThatStaysRefusedIsAPersonsQuestion()
    {
        HttpBench bench([](Json& workflow) {
            workflow["steps"][0]["with"]["lookFirst"] = true;
            workflow["steps"][0]["with"]["lookUp"]["credential"] = "reader";
        });
        const auto waits = [&bench](const HttpAnswer& answer) {
            bench.http = answer;
            const auto decision = bench.decide(natural);
            if (const auto* wait = std::get_if<Wait>(&decision))
                bench.then(StepWaiting, natural, {{"for", "lookUp"}, {"args", wait->args}, {"facts", wait->facts}});
            return std::holds_alternative<Wait>(decision);
        };
        bench.start(natural);
        bench.pass(Millis(5'000));
        QVERIFY(waits({.status = 403}));
        bench.pass(Millis(20'000));
        QVERIFY(waits({.status = 403}));
        bench.pass(Millis(2'000));
        QVERIFY(waits({.status = 503})); // not all the time
        QVERIFY(waits({.status = 401}));
        bench.pass(Millis(30'000));
        for (const int status : {404, 429, 503}) {
            bench.http = HttpAnswer{.status = status};
            QCOMPARE(bench.says(natural), u"wait lookUp"_s);
        }
        bench.http = HttpAnswer{.status = 401};
        const auto decision = bench.decide(natural);
        const auto* ask = std::get_if<Ask>(&decision);
        QVERIFY(ask);
        QCOMPARE(ask->error.code, errc::httpStatus);
        QCOMPARE(textAt(ask->error.args, "credential"), u"reader"_s);
        bench.then(StepAsked, natural, {{"error", toJson(ask->error)}});
        // Another attempt waits for as long as the first.
        bench.then(RetryRequested, natural, {{"steps", {"natural"}}});
        bench.start(natural);
        QVERIFY(waits({.status = 401}));
        bench.pass(Millis(30'000));
        QVERIFY(!waits({.status = 401}));
        bench.thereIs("fisheries");
        QCOMPARE(bench.says(natural), u"done adopted"_s);
    }

    //! Nobody knows what was sent after the copy was made: that it is not there must show for as long as after a lost
    //! answer, all the time.
    void ofARunFromACopyOneLookDoesNotTell()
    {
        HttpBench bench;
        bench.start(natural);
        bench.intendHttp(natural);
        bench.RunBuilder::end(EffectFailed, natural, failure(errc::networkUnreachable, true));
        bench.then(LookRequested, {}, {{"scope", "restored"}});
        bench.pass(Millis(2'000));
        bench.thereIs("fisheries");
        QCOMPARE(bench.says(natural), u"done adopted"_s); // though the copy shows it as never sent
        const auto waits = [&] {
            const auto decision = bench.decide(natural);
            const auto* wait = std::get_if<Wait>(&decision);
            if (wait)
                bench.then(StepWaiting, natural,
                    {{"for", wait->what.toStdString()}, {"args", wait->args}, {"facts", wait->facts}});
            return wait != nullptr;
        };
        bench.thereIsNothing();
        QVERIFY(waits());
        bench.pass(Millis(25'000));
        bench.http = HttpAnswer{.status = 404};
        QVERIFY(waits());
        bench.pass(Millis(25'000));
        bench.thereIsNothing();
        QVERIFY(waits()); // only from now on
        bench.pass(Millis(30'000));
        QCOMPARE(bench.says(natural), u"call POST"_s);
    }

    void aResolvedEffectGivesItsOutputsAsFound()
    {
        HttpBench bench;
        bench.start(natural);
        bench.sent(natural, EffectUnknown, {{"error", toJson(Error{})}, {"notBefore", 1}});
        bench.thereIs("fisheries");
        const Json result = bench.resolve(natural).result;
        bench.RunBuilder::end(EffectResolved, natural, {{"outcome", "succeeded"}, {"result", result}});
        QCOMPARE(bench.says(natural), u"done adopted"_s);
        QVERIFY((bench.outputs(natural) == Json{{"id", "7"}, {"kind", "big"}}));
    }

    void whatWasAbsentIsSentAgain()
    {
        HttpBench bench;
        bench.start(natural);
        bench.sent(natural, EffectUnknown, {{"error", toJson(Error{})}, {"notBefore", 1}});
        bench.RunBuilder::end(EffectResolved, natural, {{"outcome", "absent"}});
        QCOMPARE(bench.says(natural), u"call POST"_s);
    }

    void whatSurelyWasNotSentIsSentLater()
    {
        HttpBench bench;
        bench.start(natural);
        Json notSent = failure(errc::networkUnreachable, true);
        bench.intendHttp(natural);
        bench.RunBuilder::end(EffectFailed, natural, notSent);
        bench.now = bench.now - Millis(900); // the event took a second of the bench's time
        QCOMPARE(bench.says(natural), u"wait answer"_s);
        bench.pass(Millis(1000));
        QCOMPARE(bench.says(natural), u"call POST"_s);
        bench.intendHttp(natural);
        bench.RunBuilder::end(EffectFailed, natural, notSent);
        QCOMPARE(bench.says(natural), u"wait answer"_s); // the second pause is longer
        bench.pass(Millis(1000));
        QCOMPARE(bench.says(natural), u"call POST"_s);
    }

    //! Its answer came too late for the step, or a person said that it took place: what to take back is found first.
    void whatWasCutOffIsFoundBeforeItIsTakenBack()
    {
        for (const bool answered : {true, false}) {
            HttpBench bench;
            bench.start(natural);
            bench.sent(natural, EffectUnknown, {{"error", toJson(Error{})}, {"notBefore", 1}});
            bench.then(CancelRequested).then(RunCancelled);
            Json told{{"outcome", answered ? "succeeded" : "declaredDone"}};
            if (answered)
                told["result"] = {{"outputs", {{"id", "7"}, {"kind", "big"}}}};
            bench.RunBuilder::end(EffectResolved, natural, told);
            bench.then(UndoRequested, {}, {{"steps", {"natural"}}}).then(StepStarted, natural);
            QCOMPARE(bench.reads(natural).http.size(), answered ? 0 : 1);
            bench.http = HttpAnswer{.status = 503};
            QCOMPARE(bench.says(natural), answered ? u"revise natural"_s : u"wait lookUp"_s);
            bench.thereIsNothing();
            QCOMPARE(bench.says(natural), answered ? u"revise natural"_s : u"done"_s);
            bench.thereIs("fisheries");
            const auto decision = bench.decide(natural);
            const auto* revise = std::get_if<Revise>(&decision);
            QVERIFY(revise);
            bench.then(OutputsRevised, natural, {{"outputs", revise->outputs}});
            QCOMPARE(bench.calls(natural).url, u"https://pay.example/things/7"_s);
            QVERIFY(bench.reads(natural).isEmpty());
        }
    }

    void aPersonsRetryLooksFirst()
    {
        HttpBench bench;
        bench.start(natural);
        bench.sent(natural, EffectFailed, refusedWith(400)).retry(natural);
        QCOMPARE(bench.reads(natural).http.size(), 1);
        bench.thereIs("fisheries");
        QCOMPARE(bench.says(natural), u"done adopted"_s);
        bench.thereIs("farming");
        QCOMPARE(bench.says(natural), u"fail http.conflict"_s);
        bench.thereIsNothing();
        QCOMPARE(bench.says(natural), u"call POST"_s);
        bench.http = HttpAnswer{.status = 500};
        QCOMPARE(bench.says(natural), u"wait lookUp"_s);
    }

    void aNativeKeyIsTheSameForEveryTry()
    {
        HttpBench bench;
        bench.start(native);
        const auto first = bench.calls(native);
        QCOMPARE(first.headers.size(), 1);
        QCOMPARE(first.headers.first().first, u"Idempotency-Key"_s);
        bench.sent(native, EffectUnknown, {{"error", toJson(Error{})}, {"notBefore", 1}}, "native key");
        QVERIFY(bench.reads(native).isEmpty());
        QCOMPARE(bench.finds(native), u"send again"_s);
        bench.RunBuilder::end(EffectResolved, native, {{"outcome", "absent"}});
        QCOMPARE(bench.calls(native).headers, first.headers);
        QVERIFY(bench.calls(native).body == first.body);
    }

    //! Services forget their keys, a day after the first request at the earliest: from then on only a person knows.
    void anOldKeyIsNotSentAgain()
    {
        constexpr Millis hour{3'600'000};
        const Json lost{{"error", toJson(Error{})}, {"notBefore", 1}};
        HttpBench bench;
        bench.start(native);
        bench.sent(native, EffectUnknown, lost, "native key");
        bench.pass(22 * hour);
        QCOMPARE(bench.finds(native), u"send again"_s);
        bench.RunBuilder::end(EffectResolved, native, {{"outcome", "absent"}});
        bench.pass(Millis(2'000));
        QCOMPARE(bench.says(native), u"call POST"_s);
        bench.sent(native, EffectUnknown, lost, "native key");
        QCOMPARE(bench.finds(native), u"send again"_s);
        bench.pass(hour); // counted from the first of them, which the service may have taken
        QCOMPARE(bench.finds(native), u"ask"_s);
        QCOMPARE(textAt(bench.resolve(native).error->args, "because"), u"keyOld"_s);
        bench.RunBuilder::end(EffectResolved, native, {{"outcome", "declaredAbsent"}});
        bench.pass(Millis(2'000));
        QCOMPARE(bench.says(native), u"call POST"_s); // by her word
    }

    //! A service that is away for a day after an answer was lost: what goes out then is too late as well.
    void anOldKeyIsNotSentOnceTheServiceIsBack()
    {
        HttpBench bench;
        bench.start(native);
        bench.sent(native, EffectUnknown, {{"error", toJson(Error{})}, {"notBefore", 1}}, "native key");
        bench.RunBuilder::end(EffectResolved, native, {{"outcome", "absent"}});
        bench.intendHttp(native, "native key");
        bench.RunBuilder::end(EffectFailed, native, failure(errc::networkUnreachable, true));
        bench.pass(Millis(22 * 3'600'000));
        QCOMPARE(bench.says(native), u"call POST"_s);
        bench.pass(Millis(3'600'000));
        QCOMPARE(bench.says(native), u"ask gate.waiting"_s);
        bench.retry(native);
        QCOMPARE(bench.says(native), u"call POST"_s); // a person's word
    }

    //! The journal was put back from a copy, and the key may be as old as the run.
    void aKeyFromBeforeACopyIsOldOnceTheRunIs()
    {
        HttpBench bench;
        bench.then(LookRequested, {}, {{"scope", "restored"}});
        bench.start(native);
        QCOMPARE(bench.says(native), u"call POST"_s);
        bench.pass(Millis(24 * 3'600'000));
        QCOMPARE(bench.says(native), u"ask gate.waiting"_s);
    }

    void withoutKeyAndLookUpAPersonIsAsked()
    {
        HttpBench bench;
        bench.start(once);
        bench.sent(once, EffectUnknown, {{"error", toJson(Error{})}, {"notBefore", 1}}, "none");
        QCOMPARE(bench.finds(once), u"ask"_s);
    }

    //! A person says that it is done: that is looked up, whatever the last attempt came to.
    void evidenceIsWhatIsThere()
    {
        HttpBench bench;
        bench.start(natural);
        bench.sent(natural, EffectFailed, refusedWith(400));
        auto context = bench.context(natural);
        context.forEvidence = true;
        const auto reads = bench.kind(natural).reads(context);
        QCOMPARE(reads.http.size(), 1);
        bench.thereIs("fisheries");
        Observation seen;
        seen.add(reads.http.first(), bench.http, bench.now);
        QCOMPARE(StepBench::words(bench.kind(natural).decide(context, seen)), u"done adopted"_s);
    }

    //! A copy of the store may be older than what was sent: only a person knows, and her retry says that it was not.
    void afterARestoreWhatCannotBeLookedUpIsAskedAbout()
    {
        for (const bool begun : {true, false}) {
            HttpBench bench;
            if (begun)
                bench.start(once).start(natural).start(native);
            bench.then(LookRequested, {}, {{"scope", "restored"}});
            if (!begun)
                bench.start(once).start(natural).start(native);
            const auto decision = bench.decide(once);
            const auto* ask = std::get_if<Ask>(&decision);
            QVERIFY(ask);
            QCOMPARE(ask->error.code, errc::gateWaiting);
            QVERIFY(ask->error.args == Json({{"because", "restored"}}));
            bench.then(StepAsked, once, {{"error", toJson(ask->error)}});
            // Who can be asked, or knows the key, is not left to a person.
            bench.thereIsNothing();
            QCOMPARE(bench.says(natural), u"wait lookUp"_s);
            bench.then(StepWaiting, natural,
                {{"for", "lookUp"}, {"facts", {{"absentSince", bench.context(natural).waited().count()}}}});
            bench.pass(Millis(30'000));
            QCOMPARE(bench.calls(natural).method, QByteArray("POST"));
            QCOMPARE(bench.calls(native).method, QByteArray("POST"));
            bench.then(RetryRequested, once, {{"steps", {"once"}}});
            bench.start(once);
            QCOMPARE(bench.calls(once).method, QByteArray("POST"));
        }
    }

    //! The copy shows a failure, or a question, from before it was made; what was done about that it does not tell.
    void aRetryOfWhatStoodSoInTheCopyIsNoAnswerYet()
    {
        for (const bool asked : {false, true}) {
            HttpBench bench;
            bench.start(once);
            bench.then(asked ? StepAsked : StepFailed, once, failure(errc::httpStatus));
            bench.then(LookRequested, {}, {{"scope", "restored"}});
            bench.then(RetryRequested, once, {{"steps", {"once"}}});
            bench.start(once);
            const auto decision = bench.decide(once);
            const auto* ask = std::get_if<Ask>(&decision);
            QVERIFY(ask);
            QVERIFY(ask->error.args == Json({{"because", "restored"}}));
            bench.then(StepAsked, once, {{"error", toJson(ask->error)}});
            bench.then(RetryRequested, once, {{"steps", {"once"}}}); // this is
            bench.start(once);
            QCOMPARE(bench.calls(once).method, QByteArray("POST"));
        }
    }

    //! A record does not tell what was sent either, and no copy has been put back.
    void afterATakeOverItIsSaidWhatIsNotKnown()
    {
        HttpBench bench;
        bench.start(once);
        bench.then(RetryRequested, {}, {{"scope", "takeOver"}, {"steps", {"once"}}});
        bench.start(once);
        const auto decision = bench.decide(once);
        const auto* ask = std::get_if<Ask>(&decision);
        QVERIFY(ask);
        QVERIFY(ask->error.args == Json({{"because", "takenOver"}}));
    }

    //! What has gone out once is not sent again because an earlier step is done anew.
    void whatHasNoKeyIsNotRepeatedByALaterAttempt()
    {
        HttpBench bench;
        bench.start(once);
        bench.sent(once, EffectSucceeded, {{"result", {{"status", 201}, {"outputs", Json::object()}}}}, "none");
        bench.then(StepSucceeded, once, {{"outputs", Json::object()}});
        bench.then(RetryRequested, once, {{"steps", {"once"}}});
        bench.start(once);
        QCOMPARE(bench.says(once), u"done adopted"_s);
    }

    //! Nor is what a key was sent with: by then the service may have forgotten the key, and would make a second one.
    void whatAKeyWasSentWithIsNotRepeatedByALaterAttempt()
    {
        HttpBench bench;
        bench.start(native);
        bench.sent(native, EffectSucceeded, {{"result", {{"status", 201}, {"outputs", Json::object()}}}}, "native key");
        bench.then(StepSucceeded, native, {{"outputs", Json::object()}});
        bench.pass(Millis(24 * 3'600'000));
        bench.then(RetryRequested, native, {{"steps", {"native"}}});
        bench.start(native);
        QCOMPARE(bench.says(native), u"done adopted"_s);
    }

    //! A person said that it took place. What it gave the service tells once more by the same key, while it knows it.
    void whatTookPlaceIsToldByItsKeyWhileThatIsKnown_data()
    {
        QTest::addColumn<qint64>("hours");
        QTest::addColumn<QString>("says");
        QTest::newRow("within a day") << qint64(2) << u"call POST"_s;
        QTest::newRow("later") << qint64(24) << u"ask gate.waiting"_s;
    }
    void whatTookPlaceIsToldByItsKeyWhileThatIsKnown()
    {
        QFETCH(qint64, hours);
        HttpBench bench([](Json& workflow) { workflow["steps"][1]["with"]["outputs"] = {{"id", "/id"}}; });
        bench.start(native);
        bench.sent(native, EffectUnknown, {{"error", toJson(Error{})}, {"notBefore", 1}}, "native key");
        bench.RunBuilder::end(EffectResolved, native, {{"outcome", "declaredDone"}});
        QCOMPARE(bench.says(native), u"ask gate.waiting"_s);
        bench.pass(Millis(hours * 3'600'000));
        bench.then(RetryRequested, native, {{"steps", {"native"}}});
        bench.start(native);
        QTEST(bench.says(native), "says");
    }

    //! What only a look keeps from being made twice: others may have made it while the service was away.
    void whatLooksFirstLooksBeforeItIsSentAgain()
    {
        HttpBench bench([](Json& workflow) { workflow["steps"][0]["with"]["lookFirst"] = true; });
        bench.start(natural);
        bench.thereIsNothing();
        QCOMPARE(bench.says(natural), u"call POST"_s);
        bench.sent(natural, EffectFailed, failure(errc::networkUnreachable, true));
        bench.pass(Millis(3 * 3'600'000));
        QVERIFY(!bench.reads(natural).isEmpty());
        QCOMPARE(bench.says(natural), u"call POST"_s);
        bench.thereIs("fisheries");
        QCOMPARE(bench.says(natural), u"done adopted"_s);
    }

    void mistakesAreToldWhereTheyStand_data()
    {
        QTest::addColumn<QString>("pointer"); // below /steps/0/with
        QTest::addColumn<QByteArray>("value"); // empty: removed
        QTest::addColumn<QString>("problem");
        const auto row = [](const char* name, const QString& pointer, const QByteArray& value, const QString& problem) {
            QTest::newRow(name) << pointer << value << problem;
        };
        row("method", u"/method"_s, R"("FETCH")",
            u"/method: must be one of \"POST\", \"PUT\", \"PATCH\", \"DELETE\""_s);
        row("url", u"/url"_s, R"("pay.example")",
            u"/url: must be a URL: http:// or https://, or a placeholder that gives the beginning of one"_s);
        row("status of success", u"/expect"_s, "[404]", u"/expect: must be a list of HTTP statuses from 200 to 299"_s);
        row("class", u"/effect"_s, R"("once")", u"/effect: must be one of \"natural key\", \"native key\", \"none\""_s);
        row("natural key without look-up", u"/lookUp"_s, {},
            u"/effect: a natural key needs \"lookUp\", which tells whether the thing is there"_s);
        row("native key without header", u"/effect"_s, R"("native key")",
            u"/effect: a native key needs \"keyHeader\", the header in which the service takes it"_s);
        row("header without native key", u"/keyHeader"_s, R"("K")",
            u"/keyHeader: only an effect with a native key has one"_s);
        row("look-up of what has no key", u"/effect"_s, R"("none")",
            u"/lookUp: what can be looked up has a natural key"_s);
        row("meaning", u"/meanings/409"_s, R"("fine")",
            u"/meanings/409: must be one of \"done\", \"exists\", \"retry\", \"ask\", or {\"say\": TEXT}"_s);
        row("status of a meaning", u"/meanings/200"_s, R"("done")",
            u"/meanings/200: \"200\" is no HTTP status from 400 to 599"_s);
        row("member of a look-up", u"/lookUp/where"_s, R"("x")",
            u"/lookUp/where: there is no \"where\" here; there is method, url, credential, body, absent, in, match, "
            u"ours, "
            u"outputs"_s);
        row("look-up without url", u"/lookUp/url"_s, {}, u"/lookUp: \"url\" is missing"_s);
        row("list of a look-up", u"/lookUp/in"_s, R"("things")",
            u"/lookUp/in: must be a JSON pointer to a list, such as \"/accounts\""_s);
        row("condition", u"/lookUp/ours"_s, R"({"team": "x"})",
            u"/lookUp/ours/team: \"team\" is no JSON pointer such as \"/name\""_s);
        row("output", u"/outputs/id"_s, R"({"at": "/id", "as": "number"})",
            u"/outputs/id: must be a JSON pointer such as \"/0/tag\", or {\"at\": POINTER, \"as\": \"text\"}"_s);
        row("what it makes", u"/makes/harmless"_s, {},
            u"/makes: must say why it is \"harmless\", or why it is \"harmful\""_s);
        row("what it may leave", u"/makes/perhaps"_s, R"({"what": "A thing", "harmless": "It is small."})",
            u"/makes/perhaps: \"remedy\" is missing"_s);
        row("whether that does harm", u"/makes/perhaps"_s, R"({"what": "A thing", "remedy": "Ask."})",
            u"/makes/perhaps: must say why it is \"harmless\", or why it is \"harmful\""_s);
        row("more of it", u"/makes/perhaps"_s, R"({"what": "A", "harmful": "B", "remedy": "C", "until": "natural"})",
            u"/makes/perhaps/until: there is no \"until\" here; there is what, harmless, harmful, remedy"_s);
        row("undo", u"/undo/method"_s, {}, u"/undo: \"method\" is missing"_s);
        const QString badName =
            u": must be the name of a stored credential (letters, digits, \".\", \"_\" and \"-\", at most 64), or one "
            u"placeholder of a setting that gives it"_s;
        const QString badSource = u": only a setting of type text may give the name of a credential"_s;
        row("credential that is no name", u"/credential"_s, R"("Bearer abc")", u"/credential"_s + badName);
        row("credential that is no text", u"/credential"_s, "7", u"/credential"_s + badName);
        row("credential made of parts", u"/credential"_s, R"("for-{{ settings.org }}")", u"/credential"_s + badName);
        row("credential that somebody types", u"/credential"_s, R"("{{ inputs.name }}")", u"/credential"_s + badSource);
        row("credential that is an address", u"/credential"_s, R"("{{ settings.base }}")",
            u"/credential"_s + badSource);
        row("credential of a setting that is not there", u"/credential"_s, R"("{{ settings.none }}")",
            u"/credential: \"settings.none\": there is no setting \"none\""_s);
        row("credential of a look-up", u"/lookUp/credential"_s, R"("{{ inputs.team }}")",
            u"/lookUp/credential"_s + badSource);
        row("credential of an undoing", u"/undo/credential"_s, R"("{{ steps.natural.id }}")",
            u"/undo/credential"_s + badSource);
        row("secret where it is journaled", u"/makes/what"_s, R"("{{ inputs.password }}")",
            u"/makes/what: \"inputs.password\": a secret cannot be used here, because this text is kept in the journal"_s);
        row("parameter", u"/bodies"_s, "{}",
            u"/bodies: \"http.request\" has no parameter \"bodies\"; it has method, url, headers, credential, body, "
            u"expect, "
            u"outputs, "
            u"secretOutputs, effect, keyHeader, lookUp, lookFirst, meanings, makes, undo"_s);
    }
    void mistakesAreToldWhereTheyStand()
    {
        QFETCH(QString, pointer);
        QFETCH(QByteArray, value);
        QFETCH(QString, problem);
        Json workflow = httpWorkflow();
        const Json::json_pointer place(u"/steps/0/with%1"_s.arg(pointer).toStdString());
        if (value.isEmpty())
            workflow.at(place.parent_pointer()).erase(place.back());
        else
            workflow[place] = *parseJson(value);
        const auto parsed = parseWorkflow(workflow, u"f"_s, kindRules());
        QVERIFY(!parsed.ok());
        QStringList problems;
        for (const Json& each : memberAt(parsed.error().args, "problems"))
            problems.append(textAt(each, "pointer") + u": "_s + textAt(each, "reason"));
        QVERIFY2(problems.contains(u"/steps/0/with"_s + problem), qPrintable(problems.join(u'\n')));
    }

    void secretsStandAsMarks()
    {
        HttpBench bench;
        bench.done(once);
        bench.start(secret);
        const auto call = bench.calls(secret);
        QCOMPARE(withoutSecrets(call.url), u"https://pay.example/(secret code)/x"_s);
        QCOMPARE(textAt(targetOf(call), "url"), u"https://pay.example/(secret code)/x"_s);
        QCOMPARE(withoutSecrets(textAt(call.body, "password")), u"(secret password)"_s);
        const auto names = secretsIn(call.body);
        QCOMPARE(names.size(), 1);
        QCOMPARE(names.first().name, u"inputs.password"_s);
        const Secret value(QByteArray("hunter2 \"quoted\""));
        const auto revealed = reveal(call.body, [&](const SecretName&) { return &value; });
        QCOMPARE(textAt(*revealed, "password"), u"hunter2 \"quoted\""_s);
        QCOMPARE(*revealUrl(call.url, [&](const SecretName&) { return &value; }),
            u"https://pay.example/hunter2%20%22quoted%22/x"_s);
        QCOMPARE(reveal(call.body, [](const SecretName&) { return nullptr; }).error().code, errc::secretMissing);
    }

    //! Whoever types a mark, or a service that answers one, gets no secret put in its place.
    void marksThatCameInAreNoMarks()
    {
        HttpBench bench;
        bench.done(once);
        bench.start(secret);
        const QString mark = textAt(bench.calls(secret).body, "password");
        Run run = bench.run;
        run.inputs["name"] = toJson(u"x"_s + mark);
        const auto context = contextOf(run, StepId(secret), kindRules(), bench.now, 1.0);
        QVERIFY(context.ok());
        const auto decision = kindNamed(u"http.request"_s)->decide(*context, {});
        QCOMPARE(secretsIn(toJson(textAt(std::get<Call>(decision).call.body, "name"))).size(), 0);
    }

    //! By name only, in each request that says so.
    void aCredentialIsNamedByEachRequest()
    {
        HttpBench bench([](Json& workflow) {
            Json& with = workflow["steps"][0]["with"];
            with["credential"] = "writer";
            with["lookUp"]["credential"] = "{{ settings.org }}";
            with["undo"]["credential"] = "undoer";
        });
        bench.start(natural);
        const auto call = bench.calls(natural);
        QCOMPARE(call.credential, u"writer"_s);
        QCOMPARE(textAt(targetOf(call), "credential"), u"writer"_s);
        bench.sent(natural, EffectUnknown, {{"error", toJson(Error{.code = errc::networkTimeout})}, {"notBefore", 1}});
        QCOMPARE(bench.reads(natural).http.size(), 1);
        const auto read = bench.reads(natural).http.first();
        QCOMPARE(read.credential, u"DEFRA"_s);
        // Another's answer to the same question is another answer.
        QVERIFY(keyOf(read) != keyOf(HttpRead{.url = read.url, .method = read.method, .body = read.body}));
        HttpBench plain;
        plain.start(natural);
        QVERIFY(plain.calls(natural).credential.isEmpty());
        QVERIFY(!targetOf(plain.calls(natural)).contains("credential"));
    }

    //! Whatever is wrong with it, a person mends it; nothing is tried over and over.
    void withoutItsCredentialAPersonIsAsked_data()
    {
        QTest::addColumn<QString>("code");
        for (const QString& code : {errc::credentialMissing, errc::credentialOtherHost, errc::keychainLocked,
                 errc::keychainSilent, errc::filePermissions})
            QTest::newRow(qPrintable(code)) << code;
    }
    void withoutItsCredentialAPersonIsAsked()
    {
        QFETCH(QString, code);
        const Error error{.code = code, .args = {{"credential", "writer"}}};
        HttpBench bench;
        bench.start(natural);
        bench.intendHttp(natural);
        bench.RunBuilder::end(EffectFailed, natural, {{"error", toJson(error)}, {"notExecuted", true}});
        QCOMPARE(bench.says(natural), u"ask "_s + code);
        // The same where it only looks.
        HttpBench looking;
        looking.http = error;
        looking.start(natural);
        looking.sent(natural, EffectFailed, refusedWith(409));
        QCOMPARE(looking.says(natural), u"ask "_s + code);
        // What the keychain says of a run's own secret, or a service that lets nobody in, is another thing.
        QVERIFY(!lacksCredential({.code = code, .args = {{"credential", "run/1/x"}, {"secret", "x"}}}));
        QVERIFY(!lacksCredential({.code = errc::httpStatus, .args = {{"credential", "writer"}}}));
    }

    void whoIsNotLetInIsToldWhichCredentialItWas()
    {
        HttpBench bench([](Json& workflow) { workflow["steps"][0]["with"]["credential"] = "writer"; });
        bench.start(natural);
        const auto call = bench.calls(natural);
        QCOMPARE(textAt(judge(call, 401, {}).error->args, "credential"), u"writer"_s);
        QCOMPARE(textAt(judge(call, 403, {}).error->args, "credential"), u"writer"_s);
        QVERIFY(!judge(call, 400, {}).error->args.contains("credential"));
    }

    void valuesInUrlsAreEncoded()
    {
        HttpBench bench;
        bench.start(natural);
        Run run = bench.run;
        run.inputs["name"] = "a/b ?&#ü";
        const auto context = contextOf(run, StepId(natural), kindRules(), bench.now, 1.0);
        QCOMPARE(context->text("url"), u"https://pay.example/things/a%2Fb%20%3F%26%23%C3%BC"_s);
        QCOMPARE(textAt(memberAt(context->with, "lookUp"), "url"),
            u"https://pay.example/things?name=a%2Fb%20%3F%26%23%C3%BC"_s);
    }

    void anAnswerIsJudgedByItsStatus_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("kind");
        using Kind = github::EffectOutcome::Kind;
        const QByteArray whole = R"({"id": 7, "kind": "big"})";
        QTest::newRow("made") << 201 << whole << int(Kind::Done);
        QTest::newRow("made, but it does not say what") << 201 << QByteArray("{}") << int(Kind::Unknown);
        QTest::newRow("another success") << 200 << whole << int(Kind::Unknown);
        QTest::newRow("done already") << 410 << QByteArray("{}") << int(Kind::Done);
        QTest::newRow("refused") << 400 << QByteArray("{}") << int(Kind::Refused);
        QTest::newRow("exists") << 409 << QByteArray("{}") << int(Kind::Refused);
        QTest::newRow("too many requests") << 429 << QByteArray("{}") << int(Kind::NotExecuted);
        QTest::newRow("a failure of the server") << 500 << whole << int(Kind::Unknown);
        QTest::newRow("of something before it") << 502 << QByteArray("{}") << int(Kind::Unknown);
        QTest::newRow("elsewhere") << 307 << QByteArray("{}") << int(Kind::Refused);
    }
    void anAnswerIsJudgedByItsStatus()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        HttpBench bench;
        bench.start(natural);
        QTEST(int(judge(bench.calls(natural), status, *parseJson(body)).kind), "kind");
    }

    void serversThatMayHaveDoneItAreNotTakenForANo()
    {
        HttpBench bench;
        bench.start(once);
        for (const int status : {408, 425, 500, 502, 503, 504, 520})
            QCOMPARE(judge(bench.calls(once), status, {}).kind, github::EffectOutcome::Kind::Unknown);
    }

    void theServicesOwnWordsAreTold()
    {
        HttpBench bench;
        bench.start(natural);
        const auto call = bench.calls(natural);
        const auto told = [&](int status, const char* body) { return *judge(call, status, *parseJson(body)).error; };
        QCOMPARE(textAt(told(400, R"({"errors":["one","two"]})").args, "text"), u"one; two"_s);
        QCOMPARE(textAt(told(400, R"({"message":["three"],"error_identifier":"GENERIC"})").args, "text"), u"three"_s);
        QCOMPARE(textAt(told(400, R"({"message":"four"})").args, "text"), u"four"_s);
        const Error said = told(422, R"({"errors":["five"]})");
        QCOMPARE(textAt(said.args, "say"), u"The name is not allowed."_s);
        QCOMPARE(textAt(said.args, "text"), u"five"_s);
        QCOMPARE(textAt(said.args, "host"), u"pay.example"_s);
    }

    //! It took place, and an event that the journal refuses or cannot read again would lose the run.
    void whatTheJournalCannotHoldIsAskedFor_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("because");
        QTest::newRow("large") << QString(70'000, u'x') << u"outputTooLarge"_s;
        QTest::newRow("deep") << QString(33, u'[') << u"outputTooLarge"_s;
        QTest::newRow("a secret was cut out") << u"https://h/accounts/(redacted)-17"_s << u"outputHidden"_s;
        QTest::newRow("nothing of it") << u"https://h/accounts/17"_s << QString();
    }
    void whatTheJournalCannotHoldIsAskedFor()
    {
        QFETCH(QString, value);
        QFETCH(QString, because);
        HttpBench bench([](Json& workflow) {
            workflow["steps"][2]["with"]["outputs"] = {{"kind", "/kind"}, {"id", "/id"}};
        });
        Json told = toJson(value);
        if (value.startsWith(u'[')) {
            told = 1;
            for (qsizetype level = 0; level < value.size(); ++level)
                told = Json::array({std::move(told)});
        }
        bench.start(once);
        const auto outcome = judge(bench.calls(once), 201, {{"code", "c"}, {"kind", told}, {"id", 7}});
        QCOMPARE(outcome.kind, github::EffectOutcome::Kind::Done);
        QCOMPARE(integerAt(memberAt(outcome.result, "outputs"), "id"), 7);
        bench.sent(once, EffectSucceeded, {{"result", outcome.result}}, "none");
        if (because.isEmpty()) {
            QCOMPARE(bench.says(once), u"done"_s);
            return;
        }
        QVERIFY(!memberAt(outcome.result, "outputs").contains("kind"));
        const auto decision = bench.decide(once);
        const auto* ask = std::get_if<Ask>(&decision);
        QVERIFY(ask);
        QCOMPARE(textAt(ask->error.args, "because"), because);
        QCOMPARE(textAt(ask->error.args, "output"), u"kind"_s);
    }

    void secretOutputsAreKeptApart()
    {
        HttpBench bench;
        bench.start(once);
        const auto outcome = judge(bench.calls(once), 201, *parseJson(R"({"code": "s3cr3t"})"));
        QVERIFY(!toBytes(memberAt(outcome.result, "outputs")).contains("s3cr3t"));
        QCOMPARE(textAt(memberAt(outcome.result, "secretOutputs"), "code"), u"s3cr3t"_s);
    }
};

QTEST_GUILESS_MAIN(HttpRequestTests)
#include "http_request_tests.moc"
