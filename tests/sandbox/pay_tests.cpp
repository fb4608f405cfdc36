// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/result.h"
#include "base/text.h"
#include "raw_client.h"
#include "sandbox/sandbox.h"

#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include <filesystem>

using namespace slipway;
using namespace slipway::sandbox;

namespace {

const QByteArray admin = "/adminusers/v1/api/";
const QByteArray connector = "/connector/v1/api/";

} // namespace

//! adminusers and connector over raw HTTP, as facts about the real ones say: statuses, traps, texts.
class PayTests : public QObject {
    Q_OBJECT

    //! A new world takes most of a test's time: it is made once and copied.
    static SandboxOptions copied(const QString& directory)
    {
        static QTemporaryDir original;
        static const bool isMade = Sandbox::start({.stateDirectory = original.path()}).ok();
        if (!isMade)
            qFatal("no world to copy");
        std::filesystem::copy(
            original.path().toStdString(), directory.toStdString(), std::filesystem::copy_options::recursive);
        return {.stateDirectory = directory, .speed = 100};
    }

    struct Running {
        Running()
            : Running(SandboxOptions{})
        { }
        explicit Running(SandboxOptions options)
            : directory(std::make_unique<QTemporaryDir>())
            , sandbox(Sandbox::start(options.stateDirectory.isEmpty() ? copied(directory->path()) : std::move(options)))
            , client(0, {})
        {
            if (!sandbox)
                qFatal("no sandbox");
            client = RawClient(
                quint16(QUrl((*sandbox)->url()).port()), textAt((*sandbox)->announcement(), "token").toUtf8());
        }

        RawAnswer post(const QByteArray& target, const Json& body) const { return client.send("POST", target, body); }
        RawAnswer patch(const QByteArray& target, const Json& body) const { return client.send("PATCH", target, body); }
        qsizetype count(const char* list) const { return qsizetype((*sandbox)->ledger()["pay"][list].size()); }

        //! External id of a new service.
        QByteArray service(const char* name = "Fishing") const
        {
            return textAt(post(admin + "services", {{"service_name", {{"en", name}}}}).json(), "external_id").toUtf8();
        }
        //! Id of a new account, as the creation tells it.
        QByteArray account(const QByteArray& service) const
        {
            return textAt(
                post(connector + "accounts", {{"service_id", service.toStdString()}}).json(), "gateway_account_id")
                .toUtf8();
        }
        static Json add(Json ids)
        {
            return {{"op", "add"}, {"path", "gateway_account_ids"}, {"value", std::move(ids)}};
        }
        static Json user(const char* email, Json services = Json::array())
        {
            return {{"email", email}, {"telephone_number", "+447700900000"}, {"role_name", "admin"},
                {"service_external_ids", std::move(services)}};
        }

        std::unique_ptr<QTemporaryDir> directory;
        Result<std::unique_ptr<Sandbox>> sandbox;
        RawClient client;
    };

    static QString errorOf(const RawAnswer& answer)
    {
        const Json body = answer.json();
        return textsAt(body, body.contains("errors") ? "errors" : "message").join(u"; "_s);
    }

private Q_SLOTS:
    void aServiceIsMadeAnewByEachPost()
    {
        Running s;
        const RawAnswer made = s.post(admin + "services", {{"service_name", {{"en", "Some name"}, {"cy", "Enw"}}}});
        QCOMPARE(made.status, 201);
        const Json body = made.json();
        QCOMPARE(textAt(body, "name"), u"Some name"_s);
        QCOMPARE(textAt(body, "external_id").size(), 32);
        QVERIFY(body["gateway_account_ids"] == Json::array());
        QCOMPARE(textAt(body, "current_go_live_stage"), u"NOT_STARTED"_s);
        QVERIFY(s.service("Some name") != textAt(body, "external_id").toUtf8());
        QCOMPARE(textAt(s.post(admin + "services", Json::object()).json(), "name"), u"System Generated"_s);
        QCOMPARE(s.post(admin + "services", {{"service_name", {{"fr", "Nom"}}}}).status, 400);
        QCOMPARE(s.client.send("POST", admin + "services", QByteArray("{")).status, 500);
        QCOMPARE(s.count("services"), 3);
    }

