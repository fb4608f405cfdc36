# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten creations at the same time edit the same files: each heals its own conflicts, and no change is lost."""

import json

import harness
from harness import ENVIRONMENTS, PLATFORM, SandboxTest, git

NAMES = [f"many-{letter}-service" for letter in "abcdefghij"]


class Many(SandboxTest):
    def assert_all_came_to_exist(self, world):
        for run in world.run("--json", "list").lines:
            self.assertEqual(run["state"], "succeeded", run)
        ledger = world.ledger()
        self.assert_nothing_twice(ledger, NAMES)
        self.assertEqual(len(ledger["pullRequests"]), 40)
        self.assert_no_leftover_branches(world, ledger)
        for repository in PLATFORM:
            clone = world.clone(repository, "after")
            git("fsck", "--strict", "--full", cwd=clone)
            self.assertEqual(git("rev-list", "--count", "main", cwd=clone).strip(), "11", repository)
        after = world.home / "after"
        for env in ENVIRONMENTS:
            resources = after / f"tf-svc-infra/environments/{env}/resources"
            tenants = json.loads((resources / "tenant_services.json").read_text())
            self.assertEqual(len(tenants), 1)
            oidc = json.loads((resources / "github_oidc_repositories.json").read_text())
            services = json.loads((after / f"tf-svc/environments/{env}/services/protected_services.json").read_text())
            images = [one["container_image"] for one in services]
            for name in NAMES:
                self.assertEqual(tenants[0][name], {"zone": "protected", "mongo": True, "redis": False})
                self.assertEqual(oidc.count(f"{world.org}/{name}"), 1)
                self.assertEqual(images.count(name), 1)
                self.assertTrue((after / f"cdp-app-config/services/{name}/{env}/{name}.env").is_file())
                self.assertTrue((after / f"cdp-nginx-upstreams/environments/{env}/{name}.json").is_file())
        self.assertIs(world.run("--json", "journal", "verify").json["ok"], True)

    def test_ten_creations_in_one_store(self):
        world = self.sandbox(speed=100)
        for name in NAMES:
            self.assert_exit(world.create(name), 0)
        self.assertEqual(world.ledger()["pullRequests"], [], "nothing begins before somebody drives the store")
        answer = world.run("follow", "--all", timeout=200)
        self.assert_exit(answer, 0)
        self.assert_all_came_to_exist(world)
        for name in NAMES:
            self.assertFalse([event for event in world.events(name) if event["type"] == "RetryRequested"],
                             "no person had to help")

    def test_five_creations_by_five_programs(self):
        """Each with a store of its own: they meet only in the repositories."""
        world = self.sandbox(speed=50)
        began = [(name, self.ended(world.start(
            "create", harness.WORKFLOW, f"repositoryName={name}", "serviceType=cdp-node-backend-template",
            "owningTeam=fisheries", "--follow", store=world.home / f"{name}.db"))) for name in NAMES[:5]]
        for name, process in began:
            answer = harness.finish(process, timeout=200)
            self.assert_exit(answer, 0)
            self.assertEqual(world.show(name, store=world.home / f"{name}.db")["state"], "succeeded")
        ledger = world.ledger()
        self.assert_nothing_twice(ledger, NAMES[:5])
        self.assert_no_leftover_branches(world, ledger)
        infra = world.clone("tf-svc-infra", "after")
        git("fsck", "--strict", "--full", cwd=infra)
        for env in ENVIRONMENTS:
            tenants = json.loads((infra / f"environments/{env}/resources/tenant_services.json").read_text())
            self.assertEqual(sorted(name for name in tenants[0] if name in NAMES), NAMES[:5])


if __name__ == "__main__":
    harness.main()
