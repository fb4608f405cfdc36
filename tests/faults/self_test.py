#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Test of the tests: what is planted here over the sandbox's own API must be found by the judge, each thing by itself.

One creation is carried to its end and judged to be good; then duplicates, leftovers and losses are planted one after the
other, and after each the judge must say something new that names it.
"""
import json
import sys

import campaign
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
            say("%-6s %-26s %s" % ("found" if found else "MISSED", what, found[0] if found else wanted))
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
    say("%d planted, %d missed" % (len(EXPECTED) + 3, len(missed)))
    return 1 if missed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except campaign.Failed as failure:
        say("FAILED: %s" % failure)
        sys.exit(1)
