# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of trouble share: one creation, and the ways in which it is brought into trouble."""

import harness
from harness import SandboxTest

NAME = "trouble-service"
CREATE = ("create", harness.WORKFLOW, f"repositoryName={NAME}", "serviceType=cdp-node-backend-template",
          "owningTeam=fisheries")
INFRA = "tf-svc-infra"


def infra_pulls(ledger):
    return [one for one in ledger["pullRequests"] if one["repository"] == INFRA]


class TroubleTest(SandboxTest):
    def assert_no_person_helped(self, world):
        """Every event is the program's own, but for the start."""
        helped = [event for event in world.events(NAME)[1:] if event["actor"] != "engine"]
        self.assertEqual(helped, [])

    def heals(self, *options, speed=100):
        world = self.sandbox(*options, speed=speed)
        self.assert_created(world.run(*CREATE, "--follow"), world, NAME)
        ledger = world.ledger()
        self.assert_nothing_twice(ledger, [NAME])
        self.assert_no_leftover_branches(world, ledger)
        self.assert_no_person_helped(world)
        return world

    def held_at_the_merge(self):
        """A creation whose first pull request waits for a check that does not end, with its program still running."""
        world = self.sandbox(speed=100)
        world.world("hold", what="check", repository=INFRA, next=True)
        process = self.ended(world.start(*CREATE, "--follow"))
        world.until(NAME, lambda steps: steps["infra-merged"]["state"] == "waiting"
                    and steps["config-raise"]["state"] == "succeeded"
                    and steps["nginx-raise"]["state"] == "succeeded", "the wait for the merge")
        return world, process
