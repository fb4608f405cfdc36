// SPDX-License-Identifier: GPL-3.0-or-later
// The shipped CDP workflow against what the platform expects, to the letter.
#include "base/error_codes.h"
#include "base/text.h"
#include "edit_checks.h"
#include "test_kinds.h"
#include "workflow/file_change.h"
#include "workflow/inputs.h"
#include "workflow/parse_workflow.h"
#include "workflow/shipped.h"
#include "workflow/template.h"

#include <QSet>
#include <QTest>

using namespace slipway;

namespace {

const QStringList environments{
    u"management"_s, u"infra-dev"_s, u"development"_s, u"test"_s, u"perf-test"_s, u"production"_s};

QStringList problemsWith(const Workflow& workflow, const Json& settings, const Json& inputs)
{
    QStringList problems;
    for (const auto& problem : checkInputs(workflow, inputs, settings, QStringList{u"fisheries"_s}))
        problems.append(problem.input + u" "_s + problem.rule + u": "_s + problem.message);
    return problems;
}

} // namespace

class CdpWorkflowTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const auto text = shippedWorkflow(u"cdp-create-service"_s);
        QVERIFY(text.ok());
        const auto parsed = parseWorkflow(*text, u"cdp-create-service.json"_s, testKinds());
        QVERIFY2(parsed.ok(), parsed.ok() ? "" : toBytes(parsed.error().args).constData());
        m_workflow = *parsed;
        m_settings = *resolveSettings(*m_workflow, {}, {});
    }

    void isShipped()
    {
        QVERIFY(shippedWorkflows().contains(u"cdp-create-service"_s));
        QVERIFY(!shippedWorkflows().contains(u"slipway-workflow.schema"_s));
        const auto unknown = shippedWorkflow(u"nothing"_s);
        QVERIFY(!unknown.ok());
        QCOMPARE(unknown.error().code, errc::workflowUnknown);
        QCOMPARE(shippedWorkflow(u"../cdp-create-service"_s).error().code, errc::workflowUnknown);
    }

    void everyShippedWorkflowIsValid()
    {
        for (const auto& id : shippedWorkflows()) {
            const auto parsed = parseWorkflow(*shippedWorkflow(id), id, testKinds());
            QVERIFY2(parsed.ok(), parsed.ok() ? "" : toBytes(parsed.error().args).constData());
            QCOMPARE((*parsed)->id, id);
        }
    }

    void hasTheNeedsOfThePlatform()
    {
        const QList<QPair<QString, QString>> expected{
            {u"validate"_s, u""_s},
            {u"infra-raise"_s, u"validate"_s},
            {u"infra-auto-merge"_s, u"infra-raise"_s},
            {u"config-raise"_s, u"infra-raise"_s},
            {u"nginx-raise"_s, u"infra-raise"_s},
            {u"infra-merged"_s, u"infra-auto-merge"_s},
            {u"infra-workflow"_s, u"infra-merged"_s},
            {u"svc-raise"_s, u"infra-workflow"_s},
            {u"config-auto-merge"_s, u"config-raise infra-workflow"_s},
            {u"nginx-auto-merge"_s, u"nginx-raise infra-workflow"_s},
            {u"svc-auto-merge"_s, u"svc-raise"_s},
            {u"repository-create"_s, u"config-auto-merge svc-auto-merge nginx-auto-merge"_s},
            {u"repository-ready"_s, u"repository-create"_s},
            {u"first-build"_s, u"repository-ready"_s},
            {u"portal-record"_s, u"first-build"_s},
            {u"config-merged"_s, u"config-auto-merge"_s},
            {u"nginx-merged"_s, u"nginx-auto-merge"_s},
            {u"svc-merged"_s, u"svc-auto-merge"_s},
            {u"config-workflow"_s, u"config-merged"_s},
            {u"nginx-workflow"_s, u"nginx-merged"_s},
            {u"svc-workflow"_s, u"svc-merged"_s},
        };
        QCOMPARE(m_workflow->steps.size(), expected.size());
        for (const auto& [id, needs] : expected) {
            const auto* step = m_workflow->step(StepId(id));
            QVERIFY2(step, qPrintable(id));
            QStringList names;
            for (const auto& need : step->needs)
                names.append(need.text());
            QCOMPARE(names.join(u' '), needs);
        }
        // Neither config nor nginx may be merged before the infrastructure is there.
        for (const auto& id : {u"config-merged"_s, u"nginx-merged"_s})
            QVERIFY(m_workflow->needs(StepId(id), StepId(u"infra-workflow"_s)));
    }

    void hasTheSettingsOfThePlatform()
    {
        const QList<QPair<const char*, const char*>> expected{{"org", "DEFRA"}, {"infraRepository", "tf-svc-infra"},
            {"serviceRepository", "tf-svc"}, {"configRepository", "cdp-app-config"},
            {"nginxRepository", "cdp-nginx-upstreams"}, {"boilerplateRepository", "cdp-boilerplate"},
            {"boilerplateWorkflow", "create_repo.yml"}, {"baseBranch", "main"}, {"mergeMethod", "REBASE"},
            {"infraWorkflow", ".github/workflows/env-terraform.yml"}, {"initialVersion", "0.1.0"}, {"portalUrl", ""}};
        for (const auto& [name, value] : expected)
            QCOMPARE(textAt(m_settings, name, u"missing"_s), QString::fromLatin1(value));
        QCOMPARE(textsAt(m_settings, "environments"), environments);
        const auto& types = m_settings.at("serviceTypes");
        QCOMPARE(types.size(), 4U);
        for (const auto& [name, type] : types.items()) {
            const bool isPublic = name == "cdp-node-frontend-template";
            QCOMPARE(textAt(type, "zone"), isPublic ? u"public"_s : u"protected"_s);
            QCOMPARE(flagAt(type, "mongo", isPublic), !isPublic);
            QCOMPARE(flagAt(type, "redis", !isPublic), isPublic);
        }
        QCOMPARE(m_settings.size(), 14U);
    }

    void checksNamesAsThePlatformDoes_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("problems");
        const QString characters = u"repositoryName pattern: Letters and numbers with hyphen separators"_s;
        const QString ends = u"repositoryName pattern: Start and end with a letter or digit"_s;
        const QString longest = u"repositoryName maxLength: 32 characters or less"_s;
        const QString shortest = u"repositoryName minLength: "_s;
        const auto row = [](const QString& name, const QStringList& problems) {
            QTest::newRow(qPrintable(name.isEmpty() ? u"nothing"_s : name)) << name << problems;
        };
        row(u"ct-sso-test-2"_s, {});
        row(u"a1"_s, {});
        row(u"1a"_s, {});
        row(u"a--b"_s, {});
        row(u"a"_s.repeated(32), {});
        row(u""_s, {u"repositoryName required: Enter a value"_s});
        row(u"a"_s, {shortest});
        row(u"a"_s.repeated(33), {longest});
        row(u"Abc"_s, {characters});
        row(u"a_b"_s, {characters});
        row(u"a b"_s, {characters});
        row(u"a.b"_s, {characters});
        row(u"café"_s, {characters});
        row(u"abc\n"_s, {characters});
        row(u"-ab"_s, {ends});
        row(u"ab-"_s, {ends});
        row(u"-"_s, {ends, shortest});
        row(u"-A"_s, {characters, ends});
    }
    void checksNamesAsThePlatformDoes()
    {
        QFETCH(QString, name);
        Json inputs = m_inputs;
        inputs["repositoryName"] = name.toStdString();
        QTEST(problemsWith(*m_workflow, m_settings, inputs), "problems");
    }

    void checksTypeAndTeam()
    {
        QCOMPARE(problemsWith(*m_workflow, m_settings, m_inputs), QStringList());
        QCOMPARE(problemsWith(*m_workflow, m_settings, Json{{"repositoryName", "ab"}}),
            (QStringList{u"serviceType required: Choose an entry"_s, u"owningTeam required: Choose an entry"_s}));
        QCOMPARE(problemsWith(*m_workflow, m_settings,
                     Json{{"repositoryName", "ab"}, {"serviceType", "cobol"}, {"owningTeam", "nobody"}}),
            (QStringList{u"serviceType choice: Choose an entry"_s, u"owningTeam choice: Choose an entry"_s}));
    }

    void raisesThePullRequestsOfThePlatform_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<QByteArray>("texts"); // repository, base, branch, title, body, commit, a line each
        QTest::newRow("tf-svc-infra")
            << u"infra-raise"_s
            << QByteArray("DEFRA/tf-svc-infra\nmain\nadd-ct-sso-test-2-to-tenant-services-1695303440080\n"
                          "Add ct-sso-test-2 to Tenant Services list\n"
                          "Auto generated Pull Request to add ct-sso-test-2 to Tenant Services and GitHub OIDC lists.\n"
                          "\xF0\x9F\xA4\x96 add ct-sso-test-2 to Tenant Services and GitHub OIDC lists");
        QTest::newRow("cdp-app-config")
            << u"config-raise"_s
            << QByteArray("DEFRA/cdp-app-config\nmain\nadd-ct-sso-test-2-config-1695303440080\n"
                          "Add base config for ct-sso-test-2\n"
                          "Auto generated Pull Request to add default config for ct-sso-test-2\n-");
        QTest::newRow("cdp-nginx-upstreams")
            << u"nginx-raise"_s
            << QByteArray("DEFRA/cdp-nginx-upstreams\nmain\nadd-ct-sso-test-2-config-1695303440080\n"
                          "Add config for ct-sso-test-2\n"
                          "Auto generated Pull Request to add config for ct-sso-test-2\n-");
        QTest::newRow("tf-svc") << u"svc-raise"_s
                                << QByteArray(
                                       "DEFRA/tf-svc\nmain\ndeploy-ct-sso-test-2-0.1.0-1695303440080\n"
                                       "Setup deployment config for ct-sso-test-2:0.1.0 to protected cluster\n-\n-");
    }
    void raisesThePullRequestsOfThePlatform()
    {
        QFETCH(QString, step);
        const auto with = parametersOf(step);
        QStringList texts;
        for (const char* name : {"repository", "base", "branch", "title", "body", "commit"})
            texts.append(textAt(with, name, u"-"_s));
        QTEST(texts.join(u'\n').toUtf8(), "texts");
    }

    void editsTheTenantAndOidcLists()
    {
        const auto files = filesOf(u"infra-raise"_s);
        QCOMPARE(files.size(), 12);
        for (int i = 0; i < 6; ++i) {
            const auto folder = u"environments/"_s + environments.at(i) + u"/resources/"_s;
            QCOMPARE(files.at(i).path, folder + u"tenant_services.json"_s);
            QCOMPARE(files.at(i + 6).path, folder + u"github_oidc_repositories.json"_s);
        }
        const QByteArray tenants =
            "[\n  {\n    \"other\": {\n      \"zone\": \"public\",\n      \"mongo\": false,\n"
            "      \"redis\": true,\n      \"queues\": [\"a\"],\n      \"limit\": 1.50\n    }\n  }\n]\n";
        const auto planned = planFile(files.at(0), tenants);
        QVERIFY(planned.ok());
        QVERIFY(isInsertion(tenants, *planned->after));
        QCOMPARE(*planned->after,
            tenants.chopped(12)
                + "    },\n    \"ct-sso-test-2\": {\n      \"zone\": \"protected\",\n      \"mongo\": true,\n"
                  "      \"redis\": false\n    }\n  }\n]\n");
        QCOMPARE(planFile(files.at(0), *planned->after).error().code, errc::editNameExists);
        QCOMPARE(planFile(files.at(0), QByteArray("[{}, {}]")).error().code, errc::editShape);

        const QByteArray oidc = "[\n  \"DEFRA/a\"\n]\n";
        const auto listed = planFile(files.at(6), oidc);
        QVERIFY(listed.ok());
        QCOMPARE(*listed->after, QByteArray("[\n  \"DEFRA/a\",\n  \"DEFRA/ct-sso-test-2\"\n]\n"));
        QVERIFY(!planFile(files.at(6), listed->after)->changes());
    }

    void aFrontendIsPublicAndHasRedis()
    {
        Json inputs = m_inputs;
        inputs["serviceType"] = "cdp-node-frontend-template";
        const auto files = filesOf(u"infra-raise"_s, inputs);
        QCOMPARE(toBytes(files.at(3).edits.at(0).at("value")),
            QByteArray(R"({"zone":"public","mongo":false,"redis":true})"));
        QCOMPARE(
            filesOf(u"svc-raise"_s, inputs).at(0).path, u"environments/management/services/public_services.json"_s);
        QVERIFY(filesOf(u"nginx-raise"_s, inputs).at(0).content->contains("\"cdp_zone\":\"public\""));
    }

    void writesTheConfigFiles()
    {
        const auto files = filesOf(u"config-raise"_s);
        QStringList paths;
        for (const auto& change : files) {
            paths.append(change.path);
            QCOMPARE(
                *change.content, QByteArray("# Config for ct-sso-test-2, settings should be in KEY=value format\n"));
        }
        QStringList expected{u"services/ct-sso-test-2/defaults.env"_s};
        for (const auto& env : environments)
            expected.append(u"services/ct-sso-test-2/"_s + env + u"/ct-sso-test-2.env"_s);
        QCOMPARE(paths, expected);
    }

    void writesTheNginxFiles()
    {
        const auto files = filesOf(u"nginx-raise"_s);
        QCOMPARE(files.size(), 6);
        for (int i = 0; i < 6; ++i) {
            QCOMPARE(files.at(i).path, u"environments/"_s + environments.at(i) + u"/ct-sso-test-2.json"_s);
            QCOMPARE(*files.at(i).content,
                QByteArray("{\"services\":[{\"cdp_service_name\":\"ct-sso-test-2\",\"cdp_service_port\":\"8085\","
                           "\"cdp_zone\":\"protected\",\"addition_paths\":[]}]}\n"));
        }
    }

    void definesTheService()
    {
        const auto files = filesOf(u"svc-raise"_s);
        QCOMPARE(files.size(), 6);
        for (int i = 0; i < 6; ++i) {
            const auto env = environments.at(i).toUtf8();
            QCOMPARE(
                files.at(i).path, u"environments/"_s + environments.at(i) + u"/services/protected_services.json"_s);
            const auto planned = planFile(files.at(i), QByteArray("[]\n"));
            QVERIFY(planned.ok());
            const QByteArray arn = "      {\n        \"value\": \"arn:aws:s3:::cdp-" + env + "-service-configs/";
            const QByteArray type = "\",\n        \"type\": \"s3\"\n      }";
            QCOMPARE(*planned->after,
                "[\n  {\n    \"container_image\": \"ct-sso-test-2\",\n    \"container_port\": 8085,\n"
                "    \"container_version\": \"0.1.0\",\n    \"desired_count\": 0,\n"
                "    \"healthcheck\": \"/ct-sso-test-2/health\",\n    \"name\": \"ct-sso-test-2\",\n"
                "    \"task_cpu\": 1024,\n    \"task_memory\": 2048,\n    \"env_files\": [\n"
                    + arn + "global/global_protected_fixed.env" + type + ",\n" + arn + "services/ct-sso-test-2/" + env
                    + "/ct-sso-test-2.env" + type + ",\n" + arn + "services/ct-sso-test-2/defaults.env" + type + ",\n"
                    + arn + "environments/" + env + "/defaults.env" + type + "\n    ]\n  }\n]\n");
            QVERIFY(!planFile(files.at(i), planned->after)->changes());
        }
    }

    void dispatchesTheBoilerplate()
    {
        const auto with = parametersOf(u"repository-create"_s);
        QCOMPARE(toBytes(with),
            QByteArray("{\"repository\":\"DEFRA/cdp-boilerplate\",\"workflow\":\"create_repo.yml\",\"ref\":\"main\","
                       "\"inputs\":{\"repositoryName\":\"ct-sso-test-2\",\"serviceType\":\"cdp-node-backend-template\","
                       "\"owningTeam\":\"fisheries\"},\"creates\":\"DEFRA/ct-sso-test-2\"}"));
    }

    void asksThePortalOnlyWhereThereIsOne()
    {
        const auto& when = *m_workflow->step(StepId(u"portal-record"_s))->when;
        QVERIFY(!isTrue(*expand(when, scopeWith(m_inputs))));
        Json scope = scopeWith(m_inputs);
        scope["settings"]["portalUrl"] = "https://portal.example/api";
        QVERIFY(isTrue(*expand(when, scope)));
        const auto with = expand(m_workflow->step(StepId(u"portal-record"_s))->with, scope);
        QVERIFY(with.ok());
        QCOMPARE(textAt(*with, "url"), u"https://portal.example/api/artifacts/ct-sso-test-2"_s);
    }

    void namesSubjectAndLanes()
    {
        const auto scope = scopeWith(m_inputs);
        QCOMPARE(*expandText(m_workflow->subject, scope), u"ct-sso-test-2"_s);
        QStringList ids, titles;
        for (const auto& lane : m_workflow->lanes) {
            ids.append(lane.id);
            titles.append(*expandText(lane.title, scope));
        }
        QCOMPARE(ids.join(u' '), u"tf-svc-infra cdp-app-config cdp-nginx-upstreams tf-svc createRepository portal"_s);
        QCOMPARE(titles.join(u' '), u"tf-svc-infra cdp-app-config cdp-nginx-upstreams tf-svc ct-sso-test-2 Portal"_s);
    }

    //! Renamed repositories and another organisation are settings, nothing else.
    void everythingOfTheOrganisationIsASetting()
    {
        m_settings["org"] = "ACME";
        m_settings["serviceRepository"] = "cdp-tf-svc";
        m_settings["environments"] = Json::array({"dev"});
        QCOMPARE(textAt(parametersOf(u"svc-raise"_s), "repository"), u"ACME/cdp-tf-svc"_s);
        QCOMPARE(filesOf(u"svc-raise"_s).size(), 1);
        QVERIFY(!toBytes(parametersOf(u"infra-raise"_s)).contains("DEFRA"));
        m_settings = *resolveSettings(*m_workflow, {}, {});
    }

    void theSchemaNamesEveryMemberThatTheParserKnows()
    {
        const auto schema = parseJson(workflowSchema());
        QVERIFY(schema.ok());
        QCOMPARE(textAt(*schema, "$schema"), u"https://json-schema.org/draft/2020-12/schema"_s);
        const auto& defs = schema->at("$defs");
        const auto namesOf = [](const Json& object) {
            QSet<QString> names;
            for (const auto& [name, value] : object.at("properties").items()) {
                names.insert(toQString(name));
                if (value.is_object() && !value.contains("description")) {
                    const auto reference = textAt(value, "$ref");
                    if (reference.isEmpty())
                        names.insert(u"no description: "_s + toQString(name));
                }
            }
            return names;
        };
        const QByteArray pull = "\"kind\": \"github.pull-request\", \"with\": ";
        QSet<QString> editMembers;
        for (const char* edit : {R"({"insertMember": "", "?": 1})", R"({"appendUnlessMatch": "", "?": 1})",
                 R"({"appendUnique": "", "?": 1})", R"({"removeMember": "", "?": 1})",
                 R"({"removeElement": "", "?": 1})", R"({"removeMatch": "", "?": 1})"})
            editMembers += knownMembers("{\"steps\": [{" + pull + "{\"files\": [{\"edit\": [" + edit + "]}]}}]}");
        QCOMPARE(editMembers, namesOf(defs.at("edit")));
        QCOMPARE(knownMembers("{\"?\": 1}"), namesOf(*schema));
        QCOMPARE(knownMembers(R"({"settings": {"a": {"?": 1}}})"), namesOf(defs.at("setting")));
        QCOMPARE(knownMembers(R"({"inputs": [{"?": 1}]})"), namesOf(defs.at("input")));
        QCOMPARE(knownMembers(R"({"inputs": [{"messages": {"?": 1}}]})"), namesOf(defs.at("messages")));
        QCOMPARE(knownMembers(R"({"inputs": [{"pattern": [{"?": 1}]}]})"), namesOf(defs.at("pattern")));
        QCOMPARE(knownMembers(R"({"lanes": [{"?": 1}]})"), namesOf(defs.at("lane")));
        QCOMPARE(knownMembers(R"({"steps": [{"?": 1}]})"), namesOf(defs.at("step")));
        QCOMPARE(knownMembers(R"({"steps": [{"retry": {"?": 1}}]})"), namesOf(defs.at("retry")));
        QCOMPARE(knownMembers("{\"steps\": [{" + pull + "{\"files\": [{\"?\": 1}]}}]}"), namesOf(defs.at("file")));
    }

