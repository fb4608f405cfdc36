#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9 of the driving program at random moments over ten runs in one store; then all is judged by witnesses.

    kill_campaign.py [--kills N] [--seed N] [--runs N]

Half of the kills come after a random time, half a few milliseconds after a write reached the sandbox: the moments
between intent, request, answer and journal are short, and it is they that matter.
"""
import argparse
import random
import subprocess
import sys
import time

import campaign
from campaign import say


class Tail:
    """Tells when a write has been answered, by the lines that the sandbox's record grows by."""

    def __init__(self, path):
        self.file = open(path, encoding="utf-8")

    def wrote(self):
        found = False
        while True:
            line = self.file.readline()
            if not line:
                return found
            found = found or '"query":"mutation' in line or '/dispatches"' in line


def drive_and_kill(sandbox, tail, dice, longest):
    """One life of the driver. True: killed; False: it ended by itself, with (status, output)."""
    wait_for_write = dice.random() < 0.5
    delay = dice.uniform(0.0, 0.06) if wait_for_write else dice.uniform(0.05, longest)
    tail.wrote()
    since = time.monotonic()
    with open(sandbox.folder + "/driver.log", "w+", encoding="utf-8") as log:
        process = subprocess.Popen(sandbox.command("follow", "--all"), stdout=log, stderr=subprocess.STDOUT,
                                   env=sandbox.environment)
        while process.poll() is None:
            now = time.monotonic()
            if wait_for_write:
                if tail.wrote() or now - since > 4 * longest:
                    wait_for_write, since = False, now
                else:
                    time.sleep(0.002)
                    continue
            if now - since >= delay:
                process.kill()
                process.wait()
                if process.returncode == -9:
                    return True, None, ""
                break
            time.sleep(0.002)
        log.seek(0)
        return False, process.returncode, log.read()


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--kills", type=int, default=25)
    options.add_argument("--runs", type=int, default=10)
    options.add_argument("--seed", type=int, default=None)
    chosen = options.parse_args()
    seed = chosen.seed if chosen.seed is not None else int(time.time())
    say("seed %d" % seed)
    dice = random.Random(seed)
    begun = time.monotonic()
    kills, names = 0, []
    longest = 2.0
    limit = begun + 240 + 25 * chosen.kills
    with campaign.Sandbox(latency=20) as sandbox:
        tail = Tail(sandbox.record_file)

        def create():
            names.append("kill-test-%02d" % len(names))
            sandbox.create(names[-1])

        create()
        while kills < chosen.kills:
            # New runs come along with the kills, so that there is something to interrupt to the end.
            while len(names) < chosen.runs and kills >= len(names) * chosen.kills // chosen.runs:
                create()
            killed, status, output = drive_and_kill(sandbox, tail, dice, longest)
            if killed:
                kills += 1
                if kills % 25 == 0:
                    say("   %d kills, %d runs, %d s" % (kills, len(names), time.monotonic() - begun))
            elif status == 0:
                create()
            else:
                for line in campaign.why_not_ended(sandbox, output):
                    say("   " + line)
                raise campaign.Failed("follow ended with %s after %d kills" % (status, kills))
            if time.monotonic() > limit:
                raise campaign.Failed("only %d kills in %d s" % (kills, time.monotonic() - begun))
        while len(names) < chosen.runs:
            create()
        status, output = sandbox.run("follow", "--all", timeout=240)
        if status != 0:
            for line in campaign.why_not_ended(sandbox, output):
                say("   " + line)
        verdict, runs, wire = campaign.judge(sandbox, names)
        for problem in verdict.problems():
            say("   " + problem)
        ended = sum(1 for run in runs if run["state"] == "succeeded")
        say("seed %d: %d runs, %d kills, %d duplicates, %d lost, %d ended well, %d waiting, "
            "%d requests for %d intents, %d looked up, %d s" % (
                seed, len(names), kills, len(verdict.duplicates), len(verdict.lost), ended, len(runs) - ended, *wire,
                time.monotonic() - begun))
        if status != 0 or verdict.problems() or len(runs) != len(names):
            raise campaign.Failed("the promises were not kept; all is left in " + sandbox.folder)


if __name__ == "__main__":
    try:
        main()
    except campaign.Failed as failure:
        say("FAILED: %s" % failure)
        sys.exit(1)
