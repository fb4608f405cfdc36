# SPDX-License-Identifier: GPL-3.0-or-later
"""Stories that are played while the sandbox makes trouble, and how a case of them is run and judged."""
import concurrent.futures
import sys
import time

import campaign
from campaign import say

# name → (what the sandbox is told, whether the request takes effect all the same)
FAULTS = {
    "apply-then-drop": ("apply-then-drop", True),
    "apply-late": ("apply-late", True),
    "truncate": ("truncate", True),
    "garbage": ("garbage", True),
    "drop-before": ("drop-before", False),
    "status-500": ({"status": 500}, False),
    "status-502": ({"status": 502}, False),
    "status-502-applied": ({"status": 502, "apply": True}, True),
}


class Case:
    """One fault on some requests, at one time ("first", "every"), in one story."""

    def __init__(self, story, fault, matches, when, must_meet=()):
        self.story, self.fault, self.matches, self.when, self.must_meet = story, fault, matches, when, must_meet

    def title(self):
        return "%s, %s, %s: %s" % (self.story.__name__, self.fault, self.when, "+".join(self.matches) if len(self.matches) < 6 else "every write")

    def install(self, sandbox):
        what, applies = FAULTS[self.fault]
        for match in self.matches.values():
            if self.when == "first":
                sandbox.add_fault(match, what, times=1)
            else:
                # What never takes effect must let every other one through, else nothing could ever end.
                sandbox.add_fault(match, what, times=0, every=1 if applies and self.when == "every" else 2)


def expect(status, wanted, output, sandbox):
    if status != wanted:
        raise campaign.Failed("exit %s instead of %s\n      %s" % (
            status, wanted, "\n      ".join(campaign.why_not_ended(sandbox, output))))


def follow(sandbox, wanted=0):
    status, output = sandbox.run("follow", "--all", timeout=100)
    expect(status, wanted, output, sandbox)


def follow_undo(sandbox):
    """Taken back is not done, and ends with the same status as what has failed."""
    follow(sandbox, 1)
    state = sandbox.runs()[0]["state"]
    if state != "undone":
        raise campaign.Failed("the run is %s, not undone" % state)


# Each story starts a run, installs the trouble, and carries the run to its end; persons act only where the story is
# about them. The scenario of the sandbox is in `scenario`.

def plain(sandbox, case, name):
    sandbox.create(name)
    case.install(sandbox)
    follow(sandbox)


def conflict(sandbox, case, name):
    plain(sandbox, case, name)


def reopened(sandbox, case, name):
    sandbox.create(name)
    case.install(sandbox)
    follow(sandbox, 1)
    expect(*_with_output(sandbox.run("retry", name)), sandbox)
    follow(sandbox)


def rerun(sandbox, case, name):
    reopened(sandbox, case, name)


def undone(sandbox, case, name):
    """A review that nobody gives holds the run; its three pull requests are taken back."""
    sandbox.create(name)
    driver = sandbox.start("follow", "--all")
    try:
        deadline = time.monotonic() + 60
        while not all(step["state"] == "succeeded" for step in steps_of(sandbox, name, "github.pull-request")
                      if step["lane"] != "tf-svc"):
            if time.monotonic() > deadline:
                raise campaign.Failed("the pull requests were not raised")
            time.sleep(0.3)
    finally:
        driver.terminate()
        driver.communicate()
    case.install(sandbox)
    expect(*_with_output(sandbox.run("undo", name)), sandbox)
    follow_undo(sandbox)


def judge_undone(sandbox, name):
    verdict = campaign.Verdict()
    runs, events = campaign.journal_of(verdict, sandbox, "undone")
    pulls = sandbox.ledger()["pullRequests"]
    verdict.count("pull requests raised", len(pulls), 3)
    verdict.wrong += ["%s#%d is %s" % (pull["repository"], pull["number"], pull["state"]) for pull in pulls
                      if pull["state"] != "closed"]
    for repository in campaign.CHANGED:
        verdict.wrong += ["left in %s: %s" % (repository, branch) for branch in sandbox.branches(repository)
                          if campaign.holds(branch, name)]
    return verdict, runs, campaign.judge_wire(verdict, sandbox.record(), events)


