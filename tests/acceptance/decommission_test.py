# SPDX-License-Identifier: GPL-3.0-or-later
"""A service that was created is decommissioned: the files are again what they were, byte for byte, and its repository
is archived."""

import json
import shutil
import tempfile
from pathlib import Path

from harness import PLATFORM, SandboxTest, files_of, finish, launch, main

WORKFLOW = "cdp-decommission-service"


class DecommissionTest(SandboxTest):
    def files(self, sandbox, into):
        return {repository: files_of(sandbox.clone(repository, into)) for repository in PLATFORM}

    def test_the_files_are_as_before_the_creation(self):
        sandbox = self.sandbox()
        before = self.files(sandbox, "before")
        self.assert_created(sandbox.create("leaver", "--follow"), sandbox, "leaver")
        self.assert_created(sandbox.create("stayer", "--follow", kind="cdp-node-frontend-template"), sandbox, "stayer")
        between = self.files(sandbox, "between")
        self.assertNotEqual(before, between)
        preview = self.assert_exit(sandbox.run("--json", "create", WORKFLOW, "repositoryName=leaver", "--dry-run"), 0)
        self.assertTrue(preview.json["complete"], preview.json)
        self.assertEqual(self.files(sandbox, "still"), between)

        self.assert_exit(sandbox.run("create", WORKFLOW, "repositoryName=leaver", "--follow"), 0)
        repositories = {one["name"]: one for one in sandbox.state()["repositories"]}
        self.assertIs(repositories["leaver"]["archived"], True)
        self.assertIs(repositories["stayer"]["archived"], False)
        for repository, files in self.files(sandbox, "after").items():
            names = [path for path, content in files.items() if "leaver" in path or b"leaver" in content]
            self.assertEqual(names, [], repository)
        # In the reverse order of what was made: what deploys first, what it depends on last.
        merges = [one["repository"].split("/")[-1] for one in sandbox.ledger()["merges"]][-4:]
        self.assertEqual((merges[0], merges[-1]), ("tf-svc", "tf-svc-infra"))

        self.assert_exit(sandbox.run("create", WORKFLOW, "repositoryName=stayer", "--follow"), 0)
        self.assertEqual(self.files(sandbox, "end"), before)
        # Once more there is nothing to do, and nothing is raised.
        raised = len(sandbox.ledger()["pullRequests"])
        self.assert_exit(sandbox.run("create", WORKFLOW, "repositoryName=leaver", "--follow"), 0)
        self.assertEqual(len(sandbox.ledger()["pullRequests"]), raised)

    def test_a_lost_answer_archives_once(self):
        sandbox = self.sandbox()
        self.assert_created(sandbox.create("leaver", "--follow"), sandbox, "leaver")
        sandbox.fault({"method": "PATCH", "path": "/repos/*/leaver"}, "apply-then-drop")
        self.assert_exit(sandbox.run("create", WORKFLOW, "repositoryName=leaver", "--follow"), 0)
        effects = [effect for attempt in sandbox.steps("leaver")["archive"]["attempts"] for effect in attempt["effects"]]
        self.assertEqual([effect["name"] for effect in effects], ["archiveRepository"])

    def test_it_changes_nothing_of_what_others_have_changed_since(self):
        sandbox = self.sandbox()
        self.assert_created(sandbox.create("leaver", "--follow"), sandbox, "leaver")
        clone = sandbox.clone("tf-svc", "deployed")
        path = "environments/test/services/protected_services.json"
        services = json.loads((clone / path).read_bytes())
        for service in services:
            if service["container_image"] == "leaver":
                service["container_version"] = "1.2.3"
        sandbox.world("commit", repository="tf-svc", files={path: json.dumps(services, indent=2) + "\n"})
        self.assert_exit(sandbox.run("create", WORKFLOW, "repositoryName=leaver", "--follow"), 0)
        after = json.loads((sandbox.clone("tf-svc", "after") / path).read_bytes())
        self.assertEqual(after, [service for service in services if service["container_image"] != "leaver"])


SHIPPED = Path(__file__).resolve().parents[2] / "resources/workflows/cdp-decommission-service.json"


def step(workflow, name):
    return next(one for one in workflow["steps"] if one["id"] == name)


def edit_of(workflow, name):
    return step(workflow, name)["with"]["files"][0]["edit"][0]


