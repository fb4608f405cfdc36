#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Several processes at one store: one owns it and drives, the others give it their commands and take over when it ends."""

import signal
import stat
import time
import unittest

import harness
from harness import end, finish


class Owners(harness.SandboxTest):
    """A sandbox each, for what one test starts goes on in the world of the next."""

    def setUp(self):
        self.world = self.sandbox(speed=60)

    def agent(self, *options, owns):
        """A started agent; with `owns` it has the store when this returns, else it stands by."""
        process = self.ended(self.world.start("agent", *options))
        word = "Driving" if owns else "ready to take over"
        line = process.stderr.readline()
        self.assertIn(word, line, "the agent says how it stands")
        return process

    def create(self, name, *options):
        return self.world.create(name, *options)

    def wait_for(self, what, within=60):
        end_of_patience = time.monotonic() + within
        while not (found := what()):
            self.assertLess(time.monotonic(), end_of_patience, "in time")
            time.sleep(0.1)
        return found

    def test_commands_go_to_the_owner(self):
        agent = self.agent(owns=True)
        socket = self.world.store.with_name(self.world.store.name + ".sock")
        self.assertEqual(stat.S_IMODE(socket.stat().st_mode), 0o600)
        created = self.create("through-owner", "--follow")
        self.assert_exit(created, 0)
        self.assertIsNone(agent.poll())
        self.assert_nothing_twice(self.world.ledger(), ["through-owner"])
        self.assert_exit(self.world.run("note", "through-owner", "from elsewhere"), 0)
        events = self.world.run("--json", "events", "through-owner").lines
        self.assertIn("from elsewhere", [event.get("data", {}).get("text") for event in events])
        refused = self.world.run("--json", "retry", "through-owner", "no-such-step")
        self.assertEqual(refused.status, 2, refused)
        taken = self.world.create("through-owner", "--json")
        self.assertEqual(taken.status, 3, taken)
        self.assert_exit(end(agent), 0)
        self.assertFalse(socket.exists(), "the door is closed in good order")

    def test_another_takes_over_from_a_killed_owner(self):
        owner = self.agent(owns=True)
        waiting = self.agent("--standby", owns=False)
        self.assert_exit(self.create("taken-over"), 0)
        self.wait_for(lambda: self.world.ledger()["branches"])
        owner.kill()
        killed = time.monotonic()
        self.assert_exit(self.world.run("note", "taken-over", "who is there"), 0)
        self.assertLess(time.monotonic() - killed, 10, "within seconds")
        # What the run did may be told first: both are seen by a thread of their own.
        self.assertTrue(any("Driving" in line for line in iter(waiting.stderr.readline, "")))
        followed = self.world.run("follow", "taken-over")
        self.assert_exit(followed, 0)
        self.assert_nothing_twice(self.world.ledger(), ["taken-over"])
        self.assert_exit(end(waiting), 0)

    def test_a_follower_takes_over(self):
        owner = self.agent(owns=True)
        self.assert_exit(self.create("followed"), 0)
        follower = self.ended(self.world.start("follow", "followed"))
        self.wait_for(lambda: self.world.ledger()["branches"])
        owner.kill()
        self.assert_exit(finish(follower), 0)
        self.assert_nothing_twice(self.world.ledger(), ["followed"])

    def test_an_owner_that_does_not_answer_is_named(self):
        owner = self.agent(owns=True)
        self.assert_exit(self.create("held-up"), 0)
        owner.send_signal(signal.SIGSTOP)
        self.addCleanup(owner.send_signal, signal.SIGCONT)
        answer = self.world.run("--json", "note", "held-up", "hello?")
        self.assertEqual(answer.status, 3, answer)
        self.assertIn(str(owner.pid), answer.out + answer.err)
        self.assert_exit(self.world.run("show", "held-up"), 0)
        owner.send_signal(signal.SIGCONT)
        self.assert_exit(self.world.run("note", "held-up", "hello!"), 0)


if __name__ == "__main__":
    harness.main()
