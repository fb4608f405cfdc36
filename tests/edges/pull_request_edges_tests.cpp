// SPDX-License-Identifier: GPL-3.0-or-later
// Pull requests and merging as GitHub really is about them (docs/github.md has the table).
#include "edge_bench.h"

using namespace slipway;

namespace {

//! What a run comes to, in turn; what then happens in the world, or what the person does.
struct Stage {
    QString comesTo; //!< EdgeBench::situation()
    QString said; //!< part of what the person reads there
    Json then = Json::array();
    QString command = {}; //!< "retry STEP"
};

struct Edge {
    Json before = Json::array(); //!< happens before the run starts
    QList<Stage> stages;
    QString end = u"succeeded"_s;
    Json changes = Json::object(); //!< to the raising step
    int pulls = 1, merges = 1;
    QString note = {}; //!< of the step "merged"
    QString writes = {}; //!< EdgeBench::writes(): all, in turn
};

Json hold() { return {{"do", "hold"}, {"what", "check"}, {"next", true}}; }
Json release() { return {{"do", "release"}, {"what", "check"}}; }
Json refuse(
    const char* operation, const char* field, const char* message, int times = 1, const char* type = "UNPROCESSABLE")
{
    return {{"match", {{"operation", operation}}},
        {"fault", {{"fields", {field}}, {"type", type}, {"message", message}}}, {"times", times}};
}
//! Somebody else's commit in the same place as ours.
Json conflict(const char* tenant) { return {{"do", "commit"}, {"tenant", tenant}}; }
Json list(std::initializer_list<Json> all)
{
    Json array = Json::array();
    for (const auto& one : all)
        array.push_back(one);
    return array;
}

} // namespace
Q_DECLARE_METATYPE(Edge)

class PullRequestEdgesTests : public QObject {
    Q_OBJECT

    std::unique_ptr<sandbox::Sandbox> world;

private Q_SLOTS:
    void initTestCase() { world = EdgeBench::makeWorld(); }
    void cleanupTestCase() { world.reset(); }

