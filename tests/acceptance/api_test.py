# SPDX-License-Identifier: GPL-3.0-or-later
"""The HTTP API of an agent, as another program meets it: a creation started, watched and retried through it against the
sandbox, and everything that must be refused."""

import http.client
import json
import socket
import threading
import time
import unittest
from datetime import datetime, timezone

from harness import WORKFLOW, SandboxTest, finish, main

INPUTS = {"serviceType": "cdp-node-backend-template", "owningTeam": "fisheries"}


class Screen:
    """What a program tells of its progress, line by line, and when."""

    def __init__(self, process):
        self.lines = []
        threading.Thread(target=self._read, args=(process.stderr,), daemon=True).start()

    def _read(self, stream):
        for line in stream:
            self.lines.append((datetime.now(timezone.utc), line))

    def since(self, *words):
        """The moment at which a line with all of the words was there; None: not yet."""
        return next((at for at, line in self.lines if all(word in line for word in words)), None)


class Events:
    """A stream of Server-Sent Events, read in the background."""

    def __init__(self, api, path, token, last=None):
        headers = {"Authorization": f"Bearer {token}", **({"Last-Event-ID": str(last)} if last is not None else {})}
        self.connection = http.client.HTTPConnection("127.0.0.1", api.port, timeout=60)
        self.connection.request("GET", path, headers=headers)
        self.answer = self.connection.getresponse()
        self.type = self.answer.getheader("Content-Type")
        self.events, self.ids = [], []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        identity = None
        try:
            for line in self.answer:
                name, _, value = line.decode().rstrip("\n").partition(": ")
                if name == "id":
                    identity = int(value)
                elif name == "data":
                    self.ids.append(identity)
                    self.events.append(json.loads(value))
        except (OSError, ValueError, AttributeError):
            pass  # it was closed

    def until(self, holds, what, seconds=40):
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            found = [event for event in self.events if holds(event)]
            if found:
                return found[0]
            time.sleep(0.05)
        raise AssertionError(f"{what} did not come: {[(e.get('type'), e.get('step')) for e in self.events]}")

    def close(self):
        self.connection.close()


