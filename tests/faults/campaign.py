# SPDX-License-Identifier: GPL-3.0-or-later
"""What the campaigns share: a sandbox, the program that is tried, and the judge.

The judge believes nothing that the program says of itself: it reads the sandbox's ledger and record, and clones of its
repositories made by git. Only whether runs ended, and which writes they meant, comes from the journal.
"""
import collections
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

import pay_judge

PROGRAM = os.environ.get("SLIPWAYCTL", "slipwayctl")
ENVIRONMENTS = ["management", "infra-dev", "development", "test", "perf-test", "production"]
CHANGED = ["tf-svc-infra", "cdp-app-config", "cdp-nginx-upstreams", "tf-svc"]
SERVICE_TYPE = "cdp-node-backend-template"
TEAM = "fisheries"
TEMPORARY = "-onto-"

# Names of effects in the journal, and how the sandbox's record names their requests.
OPERATIONS = {
    "raisePullRequest": "RaisePullRequest", "commitAndOpen": "CommitAndOpen", "openPullRequest": "OpenPullRequest",
    "enableAutoMerge": "EnableAutoMerge", "enqueuePullRequest": "EnqueuePullRequest",
    "mergePullRequest": "MergePullRequest", "prepareBranch": "PrepareBranch", "moveBranch": "MoveBranch",
    "updateBranch": "UpdateBranch", "reopenPullRequest": "ReopenPullRequest", "closePullRequest": "ClosePullRequest",
    "revertPullRequest": "RevertPullRequest", "deleteBranch": "DeleteBranch", "dispatchWorkflow": "dispatch",
    "rerunWorkflow": "rerun", "httpRequest": "pay"}
PAY = OPERATIONS["httpRequest"]
REST_WRITES = {"dispatch": "/repos/*/dispatches", "rerun": "/repos/*/rerun*"}


class Failed(Exception):
    """The campaign itself cannot go on: no verdict about the program's promises."""


def say(text):
    print(text, flush=True)


