#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole creation against a GitHub Enterprise Server: other paths, an older schema, no limits, no run details."""

import json
import unittest

import harness

NAME = "enterprise-service"
YOUNG = ("mergeStateStatus", "isInMergeQueue", "mergeQueue", "updateRefs", "enqueuePullRequest")


class EnterpriseServer(harness.SandboxTest):
    def enterprise(self, *options):
        world = self.sandbox("--server", "ghes", *options)
        self.assertEqual(world.announced["apiUrl"], world.url + "/api/v3")
        return world

    def test_a_service_is_created(self):
        record = harness.tempfile.NamedTemporaryFile(suffix=".jsonl")
        self.addCleanup(record.close)
        world = self.enterprise("--record", record.name)
        self.assert_created(world.create(NAME, "--follow"), world, NAME)
        self.assert_nothing_twice(world.ledger(), [NAME])
        requests = [json.loads(line) for line in harness.Path(record.name).read_text().splitlines()]
        github = [one for one in requests if one["service"] == "github"]
        # Nothing was asked anywhere else, and the schema was asked about once a program.
        self.assertEqual({one["path"] for one in github if not one["path"].startswith("/api/")}, set())
        documents = [one for one in github if one["path"] == "/api/graphql"]
        self.assertEqual([one["operation"] for one in documents].count("Features"), 1)
        self.assertEqual(documents[0]["operation"], "Features")
        for one in documents[1:]:
            for field in YOUNG:
                self.assertNotIn(field, one["requestBody"]["query"])
            # Not even a name that is free may be asked for with a field that the server does not know.
            refused = [error["message"] for error in one["responseBody"].get("errors", []) if "type" not in error]
            self.assertEqual(refused, [], one["operation"])
        # GitHub's limits are off there: no headers, and nothing waits for any.
        self.assertEqual([one["number"] for one in github
                          if any(name.lower().startswith("x-ratelimit") for name in one["responseHeaders"])], [])
        dispatches = [one for one in github if one["path"].endswith("/dispatches")]
        self.assertEqual([one["status"] for one in dispatches], [204])
        self.assertNotIn("return_run_details", dispatches[0]["requestBody"])
        headers = [{name.lower(): value for name, value in one["requestHeaders"].items()} for one in github]
        self.assertEqual({each.get("x-github-api-version") for each in headers}, {"2022-11-28"})

    def test_a_conflict_is_healed_without_moving_many_references_at_once(self):
        world = self.enterprise("--scenario", "conflict")
        self.assert_created(world.create(NAME, "--follow"), world, NAME)
        self.assert_nothing_twice(world.ledger(), [NAME])

    def test_undo_deletes_branches_by_rest(self):
        world = self.enterprise()
        world.world("hold", what="check", repository="tf-svc-infra", next=True)
        process = self.ended(world.start("create", harness.WORKFLOW, f"repositoryName={NAME}",
                                         "serviceType=cdp-node-backend-template", "owningTeam=fisheries", "--follow"))
        world.until(NAME, lambda steps: steps["infra-merged"]["state"] == "waiting", "the wait for the merge")
        harness.end(process)
        self.assert_exit(world.run("undo", NAME, "--reason", "not wanted", "--follow"), 1)
        self.assertEqual(world.show(NAME)["state"], "undone")
        self.assertEqual(world.branches("tf-svc-infra"), {"main"})

    def test_the_check_names_the_server(self):
        world = self.enterprise()
        answer = self.assert_exit(world.run("--json", "connection", "check"), 0)
        self.assertEqual(answer.json["serverVersion"], "3.17.3")
        self.assertTrue(answer.json["ok"], answer)

    def test_its_root_is_not_its_interface(self):
        world = self.enterprise("--record", harness.os.devnull)  # what is asked there is in no description of GitHub's
        token = world.home / "token"
        token.write_text(world.token)
        token.chmod(0o600)
        # The address of its pages is no address of its API, and the error says so rather than to go on.
        answer = harness.finish(harness.launch(
            ["--github-url", world.url, "--token-file", str(token), "--store", str(world.home / "other.db"),
             "connection", "check"], world.home))
        self.assert_exit(answer, 4)


if __name__ == "__main__":
    harness.main()