def reverted(sandbox, case, name):
    """All is merged; for each merged pull request one that reverts it is proposed."""
    sandbox.create(name)
    follow(sandbox)
    case.install(sandbox)
    expect(*_with_output(sandbox.run("undo", name)), sandbox)
    follow_undo(sandbox)


def judge_reverted(sandbox, name):
    verdict = campaign.Verdict()
    runs, events = campaign.journal_of(verdict, sandbox, "undone")
    pulls = sandbox.ledger()["pullRequests"]
    merged = ["revert-%d-%s" % (pull["number"], pull["head"]) for pull in pulls if pull["merged"]]
    proposed = [pull["head"] for pull in pulls if not pull["merged"] and pull["state"] == "open"]
    verdict.count("pull requests", len(pulls), 2 * len(campaign.CHANGED))
    if sorted(merged) != sorted(proposed):
        verdict.wrong.append("merged %s, proposed %s" % (merged, proposed))
    return verdict, runs, campaign.judge_wire(verdict, sandbox.record(), events)


def steps_of(sandbox, name, kind):
    return [step for step in sandbox.json("show", name)[0]["steps"] if step["kind"] == kind]


def _with_output(result):
    return result[0], 0, result[1]


conflict.scenario, reopened.scenario, rerun.scenario = "conflict", "closed-by-hand", "workflow-fails-once"
undone.scenario, undone.judge = "review-required", judge_undone
reverted.judge = judge_reverted


def play(case, tally, name="fault-test-00"):
    """(problems, line) of a case."""
    begun = time.monotonic()
    problems, wire = [], (0, 0, 0)
    met = 0
    try:
        with campaign.Sandbox(scenario=getattr(case.story, "scenario", None)) as sandbox:
            try:
                case.story(sandbox, case, name)
            except campaign.Failed as failure:
                problems.append(str(failure))
            judge = getattr(case.story, "judge", lambda box, subject: campaign.judge(box, [subject]))
            verdict, runs, wire = judge(sandbox, name)
            faulted = [line for line in sandbox.record() if line["fault"] is not None]
            met = len(faulted)
            seen = campaign.requests_by_operation(faulted)
            for operation in case.must_meet:
                if not seen[operation]:
                    problems.append("the fault never met " + operation)
            if not met:
                problems.append("the fault never met anything")
            verdict.wrong += problems
            problems = verdict.problems()
            verdict.wrong[:] = ["%s: %s" % (case.title(), problem) for problem in verdict.wrong]
            tally.add(verdict, runs, wire, met)
    except campaign.Failed as failure:
        problems.append(str(failure))
        tally.fail("%s: %s" % (case.title(), failure))
    return problems, "%-4s %-90s %2d faults, %2d requests for %2d intents, %2d looked up, %3d s" % (
        "ok" if not problems else "RED", case.title(), met, *wire, time.monotonic() - begun)


def play_all(cases, at_once):
    tally = campaign.Tally(0, "faults")  # no dice: each case is played as it is listed
    with concurrent.futures.ThreadPoolExecutor(at_once) as pool:
        for problems, line in pool.map(lambda case: play(case, tally), cases):
            say(line)
            for problem in problems[:8]:
                say("     " + problem)
    return tally.close()


def main(cases, at_once=3):
    import argparse
    options = argparse.ArgumentParser()
    options.add_argument("--long", action="store_true", help="each write and each fault by itself")
    options.add_argument("--only", default="", help="cases whose title contains this")
    options.add_argument("--at-once", type=int, default=at_once)
    chosen = options.parse_args()
    sys.exit(play_all([case for case in cases(chosen.long) if chosen.only in case.title()], chosen.at_once))
