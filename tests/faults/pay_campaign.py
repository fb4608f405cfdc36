#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 of the driving program at random moments while it makes GOV.UK Pay services; then the ledger is counted.

    pay_campaign.py [--kills N] [--seed N] [--runs N] [--faults]

With --faults every write also meets a fault now and then. A driver that dies has no secrets any more: each new one is
given the password again, as a keychain would give it.
"""
import argparse
import collections
import os
import random
import sys
import time

import campaign
import kill_campaign
from campaign import say

WORKFLOWS = ["pay-create-service", "pay-create-service-adr-order"]
FAULTS = ["drop-before", "apply-then-drop", "apply-late", "truncate", {"status": 500}, {"status": 502, "apply": True}]
WRITES = [("POST", "/adminusers/v1/api/services"), ("POST", "/connector/v1/api/accounts"),
          ("PATCH", "/adminusers/v1/api/services/*"), ("POST", "/adminusers/v1/api/users")]


class Sandbox(campaign.Sandbox):
    def __init__(self, **how):
        super().__init__(**how)
        self.secrets = os.path.join(self.folder, "secrets")
        with open(os.open(self.secrets, os.O_WRONLY | os.O_CREAT, 0o600), "w", encoding="utf-8") as file:
            file.write("password=a password for the campaign\n")

    def command(self, *arguments):
        return super().command("--secrets", self.secrets, *arguments)

    def create(self, name, workflow):
        status, text = self.run("create", workflow, "email=%s@dept.gov.uk" % name, "serviceName=" + name,
                                "telephone=+447700900001")
        if status != 0:
            raise campaign.Failed("create %s: exit %s: %s" % (name, status, text))


class Tail(kill_campaign.Tail):
    """Tells when one of Pay's services has answered a write."""

    def wrote(self):
        found = False
        while True:
            line = self.file.readline()
            if not line:
                return found
            found = found or ('"service":"pay"' in line and '"method":"GET"' not in line and "/find" not in line
                              and "/search" not in line)


def judge(sandbox, names):
    verdict = campaign.Verdict()
    runs, events = campaign.journal_of(verdict, sandbox)
    pay, state = sandbox.ledger()["pay"], sandbox.call("GET", "/_sandbox/state")["pay"]
    for what in ("services", "accounts", "links", "users", "roles"):
        verdict.count(what, len(pay[what]), len(names))
    named = collections.Counter(service["name"] for service in state["services"])
    for name in names:
        verdict.count("services named " + name, named[name], 1)
    intents = [event for event in events if event["type"] == "EffectIntended"]
    writes = [line for line in sandbox.record() if line["service"] == "pay" and line["method"] != "GET"
              and not line["path"].endswith(("/find", "/search"))]
    if len(writes) > len(intents):
        verdict.duplicates.append("%d requests for %d intents" % (len(writes), len(intents)))
    unknown = sum(1 for event in events if event["type"] == "EffectUnknown")
    return verdict, runs, (len(writes), len(intents), unknown)


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=12)
    options.add_argument("--runs", type=int, default=4)
    options.add_argument("--seed", type=int, default=None)
    options.add_argument("--faults", action="store_true")
    chosen = options.parse_args()
    seed = chosen.seed if chosen.seed is not None else int(time.time())
    dice = random.Random(seed)
    begun, kills, names = time.monotonic(), 0, []
    limit = begun + 60 + 20 * chosen.kills
    with Sandbox(latency=20) as sandbox:
        tail = Tail(sandbox.record_file)

        def create():
            names.append("kill-%02d" % len(names))
            sandbox.create(names[-1], WORKFLOWS[len(names) % len(WORKFLOWS)])

        create()
        while kills < chosen.kills:
            while len(names) < chosen.runs and kills >= len(names) * chosen.kills // chosen.runs:
                create()
            if chosen.faults:
                method, path = dice.choice(WRITES)
                sandbox.add_fault({"method": method, "path": path}, dice.choice(FAULTS))
            killed, status, output = kill_campaign.drive_and_kill(sandbox, tail, dice, 1.2)
            if killed:
                kills += 1
            elif status == 0:
                create()
            else:
                raise campaign.Failed("follow ended with %s\n%s" % (
                    status, "\n".join(campaign.why_not_ended(sandbox, output))))
            if time.monotonic() > limit:
                raise campaign.Failed("only %d kills in %d s" % (kills, time.monotonic() - begun))
        status, output = sandbox.run("follow", "--all", timeout=120)
        if status != 0:
            say("\n".join(campaign.why_not_ended(sandbox, output)))
        verdict, runs, wire = judge(sandbox, names)
        for problem in verdict.problems():
            say("   " + problem)
        say("seed %d: %d runs, %d kills, %d duplicates, %d lost, %d requests for %d intents, %d looked up, %d s" % (
            seed, len(names), kills, len(verdict.duplicates), len(verdict.lost), *wire, time.monotonic() - begun))
        if status != 0 or verdict.problems() or len(runs) != len(names):
            raise campaign.Failed("the promises were not kept; all is left in " + sandbox.folder)


if __name__ == "__main__":
    try:
        main()
    except campaign.Failed as failure:
        say("FAILED: %s" % failure)
        sys.exit(1)
