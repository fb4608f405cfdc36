# SPDX-License-Identifier: GPL-3.0-or-later
"""GOV.UK Pay: a second process that runs from a workflow file, judged by what adminusers and connector hold."""

import concurrent.futures
import json
import tempfile
from pathlib import Path

import harness

A, ADR_ORDER, ONE_CALL = "pay-create-service", "pay-create-service-adr-order", "pay-create-service-one-call"
PASSWORD = "canary-Pa55word-7f3a91"
ADMIN, CONNECTOR = "/adminusers/v1/api/", "/connector/v1/api/"
CREATIONS = ADMIN + "service-creations"  # the one write of option B
# Every write of option A, as the sandbox sees it, and how often it is made.
WRITES = {("POST", ADMIN + "services"): 1, ("POST", CONNECTOR + "accounts"): 1, ("PATCH", ADMIN + "services/*"): 2,
          ("POST", ADMIN + "users"): 1}
WIRE = {"drop-before": "drop-before", "apply-then-drop": "apply-then-drop", "apply-late": "apply-late",
        "truncate": "truncate", "garbage": "garbage", "status-500": {"status": 500},
        "status-502-applied": {"status": 502, "apply": True}}
FAULTS = {**WIRE, "status-429": {"status": 429}, "status-504": {"status": 504},
          "status-504-applied": {"status": 504, "apply": True}, "slow": {"slow": 1}, "delay": {"delay": 300}}


class PaySandbox(harness.Sandbox):
    def secrets(self, password=PASSWORD):
        path = self.home / "secrets"
        if not path.exists():
            path.touch(mode=0o600)
            path.write_text(f"password={password}\n")
        return ("--secrets", str(path))

    def make(self, workflow, email, *options, name="Fishing licences", **named):
        return self.run("create", workflow, f"email={email}", f"serviceName={name}", "telephone=+447700900001",
                        *options, extra=self.secrets(), **named)

    def pay(self):
        return self.ledger()["pay"]


class PayTest(harness.SandboxTest):
    def sandbox(self, *options, **named):
        made = PaySandbox(*options, **named)
        self.addCleanup(made.close)
        return made

    def assert_made_once(self, world, email, name="Fishing licences"):
        """One service with its own name, one account, one link, one user who administers it; the journal says the same."""
        ledger, state = world.pay(), world.state()["pay"]
        for what in ("services", "accounts", "links", "users", "roles"):
            self.assertEqual(len(ledger[what]), 1, f"{what}: {ledger[what]}")
        self.assertEqual(ledger["removals"], [])
        service, account, user = state["services"][0], state["accounts"][0], state["users"][0]
        self.assertEqual(service["name"], name)
        self.assertEqual(service["accounts"], [str(account["id"])])
        self.assertEqual(account["serviceId"], service["externalId"])
        self.assertEqual(user["email"], email)
        self.assertEqual(user["roles"], [{"service": service["externalId"], "name": "admin"}])
        return service, account, user


