# SPDX-License-Identifier: GPL-3.0-or-later
"""How often a creation goes over the wire before its first wait, counted by a proxy of this test.

The proxy stands between the program and the sandbox, holds every answer back by 100 ms, and notes when each request was
sent and when its answer was on its way. Requests that were on the wire at the same time make one round trip.
"""

import json
import sys
from pathlib import Path

import harness
from harness import SandboxTest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "support"))

from counting_proxy import CountingProxy, rounds, told  # noqa: E402 (it lies in the folder named above)

LATENCY = 0.1  # seconds, real
REQUESTS, ROUNDS = 5, 3


class RoundTrips(SandboxTest):
    def setUp(self):
        # Real durations: the snapshot lives as long as it does at work, and the checks of the first pull request
        # (45 s) are the first thing that is waited for.
        self.world = self.sandbox(speed=1)
        host, port = self.world.url.removeprefix("http://").split(":")
        self.proxy = CountingProxy((host, int(port)), LATENCY)
        self.addCleanup(self.proxy.close)
        self.world.file.write_text(json.dumps(
            {**self.world.announced, "url": self.proxy.url}) + "\n")

    def until_the_first_wait(self, name):
        self.world.until(name, lambda steps: steps["infra-merged"]["state"] == "waiting"
                         and steps["config-raise"]["state"] == "succeeded"
                         and steps["nginx-raise"]["state"] == "succeeded", "the first wait")
        waited = next(event for event in self.world.events(name)
                      if event["type"] == "StepWaiting" and event["step"] == "infra-merged")
        self.assertEqual(waited["data"]["for"], "checks", "what is waited for first")
        self.assertEqual({one["repository"] for one in self.world.ledger()["pullRequests"]},
                         {"tf-svc-infra", "cdp-app-config", "cdp-nginx-upstreams"})

    def before_the_first_wait(self):
        """All that was sent until the last of the writes that come before the wait was answered: what is read after
        that is the wait itself."""
        entries = self.proxy.exchanges()
        last = max(entry.ended for entry in entries if entry.is_write)
        return [entry for entry in entries if entry.began < last
                and not entry.what.startswith("query Watch")], entries

    def counted(self):
        before, entries = self.before_the_first_wait()
        groups = rounds(before)
        print(f"{len(before)} requests in {len(groups)} round trips\n{told(entries)}")
        return before, groups, told(entries)

    def test_create_and_follow(self):
        process = self.ended(self.world.start(
            "create", harness.WORKFLOW, "repositoryName=round-trips", "serviceType=cdp-node-backend-template",
            "owningTeam=fisheries", "--follow"))
        self.until_the_first_wait("round-trips")
        harness.end(process)
        before, groups, told = self.counted()
        self.assertEqual((len(before), len(groups)), (REQUESTS, ROUNDS), told)

    def test_create_then_follow_reads_once_more_for_the_other_program(self):
        self.assert_exit(self.world.create("two-programs"), 0)
        process = self.ended(self.world.start("follow", "two-programs"))
        self.until_the_first_wait("two-programs")
        harness.end(process)
        before, _, told = self.counted()
        self.assertEqual(sum(entry.is_write for entry in before), 4, told)


if __name__ == "__main__":
    harness.main()
