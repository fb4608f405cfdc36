#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Test of the tests: what is planted here over the sandbox's own API must be found by the judge, each thing by itself.

One creation is carried to its end and judged to be good; then duplicates, leftovers and losses are planted one after the
other, and after each the judge must say something new that names it. The same for GOV.UK Pay, with runs that were stopped
half way: there the danglers of which nothing is said are planted.
"""
import json
import sys

import campaign
import pay_judge
from campaign import say

NAME, OTHER = "planted-00", "planted-01"


class Plants:
    def __init__(self, sandbox):
        self.sandbox = sandbox
        self.pull = [p for p in sandbox.ledger()["pullRequests"] if p["repository"] == "cdp-app-config"][0]

    def repo(self, rest):
        return "/repos/%s/%s" % (self.sandbox.org, rest)

    def main_of(self, repository):
        return self.sandbox.call("GET", self.repo(repository + "/git/ref/heads/main"))["object"]["sha"]

    def branch(self, name, repository="cdp-app-config", sha=None):
        self.sandbox.call("POST", self.repo(repository + "/git/refs"),
                          {"ref": "refs/heads/" + name, "sha": sha or self.main_of(repository)})

    def second_branch(self):
        self.branch(self.pull["head"] + "-2")

    def second_pull_request(self):
        sha = self.sandbox.call("GET", self.repo("cdp-app-config/pulls/%d" % self.pull["number"]))["head"]["sha"]
        query = "mutation($i:CreatePullRequestInput!){createPullRequest(input:$i){pullRequest{number}}}"
        info = self.sandbox.call("POST", "/graphql", {"query": 'query{repository(owner:"%s",name:"cdp-app-config"){id}}'
                                                      % self.sandbox.org})
        self.branch(self.pull["head"] + "-3", sha=sha)
        answer = self.sandbox.call("POST", "/graphql", {"query": query, "variables": {"i": {
            "repositoryId": info["data"]["repository"]["id"], "baseRefName": "main",
            "headRefName": self.pull["head"] + "-3", "title": self.pull["title"], "body": ""}}})
        if answer.get("errors"):
            raise campaign.Failed("cannot plant: %s" % answer["errors"])

    def leftover_of_a_healing(self):
        self.branch(self.pull["head"] + campaign.TEMPORARY + "0123456789")

    def second_dispatch(self):
        before = self.sandbox.ledger()["dispatches"][0]
        self.sandbox.call("POST", self.repo("%s/actions/workflows/%s/dispatches"
                                            % (before["repository"], before["workflow"])),
                          {"ref": "main", "inputs": before["inputs"]})

    def second_entry_in_a_file(self):
        path = "environments/test/resources/github_oidc_repositories.json"
        folder = self.sandbox.clone("tf-svc-infra")
        with open(folder + "/" + path, encoding="utf-8") as file:
            text = file.read()
        entry = '"%s/%s"' % (self.sandbox.org, NAME)
        self.sandbox.world(do="commit", repository="tf-svc-infra", message="somebody's commit",
                           files={path: text.replace(entry, entry + ",\n  " + entry)})

    def second_commit(self):
        self.sandbox.world(do="commit", repository="tf-svc", message="Deploy %s once more" % NAME,
                           files={"README.md": "again\n"})


EXPECTED = {
    "second_branch": "branches of " + NAME, "second_pull_request": "pull requests of " + NAME,
    "leftover_of_a_healing": "left behind in cdp-app-config", "second_dispatch": "dispatches of " + NAME,
    "second_entry_in_a_file": NAME + " in environments/test/resources/github_oidc_repositories.json",
    "second_commit": "commits of %s on main of tf-svc" % NAME}


ADMIN, CONNECTOR = "/adminusers/v1/api/", "/connector/v1/api/"


class PayPlants:
    """Over a run that has ended well, one of option B whose inner call left an account, and two that were stopped."""

    GOOD, BESIDE, STOPPED, STOPPED_B = "pay-good", "pay-beside", "pay-stopped", "pay-stopped-b"

    def __init__(self, sandbox):
        self.sandbox = sandbox.with_secrets()
        self.make(self.GOOD, "pay-create-service")
        self.fault(CONNECTOR + "accounts", "apply-then-drop")
        self.make(self.BESIDE, pay_judge.ONE_CALL)
        self.fault(ADMIN + "services/*", {"status": 400}, method="PATCH", times=0)
        self.make(self.STOPPED, "pay-create-service", 1)
        self.fault(CONNECTOR + "accounts", "apply-then-drop")
        self.fault(ADMIN + "service-creations", {"status": 400}, times=0, skip=1)
        self.make(self.STOPPED_B, pay_judge.ONE_CALL, 1)
        self.sandbox.call("DELETE", "/_sandbox/faults")
        self.id_of = {run["inputs"]["serviceName"]: run["id"] for run in self.sandbox.runs()}

    def fault(self, path, what, method="POST", **how):
        self.sandbox.add_fault({"method": method, "path": path}, what, **how)

    def make(self, name, workflow, wanted=0):
        self.sandbox.create_pay(name, workflow)
        status, output = self.sandbox.run("follow", "%s@dept.gov.uk: %s" % (name, name))
        if status != wanted:
            raise campaign.Failed("follow %s: exit %s: %s" % (name, status, output[-500:]))

    def problems(self):
        return campaign.judge(self.sandbox, [], [self.GOOD, self.BESIDE],
                              stopped=[self.STOPPED, self.STOPPED_B])[0].problems()

    def told_nothing(self, name):
        """What the judge says where that run's list is empty."""
        shown = [self.sandbox.json("show", run["id"])[0] for run in self.sandbox.runs()]
        for run in shown:
            if run["inputs"]["serviceName"] == name:
                run["leftBehind"] = []
        verdict = campaign.Verdict()
        pay_judge.judge_dangling(verdict, self.sandbox.ledger()["pay"],
                                 self.sandbox.call("GET", "/_sandbox/state")["pay"], self.sandbox.record(), shown)
        return verdict.problems()

    def account(self, name, service="0" * 32):
        self.sandbox.call("POST", CONNECTOR + "accounts", {"payment_provider": "sandbox", "type": "test",
                                                           "service_id": service, "service_name": name})

    def account_of_a_good_run(self):
        self.account(self.GOOD)

    def account_of_a_stopped_run(self):
        self.account(self.STOPPED)

    def account_of_nobody(self):
        self.account("nobody's")

    def service_of_a_stopped_run(self):
        self.sandbox.call("POST", ADMIN + "services", {"service_name": {"en": "slipway" + self.id_of[self.STOPPED]}})

    def user_of_a_stopped_run(self):
        self.sandbox.call("POST", ADMIN + "users", {
            "email": self.STOPPED + "@dept.gov.uk", "telephone_number": "+447700900001", "role_name": "admin",
            "service_external_ids": [], "password": "a password for the campaign"})

    def service_that_is_listed_and_gone(self):
        run = self.sandbox.json("show", self.id_of[self.STOPPED])[0]
        ids = [entry["outputs"]["externalId"] for entry in run["leftBehind"] if entry["step"] == "service"]
        self.sandbox.call("PATCH", ADMIN + "services/" + ids[0], {"op": "replace", "path": "archived", "value": True})


