# SPDX-License-Identifier: GPL-3.0-or-later
"""The contract tests are red for each of these mistakes, with the right complaint, and green without any."""

import os
import subprocess
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from planted import Change, program  # noqa: E402 (it lies in the folder named above)

BUILD = os.environ["SLIPWAY_BUILD"]
SUITE = "Contract.test_every_exchange_is_as_github_describes_it"

#: Enough to meet each of the mistakes, and green without one.
SCENES = "calm,check-suites-forbidden,every-route"
#: what is wrong: (the change, what the suite must say about it)
MISTAKES = {
    "client: a member of a query that GitHub does not know": (
        Change("src/github/fragments.cpp", "viewerPermission", "viewerRights"), "viewerRights"),
    "client: a parameter of a REST request by a wrong name": (
        Change("src/github/runs.cpp", 'query("head_sha", read.sha)', 'query("sha", read.sha)'),
        "query parameter sha is not described"),
    "client: a body whose member has the wrong type": (
        Change("src/github/dispatch.cpp", 'body["return_run_details"] = true;',
               'body["return_run_details"] = "yes";'), "return_run_details"),
    "sandbox: a number where GitHub has a text": (
        Change("src/sandbox/rest/shapes_actions.cpp", '{"head_sha", toJson(r.headSha)}, {"path"',
               '{"head_sha", r.number}, {"path"'), "head_sha: must be string"),
    "sandbox: a moment in another form than GitHub's": (
        Change("src/sandbox/world/words.cpp", "HH:mm:ssZ", "HH:mm:ss.000Z"), "which is no DateTime"),
}


def judged(binary):
    done = subprocess.run([sys.executable, "-B", str(HERE / "contract_test.py"), SUITE], capture_output=True, text=True,
                          env={**os.environ, "SLIPWAYCTL": str(binary), "CONTRACT_SCENES": SCENES}, timeout=600, check=False)
    return done.returncode, done.stdout + done.stderr


class PlantedMistakes(unittest.TestCase):
    def test_without_a_mistake_the_suite_is_green(self):
        status, said = judged(os.environ["SLIPWAYCTL"])
        self.assertEqual(status, 0, said[-6000:])

    def test_each_mistake_turns_it_red(self):
        for name, (change, complaint) in MISTAKES.items():
            with self.subTest(name), program(BUILD, "src/app/slipwayctl", change) as binary:
                status, said = judged(binary)
                self.assertNotEqual(status, 0, f"{name} goes unseen")
                self.assertIn(complaint, said, name)
                print(f"red: {name}", flush=True)


if __name__ == "__main__":
    unittest.main(verbosity=2)