    void edges_data()
    {
        QTest::addColumn<Edge>("edge");
        const auto row = [](const char* name, Edge edge) { QTest::newRow(name) << edge; };
        const Json protectOff = {{"do", "protect"}, {"off", true}};
        const Json quickChecks = {{"do", "set-duration"}, {"what", "checks"}, {"seconds", 0}};

        row("blocked: armed", {.writes = u"raisePullRequest, enableAutoMerge"_s});
        row("clean at once: merged",
            {.before = list({quickChecks}),
                .writes = u"raisePullRequest, enableAutoMerge refused, mergePullRequest"_s});
        row("no rules on the base: merged when its checks are green",
            {.before = list({protectOff}), .writes = u"raisePullRequest, enableAutoMerge refused, mergePullRequest"_s});
        row("no rules, a check red: a person's question",
            {.before = list({protectOff, {{"do", "fail-check"}, {"next", true}}}),
                .stages = {{u"arm: ask github.checksRed"_s, u"press Retry to merge"_s, {}, u"retry arm"_s}},
                .writes = u"raisePullRequest, enableAutoMerge refused, enableAutoMerge refused, mergePullRequest"_s});
        row("auto-merge not allowed: merged when clean",
            {.before = list({{{"do", "auto-merge"}, {"off", true}}}),
                .writes = u"raisePullRequest, enableAutoMerge refused, mergePullRequest"_s});
        row("armed by somebody already",
            {.before = list({{{"do", "arm"}, {"method", "squash"}, {"next", true}},
                 refuse("EnableAutoMerge", "done", "Pull request Auto merge is already enabled")}),
                .writes = u"raisePullRequest, enableAutoMerge"_s});
        row("switched off by somebody",
            {.before = list({hold()}),
                .stages = {{u"merged: wait checks"_s, {}, list({{{"do", "disarm"}}})},
                    {u"merged: ask github.autoMergeDisabled"_s, u"sam-colleague switched it off"_s, {},
                        u"retry merged"_s},
                    {u"merged: wait checks"_s, {}, list({release()})}},
                .writes = u"raisePullRequest, enableAutoMerge, enableAutoMerge"_s});
        row("switched off by somebody who then merges",
            {.before = list({hold()}),
                .stages = {{u"merged: wait checks"_s, {}, list({{{"do", "disarm"}}})},
                    {u"merged: ask github.autoMergeDisabled"_s, {},
                        list({release(), {{"do", "merge"}, {"after", 100}}})}},
                .writes = u"raisePullRequest, enableAutoMerge"_s});
        row("closed and reopened by somebody: armed again",
            {.before = list({hold()}),
                .stages = {{u"merged: wait checks"_s, {}, list({{{"do", "close"}}})},
                    {u"merged: fail github.pullRequestClosed"_s, u"sam-colleague closed it"_s, list({hold()}),
                        u"retry merged"_s},
                    {u"merged: wait checks"_s, {}, list({release()})}},
                .writes = u"raisePullRequest, enableAutoMerge, reopenPullRequest, enableAutoMerge"_s});
        row("a draft waits for a person",
            {.before = list({hold()}),
                .stages = {{u"merged: wait checks"_s, {}, list({{{"do", "draft"}}})},
                    {u"merged: ask github.draft"_s, u"Ready for review"_s, list({{{"do", "ready"}}})},
                    // Not before it is armed again, which GitHub refuses once all checks have passed.
                    {u"merged: wait checks"_s, {}, list({release()})}},
                .writes = u"raisePullRequest, enableAutoMerge, enableAutoMerge"_s});
        row("a draft before it is armed",
            {.before = list({quickChecks, {{"do", "draft"}, {"next", true}},
                 refuse("EnableAutoMerge", "done", "Could not resolve to a node with the global id of 'PR_x'.", 2,
                     "NOT_FOUND")}),
                .stages = {{u"arm: ask github.draft"_s, {}, list({{{"do", "ready"}}})}},
                .writes =
                    u"raisePullRequest, enableAutoMerge refused, enableAutoMerge refused, enableAutoMerge refused, mergePullRequest"_s});
        row("behind: brought up to date",
            {.before = list({{{"do", "strict-checks"}}, hold()}),
                .stages = {{u"merged: wait checks"_s, {},
                    list({{{"do", "commit"}, {"files", {{"docs/other.md", "x\n"}}}}, release()})}},
                .writes = u"raisePullRequest, enableAutoMerge, updateBranch"_s});
        row("conflict: made anew",
            {.before = list({hold()}),
                .stages = {{u"merged: wait checks"_s, {}, list({conflict("SUBJECT-too"), release()})}},
                .writes = u"raisePullRequest, enableAutoMerge, prepareBranch, moveBranch"_s});
        row("the same change by somebody else",
            {.before = list({hold()}),
                .stages = {{u"merged: wait checks"_s, {}, list({conflict("SUBJECT-too"), conflict("SUBJECT")})}},
                .merges = 0,
                .note = u"madeBySomeoneElse"_s,
                .writes = u"raisePullRequest, enableAutoMerge, closePullRequest, deleteBranch"_s});
        row("the same change in the same words",
            {.before = list({hold()}),
                .stages = {{u"merged: wait checks"_s, {}, list({conflict("SUBJECT"), release()})}},
                .writes = u"raisePullRequest, enableAutoMerge"_s});
        row("the same change before it was raised",
            {.before = list({conflict("SUBJECT")}), .pulls = 0, .merges = 0, .note = u"nothingToChange"_s});
        row("somebody else pushed and it conflicts",
            {.before = list({hold()}),
                .stages = {{u"merged: wait checks"_s, {}, list({{{"do", "push"}}, conflict("SUBJECT-too")})},
                    {u"merged: ask github.conflict"_s, u"throw that away"_s}},
                .end = {},
                .merges = 0,
                .writes = u"raisePullRequest, enableAutoMerge"_s});
        row("merged with somebody else's commits on top",
            {.before = list({hold()}),
                .stages = {{u"merged: wait checks"_s, {}, list({{{"do", "push"}}, release()})}},
                .note = u"mergedWithOthersCommits"_s,
                .writes = u"raisePullRequest, enableAutoMerge"_s});
        row("merged by somebody before it was armed",
            {.before = list({quickChecks,
                 refuse("EnableAutoMerge", "done", "Could not resolve to a node with the global id of 'PR_x'.", 1,
                     "NOT_FOUND"),
                 {{"do", "merge"}, {"next", true}}}),
                .writes = u"raisePullRequest, enableAutoMerge refused"_s});
        row("its branch is deleted after the merge",
            {.before = list({{{"do", "delete-branch-on-merge"}}}), .writes = u"raisePullRequest, enableAutoMerge"_s});
        row("its branch is deleted before the merge",
            {.before = list({hold()}),
                .stages = {{u"merged: wait checks"_s, {}, list({{{"do", "delete-branch"}}})},
                    {u"merged: fail github.pullRequestClosed"_s, u"Press Retry"_s, {}, u"retry merged"_s},
                    {u"merged: fail github.pullRequestClosed"_s, u"was closed without being merged"_s}},
                .end = u"merged: fail github.pullRequestClosed"_s,
                .merges = 0,
                .writes = u"raisePullRequest, enableAutoMerge, reopenPullRequest refused"_s});
        // Methods
        row("method forbidden by the settings: another",
            {.before = list({{{"do", "allow-methods"}, {"methods", {"squash"}}}}),
                .writes = u"raisePullRequest, enableAutoMerge refused, enableAutoMerge"_s});
        row("method forbidden by a ruleset: another",
            {.before = list({{{"do", "rule-methods"}, {"methods", {"merge"}}}}),
                .writes = u"raisePullRequest, enableAutoMerge refused, enableAutoMerge"_s});
        row("signatures required: no rebase",
            {.before = list({{{"do", "require-signatures"}}, quickChecks}),
                .writes = u"raisePullRequest, enableAutoMerge refused, enableAutoMerge refused, mergePullRequest"_s});
        row("signatures and a straight history: squash",
            {.before = list({{{"do", "require-signatures"}}, {{"do", "linear-history"}}}),
                .writes = u"raisePullRequest, enableAutoMerge refused, enableAutoMerge"_s});
        row("no method is left",
            {.before = list({{{"do", "allow-methods"}, {"methods", {"squash"}}},
                 {{"do", "rule-methods"}, {"methods", {"merge"}}}}),
                .stages = {{u"arm: fail github.mergeMethod"_s, u"rebase merging is not allowed"_s}},
                .end = {},
                .merges = 0,
                .writes = u"raisePullRequest, enableAutoMerge refused"_s});
        row("direct merge by another method",
            {.before = list({{{"do", "auto-merge"}, {"off", true}}, {{"do", "allow-methods"}, {"methods", {"merge"}}}}),
                .writes = u"raisePullRequest, enableAutoMerge refused, mergePullRequest refused, mergePullRequest"_s});
        // The queue
        row("queue: entered when its checks have passed",
            {.before = list({{{"do", "merge-queue"}}}), .writes = u"raisePullRequest, enableAutoMerge"_s});
        row("queue: entered at once when clean",
            {.before = list({{{"do", "merge-queue"}}, quickChecks}), .writes = u"raisePullRequest, enableAutoMerge"_s});
        row("queue: auto-merge not allowed",
            {.before = list({{{"do", "merge-queue"}}, {{"do", "auto-merge"}, {"off", true}}}),
                .writes = u"raisePullRequest, enableAutoMerge refused, enqueuePullRequest"_s});
        row("queue: its method wins",
            {.before = list(
                 {{{"do", "merge-queue"}, {"method", "merge"}}, {{"do", "allow-methods"}, {"methods", {"merge"}}}}),
                .writes = u"raisePullRequest, enableAutoMerge"_s});
        row("queue: taken out by somebody",
            {.before = list({{{"do", "merge-queue"}}, quickChecks}),
                .stages = {{u"merged: wait mergeQueue"_s, u"place 1"_s, list({{{"do", "dequeue"}}})},
                    {u"merged: ask github.mergeQueueRemoved"_s, u"sam-colleague took it out"_s, {}, u"retry merged"_s}},
                .writes = u"raisePullRequest, enableAutoMerge, enableAutoMerge"_s});
        row("queue: taken out by its checks",
            {.before = list({{{"do", "merge-queue"}}, quickChecks}),
                .stages = {{u"merged: wait mergeQueue"_s, {},
                               list({{{"do", "dequeue"}, {"by", "DEFRA"}, {"reason", "CI_FAILURE"}}})},
                    {u"merged: ask github.mergeQueueRemoved"_s, u"CI_FAILURE"_s, {}, u"retry merged"_s}},
                .writes = u"raisePullRequest, enableAutoMerge, enableAutoMerge"_s});
        row("queue: taken out when it was cleared: entered again",
            {.before = list({{{"do", "merge-queue"}}, quickChecks}),
                .stages = {{u"merged: wait mergeQueue"_s, {},
                    list({{{"do", "dequeue"}, {"reason", "QUEUE_CLEARED"}}})}},
                .writes = u"raisePullRequest, enableAutoMerge, enableAutoMerge"_s});
        row("queue: a conflict while it waits",
            {.before = list({{{"do", "merge-queue"}}, quickChecks}),
                .stages = {{u"merged: wait mergeQueue"_s, {}, list({conflict("SUBJECT-too")})}},
                .writes = u"raisePullRequest, enableAutoMerge, prepareBranch, moveBranch, enableAutoMerge"_s});
        row("queue: armed, clean and never queued",
            {.before = list({{{"do", "merge-queue"}}, {{"do", "auto-merge-sleeps"}}}),
                .writes = u"raisePullRequest, enableAutoMerge, enqueuePullRequest"_s});
        row("armed, clean and never merged",
            {.before = list({{{"do", "auto-merge-sleeps"}}}),
                .writes = u"raisePullRequest, enableAutoMerge, mergePullRequest"_s});
        // Branches and pull requests that are there already
        row("somebody else's branch of that name",
            {.before = list({{{"do", "make-branch"}, {"name", "add-SUBJECT"}, {"files", {{"x.md", "x\n"}}}}}),
                .stages = {{u"raise: fail github.foreignBranch"_s, u"holds someone else's work"_s}},
                .end = {},
                .pulls = 1, // GitHub opened one on it, which was closed again at once
                .merges = 0,
                .writes = u"raisePullRequest refused, closePullRequest"_s});
        row("somebody else's pull request of that name",
            {.before = list({{{"do", "make-branch"}, {"name", "add-SUBJECT"}, {"files", {{"x.md", "x\n"}}},
                 {"pull", "Something else"}}}),
                .stages = {{u"raise: fail github.foreignPullRequest"_s, u"Close it and press Retry"_s}},
                .end = {},
                .pulls = 1,
                .merges = 0,
                .writes = u"raisePullRequest refused"_s});
        row("a branch of that name at the base",
            {.before = list({{{"do", "make-branch"}, {"name", "add-SUBJECT"}}}),
                .writes = u"raisePullRequest, enableAutoMerge"_s});
        row("a branch in the way of the name",
            {.before = list({{{"do", "make-branch"}, {"name", "in-the-way"}}}),
                .stages = {{u"raise: fail github.branchClash"_s, u"Ref cannot be created"_s}},
                .end = {},
                .changes = {{"branch", "in-the-way/{{ inputs.name }}"}},
                .pulls = 0,
                .merges = 0,
                .writes = u"raisePullRequest refused"_s});
        row("a rule against the branch",
            {.before = list({{{"do", "restrict-branches"}}}),
                .stages = {{u"raise: fail github.ruleViolation"_s, u"creations being restricted"_s,
                    list({{{"do", "restrict-branches"}, {"off", true}}}), u"retry raise"_s}},
                .writes = u"raisePullRequest refused, raisePullRequest, enableAutoMerge"_s});
        // Read after write
        row("a fresh pull request does not show yet",
            {.before = list({refuse("EnableAutoMerge", "done",
                 "Could not resolve to a node with the global id of 'PR_x'.", 3, "NOT_FOUND")}),
                .writes =
                    u"raisePullRequest, enableAutoMerge refused, enableAutoMerge refused, enableAutoMerge refused, enableAutoMerge"_s});
        row("no commits between, for a while",
            {.before = list({refuse("createPullRequest", "pr", "No commits between main and add-fishing", 3)}),
                .writes =
                    u"raisePullRequest refused, openPullRequest refused, openPullRequest refused, openPullRequest, enableAutoMerge"_s});
        row("head sha can't be blank, for a while",
            {.before = list({refuse("createPullRequest", "pr",
                 "Head sha can't be blank, Base sha can't be blank, No commits between main and add-fishing, Head ref "
                 "must be a branch",
                 2)}),
                .writes = u"raisePullRequest refused, openPullRequest refused, openPullRequest, enableAutoMerge"_s});
        row("a pull request is said to exist that does not",
            {.before =
                    list({refuse("createPullRequest", "pr", "A pull request already exists for DEFRA:add-fishing.")}),
                .writes = u"raisePullRequest refused, openPullRequest, enableAutoMerge"_s});
        row("stale data",
            {.before = list({refuse("createPullRequest", "commit",
                 "Expected branch to point to \"0\" but it did not.  Pull and try again.", 1, "STALE_DATA")}),
                .writes = u"raisePullRequest refused, commitAndOpen, enableAutoMerge"_s});
        row("whether it merges is not known for long",
            {.before = list({quickChecks, {{"do", "set-duration"}, {"what", "mergeability"}, {"seconds", 120}}}),
                .writes = u"raisePullRequest, enableAutoMerge refused, mergePullRequest"_s});
        // Refusals of a merge
        row("the base moved under the merge",
            {.before = list({quickChecks,
                 refuse("MergePullRequest", "done", "Base branch was modified. Review and try the merge again.", 3)}),
                .writes =
                    u"raisePullRequest, enableAutoMerge refused, mergePullRequest refused, mergePullRequest refused, mergePullRequest refused, mergePullRequest"_s});
        row("a merge is in progress",
            {.before = list({quickChecks, refuse("MergePullRequest", "done", "Merge already in progress", 2)}),
                .writes =
                    u"raisePullRequest, enableAutoMerge refused, mergePullRequest refused, mergePullRequest refused, mergePullRequest"_s});
        row("head said to be modified",
            {.before = list({quickChecks,
                 refuse("MergePullRequest", "done", "Head branch was modified. Review and try the merge again.", 1)}),
                .writes = u"raisePullRequest, enableAutoMerge refused, mergePullRequest refused, mergePullRequest"_s});
        row("a review after all",
            {.before = list({quickChecks,
                 refuse("MergePullRequest", "done",
                     "At least 1 approving review is required by reviewers with write access.", 2)}),
                .writes =
                    u"raisePullRequest, enableAutoMerge refused, mergePullRequest refused, mergePullRequest refused, mergePullRequest"_s});
        // People
        row("a review by a code owner",
            {.before = list({{{"do", "code-owners"}, {"owners", {"team/cdp-platform"}}}}),
                .stages = {{u"merged: wait review"_s, u"by a code owner: cdp-platform"_s, list({{{"do", "approve"}}})}},
                .writes = u"raisePullRequest, enableAutoMerge"_s});
        row("a review by whom it was asked of",
            {.before = list({{{"do", "require-review"}}, {{"do", "request-review"}, {"next", true}}}),
                .stages = {{u"merged: wait review"_s, u"by sam-colleague"_s, list({{{"do", "approve"}}})}},
                .writes = u"raisePullRequest, enableAutoMerge"_s});
        row("changes are asked for",
            {.before = list({{{"do", "require-review"}}, hold()}),
                .stages = {{u"merged: wait review"_s, {}, list({{{"do", "request-changes"}}})},
                    {u"merged: wait review"_s, u"sam-colleague asked for changes"_s,
                        list({{{"do", "approve"}}, release()})}},
                .writes = u"raisePullRequest, enableAutoMerge"_s});
        row("a review is dismissed by our push",
            {.before = list({{{"do", "require-review"}}, {{"do", "dismiss-stale-reviews"}}, hold(),
                 {{"do", "approve"}, {"next", true}}}),
                .stages = {{u"merged: wait checks"_s, {}, list({conflict("SUBJECT-too"), release()})},
                    {u"merged: wait review"_s, u"by 1 of those"_s, list({{{"do", "approve"}}})}},
                .writes = u"raisePullRequest, enableAutoMerge, prepareBranch, moveBranch"_s});
        row("a required check never reports",
            {.before = list({{{"do", "require-check"}, {"what", "lint"}}}),
                .stages = {{u"merged: wait checks"_s, u"lint has not reported"_s,
                    list({{{"do", "require-check"}, {"what", "lint"}, {"off", true}}})}},
                .writes = u"raisePullRequest, enableAutoMerge"_s});
        row("a required check fails",
            {.before = list({{{"do", "fail-check"}, {"next", true}}}),
                .stages = {{u"merged: wait checks"_s, u"validate failed (http://"_s,
                    list({{{"do", "rerun"}, {"what", "check"}}})}},
                .writes = u"raisePullRequest, enableAutoMerge"_s});
        // Closed doors
        row("archived before",
            {.before = list({{{"do", "archive"}}}),
                .stages = {{u"raise: ask github.archived"_s, u"archived or locked"_s,
                    list({{{"do", "archive"}, {"off", true}}}), u"retry raise"_s}},
                .writes = u"raisePullRequest, enableAutoMerge"_s});
        row("locked before",
            {.before = list({{{"do", "lock"}}}),
                .stages = {{u"raise: ask github.archived"_s, {}, list({{{"do", "lock"}, {"off", true}}}),
                    u"retry raise"_s}},
                .writes = u"raisePullRequest, enableAutoMerge"_s});
        row("archived between raising and arming",
            {.before = list(
                 {refuse("EnableAutoMerge", "done", "Repository was archived so is read-only.", 1, "FORBIDDEN")}),
                .stages = {{u"arm: ask github.archived"_s, u"GitHub said"_s, {}, u"retry arm"_s}},
                .writes = u"raisePullRequest, enableAutoMerge refused, enableAutoMerge"_s});
        row("locked between raising and arming",
            {.before = list(
                 {refuse("EnableAutoMerge", "done", "Repository has been locked for migration.", 1, "FORBIDDEN")}),
                .stages = {{u"arm: ask github.archived"_s, u"while GitHub moves it"_s, {}, u"retry arm"_s}},
                .writes = u"raisePullRequest, enableAutoMerge refused, enableAutoMerge"_s});
        const auto closedWhileItWaits = [](const char* what) {
            return Edge{.before = list({hold()}),
                .stages = {{u"merged: wait checks"_s, {}, list({{{"do", what}}})},
                    {u"merged: ask github.archived"_s, u"archived or locked"_s,
                        list({{{"do", what}, {"off", true}}, release()})}},
                .writes = u"raisePullRequest, enableAutoMerge"_s};
        };
        row("archived while it waits", closedWhileItWaits("archive"));
        row("locked while it waits", closedWhileItWaits("lock"));
        // What a token may not read
        row("checks and reviews are not readable",
            {.before = list({{{"match", {{"operation", "Watch"}}},
                 {"fault",
                     {{"fields", {"statusCheckRollup", "reviewRequests", "rules", "refUpdateRule", "reviewDecision"}},
                         {"type", "FORBIDDEN"}, {"message", "Resource not accessible by personal access token"}}},
                 {"times", 0}}}),
                .writes = u"raisePullRequest, enableAutoMerge"_s});
        row("what holds it up is not readable",
            {.before = list({{{"do", "require-review"}},
                 {{"match", {{"operation", "node"}}},
                     {"fault",
                         {{"fields", {"reviewRequests", "contexts", "baseRef"}}, {"type", "FORBIDDEN"},
                             {"message", "Resource not accessible by personal access token"}}},
                     {"times", 0}}}),
                .stages = {{u"merged: wait review"_s, u"Waiting for a review of #"_s, list({{{"do", "approve"}}})}},
                .writes = u"raisePullRequest, enableAutoMerge"_s});
    }