class Program:
    """slipwayctl with the options that name one store. `environment` and `options` may be changed between calls."""

    def __init__(self, program, options, environment):
        self.program, self.options, self.environment = program, options, environment

    def command(self, *arguments):
        return [self.program, *self.options, *arguments]

    def start(self, *arguments, **more):
        return subprocess.Popen(self.command(*arguments), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                env=dict(self.environment, **more))

    def run(self, *arguments, timeout=120, **more):
        """Exit status and everything printed; None as status when it did not end in time."""
        process = self.start(*arguments, **more)
        try:
            text, _ = process.communicate(timeout=timeout)
            return process.returncode, text
        except subprocess.TimeoutExpired:
            process.kill()
            text, _ = process.communicate()
            return None, text

    def json(self, *arguments):
        done = subprocess.run(self.command("--json", *arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              text=True, env=self.environment, timeout=120)
        lines = [json.loads(line) for line in done.stdout.splitlines() if line.strip()]
        if done.returncode not in (0, 1) or not (lines or arguments[0] == "list"):
            raise Failed("%s: exit %d: %s" % (" ".join(arguments), done.returncode, done.stderr.strip()))
        return lines

    def create(self, name, *more):
        status, text = self.run("create", "cdp-create-service", "repositoryName=" + name,
                                "serviceType=" + SERVICE_TYPE, "owningTeam=" + TEAM, *more)
        if status != 0 and not more:
            raise Failed("create %s: exit %s: %s" % (name, status, text))
        return status, text

    def create_pay(self, name, workflow="pay-create-service"):
        status, text = self.run("create", workflow, "email=%s@dept.gov.uk" % name, "serviceName=" + name,
                                "telephone=+447700900001")
        if status != 0:
            raise Failed("create %s: exit %s: %s" % (name, status, text))

    def runs(self):
        return self.json("list")

    def events(self, run):
        return self.json("events", run)


class Sandbox(Program):
    """A sandbox with a store beside it, in a folder of its own that goes with it. What it says of its own addresses may
    be changed by `through`, which is given the announcement (a proxy between the program and the sandbox)."""

    def __init__(self, speed=100, latency=0, scenario=None, through=None):
        self.folder = tempfile.mkdtemp(prefix="slipway-campaign-")
        self.record_file = os.path.join(self.folder, "record.jsonl")
        self.file = os.path.join(self.folder, "sandbox.json")
        self.secrets = os.path.join(self.folder, "secrets")
        with open(os.open(self.secrets, os.O_WRONLY | os.O_CREAT, 0o600), "w", encoding="utf-8") as file:
            file.write("password=a password for the campaign\n")
        environment = dict(os.environ, HOME=self.folder, XDG_DATA_HOME=self.folder + "/data",
                           XDG_CONFIG_HOME=self.folder + "/config", XDG_CACHE_HOME=self.folder + "/cache",
                           XDG_RUNTIME_DIR=self.folder, QT_QPA_PLATFORM="offscreen", GIT_TERMINAL_PROMPT="0",
                           LC_ALL="C.UTF-8")
        super().__init__(PROGRAM, ["--sandbox", self.file], environment)
        command = [PROGRAM, "sandbox", "--speed", str(speed), "--latency", str(latency), "--seed", "1", "--state",
                   os.path.join(self.folder, "world"), "--record", self.record_file]
        if scenario:
            command += ["--scenario", scenario]
        self.errors = open(os.path.join(self.folder, "sandbox.log"), "w")
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.errors, env=self.environment)
        line = self.process.stdout.readline()
        if not line:
            raise Failed("the sandbox does not start")
        self.about = json.loads(line)
        self.org = self.about["org"]
        with open(self.file, "w", encoding="utf-8") as file:
            json.dump(through(self.about) if through else self.about, file)

    def store(self, name, program=PROGRAM):
        """The program with a further store, for the same sandbox."""
        return Program(program, ["--sandbox", self.file, "--store", os.path.join(self.folder, name + ".db")],
                       self.environment)

    def with_secrets(self):
        """A driver that dies has no secrets any more: each new one is given the password again, as a keychain would."""
        self.options += ["--secrets", self.secrets]
        return self

    def __enter__(self):
        return self

    def __exit__(self, kind, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        self.errors.close()
        if kind is None and not os.environ.get("KEEP_CAMPAIGN"):
            shutil.rmtree(self.folder, ignore_errors=True)

    def call(self, method, path, body=None):
        request = urllib.request.Request(self.about["url"] + path, method=method, headers={
            "Authorization": "Bearer " + self.about["token"], "User-Agent": "campaign",
            "Content-Type": "application/json"}, data=None if body is None else json.dumps(body).encode())
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                text = answer.read()
        except urllib.error.HTTPError as error:
            raise Failed("%s %s: %d %s" % (method, path, error.code, error.read()[:300]))
        return json.loads(text) if text else None

    def ledger(self):
        return self.call("GET", "/_sandbox/ledger")

    def add_fault(self, match, fault, **how):
        self.call("POST", "/_sandbox/faults", dict(match=match, fault=fault, **how))

    def world(self, **what):
        return self.call("POST", "/_sandbox/world", what)

    def record(self):
        """Every request that the sandbox answered so far, campaign's own calls left out."""
        with open(self.record_file, encoding="utf-8") as file:
            lines = [json.loads(line) for line in file if line.endswith("\n")]
        return [line for line in lines if line["service"] != "control"]

    def clone(self, repository):
        """A fresh clone by git: its folder."""
        target = tempfile.mkdtemp(dir=self.folder)
        git(self, "clone", "--quiet", "%s/%s/%s.git" % (self.about["url"], self.org, repository), target)
        return target

    def branches(self, repository):
        text = git(self, "ls-remote", "--heads", "%s/%s/%s.git" % (self.about["url"], self.org, repository))
        return [line.split("refs/heads/", 1)[1] for line in text.splitlines() if "refs/heads/" in line]


def git(sandbox, *arguments, folder=None):
    done = subprocess.run(["git", *arguments], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          env=sandbox.environment, timeout=120)
    if done.returncode != 0:
        raise Failed("git %s: %s" % (" ".join(arguments), done.stderr.strip()))
    return done.stdout


# --- the judge -------------------------------------------------------------------------------------------------------

class Verdict:
    def __init__(self):
        self.duplicates, self.lost, self.wrong = [], [], []

    def count(self, what, found, wanted):
        if found > wanted:
            self.duplicates.append("%s: %d instead of %d" % (what, found, wanted))
        elif found < wanted:
            self.lost.append("%s: %d instead of %d" % (what, found, wanted))

    def problems(self):
        return ["twice: " + each for each in self.duplicates] + ["lost: " + each for each in self.lost] + self.wrong


def holds(text, name):
    """Whether a branch, title or subject speaks of this service, and not of one whose name begins like it."""
    return re.search(r"(?<![\w-])%s(?!\d)" % re.escape(name), text.replace("add-", " ").replace("deploy-", " ")) is not None


def judge_ledger(verdict, ledger, names):
    def count(what, entries, wanted, fits):
        for name in names:
            verdict.count("%s of %s" % (what, name), sum(1 for entry in entries if fits(entry, name)), wanted)
        verdict.count(what + " altogether", len(entries), wanted * len(names))

    lasting = [branch for branch in ledger["branches"] if TEMPORARY not in branch["name"]]
    count("branches", lasting, len(CHANGED), lambda entry, name: holds(entry["name"], name))
    count("pull requests", ledger["pullRequests"], len(CHANGED), lambda entry, name: holds(entry["head"], name))
    count("dispatches", ledger["dispatches"], 1, lambda entry, name: entry["inputs"].get("repositoryName") == name)
    count("repositories", ledger["repositories"], 1, lambda entry, name: entry["name"] == name)
    pulls = {(pull["repository"], pull["number"]): pull for pull in ledger["pullRequests"]}
    merges = collections.Counter((merge["repository"], merge["number"]) for merge in ledger["merges"])
    for key, pull in pulls.items():
        verdict.count("merges of %s#%d" % key, merges[key], 1)
        if not pull["merged"]:
            verdict.wrong.append("%s#%d was not merged" % key)
        same = [other for other in pulls.values() if (other["repository"], other["head"]) == (key[0], pull["head"])]
        verdict.count("pull requests from %s in %s" % (pull["head"], key[0]), len(same), 1)


def without_double_keys(pairs):
    keys = [key for key, _ in pairs]
    if len(set(keys)) != len(keys):
        raise ValueError("a key stands twice: %s" % [key for key in keys if keys.count(key) > 1][0])
    return dict(pairs)


def judge_git(verdict, sandbox, names):
    def entries(folder, path, pattern, name):
        if not os.path.isfile(os.path.join(folder, path)):
            verdict.count(path, 0, 1)
            return
        with open(os.path.join(folder, path), encoding="utf-8") as file:
            text = file.read()
        verdict.count("%s in %s" % (name, path), len(re.findall(pattern % re.escape(name), text)), 1)
        try:
            json.loads(text, object_pairs_hook=without_double_keys)
        except ValueError as error:
            verdict.wrong.append("%s: %s" % (path, error))

    for repository in CHANGED:
        folder = sandbox.clone(repository)
        git(sandbox, "fsck", "--full", "--strict", folder=folder)
        subjects = git(sandbox, "log", "--format=%s", "origin/main", folder=folder).splitlines()
        branches = sandbox.branches(repository)
        for branch in branches:
            if TEMPORARY in branch:
                verdict.wrong.append("left behind in %s: %s" % (repository, branch))
        for name in names:
            verdict.count("commits of %s on main of %s" % (name, repository),
                          sum(1 for subject in subjects if holds(subject, name)), 1)
            lasting = [branch for branch in branches if holds(branch, name) and TEMPORARY not in branch]
            verdict.count("branches of %s left in %s" % (name, repository), len(lasting), 1)
            for environment in ENVIRONMENTS:
                if repository == "tf-svc-infra":
                    base = "environments/%s/resources/" % environment
                    entries(folder, base + "tenant_services.json", r'"%s"\s*:', name)
                    entries(folder, base + "github_oidc_repositories.json", r'"[^"/]+/%s"', name)
                elif repository == "tf-svc":
                    entries(folder, "environments/%s/services/protected_services.json" % environment,
                            r'"name"\s*:\s*"%s"', name)
                elif repository == "cdp-app-config":
                    path = "services/%s/%s/%s.env" % (name, environment, name)
                    verdict.count(path, int(os.path.isfile(os.path.join(folder, path))), 1)
                else:
                    entries(folder, "environments/%s/%s.json" % (environment, name), r'"cdp_service_name"\s*:\s*"%s"',
                            name)
    for name in names:
        git(sandbox, "fsck", "--full", "--strict", folder=sandbox.clone(name))


def is_write_to_pay(line):
    return (line["service"] == "pay" and line["method"] != "GET" and not line["path"].endswith(("/find", "/search"))
            and not pay_judge.is_inner(line))


def requests_by_operation(record):
    """Write requests that reached the sandbox: operation → texts in which their target's names can be found."""
    found = collections.defaultdict(list)
    known = set(OPERATIONS.values())
    for line in record:
        if line["method"] == "GET" or line["operation"] in ("Read", "Watch", "Teams", "Identity"):
            continue
        text = json.dumps(line["requestBody"]) + " " + line["path"]
        if line["operation"] in known:
            found[line["operation"]].append(text)
        elif is_write_to_pay(line):
            found[PAY].append(line["method"] + " " + line["path"])
        elif line["service"] == "github" and line["method"] == "POST" and line["path"].endswith("/dispatches"):
            found["dispatch"].append(text)
        elif line["service"] == "github" and line["method"] == "POST" and "/rerun" in line["path"]:
            found["rerun"].append(text)
        elif line["service"] == "github" and line["path"] != "/graphql":
            found["unforeseen " + line["path"]].append(text)
        elif line["operation"] and "mutation" in str((line["requestBody"] or {}).get("query", "")):
            found["unforeseen " + line["operation"]].append(text)
    return found


def target_of(name, target):
    """What marks out one target among all requests of an operation."""
    if name == "dispatchWorkflow":
        return target["inputs"]["repositoryName"]
    if name == "rerunWorkflow":
        return "runs/%d" % target["id"]
    if name == "httpRequest":
        return target["method"] + " " + urllib.parse.urlparse(target["url"]).path
    if name == "revertPullRequest":  # its branch is GitHub's to name
        return target["pullRequestId"]
    return target.get("branch") or target["pullRequestId"]


def judge_wire(verdict, record, events):
    """At most one request for an intent, and none without one. Returns (requests, intents, looked up)."""
    intents = collections.Counter()
    for event in events:
        if event["type"] == "EffectIntended":
            data = event["data"]
            intents[(OPERATIONS[data["name"]], target_of(data["name"], data["target"]))] += 1
    total = 0
    for operation, texts in requests_by_operation(record).items():
        total += len(texts)
        fits = str.__eq__ if operation == PAY else is_in
        for text in texts:
            if not any(key[0] == operation and fits(key[1], text) for key in intents):
                verdict.wrong.append("a request without an intent: %s %s" % (operation, text[:200]))
        for (intended, target), count in intents.items():
            if intended == operation:
                sent = sum(1 for text in texts if fits(target, text))
                if sent > count:
                    verdict.duplicates.append("%s for %s: %d requests for %d intents"
                                              % (operation, target, sent, count))
    return total, sum(intents.values()), sum(1 for event in events if event["type"] == "EffectUnknown")


def is_in(target, text):
    return re.search(r"(?<![\w-])%s(?![\w-])" % re.escape(target), text) is not None


def journal_of(verdict, store, ended="succeeded", stopped=()):
    """All runs ended so, those `stopped` failed, and the journal is whole. Returns the runs and all their events."""
    runs = store.runs()
    for run in runs:
        if run["state"] != ("failed" if run["inputs"].get("serviceName") in stopped else ended):
            verdict.wrong.append("%s is %s" % (run["subject"], run["state"]))
    report = store.json("journal", "verify")[0]
    if not report["ok"]:
        verdict.wrong.append("journal verify: %s" % report["problems"][:3])
    return runs, [event for run in runs for event in store.events(run["id"])]


def judge(sandbox, names, pay=(), stores=None, wire=None, stopped=()):
    """Everything at once, for services that were created to their end: `names` of CDP, `pay` of GOV.UK Pay, by the
    `stores` (the sandbox's own, if none are given); those `stopped` of GOV.UK Pay were refused half way. `wire`: the
    record of a proxy in between, which is held against the intents as well. Returns verdict, runs, and what judge_wire
    returns."""
    verdict, runs, events, shown = Verdict(), [], [], []
    for store in stores or [sandbox]:
        more = journal_of(verdict, store, stopped=stopped)
        runs += more[0]
        events += more[1]
        shown += [store.json("show", run["id"])[0] for run in more[0] if "serviceName" in run["inputs"]]
    verdict.count("runs", len(runs), len(names) + len(pay) + len(stopped))
    if names:
        judge_ledger(verdict, sandbox.ledger(), names)
        judge_git(verdict, sandbox, names)
    if pay:
        pay_judge.judge_pay(verdict, sandbox.ledger()["pay"], sandbox.call("GET", "/_sandbox/state")["pay"],
                            sandbox.record(), pay, shown)
    met = judge_wire(verdict, sandbox.record(), events)
    if wire is not None:
        met = judge_wire(verdict, wire, events)
    return verdict, runs, met


class Tally:
    """Sums up what parts of a campaign came to, and closes it with its line."""

    def __init__(self, seed, what):
        self.seed, self.what, self.begun = seed, what, time.monotonic()
        self.cases = self.troubles = self.duplicates = self.lost = self.ended = self.waiting = 0
        self.wire = [0, 0, 0]
        self.failed = []
        self.lock = threading.Lock()

    def seconds(self):
        return time.monotonic() - self.begun

    def add(self, verdict, runs, wire, troubles, cases=1, allowed_to_wait=()):
        """`allowed_to_wait`: subjects of which a person is asked, and rightly so."""
        with self.lock:
            self.cases += cases
            self.troubles += troubles
            self.duplicates += len(verdict.duplicates)
            self.lost += len(verdict.lost)
            self.ended += sum(1 for run in runs if run["state"] in ("succeeded", "undone"))
            self.waiting += sum(1 for run in runs if run["state"] == "needsYou")
            self.wire = [sum(pair) for pair in zip(self.wire, wire)]
            rightly = {"%s is needsYou" % subject for subject in allowed_to_wait}
            self.failed += [problem for problem in verdict.problems() if problem not in rightly]

    def fail(self, problem):
        with self.lock:
            self.failed.append(problem)

    def line(self):
        """What it has come to so far."""
        return "%s: seed %d, %d cases, %d %s, %d duplicates, %d lost, %d ended well, %d waiting for a person, %d s " \
            "(%d requests for %d intents, %d looked up)" % (
                os.path.splitext(os.path.basename(sys.argv[0]))[0].replace("_", " "), self.seed, self.cases,
                self.troubles, self.what, self.duplicates, self.lost, self.ended, self.waiting, self.seconds(),
                *self.wire)

    def close(self):
        """The line; 1 where a promise was not kept."""
        for problem in self.failed[:12]:
            say("   " + problem)
        say(self.line())
        return 1 if self.failed or not self.cases or not self.ended else 0


def why_not_ended(store, output):
    """For a person who reads why a campaign is red: the last words, and each error of an open run."""
    lines = output.strip().splitlines()[-6:]
    for run in store.runs():
        if run["state"] == "succeeded":
            continue
        for step in store.json("show", run["id"])[0]["steps"]:
            if step["error"] or step["needsYou"] or step["stuck"]:
                error = step["error"] or {}
                lines.append("%s %s: %s: %s %s" % (run["subject"], step["id"], step["state"], error.get("code"),
                                                  error.get("what")))
    return lines
