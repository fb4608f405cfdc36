# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input: each kind gets its error with what to do about it, its exit status, and changes nothing."""

import json
import shutil
import socket
import sqlite3
import time

import harness
from harness import SandboxTest, end, launch

TENANTS = "environments/test/resources/tenant_services.json"
OIDC = "environments/test/resources/github_oidc_repositories.json"
SERVICES = "environments/production/services/protected_services.json"

INPUTS = (  # name, type, team, what the error must say
    ("", "cdp-node-backend-template", "fisheries", "Enter a value"),
    ("a", "cdp-node-backend-template", "fisheries", "too short"),
    ("a" * 33, "cdp-node-backend-template", "fisheries", "32 characters or less"),
    ("Capital", "cdp-node-backend-template", "fisheries", "Letters and numbers with hyphen separators"),
    ("under_score", "cdp-node-backend-template", "fisheries", "Letters and numbers with hyphen separators"),
    ("caf\u00e9", "cdp-node-backend-template", "fisheries", "Letters and numbers with hyphen separators"),
    ("a b", "cdp-node-backend-template", "fisheries", "Letters and numbers with hyphen separators"),
    ("../up", "cdp-node-backend-template", "fisheries", "Letters and numbers with hyphen separators"),
    ("line\n", "cdp-node-backend-template", "fisheries", "Letters and numbers with hyphen separators"),
    ("-first", "cdp-node-backend-template", "fisheries", "Start and end with a letter or digit"),
    ("last-", "cdp-node-backend-template", "fisheries", "Start and end with a letter or digit"),
    ("good-name", "cdp-cobol-template", "fisheries", "Choose an entry"),
    ("good-name", "", "fisheries", "Choose an entry"),
    ("good-name", "cdp-node-backend-template", "no-such-team", "no-such-team"),
    ("good-name", "cdp-node-backend-template", "", "Choose an entry"),
)


def broken_files():
    """(what is wrong, repository, path, content; None removes the file; words of the error)."""
    yield "missing", "tf-svc-infra", TENANTS, None, ()
    yield "empty", "tf-svc-infra", TENANTS, "", ()
    yield "not JSON", "tf-svc-infra", TENANTS, "[{]", ()
    yield "cut off", "tf-svc-infra", OIDC, '[\n  "DEFRA/a"', ()
    yield "an object where an array is due", "tf-svc-infra", TENANTS, "{}\n", ()
    yield "no element", "tf-svc-infra", TENANTS, "[]\n", ()
    yield "two elements", "tf-svc-infra", TENANTS, "[{}, {}]\n", ()
    yield "an array in the array", "tf-svc-infra", TENANTS, "[[]]\n", ("/0",)
    yield "name there already", "tf-svc-infra", TENANTS, '[{"bad-input": {}}]\n', ("bad-input",)
    yield "an object for the OIDC list", "tf-svc-infra", OIDC, '{"list": []}\n', ()
    yield "file of the name", "cdp-app-config", "services/bad-input/defaults.env", "OTHER=content\n", ()
    yield "definitions in an object", "tf-svc", SERVICES, '{"services": []}\n', ()