#: What is written wrong; where; what is said of it. svc-raise is the second step, infra-merged the 16th.
MISTAKES = {
    "a member that nobody knows": (lambda w: w.update(colour=1), "/colour", "unknown member"),
    "no title": (lambda w: w.pop("title"), "/", '"title" is missing'),
    "an id with capitals": (lambda w: w.update(id="Decommission"), "/id", "lower-case"),
    "a version that is a text": (lambda w: w.update(version="1"), "/version", "whole number"),
    "no steps": (lambda w: w.update(steps=[]), "/steps", "at least one step"),
    "an unknown type of setting": (lambda w: w["settings"]["org"].update(type="word"), "/settings/org/type", "text"),
    "a default of another type": (lambda w: w["settings"]["environments"].update(default="test"),
                                  "/settings/environments/default", "list"),
    "a pattern that does not compile": (lambda w: w["inputs"][0].update(pattern="[a-z"), "/inputs/0/pattern", "pattern"),
    "a lane twice": (lambda w: w["lanes"].append(w["lanes"][0]), "/lanes/5/id", "twice"),
    "a step twice": (lambda w: step(w, "svc-merged").update(id="svc-raise"), "/steps/3/id", "twice"),
    "an unknown lane": (lambda w: step(w, "svc-raise").update(lane="attic"), "/steps/1/lane", "attic"),
    "an unknown kind": (lambda w: step(w, "svc-raise").update(kind="github.magic"), "/steps/1/kind", "github.magic"),
    "a need that is no step": (lambda w: step(w, "svc-raise").update(needs=["before"]), "/steps/1/needs/0", "before"),
    "a circle": (lambda w: step(w, "validate").update(needs=["archive"]), "/steps/0/needs", "go in a circle"),
    "a missing parameter": (lambda w: step(w, "svc-raise")["with"].pop("base"), "/steps/1/with", "base"),
    "an unknown parameter": (lambda w: step(w, "archive")["with"].update(force=True), "/steps/17/with/force", "force"),
    "a reference to nothing": (lambda w: step(w, "svc-raise")["with"].update(base="{{ settings.trunk }}"),
                               "/steps/1/with/base", "settings.trunk"),
    "an output of a step that is not needed": (
        lambda w: step(w, "svc-raise")["with"].update(base="{{ steps.infra-merged.mergedSha }}"),
        "/steps/1/with/base", "infra-merged"),
    "a placeholder that does not end": (lambda w: w["lanes"][0].update(title="{{ settings.org"), "/lanes/0/title",
                                        '"{{" without "}}"'),
    "a time that is none": (lambda w: step(w, "svc-merged").update(limit="soon"), "/steps/3/limit", "5m"),
    "a pointer without a slash": (lambda w: edit_of(w, "svc-raise").update(removeMatch="services"),
                                  "/steps/1/with/files/0/edit/0/removeMatch", "no JSON pointer"),
    "two edits in one": (lambda w: edit_of(w, "svc-raise").update(removeElement=""),
                         "/steps/1/with/files/0/edit/0", "exactly one of"),
    "a path that leads out": (lambda w: step(w, "config-raise")["with"]["files"][0].update(path="../secrets"),
                              "/steps/9/with/files/0/path", '".."'),
}


class MistakesTest(SandboxTest):
    def test_each_is_told_with_its_place(self):
        home = Path(tempfile.mkdtemp(prefix="slipway-mistakes-"))
        self.addCleanup(shutil.rmtree, home, ignore_errors=True)
        file = home / "workflow.json"

        def validate():
            return finish(launch(["workflow", "validate", str(file)], home))

        file.write_bytes(SHIPPED.read_bytes())
        self.assert_exit(validate(), 0)
        self.assertGreaterEqual(len(MISTAKES), 20)
        for name, (spoil, pointer, said) in MISTAKES.items():
            with self.subTest(name):
                workflow = json.loads(SHIPPED.read_bytes())
                spoil(workflow)
                file.write_text(json.dumps(workflow))
                answer = self.assert_exit(validate(), 2)
                told = [line for line in answer.err.splitlines() if line.startswith(f"{file}: ")]
                self.assertTrue(any(line.startswith(f"{file}: {pointer}: ") and said in line for line in told), told)
                self.assertLessEqual(len(told), 6, "one mistake is not told as many")
        file.write_text(SHIPPED.read_text()[:900])
        self.assertIn("line ", self.assert_exit(validate(), 2).err)


if __name__ == "__main__":
    main()
