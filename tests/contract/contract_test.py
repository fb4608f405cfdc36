# SPDX-License-Identifier: GPL-3.0-or-later
"""Every request that Slipway sends and every answer that the sandbox gives, judged by GitHub's own descriptions.

CONTRACT_PACKAGES names the folder of packages.py, SLIPWAYCTL the program. CONTRACT_RECORDS may name a folder of the records
that the acceptance tests left, to judge instead of playing the scenes (expected-recorded.json says what must be among
them), and CONTRACT_SCENES a few scenes, with commas between, instead of all.
"""

import json
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

import scenes

HERE = Path(__file__).resolve().parent
RECORDED = os.environ.get("CONTRACT_RECORDS", "")
SOME = tuple(name for name in os.environ.get("CONTRACT_SCENES", "").split(",") if name)


def node(*arguments):
    return subprocess.run(["node", *map(str, arguments)], capture_output=True, text=True, timeout=300, check=False)


class Contract(unittest.TestCase):
    maxDiff = None

    def records(self):
        if RECORDED:
            return sorted(Path(RECORDED).glob("*.jsonl"))
        folder = Path(tempfile.mkdtemp(prefix="slipway-contract-"))
        self.addCleanup(shutil.rmtree, folder, ignore_errors=True)
        trouble = scenes.play(folder, SOME or tuple(scenes.SCENES))
        # A program that breaks the contract mostly breaks its scene too; what the records say is worth more.
        self.trouble = "\n".join(f"{name}: {text}" for name, text in trouble.items())
        return sorted(folder.glob("*.jsonl"))

    def test_every_exchange_is_as_github_describes_it(self):
        self.trouble = ""
        records = self.records()
        expected = () if SOME else ("--expect", HERE / ("expected-recorded.json" if RECORDED else "expected.json"))
        judged = node(HERE / "validate.mjs", *expected, *records)
        print(judged.stdout[-20000:])
        self.assertEqual(judged.returncode, 0, f"\n{judged.stdout[-20000:]}\n{judged.stderr[-4000:]}\n{self.trouble}")
        self.assertEqual(self.trouble, "", "a scene could not be played")

    @unittest.skipIf(RECORDED, "the scenes' own run asks this")
    def test_the_sandbox_knows_no_graphql_that_github_does_not(self):
        subset = HERE.parents[1] / "resources/sandbox/github-subset.graphql"
        judged = node(HERE / "subset.mjs", subset)
        print(judged.stdout)
        self.assertEqual(judged.returncode, 0, f"\n{judged.stdout}\n{judged.stderr[-4000:]}")

    @unittest.skipIf(RECORDED, "the scenes' own run asks this")
    def test_the_judges_see_what_is_wrong(self):
        judged = node("--test", HERE / "judges.test.mjs")
        self.assertEqual(judged.returncode, 0, f"\n{judged.stdout[-8000:]}\n{judged.stderr[-4000:]}")

    @unittest.skipIf(RECORDED, "the scenes' own run asks this")
    def test_the_lock_file_names_no_registry_and_keeps_the_hashes(self):
        lock = json.loads((HERE / "package-lock.json").read_text())
        packages = {name: one for name, one in lock["packages"].items() if name}
        self.assertGreater(len(packages), 20)
        self.assertEqual([name for name, one in packages.items() if "resolved" in one], [])
        self.assertEqual([name for name, one in packages.items() if not one.get("integrity", "").startswith("sha512-")],
                         [])


if __name__ == "__main__":
    unittest.main(verbosity=2)
