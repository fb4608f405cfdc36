# SPDX-License-Identifier: GPL-3.0-or-later
"""Completion as a person at a shell meets it: the scripts that slipwayctl prints are read by the shells themselves, and what
they offer comes from a store with a run in it. A shell that is not installed is left out.
"""

import os
import shutil
import subprocess
import unittest

from harness import PROGRAM, SandboxTest, environment, main

# What bash hands to a completion: it takes words apart at "=" and ":", and spaces.
BASH = """
source <("$SLIPWAYCTL" completion bash)
COMP_LINE=$1 COMP_POINT=${#1}
COMP_WORDS=("${@:2}") COMP_CWORD=$(($# - 2))
_slipwayctl "$SLIPWAYCTL"
printf '%s\\n' "${COMPREPLY[@]}"
"""


class CompletionTest(SandboxTest):
    def setUp(self):
        self.box = self.sandbox(speed=1)
        created = self.box.create("orders-api")
        self.assertEqual(created.status, 0, created)
        self.store = f"{self.box.file}.store.db"

    def shell(self, *command):
        answer = subprocess.run(command, env={**environment(self.box.home), "SLIPWAYCTL": PROGRAM}, cwd=self.box.home,
                                capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(answer.stderr, "")
        return answer.stdout.splitlines()

    def bash(self, *words, apart=None):
        """`words` as they are typed; `apart` as bash hands them over, where that differs."""
        line = "slipwayctl " + " ".join(words)
        return self.shell("bash", "-c", BASH, "bash", line, "slipwayctl", *(apart or words))

    def test_bash(self):
        self.assertIn("create", self.bash("cr"))
        self.assertEqual(self.bash("--store", self.store, "show", "ord"), ["orders-api"])
        self.assertIn("infra-raise", self.bash("--store", self.store, "retry", "orders-api", "infra-"))
        self.assertEqual(self.bash("list", "--state=pa", apart=("list", "--state", "=", "pa")), ["parked", "paused"])
        self.assertIn("open", self.bash("list", "--state=", apart=("list", "--state", "=")))
        create = ("--store", self.store, "create", "cdp-create-service")
        self.assertEqual(self.bash(*create, "reposi"), ["repositoryName="])
        kinds = self.bash(*create, "serviceType=cdp-node-backend", apart=(*create, "serviceType", "=", "cdp-node-backend"))
        self.assertIn("cdp-node-backend-template", kinds)
        (self.box.home / "records.json").write_text("{}")
        self.assertEqual(self.bash("import", "rec"), ["records.json"])
        # In the middle of a line, what stands before the cursor counts, and an empty word is one.
        self.assertIn("list", self.bash("workflow", ""))

    @unittest.skipUnless(shutil.which("fish"), "fish is not installed")
    def test_fish(self):
        script = f"{PROGRAM} completion fish | source; complete -C 'slipwayctl --store {self.store} show ord'"
        path = os.path.dirname(PROGRAM) + ":" + os.environ["PATH"]
        self.assertEqual([line.split("\t")[0] for line in self.shell("env", f"PATH={path}", "fish", "-c", script)],
                         ["orders-api"])

    @unittest.skipUnless(shutil.which("zsh"), "zsh is not installed")
    def test_zsh_takes_the_script(self):
        script = f"autoload -U compinit; compinit -u; source <({PROGRAM} completion zsh); print $_comps[slipwayctl]"
        self.assertEqual(self.shell("zsh", "-f", "-c", script), ["_slipwayctl"])


if __name__ == "__main__":
    main()
