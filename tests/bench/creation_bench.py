# SPDX-License-Identifier: GPL-3.0-or-later
"""One creation by Slipway and one by its peer (octokit_creation.mjs), at several latencies, in one sandbox and one run.

    creation_bench.py [--latencies 0,20,50,150] [--speed 20]

Both go through a proxy that holds each answer back and counts. Both keep the same write rule: at most one write in
flight a repository, and what makes content takes from a bucket (burst 5, then one a second of the program's time). The
rule counts for the peer as it counts for Slipway, one for each pull request that is raised, which favours the peer: its
nine writes for them are nine requests.

Only ratios within the run are judged, with these limits:
- before the first wait at most a fifth of the peer's sequential round trips, and from 20 ms on a third of its time;
- the whole at most 1.15 times the critical path, and never slower than the peer, but for the noise of where between
  two looks something happens (3 %).

The critical path is what the world itself takes, however soon it is asked, and the round trips that must lie between.
Of the world each duration is read from the sandbox's ledger, from its own beginning to its own end, so that nothing
that either program does or leaves undone in between is in it: the checks of the first pull request, the workflow that
makes the infrastructure, and then the longest of: the workflow that makes the repository, its content, its first build
and what the portal comes to know of it; the checks and the workflow of the last pull request; the workflow of another.
The round trips: the first read, the look that sees the infrastructure made, raising the last pull request, arming it,
and the look that sees the end. A write that starts a wait is not counted: the wait begins when it arrives.
"""

import argparse
import json
import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
for folder in ("acceptance", "support"):
    sys.path.insert(0, str(HERE.parent / folder))

import harness  # noqa: E402 (it lies in a folder named above)
from counting_proxy import CountingProxy, rounds, told  # noqa: E402 (likewise)

ROUND_TRIPS = 5  # of the critical path, see above
RAISED_BEFORE_THE_WAIT = ("tf-svc-infra", "cdp-app-config", "cdp-nginx-upstreams")
TIMEOUT = 600


