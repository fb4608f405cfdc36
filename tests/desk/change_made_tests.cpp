// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/text.h"
#include "desk/change_made.h"

#include <QTest>

using namespace slipway;
using namespace slipway::desk;

namespace {

std::string sha(char of) { return std::string(40, of); }

EffectRecord raise(const char* name, char base, char head, qint64 at)
{
    return {.name = QString::fromLatin1(name),
        .target = {{"repository", "DEFRA/tf-svc-infra"}, {"baseOid", sha(base)}},
        .state = EffectState::Succeeded,
        .intendedAt = {at},
        .result = {{"sha", sha(head)}}};
}

//! A step that raises and one that waits for the merge.
Run runWith(const QList<EffectRecord>& raised, const QList<EffectRecord>& healed = {})
{
    auto workflow = std::make_shared<Workflow>();
    workflow->steps = {{.id = StepId(u"raise"_s), .kind = u"github.pull-request"_s},
        {.id = StepId(u"merged"_s), .kind = u"github.merged"_s, .with = {{"pullRequest", "raise"}}},
        {.id = StepId(u"other"_s), .kind = u"gate"_s}};
    Run run{.workflow = workflow};
    StepRun first{.id = StepId(u"raise"_s)}, second{.id = StepId(u"merged"_s)};
    first.attempts = {{.effects = raised}};
    second.attempts = {{.effects = healed}};
    run.steps = {first, second, {.id = StepId(u"other"_s)}};
    return run;
}

QString spoken(const std::optional<github::CompareCommits>& read)
{
    return read ? u"%1 %2..%3"_s.arg(read->repository.full(), read->base.left(1), read->head.left(1)) : u"nothing"_s;
}

} // namespace

class ChangeMadeTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsTheCommitsOfThePullRequest()
    {
        const Run run = runWith({raise("raisePullRequest", 'a', 'b', 1)});
        QCOMPARE(spoken(readOfChange(run, StepId(u"raise"_s))), u"DEFRA/tf-svc-infra a..b"_s);
        QCOMPARE(spoken(readOfChange(run, StepId(u"merged"_s))), u"DEFRA/tf-svc-infra a..b"_s);
        QCOMPARE(spoken(readOfChange(run, StepId(u"other"_s))), u"nothing"_s);
        QCOMPARE(spoken(readOfChange(run, StepId(u"none"_s))), u"nothing"_s);
    }
    void takesTheLastOneThatTookPlace()
    {
        auto failed = raise("raisePullRequest", 'c', 'd', 3);
        failed.state = EffectState::Failed;
        const Run run = runWith({raise("raisePullRequest", 'a', 'b', 1), raise("commitAndOpen", 'e', 'f', 2), failed});
        QCOMPARE(spoken(readOfChange(run, StepId(u"raise"_s))), u"DEFRA/tf-svc-infra e..f"_s);
        QCOMPARE(spoken(readOfChange(runWith({failed}), StepId(u"raise"_s))), u"nothing"_s);
        QCOMPARE(spoken(readOfChange(runWith({}), StepId(u"raise"_s))), u"nothing"_s);
    }
    void aHealedConflictHasAnotherBase()
    {
        const Run run = runWith({raise("raisePullRequest", 'a', 'b', 1)}, {raise("prepareBranch", 'c', 'd', 5)});
        QCOMPARE(spoken(readOfChange(run, StepId(u"raise"_s))), u"DEFRA/tf-svc-infra c..d"_s);
    }
    void showsTheFiles()
    {
        const auto files = filesOfChange({.status = u"ahead"_s,
            .files = {{.path = u"a.json"_s,
                          .status = u"modified"_s,
                          .added = 2,
                          .removed = 1,
                          .patch = u"@@ -1 +1,2 @@\n-x\n+y\n+z"_s},
                {.path = u"new.txt"_s, .status = u"added"_s, .added = 1, .patch = u"@@ -0,0 +1 @@\n+n"_s},
                {.path = u"old.txt"_s, .status = u"removed"_s, .removed = 1, .patch = u"@@ -1 +0,0 @@\n-o"_s},
                {.path = u"picture.png"_s, .status = u"modified"_s}}});
        QCOMPARE(files.size(), 4);
        QCOMPARE(files[0].diff, u"--- a/a.json\n+++ b/a.json\n@@ -1 +1,2 @@\n-x\n+y\n+z\n"_s);
        QVERIFY(!files[0].isNew && files[1].isNew);
        QVERIFY(files[1].diff.startsWith(u"--- /dev/null\n+++ b/new.txt\n"_s));
        QVERIFY(files[2].diff.startsWith(u"--- a/old.txt\n+++ /dev/null\n"_s));
        QVERIFY(files[3].diff.isEmpty());
        QCOMPARE(files[0].added, 2);
        QCOMPARE(files[2].removed, 1);
    }
};

QTEST_GUILESS_MAIN(ChangeMadeTests)
#include "change_made_tests.moc"
