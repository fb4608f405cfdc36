#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 of the driving program at random moments; then all is judged by witnesses.

    kill_campaign.py [--kills N] [--seed N] [--runs N] [--lanes N] [--pay] [--faults]

Half of the kills come after a random time, half a few milliseconds after a write reached the sandbox: the moments
between intent, request, answer and journal are short, and it is they that matter. Each lane has a sandbox and a store
of its own, with many runs in it; a counting proxy stands between. --pay makes GOV.UK Pay services instead of CDP's, by
each of its workflows, and lets one run of each be refused half way: what dangles then must be listed (pay_judge.py).
--faults lets their writes meet a fault now and then.
"""
import argparse
import random
import subprocess
import sys
import threading
import time

import campaign
import wire
from campaign import say

PAY_WORKFLOWS = ["pay-create-service", "pay-create-service-adr-order", "pay-create-service-one-call"]
PAY_FAULTS = ["drop-before", "apply-then-drop", "apply-late", "truncate", {"status": 500},
              {"status": 502, "apply": True}]
PAY_WRITES = [("POST", "/adminusers/v1/api/services"), ("POST", "/connector/v1/api/accounts"),
              ("PATCH", "/adminusers/v1/api/services/*"), ("POST", "/adminusers/v1/api/users"),
              ("POST", "/adminusers/v1/api/service-creations")]
# What stops a run for good: (method, path, how many are let through before). Of option B the first request is let
# through, and the answer of its inner call is lost: an account of which the program is told nothing.
PAY_STOPS = {"pay-create-service": [(*PAY_WRITES[1], 0), (*PAY_WRITES[2], 0), (*PAY_WRITES[2], 1), (*PAY_WRITES[3], 0)],
             "pay-create-service-adr-order": [(*PAY_WRITES[3], 0), (*PAY_WRITES[2], 0), (*PAY_WRITES[2], 1)],
             "pay-create-service-one-call": [(*PAY_WRITES[4], 0), (*PAY_WRITES[4], 1)]}
SPEED = 1000


class Lane:
    """One store and its sandbox: runs are made, driven and killed until there were enough kills."""

    def __init__(self, chosen, number, kills, runs, tally):
        self.pay, self.faults, self.tally = chosen.pay, chosen.faults, tally
        self.number, self.kills_wanted, self.runs_wanted = number, kills, runs
        self.dice = random.Random("%d/%d" % (chosen.seed, number))
        self.names, self.stopped, self.kills = [], [], 0

    def create(self):
        self.names.append("kill-%d-%02d" % (self.number, len(self.names)))
        if self.pay:
            self.sandbox.create_pay(self.names[-1], PAY_WORKFLOWS[len(self.names) % len(PAY_WORKFLOWS)])
        else:
            self.sandbox.create(self.names[-1])

    def drive_and_kill(self, longest):
        """One life of the driver. True: killed; False: it ended by itself, with (status, output)."""
        wait_for_write = self.dice.random() < 0.5
        delay = self.dice.uniform(0.0, 0.06) if wait_for_write else self.dice.uniform(0.02, longest)
        since, writes = time.monotonic(), self.between.writes
        with open(self.sandbox.folder + "/driver.log", "w+", encoding="utf-8") as log:
            process = subprocess.Popen(self.sandbox.command("follow", "--all"), stdout=log, stderr=subprocess.STDOUT,
                                       env=self.sandbox.environment)
            while process.poll() is None:
                now = time.monotonic()
                if wait_for_write:
                    if self.between.writes != writes or now - since > 4 * longest:
                        wait_for_write, since = False, now
                elif now - since >= delay:
                    process.kill()
                    process.wait()
                    if process.returncode == -9:
                        return True, None, ""
                    break
                time.sleep(0.002)
            log.seek(0)
            return False, process.returncode, log.read()

    def work(self):
        limit = time.monotonic() + 120 + 5 * self.kills_wanted
        while self.kills < self.kills_wanted:
            # New runs come along with the kills, so that there is something to interrupt to the end.
            while len(self.names) < self.runs_wanted and self.kills >= len(self.names) * self.kills_wanted // self.runs_wanted:
                self.create()
            if self.faults:
                method, path = self.dice.choice(PAY_WRITES)
                self.sandbox.add_fault({"method": method, "path": path}, self.dice.choice(PAY_FAULTS))
            killed, status, output = self.drive_and_kill(0.25 if self.pay else 0.5)
            if killed:
                self.kills += 1
            elif status == 0:
                self.create()
            else:
                raise campaign.Failed("follow ended with %s after %d kills\n%s" % (
                    status, self.kills, "\n".join(campaign.why_not_ended(self.sandbox, output))))
            if time.monotonic() > limit:
                raise campaign.Failed("lane %d: only %d kills" % (self.number, self.kills))
        while len(self.names) < self.runs_wanted:
            self.create()
        status, output = self.sandbox.run("follow", "--all", timeout=300 + 60 * len(self.names))
        if status != 0:
            self.tally.fail("follow ended with %s\n%s" % (
                status, "\n".join(campaign.why_not_ended(self.sandbox, output))))

    def stop_some(self):
        """A run of each of Pay's workflows that is refused half way: what it has made must be listed."""
        for workflow, places in PAY_STOPS.items():
            self.sandbox.call("DELETE", "/_sandbox/faults")
            method, path, skip = self.dice.choice(places)
            self.sandbox.add_fault({"method": method, "path": path}, {"status": 400}, times=0, skip=skip)
            if path.endswith("/service-creations"):
                self.sandbox.add_fault({"method": "POST", "path": PAY_WRITES[1][1]}, "apply-then-drop")
            self.stopped.append("stop-%d-%d" % (self.number, len(self.stopped)))
            self.sandbox.create_pay(self.stopped[-1], workflow)
            self.kills += self.drive_and_kill(0.25)[0]
            self.sandbox.run("follow", "--all")

    def run(self):
        try:
            self.between = wire.Wire()
            with campaign.Sandbox(speed=SPEED, through=self.between.through) as self.sandbox:
                if self.pay:
                    self.sandbox.with_secrets()
                self.work()
                if self.pay:
                    self.stop_some()
                names = ([], self.names) if self.pay else (self.names, [])
                verdict, runs, met = campaign.judge(self.sandbox, *names, wire=self.between.record(),
                                                    stopped=self.stopped)
                self.tally.add(verdict, runs, met, self.kills, len(runs))
                if verdict.problems():
                    raise campaign.Failed("the promises were not kept; all is left in " + self.sandbox.folder)
        except Exception as failure: # a thread's end must be told, whatever it was
            self.tally.fail("lane %d: %s: %s" % (self.number, type(failure).__name__, failure))


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=200)
    options.add_argument("--runs", type=int, default=12, help="at least so many in all; more where they end early")
    options.add_argument("--lanes", type=int, default=4)
    options.add_argument("--seed", type=int, default=int(time.time()))
    options.add_argument("--pay", action="store_true")
    options.add_argument("--faults", action="store_true")
    chosen = options.parse_args()
    tally = campaign.Tally(chosen.seed, "kills")
    share = [(total + number) // chosen.lanes for total in (chosen.kills, chosen.runs) for number in range(chosen.lanes)]
    lanes = [Lane(chosen, number, share[number], share[chosen.lanes + number], tally) for number in range(chosen.lanes)]
    threads = [threading.Thread(target=lane.run) for lane in lanes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if tally.troubles < chosen.kills:
        tally.fail("only %d kills" % tally.troubles)
    return tally.close()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except campaign.Failed as failure:
        say("FAILED: %s" % failure)
        sys.exit(1)
