// SPDX-License-Identifier: GPL-3.0-or-later
#include "api_bench.h"

#include "base/error_codes.h"
#include "desk/run_json.h"

#include <QTest>

using namespace slipway;
using namespace slipway::api;
using namespace slipway::api::test;

namespace {

QByteArray startBody(const char* name)
{
    return toBytes(Json{{"workflow", "make-thing"}, {"inputs", {{"name", name}}}});
}

QByteArray key(const char* key) { return QByteArray("Idempotency-Key: ") + key + "\r\n"; }

} // namespace

class ApiResourcesTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theDescriptionNamesEveryRouteAndNoOther()
    {
        ApiBench bench;
        const auto description = parseJson(openApiDescription());
        QVERIFY(description.ok());
        QStringList described, served;
        for (const auto& [path, operations] : (*description)["paths"].items()) {
            for (const auto& [method, operation] : operations.items()) {
                QStringList query;
                for (const auto& parameter : memberAt(operation, "parameters")) {
                    if (textAt(parameter, "in") == "query"_L1)
                        query << textAt(parameter, "name");
                }
                described << u"%1 %2 %3 %4 %5 %6"_s.arg(toQString(method).toUpper(), toQString(path),
                    textAt(operation, "operationId"), textsAt(operation, "tags").join(u'+'), query.join(u','),
                    operation.contains("requestBody") ? u"body"_s : QString());
            }
        }
        for (const auto& route : bench.api->routes()) {
            const auto gate = route.gate == Gate::Open ? u"open"_s
                : route.gate == Gate::Viewer           ? u"viewer"_s
                                                       : u"operator"_s;
            served << u"%1 %2 %3 %4 %5 %6"_s.arg(QString::fromLatin1(route.method), route.path, route.operation, gate,
                route.query.join(u','), route.bodyLimit > 0 ? u"body"_s : QString());
        }
        described.sort();
        served.sort();
        QCOMPARE(served, described);
        const auto answer = bench.raw(bench.request("GET", "/openapi.json", {}));
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.json() == *description);
    }

    void anOperatorLeavesSafeMode()
    {
        ApiBench bench;
        bench.desk.m_status.trouble = Error{.code = errc::engineSafeMode, .args = {{"crashes", 3}}};
        QCOMPARE(bench.call("POST", "/v1/resume", R"({"why": 1})").code(), errc::apiMalformed);
        QVERIFY(bench.desk.m_status.trouble);
        const auto left = bench.call("POST", "/v1/resume", R"({"reason": "reported"})");
        QCOMPARE(left.status, 200);
        QVERIFY(flagAt(left.json(), "leftSafeMode"));
        QCOMPARE(std::get<ResumeRun>(bench.desk.m_commands.last()).reason, u"reported"_s);
        QVERIFY(!bench.desk.m_status.trouble);
        QVERIFY(!flagAt(bench.call("POST", "/v1/resume", "{}").json(), "leftSafeMode"));
    }

    //! Resume is the word by which it is read again; all else is told why nothing can be done.
    void aRunThatCannotBeReadIsResumed()
    {
        ApiBench bench;
        const auto id = bench.startRun(u"thing"_s, "k").toLatin1();
        QCOMPARE(bench.call("POST", "/v1/runs/" + id + "/pause", "{}").status, 200);
        bench.desk.m_runError = Error{.code = errc::runSetAside, .args = {{"run", id.toStdString()}}};
        QCOMPARE(bench.call("GET", "/v1/runs/" + id).code(), errc::runSetAside);
        const auto refused = bench.call("POST", "/v1/runs/" + id + "/cancel", "{}");
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.code(), errc::runSetAside);
        QCOMPARE(bench.call("POST", "/v1/runs/" + id + "/resume", "{}").status, 200);
        QCOMPARE(bench.call("GET", "/v1/runs/" + id).status, 200);
    }

    void startsARunOnceForAKey()
    {
        ApiBench bench;
        const auto first = bench.call("POST", "/v1/runs", startBody("thing"), key("a"));
        QCOMPARE(first.status, 201);
        const auto id = textAt(first.json(), "id");
        QCOMPARE(first.header("Location"), "/v1/runs/" + id.toLatin1());
        QCOMPARE(bench.desk.stored(RunId(id)).startedBy, u"robot"_s); // the token's name
        const auto again =
            bench.call("POST", "/v1/runs", R"({"inputs": {"name": "thing"}, "workflow": "make-thing"})", key("a"));
        QCOMPARE(again.status, 200);
        QCOMPARE(again.header("Idempotency-Replayed"), QByteArray("true"));
        QCOMPARE(textAt(again.json(), "id"), id);
        const auto other = bench.call("POST", "/v1/runs", startBody("other"), key("a"));
        QCOMPARE(other.status, 422);
        QCOMPARE(other.code(), errc::apiKeyReused);
        QCOMPARE(bench.call("POST", "/v1/runs", startBody("other")).code(), errc::apiKeyMissing);
        QCOMPARE(bench.call("POST", "/v1/runs", startBody("other"), key("")).code(), errc::apiMalformed);
        QCOMPARE(bench.desk.count(), 1);
        QCOMPARE(bench.call("POST", "/v1/runs", startBody("other"), key("b")).status, 201);
        QCOMPARE(bench.desk.count(), 2);
    }

    void twoEqualStartsAtOnceAreOneRun()
    {
        ApiBench bench;
        bench.desk.m_hold = true;
        const auto request = bench.request("POST", "/v1/runs", bench.operatorToken, startBody("thing"), key("a"));
        Client one(bench.api->url()), two(bench.api->url()), different(bench.api->url());
        one.send(request);
        QTRY_COMPARE(bench.desk.m_asked, 1);
        two.send(request);
        different.send(bench.request("POST", "/v1/runs", bench.operatorToken, startBody("other"), key("a")));
        QCOMPARE(different.answer().status, 422);
        QTest::qWait(50);
        bench.desk.goOn();
        const auto first = one.answer(), second = two.answer();
        QCOMPARE(first.status, 201);
        QCOMPARE(second.status, 200);
        QCOMPARE(first.json()["id"].get<std::string>(), second.json()["id"].get<std::string>());
        QCOMPARE(bench.desk.count(), 1);
        QCOMPARE(bench.desk.m_asked, 1);
    }

    void aClientThatLeavesLeavesTheStartAlone()
    {
        ApiBench bench;
        bench.desk.m_hold = true;
        {
            Client client(bench.api->url());
            client.send(bench.request("POST", "/v1/runs", bench.operatorToken, startBody("thing"), key("a")));
            QTRY_COMPARE(bench.desk.m_asked, 1);
            client.leave();
        }
        QTest::qWait(50); // its connection is gone
        bench.desk.goOn();
        QTRY_COMPARE(bench.desk.count(), 1);
        // The answer was lost; the key finds the run.
        const auto again = bench.call("POST", "/v1/runs", startBody("thing"), key("a"));
        QCOMPARE(again.status, 200);
        QCOMPARE(bench.desk.count(), 1);
    }

    void anEndWhileAnAnswerIsAwaitedIsNoCrash()
    {
        ApiBench bench;
        bench.desk.m_hold = true;
        Client client(bench.api->url());
        client.send(bench.request("POST", "/v1/runs", bench.operatorToken, startBody("thing"), key("a")));
        QTRY_COMPARE(bench.desk.m_asked, 1);
        bench.api.reset();
        bench.desk.goOn();
        QTest::qWait(20);
        QVERIFY(client.closes());
        QCOMPARE(bench.desk.count(), 0);
    }

    void wrongInputsAreAllTold()
    {
        ApiBench bench;
        const auto wrong = bench.call("POST", "/v1/runs",
            toBytes(Json{{"workflow", "make-thing"}, {"inputs", {{"name", "X"}, {"weight", 3}}}}), key("a"));
        QCOMPARE(wrong.status, 422);
        QVERIFY(wrong.json()["errors"].size() >= 2);
        QCOMPARE(bench.call("POST", "/v1/runs", R"({"workflow": "none", "inputs": {}})", key("a")).code(),
            errc::workflowUnknown);
        QCOMPARE(bench.call("POST", "/v1/runs", R"({"workflow": "make-thing", "input": {}})", key("a")).status, 400);
        QCOMPARE(bench.call("POST", "/v1/runs", R"(["make-thing"])", key("a")).status, 400);
        QCOMPARE(bench.call("POST", "/v1/runs", R"({"a": 1, "a": 2})", key("a")).code(), errc::jsonInvalid);
        QCOMPARE(bench.desk.count(), 0);
        // What was refused has not used the key up.
        QCOMPARE(bench.call("POST", "/v1/runs", startBody("thing"), key("a")).status, 201);
    }

    void whatThePreviewFindsStopsTheStart()
    {
        ApiBench bench;
        bench.desk.m_preview.steps.append({.step = StepId(u"raise"_s),
            .kind = u"request.validate"_s,
            .error = Error{.code = errc::nameTaken, .args = {{"name", "thing"}}}});
        const auto taken = bench.call("POST", "/v1/runs", startBody("thing"), key("a"));
        QCOMPARE(taken.status, 409);
        QCOMPARE(taken.code(), errc::nameTaken);
        bench.desk.m_previewError = Error{.code = errc::networkUnreachable};
        QCOMPARE(bench.call("POST", "/v1/runs", startBody("thing"), key("a")).status, 502);
        QCOMPARE(bench.desk.count(), 0);
    }

    void answersAreTheShapesOfTheTerminal()
    {
        ApiBench bench;
        const RunId id(bench.startRun(u"thing"_s, "a"));
        const auto run = bench.call("GET", "/v1/runs/thing"); // by subject
        QCOMPARE(run.status, 200);
        QVERIFY(run.json() == desk::runJson({.run = bench.desk.stored(id), .usual = {}}, bench.clock.now(), 1.0));
        QCOMPARE(run.header("ETag"), entityTag(bench.desk.stored(id).sequence));
        const auto events = bench.call("GET", "/v1/runs/" + id.text().toLatin1() + "/events?since=0");
        QCOMPARE(textAt(events.json()["events"][0], "type"), u"RunStarted"_s);
        QCOMPARE(bench.call("GET", "/v1/runs/thing/events?since=-1").code(), errc::apiMalformed);
        QVERIFY(bench.call("GET", "/v1/workflows/make-thing").json() == bench.desk.workflow()->source);
        QCOMPARE(textAt(bench.call("GET", "/v1/workflows/make-thing/inputs").json()["inputs"][0], "id"), u"name"_s);
        QCOMPARE(bench.call("GET", "/v1/workflows/nothing").status, 404);
    }

    void listsPageByPage()
    {
        ApiBench bench;
        for (const auto& name : {u"aa"_s, u"bb"_s, u"cc"_s})
            bench.startRun(name, name.toLatin1());
        QStringList seen;
        QByteArray path = "/v1/runs?limit=2&state=open";
        for (int pages = 0; !path.isEmpty() && pages < 5; ++pages) {
            const auto page = bench.call("GET", path);
            QCOMPARE(page.status, 200);
            const Json body = page.json();
            for (const auto& run : body["runs"])
                seen << textAt(run, "subject");
            path = textAt(page.json(), "next").toLatin1();
        }
        QCOMPARE(seen, (QStringList{u"cc"_s, u"bb"_s, u"aa"_s}));
        QCOMPARE(bench.call("GET", "/v1/runs?limit=0").status, 400);
        QCOMPARE(bench.call("GET", "/v1/runs?state=odd").status, 400);
    }

    void commandsAreGivenInTheTokensName()
    {
        ApiBench bench;
        const RunId id(bench.startRun(u"thing"_s, "a"));
        const auto paused = bench.call("POST", "/v1/runs/thing/pause", R"({"reason": "lunch"})");
        QCOMPARE(paused.status, 200);
        QVERIFY(bench.desk.stored(id).pause);
        const auto events = bench.desk.events(id, 1).result();
        QCOMPARE(events->back().actor, u"robot"_s);
        QCOMPARE(textAt(events->back().data, "reason"), u"lunch"_s);
        QCOMPARE(bench.call("POST", "/v1/runs/thing/resume").status, 200); // a body is not needed
        QVERIFY(!bench.desk.stored(id).pause);
        QCOMPARE(bench.call("POST", "/v1/runs/thing/note", R"({"text": "hm"})").status, 200);
        QCOMPARE(bench.desk.stored(id).notes.size(), 1);
        const auto refused = bench.call("POST", "/v1/runs/thing/retry", "{}");
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.code(), errc::commandRefused);
        QCOMPARE(bench.call("POST", "/v1/runs/thing/retry", R"({"step": "nothing"})").code(), errc::stepUnknown);
        QCOMPARE(bench.call("POST", "/v1/runs/thing/skip", R"({"step": "tell"})").code(), errc::apiMalformed);
        QCOMPARE(bench.call("POST", "/v1/runs/thing/skip", R"({"step": 3, "reason": "x"})").code(), errc::apiMalformed);
        QCOMPARE(bench.call("POST", "/v1/runs/thing/look", R"({"stepp": "tell"})").code(), errc::apiMalformed);
        QCOMPARE(bench.call("POST", "/v1/runs/nobody/cancel", "{}").status, 404);
        QCOMPARE(bench.call("POST", "/v1/runs/thing/cancel", R"({"reason": "over"})").status, 200);
        QVERIFY(!bench.desk.stored(id).isOpen());
    }

    void aCommandUnderAKeyIsOneAct()
    {
        ApiBench bench;
        const RunId id(bench.startRun(u"thing"_s, "a"));
        for (int i = 0; i < 3; ++i)
            QCOMPARE(bench.call("POST", "/v1/runs/thing/note", R"({"text": "once"})", key("n")).status, 200);
        QCOMPARE(bench.desk.stored(id).notes.size(), 1);
        QCOMPARE(
            bench.call("POST", "/v1/runs/thing/note", R"({"text": "other"})", key("n")).code(), errc::apiKeyReused);
        QCOMPARE(bench.call("POST", "/v1/runs/thing/note", R"({"text": "other"})", key("m")).status, 200);
        QCOMPARE(bench.desk.stored(id).notes.size(), 2);
    }

    //! Which step had failed is to be seen in the run as it was, not as the act has left it.
    void anActThatIsRepeatedAfterItsAnswerWasLostIsTheSame()
    {
        ApiBench bench;
        const RunId id(bench.startRun(u"thing"_s, "a"));
        bench.desk.append(id, EventType::StepStarted, u"raise"_s, Json::object());
        bench.desk.append(
            id, EventType::StepFailed, u"raise"_s, {{"error", toJson(Error{.code = errc::githubConflict})}});
        const QByteArray path = "/v1/runs/" + id.text().toUtf8() + "/retry";
        const auto first = bench.call("POST", path, R"({"from": true})", key("k"));
        QCOMPARE(first.status, 200);
        const auto sequence = bench.desk.stored(id).sequence;
        const auto again = bench.call("POST", path, R"({"from": true})", key("k"));
        QCOMPARE(again.status, 200);
        QCOMPARE(integerAt(again.json(), "sequence"), sequence);
        QCOMPARE(again.header("ETag"), first.header("ETag"));
        QCOMPARE(bench.desk.stored(id).sequence, sequence);
        QCOMPARE(bench.call("POST", path, R"({"from": true})", key("l")).code(), errc::apiMalformed);
    }

    void aRunThatHasMovedRefuses()
    {
        ApiBench bench;
        const RunId id(bench.startRun(u"thing"_s, "a"));
        const auto tag = bench.call("GET", "/v1/runs/thing").header("ETag");
        const auto sequence = bench.desk.stored(id).sequence;
        QCOMPARE(bench.call("POST", "/v1/runs/thing/note", R"({"text": "in between"})").status, 200);
        const auto byTag = bench.call("POST", "/v1/runs/thing/pause", "{}", "If-Match: " + tag + "\r\n");
        QCOMPARE(byTag.status, 412);
        QCOMPARE(byTag.code(), errc::commandStale);
        const auto byField = bench.call("POST", "/v1/runs/thing/pause", toBytes(Json{{"expectedSequence", sequence}}));
        QCOMPARE(byField.status, 409);
        QCOMPARE(bench.call("POST", "/v1/runs/thing/pause", "{}", "If-Match: W/\"1\"\r\n").status, 400);
        QVERIFY(!bench.desk.stored(id).pause);
        const auto now = bench.call("GET", "/v1/runs/thing").header("ETag");
        QCOMPARE(bench.call("POST", "/v1/runs/thing/pause", "{}", "If-Match: " + now + "\r\n").status, 200);
    }

    void aPreviewChangesNothing()
    {
        ApiBench bench;
        bench.desk.m_preview.steps.append(
            {.step = StepId(u"raise"_s), .kind = u"test.raise"_s, .summary = u"Raises"_s});
        const auto preview = bench.call("POST", "/v1/workflows/make-thing/preview", R"({"inputs": {"name": "thing"}})");
        QCOMPARE(preview.status, 200);
        QCOMPARE(textAt(preview.json()["steps"][0], "summary"), u"Raises"_s);
        QCOMPARE(bench.call("POST", "/v1/workflows/make-thing/preview", R"({"inputs": {"name": "X"}})").status, 422);
        QVERIFY(bench.desk.m_commands.isEmpty());
        bench.startRun(u"thing"_s, "a");
        const Json undo = bench.call("GET", "/v1/runs/thing/undo").json();
        QCOMPARE(undo["steps"].size(), size_t(1));
        QVERIFY(undo["leaves"].is_array());
        QCOMPARE(textAt(undo["unread"], "code"), errc::notConnected); // this desk cannot ask anybody, and says so
        QVERIFY(undo["readAt"].is_null() && undo["steps"][0]["now"].is_null());
    }
};

QTEST_GUILESS_MAIN(ApiResourcesTests)
#include "api_resources_tests.moc"
