#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two to four processes on one store, stopped, continued and killed at random: one drives at a time, and when it dies
another takes over; and an owner whose lock was taken from it does nothing any more.

    process_campaign.py [--acts N] [--lanes N] [--stale N] [--seed N] [--only POINT]

A lane is a store with its pack of agents; an act kills or stops one of them, or starts a further run. A stale case stops
the owner at a named moment, removes its lock as a hand that repairs might, lets a second process take the runs, and
lets the first go on: no event of it may follow, and no request but one that it had handed to the network already.
"""
import argparse
import itertools
import os
import random
import signal
import subprocess
import sys
import threading
import time

import campaign
import processes
import wire
from campaign import say

CRASHING = os.environ.get("SLIPWAYCTL_CRASHING", "slipwayctl_crashing")
SPEED = 1000
TAKES_OVER_WITHIN = 10.0  # seconds, on a machine that has more to do; usually less than one
STALE_POINTS = ("intent.before", "intent.done", "outcome.before", "outcome.done", "append.done")


class Pack:
    """Agents on one store."""

    def __init__(self, seed, number, acts, tally):
        self.dice, self.number, self.acts, self.tally = random.Random("%d/%d" % (seed, number)), number, acts, tally
        self.size = 2 + number % 3
        self.agents, self.ever, self.to_go_on = {}, [], {}
        self.names, self.takeovers, self.troubles = [], [], 0
        self.between = wire.Wire(tell=processes.sender_among(lambda: list(self.ever)))

    def spawn(self):
        agent = subprocess.Popen(self.sandbox.command("agent", "--standby"), stdout=subprocess.DEVNULL,
                                 stderr=self.log, env=self.sandbox.environment)
        self.agents[agent.pid] = agent
        self.ever.append(agent.pid)

    def owner(self):
        pid = processes.owner_of(self.store)
        return pid if pid in self.agents else None

    def create(self):
        name = "pack-%d-%02d" % (self.number, len(self.names))
        status, text = self.sandbox.run(
            "create", "cdp-create-service", "repositoryName=" + name, "serviceType=" + campaign.SERVICE_TYPE,
            "owningTeam=" + campaign.TEAM)
        if status == 0:
            self.names.append(name)
        elif status != 3:  # 3: the owner is gone or stands still; the command was not taken
            raise campaign.Failed("create: exit %s: %s" % (status, text))

    def stop(self, pid):
        processes.tell(signal.SIGSTOP, pid)
        self.to_go_on[pid] = time.monotonic() + self.dice.uniform(0.1, 1.2)
        self.troubles += 1

    def all_go_on(self, at=None):
        for pid, when in list(self.to_go_on.items()):
            if at is None or when <= at:
                processes.go_on(pid)
                del self.to_go_on[pid]

    def kill(self, pid):
        self.agents[pid].kill()
        self.agents.pop(pid).wait()
        self.to_go_on.pop(pid, None)
        self.troubles += 1

    def kill_owner(self):
        self.all_go_on()
        pid = self.owner()
        if pid is None:
            return
        self.kill(pid)
        begun = time.monotonic()
        processes.await_that(lambda: self.owner() is not None, "another owner", 60)
        self.takeovers.append(time.monotonic() - begun)
        self.spawn()

    def act(self):
        choice = self.dice.random()
        if choice < 0.4:
            self.kill_owner()
        elif choice < 0.8:
            owner = self.owner()
            self.stop(owner if owner and self.dice.random() < 0.7 else self.dice.choice(list(self.agents)))
        elif choice < 0.9:
            others = [pid for pid in self.agents if pid != self.owner()]
            if others:
                self.kill(self.dice.choice(others))
                self.spawn()
        elif not self.to_go_on and len(self.names) < 2 + self.acts // 8:
            self.create()
        until = time.monotonic() + self.dice.uniform(0.05, 0.8)
        while time.monotonic() < until:
            self.all_go_on(time.monotonic())
            time.sleep(0.02)

    def one_at_a_time(self, verdict):
        """Who has written, and then another, never writes again."""
        writers = [line["sender"] for line in self.between.record() if line["sender"] and "mutation" in str(
            (line["requestBody"] or {}).get("query", ""))[:10] or line["path"].endswith("/dispatches")]
        turns = [pid for pid, _ in itertools.groupby(pid for pid in writers if pid)]
        for pid in set(turns):
            if turns.count(pid) > 1:
                verdict.wrong.append("process %d wrote, then another, then it again: %s" % (pid, turns))
        if not turns:
            verdict.wrong.append("no writer was seen")

    def work(self):
        while len(self.names) < 2:
            self.create()
        for _ in range(self.size):
            self.spawn()
        processes.await_that(lambda: self.owner() is not None, "an owner", 60)
        for _ in range(self.acts):
            self.act()
        self.all_go_on()
        processes.await_that(lambda: all(run["state"] == "succeeded" for run in self.sandbox.runs()), "the end of all runs",
                             240)

    def run(self):
        try:
            with campaign.Sandbox(speed=SPEED, through=self.between.through) as self.sandbox:
                self.store = self.sandbox.file + ".store.db"
                with open(os.path.join(self.sandbox.folder, "agents.log"), "w", encoding="utf-8") as self.log:
                    try:
                        self.work()
                    finally:
                        self.all_go_on()
                        for agent in self.agents.values():
                            agent.terminate()
                        for agent in self.agents.values():
                            agent.wait(30)
                verdict, runs, met = campaign.judge(self.sandbox, self.names, wire=self.between.record())
                self.one_at_a_time(verdict)
                if self.takeovers and max(self.takeovers) > TAKES_OVER_WITHIN:
                    verdict.wrong.append("another process took over only after %.1f s" % max(self.takeovers))
                self.tally.add(verdict, runs, met, self.troubles, len(self.names))
                if verdict.problems():
                    raise campaign.Failed("the promises were not kept; all is left in " + self.sandbox.folder)
        except Exception as failure:  # a thread's end must be told, whatever it was
            self.tally.fail("pack %d: %s: %s" % (self.number, type(failure).__name__, failure))


class Stale:
    """An owner that stood still while its lock was removed and another process took its runs."""

    def __init__(self, seed, point, tally):
        self.point, self.tally = point, tally
        self.dice = random.Random("%d/%s" % (seed, point))
        self.name = "stale-00"
        self.ever = []
        self.between = wire.Wire(tell=processes.sender_among(lambda: list(self.ever)))

    def agent(self, stop):
        agent = subprocess.Popen([CRASHING, *self.sandbox.options, "agent"], stdout=subprocess.DEVNULL, stderr=self.log,
                                 env=dict(self.sandbox.environment, SLIPWAY_STOP=stop))
        self.ever.append(agent.pid)
        return agent

    def writes_of(self, pid):
        return [line["operation"] or line["path"] for line in self.between.record() if line["sender"] == pid
                and line["method"] != "GET" and "query" != str((line["requestBody"] or {}).get("query", ""))[:5]]

    def run(self):
        try:
            with campaign.Sandbox(speed=SPEED, through=self.between.through) as self.sandbox, \
                    open(os.path.join(self.sandbox.folder, "agents.log"), "w", encoding="utf-8") as self.log:
                store = self.sandbox.file + ".store.db"
                self.sandbox.create(self.name)
                # At the first intent of all, nothing else can be in the network's hands.
                times = 1 if self.point == "intent.done" else self.dice.randint(1, 6)
                first = self.agent("%s:%d" % (self.point, times))
                second = None
                try:
                    processes.stand_still(first.pid, 60)
                    for ending in (".lock", ".sock"):
                        if os.path.exists(store + ending):
                            os.remove(store + ending)
                    second = self.agent("claim.read:1")
                    processes.stand_still(second.pid, 60)
                    run = self.sandbox.runs()[0]["id"]
                    events = self.sandbox.events(run)
                    before, written = len(events), len(self.writes_of(first.pid))
                    handed_on = 0 if self.point == "intent.done" else \
                        sum(1 for event in events if event["type"] == "EffectIntended") - written
                    time.sleep(1.0)  # so long that what it meant to send is not to be sent any more
                    processes.go_on(first.pid)
                    time.sleep(1.5)
                    verdict = campaign.Verdict()
                    if len(self.sandbox.events(run)) != before:
                        verdict.wrong.append("%s: an event under a stale fence" % self.point)
                    for each in self.writes_of(first.pid)[written + handed_on:]:
                        verdict.wrong.append("%s: an effect under a stale fence: %s" % (self.point, each))
                    if verdict.wrong:
                        raise campaign.Failed("; ".join(verdict.wrong))
                    first.terminate()  # in good order, which must not take the runs from the second
                    first.wait(30)
                    processes.go_on(second.pid)
                    processes.await_that(lambda: self.sandbox.runs()[0]["state"] in ("succeeded", "needsYou", "failed"),
                                         "the end of the run", 100)
                finally:
                    for agent in (first, second):
                        if agent:
                            processes.go_on(agent.pid)
                            agent.terminate()
                            agent.wait(30)
                judged, runs, met = campaign.judge(self.sandbox, [self.name], wire=self.between.record())
                self.tally.add(judged, runs, met, 2)
        except Exception as failure:  # a thread's end must be told, whatever it was
            self.tally.fail("stale at %s: %s: %s" % (self.point, type(failure).__name__, failure))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--acts", type=int, default=45, help="in all lanes")
    options.add_argument("--lanes", type=int, default=3)
    options.add_argument("--stale", type=int, default=1, help="rounds of stale owners")
    options.add_argument("--seed", type=int, default=int(time.time()))
    options.add_argument("--only", default="", help="stale owners at this moment, and no packs")
    chosen = options.parse_args()
    tally = campaign.Tally(chosen.seed, "kills and stops")
    packs = [] if chosen.only else [Pack(chosen.seed, number, chosen.acts // chosen.lanes, tally)
                                    for number in range(chosen.lanes)]
    stale = [Stale(chosen.seed + round, point, tally) for round in range(chosen.stale) for point in STALE_POINTS
             if chosen.only in point]

    def one_after_the_other():
        for each in stale:
            each.run()

    threads = [threading.Thread(target=pack.run) for pack in packs] + [threading.Thread(target=one_after_the_other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    takeovers = sorted(seconds for pack in packs for seconds in pack.takeovers)
    if takeovers:
        say("%d takeovers, median %.1f s, longest %.1f s" % (len(takeovers), takeovers[len(takeovers) // 2], takeovers[-1]))
    elif packs:
        tally.fail("nobody ever took over")
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
