# SPDX-License-Identifier: GPL-3.0-or-later
"""Option C of GOV.UK Pay: Slipway as the service manager. Another program starts the same workflow over the HTTP API, and
CDP's creation beside it; the agent is killed, and the wire is broken; nothing is there twice, and no secret is told.

SLIPWAY_KILLS: how often the agent is killed (in the long form 100)."""

import json
import os
import random
import signal
import tempfile
import threading
import time
from pathlib import Path

from api_test import Api, Events
from harness import WORKFLOW, Search, SandboxTest, main
from notes import Notes
from notes import workflow as notes_workflow
from pay_test import A, ADMIN, FAULTS, PASSWORD, WIRE, WRITES, PaySandbox

KILLS = int(os.environ.get("SLIPWAY_KILLS", "8"))
PARTS = ("services", "accounts", "links", "users", "roles")


class Manager(Api):
    """An agent that can be killed and started again on the same port's tokens and store."""

    def __init__(self, test, sandbox, *options):
        self.test, self.options = test, options
        super().__init__(test, sandbox, *options)

    def again(self):
        self.process = self.test.ended(self.sandbox.start(
            "agent", "--listen", "127.0.0.1:0", "--tokens", self.tokens, *self.options,
            extra=("--json", *self.sandbox.secrets())))
        line = self.process.stdout.readline()
        self.test.assertTrue(line, "the agent starts again")
        self.url = json.loads(line)["api"]
        self.port = int(self.url.rsplit(":", 1)[1])
        self.said.append(line)
        self._listen()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(20)

    def create(self, email, key, name="Fishing licences", password=PASSWORD, **more):
        inputs = {"email": email, "serviceName": name, "telephone": "+447700900001", "password": password}
        return self.call("POST", "/v1/runs", {"workflow": A, "inputs": inputs, **more},
                         headers={"Idempotency-Key": key})

    def until_ended(self, run, seconds=90):
        deadline = time.monotonic() + seconds
        shown = {}
        while time.monotonic() < deadline:
            _, shown, _ = self.call("GET", f"/v1/runs/{run}", token=self.viewer)
            if shown.get("state") in ("succeeded", "failed", "needsYou"):
                return shown
            time.sleep(0.1)
        raise AssertionError({step["id"]: step["state"] for step in shown["steps"]})