    void edges()
    {
        QFETCH(Edge, edge);
        EdgeBench bench(*world);
        bench.happens(edge.before);
        const auto before = toBytes(edge.before);
        if (edge.writes.split(u", "_s).contains(u"enableAutoMerge"_s) && !before.contains("\"hold\"")
            && !before.contains("\"set-duration\"")) {
            bench.releaseWhenArmed = true;
            bench.happens(list({hold()}));
        }
        bench.start(EdgeBench::workflow(edge.changes));
        for (const auto& stage : edge.stages) {
            QVERIFY2(bench.comesTo(stage.comesTo, stage.said),
                qPrintable(u"no %1 (%2), but %3"_s.arg(stage.comesTo, stage.said, bench.last)));
            bench.happens(stage.then);
            if (!stage.command.isEmpty()) {
                const auto done = bench.submit(RetryStep{StepId(stage.command.section(u' ', 1)), {}});
                QVERIFY2(done, done ? "" : toBytes(toJson(done.error())).constData());
            }
        }
        if (!edge.end.isEmpty())
            QVERIFY2(bench.comesTo(edge.end), qPrintable(u"no end, but "_s + bench.last));
        QCOMPARE(bench.writes().join(u", "_s), edge.writes);
        QCOMPARE(bench.ledger("pullRequests"), edge.pulls);
        QCOMPARE(bench.ledger("merges"), edge.merges);
        const auto run = bench.folded();
        const auto* merged = run.step(StepId(u"merged"_s));
        if (!edge.note.isEmpty())
            QCOMPARE(merged->note, edge.note);
        if (merged->state == StepState::Succeeded) {
            QVERIFY(github::isSha(textAt(merged->outputs, "mergedSha")));
            const auto after = bench.snapshot({});
            const auto text = *after.files.value(EdgeBench::file)->bytes;
            QCOMPARE(text.count("\"DEFRA/" + bench.subject.toUtf8() + '"'), 1); // made, and made once
        }
        // Those that healing made beside are gone; ours is GitHub's to keep or delete once it is merged.
        for (const auto& name : bench.branches())
            QVERIFY2(name == bench.branch, qPrintable(name));
    }

