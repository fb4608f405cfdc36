# SPDX-License-Identifier: GPL-3.0-or-later
"""Slipway's own API, called by a client that another program makes of its description: every operation, every answer
held to its schema."""

import subprocess
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "acceptance"))

from api_test import Api  # noqa: E402 (it lies in the folder named above)
from harness import SandboxTest  # noqa: E402

SECRET = "It's a Secret to Everybody"


class ApiClientTest(SandboxTest):
    def test_a_generated_client_calls_every_operation(self):
        # Slow enough that the run is still open when it is cancelled.
        sandbox = self.sandbox(speed=5)
        file = sandbox.home / "webhook-secret"
        file.write_text(SECRET)
        file.chmod(0o600)
        api = Api(self, sandbox, "--webhook-secret-file", str(file))
        done = subprocess.run(["node", HERE / "api_client.mjs", api.url, api.operator, api.viewer, SECRET],
                              capture_output=True, text=True, timeout=120, check=False)
        self.assertIsNone(api.process.poll(), "the agent has died")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2)