class ServiceManagerTest(SandboxTest):
    def world(self, *options):
        made = PaySandbox(*options)
        self.addCleanup(made.close)
        return made

    def assert_once(self, world, emails):
        ledger, state = world.pay(), world.state()["pay"]
        for what in PARTS:
            self.assertEqual(len(ledger[what]), len(emails), what)
        self.assertEqual(sorted(user["email"] for user in state["users"]), sorted(emails))
        for service in state["services"]:
            self.assertEqual(len(service["accounts"]), 1, service)

    def test_both_processes_through_the_same_api(self):
        world = self.world()
        manager = Manager(self, world)
        status, pay, _ = manager.create("a@dept.gov.uk", "pay-1")
        self.assertEqual(status, 201, pay)
        status, cdp, _ = manager.start("beside-it", "cdp-1")
        self.assertEqual(status, 201, cdp)
        # The same key once more is the same run, whatever became of the password; another body under it is refused.
        status, repeated, answer = manager.create("a@dept.gov.uk", "pay-1")
        self.assertEqual((status, repeated["id"]), (200, pay["id"]))
        self.assertEqual(answer.getheader("Idempotency-Replayed"), "true")
        self.assertEqual(manager.create("b@dept.gov.uk", "pay-1")[1]["code"], "api.idempotencyKeyReused")
        self.assertEqual(manager.until_ended(pay["id"])["state"], "succeeded")
        self.assertEqual(manager.until_ended(cdp["id"])["state"], "succeeded")
        self.assert_once(world, ["a@dept.gov.uk"])
        ledger = world.ledger()
        self.assert_nothing_twice({**ledger, "pay": None}, ["beside-it"])
        self.assertIs(world.run("--json", "journal", "verify").json.get("ok"), True)
        for path in (f"/v1/runs/{pay['id']}", f"/v1/runs/{pay['id']}/events", "/v1/runs", "/v1/status"):
            self.assertNotIn(PASSWORD, json.dumps(manager.call("GET", path)[1]), path)

    def test_a_canary_is_found_nowhere_even_after_a_crash(self):
        world = self.world("--scenario", "pay-people-answer", "--latency", "100")
        world.also = {"QT_LOGGING_RULES": "slipway.*=true"}  # every word that it ever says
        manager = Manager(self, world, "--webhook-secret-file", str(self.private(world, "canary-webhook-5d3f2b")))
        status, body, _ = manager.create("a@dept.gov.uk", "k")
        self.assertEqual(status, 201, body)
        world.until("a@dept.gov.uk: Fishing licences", lambda s: s["service"]["state"] in ("running", "succeeded"),
                    "its first write")
        search = Search("a@dept.gov.uk", "Fishing licences", body["id"])
        for path in ("/v1/runs", f"/v1/runs/{body['id']}", f"/v1/runs/{body['id']}/events", "/v1/status",
                     f"/v1/workflows/{A}"):
            search.add(f"answer {path}", json.dumps(manager.call("GET", path)[1]))
        canaries = [PASSWORD, "canary-webhook-5d3f2b", manager.operator, manager.viewer, world.token]
        process = f"/proc/{manager.process.pid}"
        for told in ("cmdline", "environ"):
            with open(f"{process}/{told}", "rb") as file:
                content = file.read()
            self.assertEqual([one for one in canaries if one.encode() in content], [], told)
        manager.process.send_signal(signal.SIGSEGV)
        manager.process.wait(30)
        self.assertLess(manager.process.returncode, 0)
        search.add("what the agent said", manager.output())
        search.add_files(world.home, ("secrets", "webhook", "sandbox.json"))  # where they were given
        self.assertEqual(search.unread("answer /v1/runs", f"answer /v1/runs/{body['id']}/events",
                                       "what the agent said", "file sandbox.json.store.db"), [])
        self.assertEqual(search.found(canaries), [])

    def test_streams_answers_and_logs_tell_no_secret_of_any_kind(self):
        """A password, an otp_key and an invitation's code, a stored credential, GitHub's and the API's own tokens."""
        stored = "canary-stored-8812"
        notes = Notes("X-Api-Key", stored)
        self.addCleanup(notes.close)
        elsewhere = tempfile.TemporaryDirectory()
        self.addCleanup(elsewhere.cleanup)
        record = Path(elsewhere.name) / "record.jsonl"
        world = self.world("--scenario", "pay-people-answer", "--record", str(record))
        world.also = {"QT_LOGGING_RULES": "slipway.*=true"}
        workflow = world.home / "leave-note.json"
        workflow.write_text(json.dumps(notes_workflow(notes.url)))
        self.assert_exit(world.run("workflow", "import", str(workflow), "--yes"), 0)
        self.assert_exit(world.typed(stored + "\n", "credential", "set", "notes", "--host", notes.url, "--header",
                                     "X-Api-Key"), 0)
        manager = Manager(self, world)
        everything = Events(manager, "/v1/stream", manager.viewer)
        self.addCleanup(everything.close)
        inputs = {"email": "a@dept.gov.uk", "serviceName": "Fishing licences", "telephone": "+447700900001",
                  "password": PASSWORD, "signUp": True}
        bodies, runs, streams = [], [], [everything]
        for key, start in (("pay", {"workflow": A, "inputs": inputs}),
                           ("note", {"workflow": "leave-note", "inputs": {"name": "a-note"}}),
                           ("cdp", {"workflow": WORKFLOW, "inputs": {
                               "repositoryName": "beside-it", "serviceType": "cdp-node-backend-template",
                               "owningTeam": "fisheries"}})):
            status, body, _ = manager.call("POST", "/v1/runs", start, headers={"Idempotency-Key": key})
            self.assertEqual(status, 201, body)
            bodies.append(body)
            runs.append(body["id"])
            streams.append(Events(manager, f"/v1/runs/{body['id']}/stream", manager.operator))
            self.addCleanup(streams[-1].close)
        self.assertEqual(manager.until_ended(runs[0])["state"], "needsYou")
        status, body, _ = manager.call("POST", f"/v1/runs/{runs[0]}/advance",
                                       {"step": "code-entered", "reason": "she told me"},
                                       headers={"Idempotency-Key": "advance"})
        self.assertEqual(status, 200, body)
        bodies.append(body)
        for run, stream, last in zip(runs, streams[1:], ("role", "read", "portal-record")):
            self.assertEqual(manager.until_ended(run)["state"], "succeeded")
            stream.until(lambda event, last=last: (event["type"], event["step"]) == ("StepSucceeded", last), "the end")
        search = Search("a@dept.gov.uk", "Fishing licences", "a-note", "beside-it", *runs)
        for number, body in enumerate(bodies):
            search.add(f"answer to command {number}", json.dumps(body))
        for path in ("/v1/runs", "/v1/status", "/v1/workflows", *(f"/v1/runs/{run}{part}" for run in runs
                                                                  for part in ("", "/events"))):
            search.add(f"answer {path}", json.dumps(manager.call("GET", path)[1]))
        for name, stream in zip(("all", *runs), streams):
            search.add(f"stream of {name}", json.dumps(stream.events))
        manager.process.terminate()
        manager.process.wait(30)
        search.add("what the agent said", manager.output())
        for command in (("credential", "list"), ("api-token", "list", "--tokens", manager.tokens), ("list",),
                        ("show", runs[1])):
            answer = self.assert_exit(world.run(*command), 0)
            search.add("output", answer.out + answer.err)
        # Where they were given, and the one private file in which a credential is kept without a keychain.
        search.add_files(world.home, ("secrets", "sandbox.json", "credential+default+notes"))
        canaries = {PASSWORD, stored, world.token, manager.operator, manager.viewer}
        for line in map(json.loads, record.read_text().splitlines()):
            if isinstance(line["responseBody"], dict) and "otp_key" in line["responseBody"]:
                canaries.add(line["responseBody"]["otp_key"])
            if line["path"].endswith("/send-otp"):
                canaries.add(line["path"].split("/")[-2])
        self.assertEqual(len(canaries), 7, "each was sent, and each by itself")
        self.assertEqual({key for _, _, key in notes.requests}, {stored})
        self.assertEqual(search.unread("stream of all", *(f"stream of {run}" for run in runs), "what the agent said",
                                       "answer /v1/runs", "output", "file sandbox.json.store.db"), [])
        self.assertEqual(search.found(canaries), [])
        # What is looked for would be found.
        for place in list(search.places):
            search.add(place, stored)
        self.assertEqual(len(search.found([stored])), len(search.places))

    @staticmethod
    def private(world, text):
        path = world.home / "webhook"
        path.touch(mode=0o600)
        path.write_text(text + "\n")
        return path

    def test_a_start_is_refused_where_main_has_moved_since_its_preview(self):
        world = self.world()
        manager = Manager(self, world)
        inputs = {"repositoryName": "previewed", "serviceType": "cdp-node-backend-template", "owningTeam": "fisheries"}

        def preview():
            status, shown, _ = manager.call("POST", f"/v1/workflows/{WORKFLOW}/preview", {"inputs": inputs})
            self.assertEqual(status, 200, shown)
            self.assertTrue(shown["token"])
            return shown["token"]

        def start(token, key):
            return manager.call("POST", "/v1/runs", {"workflow": WORKFLOW, "inputs": inputs, "preview": token},
                                headers={"Idempotency-Key": key})

        shown = preview()
        path = "environments/test/resources/tenant_services.json"
        tenants = json.loads((world.clone("tf-svc-infra", "moved") / path).read_bytes())
        tenants[0]["somebody-elses"] = {"zone": "public"}
        world.world("commit", repository="tf-svc-infra", files={path: json.dumps(tenants, indent=2) + "\n"})
        status, refused, _ = start(shown, "k")
        self.assertEqual((status, refused["code"]), (409, "preview.stale"))
        self.assertIn("tf-svc-infra", refused["what"])
        self.assertEqual(manager.call("GET", "/v1/runs")[1]["runs"], [])
        # What was refused has used up nothing: the same key goes on with what is shown now.
        status, started, _ = start(preview(), "k")
        self.assertEqual(status, 201, started)
        self.assertEqual(start("", "m")[0], 409)

    def test_killed_at_any_moment_nothing_is_there_twice(self):
        dice = random.Random(int(os.environ.get("SLIPWAY_SEED", "4")))
        world = self.world()
        manager = Manager(self, world)
        emails, kills = [], 0
        while kills < KILLS:
            email = f"user-{len(emails)}@dept.gov.uk"
            emails.append(email)
            key, started = f"key-{len(emails)}", None
            while True:
                for (method, path), _ in WRITES.items():
                    if dice.random() < 0.3:
                        world.fault({"method": method, "path": path}, FAULTS[dice.choice(list(FAULTS))])
                moment = dice.random() * 1.2
                killer = threading.Timer(moment, manager.kill)
                if kills < KILLS:
                    killer.start()
                try:
                    # Whoever gets no answer sends the same request with the same key again.
                    status, body, _ = manager.create(email, key)
                    self.assertIn(status, (200, 201), body)
                    self.assertIn(started, (None, body["id"]))
                    started = body["id"]
                except OSError:
                    pass
                if kills >= KILLS:
                    break
                killer.join()
                kills += 1
                manager.again()
                if started and manager.call("GET", f"/v1/runs/{started}")[1]["state"] == "succeeded":
                    break
            world.http("DELETE", "/_sandbox/faults")
            if started is None:
                status, body, _ = manager.create(email, key)
                self.assertIn(status, (200, 201), body)
                started = body["id"]
            shown = manager.until_ended(started)
            self.assertEqual(shown["state"], "succeeded", shown)
            self.assertEqual(shown["leftBehind"], [])
        self.assert_once(world, emails)
        self.assertEqual(len(manager.call("GET", "/v1/runs")[1]["runs"]), len(emails))
        manager.process.terminate()
        manager.process.wait(30)
        self.assertIs(world.run("--json", "journal", "verify").json["ok"], True)

    def test_each_fault_of_the_wire_and_what_is_left_behind(self):
        world = self.world()
        manager = Manager(self, world)
        emails = []
        for name, fault in WIRE.items():
            with self.subTest(name):
                email = f"{name}@dept.gov.uk"
                for (method, path), times in WRITES.items():
                    world.fault({"method": method, "path": path}, fault, times=times)
                status, body, _ = manager.create(email, name)
                self.assertEqual(status, 201, body)
                self.assertEqual(manager.until_ended(body["id"])["state"], "succeeded")
                emails.append(email)
                self.assert_once(world, emails)
        # Where it cannot go on, every thing that is there because of it is listed, by the API as well.
        world.fault({"method": "PATCH", "path": ADMIN + "services/*"}, {"status": 400}, times=0)
        status, body, _ = manager.create("left@dept.gov.uk", "left")
        shown = manager.until_ended(body["id"])
        self.assertEqual(shown["state"], "failed")
        self.assertEqual(sorted(thing["step"] for thing in shown["leftBehind"]), ["account", "service"])
        world.http("DELETE", "/_sandbox/faults")
        status, _, _ = manager.call("POST", f"/v1/runs/{body['id']}/undo", {"reason": "not wanted"},
                                    headers={"Idempotency-Key": "undo"})
        self.assertEqual(status, 200)
        deadline = time.monotonic() + 30
        while manager.call("GET", f"/v1/runs/{body['id']}")[1]["state"] != "undone" and time.monotonic() < deadline:
            time.sleep(0.1)
        self.assertEqual(manager.call("GET", f"/v1/runs/{body['id']}")[1]["leftBehind"], [])


if __name__ == "__main__":
    main()