private:
    Json scopeWith(const Json& inputs) const
    {
        Json scope{{"inputs", inputs}, {"settings", m_settings},
            {"run", {{"id", "r"}, {"stamp", 1695303440080}, {"generation", 1}}}, {"steps", Json::object()}};
        for (const auto& [name, value] : m_workflow->lets.items())
            scope[name] = *expand(value, scope);
        return scope;
    }

    //! All parameters but the files, which have a scope of their own.
    Json parametersOf(const QString& step) const
    {
        Json with = m_workflow->step(StepId(step))->with;
        with.erase("files");
        const auto expanded = expand(with, scopeWith(m_inputs));
        return expanded.ok() ? *expanded : Json();
    }

    QList<FileChange> filesOf(const QString& step) const { return filesOf(step, m_inputs); }
    QList<FileChange> filesOf(const QString& step, const Json& inputs) const
    {
        const auto files = expandFiles(m_workflow->step(StepId(step))->with.at("files"), scopeWith(inputs));
        return files.ok() ? *files : QList<FileChange>();
    }

    //! The members that the parser lists where it meets the unknown member "?".
    static QSet<QString> knownMembers(const QByteArray& workflow)
    {
        const auto result = parseWorkflow(workflow, {}, testKinds());
        if (result.ok())
            return {};
        for (const auto& problem : memberAt(result.error().args, "problems")) {
            const auto reason = textAt(problem, "reason");
            const auto known = u"unknown member \"?\"; known are "_s;
            if (reason.startsWith(known)) {
                const auto names = reason.mid(known.size()).split(u", "_s);
                return {names.cbegin(), names.cend()};
            }
        }
        return {};
    }

    std::shared_ptr<const Workflow> m_workflow;
    Json m_settings;
    const Json m_inputs{
        {"repositoryName", "ct-sso-test-2"}, {"serviceType", "cdp-node-backend-template"}, {"owningTeam", "fisheries"}};
};

QTEST_GUILESS_MAIN(CdpWorkflowTests)
#include "cdp_workflow_tests.moc"
