// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/world/seed_content.h"

#include "base/text.h"

#include <QSet>

#include <array>

namespace slipway::sandbox {

namespace {

const QStringList environments{
    u"management"_s, u"infra-dev"_s, u"development"_s, u"test"_s, u"perf-test"_s, u"production"_s};

constexpr std::array first{"animal", "plant", "fish", "forest", "flood", "water", "waste", "grain", "cattle", "import",
    "export", "farm", "peat", "bee", "marine", "soil", "timber", "vet", "pet", "trade", "catch", "river", "coast",
    "land"};
constexpr std::array second{"licence", "permit", "register", "notify", "survey", "claims", "grants", "search", "maps",
    "health", "record", "import", "inspect", "portal", "gateway", "messages"};
constexpr std::array last{"frontend", "backend", "api", "ui", "worker", "stub", "admin", "journey-tests"};

QByteArray pretty(const Json& json, bool finalNewline)
{
    return QByteArray::fromStdString(json.dump(2)) + (finalNewline ? "\n" : "");
}

QString environmentFile(const QString& environment, const QString& rest)
{
    return u"environments/"_s + environment + u'/' + rest;
}

} // namespace

SeedContent::SeedContent(std::function<quint64()> random, QString organisation)
    : m_organisation(std::move(organisation))
{
    const auto pick = [&](const auto& list) { return QString::fromLatin1(list[random() % list.size()]); };
    QSet<QString> names;
    while (m_tenants.size() < 300) {
        Tenant tenant;
        tenant.name = pick(first) + u'-' + pick(second) + u'-' + pick(last);
        if (names.contains(tenant.name))
            continue;
        names.insert(tenant.name);
        const bool isPublic = random() % 5 < 2;
        tenant.zone = isPublic ? u"public"_s : u"protected"_s;
        tenant.version = u"%1.%2.%3"_s.arg(random() % 3).arg(random() % 40).arg(random() % 10);
        tenant.environments = random() % 8 == 0 ? 4 : 6;
        const std::string name = tenant.name.toStdString();
        tenant.entry = Json::object({{"zone", toJson(tenant.zone)}, {"mongo", !isPublic}, {"redis", isPublic}});
        if (random() % 6 == 0)
            tenant.entry["queues"] = Json::array({name + "-events", name + "-dead-letters"});
        if (random() % 9 == 0)
            tenant.entry["topics"] = Json::array({name + "-changes"});
        if (random() % 12 == 0)
            tenant.entry["ecr"] = Json::array({name + "-migrations"});
        if (random() % 10 == 0)
            tenant.entry["s3"] = Json::array({name + "-uploads"});
        if (random() % 40 == 0)
            tenant.entry["postgres"] = Json::object({{"size", "small"}, {"max_acu", 1.50}});
        if (random() % 60 == 0)
            tenant.entry["note"] = "agreed with the team, ask caf\xC3\xA9 desk";
        m_tenants.push_back(std::move(tenant));
    }
}

QList<FileChange> SeedContent::infrastructure() const
{
    QList<FileChange> files;
    for (int i = 0; i < environments.size(); ++i) {
        Json tenants = Json::object();
        Json repositories = Json::array();
        for (const Tenant& tenant : m_tenants) {
            if (tenant.environments <= i)
                continue;
            tenants[tenant.name.toStdString()] = tenant.entry;
            repositories.push_back((m_organisation + u'/' + tenant.name).toStdString());
        }
        Json list = Json::array();
        list.push_back(std::move(tenants));
        files.append({environmentFile(environments[i], u"resources/tenant_services.json"_s), pretty(list, true)});
        files.append({environmentFile(environments[i], u"resources/github_oidc_repositories.json"_s),
            pretty(repositories, i % 2 == 0)}); // half of them end without a newline, as people's editors left them
        files.append({environmentFile(environments[i], u"main.tf"_s),
            u"module \"services\" {\n  source      = \"../../modules/services\"\n  environment = \"%1\"\n}\n"_s
                .arg(environments[i])
                .toUtf8()});
    }
    return files;
}

QList<FileChange> SeedContent::services() const
{
    QList<FileChange> files;
    for (int i = 0; i < environments.size(); ++i) {
        const QString& environment = environments[i];
        for (const QString& zone : {u"public"_s, u"protected"_s}) {
            Json services = Json::array();
            for (const Tenant& tenant : m_tenants) {
                if (tenant.environments <= i || tenant.zone != zone)
                    continue;
                const std::string bucket = "arn:aws:s3:::cdp-" + environment.toStdString() + "-service-configs/";
                const std::string name = tenant.name.toStdString();
                Json envFiles = Json::array();
                for (const std::string& file : {"global/global_" + zone.toStdString() + "_fixed.env",
                         "services/" + name + "/" + environment.toStdString() + "/" + name + ".env",
                         "services/" + name + "/defaults.env",
                         "environments/" + environment.toStdString() + "/defaults.env"})
                    envFiles.push_back(Json::object({{"value", bucket + file}, {"type", "s3"}}));
                services.push_back(Json::object({{"container_image", name}, {"container_port", 8085},
                    {"container_version", toJson(tenant.version)}, {"desired_count", i < 2 ? 0 : 1},
                    {"env_files", std::move(envFiles)}, {"healthcheck", "/" + name + "/health"}, {"name", name},
                    {"task_cpu", 1024}, {"task_memory", 2048}}));
            }
            files.append(
                {environmentFile(environment, u"services/%1_services.json"_s.arg(zone)), pretty(services, true)});
        }
    }
    return files;
}

QList<FileChange> SeedContent::config() const
{
    QList<FileChange> files;
    for (const QString& zone : {u"public"_s, u"protected"_s})
        files.append({u"global/global_%1_fixed.env"_s.arg(zone), "LOG_LEVEL=info\n"});
    for (const QString& environment : environments)
        files.append({environmentFile(environment, u"defaults.env"_s), "ENVIRONMENT=" + environment.toUtf8() + "\n"});
    for (size_t t = 0; t < m_tenants.size(); t += 6) { // a part of them is enough to be like the real one
        const QString& name = m_tenants[t].name;
        const QByteArray text = "# Config for " + name.toUtf8() + ", settings should be in KEY=value format\n";
        files.append({u"services/%1/defaults.env"_s.arg(name), text});
        for (int i = 0; i < m_tenants[t].environments; ++i)
            files.append({u"services/%1/%2/%1.env"_s.arg(name, environments[i]), text});
    }
    return files;
}

QList<FileChange> SeedContent::upstreams() const
{
    QList<FileChange> files;
    for (size_t t = 0; t < m_tenants.size(); t += 6) {
        const Tenant& tenant = m_tenants[t];
        Json service = Json::object({{"cdp_service_name", toJson(tenant.name)}, {"cdp_service_port", "8085"},
            {"cdp_zone", toJson(tenant.zone)}, {"addition_paths", Json::array()}});
        Json list = Json::array();
        list.push_back(std::move(service));
        const Json whole = Json::object({{"services", std::move(list)}});
        for (int i = 0; i < tenant.environments; ++i)
            files.append({environmentFile(environments[i], tenant.name + u".json"_s), pretty(whole, true)});
    }
    return files;
}

QList<FileChange> SeedContent::serviceTemplate(const QString& type) const
{
    QList<FileChange> files{
        {u".gitignore"_s, "node_modules\nbin\nobj\ntarget\n.env\n"},
        {u"Dockerfile"_s, "FROM defradigital/base:latest\nCOPY . /home/app\nEXPOSE 8085\n"},
        {u"compose.yml"_s, "services:\n  {{repositoryName}}:\n    build: .\n    ports:\n      - '8085:8085'\n"},
    };
    if (type.startsWith(u"cdp-node"_s)) {
        files.append({u"package.json"_s,
            "{\n  \"name\": \"{{repositoryName}}\",\n  \"version\": \"0.0.0\",\n  \"main\": \"src/index.js\"\n}\n"});
        files.append({u"src/index.js"_s,
            "import { createServer } from 'node:http'\n\n"
            "createServer((request, response) => response.end('{{repositoryName}}\\n')).listen(8085)\n"});
    } else if (type.contains(u"dotnet"_s)) {
        files.append({u"src/Program.cs"_s,
            "var app = WebApplication.CreateBuilder(args).Build();\napp.MapGet(\"/{{repositoryName}}/health\", () => "
            "\"ok\");\n"
            "app.Run(\"http://0.0.0.0:8085\");\n"});
    } else {
        files.append({u"src/main/java/uk/gov/Application.java"_s,
            "package uk.gov;\n\n/** {{repositoryName}} */\npublic final class Application {\n"
            "    private Application() { }\n}\n"});
    }
    return files;
}

QByteArray workflowFile(const Workflow& workflow)
{
    QByteArray text = "name: " + workflow.name.toUtf8() + "\n\non:\n";
    if (workflow.onPush)
        text += "  push:\n    branches:\n      - main\n";
    if (workflow.onPullRequest)
        text += "  pull_request:\n    branches:\n      - main\n";
    if (workflow.onDispatch) {
        text += "  workflow_dispatch:\n";
        if (!workflow.requiredInputs.isEmpty())
            text += "    inputs:\n";
        for (const QString& input : workflow.requiredInputs)
            text += "      " + input.toUtf8() + ":\n        required: true\n        type: string\n";
    }
    if (workflow.concurrencyGroup)
        text += "\nconcurrency:\n  group: ${{ github.workflow }}\n";
    text += "\njobs:\n  " + workflow.job.toUtf8()
        + ":\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n";
    return text;
}

} // namespace slipway::sandbox
