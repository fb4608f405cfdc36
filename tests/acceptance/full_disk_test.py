# SPDX-License-Identifier: GPL-3.0-or-later
"""A disk that is full in the middle of a creation: nothing is begun that cannot be written down, what was answered is
kept, and the run goes on by itself once there is room. Needs to mount a small disk, which only root may."""

import os
import subprocess
import time

from harness import SandboxTest, main

NAME = "full-disk-service"


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
            os.remove(disk / "filler")
        out, err = following.communicate(timeout=100)
        self.assertEqual(following.returncode, 0, out + err)
        self.assertEqual(sandbox.show(NAME, store=store)["state"], "succeeded")
        ledger = sandbox.ledger()
        self.assert_nothing_twice(ledger, [NAME])
        self.assert_no_leftover_branches(sandbox, ledger)
        self.assert_exit(sandbox.run("journal", "verify", store=store), 0)
        self.assertIn("full", err.lower(), "nobody was told")

    def test_a_store_that_is_moved_away_is_waited_for(self):
        sandbox = self.sandbox(speed=40)
        self.assert_exit(sandbox.create(NAME), 0)
        following = self.ended(sandbox.start("follow", NAME))
        time.sleep(1)
        away = sandbox.store.with_suffix(".away")
        sandbox.store.rename(away)
        time.sleep(2)
        self.assertIsNone(following.poll(), "it ended instead of waiting for its store")
        away.rename(sandbox.store)
        out, err = following.communicate(timeout=100)
        self.assertEqual(following.returncode, 0, out + err)
        self.assert_nothing_twice(sandbox.ledger(), [NAME])
        self.assert_exit(sandbox.run("journal", "verify"), 0)


if __name__ == "__main__":
    main()
