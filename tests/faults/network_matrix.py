#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each trouble of the network, on each effect, at its first, some or all attempts until the trouble stops: at most one
request on the wire for an intent, and what is not carried to its end then waits for a person and says rightly why.

    network_matrix.py [--long] [--seed N] [--only TEXT] [--at-once N]

The short form takes every trouble once, with an effect and a time chosen by the seed. A proxy counts the requests before
it makes the trouble; the sandbox's ledger and git say what took effect.
"""
import argparse
import concurrent.futures
import itertools
import os
import random
import resource
import shutil
import sys
import threading
import time

import campaign
import faults
import wire
from campaign import say
from troubles import PATIENT, TROUBLES

SPEED = 1000
TIMES = {"first": 1, "some": 3, "all": 5}  # requests that meet the trouble before it stops; between them lie seconds
MOST_MEMORY = 300 * 1024  # KiB
WELL = 0.95
# Qt takes in headers byte by byte and lets nothing else happen on its thread as long as more of them come: half a minute
# of a processor each, so that several at once show how many processors there are and nothing else.
ALONE = ("endless headers",)
# Only a person can say whether an address that answers so is still the right one. Anything else is seen through.
EXPLAINED = {"301 elsewhere": {"http.status"}, "307 elsewhere": {"http.status"}}


def pay(sandbox, case, name):
    sandbox.with_secrets().create_pay(name)
    case.install(sandbox)
    faults.follow(sandbox)


pay.judge = lambda sandbox, name: campaign.judge(sandbox, [], [name])

# Story → its effects, by what the proxy sees of them.
EFFECTS = {
    faults.plain: ["RaisePullRequest", "EnableAutoMerge", "MergePullRequest", "dispatch"],
    faults.conflict: ["PrepareBranch", "MoveBranch"],
    faults.reopened: ["ReopenPullRequest"],
    faults.rerun: ["rerun"],
    faults.undone: ["ClosePullRequest", "DeleteBranch"],
    faults.reverted: ["RevertPullRequest"],
    pay: ["POST services", "POST accounts", "PATCH services", "POST users"],
}
OFTEN = (faults.plain, faults.conflict, pay)  # in the short form


def effect_of(line):
    path = line["path"]
    if line["service"] == "pay":
        parts = path.split("/")
        return "%s %s" % (line["method"], parts[parts.index("api") + 1]) if "api" in parts else None
    if path.endswith("/dispatches"):
        return "dispatch"
    if "/rerun" in path:
        return "rerun"
    return line["operation"]


class Case:
    def __init__(self, story, effect, trouble, when):
        self.story, self.effect, self.name, self.when = story, effect, trouble, when
        self.left, self.met, self.lock = TIMES[when], 0, threading.Lock()
        self.installed = False
        self.wire = wire.Wire(self.trouble)

    def title(self):
        return "%s, %s, %s: %s" % (self.story.__name__, self.effect, self.name, self.when)

    def install(self, sandbox):
        self.installed = True

    def trouble(self, line):
        if not self.installed or effect_of(line) != self.effect or line["path"].endswith(("/find", "/search")):
            return None
        with self.lock:
            if self.left == 0:
                return None
            self.left -= 1
            self.met += 1
        line["fault"] = self.name
        return TROUBLES[self.name][1]


def codes_of(sandbox, name):
    return {step["error"]["code"] for step in sandbox.json("show", name)[0]["steps"] if step["error"]}


def play(case, tally):
    """True: it ended well without a person."""
    begun, name, waited, problems = time.monotonic(), "network-test-00", set(), []
    try:
        scenario = getattr(case.story, "scenario", None)
        with campaign.Sandbox(speed=SPEED, scenario=scenario, through=case.wire.through) as sandbox:
            try:
                case.story(sandbox, case, name)
            except campaign.Failed as failure:
                run = sandbox.runs()[0]["id"]
                waited = codes_of(sandbox, run)
                if not waited or not waited <= EXPLAINED.get(case.name, set()):
                    problems.append(str(failure))
                else: # the trouble stops, and the person who was asked lets it try again
                    case.left = 0
                    wanted = 1 if case.story in (faults.undone, faults.reverted) else 0
                    status, output = sandbox.run("retry", run, "--follow", timeout=100)
                    if status != wanted:
                        problems += ["after a retry: exit %s" % status, *campaign.why_not_ended(sandbox, output)]
            judge = getattr(case.story, "judge", lambda box, subject: campaign.judge(box, [subject]))
            verdict, runs, _ = judge(sandbox, name)
            events = [event for run in runs for event in sandbox.events(run["id"])]
            met = campaign.judge_wire(verdict, case.wire.record(), events)
            verdict.wrong += problems
            if not case.met:
                verdict.wrong.append("the trouble met nothing")
            verdict.wrong[:] = ["%s: %s" % (case.title(), problem) for problem in verdict.wrong]
            tally.add(verdict, runs, met, case.met)
            problems = verdict.problems()
            if problems and not os.environ.get("KEEP_CAMPAIGN"):
                shutil.rmtree(sandbox.folder, ignore_errors=True)
    except Exception as failure:  # a thread's end must be told, whatever it was
        problems.append("%s: %s: %s" % (case.title(), type(failure).__name__, failure))
        tally.fail(problems[-1])
    case.wire.close()
    case.wire.lines.clear()  # of more than a thousand cases: the memory that is judged counts a child's parent before it execs
    if problems or os.environ.get("VERBOSE"):
        say("%-4s %-70s %d troubles, %s %4.1f s" % ("RED" if problems else "ok", case.title(), case.met,
                                                  "asked a person: %s," % ", ".join(waited) if waited else "",
                                                  time.monotonic() - begun))
    return not waited and not problems


def cases(long, seed):
    dice = random.Random(seed)
    if long:
        for story, effects in EFFECTS.items():
            for effect, trouble, when in itertools.product(effects, TROUBLES, TIMES):
                if trouble not in PATIENT or when == "first":
                    yield Case(story, effect, trouble, when)
        return
    pairs = [(story, effect) for story in OFTEN for effect in EFFECTS[story]]
    dice.shuffle(pairs)
    turn = itertools.cycle(pairs)
    for trouble in TROUBLES:
        if trouble not in PATIENT:
            yield Case(*next(turn), trouble, dice.choice(list(TIMES)))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--long", action="store_true")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--only", default="")
    options.add_argument("--at-once", type=int, default=6)
    chosen = options.parse_args()
    tally = campaign.Tally(chosen.seed, "troubles")
    wanted = [case for case in cases(chosen.long or chosen.only, chosen.seed) if chosen.only in case.title()]
    together = [case for case in wanted if case.name not in ALONE]
    with concurrent.futures.ThreadPoolExecutor(chosen.at_once) as pool:
        well = sum(pool.map(lambda case: play(case, tally), together))
    well += sum(play(case, tally) for case in wanted if case.name in ALONE)
    say("%d of %d without a person" % (well, len(wanted)))
    if well < WELL * len(wanted) and not chosen.only:
        tally.fail("fewer than %d%% ended well by themselves" % (100 * WELL))
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    if memory > MOST_MEMORY:
        tally.fail("a program took %d MiB" % (memory // 1024))
    return tally.close()


if __name__ == "__main__":
    sys.exit(main())
