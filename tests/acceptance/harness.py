# SPDX-License-Identifier: GPL-3.0-or-later
"""What the acceptance tests share: a sandbox in a folder of its own, and slipwayctl driven as an operator would.

SLIPWAYCTL names the program under test. Nothing here knows how Slipway works inside; it knows the terminal's contract,
the sandbox's ledger and git.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

PROGRAM = os.environ.get("SLIPWAYCTL", "slipwayctl")
USUAL_TIMEOUT = 100  # seconds; a creation takes about five of them
WORKFLOW = "cdp-create-service"
ENVIRONMENTS = ("management", "infra-dev", "development", "test", "perf-test", "production")
PLATFORM = ("tf-svc-infra", "tf-svc", "cdp-app-config", "cdp-nginx-upstreams")


@dataclass
class Answer:
    """What a command gave."""

    status: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)

    @property
    def lines(self):
        return [json.loads(line) for line in self.out.splitlines() if line.strip()]

    def __str__(self):
        return f"exit {self.status}\nstdout: {self.out[-3000:]}\nstderr: {self.err[-6000:]}"


def environment(home):
    """An environment in which nothing of the person who runs the tests is seen or changed."""
    kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "LSAN_OPTIONS",
                                                "UBSAN_OPTIONS") if name in os.environ}
    return {**kept, "HOME": str(home), "XDG_CONFIG_HOME": f"{home}/config", "XDG_DATA_HOME": f"{home}/data",
            "XDG_STATE_HOME": f"{home}/state", "XDG_CACHE_HOME": f"{home}/cache", "XDG_RUNTIME_DIR": str(home),
            "TMPDIR": str(home), "LANG": "C.UTF-8", "USER": "operator", "GIT_TERMINAL_PROMPT": "0",
            "GIT_CONFIG_NOSYSTEM": "1"}


def launch(arguments, home, also=None, **options):
    return subprocess.Popen([PROGRAM, *arguments], env={**environment(home), **(also or {})}, stdin=subprocess.DEVNULL,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def finish(process, timeout=USUAL_TIMEOUT):
    try:
        out, err = process.communicate(timeout=timeout)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
        raise AssertionError(f"{process.args} did not end within {timeout} s\n{out[-2000:]}\n{err[-4000:]}") from None
    return Answer(process.returncode, out, err)


def end(process):
    """Ends a process of ours in order, and hard where it does not."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
    try:
        out, err = process.communicate(timeout=15)
    except subprocess.TimeoutExpired:
        process.kill()
        out, err = process.communicate()
    return Answer(process.returncode, out, err)


class Search:
    """Where secrets must not stand. A place counts only if something that is there was found in it: a search that reads
    nothing finds no secret either."""

    def __init__(self, *there):
        self.there, self.places = there, {}

    def add(self, name, text):
        text = text if isinstance(text, str) else text.decode("latin-1")
        self.places[name] = self.places.get(name, "") + text

    def add_files(self, folder, but=()):
        for path in Path(folder).rglob("*"):
            if path.is_file() and path.name not in but:
                self.add(f"file {path.name}", path.read_bytes())

    def unread(self, *names):
        """Those of the places (by the beginning of their name) in which nothing of what is there was found."""
        return [name for name in names
                if not any(place.startswith(name) and any(known in text for known in self.there)
                           for place, text in self.places.items())]

    def found(self, secrets):
        return [(secret, name) for secret in secrets for name, text in self.places.items() if secret in text]


def git(*arguments, cwd=None):
    done = subprocess.run(["git", *arguments], cwd=cwd, capture_output=True, env=environment(tempfile.gettempdir()),
                          timeout=60, check=False)
    if done.returncode != 0:
        raise AssertionError(f"git {arguments}: {done.stderr.decode(errors='replace')}")
    return done.stdout.decode()


def files_of(clone):
    """Every file of a clone's work tree: path to bytes."""
    root = Path(clone)
    return {str(path.relative_to(root)): path.read_bytes()
            for path in sorted(root.rglob("*")) if path.is_file() and ".git" not in path.relative_to(root).parts}


class Record:
    """SLIPWAY_RECORDS may name a folder: there every sandbox tells all that was said to it, for tests/contract."""

    def __init__(self, options):
        self.folder = os.environ.get("SLIPWAY_RECORDS")
        self.own = Path(options[options.index("--record") + 1]) if "--record" in options else None
        self.options = ("--record", str(self._place())) if self.folder and not self.own else ()

    def _place(self):
        handle, path = tempfile.mkstemp(prefix=Path(sys.argv[0]).stem + "-", suffix=".jsonl", dir=self.folder)
        os.close(handle)
        return path

    def keep(self):
        """A record that a test reads itself lies where the test wants it."""
        if self.folder and self.own and self.own.is_file():
            shutil.copy(self.own, self._place())


