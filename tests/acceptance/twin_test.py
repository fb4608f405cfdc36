# SPDX-License-Identifier: GPL-3.0-or-later
"""A terminal beside the window: what the window does in its sandbox, `slipwayctl --try-sandbox` sees and does too; a further
start of the program finds the window that is open, also where an agent drives the runs.
Run through tests/support/with-display.sh. SLIPWAY and SLIPWAYCTL name the programs.
"""

import contextlib
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import Answer, end, environment, finish, launch, main  # noqa: E402

WINDOW = os.environ["SLIPWAY"]
INPUTS = ("serviceType=cdp-node-backend-template", "owningTeam=fisheries")


class TwinTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="slipway-twin-")
        self.addCleanup(folder.cleanup)
        self.home = Path(folder.name)

    def window(self, *options):
        display = {name: os.environ[name] for name in ("DISPLAY", "XAUTHORITY") if name in os.environ}
        process = subprocess.Popen([WINDOW, *options], env={**environment(self.home), **display, "QT_QPA_PLATFORM": "xcb"},
                                   stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.addCleanup(end, process)
        return process

    def further_start(self, *options, seconds=90):
        """A start that finds the window. Runs are driven before there is one to be raised, be it by an agent or by the
        program of the window, and until then a start stays as a window of its own: it is ended, and the next is given
        longer."""
        deadline, patience = time.monotonic() + seconds, 3
        while True:
            again = self.window(*options)
            try:
                out, err = again.communicate(timeout=patience)
                return Answer(again.returncode, out, err)
            except subprocess.TimeoutExpired:
                end(again)
            self.assertLess(time.monotonic(), deadline, "a further start finds the window")
            patience *= 2

    def say(self, *arguments, timeout=60):
        return finish(launch(arguments, self.home), timeout)

    def in_sandbox(self, *arguments, **named):
        return self.say("--try-sandbox", *arguments, **named)

    def status(self):
        answer = self.in_sandbox("--json", "status")
        self.assertEqual(answer.status, 0, answer)
        return answer.json

    def until(self, holds, what, seconds=60):
        deadline = time.monotonic() + seconds
        while not (found := holds()):
            self.assertLess(time.monotonic(), deadline, what)
            time.sleep(0.2)
        return found

    def until_open(self, window):
        self.until(lambda: (self.status()["watching"]["by"] or {}).get("pid") == window.pid
                   and (self.home / "data/slipway/sandbox/sandbox.json").exists(), "the window drives its sandbox's runs")

    def has_opened(self, window, store):
        """By then it has decided whose simulated services it uses."""
        self.assertIsNone(window.poll(), "the window stays")
        for link in Path(f"/proc/{window.pid}/fd").iterdir():
            with contextlib.suppress(FileNotFoundError):  # closed while it is being looked at
                if link.readlink() == store:
                    return True
        return False

    def create(self, name):
        answer = self.in_sandbox("create", "cdp-create-service", f"repositoryName={name}", *INPUTS)
        self.assertEqual(answer.status, 0, answer)
        return answer.out.strip()

    def test_the_terminal_is_the_windows_twin_in_its_sandbox(self):
        # Before there is one: what it made can be read, and nothing else; the error says how to open it.
        refused = self.in_sandbox("follow", "--all")
        self.assertEqual(refused.status, 4, refused)
        self.assertIn("slipway --try-sandbox", refused.err)
        window = self.window("--try-sandbox")
        self.until_open(window)
        self.assertEqual((self.home / "data/slipway/sandbox/sandbox.json").stat().st_mode & 0o777, 0o600)
        run = self.create("orders-api")
        listed = self.in_sandbox("--json", "list")
        self.assertEqual([one["subject"] for one in listed.lines], ["orders-api"])
        # Without the option it is another store, and that is said.
        elsewhere = self.say("list")
        self.assertEqual((elsewhere.status, elsewhere.out), (0, ""))
        self.assertIn("slipwayctl --try-sandbox list", elsewhere.err)
        unknown = self.say("show", "orders-api")
        self.assertEqual(unknown.status, 2, unknown)
        self.assertIn("slipwayctl --try-sandbox show", unknown.err)
        self.assertNotIn("--try-sandbox", self.say("--json", "show", "orders-api").err)
        done = self.in_sandbox("follow", run, timeout=180)
        self.assertEqual(done.status, 0, done)
        end(window)
        # It has closed: there is nobody to act, and the history stays to be read.
        self.assertEqual(self.in_sandbox("show", run).status, 0)
        self.assertEqual(self.in_sandbox("pause", run).status, 4)

    def test_a_second_window_uses_the_sandbox_of_the_first_and_goes_on_with_it(self):
        first = self.window("--try-sandbox")
        self.until_open(first)
        # A further start means the window that is there.
        again = self.further_start("--try-sandbox")
        self.assertEqual(again.status, 0, again)
        self.assertIn("The window that is open comes to the front.", again.err)
        second = self.window("--try-sandbox", "--new-window")
        store = self.home.resolve() / "data/slipway/sandbox/store.db"
        self.until(lambda: self.has_opened(second, store), "the second has opened the sandbox's store")
        announced = json.loads((self.home / "data/slipway/sandbox/sandbox.json").read_text())
        self.assertEqual(announced["pid"], first.pid, "the second runs no world of its own over the first's")
        first.send_signal(signal.SIGKILL)
        first.wait()
        self.until(lambda: (self.status()["watching"]["by"] or {}).get("pid") == second.pid, "the second drives the runs")
        self.until(lambda: self.in_sandbox("look", "nothing").status == 2, "the second runs the sandbox")
        run = self.create("stock-feed")
        self.assertEqual(self.in_sandbox("follow", run, timeout=180).status, 0)

    def test_beside_an_agent_there_is_one_window_too(self):
        agent = launch(["agent"], self.home)
        self.addCleanup(end, agent)
        self.until(lambda: self.say("--json", "status").json["watching"]["by"], "the agent")
        window = self.window()
        again = self.further_start()
        self.assertEqual(again.status, 0, again)
        self.assertIn("comes to the front", again.err)
        self.assertIsNone(window.poll())


if __name__ == "__main__":
    main()