def moment(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


class Measured:
    """What one creation took, in seconds and numbers."""

    def __init__(self, world, proxy, name, waiting_from):
        self.exchanges = proxy.exchanges()
        began = self.exchanges[0].began
        before = [each for each in self.exchanges
                  if each.began < waiting_from and not each.what.startswith("query Watch")]
        self.requests = len(self.exchanges)
        self.requests_before = len(before)
        self.rounds_before = len(rounds(before))
        self.rounds = len(rounds(self.exchanges))
        self.seconds_before = max(each.ended for each in before) - began
        self.seconds = max(each.ended for each in self.exchanges) - began
        state = world.state()
        self.waits = waits(world.ledger(), name, state["durations"]["portal"] / state["speed"])
        self.critical = self.waits + ROUND_TRIPS * proxy.latency


def waits(ledger, name, portal):
    """Seconds of the critical path that lie in the world itself; `portal`: from the end of a build until it is known
    there."""
    runs = ledger["workflowRuns"]
    raised = {one["repository"]: one for one in ledger["pullRequests"] if name in one["head"]}
    merged = {repository: next(one for one in ledger["merges"]
                               if (one["repository"], one["number"]) == (repository, pull["number"]))
              for repository, pull in raised.items()}

    def took(*found):
        return max((moment(one["endedAt"]) - moment(one["at"]) for one in found), default=0)

    def checks(repository):
        return took(*(one for one in runs if one["event"] == "pull_request"
                      and (one["repository"], one["branch"]) == (repository, raised[repository]["head"])))

    def workflow(repository):
        return took(next(one for one in runs if one["event"] == "push"
                         and (one["repository"], one["sha"]) == (repository, merged[repository]["sha"])))

    dispatched = next(one for one in ledger["dispatches"] if one["inputs"]["repositoryName"] == name)
    making = next(one for one in runs if one["id"] == dispatched["runId"])
    builds = [one for one in runs if one["repository"] == name]
    content = min(moment(one["at"]) for one in builds) - moment(making["endedAt"])
    return checks("tf-svc-infra") + workflow("tf-svc-infra") + max(
        took(making) + content + took(*builds) + portal,
        checks("tf-svc") + workflow("tf-svc"),
        *(workflow(one) for one in ("cdp-app-config", "cdp-nginx-upstreams")))


def by_slipway(world, latency, name):
    host, port = world.url.removeprefix("http://").split(":")
    proxy = CountingProxy((host, int(port)), latency)
    file = world.home / f"{name}.json"
    file.write_text(json.dumps(world.announced).replace(world.url, proxy.url) + "\n")
    process = harness.launch(["--sandbox", str(file), "--store", str(world.home / f"{name}.db"), "create",
                              harness.WORKFLOW, f"repositoryName={name}", "serviceType=cdp-node-backend-template",
                              "owningTeam=fisheries", "--follow"], world.home)
    answer = harness.finish(process, TIMEOUT)
    if answer.status != 0:
        raise AssertionError(f"slipwayctl: {answer}\n{told(proxy.exchanges())}")
    proxy.close()
    # The first wait begins when the three pull requests are raised and the first is armed: four writes.
    writes = [each for each in proxy.exchanges() if each.is_write]
    return Measured(world, proxy, name, writes[len(RAISED_BEFORE_THE_WAIT)].ended)


def by_peer(world, latency, name, speed):
    host, port = world.url.removeprefix("http://").split(":")
    proxy = CountingProxy((host, int(port)), latency)
    done = subprocess.run(["node", str(HERE / "octokit_creation.mjs"), proxy.url, world.token, name, str(speed),
                           "pulls"], capture_output=True, text=True, timeout=TIMEOUT, check=False)
    if done.returncode != 0:
        raise AssertionError(f"the peer: {done.stdout}{done.stderr}\n{told(proxy.exchanges())}")
    proxy.close()
    return Measured(world, proxy, name, json.loads(done.stdout)["waiting"] / 1000)


def judged(latency, ours, peer):
    """What breaks a limit."""
    checks = {
        "round trips before the first wait": (ours.rounds_before, peer.rounds_before / 5),
        "the whole, against its critical path": (ours.seconds, 1.15 * ours.critical),
        "the whole, against the peer": (ours.seconds, 1.03 * peer.seconds),
        "time before the first wait, against the peer": (ours.seconds_before, peer.seconds_before),
    }
    if latency >= 0.02:
        checks["time before the first wait, a third"] = (ours.seconds_before, peer.seconds_before / 3)
    return [f"{latency * 1000:.0f} ms: {what}: {ours:.3f}, and the limit is {limit:.3f}"
            for what, (ours, limit) in checks.items() if ours > limit]


def row(latency, who, one):
    return (f"{latency * 1000:7.0f} ms  {who:8} {one.requests_before:9} {one.rounds_before:11} "
            f"{one.seconds_before:9.3f} s {one.requests:9} {one.rounds:11} {one.seconds:8.2f} s "
            f"{one.critical:8.2f} s {one.seconds / one.critical:6.2f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--latencies", default="0,20,50,150", help="milliseconds, with commas between")
    parser.add_argument("--speed", type=float, default=20, help="of the sandbox and of both programs")
    parser.add_argument("--verbose", action="store_true", help="every exchange")
    given = parser.parse_args()
    os.environ.setdefault("SLIPWAYCTL", "slipwayctl")
    world = harness.Sandbox(speed=given.speed)
    broken = []
    try:
        # GitHub's hour is real, and a world that lives N times as fast asks N times as often.
        hourly = int(5000 * given.speed)
        world.world("limits", core=hourly, graphql=hourly)
        print(f"{'':10}  {'':8} | before the first wait           | the whole                         | critical\n"
              f"{'latency':>10}  {'':8} {'requests':>9} {'round trips':>11} {'time':>11} {'requests':>9} "
              f"{'round trips':>11} {'time':>10} {'path':>10} {'ratio':>6}")
        for number, millis in enumerate(float(each) for each in given.latencies.split(",")):
            ours = by_slipway(world, millis / 1000, f"ours-{number}")
            peer = by_peer(world, millis / 1000, f"peer-{number}", given.speed)
            print(row(millis / 1000, "Slipway", ours), row(millis / 1000, "peer", peer), sep="\n")
            print(f"{'':10}  {'ratio':8} {ours.requests_before / peer.requests_before:9.2f} "
                  f"{ours.rounds_before / peer.rounds_before:11.2f} {ours.seconds_before / peer.seconds_before:11.2f} "
                  f"{ours.requests / peer.requests:9.2f} {ours.rounds / peer.rounds:11.2f} "
                  f"{ours.seconds / peer.seconds:10.2f}", flush=True)
            broken += judged(millis / 1000, ours, peer)
            if given.verbose:
                print(told(ours.exchanges))
    finally:
        world.close()
    print("\n".join(["Limits broken:", *broken] if broken else ["All limits are kept."]))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