class Sandbox:
    """A running sandbox, and the terminal pointed at it."""

    def __init__(self, *options, speed=100):
        self.home = Path(tempfile.mkdtemp(prefix="slipway-acceptance-"))
        self.record = Record(options)
        self.process = launch(["sandbox", "--speed", str(speed), *options, *self.record.options], self.home)
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError(f"the sandbox did not start: {end(self.process)}")
        self.announced = json.loads(line)
        self.file = self.home / "sandbox.json"
        self.file.write_text(line)
        self.url, self.token, self.org = (self.announced[name] for name in ("url", "token", "org"))
        self.store = self.home / "sandbox.json.store.db"
        self.also = {}  # in the environment of every program that is started

    def close(self):
        answer = end(self.process)
        self.record.keep()
        shutil.rmtree(self.home, ignore_errors=True)
        return answer

    # The terminal

    def start(self, *arguments, store=None, extra=()):
        chosen = ("--store", str(store)) if store else ()
        return launch(["--sandbox", str(self.file), *chosen, *extra, *arguments], self.home, self.also)

    def typed(self, text, *arguments):
        """With that on its standard input."""
        done = subprocess.run([PROGRAM, *arguments], env={**environment(self.home), **self.also}, input=text,
                              capture_output=True, text=True, timeout=USUAL_TIMEOUT, check=False)
        return Answer(done.returncode, done.stdout, done.stderr)

    def run(self, *arguments, store=None, extra=(), timeout=USUAL_TIMEOUT):
        return finish(self.start(*arguments, store=store, extra=extra), timeout)

    def create(self, name, *options, kind="cdp-node-backend-template", team="fisheries", **named):
        return self.run("create", WORKFLOW, f"repositoryName={name}", f"serviceType={kind}", f"owningTeam={team}",
                        *options, **named)

    def show(self, run, **named):
        answer = self.run("--json", "show", run, **named)
        if answer.status != 0:
            raise AssertionError(f"show {run}: {answer}")
        return answer.json

    def steps(self, run, **named):
        return {step["id"]: step for step in self.show(run, **named)["steps"]}

    def events(self, run, **named):
        answer = self.run("--json", "events", run, **named)
        if answer.status != 0:
            raise AssertionError(f"events {run}: {answer}")
        return answer.lines

    def until(self, run, holds, what, seconds=40):
        """Reads the run until `holds` of its steps; the journal is read as any operator may read it."""
        deadline = time.monotonic() + seconds
        steps = {}
        while time.monotonic() < deadline:
            answer = self.run("--json", "show", run)
            if answer.status == 0:
                steps = {step["id"]: step for step in answer.json["steps"]}
                if holds(steps):
                    return steps
            time.sleep(0.1)
        states = {name: step["state"] for name, step in steps.items()}
        raise AssertionError(f"{what} did not come about within {seconds} s: {states}")

    # The world

    def http(self, method, path, body=None, status=(200, 201, 204)):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, method=method)
        request.add_header("Authorization", f"Bearer {self.token}")
        request.add_header("User-Agent", "slipway-acceptance")
        if data is not None:
            request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                code, text = answer.status, answer.read()
        except urllib.error.HTTPError as error:
            code, text = error.code, error.read()
        if code not in status:
            raise AssertionError(f"{method} {path}: {code} {text[:500]!r}")
        return json.loads(text) if text else None

    def ledger(self):
        return self.http("GET", "/_sandbox/ledger")

    def state(self):
        return self.http("GET", "/_sandbox/state")

    def world(self, do, **what):
        return self.http("POST", "/_sandbox/world", {"do": do, **what})

    def fault(self, match, fault, **how):
        return self.http("POST", "/_sandbox/faults", {"match": match, "fault": fault, **how})

    def clone(self, repository, into):
        target = self.home / into / repository
        target.parent.mkdir(exist_ok=True)
        git("clone", "--quiet", f"{self.url}/{self.org}/{repository}.git", str(target))
        return target

    def branches(self, repository):
        listed = git("ls-remote", "--heads", f"{self.url}/{self.org}/{repository}.git")
        return {line.split("\t")[1].removeprefix("refs/heads/") for line in listed.splitlines()}


class SandboxTest(unittest.TestCase):
    """Sandboxes end with their test. A failing assertion shows what the programs said."""

    maxDiff = 4000
    longMessage = True

    def sandbox(self, *options, **named):
        made = Sandbox(*options, **named)
        self.addCleanup(made.close)
        return made

    def ended(self, process):
        self.addCleanup(end, process)
        return process

    def assert_exit(self, answer, status):
        self.assertEqual(answer.status, status, str(answer))
        return answer

    def assert_created(self, answer, sandbox, name):
        self.assert_exit(answer, 0)
        self.assertEqual(sandbox.show(name)["state"], "succeeded")
        self.assertIn(name, [repository["name"] for repository in sandbox.ledger()["repositories"]])

    def assert_nothing_twice(self, ledger, names):
        """What each creation makes is there once: four pull requests with a branch and a merge each, one dispatch,
        one repository."""
        wanted = 4 * len(names)
        self.assertEqual(sorted((one["repository"], one["head"]) for one in ledger["pullRequests"]),
                         sorted({(one["repository"], one["head"]) for one in ledger["pullRequests"]}))
        self.assertEqual(len(ledger["pullRequests"]), wanted)
        self.assertEqual(sum(one["merged"] for one in ledger["pullRequests"]), wanted)
        self.assertEqual(len(ledger["merges"]), wanted)
        self.assertEqual(sorted(one["inputs"]["repositoryName"] for one in ledger["dispatches"]), sorted(names))
        self.assertEqual(sorted(one["name"] for one in ledger["repositories"]), sorted(names))
        heads = {(one["repository"], one["head"]) for one in ledger["pullRequests"]}
        made = [(one["repository"], one["name"]) for one in ledger["branches"]]
        for head in heads:
            self.assertEqual(made.count(head), 1, f"{head} in {made}")

    def assert_no_leftover_branches(self, sandbox, ledger):
        """Only main and the pull requests' own heads are left; nothing temporary."""
        for repository in PLATFORM:
            heads = {one["head"] for one in ledger["pullRequests"] if one["repository"].endswith(repository)}
            extra = sandbox.branches(repository) - heads - {"main"}
            self.assertEqual(extra, set(), repository)


def main():
    unittest.main(verbosity=2)