    void servicesAreFoundByNameAndByAccount()
    {
        Running s;
        const QByteArray service = s.service("slipway1a2b3c4d");
        s.service("slipway1a2b3c4dx");
        const auto search = [&](const char* name) {
            return s.post(admin + "services/search", {{"service_name", name}});
        };
        const Json found = search("slipway1a2b3c4d").json();
        QCOMPARE(found["name_results"].size(), 1u);
        QCOMPARE(textAt(found["name_results"][0], "external_id").toUtf8(), service);
        QVERIFY(search("nothing").json()["name_results"].empty());
        QCOMPARE(search("slip_way").status, 400);
        QCOMPARE(s.client.get(admin + "services/list").json().size(), 2u);
        QCOMPARE(s.client.get(admin + "services").status, 400);
        QCOMPARE(s.client.get(admin + "services?gatewayAccountId=1").status, 404);
        QCOMPARE(s.patch(admin + "services/" + service, Running::add({"1"})).status, 200);
        QCOMPARE(textAt(s.client.get(admin + "services?gatewayAccountId=1").json(), "external_id").toUtf8(), service);
    }

    void accountIdsMustBeTextsAndOneAtATime()
    {
        Running s;
        const QByteArray service = s.service(), path = admin + "services/" + service;
        QVERIFY(s.patch(path, Running::add({"7"})).json()["gateway_account_ids"] == Json::array({"7"}));
        // The same id again, to the very same service: refused with a text that misleads.
        const RawAnswer again = s.patch(path, Running::add({"7"}));
        QCOMPARE(again.status, 409);
        QCOMPARE(errorOf(again),
            u"One or more of the following gateway account ids has already assigned to another service: [7]"_s);
        // Two ids at once: the check finds nothing, the constraint of the database fails.
        QCOMPARE(s.patch(path, Running::add({"7", "8"})).status, 500);
        QVERIFY(s.client.get(path).json()["gateway_account_ids"] == Json::array({"7"}));
        // A number is stored as null.
        QCOMPARE(s.patch(path, Running::add({9})).status, 200);
        QVERIFY(s.client.get(path).json()["gateway_account_ids"] == Json::array({"7", nullptr}));
        QCOMPARE(s.client.get(admin + "services?gatewayAccountId=9").status, 404);
        QCOMPARE(s.patch(admin + "services/unknown", Running::add({"10"})).status, 404);
        QCOMPARE(s.patch(path, {{"op", "remove"}, {"path", "gateway_account_ids"}, {"value", {"7"}}}).status, 400);
        QCOMPARE(s.post(admin + "services", {{"gateway_account_ids", {"7"}}}).status, 409);
        QCOMPARE(s.count("links"), 2);
    }

    void aServiceIsRenamedAndArchived()
    {
        Running s;
        const QByteArray service = s.service(), path = admin + "services/" + service;
        const QByteArray account = s.account(service);
        s.post(admin + "users", Running::user("a@dept.gov.uk", {service.toStdString()}));
        const Json rename{{"op", "replace"}, {"path", "service_name/en"}, {"value", "A better name"}};
        QCOMPARE(textAt(s.patch(path, Json::array({rename})).json(), "name"), u"A better name"_s);
        Json tooLong = rename;
        tooLong["value"] = std::string(51, 'x');
        QCOMPARE(s.patch(path, tooLong).status, 400);
        QCOMPARE(s.patch(path, {{"op", "replace"}, {"path", "archived"}, {"value", "true"}}).status, 400);
        QCOMPARE(s.patch(path, {{"op", "replace"}, {"path", "archived"}, {"value", true}}).status, 200);
        QVERIFY(s.post(admin + "users/find", {{"email", "a@dept.gov.uk"}}).json()["service_roles"].empty());
        QTRY_VERIFY(flagAt(s.client.get(connector + "accounts/" + account).json(), "disabled"));
        QCOMPARE(s.client.get(connector + "service/" + service + "/account/test").status, 404);
    }

