# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job: one command creates a service, and git, the ledger and the journal agree on what was done.

What is expected is worked out here from the platform's rules, not from the workflow file.
"""

import base64
import json
import re
from datetime import datetime

import harness
from harness import ENVIRONMENTS, PLATFORM, SandboxTest, files_of, git

NAME = "ct-sso-test-2"
SPEED = 100
INFRA_RUN = 120 / SPEED  # seconds that the infrastructure workflow takes in a sandbox of this speed

NEEDS = {
    "validate": [],
    "infra-raise": ["validate"],
    "infra-auto-merge": ["infra-raise"],
    "config-raise": ["infra-raise"],
    "nginx-raise": ["infra-raise"],
    "infra-merged": ["infra-auto-merge"],
    "infra-workflow": ["infra-merged"],
    "svc-raise": ["infra-workflow"],
    "config-auto-merge": ["config-raise", "infra-workflow"],
    "nginx-auto-merge": ["nginx-raise", "infra-workflow"],
    "svc-auto-merge": ["svc-raise"],
    "repository-create": ["config-auto-merge", "svc-auto-merge", "nginx-auto-merge"],
    "repository-ready": ["repository-create"],
    "first-build": ["repository-ready"],
    "portal-record": ["first-build"],
    **{f"{lane}-merged": [f"{lane}-auto-merge"] for lane in ("config", "nginx", "svc")},
    **{f"{lane}-workflow": [f"{lane}-merged"] for lane in ("config", "nginx", "svc")},
}


def put_before(text, closing, entry):
    at = text.rindex(closing)
    return text[:at] + entry + text[at:]


def service(name, zone, env):
    bucket = f"arn:aws:s3:::cdp-{env}-service-configs/"
    return {
        "container_image": name, "container_port": 8085, "container_version": "0.1.0", "desired_count": 0,
        "healthcheck": f"/{name}/health", "name": name, "task_cpu": 1024, "task_memory": 2048,
        "env_files": [{"value": bucket + file, "type": "s3"} for file in (
            f"global/global_{zone}_fixed.env", f"services/{name}/{env}/{name}.env", f"services/{name}/defaults.env",
            f"environments/{env}/defaults.env")]}


def expected_files(repository, before, name, zone, org):
    """The files of main after the creation, from what they were before: every other byte stays."""
    after = {path: content.decode() for path, content in before.items()}
    public = zone == "public"
    config = f"# Config for {name}, settings should be in KEY=value format\n"
    if repository == "cdp-app-config":
        after[f"services/{name}/defaults.env"] = config
    for env in ENVIRONMENTS:
        if repository == "tf-svc-infra":
            tenants = f"environments/{env}/resources/tenant_services.json"
            after[tenants] = put_before(
                after[tenants], "\n  }\n]",
                f',\n    "{name}": {{\n      "zone": "{zone}",\n      "mongo": {json.dumps(not public)},\n'
                f'      "redis": {json.dumps(public)}\n    }}')
            oidc = f"environments/{env}/resources/github_oidc_repositories.json"
            after[oidc] = put_before(after[oidc], "\n]", f',\n  "{org}/{name}"')
        elif repository == "tf-svc":
            services = f"environments/{env}/services/{zone}_services.json"
            entry = json.dumps(service(name, zone, env), indent=2).replace("\n", "\n  ")
            after[services] = put_before(after[services], "\n]", ",\n  " + entry)
        elif repository == "cdp-app-config":
            after[f"services/{name}/{env}/{name}.env"] = config
        else:
            after[f"environments/{env}/{name}.json"] = (
                f'{{"services":[{{"cdp_service_name":"{name}","cdp_service_port":"8085","cdp_zone":"{zone}",'
                '"addition_paths":[]}]}\n')
    return {path: content.encode() for path, content in after.items()}


def moment(text):
    return datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp()


def only(things, **wanted):
    found = [thing for thing in things if all(thing[name] == value for name, value in wanted.items())]
    assert len(found) == 1, f"{wanted}: {found}"
    return found[0]


class Creation(SandboxTest):
    """One creation, looked at from every side. It is made once, for it takes some seconds."""

    @classmethod
    def setUpClass(cls):
        cls.world = harness.Sandbox(speed=SPEED)
        cls.addClassCleanup(cls.world.close)
        cls.before = {name: files_of(cls.world.clone(name, "before")) for name in PLATFORM}
        cls.created = cls.world.create(NAME, "--follow")
        cls.ledger = cls.world.ledger()
        cls.after = {name: cls.world.clone(name, "after") for name in PLATFORM}
        cls.record = cls.world.run("record", NAME)

    def setUp(self):
        self.assert_exit(self.created, 0)

    def test_ends_well_and_prints_the_id_of_the_run(self):
        run = self.world.show(NAME)
        self.assertEqual(self.created.out.strip().splitlines()[0], run["id"])
        self.assertEqual(run["state"], "succeeded")
        self.assertEqual({step["state"] for step in run["steps"]}, {"succeeded"})

    def test_main_holds_exactly_the_files_of_the_process(self):
        for repository in PLATFORM:
            wanted = expected_files(repository, self.before[repository], NAME, "protected", self.world.org)
            found = files_of(self.after[repository])
            self.assertEqual(sorted(found), sorted(wanted), repository)
            for path, content in wanted.items():
                self.assertEqual(found[path], content, f"{repository}: {path}")
            self.assertNotEqual(found, self.before[repository], repository)

    def test_history_is_one_commit_a_repository_and_sound(self):
        for repository in PLATFORM:
            clone = self.after[repository]
            git("fsck", "--strict", "--full", cwd=clone)
            self.assertEqual(git("rev-list", "--count", "main", cwd=clone).strip(), "2", repository)
        self.assertEqual(git("log", "-1", "--format=%s", "main", cwd=self.after["tf-svc-infra"]).strip(),
                         f"\U0001F916 add {NAME} to Tenant Services and GitHub OIDC lists")

    def test_the_new_repository_holds_the_template(self):
        clone = self.world.clone(NAME, "after")
        git("fsck", "--strict", cwd=clone)
        self.assertIn(NAME, files_of(clone)["package.json"].decode())

    def stamp(self):
        return int(moment(self.world.show(NAME)["startedAt"]) * 1000 + 0.5)

    def test_ledger_shows_exactly_the_pull_requests(self):
        stamp = self.stamp()
        wanted = {
            "tf-svc-infra": (f"add-{NAME}-to-tenant-services-{stamp}", f"Add {NAME} to Tenant Services list",
                             f"Auto generated Pull Request to add {NAME} to Tenant Services and GitHub OIDC lists."),
            "cdp-app-config": (f"add-{NAME}-config-{stamp}", f"Add base config for {NAME}",
                               f"Auto generated Pull Request to add default config for {NAME}"),
            "cdp-nginx-upstreams": (f"add-{NAME}-config-{stamp}", f"Add config for {NAME}",
                                    f"Auto generated Pull Request to add config for {NAME}"),
            "tf-svc": (f"deploy-{NAME}-0.1.0-{stamp}",
                       f"Setup deployment config for {NAME}:0.1.0 to protected cluster", ""),
        }
        self.assertEqual(len(self.ledger["pullRequests"]), 4)
        for one in self.ledger["pullRequests"]:
            head, title, body = wanted.pop(one["repository"])
            self.assertEqual((one["head"], one["base"], one["title"]), (head, "main", title))
            if one["repository"] in ("tf-svc-infra", "cdp-app-config"):  # the others' bodies are not laid down
                self.assertEqual(one["body"], body)
            self.assertTrue(one["merged"])
            changed = expected_files(one["repository"], self.before[one["repository"]], NAME, "protected",
                                     self.world.org)
            self.assertEqual(sorted(one["files"]), sorted(
                path for path in changed if self.before[one["repository"]].get(path) != changed[path]))
            self.assertEqual([branch["name"] for branch in self.ledger["branches"]
                              if branch["repository"] == one["repository"]], [head])
        self.assertEqual(wanted, {})

    def test_ledger_shows_nothing_else(self):
        ledger = self.ledger
        self.assert_nothing_twice(ledger, [NAME])
        self.assertEqual(len(ledger["branches"]), 4)
        self.assertEqual(len(ledger["commits"]), 4, "one commit a branch; merges are not commits of ours")
        for repository in PLATFORM:
            armed = [one for one in ledger["autoMerges"] if one["repository"] == repository]
            merge = only(ledger["merges"], repository=repository)
            # What can be merged at once is refused auto-merge by GitHub and is merged by a request.
            self.assertEqual(len(armed) + (merge["request"] is not None), 1, repository)
        dispatch = only(ledger["dispatches"], repository="cdp-boilerplate")
        self.assertEqual(dispatch["workflow"], "create_repo.yml")
        self.assertEqual(dispatch["inputs"], {"repositoryName": NAME, "serviceType": "cdp-node-backend-template",
                                              "owningTeam": "fisheries"})
        self.assertEqual(only(ledger["repositories"], name=NAME)["template"], "cdp-node-backend-template")
        self.assert_no_leftover_branches(self.world, ledger)

    def test_the_world_changed_in_the_order_of_the_needs(self):
        ledger = self.ledger
        raised = {name: moment(only(ledger["pullRequests"], repository=name)["at"]) for name in PLATFORM}
        merged = {name: moment(only(ledger["merges"], repository=name)["at"]) for name in PLATFORM}
        asked = {name: min([moment(one["at"]) for one in ledger["autoMerges"] if one["repository"] == name]
                           + [merged[name]]) for name in PLATFORM}
        run = only(ledger["workflowRuns"], repository="tf-svc-infra", event="push")
        self.assertEqual(run["sha"], only(ledger["merges"], repository="tf-svc-infra")["sha"])
        ran = moment(run["at"]) + 0.9 * INFRA_RUN
        self.assertLess(raised["tf-svc-infra"], min(raised["cdp-app-config"], raised["cdp-nginx-upstreams"]))
        self.assertGreaterEqual(moment(run["at"]), merged["tf-svc-infra"])
        for name in ("cdp-app-config", "cdp-nginx-upstreams"):
            self.assertLess(raised[name], ran, "raised while the infrastructure is being made")
            self.assertGreaterEqual(asked[name], ran, f"{name} must not be merged before the infrastructure is there")
        self.assertGreaterEqual(raised["tf-svc"], ran)
        dispatched = moment(ledger["dispatches"][0]["at"])
        for name in ("cdp-app-config", "cdp-nginx-upstreams", "tf-svc"):
            self.assertGreaterEqual(dispatched, asked[name])
        self.assertGreaterEqual(moment(ledger["repositories"][0]["at"]), dispatched)

    def test_events_follow_the_needs_and_write_once_an_intent(self):
        events = self.world.events(NAME)
        self.assertEqual([event["sequence"] for event in events], list(range(1, len(events) + 1)))
        self.assertEqual(events[0]["type"], "RunStarted")
        started, ended, intents = {}, {}, {}
        for event in events:
            self.assertRegex(event["at"], r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$")
            if event["type"] == "StepStarted":
                started.setdefault(event["step"], event["sequence"])
            elif event["type"] == "StepSucceeded":
                self.assertNotIn(event["step"], ended)
                ended[event["step"]] = event["sequence"]
            elif event["type"] == "EffectIntended":
                intents[event["data"]["effect"]] = []
            elif event["type"] in ("EffectSucceeded", "EffectFailed"):
                intents[event["data"]["effect"]].append(event["type"])
        self.assertEqual(set(ended), set(NEEDS))
        for step, needs in NEEDS.items():
            for need in needs:
                self.assertLess(ended[need], started[step], f"{step} before {need}")
        self.assertEqual({len(results) for results in intents.values()}, {1}, intents)
        since = self.world.run("--json", "events", NAME, "--since", "60").lines
        self.assertEqual([event["sequence"] for event in since], list(range(61, len(events) + 1)))

    def test_show_has_the_shape_of_the_contract(self):
        run = self.world.show(NAME)
        for name in ("id", "workflow", "subject", "state", "startedAt", "endedAt", "inputs", "sequence", "steps"):
            self.assertIn(name, run)
        self.assertEqual((run["workflow"], run["subject"]), (harness.WORKFLOW, NAME))
        self.assertEqual(run["sequence"], len(self.world.events(NAME)))
        self.assertEqual({step["id"]: sorted(step["needs"]) for step in run["steps"]},
                         {step: sorted(needs) for step, needs in NEEDS.items()})
        for step in run["steps"]:
            for name in ("lane", "kind", "title", "state", "retryAt", "stuck", "needsYou", "attempts", "outputs",
                         "error", "startedAt", "endedAt", "usualSeconds", "links"):
                self.assertIn(name, step)
            self.assertEqual(len(step["attempts"]), 1, step["id"])
            self.assertEqual((step["attempts"][0]["number"], step["attempts"][0]["purpose"]), (1, "do"))
            self.assertIs(step["stuck"], False)
            self.assertIs(step["needsYou"], False)
        steps = {step["id"]: step for step in run["steps"]}
        self.assertEqual(steps["infra-raise"]["links"][0]["url"], f"{self.world.url}/DEFRA/tf-svc-infra/pull/1")
        for name in ("number", "nodeId", "url", "branch", "sha", "headSha"):
            self.assertIn(name, steps["infra-raise"]["outputs"])
        self.assertGreater(steps["infra-workflow"]["outputs"]["id"], 2**32)

    def test_record_has_the_fields_and_words_of_the_platform(self):
        record = self.assert_exit(self.record, 0).json
        self.assertEqual(set(record), {"_id", "repositoryName", "started", "createRepository", "tf-svc",
                                       "tf-svc-infra", "cdp-app-config", "cdp-nginx-upstreams"})
        self.assertRegex(record["_id"]["$oid"], r"^[0-9a-f]{24}$")
        self.assertEqual(record["started"], {"$date": self.world.show(NAME)["startedAt"]})
        self.assertEqual(record["repositoryName"], NAME)
        self.assertEqual(record["createRepository"], {"status": "success", "payload": {
            "repositoryName": NAME, "serviceType": "cdp-node-backend-template", "owningTeam": "fisheries"}})
        for repository in PLATFORM:
            part = record[repository]
            raised = only(self.ledger["pullRequests"], repository=repository)
            self.assertEqual(set(part), {"status", "pr", "merged_sha", "workflow"})
            self.assertEqual(part["status"], "workflow_completed")
            self.assertEqual(part["pr"], {
                "number": raised["number"], "sha": only(self.ledger["commits"], repository=repository)["sha"],
                "ref": raised["head"], "html_url": f"{self.world.url}/DEFRA/{repository}/pull/{raised['number']}",
                "node_id": raised["nodeId"]})
            self.assertNotEqual(part["merged_sha"], part["pr"]["sha"])
            self.assertEqual(part["merged_sha"], raised["mergedSha"])
            git("merge-base", "--is-ancestor", part["merged_sha"], "main", cwd=self.after[repository])
            run = only(self.ledger["workflowRuns"], repository=repository, event="push")
            self.assertEqual(set(part["workflow"]), {"name", "id", "html_url", "created_at", "updated_at", "path"})
            self.assertEqual((part["workflow"]["id"], part["workflow"]["path"]), (run["id"], run["path"]))
            self.assertGreaterEqual(moment(part["workflow"]["updated_at"]), moment(part["workflow"]["created_at"]))
        self.assertEqual(record["tf-svc-infra"]["workflow"]["name"], "Terraform - env")
        exported = self.assert_exit(self.world.run("export", NAME), 0)
        self.assertEqual([json.loads(line) for line in exported.out.splitlines()], [record])

    def test_the_same_name_again_is_refused_and_changes_nothing(self):
        answer = self.world.create(NAME, "--follow")
        self.assert_exit(answer, 3)
        self.assertIn(NAME, answer.err)
        self.assertEqual(self.world.ledger(), self.ledger)
        self.assertEqual(len(self.world.run("--json", "list").lines), 1)
        self.assertEqual(self.world.run("record", NAME).out, self.record.out)

    def test_a_dry_run_shows_every_change_and_makes_none(self):
        answer = self.assert_exit(self.world.create("dry-run-service", "--dry-run",
                                                    kind="cdp-node-frontend-template"), 0)
        for repository in ("tf-svc-infra", "tf-svc", "cdp-app-config", "cdp-nginx-upstreams"):
            self.assertIn(repository, answer.out)
        self.assertIn('+    "dry-run-service": {', answer.out)
        self.assertIn('+      "zone": "public",', answer.out)
        self.assertIn("+# Config for dry-run-service, settings should be in KEY=value format", answer.out)
        self.assertEqual(self.world.ledger(), self.ledger)
        self.assertEqual(len(self.world.run("--json", "list").lines), 1)

    def test_journal_verifies_and_rebuilds(self):
        self.assertIs(self.assert_exit(self.world.run("--json", "journal", "verify"), 0).json["ok"], True)
        before = self.world.show(NAME)
        self.assert_exit(self.world.run("journal", "rebuild"), 0)
        self.assertEqual(self.world.show(NAME), before)

    def test_the_token_is_nowhere(self):
        token = self.world.token.encode()
        secrets = (token, base64.b64encode(token), base64.b64encode(token)[:-3])
        seen = [self.created.out.encode(), self.created.err.encode(), self.record.out.encode()]
        for command in (("show", NAME), ("events", NAME), ("list",), ("export",), ("connection", "check")):
            for extra in ((), ("--json",)):
                answer = self.world.run(*command, extra=extra)
                seen += [answer.out.encode(), answer.err.encode()]
        files = [path for path in self.world.home.rglob("*")
                 if path.is_file() and path != self.world.file and ".git" not in path.parts]
        self.assertIn(self.world.store, files)
        seen += [path.read_bytes() for path in files]
        for secret in secrets:
            self.assertFalse([text[:80] for text in seen if secret in text])
        self.assertTrue(re.search(rb"ghp_\w{36}", self.world.file.read_bytes()), "the canary is what is looked for")

    def test_the_store_is_private(self):
        for path in self.world.home.glob(self.world.store.name + "*"):
            self.assertEqual(path.stat().st_mode & 0o777, 0o600, path)


class FrontendCreation(SandboxTest):
    """The other zone takes other values and another file."""

    def test_public_service(self):
        world = self.sandbox(speed=200)
        before = {name: files_of(world.clone(name, "before")) for name in PLATFORM}
        self.assert_created(world.create("a1", "--follow", kind="cdp-node-frontend-template", team="cdp-platform"),
                            world, "a1")
        for repository in PLATFORM:
            self.assertEqual(files_of(world.clone(repository, "after")),
                             expected_files(repository, before[repository], "a1", "public", world.org), repository)
        self.assertEqual(world.ledger()["dispatches"][0]["inputs"]["owningTeam"], "cdp-platform")


if __name__ == "__main__":
    harness.main()
