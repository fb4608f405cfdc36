# SPDX-License-Identifier: GPL-3.0-or-later
"""Trouble that needs a person: it says so and why, her command goes on from there, and nothing is made twice."""

import harness
import trouble
from harness import end, finish
from trouble import CREATE, INFRA, NAME, infra_pulls


READING = (("list", "--search", "wrong"), ("show", NAME), ("events", NAME), ("report", NAME))


class Trouble(trouble.TroubleTest):
    # A step fails, a person retries

    def test_a_failed_workflow_is_shown_and_retried(self):
        world = self.sandbox("--scenario", "workflow-fails-once")
        answer = self.assert_exit(world.run(*CREATE, "--follow"), 1)
        run = world.show(NAME)
        self.assertEqual(run["state"], "failed")
        step = {one["id"]: one for one in run["steps"]}["infra-workflow"]
        self.assertEqual([one["id"] for one in run["steps"] if one["state"] == "failed"], ["infra-workflow"])
        failed = [one for one in world.ledger()["workflowRuns"]
                  if one["repository"] == INFRA and one["event"] == "push"]
        link = f"{world.url}/DEFRA/{INFRA}/actions/runs/{failed[0]['id']}"
        self.assertIn(link, [one["url"] for one in step["links"]])
        self.assertIn(link, answer.err)
        for name in ("what", "why", "remedy"):
            self.assertTrue(step["error"][name], name)
        self.assertEqual(step["error"]["code"], "github.workflowFailed")
        record = world.run("record", NAME).json
        self.assertEqual((record[INFRA]["status"], record["cdp-app-config"]["status"]), ("failure", "raised"))
        before = world.ledger()
        self.assertEqual([one["repository"] for one in before["merges"]], [INFRA], "nothing else may be merged")

        self.assert_created(world.run("retry", NAME, "--follow"), world, NAME)
        attempts = world.steps(NAME)["infra-workflow"]["attempts"]
        self.assertEqual([one["state"] for one in attempts], ["failed", "succeeded"])
        self.assertEqual(attempts[0]["error"]["code"], "github.workflowFailed")
        ledger = world.ledger()
        self.assert_nothing_twice(ledger, [NAME])
        runs = [one for one in ledger["workflowRuns"] if one["repository"] == INFRA and one["event"] == "push"]
        self.assertEqual({one["id"] for one in runs}, {failed[0]["id"]}, "the same run, run again")
        self.assertEqual(max(one["attempt"] for one in runs), 2)

    def test_retry_of_what_has_not_failed_is_refused(self):
        world, process = self.held_at_the_merge()
        end(process)
        self.assert_exit(world.run("retry", NAME), 3)
        self.assert_exit(world.run("retry", NAME, "infra-raise"), 3)
        self.assert_exit(world.run("retry", NAME, "no-such-step"), 2)

    def closed(self):
        world, process = self.held_at_the_merge()
        world.world("close", repository=INFRA)
        self.assert_exit(finish(process), 1)
        step = world.steps(NAME)["infra-merged"]
        self.assertEqual((step["state"], step["error"]["code"]), ("failed", "github.pullRequestClosed"))
        self.assertEqual(world.run("record", NAME).json[INFRA]["status"], "pr_closed")
        return world

    def test_a_pull_request_closed_by_hand_is_opened_again(self):
        world = self.closed()
        process = self.ended(world.start("retry", NAME, "--follow"))
        world.until(NAME, lambda steps: steps["infra-merged"]["state"] in ("waiting", "succeeded"), "the new wait")
        if not infra_pulls(world.ledger())[0]["merged"]:
            world.world("release", repository=INFRA, what="check")
        self.assert_created(finish(process), world, NAME)
        self.assert_nothing_twice(world.ledger(), [NAME])
        self.assertEqual([one["state"] for one in world.steps(NAME)["infra-merged"]["attempts"]],
                         ["failed", "succeeded"])

    def test_a_pull_request_that_cannot_be_opened_again_is_raised_anew(self):
        world = self.closed()
        branch = infra_pulls(world.ledger())[0]["head"]
        world.http("DELETE", f"/repos/DEFRA/{INFRA}/git/refs/heads/{branch}")
        answer = world.run("retry", NAME, "infra-raise", "--from", "--follow")
        self.assert_created(answer, world, NAME)
        ledger = world.ledger()
        self.assertEqual([(one["state"], one["head"] == branch) for one in infra_pulls(ledger)],
                         [("closed", True), ("merged", False)])
        self.assertEqual(len(ledger["pullRequests"]), 5)
        self.assertEqual(len(ledger["dispatches"]), 1)
        self.assertEqual(sum(one["repository"] == INFRA for one in ledger["merges"]), 1)
        self.assertIn("GenerationStarted", [event["type"] for event in world.events(NAME)])

    # Needs a person

    def test_a_required_review_is_waited_for(self):
        world = self.sandbox("--scenario", "review-required")
        process = self.ended(world.start(*CREATE, "--follow"))
        steps = world.until(NAME, lambda steps: (steps["infra-merged"]["waitingFor"] or {}).get("what") == "review",
                            "the wait for a review")
        self.assertIn("review", steps["infra-merged"]["waitingFor"]["text"])
        self.assertIsNone(process.poll())
        self.assertEqual(world.ledger()["merges"], [])
        world.world("approve", repository=INFRA)
        self.assert_created(finish(process), world, NAME)
        self.assert_nothing_twice(world.ledger(), [NAME])

    def test_a_missing_first_build_needs_a_person_who_advances(self):
        world = self.sandbox("--scenario", "first-build-missing")
        self.assert_exit(world.run(*CREATE, "--follow"), 1)
        run = world.show(NAME)
        step = {one["id"]: one for one in run["steps"]}["first-build"]
        self.assertEqual((run["state"], step["needsYou"]), ("needsYou", True))
        self.assertEqual(step["error"]["code"], "github.noWorkflowRun")
        # Nobody else has seen it happen either, so it is not believed …
        sequence = run["sequence"]
        refused = self.assert_exit(world.run("advance", NAME, "first-build", "--reason", "it ran"), 3)
        self.assertTrue(refused.err)
        self.assertEqual(world.show(NAME)["sequence"], sequence)
        # … unless the person says that it is to be believed, and why.
        self.assert_exit(world.run("advance", NAME, "first-build", "--unverified"), 2)
        self.assert_exit(world.run("advance", NAME, "first-build", "--unverified", "--reason", "pushed by hand"), 0)
        self.assertEqual(world.steps(NAME)["first-build"]["state"], "advanced")
        self.assertEqual(world.steps(NAME)["first-build"]["reason"], "pushed by hand")
        # The portal never hears of an image: an optional step, so it may be skipped.
        self.assert_exit(world.run("skip", NAME, "repository-ready", "--reason", "no"), 3)
        self.assert_exit(world.run("skip", NAME, "portal-record", "--reason", "no portal today"), 0)
        self.assert_exit(world.run("follow", NAME), 0)
        self.assertEqual(world.show(NAME)["state"], "succeeded")
        self.assertEqual(world.steps(NAME)["portal-record"]["state"], "skipped")

    def test_a_confirmed_advance_is_believed(self):
        world = self.sandbox("--scenario", "workflow-fails-once")
        self.assert_exit(world.run(*CREATE, "--follow"), 1)
        failed = next(one for one in world.ledger()["workflowRuns"]
                      if one["repository"] == INFRA and one["event"] == "push")
        self.assert_exit(world.run("advance", NAME, "infra-workflow", "--reason", "not yet"), 3)
        world.world("rerun", run=failed["id"])
        world.until(NAME, lambda _: world.ledger()["workflowRuns"] and any(
            one["id"] == failed["id"] and one["conclusion"] == "success" for one in world.ledger()["workflowRuns"]),
            "the good end of the second try")
        self.assert_exit(world.run("advance", NAME, "infra-workflow", "--reason", "run again by hand"), 0)
        step = world.steps(NAME)["infra-workflow"]
        self.assertEqual((step["state"], step["outputs"]["id"]), ("advanced", failed["id"]))
        self.assert_exit(world.run("follow", NAME), 0)
        self.assert_nothing_twice(world.ledger(), [NAME])

    # Commands

    def test_pause_resume_note_look_and_cancel(self):
        world, process = self.held_at_the_merge()
        end(process)
        self.assert_exit(world.run("note", NAME, "asked the platform team"), 0)
        self.assertEqual([one["text"] for one in world.show(NAME)["notes"]], ["asked the platform team"])
        self.assert_exit(world.run("look", NAME), 0)
        self.assertIn("LookRequested", [event["type"] for event in world.events(NAME)])
        self.assert_exit(world.run("pause", NAME, "--reason", "freeze"), 0)
        self.assertEqual(world.show(NAME)["state"], "paused")
        world.world("release", repository=INFRA, what="check")
        self.assert_exit(world.run("follow", NAME), 1)
        self.assertEqual(len(world.ledger()["pullRequests"]), 3, "a paused run begins nothing")
        self.assert_exit(world.run("pause", NAME), 3)
        self.assert_exit(world.run("resume", NAME), 0)
        self.assertNotEqual(world.show(NAME)["state"], "paused")
        self.assert_exit(world.run("cancel", NAME, "--reason", "not wanted"), 0)
        self.assertEqual(world.show(NAME)["state"], "cancelled")
        self.assert_exit(world.run("follow", NAME), 1)
        self.assertEqual(len(world.ledger()["pullRequests"]), 3)
        for command in (("cancel", NAME), ("retry", NAME), ("resume", NAME)):
            self.assert_exit(world.run(*command), 3)

    def test_terminating_is_an_act_of_its_own_and_history_is_read_without_a_network(self):
        world, process = self.held_at_the_merge()
        end(process)
        sequence = world.show(NAME)["sequence"]
        self.assert_exit(world.run("cancel", NAME, "--now"), 3)
        self.assertEqual(world.show(NAME)["sequence"], sequence, "without a reason nothing is terminated")
        self.assertIn("terminated", self.assert_exit(world.run("cancel", NAME, "--now", "--reason", "wrong name"), 0).out)
        ended = world.events(NAME)[-1]
        self.assertEqual((ended["type"], ended["data"]), ("RunCancelled", {"reason": "wrong name", "atOnce": True}))
        before = {command: world.run(*command).out for command in READING}
        end(world.process)
        self.assert_exit(world.run("retry", NAME), 3)
        for command, told in before.items():
            self.assertIn(NAME, told, command)
            self.assertEqual(self.assert_exit(world.run(*command), 0).out, told, command)

    def test_undo_closes_pull_requests_and_deletes_branches(self):
        world, process = self.held_at_the_merge()
        end(process)
        def written():  # the runs of checks go on, whoever looks
            return {kind: all_of_them for kind, all_of_them in world.ledger().items() if kind != "workflowRuns"}

        before = written()
        branches = {one["repository"]: one["name"] for one in before["branches"]}
        self.assertEqual(len(branches), 3)
        shown = self.assert_exit(world.run("undo", NAME, "--dry-run"), 0)
        for repository in branches:
            self.assertIn(repository, shown.out)
        self.assertEqual(written(), before)
        self.assert_exit(world.run("undo", NAME, "--reason", "wrong name", "--follow"), 1)
        self.assertEqual(world.show(NAME)["state"], "undone")
        self.assertEqual({one["state"] for one in world.ledger()["pullRequests"]}, {"closed"})
        for repository in branches:
            self.assertEqual(world.branches(repository), {"main"}, repository)
        self.assertEqual(world.ledger()["merges"], [])
        # The name is free again.
        self.assert_created(world.run(*CREATE, "--follow"), world, NAME)


if __name__ == "__main__":
    harness.main()