class BadInput(SandboxTest):
    @classmethod
    def setUpClass(cls):
        cls.world = harness.Sandbox(speed=100)
        cls.addClassCleanup(cls.world.close)

    def assert_refused(self, answer, status, *words):
        """The status, and an error for people on stderr with what happened and what to do."""
        self.assert_exit(answer, status)
        self.assertNotIn("Traceback", answer.err)
        for word in words:
            self.assertIn(word, answer.out + answer.err)
        self.assertNotIn(self.world.token, answer.out + answer.err)

    def assert_told(self, answer, status, *words):
        """As above, of a command with --json: what and remedy are there."""
        self.assert_refused(answer, status, *words)
        errors = [json.loads(line)["error"] for line in answer.err.splitlines() if line.startswith('{"error"')]
        self.assertTrue(errors, str(answer))
        for error in errors:
            for name in ("code", "what", "remedy"):
                self.assertTrue(error[name], f"{name} of {error}")
            self.assertNotIn("%1", json.dumps(error))
            self.assertNotIn("{{", error["what"])
        return errors[0]

    def made(self):
        """What was written to the services. Runs of workflows go on by themselves after somebody else's commit."""
        ledger = self.world.ledger()
        return {name: ledger[name] for name in ("branches", "commits", "pullRequests", "autoMerges", "merges",
                                                "dispatches", "repositories")}

    def assert_nothing_happened(self, ledger, store=None):
        self.assertEqual(self.made(), ledger)
        listed = self.world.run("--json", "list", store=store)
        if listed.status == 0:
            self.assertEqual(listed.out, "")

    def test_inputs(self):
        before = self.made()
        for name, kind, team, words in INPUTS:
            with self.subTest(name=name, kind=kind, team=team):
                answer = self.world.create(name, "--json", "--follow", kind=kind, team=team)
                self.assert_told(answer, 2, words)
                self.assert_nothing_happened(before)

    def test_an_input_missing_unknown_or_given_twice(self):
        before = self.made()
        good = ("repositoryName=good-name", "serviceType=cdp-node-backend-template", "owningTeam=fisheries")
        for operands, word in ((good[1:], "repositoryName"), ((*good, "colour=red"), "colour"),
                               ((*good, "repositoryName=other"), "repositoryName"), ((*good, "nonsense"), "nonsense")):
            with self.subTest(operands=operands):
                self.assert_told(self.world.run("--json", "create", harness.WORKFLOW, *operands), 2, word)
                self.assert_nothing_happened(before)

    def test_unknown_workflow_setting_option_command(self):
        before = self.made()
        operands = ("repositoryName=good-name", "serviceType=cdp-node-backend-template", "owningTeam=fisheries")
        for arguments, word in (
                (("create", "cdp-create-servise", *operands), "cdp-create-service"),
                (("--set", "colour=red", "create", harness.WORKFLOW, *operands), "colour"),
                (("create", harness.WORKFLOW, *operands, "--folow"), "--follow"),
                (("crate", harness.WORKFLOW), "create"),
                (("create",), "create"),
                (("show", "nothing-of-that-name"), "nothing-of-that-name"),
                (("--time-scale", "fast", "list"), "time scale")):
            with self.subTest(arguments=arguments):
                self.assert_told(self.world.run("--json", *arguments), 2, word)
                self.assert_nothing_happened(before)

    def test_names_that_are_taken(self):
        before = self.made()
        tenants = json.loads((self.world.clone("tf-svc-infra", "taken") / TENANTS).read_text())[0]
        for name in ("cdp-boilerplate", next(iter(tenants))):
            with self.subTest(name=name):
                self.assert_told(self.world.create(name, "--json", "--follow"), 3, name)
                self.assert_nothing_happened(before)

    def test_files_on_main_of_broken_shapes(self):
        for what, repository, path, content, words in broken_files():
            with self.subTest(what=what, path=path):
                clone = self.world.clone(repository, "broken")
                good = (clone / path).read_text() if (clone / path).exists() else None
                shutil.rmtree(clone)
                self.world.world("commit", repository=repository, files={path: content})
                before = self.made()
                try:
                    answer = self.world.create("bad-input", "--json", "--follow")
                finally:
                    self.world.world("commit", repository=repository, files={path: good})
                error = self.assert_told(answer, 3, repository, path, *words)
                self.assertIn(repository, error["what"] + error["why"])
                self.assertIn(path, error["what"] + error["why"])
                self.assert_nothing_happened(before)

    def test_archived_repository(self):
        self.world.world("archive", repository="cdp-nginx-upstreams")
        self.addCleanup(self.world.world, "archive", repository="cdp-nginx-upstreams", on=False)
        before = self.made()
        self.assert_told(self.world.create("bad-input", "--json", "--follow"), 3, "cdp-nginx-upstreams")
        self.assert_nothing_happened(before)

    # Connection

    def direct(self, url, token_file, *arguments, store=None):
        store = store or self.world.home / "direct.db"
        return harness.finish(launch(["--github-url", url, "--token-file", str(token_file), "--store", str(store),
                                      "--json", *arguments], self.world.home), 60)

    def create_directly(self, url, token_file, *options):
        return self.direct(url, token_file, *options, "create", harness.WORKFLOW, "repositoryName=good-name",
                           "serviceType=cdp-node-backend-template", "owningTeam=fisheries")

    def token_file(self, name, text, mode=0o600):
        file = self.world.home / name
        file.write_text(text)
        file.chmod(mode)
        return file

    def test_connection(self):
        with socket.create_server(("127.0.0.1", 0)) as listener:
            dead = f"http://127.0.0.1:{listener.getsockname()[1]}"
        good = self.token_file("token", self.world.token + "\n")
        before = self.made()
        for what, url, file, status in (
                ("nobody listens", dead, good, 4),
                ("no such host", "https://github.invalid", good, 4),
                ("wrong token", self.world.url, self.token_file("wrong", "ghp_wrong\n"), 4),
                ("empty token", self.world.url, self.token_file("empty", "\n"), 4),
                ("token that others may read", self.world.url, self.token_file("open", self.world.token, 0o644), 2),
                ("token file that is not there", self.world.url, self.world.home / "absent", 2),
                ("plain http to another machine", "http://192.0.2.1", good, 2),
                ("no address", "nonsense", good, 2)):
            with self.subTest(what=what):
                answer = self.create_directly(url, file)
                self.assert_told(answer, status)
                self.assertNotIn("ghp_", answer.out + answer.err)
                self.assertEqual(self.made(), before)
                listed = self.direct(self.world.url, good, "list")
                self.assertEqual(listed.out, "", "no run was started")

    def test_time_scale_is_for_this_machine_only(self):
        good = self.token_file("token", self.world.token)
        self.assert_told(self.create_directly("https://192.0.2.1", good, "--time-scale", "10"), 2, "--time-scale")

    def test_the_token_may_not_see_the_organisation(self):
        before = self.made()
        self.assert_told(self.world.create("good-name", "--json", extra=("--set", "org=OTHER")), 4, "OTHER")
        self.assert_nothing_happened(before)

    # Store

    def copied_store(self, name):
        """A store with a run in it, of its own."""
        store = self.world.home / name
        self.assert_exit(self.world.create(name, store=store), 0)
        return store

    @staticmethod
    def bytes_of(store):
        """A reader has to make an empty log and its index beside the file; neither holds anything."""
        files = {path.name: path.read_bytes() for path in store.parent.glob(store.name + "*")
                 if not path.name.endswith((".lock", "-shm"))}
        return {name: content for name, content in files.items() if content}

    def test_a_store_that_is_newer(self):
        store = self.copied_store("newer-store")
        connection = sqlite3.connect(store)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        connection.execute(f"PRAGMA user_version = {version + 100}")
        connection.commit()
        connection.close()
        before, ledger = self.bytes_of(store), self.made()
        self.assert_told(self.world.create("good-name", "--json", store=store), 5, str(store))
        self.assertEqual(self.bytes_of(store), before)
        self.assertEqual(self.made(), ledger)

    def test_files_that_are_no_store(self):
        other = self.world.home / "other.db"
        connection = sqlite3.connect(other)
        connection.execute("CREATE TABLE cats (name TEXT)")
        connection.commit()
        connection.close()
        text = self.world.home / "text.db"
        text.write_text("Dear diary\n" * 200)
        damaged = self.copied_store("damaged-store")
        content = bytearray(damaged.read_bytes())
        content[100:4096] = b"\xff" * 3996
        damaged.write_bytes(content)
        for store in (other, text, damaged):
            with self.subTest(store=store.name):
                store.chmod(0o600)
                before, ledger = self.bytes_of(store), self.made()
                self.assert_told(self.world.create("good-name", "--json", store=store), 5, str(store))
                self.assertEqual(self.bytes_of(store), before)
                self.assertEqual(self.made(), ledger)

    def test_a_store_that_cannot_be_written(self):
        ledger = self.made()
        blocked = self.world.home / "a-file"
        blocked.write_text("in the way")
        for store in (blocked / "store.db", "/proc/slipway/store.db"):
            with self.subTest(store=str(store)):
                self.assert_told(self.world.create("good-name", "--json", store=store), 5, str(store))
                self.assertEqual(self.made(), ledger)
        self.assertEqual(blocked.read_text(), "in the way")

    def test_a_second_owner(self):
        store = self.copied_store("owned-store")
        self.assert_exit(self.world.run("pause", "owned-store", store=store), 0)
        owner = self.ended(self.world.start("agent", store=store))
        # Asking by another command would be a try to own the store, which may win against the agent.
        lock = store.with_name(store.name + ".lock")
        end_of_patience = time.monotonic() + 20
        while f'"pid":{owner.pid}' not in lock.read_text().replace(" ", "") and time.monotonic() < end_of_patience:
            self.assertIsNone(owner.poll(), "the agent runs")
            time.sleep(0.02)
        second = lambda: self.world.run("--json", "agent", store=store)  # noqa: E731
        self.assert_told(second(), 3, str(owner.pid))
        rebuilt = self.world.run("--json", "journal", "rebuild", store=store)
        self.assert_told(rebuilt, 3, str(owner.pid))
        self.assertEqual(len(self.world.run("--json", "list", store=store).lines), 1, "reading goes on")
        self.assert_exit(end(owner), 0)


if __name__ == "__main__":
    harness.main()