    void anAccountsIdIsATextOnceAndANumberLater()
    {
        Running s;
        const QByteArray service = s.service();
        const Json body{{"service_id", service.toStdString()}, {"payment_provider", "sandbox"}, {"type", "test"}};
        const RawAnswer made = s.post(connector + "accounts", body);
        QCOMPARE(made.status, 201);
        QVERIFY(made.json()["gateway_account_id"] == Json("1"));
        QVERIFY(made.header("Location").endsWith("/v1/api/accounts/1"));
        const QByteArray query = connector + "accounts?serviceIds=" + service + "&type=test&payment_provider=sandbox";
        QVERIFY(s.client.get(query).json()["accounts"][0]["gateway_account_id"] == Json(1));
        QVERIFY(
            s.client.get(connector + "service/" + service + "/account/test").json()["gateway_account_id"] == Json(1));
        QVERIFY(s.client.get(connector + "accounts?serviceIds=other").json()["accounts"].empty());
        // Made again by each plain POST; with the flag it is refused.
        QCOMPARE(s.post(connector + "accounts", body).status, 201);
        const RawAnswer refused = s.post(connector + "accounts?degatewayification=true", body);
        QCOMPARE(refused.status, 409);
        QCOMPARE(errorOf(refused),
            u"Gateway account with service id %1 and account type 'test' already exists."_s.arg(
                QString::fromUtf8(service)));
        QCOMPARE(s.count("accounts"), 2);
    }

    void anAccountNeedsAService()
    {
        Running s;
        const RawAnswer refused = s.post(connector + "accounts", {{"type", "test"}});
        QCOMPARE(refused.status, 422);
        QCOMPARE(errorOf(refused), u"Field [service_id] cannot be blank or missing"_s);
        QCOMPARE(textAt(refused.json(), "error_identifier"), u"GENERIC"_s);
        QCOMPARE(s.post(connector + "accounts", {{"service_id", "x"}, {"type", "odd"}}).status, 422);
        QCOMPARE(s.post(connector + "accounts", {{"service_id", "x"}, {"payment_provider", "odd"}}).status, 422);
        QCOMPARE(s.count("accounts"), 0);
    }

    void anAccountIsDisabledByABoolean()
    {
        Running s;
        const QByteArray account = s.account(s.service()), path = connector + "accounts/" + account;
        QCOMPARE(s.patch(path, {{"op", "replace"}, {"path", "disabled"}, {"value", "true"}}).status, 400);
        QCOMPARE(s.patch(path, {{"op", "replace"}, {"path", "disabled"}, {"value", true}}).status, 200);
        QVERIFY(flagAt(s.client.get(path).json(), "disabled"));
        QCOMPARE(s.patch(connector + "accounts/99", {{"op", "replace"}}).status, 404);
    }

    //! Two calls within the time between connector's check and its insertion both pass.
    void twoCallsAtOnceMakeTwoAccounts()
    {
        Running s;
        const std::string service = s.service().toStdString();
        QVERIFY((*s.sandbox)->control({{"do", "pay-race"}, {"millis", 400}}).ok());
        const QByteArray target = connector + "accounts?degatewayification=true";
        const Json body{{"service_id", service}};
        const RawClient other = s.client;
        RawAnswer second;
        // The raw client runs the event loop while it waits, so the second call goes out within the first.
        QTimer::singleShot(50, this, [&] { second = other.send("POST", target, body); });
        const RawAnswer first = s.post(target, body);
        QTRY_COMPARE(second.status, 201);
        QCOMPARE(first.status, 201);
        QCOMPARE(s.count("accounts"), 2);
        QCOMPARE(s.post(target, body).status, 409);
    }