    //! Each of the three fields of a raising document is refused or not, in every combination.
    void everyFieldOfADocumentIsJudgedForItself_data()
    {
        QTest::addColumn<QStringList>("refused");
        QTest::addColumn<bool>("unknown");
        for (const bool unknown : {false, true}) {
            for (int mask = 1; mask < 8; ++mask) {
                QStringList refused;
                for (const auto& [bit, name] : {std::pair{1, u"ref"_s}, {2, u"commit"_s}, {4, u"pr"_s}})
                    if (mask & bit)
                        refused.append(name);
                QTest::newRow(qPrintable(refused.join(u'+') + (unknown ? u" broke down"_s : u" refused"_s)))
                    << refused << unknown;
            }
        }
    }
    void everyFieldOfADocumentIsJudgedForItself()
    {
        QFETCH(QStringList, refused);
        QFETCH(bool, unknown);
        EdgeBench bench(*world);
        // A stale answer heals by itself; a breakdown inside a field leaves open what became of it.
        bench.happens(list({{{"match", {{"operation", "RaisePullRequest"}}},
            {"fault",
                {{"fields", toJson(refused)}, {"type", unknown ? "INTERNAL" : "STALE_DATA"},
                    {"message",
                        unknown ? "Something went wrong while executing your query."
                                : "Expected branch to point to \"0\" but it did not.  Pull and try again."}}},
            {"times", 1}}}));
        bench.start(EdgeBench::workflow());
        QVERIFY2(bench.comesTo(u"succeeded"_s), qPrintable(bench.last));
        QCOMPARE(bench.ledger("pullRequests"), 1);
        QCOMPARE(bench.ledger("commits"), 1);
        QCOMPARE(bench.ledger("branches"), 1);
        QCOMPARE(bench.ledger("merges"), 1);
    }

