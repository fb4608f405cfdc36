// SPDX-License-Identifier: GPL-3.0-or-later
#include "github_graphql_fixture.h"

#include "base/result.h"
#include "github/effect_calls.h"
#include "github/fragments.h"
#include "github/read_parts.h"
#include "sandbox/graphql/engine.h"

#include <QFile>
#include <QTest>

using namespace slipway;
using sandbox::GithubGraphqlFixture;

namespace {

const github::RepositoryName name{u"DEFRA"_s, u"tf-svc"_s};
const QString oid(40, u'a');

github::RaisePullRequest raise()
{
    return {name, u"R_x"_s, u"main"_s, oid, u"b"_s, u"Title"_s, u"Body"_s, u"Headline"_s, u"More"_s,
        {{u"a.txt"_s, "bytes"}}, {u"old.txt"_s}};
}

//! Every effect once that travels as GraphQL.
QList<github::Effect> effects()
{
    return {raise(), github::CommitAndOpen{raise()}, github::OpenPullRequest{raise(), oid},
        github::EnableAutoMerge{name, u"PR_x"_s, u"REBASE"_s, oid}, github::EnqueuePullRequest{name, u"PR_x"_s, oid},
        github::MergePullRequest{name, u"PR_x"_s, u"SQUASH"_s, oid},
        github::PrepareBranch{name, u"R_x"_s, oid, u"tmp"_s, u"Headline"_s, {}, {{u"a.txt"_s, "bytes"}}, {}},
        github::MoveBranch{name, u"R_x"_s, u"b"_s, oid, QString(40, u'b'), u"tmp"_s},
        github::UpdateBranch{name, u"PR_x"_s, oid}, github::ReopenPullRequest{name, u"PR_x"_s},
        github::ClosePullRequest{name, u"PR_x"_s}, github::DeleteBranch{name, u"R_x"_s, u"b"_s, oid}};
}

} // namespace

//! What Slipway sends to GitHub is valid for the schema of the sandbox, which is GitHub's.
class GraphqlContractTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyEffectIsAValidDocument()
    {
        const auto engine = sandbox::makeGithubEngine();
        const auto server = std::make_shared<github::ServerTraits>();
        for (const github::Effect& effect : effects()) {
            const github::Call call = github::callFor(effect, server);
            const auto* graphql = std::get_if<github::GraphqlCall>(&call);
            if (!graphql)
                continue; // by REST
            keep(graphql->document.body());
            const auto prepared = engine->prepare(graphql->document.body());
            const auto* refused = std::get_if<sandbox::graphql::Reply>(&prepared);
            QVERIFY2(!refused, refused ? (nameOf(effect).toUtf8() + toBytes(refused->body)).constData() : "");
            ++m_seen;
        }
        QVERIFY(m_seen >= 8);
    }

    void everyReadIsAnsweredWithoutAnError()
    {
        GithubGraphqlFixture github;
        const QString pull = github.openPullRequest(u"tf-svc"_s, u"b"_s);
        const QString sha = github.head(u"tf-svc"_s);
        github::DocumentAssembler document(github::DocumentAssembler::Kind::Query, u"Read"_s);
        document.field(github::fragments::rateLimit);
        add(document, github::ReadRepository{name, u"main"_s, {u"README.md"_s, u"none.txt"_s}, {u"b"_s, u"c"_s}});
        add(document, github::ReadName{name});
        add(document, github::ReadTeams{u"DEFRA"_s}, {});
        add(document, github::WatchCommitRuns{name, sha});
        add(document, github::WatchBranchRuns{name, u"main"_s, sha});
        add(document, github::WatchRepository{name});
        add(document, QList<github::WatchPullRequest>{{pull}}, github::fragments::pullRequest);
        add(document, QList<github::WatchPullRequest>{{pull}}, github::fragments::calmPullRequest);
        keep(document.document().body());
        const auto answer = github.hook.execute({document.document().body()});
        QCOMPARE(answer.status, 200);
        QVERIFY2(!answer.body.contains("errors"), toBytes(answer.body).constData());
        QVERIFY(answer.body["data"].size() >= 8);
    }

private:
    //! The bodies, one a line, for whoever wants to hold them against GitHub's whole schema.
    static void keep(const QByteArray& body)
    {
        const QString path = qEnvironmentVariable("SLIPWAY_KEEP_DOCUMENTS");
        QFile file(path);
        if (!path.isEmpty() && file.open(QIODevice::Append))
            file.write(body + '\n');
    }

    int m_seen = 0;
};

QTEST_GUILESS_MAIN(GraphqlContractTests)
#include "graphql_contract_tests.moc"
