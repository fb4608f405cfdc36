# SPDX-License-Identifier: GPL-3.0-or-later
"""Status records: taken in from whatever the Mongo tools write, shown, gone on with, and given back to the member."""

import json
import sqlite3
import time

import records
from harness import SandboxTest, main


def same(a, b):
    """Equal to the member, their order included."""
    return json.dumps(a, ensure_ascii=False) == json.dumps(b, ensure_ascii=False)


def commits_a_second(file, text):
    """What SQLite alone does of what each record needs at least: one durable transaction."""
    database = sqlite3.connect(file, isolation_level=None)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("CREATE TABLE record (text TEXT)")
    begun = time.monotonic()
    for _ in range(200):
        database.execute("INSERT INTO record VALUES (?)", (text,))
    took = time.monotonic() - begun
    database.close()
    return 200 / took


class RecordsTest(SandboxTest):
    def file(self, sandbox, name, text):
        path = sandbox.home / name
        path.write_text(text)
        return str(path)

    def test_the_platforms_sample_is_shown_taken_over_and_ends_well(self):
        sandbox = self.sandbox()
        sample = json.loads(records.SAMPLE)
        self.assert_exit(sandbox.run("import", self.file(sandbox, "sample.json", records.SAMPLE)), 0)
        shown = sandbox.show("ct-sso-test-2")
        self.assertEqual(shown["state"], "paused")
        self.assertEqual(shown["startedAt"], "2023-09-21T13:37:19.352Z")
        steps = {step["id"]: step for step in shown["steps"]}
        self.assertEqual(steps["infra-workflow"]["state"], "succeeded")
        self.assertEqual(steps["infra-workflow"]["outputs"]["id"], 6262496892)
        self.assertEqual(steps["infra-workflow"]["startedAt"], "2023-09-21T13:39:14.000Z")
        self.assertEqual(steps["infra-merged"]["outputs"]["mergedSha"], "7081cc038ec7050fe4e25f8c0544420a01f43e79")
        self.assertEqual(steps["svc-raise"]["outputs"]["number"], 540)
        self.assertEqual(steps["svc-auto-merge"]["state"], "planned")
        self.assertTrue(same(sandbox.run("record", "ct-sso-test-2").json, sample))
        # Resting means that nothing is done, whoever drives the store.
        agent = self.ended(sandbox.start("agent"))
        time.sleep(2)
        agent.terminate()
        agent.wait(20)
        self.assertEqual(sandbox.ledger()["pullRequests"], [])

        self.assert_exit(sandbox.run("resume", "ct-sso-test-2", "--follow"), 0)
        self.assertEqual(sandbox.show("ct-sso-test-2")["state"], "succeeded")
        ledger = sandbox.ledger()
        # What the record says is done was not done again, and what it names keeps its name.
        self.assertNotIn("tf-svc-infra", {one["repository"].split("/")[-1] for one in ledger["pullRequests"]})
        self.assertEqual({one["head"] for one in ledger["pullRequests"]},
                         {sample[lane]["pr"]["ref"] for lane in ("tf-svc", "cdp-app-config", "cdp-nginx-upstreams")})
        self.assertEqual([one["name"].split("/")[-1] for one in ledger["repositories"]], ["ct-sso-test-2"])
        after = sandbox.run("record", "ct-sso-test-2").json
        self.assertEqual(list(after), list(sample))
        self.assertTrue(same(after["tf-svc-infra"], sample["tf-svc-infra"]))
        self.assertTrue(same(after["_id"], sample["_id"]))
        self.assertEqual([after[part]["status"] for part in ("createRepository", *records.LANES)],
                         ["success"] + ["workflow_completed"] * 4)

    def test_a_record_is_taken_over_where_its_pull_requests_are(self):
        """What another program began: raised and never merged. Slipway finds it and raises nothing a second time."""
        sandbox = self.sandbox()
        for repository in ("tf-svc", "cdp-app-config", "cdp-nginx-upstreams"):
            sandbox.world("require-review", repository=repository)
        first = sandbox.start("create", "cdp-create-service", "repositoryName=halfway",
                              "serviceType=cdp-node-backend-template", "owningTeam=fisheries", "--follow")
        self.ended(first)
        sandbox.until("halfway", lambda s: s["svc-raise"]["state"] == s["config-raise"]["state"] == "succeeded"
                      and s["nginx-raise"]["state"] == "succeeded", "three pull requests")
        first.kill()
        first.wait(20)
        record = sandbox.run("record", "halfway").out
        before = sandbox.ledger()
        for repository in ("tf-svc", "cdp-app-config", "cdp-nginx-upstreams"):
            sandbox.world("require-review", repository=repository, on=False)
        other = sandbox.home / "other.db"
        self.assert_exit(sandbox.run("import", self.file(sandbox, "record.json", record), store=other), 0)
        self.assert_exit(sandbox.run("resume", "halfway", "--follow", store=other), 0)
        self.assert_nothing_twice(sandbox.ledger(), ["halfway"])
        self.assertEqual([one["number"] for one in sandbox.ledger()["pullRequests"]],
                         [one["number"] for one in before["pullRequests"]])

    def test_a_thousand_records_of_all_shapes_come_back_as_they_were(self):
        sandbox = self.sandbox()
        generator = records.Generator()
        made = [generator.record() for _ in range(1000)]
        lines, array, dump, pretty = made[:400], made[400:600], made[600:800], made[800:]
        files = [
            self.file(sandbox, "lines.json", "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in lines)),
            self.file(sandbox, "array.json", json.dumps(array)),
            self.file(sandbox, "shell.js", "\n".join(records.shell(one) for one in dump)),
            self.file(sandbox, "pretty.json", json.dumps(pretty, indent=2, ensure_ascii=False)),
        ]
        begun = time.monotonic()
        answer = self.assert_exit(sandbox.run("import", *files, timeout=300), 0)
        took = time.monotonic() - begun
        self.assertIn("1000 imported, 0 known before, 0 refused", answer.out)
        self.assertIn("500 of 1000", answer.err)
        begun = time.monotonic()
        exported = self.assert_exit(sandbox.run("export", timeout=300), 0).lines
        gave = time.monotonic() - begun
        limit = commits_a_second(sandbox.home / "limit.db", json.dumps(made[0]))
        print(f"{1000 / took:.0f} records a second taken in, {1000 / gave:.0f} given back; "
              f"this disk commits {limit:.0f} texts of that size a second", flush=True)
        wanted = {one["repositoryName"]: one for one in made}
        self.assertEqual(len(exported), 1000)
        for one in exported:
            self.assertTrue(same(one, wanted[one["repositoryName"]]), (one, wanted[one["repositoryName"]]))
        # The same records again are the same runs.
        answer = self.assert_exit(sandbox.run("import", files[1], timeout=300), 0)
        self.assertIn("0 imported, 200 known before", answer.out)
        states = {run["subject"]: run["state"] for run in sandbox.run("--json", "list").lines}
        for one in made:
            words = {part["status"] for part in one.values() if isinstance(part, dict) and "status" in part}
            if words <= {"success", "workflow_completed"}:
                self.assertEqual(states[one["repositoryName"]], "succeeded", one)
            else:
                self.assertIn(states[one["repositoryName"]], ("paused", "failed"), one)

    def test_a_broken_record_names_its_place_and_stops_nothing_else(self):
        sandbox = self.sandbox()
        sample = json.loads(records.SAMPLE)

        def broken(name, **change):
            return json.dumps({**sample, "_id": {"$oid": name * 24}, "repositoryName": f"svc-{name}", **change})

        text = "\n".join([
            broken("1"),
            broken("2")[:-60],
            broken("3", repositoryName=7),
            broken("4", **{"tf-svc": {"status": "half-done"}}),
            broken("5", **{"tf-svc": {"status": "raised", "pr": {"number": "540"}}}),
            broken("6", started={"$date": "yesterday"}),
            "[1, 2]",
            broken("7"),
        ])
        answer = sandbox.run("import", self.file(sandbox, "dump.json", text))
        self.assert_exit(answer, 2)
        self.assertIn("2 imported, 0 known before, 6 refused", answer.out)
        for line, place in ((2, ""), (3, "/repositoryName"), (4, "/tf-svc/status"), (5, "/tf-svc/pr/number"),
                            (6, "/started"), (7, "")):
            self.assertRegex(answer.err, rf"(?i)line {line}\b")
            self.assertIn(place, answer.err)
        self.assertEqual(answer.err.count("dump.json"), 6)
        self.assertEqual({run["subject"] for run in sandbox.run("--json", "list").lines}, {"svc-1", "svc-7"})
        # As mongoexport --jsonArray writes them, all in one line: the number of the record tells which.
        text = "[" + ",".join([broken("8"), broken("9").replace(": ", ":rm(1)", 1), broken("a", started={"$date": "x"}),
                               broken("b")]) + "]"
        answer = sandbox.run("import", self.file(sandbox, "array.json", text))
        self.assert_exit(answer, 2)
        self.assertIn("2 imported, 0 known before, 2 refused", answer.out)
        self.assertRegex(answer.err, r"(?i)record 2\b")
        self.assertRegex(answer.err, r"(?i)record 3\b")
        answer = sandbox.run("import", str(sandbox.home / "missing.json"))
        self.assert_exit(answer, 2)

    def test_what_the_record_calls_closed_or_failed_is_so(self):
        sandbox = self.sandbox()
        sample = json.loads(records.SAMPLE)
        sample["tf-svc-infra"]["status"] = "failure"
        for lane in ("tf-svc", "cdp-app-config", "cdp-nginx-upstreams"):
            sample[lane] = {"status": "not-requested"}
        self.assert_exit(sandbox.run("import", self.file(sandbox, "failed.json", json.dumps(sample))), 0)
        shown = sandbox.show("ct-sso-test-2")
        failed = [step for step in shown["steps"] if step["state"] == "failed"]
        self.assertEqual([step["id"] for step in failed], ["infra-workflow"])
        self.assertEqual(failed[0]["error"]["code"], "record.failed")
        self.assertTrue(all(failed[0]["error"][part] for part in ("what", "why", "remedy")))


if __name__ == "__main__":
    main()