    //! GitHub's limit comes between the branch and its commit: all is parked until the moment that it names, and finished.
    void aLimitInTheMiddleOfRaisingIsAPause()
    {
        EdgeBench bench(*world);
        bench.happens(list({{{"match", {{"operation", "RaisePullRequest"}}},
            {"fault", {{"fields", {"commit", "pr"}}, {"type", "RATE_LIMITED"}, {"message", "API rate limit exceeded"}}},
            {"times", 1}}}));
        bench.start(EdgeBench::workflow());
        QVERIFY2(bench.comesTo(u"succeeded"_s), qPrintable(bench.last));
        QCOMPARE(bench.ledger("pullRequests"), 1);
        QCOMPARE(bench.ledger("branches"), 1);
        QCOMPARE(bench.ledger("merges"), 1);
    }

    void aConflictThatComesBackThreeTimesIsHealedThreeTimes()
    {
        EdgeBench bench(*world);
        bench.happens(list({hold()}));
        bench.start(EdgeBench::workflow());
        QVERIFY2(bench.comesTo(u"merged: wait checks"_s), qPrintable(bench.last));
        QString head = textAt(bench.folded().step(StepId(u"raise"_s))->outputs, "headSha");
        for (const char* tenant : {"back-one", "back-two", "back-three"}) {
            bench.happens(list({hold(), conflict(tenant)}));
            const QDeadlineTimer deadline(10'000);
            const auto now = [&] { return textAt(bench.folded().step(StepId(u"raise"_s))->outputs, "headSha"); };
            while (now() == head && !deadline.hasExpired())
                QTest::qWait(5);
            QVERIFY(now() != head);
            head = now();
            QVERIFY2(bench.comesTo(u"merged: wait checks"_s), qPrintable(bench.last));
        }
        QCOMPARE(textAt(bench.pull(), "state"), u"open"_s); // never at its base, which would have closed it for ever
        for (int i = 0; i < 4; ++i)
            [[maybe_unused]] const auto released = bench.world->control(release()); // one or the other holds nothing
        QVERIFY2(bench.comesTo(u"succeeded"_s), qPrintable(bench.last));
        QCOMPARE(bench.ledger("merges"), 1);
        const auto text = *bench.snapshot({}).files.value(EdgeBench::file)->bytes;
        for (const QByteArray& tenant :
            {bench.subject.toUtf8(), QByteArray("back-one"), QByteArray("back-two"), QByteArray("back-three")})
            QCOMPARE(text.count("\"DEFRA/" + tenant + '"'), 1);
    }

    //! Our branch with our commit, left by a process that died before it could journal that.
    void whatAnEarlierTryMadeIsAdopted_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<QString>("raising");
        QTest::newRow("all of it") << u"apply-then-drop"_s << u"raisePullRequest lost found"_s;
        QTest::newRow("nothing") << u"drop-before"_s << u"raisePullRequest lost absent, raisePullRequest"_s;
        QTest::newRow("an unreadable answer") << u"garbage"_s << u"raisePullRequest lost found"_s;
    }
    void whatAnEarlierTryMadeIsAdopted()
    {
        QFETCH(QString, fault);
        EdgeBench bench(*world);
        bench.happens(
            list({{{"match", {{"operation", "RaisePullRequest"}}}, {"fault", fault.toStdString()}, {"times", 1}}}));
        bench.start(EdgeBench::workflow());
        QVERIFY2(bench.comesTo(u"succeeded"_s), qPrintable(bench.last));
        QCOMPARE(bench.ledger("pullRequests"), 1);
        QCOMPARE(bench.ledger("commits"), 1);
        QCOMPARE(bench.ledger("merges"), 1);
        QTEST(bench.writes().filter(u"raise"_s).join(u", "_s), "raising");
        QCOMPARE(bench.hasty(), QString());
    }

