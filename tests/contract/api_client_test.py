# SPDX-License-Identifier: GPL-3.0-or-later
"""Slipway's own API, called by a client that another program makes of its description: every operation, every answer
held to its schema."""

import json
import subprocess
import sys
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "acceptance"))

from api_test import Api  # noqa: E402 (it lies in the folder named above)
from harness import SandboxTest  # noqa: E402
from notes import Notes  # noqa: E402

SECRET = "It's a Secret to Everybody"
CANARY = "canary-given-by-a-client-3391"


class ApiClientTest(SandboxTest):
    def test_a_generated_client_calls_every_operation(self):
        # Slow enough that the run is still open when it is cancelled.
        sandbox = self.sandbox(speed=5)
        file = sandbox.home / "webhook-secret"
        file.write_text(SECRET)
        file.chmod(0o600)
        service = Notes("Authorization", f"Basic {CANARY}")
        self.addCleanup(service.close)
        self.assert_exit(sandbox.run("workflow", "import", self.team(sandbox, service), "--yes"), 0)
        api = Api(self, sandbox, "--webhook-secret-file", str(file))
        done = subprocess.run(["node", HERE / "api_client.mjs", api.url, api.operator, api.viewer, SECRET, CANARY],
                              capture_output=True, text=True, timeout=120, check=False)
        self.assertIsNone(api.process.poll(), "the agent has died")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual(service.notes, ["by-a-client"])

    def team(self, sandbox, service):
        """A workflow that waits for a secret, which the API is to give."""
        step = {"id": "send", "lane": "one", "kind": "http.request", "title": "Send it",
                "with": {"method": "POST", "url": f"{service.url}/notes", "effect": "none", "body": {"name": "{{ inputs.name }}"},
                         "headers": {"Authorization": "Basic {{ inputs.password }}"}}}
        file = sandbox.home / "team-secret.json"
        file.write_text(json.dumps({
            "id": "team-secret", "version": 1, "title": "Needs a secret", "subject": "{{ inputs.name }}",
            "inputs": [{"id": "name", "type": "text", "title": "Name"},
                       {"id": "password", "type": "secret", "title": "Password", "required": False}],
            "lanes": [{"id": "one", "title": "One"}], "steps": [step]}))
        return str(file)


if __name__ == "__main__":
    unittest.main(verbosity=2)
