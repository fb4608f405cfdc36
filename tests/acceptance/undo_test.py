# SPDX-License-Identifier: GPL-3.0-or-later
"""Undoing what is merged: for each merged pull request of the run one that reverts it is proposed, and a person merges
it. Never two of them, whatever is lost or killed, and nothing of anybody else is touched."""

import json
import time

import harness
from harness import PLATFORM, SandboxTest, files_of

NAME = "wrong-name"
UNDO = ("undo", NAME, "--reason", "wrong name", "--follow")


class Undo(SandboxTest):
    def files(self, world, into):
        return {repository: files_of(world.clone(repository, into)) for repository in PLATFORM}

    def created(self, *names):
        world = self.sandbox(speed=400)
        for name in names:
            self.assert_created(world.create(name, "--follow"), world, name)
        return world

    def reverting(self, world):
        return [one for one in world.ledger()["pullRequests"] if one["head"].startswith("revert-")]

    def assert_proposed_once(self, world, merged):
        """One open reverting pull request for each of `merged`, named by what it reverts."""
        proposed = self.reverting(world)
        self.assertEqual(sorted((one["repository"], one["head"]) for one in proposed),
                         sorted((one["repository"], f"revert-{one['number']}-{one['head']}") for one in merged))
        self.assertEqual({one["state"] for one in proposed}, {"open"})

    def merge(self, world, repository, number):
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:  # its check takes its time
            if "merged" in world.http("PUT", f"/repos/{world.org}/{repository}/pulls/{number}/merge",
                                      {"merge_method": "rebase"}, status=(200, 405)):
                return
            time.sleep(0.2)
        raise AssertionError(f"{repository}#{number} was not merged")

    def assert_all_undone(self, world, merged):
        run = world.show(NAME)
        self.assertEqual(run["state"], "undone")
        self.assert_proposed_once(world, merged)
        self.assertIs(world.run("--json", "journal", "verify").json["ok"], True)
        return run

    def test_each_merged_change_is_proposed_to_be_reverted(self):
        world = self.created("stayer")
        before = self.files(world, "before")
        self.assert_created(world.create(NAME, "--follow"), world, NAME)
        merged = [one for one in world.ledger()["pullRequests"] if NAME in one["head"]]
        self.assertEqual(len(merged), 4)
        between, ledger = self.files(world, "between"), world.ledger()

        shown = self.assert_exit(world.run("undo", NAME, "--dry-run"), 0)
        for one in merged:
            self.assertIn(f"reverts #{one['number']} of {world.org}/{one['repository'].split('/')[-1]}", shown.out)
        self.assertIn("a person reviews", shown.out)
        self.assertIn(f"The repository {world.org}/{NAME}", shown.out)
        self.assertIn("administrator", shown.out)
        preview = world.run("--json", "undo", NAME, "--dry-run").json
        self.assertEqual(len(preview["steps"]), 4)
        self.assertEqual([thing["step"] for thing in preview["leaves"]], ["repository-create"])
        self.assertEqual(world.ledger(), ledger, "a dry run changes nothing")

        self.assert_exit(world.run(*UNDO), 1)
        run = self.assert_all_undone(world, merged)
        self.assertEqual(self.files(world, "proposed"), between, "proposed is not merged")
        steps = {step["id"]: step for step in run["steps"]}
        links = [link["url"] for name in steps for link in steps[name]["links"] if steps[name]["state"] == "undone"]
        left = {thing["step"]: thing for thing in run["leftBehind"]}
        for one in self.reverting(world):
            url = f"/{one['repository'].split('/')[-1]}/pull/{one['number']}"
            self.assertTrue(any(link.endswith(url) for link in links), url)
            self.assertTrue(any((thing["url"] or "").endswith(url) and thing["merged"] for thing in left.values()), left)
        self.assertEqual(len(left), 5, "four changes that are not reverted yet, and the repository")
        self.assertIn("Reverting pull request #", world.run("show", NAME).out)
        for repository in PLATFORM:
            self.assertEqual([name for name in world.branches(repository) if NAME in name and "revert-" not in name], [])

        # They wait for a person, and the run with them, until each is merged or closed.
        listed = {one["subject"]: one for one in world.run("--json", "list", "--state", "needsYou").lines}
        self.assertEqual(list(listed), [NAME])
        self.assertEqual((listed[NAME]["state"], listed[NAME]["open"], listed[NAME]["waitingFor"]),
                         ("undone", False, "revert"))
        self.assertEqual([one["waitingFor"]["what"] for one in listed[NAME]["active"]], ["revert"] * 4)
        self.assertEqual(len(run["openReverts"]), 4)
        self.assertIn("4 reverting pull requests are still open", world.run("show", NAME).out)
        self.assertIn("4 reverting pull requests are still open", world.run("list").out)

        # Merged, they leave the files as they were before the creation, byte for byte.
        for one in self.reverting(world):
            self.merge(world, one["repository"].split("/")[-1], one["number"])
        self.ended(world.start("agent"))
        deadline = time.monotonic() + 30
        while world.run("--json", "list", "--state", "needsYou").lines and time.monotonic() < deadline:
            time.sleep(0.2)
        run = world.show(NAME)
        self.assertEqual((run["state"], run["openReverts"]), ("undone", []))
        self.assertEqual([thing["step"] for thing in run["leftBehind"]], ["repository-create"])
        self.assertIn("was merged", world.run("events", NAME).out)
        self.assertEqual(self.files(world, "after"), before)
        others = [one for one in world.ledger()["pullRequests"] if "stayer" in one["head"]]
        self.assertEqual([one["state"] for one in others], ["merged"] * 4)

    def test_lost_answers_and_kills_propose_no_second_one(self):
        world = self.created(NAME)
        merged = world.ledger()["pullRequests"]
        for fault in ("apply-then-drop", "drop-before"):
            world.fault({"operation": "revertPullRequest"}, fault, times=1)
        # The other two wait for an answer that is late by far, and are killed when the world has taken the request.
        world.fault({"operation": "revertPullRequest"}, "slow", millis=20000, times=2)
        process = world.start(*UNDO)
        deadline = time.monotonic() + 30
        while len(self.reverting(world)) < 3 and time.monotonic() < deadline:
            time.sleep(0.05)
        process.kill()
        process.communicate()
        self.assertEqual(world.state()["faults"], [], "each fault met its request")
        self.assertEqual(world.show(NAME)["state"], "running", "nobody drives it any more")
        left = world.show(NAME)["leftBehind"]
        self.assertEqual(sum(thing["merged"] for thing in left), 4, "and what it made is listed all the same")
        world.fault({"operation": "revertPullRequest"}, "apply-then-drop", times=1)  # the one that never got there
        self.assert_exit(world.run("follow", NAME), 1)
        self.assert_all_undone(world, merged)
        self.assertGreaterEqual([event["type"] for event in world.events(NAME)].count("EffectUnknown"), 4)

    def test_what_cannot_be_reverted_or_is_already_is_said(self):
        world = self.created(NAME)
        merged = world.ledger()["pullRequests"]
        # Somebody has changed one of the changes again …
        clone = world.clone("tf-svc", "others")
        path = "environments/test/services/protected_services.json"
        text = (clone / path).read_text()
        self.assertIn(NAME, text)
        world.world("commit", repository="tf-svc", files={path: text.replace(NAME, f"{NAME}-renamed")})
        # … and taken another one back.
        one = next(pull for pull in merged if pull["repository"].endswith("cdp-app-config"))
        query = "mutation($i:RevertPullRequestInput!){revertPullRequest(input:$i){revertPullRequest{number}}}"
        made = world.http("POST", "/graphql", {"query": query, "variables": {"i": {"pullRequestId": one["nodeId"]}}})
        self.merge(world, "cdp-app-config", made["data"]["revertPullRequest"]["revertPullRequest"]["number"])

        self.assert_exit(world.run(*UNDO), 1)
        run = world.show(NAME)
        self.assertEqual(run["state"], "failed")
        steps = {step["id"]: step for step in run["steps"]}
        self.assertEqual((steps["config-raise"]["state"], steps["config-raise"]["note"]), ("undone", "reverted"))
        failed = [step for step in run["steps"] if step["state"] == "failed"]
        self.assertEqual([(step["lane"], step["error"]["code"]) for step in failed],
                         [("tf-svc", "github.cannotRevert")], json.dumps(failed)[:800])
        self.assertIn("by hand", failed[0]["error"]["remedy"])
        self.assertTrue(any(thing["step"] == failed[0]["id"] and thing["merged"] for thing in run["leftBehind"]))
        # She leaves it: the undo has an end, and what stays is listed.
        self.assert_exit(world.run("skip", NAME, failed[0]["id"], "--reason", "renamed instead", "--follow"), 1)
        run = world.show(NAME)
        self.assertEqual(run["state"], "undone")
        self.assertTrue(any(thing["step"] == failed[0]["id"] for thing in run["leftBehind"]))
        heads = {one["repository"].split("/")[-1] for one in self.reverting(world)}
        self.assertEqual(heads, {"tf-svc-infra", "cdp-nginx-upstreams", "cdp-app-config"})


if __name__ == "__main__":
    harness.main()
