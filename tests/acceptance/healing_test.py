# SPDX-License-Identifier: GPL-3.0-or-later
"""Trouble that heals by itself: nobody has to help, and nothing is made twice."""

import json

import harness
import trouble
from harness import finish
from trouble import INFRA, NAME


class Healing(trouble.TroubleTest):
    def test_a_conflict_is_healed(self):
        world = self.heals("--scenario", "conflict", speed=50)
        step = world.steps(NAME)["infra-raise"]
        for env in harness.ENVIRONMENTS:
            clone = world.home / "after" / INFRA
            if not clone.exists():
                clone = world.clone(INFRA, "after")
            tenants = json.loads((clone / f"environments/{env}/resources/tenant_services.json").read_text())
            self.assertIn(NAME, tenants[0])
            self.assertIn("somebody-elses-service", tenants[0])
        harness.git("fsck", "--strict", cwd=clone)
        self.assertNotEqual(step["outputs"]["sha"], step["outputs"]["headSha"], "healing moves the head")
        record = world.run("record", NAME).json[INFRA]
        self.assertEqual((record["pr"]["sha"], record["pr"]["head_sha"]),
                         (step["outputs"]["sha"], step["outputs"]["headSha"]))

    def test_a_superseded_run_is_covered_by_the_later_one(self):
        world = self.heals("--scenario", "superseded-run")
        outputs = world.steps(NAME)["infra-workflow"]["outputs"]
        runs = {one["id"]: one for one in world.ledger()["workflowRuns"]}
        later = outputs["coveredBy"]
        later = later["id"] if isinstance(later, dict) else int(str(later).rsplit("/", 1)[-1])
        self.assertEqual(runs[later]["conclusion"], "success")
        self.assertEqual([one["conclusion"] for one in runs.values()
                          if one["repository"] == INFRA and one["event"] == "push"], ["cancelled", "success"])

    def test_without_auto_merge_pull_requests_are_merged_when_their_checks_have_passed(self):
        world = self.heals("--scenario", "auto-merge-off")
        self.assertEqual(world.ledger()["autoMerges"], [])

    def test_what_is_clean_already_is_merged(self):
        world = self.heals("--scenario", "already-clean")
        self.assertTrue(all(one["request"] is not None for one in world.ledger()["merges"]))

    def test_limits_are_waited_out(self):
        world = self.heals("--scenario", "rate-limited")
        self.assertEqual(world.state()["faults"], [], "both limits were met")

    def test_a_flaky_network_makes_nothing_twice(self):
        world = self.heals("--scenario", "flaky-network", speed=50)
        self.assertIs(world.run("--json", "journal", "verify").json["ok"], True)

    def test_an_expired_token_parks_the_run(self):
        world, process = self.held_at_the_merge()
        world.world("expire-token", seconds=200)
        world.until(NAME, lambda _: "RunParked" in [event["type"] for event in world.events(NAME)], "parking")
        world.http("POST", "/_sandbox/world", {"do": "renew-token"}, status=(200, 401))
        world.until(NAME, lambda _: "RunUnparked" in [event["type"] for event in world.events(NAME)], "going on")
        world.world("release", repository=INFRA, what="check")
        self.assert_created(finish(process), world, NAME)
        self.assert_nothing_twice(world.ledger(), [NAME])
        self.assert_no_person_helped(world)


if __name__ == "__main__":
    harness.main()