class Creating(PayTest):
    def test_option_a_in_the_harmless_order(self):
        world = self.sandbox()
        self.assert_exit(world.make(A, "a@dept.gov.uk", "--follow"), 0)
        service, account, user = self.assert_made_once(world, "a@dept.gov.uk")
        steps = world.steps("a@dept.gov.uk: Fishing licences")
        self.assertEqual(steps["service"]["outputs"], {"externalId": service["externalId"]})
        self.assertEqual(steps["account"]["outputs"], {"id": str(account["id"])})
        self.assertEqual(steps["user"]["outputs"], {"externalId": user["externalId"]})
        self.assertTrue(all(steps[step]["state"] == "skipped" for step in
                            ("invite", "address-confirmed", "text-message", "code-entered")))
        ledger = world.pay()
        order = [ledger[what][0]["request"] for what in ("services", "accounts", "links", "users")]
        self.assertEqual(order, sorted(order))
        self.assertEqual(ledger["emails"] + ledger["sms"], [])
        self.assertIs(world.run("--json", "journal", "verify").json["ok"], True)

    def test_the_order_of_the_decision_record(self):
        world = self.sandbox()
        self.assert_exit(world.make(ADR_ORDER, "a@dept.gov.uk", "--follow"), 0)
        self.assert_made_once(world, "a@dept.gov.uk")
        ledger = world.pay()
        self.assertLess(ledger["users"][0]["request"], ledger["links"][0]["request"])

    def test_option_b_is_one_call(self):
        world = self.sandbox()
        self.assert_exit(world.make(ONE_CALL, "a@dept.gov.uk", "--follow"), 0)
        service, _, user = self.assert_made_once(world, "a@dept.gov.uk")
        outputs = world.steps("a@dept.gov.uk: Fishing licences")["create"]["outputs"]
        self.assertEqual(outputs, {"serviceExternalId": service["externalId"],
                                   "userExternalId": user["externalId"]})

    def test_a_second_run_for_a_user_who_exists(self):
        world = self.sandbox()
        self.assert_exit(world.make(A, "a@dept.gov.uk", "--follow"), 0)
        self.assert_exit(world.make(A, "a@dept.gov.uk", "--follow", name="Boat licences"), 0)
        ledger = world.pay()
        self.assertEqual([len(ledger[what]) for what in ("services", "accounts", "links", "users", "roles")],
                         [2, 2, 2, 1, 2])
        steps = world.steps("a@dept.gov.uk: Boat licences")
        self.assertEqual(steps["user"]["attempts"][0]["effects"], [], "the user who exists is taken over")
        self.assertEqual(len(steps["role"]["attempts"][0]["effects"]), 1)

    def test_signing_up_comes_before_it(self):
        world = self.sandbox("--scenario", "pay-people-answer")
        self.assert_exit(world.make(A, "a@dept.gov.uk", "signUp=true", "--follow"), 1)
        run = "a@dept.gov.uk: Fishing licences"
        steps = world.steps(run)
        self.assertTrue(steps["code-entered"]["needsYou"])
        ledger = world.pay()
        self.assertEqual([len(ledger[what]) for what in ("emails", "sms", "services")], [1, 1, 0])
        self.assert_exit(world.run("advance", run, "code-entered", "--reason", "she told me",
                                   "--follow", extra=world.secrets()), 0)
        self.assert_made_once(world, "a@dept.gov.uk")
        self.assertEqual([len(world.pay()[what]) for what in ("emails", "sms")], [1, 1])

    def test_a_private_address_is_refused_in_the_services_words(self):
        world = self.sandbox()
        self.assert_exit(world.make(A, "a@shop.example", "signUp=true", "--follow"), 1)
        error = world.steps("a@shop.example: Fishing licences")["invite"]["error"]
        self.assertEqual(error["code"], "http.status")
        self.assertIn("not a public sector one", error["what"])
        self.assertIn("Email [a@shop.example] is not a valid public sector email", error["why"])
        self.assertEqual(world.pay()["emails"], [])

    def test_a_text_message_whose_answer_is_lost_is_never_sent_twice_without_asking(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        for number, fault in enumerate(("apply-then-drop", {"status": 504, "apply": True})):
            with self.subTest(fault):
                record = Path(folder.name) / f"record-{number}.jsonl"
                world = self.sandbox("--scenario", "pay-people-answer", "--record", str(record))
                world.fault({"method": "POST", "path": ADMIN + "invites/*/send-otp"}, fault)
                self.assert_exit(world.make(A, "a@dept.gov.uk", "signUp=true", "--follow"), 1)
                run = "a@dept.gov.uk: Fishing licences"
                step = world.steps(run)["text-message"]
                self.assertEqual((step["error"]["code"], step["needsYou"]), ("effect.unknown", True))
                # Neither another driver nor time changes that.
                self.assert_exit(world.run("follow", run, extra=world.secrets()), 1)
                self.assertEqual([len(world.pay()[what]) for what in ("emails", "sms")], [1, 1])
        # A person who says so has it sent once more, by a driver that is given the invitation's code.
        sent = [line["path"] for line in map(json.loads, record.read_text().splitlines())
                if line["path"].endswith("/send-otp")]
        self.assertEqual(len(sent), 1)
        given = world.home / "given"
        given.touch(mode=0o600)
        given.write_text(f"steps.invite.code={sent[0].split('/')[-2]}\n")
        self.assert_exit(world.run("retry", run, "text-message", "--follow", extra=("--secrets", str(given))), 1)
        self.assertEqual([len(world.pay()[what]) for what in ("emails", "sms")], [1, 2])
        self.assertTrue(world.steps(run)["code-entered"]["needsYou"])

    def test_an_email_whose_answer_is_lost_is_never_sent_twice(self):
        world = self.sandbox()
        world.fault({"path": ADMIN + "invites/create-self-registration-invite"}, "apply-then-drop")
        self.assert_exit(world.make(A, "a@dept.gov.uk", "signUp=true", "--follow"), 1)
        run = "a@dept.gov.uk: Fishing licences"
        self.assertEqual(world.steps(run)["invite"]["error"]["code"], "effect.unknown")
        self.assert_exit(world.run("follow", run, extra=world.secrets()), 1)
        self.assertEqual(len(world.pay()["emails"]), 1)


class Secrets(PayTest):
    def test_a_secret_on_the_command_line_is_refused(self):
        world = self.sandbox()
        answer = world.run("create", A, "email=a@dept.gov.uk", "serviceName=Fishing", "telephone=+447700900001",
                           "password=" + PASSWORD)
        self.assert_exit(answer, 2)
        self.assertNotIn(PASSWORD, answer.out + answer.err)
        self.assert_exit(world.run("create", A, "email=a@dept.gov.uk", "serviceName=Fishing",
                                   "telephone=+447700900001"), 2)
        open_to_all = world.home / "open"
        open_to_all.write_text("password=" + PASSWORD)
        open_to_all.chmod(0o644)
        answer = world.run("create", A, "email=a@dept.gov.uk", "serviceName=Fishing", "telephone=+447700900001",
                           extra=("--secrets", str(open_to_all)))
        self.assertNotEqual(answer.status, 0)
        self.assertNotIn(PASSWORD, answer.out + answer.err)

    def test_a_secret_that_is_gone_is_asked_for(self):
        world = self.sandbox()
        self.assert_exit(world.make(A, "a@dept.gov.uk"), 0)
        run = "a@dept.gov.uk: Fishing licences"
        self.assert_exit(world.run("follow", run), 1)
        step = world.steps(run)["user"]
        self.assertEqual((step["error"]["code"], step["needsYou"]), ("secret.missing", True))
        self.assertEqual(step["attempts"][0]["effects"], [], "nothing was sent without it")
        self.assert_exit(world.run("retry", run, "user", "--follow", extra=world.secrets()), 0)
        self.assert_made_once(world, "a@dept.gov.uk")

    def test_no_secret_is_found_anywhere(self):
        with tempfile.TemporaryDirectory() as elsewhere:
            record = elsewhere + "/record.jsonl"
            world = self.sandbox("--scenario", "pay-people-answer", "--record", record)
            # A refusal too: its text is kept.
            world.fault({"method": "POST", "path": ADMIN + "users"}, {"status": 500})
            run = "a@dept.gov.uk: Fishing licences"
            world.also = {"QT_LOGGING_RULES": "slipway.*=true"}  # every word that the programs ever say
            said = [world.make(A, "a@dept.gov.uk", "signUp=true", "--follow"),
                    world.run("--json", "events", run),
                    world.run("advance", run, "code-entered", "--reason", "told", "--follow",
                              extra=(*world.secrets(), "--json"))]
            self.assert_exit(said[-1], 0)
            self.assert_made_once(world, "a@dept.gov.uk")
            for command in (("show", run), ("--json", "show", run), ("--json", "events", run), ("events", run),
                            ("--json", "list"), ("record", run), ("export",)):
                said.append(world.run(*command))
            canaries = {PASSWORD}
            with open(record, encoding="utf-8") as lines:
                text = lines.read()
            for line in map(json.loads, text.splitlines()):
                body = line["responseBody"]
                if isinstance(body, dict) and "otp_key" in body:
                    canaries.add(body["otp_key"])
                if "/invites/" in line["path"] and "create-self" not in line["path"]:
                    canaries.add(line["path"].split("/invites/")[1].split("/")[0])
            self.assertIn(PASSWORD, text, "it was sent")
            self.assertEqual(len(canaries), 3, canaries)
            search = harness.Search("a@dept.gov.uk", "Fishing licences")
            for answer in said:
                search.add("output", answer.out)
                search.add("log", answer.err)
            search.add_files(world.home, ("secrets",))
            self.assertEqual(search.unread("output", "log", "file sandbox.json.store.db"), [])
            self.assertEqual(search.found(canaries), [])
            # What is looked for would be found: in each place, as it stands there.
            for place in list(search.places):
                search.add(place, PASSWORD)
                self.assertIn((PASSWORD, place), search.found(canaries))


class DryRun(PayTest):
    SENT = {A: {"service": "services", "account": "accounts", "link": "services/", "name": "services/", "user": "users",
                "role": "users/"},
            ADR_ORDER: {"service": "services", "account": "accounts", "user": "users", "role": "users/",
                        "link": "services/", "name": "services/"},
            ONE_CALL: {"create": "service-creations"}}

    def test_a_dry_run_says_each_step_sends_nothing_and_shows_no_secret(self):
        with tempfile.TemporaryDirectory() as elsewhere:
            record = Path(elsewhere) / "record.jsonl"
            world = self.sandbox("--record", str(record))
            before = world.pay()
            search = harness.Search("Fishing licences", "/v1/api/", "a@dept.gov.uk")
            for workflow, sent in self.SENT.items():
                with self.subTest(workflow):
                    shown = self.assert_exit(world.make(workflow, "a@dept.gov.uk", "--dry-run"), 0)
                    told = self.assert_exit(world.make(workflow, "a@dept.gov.uk", "--dry-run", "--json"), 0)
                    self.assertIs(told.json["complete"], True)
                    steps = {step["id"]: step["summary"] for step in told.json["steps"]}
                    for step, path in sent.items():
                        self.assertRegex(steps[step], r"^Sends (POST|PATCH) \S+/v1/api/" + path)
                        self.assertIn(steps[step], shown.out)
                    self.assertEqual([step for step in steps if step in sent], list(sent), "in their order")
                    self.assertEqual({summary for step, summary in steps.items() if step not in sent},
                                     {"Is skipped: its condition does not hold."} if workflow == A else set())
                    self.assertEqual(shown.err.strip(), "Nothing was changed.")
                    search.add("output", shown.out + told.out)
                    search.add("log", shown.err + told.err)
            signing = self.assert_exit(world.make(A, "a@dept.gov.uk", "signUp=true", "--dry-run"), 0)
            self.assertEqual(signing.out.count("At most once: it is never sent again without asking."), 2)
            self.assertIn("Waits until a person confirms: Has a@dept.gov.uk entered the code", signing.out)
            search.add("output", signing.out)
            # Not a request reached adminusers or connector, and no run is there.
            self.assertEqual(world.pay(), before)
            self.assertEqual(world.run("--json", "list").out, "")
            lines = [json.loads(line) for line in record.read_text().splitlines()]
            self.assertEqual([line["path"] for line in lines if line["service"] == "pay"], [])
            search.add_files(world.home, ("secrets",))
            self.assertEqual(search.unread("output"), [])
            self.assertEqual(search.found([PASSWORD]), [])
            # A start is seen by all that looked on here.
            self.assert_exit(world.make(ONE_CALL, "a@dept.gov.uk", "--follow"), 0)
            self.assertNotEqual(world.pay(), before)
            self.assertIn(CREATIONS, record.read_text())


class Faults(PayTest):
    def one(self, fault, workflow=A):
        world = PaySandbox()
        try:
            for (method, path), times in (WRITES if workflow == A else {("POST", CREATIONS): 1}).items():
                world.fault({"method": method, "path": path}, FAULTS[fault], times=times)
            answer = world.make(workflow, "a@dept.gov.uk", "--follow")
            self.assert_exit(answer, 0)
            self.assertEqual(world.state()["faults"], [], "every write met its fault")
            self.assert_made_once(world, "a@dept.gov.uk")
            self.assertIs(world.run("--json", "journal", "verify").json["ok"], True)
        finally:
            world.close()

    def test_each_fault_on_each_write(self):
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            for fault, workflow, done in [(fault, workflow, pool.submit(self.one, fault, workflow))
                                          for workflow in (A, ONE_CALL) for fault in FAULTS]:
                with self.subTest(fault, workflow=workflow):
                    done.result()

    def test_option_b_can_leave_an_account_that_nobody_can_reach(self):
        world = self.sandbox()
        world.fault({"path": CONNECTOR + "accounts"}, "apply-then-drop")
        self.assert_exit(world.make(ONE_CALL, "a@dept.gov.uk", "--follow"), 0)
        ledger = world.pay()
        self.assertEqual([len(ledger[what]) for what in ("services", "accounts", "links", "users")], [1, 2, 1, 1])
        # What nobody can look up is listed all the same, also when the run has come to its end.
        run = world.show("a@dept.gov.uk: Fishing licences")
        self.assertEqual(run["state"], "succeeded")
        left = run["leftBehind"]
        self.assertEqual([(thing["step"], thing["certain"], thing["harmless"], thing["canBeUndone"]) for thing in left],
                         [("create", False, True, False)])
        self.assertIn("account", left[0]["what"])
        self.assertIn("Fishing licences", left[0]["remedy"])
        self.assertIn("Perhaps: ", world.run("show", run["id"]).out)

    def test_option_b_without_trouble_leaves_nothing(self):
        world = self.sandbox()
        self.assert_exit(world.make(ONE_CALL, "a@dept.gov.uk", "--follow"), 0)
        self.assertEqual(world.show("a@dept.gov.uk: Fishing licences")["leftBehind"], [])

    def test_a_service_that_is_down_is_waited_for(self):
        world = self.sandbox()
        world.fault({"service": "pay"}, {"status": 429}, times=3)
        self.assert_exit(world.make(A, "a@dept.gov.uk", "--follow"), 0)
        self.assert_made_once(world, "a@dept.gov.uk")


class LeftBehind(PayTest):
    RUN = "a@dept.gov.uk: Fishing licences"

    def stopped_at(self, workflow, path, method="POST"):
        """A run that a refusal has stopped."""
        world = self.sandbox()
        world.fault({"method": method, "path": path}, {"status": 400}, times=0)
        self.assert_exit(world.make(workflow, "a@dept.gov.uk", "--follow"), 1)
        self.assertEqual(world.show(self.RUN)["state"], "failed")
        world.http("DELETE", "/_sandbox/faults")
        return world

    def test_what_a_failed_run_leaves_is_listed(self):
        world = self.stopped_at(A, ADMIN + "services/*", "PATCH")
        left = {thing["step"]: thing for thing in world.show(self.RUN)["leftBehind"]}
        self.assertEqual(sorted(left), ["account", "service"])
        self.assertTrue(all(thing["harmless"] and thing["certain"] and thing["canBeUndone"] for thing in left.values()))
        self.assertEqual(left["service"]["outputs"]["externalId"], world.state()["pay"]["services"][0]["externalId"])
        text = world.run("show", self.RUN).out
        self.assertIn("Left behind", text)
        self.assertIn("Without a user nobody can reach it.", text)
        self.assert_exit(world.run("retry", self.RUN, "--follow", extra=world.secrets()), 0)
        self.assertEqual(world.show(self.RUN)["leftBehind"], [])

    def test_the_order_of_the_decision_record_leaves_harm(self):
        world = self.stopped_at(ADR_ORDER, ADMIN + "services/*", "PATCH")
        left = {thing["step"]: thing for thing in world.show(self.RUN)["leftBehind"]}
        self.assertEqual(sorted(left), ["account", "service", "user"])
        self.assertFalse(left["user"]["harmless"])
        self.assertIn("no gateway account yet", left["user"]["why"])

    def test_it_can_be_taken_back_in_reverse_order(self):
        world = self.stopped_at(ADR_ORDER, ADMIN + "services/*", "PATCH")
        preview = self.assert_exit(world.run("undo", self.RUN, "--dry-run"), 0)
        self.assertIn("Takes back what the step made", preview.out)
        self.assertEqual(world.pay()["removals"], [])
        answer = world.run("undo", self.RUN, "--reason", "not wanted", "--follow", extra=world.secrets())
        self.assertEqual(world.show(self.RUN)["state"], "undone", str(answer))
        state = world.state()["pay"]
        self.assertTrue(state["services"][0]["archived"] and state["accounts"][0]["disabled"])
        self.assertTrue(state["users"][0]["disabled"])
        self.assertEqual(state["users"][0]["roles"], [])
        requests = [one["request"] for one in world.pay()["removals"] if one["request"] is not None]
        self.assertEqual(requests, sorted(requests))
        first = world.pay()["removals"][0]
        self.assertIn("user", first, "the user goes first")
        self.assertEqual(world.show(self.RUN)["leftBehind"], [])

    def test_a_user_who_was_there_before_is_left_alone(self):
        world = self.sandbox()
        self.assert_exit(world.make(A, "a@dept.gov.uk", "--follow"), 0)
        world.fault({"method": "POST", "path": ADMIN + "users/*/services"}, {"status": 400}, times=0)
        self.assert_exit(world.make(A, "a@dept.gov.uk", "--follow", name="Boat licences"), 1)
        world.http("DELETE", "/_sandbox/faults")
        world.run("undo", "a@dept.gov.uk: Boat licences", "--reason", "not wanted", "--follow", extra=world.secrets())
        state = world.state()["pay"]
        self.assertEqual([service["archived"] for service in state["services"]], [False, True])
        self.assertFalse(state["users"][0]["disabled"])
        self.assertEqual(len(state["users"][0]["roles"]), 1)

    def test_a_lost_answer_of_an_undo_is_no_harm(self):
        world = self.stopped_at(A, ADMIN + "users")
        for path in (ADMIN + "services/*", CONNECTOR + "accounts/*"):
            world.fault({"method": "PATCH", "path": path}, "apply-then-drop")
        world.run("undo", self.RUN, "--reason", "not wanted", "--follow", extra=world.secrets())
        self.assertEqual(world.show(self.RUN)["state"], "undone")
        self.assertTrue(world.state()["pay"]["services"][0]["archived"])


if __name__ == "__main__":
    harness.main()
