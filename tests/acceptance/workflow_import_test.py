# SPDX-License-Identifier: GPL-3.0-or-later
"""A workflow that somebody else wrote: told what it does, imported by a word, started, its versions side by side."""

import json
import os

from api_test import Api
from harness import SandboxTest, Search, end, main
from notes import Notes, workflow as notes_workflow

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
        sandbox = self.sandbox("--record", os.devnull)  # the notes go to a path that is none of GitHub's
        self.assert_exit(sandbox.run("workflow", "import", self.file(sandbox, TEAM), "--yes"), 0)
        agent = self.ended(sandbox.start("--set", f"base={sandbox.url}/portal", "agent"))
        self.assertIn("Driving", agent.stderr.readline())  # else the next program takes the store, and leaves it again
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

    def test_a_stored_credential_goes_to_its_host_only_and_is_told_nowhere(self):
        canary = "canary-stored-5520"
        sandbox = self.sandbox()
        notes, other = Notes("X-Api-Key", canary), Notes("X-Api-Key", canary)
        self.addCleanup(notes.close)
        self.addCleanup(other.close)
        file = self.file(sandbox, notes_workflow(notes.url))
        told = self.assert_exit(sandbox.run("workflow", "import", file), 2)
        self.assertIn("notes, sent to 127.0.0.1", told.err)
        self.assert_exit(sandbox.run("workflow", "import", file, "--yes"), 0)
        said = []

        def follow(*arguments, status):
            answer = self.assert_exit(sandbox.run(*arguments, "--follow"), status)
            said.append(answer.out + answer.err)
            return answer, sandbox.steps("a")

        def store(*options, status=0):
            answer = self.assert_exit(sandbox.typed(canary + "\n", "credential", "set", "notes", *options), status)
            said.append(answer.out + answer.err)
            return answer

        # It is missing: a person is told how to store it.
        _, steps = follow("create", "leave-note", "name=a", status=1)
        self.assertEqual(steps["write"]["error"]["code"], "credential.missing")
        shown = sandbox.run("show", "a").out.replace("\n", " ")
        self.assertIn(f"slipwayctl credential set notes --host {notes.url}", " ".join(shown.split()))
        # It is there, but for another host: nothing is sent to anybody.
        store(status=2)
        store("--host", "http://notes.example", status=2)
        store("--host", other.url, "--header", "Host", status=2)
        store("--host", other.url, "--header", "X-Api-Key")
        _, steps = follow("retry", "a", status=1)
        self.assertEqual(steps["write"]["error"]["code"], "credential.otherHost")
        self.assertEqual(notes.requests + other.requests, [])
        # It is right.
        kept = store("--host", other.url, "--host", notes.url, "--header", "X-Api-Key")
        self.assertIn("no keychain was used", kept.out + kept.err)
        _, steps = follow("retry", "a", status=0)
        self.assertEqual(notes.notes, ["a"])
        self.assertEqual({key for _, _, key in notes.requests}, {canary})
        self.assertEqual(other.requests, [])
        self.assertEqual(steps["read"]["outputs"], {"name": "a"})
        listed = self.assert_exit(sandbox.run("--json", "credential", "list"), 0).lines
        self.assertEqual([(one["name"], one["hosts"], one["header"], one["prefix"]) for one in listed],
                         [("notes", [other.url, notes.url], "X-Api-Key", "")])
        # Neither the programs nor the store, the profile, the report tell it.
        secret = sandbox.home / "config/slipway/tokens/credential+default+notes"
        self.assertEqual(secret.stat().st_mode & 0o777, 0o600)
        search = Search("leave-note", "X-Api-Key")
        for name, text in (("said", "".join(said)), ("show", sandbox.run("--json", "show", "a").out),
                           ("events", sandbox.run("--json", "events", "a").out),
                           ("report", sandbox.run("report", "a", "--format", "json").out),
                           ("dry run", sandbox.run("--json", "create", "leave-note", "name=b", "--dry-run").out)):
            search.add(name, text)
        search.add_files(sandbox.home, but=(secret.name,))
        self.assertEqual(search.found([canary]), [])
        self.assertEqual(search.unread("events", "file default.json", "file sandbox.json.store.db"), [])
        # It is forgotten, and missing again.
        self.assert_exit(sandbox.run("credential", "remove", "notes"), 0)
        self.assertFalse(secret.exists())
        self.assertFalse((sandbox.home / "config/slipway/profiles/default.json").exists())
        self.assert_exit(sandbox.run("credential", "remove", "notes"), 2)


if __name__ == "__main__":
    main()
