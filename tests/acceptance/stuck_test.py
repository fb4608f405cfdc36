# SPDX-License-Identifier: GPL-3.0-or-later
"""Why a step is where it is: each cause as the services bring it about, told in three lines with what can be done."""

import harness
import trouble
from harness import finish
from trouble import CREATE, INFRA, NAME


class Stuck(trouble.TroubleTest):
    def cause(self, step):
        found = step["cause"]
        for line in ("what", "why", "remedy"):
            self.assertTrue(found and found[line], f"{step['id']}: {line}")
            self.assertNotRegex(found[line], r"[{}\[\]]")
        return found

    def until_caused(self, world, step, code):
        steps = world.until(NAME, lambda steps: (steps[step]["cause"] or {}).get("code") == code, f"the cause {code}")
        return self.cause(steps[step])

    def test_a_missing_review_names_whom_to_ask(self):
        world = self.sandbox("--scenario", "review-required")
        process = self.ended(world.start(*CREATE, "--follow"))
        found = self.until_caused(world, "infra-merged", "reviewMissing")
        self.assertIn(f"DEFRA/{INFRA}", found["what"])
        self.assertIn("please review", found["nudge"])
        self.assertIn("waited", found["measure"])
        world.world("approve", repository=INFRA)
        self.assert_created(finish(process), world, NAME)
        self.assertEqual([one["id"] for one in world.show(NAME)["steps"] if one["cause"]], [], "nothing lingers")

    def test_checks_that_do_not_end(self):
        world, process = self.held_at_the_merge()
        found = self.until_caused(world, "infra-merged", "checksRunning")
        self.assertIn("not done yet", found["what"])
        world.world("close", repository=INFRA)
        self.assert_exit(finish(process), 1)
        found = self.cause(world.steps(NAME)["infra-merged"])
        self.assertEqual(found["code"], "pullRequestClosed")
        self.assertIn("closed without being merged", found["what"])

    def test_a_workflow_that_fails(self):
        world = self.sandbox("--scenario", "workflow-fails-once")
        self.assert_exit(world.run(*CREATE, "--follow"), 1)
        self.assertEqual(self.cause(world.steps(NAME)["infra-workflow"])["code"], "workflowFailed")
        self.assert_created(world.run("retry", NAME, "--follow"), world, NAME)
        self.assertIsNone(world.steps(NAME)["infra-workflow"]["cause"], "the error is overtaken")

    def test_a_workflow_that_never_starts(self):
        world = self.sandbox("--scenario", "first-build-missing")
        self.assert_exit(world.run(*CREATE, "--follow"), 1)
        self.assertEqual(self.cause(world.steps(NAME)["first-build"])["code"], "workflowNotStarted")


if __name__ == "__main__":
    harness.main()
