#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The program dies at a named moment, at every edge of the protocol; whoever starts next carries the run to its end.

    crash_points.py [--seeds N] [--seed N] [--only POINT] [--at-once N]

A run without a crash tells which moments there are and how often each is passed. Then every moment is taken, of CDP's
and of GOV.UK Pay's workflow: one run, one store, the program dead at one of its passings (chosen by the seed), or twice:
what is only passed while another death is recovered from is reached by that.
"""
import argparse
import collections
import concurrent.futures
import os
import random
import sys
import time

import campaign
import wire
from campaign import say

CRASHING = os.environ.get("SLIPWAYCTL_CRASHING", "slipwayctl_crashing")
SPEED = 1500
# Passed only while something is looked up or recovered, or meant here at a start that has something to recover: reached
# by a first death where an answer is open.
AFTER_A_DEATH = {"recovery.unknown": "intent.done", "lookUp.answered": "upload.sent", "claim.before": "answer.part",
                 "claim.commit": "outcome.before", "claim.done": "upload.before", "claim.read": "upload.body",
                 "drive.begun": "intent.before", "open.owned": "intent.done", "open.prepared": "answer.whole",
                 "open.marked": "upload.sent"}
FEWEST = 25  # moments: fewer, and names have gone from the program
WORKFLOWS = ("cdp", "pay")
APART = 2  # seconds: one for GitHub's moments, one for what is known of its clock


def has_run(store):
    """A store that was not even made yet holds none; only an owner may make it."""
    status, text = store.run("--json", "list")
    if status != 0 and "store.older" not in text and "store.none" not in text:
        raise campaign.Failed("list: exit %s: %s" % (status, text))
    return status == 0 and bool(text.strip())


class Bench:
    """A sandbox, and the runs that are made against it one after the other: each has a store of its own."""

    def __init__(self, seed, tally):
        self.seed, self.tally = seed, tally
        self.names, self.stores, self.deaths, self.cases = {w: [] for w in WORKFLOWS}, [], 0, 0
        self.between = wire.Wire()
        self.sandbox = campaign.Sandbox(speed=SPEED, through=self.between.through)

    def program(self, workflow, name):
        store = self.sandbox.store(name, CRASHING)
        if workflow == "pay":
            store.options += ["--secrets", self.sandbox.secrets]
        return store

    @staticmethod
    def start(workflow, store, name, **more):
        """Creates the run with the very command that drives it; (status, output)."""
        if workflow == "pay":
            arguments = ["pay-create-service", "email=%s@dept.gov.uk" % name, "serviceName=" + name,
                         "telephone=+447700900001"]
        else:
            arguments = ["cdp-create-service", "repositoryName=" + name, "serviceType=" + campaign.SERVICE_TYPE,
                         "owningTeam=" + campaign.TEAM]
        return store.run("create", "--follow", *arguments, timeout=100, **more)

    def passed(self, workflow):
        """Moment → how often it is passed by a run that nothing happens to."""
        name = "count-%s-%d" % (workflow, self.seed)
        log = os.path.join(self.sandbox.folder, name + ".log")
        store = self.program(workflow, name)
        status, output = self.start(workflow, store, name, SLIPWAY_CRASH_LOG=log)
        if status != 0:
            raise campaign.Failed("a run without a crash ends with %s: %s" % (status, output[-500:]))
        self.names[workflow].append(name)
        self.stores.append(store)
        with open(log, encoding="utf-8") as file:
            return collections.Counter(file.read().split())

    def die(self, name, point, times, command):
        """1: it did die at this moment."""
        status, output = command(SLIPWAY_CRASH="%s:%d" % (point, times))
        if status not in (-9, 0, 1):
            self.tally.fail("%s at %s:%d: exit %s: %s" % (name, point, times, status, output[-300:]))
        return status == -9

    def case(self, workflow, point, count, number):
        # The stores of these cases stand for one person's, and the boilerplate's runs bear no name: GitHub tells their
        # moments in whole seconds, so of two in the same second only a person could say whose they are.
        time.sleep(APART)
        dice = random.Random("%d/%s/%s" % (self.seed, workflow, point))
        name = "crash-%s-%03d" % (workflow, number)
        store, begun = self.program(workflow, name), time.monotonic()

        def follow(**more):
            return store.run("follow", "--all", timeout=100, **more)

        def begin(**more):
            return self.start(workflow, store, name, **more)

        if point in AFTER_A_DEATH:
            deaths = self.die(name, AFTER_A_DEATH[point], 1, begin)
            deaths += self.die(name, point, 1, follow)
            if dice.random() < 0.5:
                deaths += self.die(name, point, 1, follow)
            needed = 2
        else:
            deaths = self.die(name, point, dice.randint(1, count), begin)
            if not deaths:
                # How often a moment is passed depends on how often was looked. This run has ended before; in another one
                # the first passing will do.
                self.names[workflow].append(name)
                self.stores.append(store)
                time.sleep(APART)
                name = "again-%s-%03d" % (workflow, number)  # no name holds another: branches are counted by it
                store = self.program(workflow, name)
                deaths = self.die(name, point, 1, begin)
            needed = 1
        if deaths < needed:
            self.tally.fail("%s: %s was not reached (%d deaths)" % (name, point, deaths))
        # Where it died before the run was journaled, whoever gave the command gives it again.
        status, output = follow() if has_run(store) else begin()
        if status != 0:
            self.tally.fail("%s after %s: exit %s\n%s" % (
                name, point, status, "\n".join(campaign.why_not_ended(store, output))))
        if os.environ.get("VERBOSE"):
            say("%-20s %-20s %d deaths, %.1f s" % (name, point, deaths, time.monotonic() - begun))
        self.names[workflow].append(name)
        self.stores.append(store)
        self.deaths += deaths
        self.cases += 1

    def close(self):
        try:
            with self.sandbox:
                verdict, runs, met = campaign.judge(self.sandbox, self.names["cdp"], self.names["pay"], self.stores,
                                                    self.between.record())
                self.tally.add(verdict, runs, met, self.deaths, self.cases)
                if verdict.problems():
                    raise campaign.Failed("the promises were not kept; all is left in " + self.sandbox.folder)
        except campaign.Failed as failure:
            self.tally.fail(str(failure))


def play(seed, tally, only, at_once):
    """All moments of a seed; which there were."""
    benches = [Bench(seed, tally) for _ in range(at_once)]
    try:
        cases = []
        for workflow in WORKFLOWS:
            counts = benches[0].passed(workflow)
            cases += [(workflow, point, counts[point]) for point in sorted({*counts, *AFTER_A_DEATH}) if only in point]
        numbered = collections.deque(enumerate(cases))

        def work(bench):
            while True:
                try:
                    number, case = numbered.popleft()
                except IndexError:
                    return
                bench.case(*case, number)

        with concurrent.futures.ThreadPoolExecutor(at_once) as pool:
            for done in [pool.submit(work, bench) for bench in benches]:
                done.result()
    finally:
        with concurrent.futures.ThreadPoolExecutor(at_once) as pool:
            list(pool.map(Bench.close, benches))
    return {case[1] for case in cases}


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--seeds", type=int, default=1)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", default="")
    options.add_argument("--at-once", type=int, default=4)
    chosen = options.parse_args()
    tally = campaign.Tally(chosen.seed, "crashes")
    points = set()
    for seed in range(chosen.seed, chosen.seed + chosen.seeds):
        try:
            points |= play(seed, tally, chosen.only, chosen.at_once)
        except campaign.Failed as failure:
            tally.fail("seed %d: %s" % (seed, failure))
        if chosen.seeds > 1:
            say("   after seed %d: %d problems; %s" % (seed, len(tally.failed), tally.line()))
    say("%d moments: %s" % (len(points), " ".join(sorted(points))))
    if not chosen.only and len(points) < FEWEST:
        tally.fail("only %d moments: are the names still in the program?" % len(points))
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
