// SPDX-License-Identifier: GPL-3.0-or-later
// What a token may do of what the shipped workflow needs, told apart from what cannot be known.
#include "base/error_codes.h"
#include "base/text.h"
#include "steps/access_findings.h"
#include "steps/kinds.h"
#include "workflow/inputs.h"
#include "workflow/parse_workflow.h"
#include "workflow/shipped.h"

#include <QTest>

using namespace slipway;
using namespace slipway::steps;

namespace {

QList<Need> shippedNeeds()
{
    const auto id = u"cdp-create-service"_s;
    const auto workflow = parseWorkflow(*shippedWorkflow(id), id + u".json"_s, kindRules());
    return needsOf(**workflow, *resolveSettings(**workflow, Json::object(), Json{{"org", "acme"}}));
}

//! Everything is seen and the person may write.
github::Access goodAccess(const QList<Need>& needs)
{
    github::Access access;
    const auto question = questionFor(needs);
    for (const auto& repository : question.repositories)
        access.repositories.append({.repository = repository, .viewerPermission = u"WRITE"_s});
    for (const auto& organisation : question.organisations)
        access.organisations.append({.login = organisation});
    return access;
}

const Finding* find(const QList<Finding>& findings, const char* place, Right right)
{
    for (const auto& finding : findings)
        if (finding.place == QLatin1StringView(place) && finding.right == right)
            return &finding;
    return nullptr;
}

} // namespace

class AccessTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theWorkflowsStepsSayWhatTheyNeed()
    {
        const auto needs = shippedNeeds();
        const auto question = questionFor(needs);
        QStringList names;
        for (const auto& repository : question.repositories)
            names.append(repository.full());
        QCOMPARE(names,
            (QStringList{u"acme/tf-svc-infra"_s, u"acme/cdp-app-config"_s, u"acme/cdp-nginx-upstreams"_s,
                u"acme/tf-svc"_s, u"acme/cdp-boilerplate"_s}));
        QCOMPARE(question.organisations, QStringList{u"acme"_s});
        const auto findings = findingsOf(needs, goodAccess(needs));
        // A step that names another one works in its repository; each right is told once, with all that need it.
        const auto* write = find(findings, "acme/tf-svc-infra", Right::WriteContents);
        QVERIFY(write);
        QCOMPARE(write->steps, (QStringList{u"Raise pull request"_s, u"Enable auto-merge"_s}));
        QVERIFY(find(findings, "acme/cdp-boilerplate", Right::WriteActions));
        // The service's own repository is not there yet.
        const auto* later = find(findings, "{{ settings.org }}/{{ inputs.repositoryName }}", Right::ReadActions);
        QVERIFY(later && later->granted == Granted::Unknown);
        QCOMPARE(later->reason, u"later"_s);
    }

    void scopesAndThePersonDecideForClassicTokens()
    {
        const auto needs = shippedNeeds();
        auto access = goodAccess(needs);
        access.identity.tellsScopes = true;
        access.identity.scopes = {u"repo"_s, u"read:org"_s};
        const auto* place = "acme/tf-svc";
        QVERIFY(find(findingsOf(needs, access), place, Right::WriteContents)->granted == Granted::Yes);
        QVERIFY(find(findingsOf(needs, access), "acme", Right::ReadMembers)->granted == Granted::Yes);
        access.identity.scopes = {u"read:org"_s};
        QCOMPARE(find(findingsOf(needs, access), place, Right::WriteContents)->reason, u"scope"_s);
        access.identity.scopes = {u"repo"_s};
        access.repositories[3].viewerPermission = u"READ"_s;
        QCOMPARE(find(findingsOf(needs, access), place, Right::WritePullRequests)->reason, u"person"_s);
        QVERIFY(find(findingsOf(needs, access), place, Right::ReadActions)->granted == Granted::Yes);
        access.organisations[0].error = Error{.code = errc::githubForbidden};
        QCOMPARE(find(findingsOf(needs, access), "acme", Right::ReadMembers)->reason, u"scope"_s);
    }

    void anInstallationSaysItsPermissions()
    {
        const auto needs = shippedNeeds();
        auto access = goodAccess(needs);
        access.permissions = Json{{"contents", "write"}, {"pull_requests", "read"}, {"actions", "write"}};
        const auto findings = findingsOf(needs, access);
        QVERIFY(find(findings, "acme/tf-svc", Right::WriteContents)->granted == Granted::Yes);
        QVERIFY(find(findings, "acme/tf-svc", Right::ReadActions)->granted == Granted::Yes);
        QCOMPARE(find(findings, "acme/tf-svc", Right::WritePullRequests)->reason, u"permission"_s);
    }

    void whatAFineGrainedTokenMayWriteIsNotGuessed()
    {
        const auto needs = shippedNeeds();
        auto access = goodAccess(needs);
        auto& found = access.repositories[3];
        found.contents = found.pullRequests = github::Readable::Yes;
        found.actions = github::Readable::No;
        auto findings = findingsOf(needs, access);
        const auto* write = find(findings, "acme/tf-svc", Right::WriteContents);
        QVERIFY(write->granted == Granted::Unknown);
        QCOMPARE(write->reason, u"untold"_s);
        // What it may not even read, it may not write.
        QCOMPARE(find(findings, "acme/tf-svc", Right::WriteActions)->reason, u"permission"_s);
        found.viewerPermission = u"READ"_s;
        findings = findingsOf(needs, access);
        QCOMPARE(find(findings, "acme/tf-svc", Right::WriteContents)->reason, u"person"_s);
    }

    void hiddenArchivedAndForbiddenRepositoriesAreMissing()
    {
        const auto needs = shippedNeeds();
        auto access = goodAccess(needs);
        access.identity.tellsScopes = true;
        access.identity.scopes = {u"repo"_s};
        access.repositories[0].error = Error{.code = errc::githubNotFound};
        access.repositories[1].archived = true;
        access.repositories[2].error =
            Error{.code = errc::githubSso, .args = {{"url", "https://github.com/orgs/acme/sso?a=b"}}};
        const auto findings = findingsOf(needs, access);
        QCOMPARE(find(findings, "acme/tf-svc-infra", Right::WriteContents)->reason, u"notSeen"_s);
        QCOMPARE(find(findings, "acme/cdp-app-config", Right::WriteContents)->reason, u"archived"_s);
        QVERIFY(find(findings, "acme/cdp-app-config", Right::ReadActions)->granted == Granted::Yes);
        const auto* hidden = find(findings, "acme/cdp-nginx-upstreams", Right::WriteContents);
        QCOMPARE(hidden->reason, u"error"_s);
        QCOMPARE(hidden->error->code, errc::githubSso);
    }
};

QTEST_GUILESS_MAIN(AccessTests)
#include "access_tests.moc"