    void aUserIsThereOnce()
    {
        Running s;
        const std::string service = s.service().toStdString();
        const RawAnswer made = s.post(admin + "users", Running::user("A.Person@dept.gov.uk", {service}));
        QCOMPARE(made.status, 201);
        const Json body = made.json();
        QVERIFY(!textAt(body, "otp_key").isEmpty());
        QCOMPARE(textAt(body["service_roles"][0]["service"], "external_id").toStdString(), service);
        QCOMPARE(textAt(body["service_roles"][0]["role"], "name"), u"admin"_s);
        const RawAnswer again = s.post(admin + "users", Running::user("a.person@DEPT.gov.uk"));
        QCOMPARE(again.status, 409);
        QCOMPARE(errorOf(again), u"email [a.person@DEPT.gov.uk] already exists"_s);
        const Json found = s.post(admin + "users/find", {{"email", "A.PERSON@dept.gov.uk"}}).json();
        QCOMPARE(textAt(found, "external_id"), textAt(body, "external_id"));
        QCOMPARE(s.post(admin + "users/find", {{"email", "b@dept.gov.uk"}}).status, 404);
        QCOMPARE(s.post(admin + "users/find", Json::object()).status, 400);
        QCOMPARE(s.count("users"), 1);
    }

    void aUserNeedsARole()
    {
        Running s;
        Json body = Running::user("a@dept.gov.uk");
        body.erase("role_name");
        QCOMPARE(errorOf(s.post(admin + "users", body)), u"Field [role_name] is required"_s);
        body["role_name"] = "king";
        QCOMPARE(errorOf(s.post(admin + "users", body)), u"role [king] not recognised"_s);
        body["role_name"] = "admin";
        body["telephone_number"] = "call me";
        QCOMPARE(s.post(admin + "users", body).status, 400);
        QCOMPARE(s.count("users"), 0);
    }

    void anUnknownServiceIsSilentlyDropped()
    {
        Running s;
        const std::string service = s.service().toStdString();
        const Json made = s.post(admin + "users", Running::user("a@dept.gov.uk", {"unknown"})).json();
        QVERIFY(made["service_roles"].empty());
        const QByteArray path = admin + "users/" + textAt(made, "external_id").toUtf8() + "/services";
        QCOMPARE(s.post(path, {{"service_external_id", "unknown"}, {"role_name", "admin"}}).status, 400);
        QCOMPARE(s.post(path, {{"service_external_id", service}, {"role_name", "admin"}}).status, 200);
        QCOMPARE(s.post(path, {{"service_external_id", service}, {"role_name", "admin"}}).status, 409);
        QCOMPARE(s.post(admin + "users/unknown/services", Json::object()).status, 404);
        QCOMPARE(s.count("roles"), 1);
    }

    void gatewayAccountIdsOfNobodyMakeAService()
    {
        Running s;
        Json body = Running::user("a@dept.gov.uk");
        body["gateway_account_ids"] = {"77"};
        QCOMPARE(s.post(admin + "users", body).status, 201);
        QCOMPARE(s.count("services"), 1);
    }

