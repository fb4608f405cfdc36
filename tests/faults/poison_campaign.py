#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs that bring the program down: real faults (SIGSEGV) in a chosen step of a chosen run at every start, or while no
run is worked on; and kills, which are none.

    poison_campaign.py [--kills N]

A run that crashes the program three times in a row is left alone, and another run of the same store ends well; a person
lets it go and it ends well, too. Crashes that no run explains end in safe mode, which a person ends. Kills, however many,
come to nothing of the sort. All is judged by the sandbox's ledger and by clones of its repositories.
"""
import argparse
import os
import signal
import sys

import campaign
from campaign import say

CRASHING = os.environ.get("SLIPWAYCTL_CRASHING", "slipwayctl_crashing")
SPEED = 1500
MOST_STARTS = 8


class Bench:
    def __init__(self, tally):
        self.tally, self.names, self.stores = tally, [], []
        self.crashes = self.cases = 0
        self.sandbox = campaign.Sandbox(speed=SPEED)

    def expect(self, fact, problem):
        if not fact:
            self.tally.fail(problem)

    def store(self, name):
        self.stores.append(self.sandbox.store(name, CRASHING))
        return self.stores[-1]

    def create(self, store, name):
        self.names.append(name)
        store.create(name)
        return [run["id"] for run in store.runs() if run["subject"] == name][0]

    def crash_while_it_does(self, store, fault):
        """Starts the program until it no longer crashes: how often it did, the last exit status and output."""
        for crashed in range(MOST_STARTS):
            status, text = store.run("follow", "--all", timeout=100, SLIPWAY_FAULT=fault)
            if status != -signal.SIGSEGV:
                self.crashes += crashed
                return crashed, status, text
        self.crashes += MOST_STARTS
        return MOST_STARTS, None, "it crashes for ever"

    def state(self, store, run):
        return store.json("show", run)[0]

    def events(self, store, run, kind):
        return [event for event in store.events(run) if event["type"] == kind]

    def poisoned_run(self):
        store = self.store("poison")
        bad, good = self.create(store, "poison-bad"), self.create(store, "poison-good")
        step = self.state(store, bad)["steps"][0]["id"]
        crashed, status, text = self.crash_while_it_does(store, "%s %s" % (bad, step))
        self.expect(crashed == 3, "it crashed %d times before it left the run alone: %s" % (crashed, text[-300:]))
        self.expect(status == 1, "with a run in quarantine, follow ends with %s: %s" % (status, text[-500:]))
        run = self.state(store, bad)
        self.expect(run["state"] == "needsYou", "the run that crashes it is %s" % run["state"])
        self.expect((run["parked"] or {}).get("code") == "run.quarantined", "it does not say why: %s" % run["parked"])
        self.expect(self.state(store, good)["state"] == "succeeded", "the other run did not end well")
        told = self.events(store, bad, "EngineCrashed")
        self.expect([each["data"]["signal"] for each in told] == ["SIGSEGV"] * 3, "journaled: %s" % told)
        self.expect({each.get("step") for each in told} == {step}, "journaled of other steps: %s" % told)
        self.expect(not self.events(store, good, "EngineCrashed"), "the other run is blamed")
        for words in (["list"], ["status"], ["show", bad]):
            status, text = store.run(*words)
            needs = {"list": "Needs you", "status": "1 needs you", "show": "resume"}[words[0]]
            self.expect(status == 0 and needs.lower() in text.lower(), "%s does not say so: %s" % (words[0], text))
        status, text = store.run("resume", bad, "--follow", timeout=100)
        self.expect(status == 0, "resumed, it ends with %s: %s" % (status, text[-500:]))
        self.cases += 1

    def run_that_cannot_be_read(self):
        """What crashes it is to read the run, so that nothing can be journaled in it."""
        store = self.store("unread")
        bad, good = self.create(store, "unread-bad"), self.create(store, "unread-good")
        fault = "%s (reading)" % bad
        crashed, status, text = self.crash_while_it_does(store, fault)
        self.expect(crashed == 3, "it crashed %d times before it left the run alone: %s" % (crashed, text[-300:]))
        self.expect(status == 1, "with a run set aside, follow ends with %s: %s" % (status, text[-500:]))
        self.expect(self.state(store, good)["state"] == "succeeded", "the other run did not end well")
        listed = [run for run in store.runs() if run["id"] == bad][0]
        self.expect((listed["state"], listed["waitingFor"]) == ("needsYou", "run.setAside"), "listed as %s" % listed)
        status, text = store.run("show", bad, SLIPWAY_FAULT=fault)
        self.expect(status == 3 and "resume " + bad in text, "show says %s: %s" % (status, text))
        status, text = store.run("list", SLIPWAY_FAULT=fault)
        self.expect(status == 0 and "needs you" in text.lower(), "list says %s: %s" % (status, text))
        # Neither does a later start try again, until a person says so.
        status, text = store.run("follow", "--all", timeout=100, SLIPWAY_FAULT=fault)
        self.expect(status == 1, "the next start ends with %s: %s" % (status, text[-300:]))
        status, text = store.run("resume", bad, "--follow", timeout=100)
        self.expect(status == 0, "resumed, it ends with %s: %s" % (status, text[-500:]))
        self.expect(len(self.events(store, bad, "RunQuarantined")) == 1, "why it rested is not journaled")
        self.cases += 1

    def crashes_of_no_run(self):
        store = self.store("unsafe")
        run = self.create(store, "unsafe-run")
        crashed, status, text = self.crash_while_it_does(store, "- -")
        self.expect(crashed == 3, "it crashed %d times before safe mode" % crashed)
        self.expect(status == 3, "in safe mode, follow ends with %s: %s" % (status, text[-300:]))
        self.expect(not self.events(store, run, "EffectIntended"), "something was done in safe mode")
        status, text = store.run("status")
        self.expect(status == 0 and "resume --all" in text, "status does not say so: %s" % text)
        status, text = store.run("resume", "--all", "--reason", "reported")
        self.expect(status == 0, "safe mode cannot be left: %s" % text)
        status, text = store.run("status")
        self.expect(status == 0 and "after 3 crash" in text and ": reported" in text, "status does not say who left it: %s" % text)
        status, text = store.run("follow", "--all", timeout=100)
        self.expect(status == 0, "after safe mode: %s: %s" % (status, text[-300:]))
        self.cases += 1

    def kills(self, count):
        """At every start, while the very step is worked on: none of them is a crash."""
        store = self.store("killed")
        run = self.create(store, "killed-run")
        deaths = 0
        for number in range(count):
            status, text = store.run("follow", "--all", timeout=100, SLIPWAY_CRASH="step.considered:%d" % (1 + number % 4))
            deaths += status == -signal.SIGKILL
        self.expect(deaths >= count * 3 // 4, "only %d of %d kills" % (deaths, count))
        self.expect(not os.path.exists(store.options[-1] + ".crash"), "a kill left a mark")
        status, text = store.run("follow", "--all", timeout=100)
        self.expect(status == 0, "after %d kills: %s: %s" % (deaths, status, text[-300:]))
        for kind in ("EngineCrashed", "RunQuarantined"):
            self.expect(not self.events(store, run, kind), "%d kills led to %s" % (deaths, kind))
        self.cases += 1

    def close(self):
        with self.sandbox:
            verdict, runs, met = campaign.judge(self.sandbox, self.names, (), self.stores)
            self.tally.add(verdict, runs, met, self.crashes, self.cases)
            if verdict.problems():
                raise campaign.Failed("the promises were not kept; all is left in " + self.sandbox.folder)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=20)
    chosen = options.parse_args()
    tally = campaign.Tally(1, "crashes")
    try:
        bench = Bench(tally)
        try:
            bench.poisoned_run()
            bench.run_that_cannot_be_read()
            bench.crashes_of_no_run()
            bench.kills(chosen.kills)
        finally:
            bench.close()
    except campaign.Failed as failure:
        tally.fail(str(failure))
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
