# SPDX-License-Identifier: GPL-3.0-or-later
"""A workflow that somebody else wrote: told what it does, imported by a word, started, its versions side by side."""

import json

from api_test import Api
from harness import SandboxTest, end, main

TEAM = {"id": "team-note", "version": 1, "title": "A team's own process", "subject": "{{ inputs.name }}",
        "settings": {"base": {"type": "url", "default": "https://notes.example", "title": "Notes"}},
        "inputs": [{"id": "name", "type": "text", "title": "Name"},
                   {"id": "password", "type": "secret", "title": "Password", "required": False}],
        "lanes": [{"id": "one", "title": "One"}],
        "steps": [{"id": "ask", "lane": "one", "kind": "gate", "title": "Ask", "with": {"message": "Go on?"}},
                  {"id": "send", "lane": "one", "kind": "http.request", "title": "Send it", "needs": ["ask"],
                   "with": {"method": "POST", "url": "{{ settings.base }}/notes", "effect": "none",
                            "body": {"password": "{{ inputs.password }}"}}}]}


class WorkflowImportTest(SandboxTest):
    def file(self, sandbox, workflow, name="team.json"):
        path = sandbox.home / name
        path.write_text(json.dumps(workflow) if isinstance(workflow, dict) else workflow)
        return str(path)

    def test_it_is_told_and_then_imported_and_started(self):
        sandbox = self.sandbox()
        file = self.file(sandbox, TEAM)
        told = self.assert_exit(sandbox.run("workflow", "import", file), 2)
        for said in ("notes.example", "Password", "https://notes.example/notes", "--yes"):
            self.assertIn(said, told.err)
        self.assert_exit(sandbox.run("create", "team-note", "name=a"), 2)
        self.assert_exit(sandbox.run("workflow", "import", file, "--yes"), 0)
        self.assert_exit(sandbox.run("workflow", "import", file, "--yes"), 0)  # the same again is the same
        self.assert_exit(sandbox.run("create", "team-note", "name=a"), 0)
        self.assertEqual(sandbox.show("a")["workflow"]["id"] if isinstance(sandbox.show("a")["workflow"], dict)
                         else sandbox.show("a")["workflow"], "team-note")
        shelf = sandbox.home / "sandbox.json.store.db.workflows"
        self.assertEqual(shelf.stat().st_mode & 0o777, 0o700)
        self.assertEqual([path.stat().st_mode & 0o777 for path in shelf.iterdir()], [0o600])

    def test_versions_stand_side_by_side(self):
        sandbox = self.sandbox()
        self.assert_exit(sandbox.run("workflow", "import", self.file(sandbox, TEAM), "--yes"), 0)
        api = Api(self, sandbox)
        self.assert_exit(sandbox.run("create", "team-note", "name=old"), 0)
        second = {**TEAM, "version": 2, "title": "The second one"}
        # Another text under a version that is known would change what people have agreed to.
        refused = sandbox.run("workflow", "import", self.file(sandbox, {**TEAM, "title": "Changed"}), "--yes")
        self.assert_exit(refused, 2)
        self.assertIn("version", refused.err)
        self.assert_exit(sandbox.run("workflow", "import", self.file(sandbox, second), "--yes"), 0)
        listed = [(one["id"], one["version"]) for one in sandbox.run("--json", "workflow", "list").lines]
        self.assertEqual([one for one in listed if one[0] == "team-note"], [("team-note", 2), ("team-note", 1)])
        self.assert_exit(sandbox.run("create", "team-note", "name=new"), 0)
        self.assert_exit(sandbox.run("create", "team-note@1", "name=first"), 0)
        # An agent that runs already offers what was imported since.
        status, shown, _ = api.call("GET", "/v1/workflows/team-note")
        self.assertEqual((status, shown["version"]), (200, 2), shown)
        versions = {}
        for name in ("old", "new", "first"):
            started = next(event for event in sandbox.events(name) if event["type"] == "RunStarted")
            versions[name] = started["data"]["workflow"]["version"]
        self.assertEqual(versions, {"old": 1, "new": 2, "first": 1})

    def test_a_file_with_mistakes_is_not_imported(self):
        sandbox = self.sandbox()
        for broken, place in ((json.dumps({**TEAM, "lanes": []}), "/steps/0/lane"), ("{", "JSON")):
            refused = sandbox.run("workflow", "import", self.file(sandbox, broken), "--yes")
            self.assert_exit(refused, 2)
            self.assertIn(place, refused.err)
        self.assertFalse((sandbox.home / "sandbox.json.store.db.workflows").exists())

    def test_a_lost_secret_is_given_again_to_whoever_drives(self):
        """The process that has the store waits for it; another one gives it, by a file, and the run goes on."""
        sandbox = self.sandbox()
        self.assert_exit(sandbox.run("workflow", "import", self.file(sandbox, TEAM), "--yes"), 0)
        agent = self.ended(sandbox.start("--set", f"base={sandbox.url}/portal", "agent"))
        self.assert_exit(sandbox.run("--set", f"base={sandbox.url}", "create", "team-note", "name=a"), 0)
        sandbox.until("a", lambda s: s["ask"].get("needsYou"), "the gate")
        self.assert_exit(sandbox.run("secret", "a"), 3)  # nothing asks for one
        self.assert_exit(sandbox.run("advance", "a", "ask", "--reason", "yes"), 0)
        steps = sandbox.until("a", lambda s: s["send"].get("needsYou"), "the secret")
        self.assertEqual(steps["send"]["error"]["code"], "secret.missing")
        self.assert_exit(sandbox.run("secret", "a"), 2)  # no file, and no terminal to ask at
        path = sandbox.home / "given"
        path.touch(mode=0o600)
        path.write_text("password=canary-given-4417\n")
        self.assert_exit(sandbox.run("secret", "a", extra=("--secrets", str(path))), 0)
        sandbox.until("a", lambda s: s["send"]["attempts"][-1]["effects"], "the request")
        said = end(agent)
        told = said.out + said.err + sandbox.run("--json", "events", "a").out
        self.assertNotIn("canary-given-4417", told)
        store = b"".join(p.read_bytes() for p in sandbox.home.glob("sandbox.json.store.db*") if p.is_file())
        self.assertIn(b"team-note", store)
        self.assertNotIn(b"canary-given-4417", store)


if __name__ == "__main__":
    main()