    void aUserIsDisabledAndDetached()
    {
        Running s;
        const std::string service = s.service().toStdString();
        const auto made = [&](const char* email) {
            return textAt(s.post(admin + "users", Running::user(email, {service})).json(), "external_id").toUtf8();
        };
        const QByteArray one = made("a@dept.gov.uk"), two = made("b@dept.gov.uk");
        const QByteArray of = admin + "services/" + QByteArray::fromStdString(service) + "/users/";
        QCOMPARE(s.client.send("DELETE", of + one, QByteArray()).status, 403);
        RawClient asOne = s.client;
        asOne.extraHeaders = {{"GovUkPay-User-Context", one}};
        QCOMPARE(asOne.send("DELETE", of + one, QByteArray()).status, 409);
        QCOMPARE(asOne.send("DELETE", of + two, QByteArray()).status, 204);
        const QByteArray tool = admin + "toolbox/services/" + QByteArray::fromStdString(service) + "/users/";
        QCOMPARE(s.client.send("DELETE", tool + one, QByteArray()).status, 204);
        QCOMPARE(s.client.send("DELETE", tool + "unknown", QByteArray()).status, 404);
        const Json disable{{"op", "replace"}, {"path", "disabled"}, {"value", "true"}};
        QVERIFY(flagAt(s.patch(admin + "users/" + one, disable).json(), "disabled"));
        QCOMPARE(s.count("removals"), 3);
    }

    void signingUpGoesByEmailAndTextMessage()
    {
        Running s;
        const QByteArray ask = admin + "invites/create-self-registration-invite";
        QCOMPARE(s.post(ask, {{"email", "a@shop.example"}}).status, 403);
        QCOMPARE(s.post(ask, {{"email", "nobody"}}).status, 422);
        const Json invite = s.post(ask, {{"email", "a@dept.gov.uk"}}).json();
        const QByteArray path = QUrl(textAt(invite["_links"][0], "href")).path().toUtf8();
        QVERIFY(path.startsWith(admin + "invites/"));
        // A valid one is used again and sent again.
        QVERIFY(s.post(ask, {{"email", "a@dept.gov.uk"}}).json()["_links"] == invite["_links"]);
        QCOMPARE(s.count("invites"), 1);
        QCOMPARE(s.count("emails"), 2);
        QCOMPARE(s.post(path + "/send-otp", Json::object()).status, 412);
        QVERIFY(s.client.get(path).json()["telephone_number"].is_null());
        QVERIFY((*s.sandbox)->control({{"do", "pay-confirm-address"}, {"email", "a@dept.gov.uk"}}).ok());
        QVERIFY(flagAt(s.client.get(path).json(), "password_set"));
        QCOMPARE(s.post(path + "/send-otp", Json::object()).status, 204);
        QCOMPARE(s.count("sms"), 1);
        const std::string code = path.mid(path.lastIndexOf('/') + 1).toStdString();
        const auto enter = [&](const std::string& otp) {
            return s.post("/adminusers/v2/api/invites/otp/validate", {{"code", code}, {"otp", otp}}).status;
        };
        QCOMPARE(enter("000000"), 401);
        QCOMPARE(enter(""), 422);
        const auto sms = (*s.sandbox)->control({{"do", "pay-read-code"}, {"email", "a@dept.gov.uk"}});
        QCOMPARE(enter(sms->at("code").get<std::string>()), 204);
        QCOMPARE(s.post(path + "/complete", Json::object()).status, 400);
        const RawAnswer done = s.post(path + "/complete", {{"second_factor", "SMS"}});
        QCOMPARE(done.status, 200);
        QVERIFY(!done.json().contains("service_external_id"));
        QCOMPARE(s.post(path + "/complete", {{"second_factor", "SMS"}}).status, 410);
        QCOMPARE(s.client.get(path).status, 410);
        QCOMPARE(s.post(ask, {{"email", "a@dept.gov.uk"}}).status, 409);
        QCOMPARE(s.client.get(admin + "invites/unknown").status, 404);
    }

    void aCodeIsLockedAfterTenTries()
    {
        Running s;
        const Json invite =
            s.post(admin + "invites/create-self-registration-invite", {{"email", "a@dept.gov.uk"}}).json();
        const QString path = QUrl(textAt(invite["_links"][0], "href")).path();
        const Json wrong{{"code", toJson(path.section(u'/', -1))}, {"otp", "000000"}};
        for (int i = 0; i < 10; ++i)
            QCOMPARE(s.post("/adminusers/v2/api/invites/otp/validate", wrong).status, 401);
        QCOMPARE(s.post("/adminusers/v2/api/invites/otp/validate", wrong).status, 410);
    }

