# SPDX-License-Identifier: GPL-3.0-or-later
"""Why steps are where they are, many at once: one world, one agent, and in each run another trouble. Each cause is found by
what GitHub shows, said in words of the case, and offers what fits it, the most fitting first."""

import time

import harness
from harness import end

INFRA, CONFIG = "tf-svc-infra", "cdp-app-config"


class Causes(harness.SandboxTest):
    def setUp(self):
        self.world = self.sandbox(speed=200)
        self.agent = self.ended(self.world.start("agent"))
        self.assertIn("Driving", self.agent.stderr.readline())

    def number(self, run, repository):
        return next(one["number"] for one in self.world.ledger()["pullRequests"]
                    if one["repository"].endswith(repository) and run in one["head"])

    def create(self, *runs):
        for run in runs:
            self.assert_exit(self.world.create(run), 0)

    def wait_at(self, step, *runs):
        for run in runs:
            self.world.until(run, lambda steps: steps[step]["state"] == "waiting", f"{run} at {step}")

    def free(self, run):
        """Its first pull request is merged; each check of it, for it is made anew where main has moved."""
        for _ in range(100):
            if self.world.steps(run)["infra-merged"]["state"] == "succeeded":
                return
            self.world.http("POST", "/_sandbox/world", {"do": "release", "what": "check", "repository": INFRA,
                                                        "number": self.number(run, INFRA)}, status=(200, 404, 409, 422))
            time.sleep(0.1)
        self.fail(f"{run} is not merged: {self.world.steps(run)['infra-merged']}")

    def assert_cause(self, run, step, code, words, *acts):
        # Who asked, and which check it is, comes with a closer look after the first.
        steps = self.world.until(run, lambda steps: (cause := steps[step]["cause"] or {}).get("code") == code
                                 and words in cause["what"], f"{run}: {code}: {words}")
        cause = steps[step]["cause"]
        for line in ("what", "why", "remedy"):
            self.assertTrue(cause[line], f"{code}: {line}")
            self.assertNotRegex(cause[line], r"[{}\[\]]", "every place of the sentence is filled")
        self.assertEqual(cause["acts"], list(acts), code)
        self.assertEqual(bool(cause["nudge"]), "copyNudge" in acts, f"{code}: a text to send, where one can be sent")

    def test_what_holds_up_a_merge(self):
        world = self.world
        world.world("hold", what="check", all=True)
        runs = ("wants-changes", "turned-draft", "red-check", "closed-by-hand", "switched-off", "still-running")
        self.create(*runs)
        self.wait_at("infra-merged", *runs)
        for run, do in zip(runs, ("request-changes", "draft", "fail-check", "close", "disarm")):
            world.world(do, repository=INFRA, number=self.number(run, INFRA))
        step = "infra-merged"
        self.assert_cause("wants-changes", step, "changesRequested", "sam-colleague asked for changes to #1",
                          "openPage", "copyNudge", "lookNow", "undo")
        self.assert_cause("turned-draft", step, "draft", "#2 in DEFRA/tf-svc-infra is a draft", "openPage", "lookNow")
        self.assert_cause("red-check", step, "checksFailed", "A check of #3 in DEFRA/tf-svc-infra is red: validate",
                          "openPage", "lookNow", "advance", "undo")
        self.assert_cause("closed-by-hand", step, "pullRequestClosed", "without being merged by sam-colleague",
                          "retry", "retryFrom", "openPage", "undo")
        self.assert_cause("switched-off", step, "autoMergeOff", "Auto-merge cannot be used in DEFRA/tf-svc-infra",
                          "retry", "openPage", "advance")
        self.assert_cause("still-running", step, "checksRunning", "The checks of #6 in DEFRA/tf-svc-infra are not done",
                          "wait", "openPage", "lookNow")

        # The rules of a repository that comes later.
        world.world("require-check", repository=CONFIG, what="ghost-check")
        world.world("require-review", repository="cdp-nginx-upstreams")
        self.free("still-running")
        world.world("release", what="check", all=True)
        self.assert_cause("still-running", "config-merged", "checkNeverReported", "has never reported: ghost-check",
                          "openPage", "lookNow", "copyNudge", "advance")
        self.assert_cause("still-running", "nginx-merged", "reviewMissing", "needs a review",
                          "copyNudge", "openPage", "lookNow", "advance")
        # A write that the rules forbid.
        world.world("restrict-branches", repository=INFRA)
        self.create("against-the-rules")
        self.assert_cause("against-the-rules", "infra-raise", "ruleViolation", "A rule of the repository forbids",
                          "retry", "openPage", "advance")
        # What is wrong for all comes before what is wrong for one.
        world.world("expire-token")
        self.assert_cause("still-running", "config-merged", "parked", "does not accept the token", "lookNow", "wait")

    def test_what_holds_up_a_workflow(self):
        world = self.world
        world.world("hold", what="check", all=True)
        world.world("hide", name="never-seen")
        runs = ("never-seen", "long-running", "asks-approval", "in-the-queue")
        self.create(*runs)
        self.wait_at("infra-merged", *runs)
        self.free("never-seen")
        self.world.until("never-seen", lambda steps: steps["infra-workflow"]["state"] == "succeeded", "its workflow")
        # One at a time may run there, so what comes third has to wait.
        world.world("hold", what="run", repository=INFRA, next=True)
        self.free("long-running")
        self.wait_at("infra-workflow", "long-running")
        world.world("wait-run", repository=INFRA, next=True, reviewers=["terry-lead"])
        self.free("asks-approval")
        self.assert_cause("asks-approval", "infra-workflow", "workflowApproval", "waits to be approved",
                          "copyNudge", "openPage", "lookNow")
        self.free("in-the-queue")
        self.assert_cause("in-the-queue", "infra-workflow", "runnerQueue", "waits for a runner",
                          "wait", "openPage", "lookNow")
        self.assert_cause("long-running", "infra-workflow", "workflowRunning", "is running", "wait", "openPage", "lookNow")
        world.world("release", what="check", all=True)
        self.assert_cause("never-seen", "repository-ready", "repositoryNotReadable", "DEFRA/never-seen",
                          "lookNow", "retry", "openPage")
        end(self.agent)


if __name__ == "__main__":
    harness.main()