class Api:
    """An agent that serves the API for a sandbox, and its two tokens."""

    def __init__(self, test, sandbox, *options):
        self.test = test
        self.tokens = str(sandbox.home / "api-tokens.json")
        self.operator = self._token(sandbox, "robot", "operator")
        self.viewer = self._token(sandbox, "watcher", "viewer")
        self.sandbox = sandbox
        self.process = test.ended(
            sandbox.start("agent", "--listen", "127.0.0.1:0", "--tokens", self.tokens, *options, extra=("--json",)))
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError(f"the agent did not start: {finish(self.process)}")
        self.url = json.loads(line)["api"]
        self.port = int(self.url.rsplit(":", 1)[1])
        self.said = [line]
        self._listen()

    def _listen(self):
        # Nobody else reads what it prints; a full pipe would hold it up.
        self.listening = [threading.Thread(target=self._drain, args=(stream,), daemon=True)
                          for stream in (self.process.stdout, self.process.stderr)]
        for thread in self.listening:
            thread.start()

    def _drain(self, stream):
        try:
            for line in stream:
                self.said.append(line)
        except ValueError:
            pass

    def output(self):
        """All that it has said on both streams; once it has ended, to its last word."""
        for thread in self.listening:
            thread.join(20 if self.process.poll() is not None else 0)
        return "".join(self.said)

    def _token(self, sandbox, name, role):
        answer = sandbox.run("api-token", "add", name, "--role", role, "--tokens", self.tokens)
        if answer.status != 0:
            raise AssertionError(str(answer))
        return answer.out.strip()

    def call(self, method, path, body=None, token=None, headers=None, raw=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        data = raw if raw is not None else None if body is None else json.dumps(body).encode()
        sent = {"Authorization": f"Bearer {token or self.operator}"}
        if data is not None:
            sent["Content-Type"] = "application/json"
        sent.update(headers or {})
        connection.request(method, path, data, {name: value for name, value in sent.items() if value is not None})
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        return answer.status, json.loads(text) if text else None, answer

    def start(self, name, key):
        return self.call("POST", "/v1/runs", {"workflow": WORKFLOW, "inputs": {"repositoryName": name, **INPUTS}},
                         headers={"Idempotency-Key": key})

    def assert_merges_are_seen_at_once(self, name):
        """A creation is started; each of its merges is in the stream of its events, and on the screen of somebody who
        follows the run beside the agent, within a second."""
        status, started, _ = self.start(name, "k")
        self.test.assertEqual(status, 201, started)
        screen = Screen(self.test.ended(self.sandbox.start("follow", name)))
        watched = Events(self, f"/v1/runs/{started['id']}/stream", self.viewer)
        self.test.addCleanup(watched.close)

        def seen():
            return [e for e in watched.events if e["type"] == "StepSucceeded" and e["step"].endswith("-merged")]

        watched.until(lambda _: len(seen()) == 4, "four merges", 90)
        at = {one["sha"]: datetime.fromisoformat(one["at"]) for one in self.sandbox.ledger()["merges"]}
        late = sorted((datetime.fromisoformat(event["at"]) - moment).total_seconds()
                      for event in seen() for sha, moment in at.items() if sha in json.dumps(event["data"]))
        self.test.assertEqual(len(late), 4, seen())
        self.test.assertLess(late[2], 1.0, late)  # the median: this computer may be busy for a moment
        merged = {one["lane"]: one["title"] for one in self.sandbox.show(name)["steps"] if one["id"].endswith("-merged")}
        moments = {one["repository"]: datetime.fromisoformat(one["at"]) for one in self.sandbox.ledger()["merges"]}
        deadline = time.monotonic() + 10
        shown = {}
        while len(shown) < len(merged):
            self.test.assertLess(time.monotonic(), deadline, screen.lines)
            time.sleep(0.05)
            shown = {lane: at for lane, title in merged.items() if (at := screen.since(lane + "  ", title, "Done"))}
        late = sorted((at - moments[lane]).total_seconds() for lane, at in shown.items())
        self.test.assertLess(late[2], 1.0, late)


class ApiTest(SandboxTest):
    def api(self, *options, **named):
        return Api(self, self.sandbox(*options, **named))

    def test_a_creation_is_started_watched_and_retried(self):
        api = self.api("--scenario", "workflow-fails-once")
        status, started, _ = api.start("api-fishing", "one")
        self.assertEqual(status, 201, started)
        run = started["id"]
        everything = Events(api, "/v1/stream", api.viewer)
        self.addCleanup(everything.close)
        watched = Events(api, f"/v1/runs/{run}/stream", api.viewer)
        self.addCleanup(watched.close)
        self.assertEqual(watched.type, "text/event-stream")
        failed = watched.until(lambda e: e["type"] == "StepFailed" and not e["data"].get("retryAt"), "the failure")
        self.assertTrue(failed["data"]["error"]["what"])
        status, shown, answer = api.call("GET", f"/v1/runs/{run}", token=api.viewer)
        self.assertEqual(status, 200)
        self.assertEqual(answer.getheader("ETag"), f'"{shown["sequence"]}"')
        # A viewer may watch it fail and no more.
        status, refused, _ = api.call("POST", f"/v1/runs/{run}/retry", {}, token=api.viewer)
        self.assertEqual((status, refused["code"]), (403, "api.role"))
        status, retried, _ = api.call("POST", f"/v1/runs/{run}/retry", {"step": failed["step"], "reason": "again"},
                                      headers={"Idempotency-Key": "r"})
        self.assertEqual(status, 200, retried)
        everything.until(lambda r: r["id"] == run and r["state"] == "succeeded", "the success", 60)

        # One journal, whoever reads it: the stream had every event once and in order, and so has slipwayctl.
        told = [event["sequence"] for event in watched.events]
        self.assertEqual(told, sorted(set(told)))
        events = api.sandbox.events(run)
        self.assertEqual([e for e in events if e["sequence"] <= told[-1]], watched.events)
        asked = [e for e in events if e["type"] == "RetryRequested"]
        self.assertEqual([(e["actor"], e["data"]["reason"]) for e in asked], [("robot", "again")])
        # Last-Event-ID goes on behind what was seen.
        rest = Events(api, f"/v1/runs/{run}/stream", api.viewer, last=told[-1] - 3)
        self.addCleanup(rest.close)
        rest.until(lambda e: e["sequence"] == told[-1], "the rest")
        self.assertEqual(rest.ids[0], told[-1] - 2)
        # What the API shows is what the terminal prints.
        status, shown, _ = api.call("GET", "/v1/runs/api-fishing")
        self.assertEqual(shown, api.sandbox.show("api-fishing"))
        self.assert_nothing_twice(api.sandbox.ledger(), ["api-fishing"])

    def test_with_news_flowing_a_merge_is_seen_within_a_second(self):
        # The world is quick and Slipway's patience is not: without news its next look is up to twelve seconds away.
        sandbox = self.sandbox(speed=10)
        secret = sandbox.home / "webhook-secret"
        secret.write_text("It's a Secret to Everybody\n")
        secret.chmod(0o600)
        api = Api(self, sandbox, "--webhook-secret-file", str(secret), "--time-scale", "1")
        sandbox.http("POST", "/_sandbox/webhook", {"url": api.url + "/webhooks/github",
                                                   "secret": "It's a Secret to Everybody"})
        api.assert_merges_are_seen_at_once("told")

    def test_two_equal_starts_with_one_key_are_one_run(self):
        api = self.api("--latency", "200")
        answers = []
        threads = [threading.Thread(target=lambda: answers.append(api.start("twice", "same"))) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(sorted(status for status, _, _ in answers), [200, 200, 200, 201])
        self.assertEqual(len({body["id"] for _, body, _ in answers}), 1)
        status, other, _ = api.start("another", "same")
        self.assertEqual((status, other["code"]), (422, "api.idempotencyKeyReused"))
        # The key is in the journal: a new agent knows it.
        api.process.terminate()
        api.process.wait(30)
        again = Api.__new__(Api)
        again.__dict__.update(api.__dict__)
        again.process = self.ended(
            api.sandbox.start("agent", "--listen", "127.0.0.1:0", "--tokens", api.tokens, extra=("--json",)))
        again.port = int(json.loads(again.process.stdout.readline())["api"].rsplit(":", 1)[1])
        status, repeated, answer = again.start("twice", "same")
        self.assertEqual((status, repeated["id"]), (200, answers[0][1]["id"]))
        self.assertEqual(answer.getheader("Idempotency-Replayed"), "true")
        status, page, _ = again.call("GET", "/v1/runs")
        self.assertEqual(len(page["runs"]), 1)

    def test_what_must_be_refused(self):
        api = self.api()
        status, started, _ = api.start("kept", "k")
        self.assertEqual(status, 201, started)
        path = f"/v1/runs/{started['id']}"
        refused = {
            "no token": (401, "api.noToken", dict(headers={"Authorization": None})),
            "a wrong token": (401, "api.badToken", dict(token="slw_" + "a" * 43)),
            "another scheme": (401, "api.noToken", dict(headers={"Authorization": f"Basic {api.operator}"})),
            "a foreign host": (403, "api.foreignHost", dict(headers={"Host": f"evil.example:{api.port}"})),
            "another port": (403, "api.foreignHost", dict(headers={"Host": "127.0.0.1:1"})),
            "a web page": (403, "api.foreignOrigin", dict(headers={"Origin": f"http://127.0.0.1:{api.port}"})),
            "a page of ours": (403, "api.foreignOrigin", dict(headers={"Sec-Fetch-Site": "same-origin"})),
            "a viewer's token": (403, "api.role", dict(token=api.viewer)),
            "too large a body": (413, "api.tooLarge", dict(raw=b'{"reason": "' + b"a" * 100_000 + b'"}')),
            "another type": (415, "api.mediaType", dict(headers={"Content-Type": "text/plain"})),
            "no JSON": (400, "json.invalid", dict(raw=b"{")),
            "an unknown member": (400, "api.malformed", dict(body={"because": "x"})),
        }
        for what, (status, code, how) in refused.items():
            with self.subTest(what):
                got, body, answer = api.call("POST", path + "/cancel", **{"body": {"reason": "x"}, **how})
                self.assertEqual((got, body["code"]), (status, code))
                self.assertEqual(answer.getheader("Content-Type"), "application/problem+json")
                self.assertTrue(all(body[member] for member in ("what", "why", "remedy")))
        self.assertEqual(api.call("DELETE", path)[0], 405)
        self.assertEqual(api.call("GET", "/v1/runs/nobody")[1]["code"], "run.unknown")
        self.assertEqual(api.call("GET", "/v1/nothing")[0], 404)
        self.assertNotEqual(api.sandbox.show("kept")["state"], "cancelled")

    def test_a_client_that_leaves_in_the_middle_of_an_answer_does_no_harm(self):
        api = self.api("--latency", "400")
        body = json.dumps({"workflow": WORKFLOW, "inputs": {"repositoryName": "left", **INPUTS}})
        for when in (0.0, 0.1, 0.3):
            with socket.create_connection(("127.0.0.1", api.port)) as client:
                client.sendall((f"POST /v1/runs HTTP/1.1\r\nHost: 127.0.0.1:{api.port}\r\nIdempotency-Key: x\r\n"
                                f"Authorization: Bearer {api.operator}\r\nContent-Type: application/json\r\n"
                                f"Content-Length: {len(body)}\r\n\r\n{body}").encode())
                time.sleep(when)
        time.sleep(1.5)
        self.assertIsNone(api.process.poll())
        status, repeated, _ = api.start("left", "x")
        self.assertEqual(status, 200, repeated)
        self.assertEqual([run["subject"] for run in api.call("GET", "/v1/runs")[1]["runs"]], ["left"])

    def test_no_token_is_kept_or_told(self):
        api = self.api()
        api.start("secretive", "s")
        api.call("GET", f"/v1/runs?token={api.operator}", headers={"Authorization": None})
        answer = api.sandbox.run("api-token", "list", "--tokens", api.tokens)
        self.assertIn("robot", answer.out)
        for path in api.sandbox.home.rglob("*"):
            if path.is_file():
                self.assertNotIn(api.operator.encode(), path.read_bytes(), path)
        removed = api.sandbox.run("api-token", "remove", "watcher", "--tokens", api.tokens)
        self.assert_exit(removed, 0)
        self.assertEqual(api.call("GET", "/v1/status", token=api.viewer)[0], 401)

    def test_only_loopback_is_listened_on(self):
        sandbox = self.sandbox()
        answer = sandbox.run("agent", "--listen", "0.0.0.0:0", "--tokens", str(sandbox.home / "t.json"))
        self.assertNotEqual(answer.status, 0)
        self.assertIn("allow-remote", answer.err)


if __name__ == "__main__":
    main()