UNLISTED = "(%s) dangles and is not listed"
PAY_EXPECTED = {
    "account_of_a_good_run": UNLISTED % "succeeded", "account_of_a_stopped_run": UNLISTED % "failed",
    "account_of_nobody": "belongs to no run", "service_of_a_stopped_run": UNLISTED % "failed",
    "user_of_a_stopped_run": UNLISTED % "failed", "service_that_is_listed_and_gone": "which is not there"}


def check_pay(check):
    """Returns how many things were planted."""
    with campaign.Sandbox() as sandbox:
        plants = PayPlants(sandbox)
        if plants.problems():
            raise campaign.Failed("the judge complains of good runs of Pay: %s" % plants.problems())
        unsaid = {plants.BESIDE: UNLISTED % "succeeded", plants.STOPPED: UNLISTED % "failed",
                  plants.STOPPED_B: UNLISTED % "failed"}
        for name, wanted in unsaid.items():
            check("nothing said of " + name, plants.told_nothing(name), wanted)
        known = set()
        for what, wanted in PAY_EXPECTED.items():
            getattr(plants, what)()
            problems = plants.problems()
            check(what.replace("_", " "), [problem for problem in problems if problem not in known], wanted)
            known.update(problems)
        return len(unsaid) + len(PAY_EXPECTED)


def main():
    missed = []
    with campaign.Sandbox() as sandbox:
        sandbox.create(NAME)
        status, output = sandbox.run("follow", "--all", timeout=240)
        if status != 0:
            raise campaign.Failed("the creation did not end well: " + output[-500:])
        verdict, runs, wire = campaign.judge(sandbox, [NAME])
        if verdict.problems():
            raise campaign.Failed("the judge complains of a good run: %s" % verdict.problems())
        if wire[0] < 9 or wire[1] < wire[0]:
            raise campaign.Failed("the judge did not see the writes: %d requests, %d intents" % wire[:2])

        def check(what, problems, wanted):
            found = [problem for problem in problems if wanted in problem]
            say("%-6s %-32s %s" % ("found" if found else "MISSED", what, found[0] if found else wanted))
            if not found:
                missed.append(what)

        events = [event for run in runs for event in sandbox.events(run["id"])]
        record = sandbox.record()
        # On the wire: a request sent twice, and one that no intent was journaled for.
        raise_line = [line for line in record if line["operation"] == "RaisePullRequest"][0]
        resent = campaign.Verdict()
        campaign.judge_wire(resent, record + [raise_line], events)
        check("a request resent", resent.problems(), "2 requests for 1 intents")
        blind = campaign.Verdict()
        campaign.judge_wire(blind, record, [event for event in events if "svc-raise/1/1" not in json.dumps(event)])
        check("a request without intent", blind.problems(), "without an intent")
        # Something that never came to be.
        lost = campaign.Verdict()
        campaign.judge_ledger(lost, sandbox.ledger(), [NAME, OTHER])
        check("a lost run", lost.problems(), "lost: pull requests of " + OTHER)

        plants = Plants(sandbox)
        known = set()
        for what, wanted in EXPECTED.items():
            getattr(plants, what)()
            problems = campaign.judge(sandbox, [NAME])[0].problems()
            check(what.replace("_", " "), [problem for problem in problems if problem not in known], wanted)
            known.update(problems)
        # The whole verdict, as the campaigns use it, is red now.
        if not known:
            missed.append("everything")
    planted = len(EXPECTED) + 3 + check_pay(check)
    say("%d planted, %d missed" % (planted, len(missed)))
    return 1 if missed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except campaign.Failed as failure:
        say("FAILED: %s" % failure)
        sys.exit(1)
