# SPDX-License-Identifier: GPL-3.0-or-later
"""Copies of the store: made while it is driven, listed, and put back; what was done since a copy is not done again."""

import contextlib
import os
import sqlite3
import threading
import time

from harness import SandboxTest, finish, launch, main

NAME = "restored-service"


class BackupTest(SandboxTest):
    def backup(self, sandbox):
        return self.assert_exit(sandbox.run("--json", "journal", "backup"), 0).json["file"]

    def restored(self, sandbox, backup):
        report = self.assert_exit(sandbox.run("--json", "journal", "restore", backup), 0).json
        self.assertEqual(report["openRuns"], 1)
        self.assertTrue(os.path.exists(report["replaced"]))
        self.assertTrue(os.path.exists(backup))
        return report

    def goes_on(self, sandbox):
        """Follows the run to its end: nothing is in the world twice."""
        self.assert_exit(sandbox.run("follow", NAME), 0)
        self.assertEqual(sandbox.show(NAME)["state"], "succeeded")
        ledger = sandbox.ledger()
        self.assert_nothing_twice(ledger, [NAME])
        self.assert_no_leftover_branches(sandbox, ledger)
        self.assert_exit(sandbox.run("journal", "verify"), 0)

    def test_a_copy_from_before_everything_repeats_nothing(self):
        sandbox = self.sandbox()
        self.assert_exit(sandbox.create(NAME), 0)
        early = self.backup(sandbox)
        self.goes_on(sandbox)
        writes = len(sandbox.ledger()["dispatches"]), len(sandbox.ledger()["pullRequests"])
        self.restored(sandbox, early)
        # Its first step finds the name taken: by this very run, which only a person can know.
        stopped = self.assert_exit(sandbox.run("follow", NAME), 1)
        self.assertIn("taken", stopped.err)
        self.assert_exit(sandbox.run("advance", NAME, "validate", "--unverified", "--reason", "it was this run"), 0)
        self.goes_on(sandbox)
        self.assertEqual((len(sandbox.ledger()["dispatches"]), len(sandbox.ledger()["pullRequests"])), writes)

    def test_copies_made_on_the_way_repeat_nothing(self):
        sandbox = self.sandbox(speed=40)
        self.assert_exit(sandbox.create(NAME), 0)
        copies, done = [], threading.Event()

        def copy():
            while not done.is_set():
                answer = sandbox.run("--json", "journal", "backup")
                if answer.status == 0:
                    copies.append(answer.json["file"])
                time.sleep(0.7)

        copying = threading.Thread(target=copy)
        copying.start()
        try:
            self.goes_on(sandbox)
        finally:
            done.set()
            copying.join()
        listed = [one["file"] for one in self.assert_exit(sandbox.run("--json", "journal", "backups"), 0).lines]
        self.assertGreaterEqual(len(listed), 3)
        self.assertEqual(set(listed) & set(copies), set(listed))
        tried = 0
        for one in listed[::max(1, len(listed) // 3)]:
            if sandbox.run("--json", "show", NAME, store=one).json["state"] == "succeeded":
                continue
            self.restored(sandbox, one)
            self.goes_on(sandbox)
            tried += 1
        self.assertGreater(tried, 0)

    def test_a_store_that_is_owned_is_not_replaced(self):
        sandbox = self.sandbox()
        self.assert_exit(sandbox.create(NAME), 0)
        copy = self.backup(sandbox)
        agent = self.ended(sandbox.start("agent"))
        sandbox.until(NAME, lambda steps: any(step["state"] != "planned" for step in steps.values()), "a start")
        refused = self.assert_exit(sandbox.run("journal", "restore", copy), 3)
        self.assertIn("owns the store", refused.err)
        agent.terminate()
        agent.wait(30)
        missing = self.assert_exit(sandbox.run("journal", "restore", copy + ".not"), 5)
        self.assertIn("no store", missing.err.lower())

    def test_a_sandbox_that_is_not_there_never_means_the_real_store(self):
        sandbox = self.sandbox()
        self.assert_exit(sandbox.create(NAME), 0)
        copy = self.backup(sandbox)
        real = os.path.join(sandbox.home, "data", "slipway", "store.db")
        os.makedirs(os.path.dirname(real))
        with open(real, "wb") as file:
            file.write(b"what somebody has done")
        gone = str(sandbox.file) + ".gone"
        for command in (["verify"], ["rebuild"], ["backup"], ["backups"], ["restore", copy]):
            answer = finish(launch(["--sandbox", gone, "journal", *command], sandbox.home))
            self.assertNotEqual(answer.status, 0, command)
            self.assertIn(gone, answer.err, command)
        with open(real, "rb") as file:
            self.assertEqual(file.read(), b"what somebody has done")
        self.assertEqual(os.listdir(os.path.dirname(real)), ["store.db"])

    def test_a_store_of_another_computer_rests_until_it_is_resumed(self):
        sandbox = self.sandbox()
        self.assert_exit(sandbox.create(NAME), 0)
        with contextlib.closing(sqlite3.connect(sandbox.store)) as store, store:
            self.assertEqual(store.execute("UPDATE meta SET value = 'another' WHERE name = 'home'").rowcount, 1)
        paused = sandbox.run("follow", NAME)
        self.assertNotEqual(paused.status, 0)
        self.assertIn("another computer or user", paused.err)
        self.assertEqual(sandbox.show(NAME)["state"], "paused")
        self.assertIn("another computer or user", self.assert_exit(sandbox.run("events", NAME), 0).out)
        # Nor is anything asked by who only wants to see: that goes out with this user's token, too.
        refused = self.assert_exit(sandbox.run("evidence", NAME, "infra-merged"), 3)
        self.assertIn("Resume the run first", refused.err)
        self.assertEqual((len(sandbox.ledger()["dispatches"]), len(sandbox.ledger()["pullRequests"])), (0, 0))
        self.assert_exit(sandbox.run("resume", NAME, "--reason", "it is mine, on a new computer"), 0)
        self.goes_on(sandbox)


if __name__ == "__main__":
    main()