    //! Arming, queueing and merging are effects like any other: a lost answer is looked up and never doubled.
    void aLostAnswerOfMergingIsLookedUp_data()
    {
        QTest::addColumn<QString>("operation");
        QTest::addColumn<QString>("fault");
        QTest::addColumn<bool>("queue");
        QTest::addColumn<QString>("writes");
        const auto row = [](const char* name, const char* operation, const char* fault, bool queue,
                             const char* writes) {
            QTest::newRow(name) << QString::fromLatin1(operation) << QString::fromLatin1(fault) << queue
                                << QString::fromLatin1(writes);
        };
        row("arming took place", "EnableAutoMerge", "apply-then-drop", false, "enableAutoMerge lost found");
        // Its checks have ended by the time that is known, and then arming would wait for ever.
        row("arming did not", "EnableAutoMerge", "drop-before", false, "enableAutoMerge lost absent, mergePullRequest");
        row("merging took place", "MergePullRequest", "apply-then-drop", false,
            "enableAutoMerge refused, mergePullRequest lost found");
        row("merging did not", "MergePullRequest", "drop-before", false,
            "enableAutoMerge refused, mergePullRequest lost absent, mergePullRequest");
        row("queueing took place", "EnqueuePullRequest", "apply-then-drop", true,
            "enableAutoMerge refused, enqueuePullRequest lost found");
        row("queueing did not", "EnqueuePullRequest", "drop-before", true,
            "enableAutoMerge refused, enqueuePullRequest lost absent, enqueuePullRequest");
    }
    void aLostAnswerOfMergingIsLookedUp()
    {
        QFETCH(QString, operation);
        QFETCH(QString, fault);
        QFETCH(bool, queue);
        EdgeBench bench(*world);
        if (operation == u"MergePullRequest"_s)
            bench.happens(list({{{"do", "set-duration"}, {"what", "checks"}, {"seconds", 0}}}));
        if (queue)
            bench.happens(list({{{"do", "merge-queue"}}, {{"do", "auto-merge"}, {"off", true}}}));
        bench.happens(list(
            {{{"match", {{"operation", operation.toStdString()}}}, {"fault", fault.toStdString()}, {"times", 1}}}));
        bench.start(EdgeBench::workflow());
        QVERIFY2(bench.comesTo(u"succeeded"_s), qPrintable(bench.last));
        QCOMPARE(bench.world->state()["faults"].size(), size_t(0)); // it was met
        QCOMPARE(bench.ledger("merges"), 1);
        QCOMPARE(bench.ledger("pullRequests"), 1);
        if (queue)
            QCOMPARE(bench.ledger("queueEntries"), 1);
        QTEST(bench.writes().mid(1).join(u", "_s), "writes");
        QCOMPARE(bench.hasty(), QString());
    }
};

QTEST_GUILESS_MAIN(PullRequestEdgesTests)
#include "pull_request_edges_tests.moc"