    void peopleAnswerByThemselvesWhereTheyAreToldTo()
    {
        Running s;
        QVERIFY((*s.sandbox)->control({{"do", "pay-people"}, {"seconds", 1}}).ok());
        const Json invite =
            s.post(admin + "invites/create-self-registration-invite", {{"email", "a@dept.gov.uk"}}).json();
        const QByteArray path = QUrl(textAt(invite["_links"][0], "href")).path().toUtf8();
        QTRY_VERIFY(flagAt(s.client.get(path).json(), "password_set"));
    }

    void optionBMakesAllWithOneCall()
    {
        Running s;
        Json body = Running::user("a@dept.gov.uk");
        body["service_name"] = "Fishing";
        const RawAnswer made = s.post(admin + "service-creations", body);
        QCOMPARE(made.status, 201);
        const Json user = s.post(admin + "users/find", {{"email", "a@dept.gov.uk"}}).json();
        const Json& service = user["service_roles"][0]["service"];
        QCOMPARE(textAt(service, "external_id"), textAt(made.json(), "service_external_id"));
        QVERIFY(
            service["gateway_account_ids"] == Json::array({textAt(made.json(), "gateway_account_id").toStdString()}));
        QCOMPARE(s.post(admin + "service-creations", body).status, 409);
        for (const char* list : {"services", "accounts", "users", "links", "roles"})
            QCOMPARE(s.count(list), 1);
    }

    //! The answer of connector is lost on its way to adminusers: the account is there and belongs to nobody.
    void optionBCanLeaveAnAccount()
    {
        Running s;
        QVERIFY((*s.sandbox)
                    ->addFault({{"match", {{"path", "/connector/v1/api/accounts"}}}, {"fault", "apply-then-drop"}})
                    .ok());
        Json body = Running::user("a@dept.gov.uk");
        body["service_name"] = "Fishing";
        QCOMPARE(s.post(admin + "service-creations", body).status, 500);
        QCOMPARE(s.count("accounts"), 1);
        QCOMPARE(s.count("services"), 0);
        QCOMPARE(s.count("users"), 0);
        QCOMPARE(s.post(admin + "service-creations", body).status, 201);
        QCOMPARE(s.count("accounts"), 2);
    }

    void faultsMeetThePayServices()
    {
        Running s;
        const Json fault{{"match", {{"service", "pay"}, {"method", "POST"}}}, {"fault", "apply-then-drop"}};
        QVERIFY((*s.sandbox)->addFault(fault).ok());
        QVERIFY(s.post(admin + "services", {{"service_name", {{"en", "Fishing"}}}}).wasReset);
        QCOMPARE(s.count("services"), 1);
        QVERIFY((*s.sandbox)->ledger()["pay"]["services"][0]["request"] == Json(1));
    }

    void theWorldSurvivesARestart()
    {
        QTemporaryDir directory;
        QByteArray service;
        {
            Running s({.stateDirectory = directory.path(), .speed = 100});
            service = s.service("Fishing");
            s.patch(admin + "services/" + service,
                Running::add({toQString(s.account(service).toStdString()).toStdString()}));
            s.post(admin + "users", Running::user("a@dept.gov.uk", {service.toStdString()}));
        }
        Running s({.stateDirectory = directory.path(), .speed = 100});
        QCOMPARE(textAt(s.client.get(admin + "services?gatewayAccountId=1").json(), "external_id").toUtf8(), service);
        QCOMPARE(s.post(admin + "users", Running::user("a@dept.gov.uk")).status, 409);
        for (const char* list : {"services", "accounts", "users", "links", "roles"})
            QCOMPARE(s.count(list), 1);
    }
};

QTEST_GUILESS_MAIN(PayTests)
#include "pay_tests.moc"
