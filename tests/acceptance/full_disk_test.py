# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that is full in the middle of a creation: nothing is begun that cannot be written down, what was answered is
kept, and the run goes on by itself once there is room. Needs to mount a small disk, which only root may."""

import os
import subprocess
import time

from harness import SandboxTest, main

NAME = "full-disk-service"
FULL = "The disk is full."
ROOM_TO_OPEN = 96 * 1024


def fill(path):
    """Takes whatever is left, to the last byte."""
    with open(path, "wb", buffering=0) as filler:
        for size in (1 << 16, 1 << 12, 1):
            try:
                while True:
                    filler.write(b"x" * size)
            except OSError:
                continue


class FullDiskTest(SandboxTest):
    def small_disk(self, sandbox):
        disk = sandbox.home / "disk"
        disk.mkdir(mode=0o700)
        mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=24m,mode=700", "none", str(disk)],
                                 capture_output=True, check=False) if os.geteuid() == 0 else None
        if mounted is None or mounted.returncode != 0:
            self.skipTest("only root may mount a small disk, and not everywhere")
        self.addCleanup(subprocess.run, ["umount", "--lazy", str(disk)], check=False)
        return disk

    def assert_said(self, sandbox, store, code, words):
        """By the status, to people and to programs: what it is, since when and what to do; and who drives."""
        status = self.until(self.status_of(sandbox, store), lambda now: (now["trouble"] or {}).get("code") == code)
        self.assertEqual(status["watching"]["by"]["program"], "slipwayctl")
        self.assertTrue(status["trouble"]["remedy"])
        self.assertTrue(status["troubleSince"])
        text = sandbox.run("status", store=store).out
        for said in (words, "Trouble since", "What to do", "slipwayctl, process"):
            self.assertIn(said, text)

    def assert_said_no_more(self, sandbox, store):
        self.until(self.status_of(sandbox, store), lambda now: now["trouble"] is None)

    def status_of(self, sandbox, store):
        return lambda: sandbox.run("--json", "status", store=store).json

    def until(self, read, holds, seconds=20):
        end = time.monotonic() + seconds
        while not holds(found := read()):
            self.assertLess(time.monotonic(), end, found)
            time.sleep(0.2)
        return found

    def test_a_run_stands_still_while_the_disk_is_full_and_goes_on(self):
        sandbox = self.sandbox(speed=40)
        disk = self.small_disk(sandbox)
        store = disk / "store.db"
        self.assert_exit(sandbox.create(NAME, store=store), 0)
        following = self.ended(sandbox.start("follow", NAME, store=store))
        for moment in (0.4, 1.5):
            time.sleep(moment)
            fill(disk / "filler")
            time.sleep(1)
            before = len(sandbox.events(NAME, store=store))
            time.sleep(1.5)
            self.assertEqual(len(sandbox.events(NAME, store=store)), before, "journaled on a full disk")
            self.assertIsNone(following.poll(), "it ended instead of waiting for room")
            self.assert_said(sandbox, store, "store.full", FULL)
            os.remove(disk / "filler")
            self.assert_said_no_more(sandbox, store)
        out, err = following.communicate(timeout=100)
        self.assertEqual(following.returncode, 0, out + err)
        self.assertEqual(sandbox.show(NAME, store=store)["state"], "succeeded")
        ledger = sandbox.ledger()
        self.assert_nothing_twice(ledger, [NAME])
        self.assert_no_leftover_branches(sandbox, ledger)
        self.assert_exit(sandbox.run("journal", "verify", store=store), 0)
        for words in (FULL, "Make space on the disk.", "The store can be written again."):
            self.assertIn(words, err, "whoever follows was not told")
        # Once each time, however often it is tried: the raw line for whoever reads logs as well.
        self.assertLessEqual(err.count(FULL), 2, err)
        self.assertLessEqual(err.count("the store takes nothing"), 2, err)

    def test_runs_that_a_full_disk_kept_from_being_taken_up_go_on_by_themselves(self):
        sandbox = self.sandbox(speed=100)
        disk = self.small_disk(sandbox)
        store = disk / "store.db"
        names = [f"{NAME}-{number}" for number in range(6)]
        for name in names:
            self.assert_exit(sandbox.create(name, store=store), 0)
        fill(disk / "filler")
        # What is left does not hold what every run needs: at most the first few are taken up.
        with open(disk / "filler", "rb+") as filler:
            filler.truncate(os.path.getsize(disk / "filler") - ROOM_TO_OPEN)
        agent = self.ended(sandbox.start("agent", store=store))
        self.assert_said(sandbox, store, "store.full", FULL)
        os.remove(disk / "filler")
        for name in names:
            self.until(lambda name=name: sandbox.show(name, store=store),
                       lambda run: run["state"] == "succeeded", 60)
        self.assert_said_no_more(sandbox, store)
        agent.terminate()
        agent.communicate(timeout=30)
        self.assert_nothing_twice(sandbox.ledger(), names)

    def test_a_store_that_is_moved_away_is_waited_for(self):
        sandbox = self.sandbox(speed=40)
        self.assert_exit(sandbox.create(NAME), 0)
        following = self.ended(sandbox.start("follow", NAME))
        time.sleep(1)
        away = sandbox.store.with_suffix(".away")
        sandbox.store.rename(away)
        time.sleep(2)
        self.assertIsNone(following.poll(), "it ended instead of waiting for its store")
        self.assert_said(sandbox, sandbox.store, "store.unwritable", "cannot be written")
        away.rename(sandbox.store)
        self.assert_said_no_more(sandbox, sandbox.store)
        out, err = following.communicate(timeout=100)
        self.assertEqual(following.returncode, 0, out + err)
        self.assert_nothing_twice(sandbox.ledger(), [NAME])
        self.assert_exit(sandbox.run("journal", "verify"), 0)


if __name__ == "__main__":
    main()
