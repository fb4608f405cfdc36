# SPDX-License-Identifier: GPL-3.0-or-later
"""GitHub's news, directly and through a relay: they are looked after at once, and while they flow little else is asked."""

import hashlib
import hmac
import json
import time
import urllib.request
import uuid
from datetime import datetime, timezone

from api_test import Api
from harness import SandboxTest, main

SECRET = "It's a Secret to Everybody"


class NewsTest(SandboxTest):
    def secret_of(self, sandbox):
        secret = sandbox.home / "webhook-secret"
        secret.write_text(SECRET + "\n")
        secret.chmod(0o600)
        return ("--webhook-secret-file", str(secret))

    def deliver(self, url, event, payload, secret=SECRET):
        body = json.dumps(payload, separators=(",", ":")).encode()
        request = urllib.request.Request(url, data=body, method="POST", headers={
            "Content-Type": "application/json", "X-GitHub-Event": event, "X-GitHub-Delivery": str(uuid.uuid4()),
            "X-Hub-Signature-256": "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()})
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.loads(answer.read() or b"null")

    def about(self, sandbox):
        pull = next(one for one in sandbox.ledger()["pullRequests"] if one["repository"].endswith("tf-svc-infra"))
        return {"action": "edited", "repository": {"full_name": f"{sandbox.org}/tf-svc-infra"},
                "pull_request": {"node_id": pull["nodeId"], "number": pull["number"]}}

    def requests(self, record, seconds):
        """How often GitHub was asked within that time, in requests a second: from the first to the last one, since a
        window that ends before or after a look would count it or not."""
        begun = datetime.now(timezone.utc)
        time.sleep(seconds)
        with open(record, encoding="utf-8") as lines:
            asked = [datetime.fromisoformat(one["at"]) for one in map(json.loads, lines) if one["service"] == "github"]
        asked = [at for at in asked if at > begun]
        self.assertGreater(len(asked), 2, "nothing was asked")
        return (len(asked) - 1) / (asked[-1] - asked[0]).total_seconds()

    def test_while_news_flow_polling_falls_to_a_tenth(self):
        sandbox = self.sandbox()
        sandbox.close()
        record = sandbox.home.parent / f"news-{uuid.uuid4()}.jsonl"
        self.addCleanup(record.unlink, missing_ok=True)
        sandbox = self.sandbox("--record", str(record))
        sandbox.world("hold", what="check", repository="tf-svc-infra", next=True)
        api = Api(self, sandbox, *self.secret_of(sandbox), "--time-scale", "20")
        status, started, _ = api.start("quiet", "k")
        self.assertEqual(status, 201, started)
        sandbox.until("quiet", lambda s: s["infra-merged"]["state"] == "waiting"
                      and s["config-raise"]["state"] == s["nginx-raise"]["state"] == "succeeded", "the wait")
        time.sleep(4)  # it looks oftener at first
        often = self.requests(record, 5)
        self.assertTrue(self.deliver(api.url + "/webhooks/github", "pull_request", self.about(sandbox))["looked"])
        # One look for the news, one more since answers can lag behind them, and what these want to know besides.
        time.sleep(7)
        seldom = self.requests(record, 24)
        print(f"{often:.2f} requests a second, {seldom:.2f} while news flow", flush=True)
        self.assertGreater(often, 1)
        self.assertLessEqual(seldom, often * 0.1)

    def test_a_relay_brings_news_as_quickly_and_comes_back_when_it_was_cut_off(self):
        sandbox = self.sandbox(speed=10)
        relay = sandbox.url + "/_sandbox/relay/channel-1"
        agent = Api(self, sandbox, *self.secret_of(sandbox), "--relay", relay, "--time-scale", "1")

        def listening(seconds=20):
            deadline = time.monotonic() + seconds
            while self.deliver(relay, "ping", {"zen": "Look."})["listeners"] == 0:
                self.assertLess(time.monotonic(), deadline, "nobody listens")
                time.sleep(0.1)

        listening()
        urllib.request.urlopen(urllib.request.Request(relay, method="DELETE"), timeout=20).close()
        listening()  # again, by itself
        # Somebody else's posts to the channel neither hold it up nor count as GitHub's.
        self.deliver(relay, "push", {"repository": {"full_name": f"{sandbox.org}/tf-svc"}}, secret="somebody else's")
        self.deliver(relay, "push", {"repository": ["no name"]})
        sandbox.http("POST", "/_sandbox/webhook", {"url": relay, "secret": SECRET})
        agent.assert_merges_are_seen_at_once("relayed")

    def test_a_relay_needs_the_secret_that_tells_true_news(self):
        sandbox = self.sandbox()
        self.assert_exit(sandbox.run("agent", "--relay", sandbox.url + "/_sandbox/relay/x"), 2)
        self.assert_exit(sandbox.run("agent", "--relay", "nowhere", *self.secret_of(sandbox)), 2)

    def test_two_tokens_that_are_made_at_once_are_both_kept(self):
        sandbox = self.sandbox()
        tokens = str(sandbox.home / "race.json")
        made = [sandbox.start("api-token", "add", f"robot-{i}", "--tokens", tokens) for i in range(12)]
        for process in made:
            out, err = process.communicate(timeout=60)
            self.assertEqual(process.returncode, 0, err)
        listed = sandbox.run("--json", "api-token", "list", "--tokens", tokens).lines
        self.assertEqual(sorted(token["name"] for token in listed), sorted(f"robot-{i}" for i in range(12)))
        again = [sandbox.start("api-token", "add", "one-name", "--tokens", tokens) for _ in range(4)]
        statuses = [(process.communicate(timeout=60), process.returncode)[1] for process in again]
        self.assertEqual(statuses.count(0), 1, statuses)


if __name__ == "__main__":
    main()
