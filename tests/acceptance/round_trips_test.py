# SPDX-License-Identifier: GPL-3.0-or-later
"""How often a creation goes over the wire before its first wait, counted by a proxy of this test.

The proxy stands between the program and the sandbox, holds every answer back by 100 ms, and notes when each request was
sent and when its answer was on its way. Requests that were on the wire at the same time make one round trip.
"""

import json
import socket
import threading
import time

import harness
from harness import SandboxTest

LATENCY = 0.1  # seconds, real
REQUESTS, ROUNDS = 5, 3


class CountingProxy:
    """Forwards HTTP/1.1 message by message, so that each can be timed; the GraphQL operation is noted with it."""

    def __init__(self, target):
        self.target = target
        self.seen = []  # [began, ended, method, path, what]
        self.lock = threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self):
        self.listener.close()

    def _accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    @staticmethod
    def _message(stream):
        """One message with a Content-Length: first line, head, body. None at the end of the stream."""
        first = stream.readline()
        if not first:
            return None
        head, length, chunked = first, 0, False
        while True:
            line = stream.readline()
            head += line
            if line in (b"\r\n", b""):
                break
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
            chunked = chunked or (name.lower() == b"transfer-encoding" and b"chunked" in value)
        body = b""
        while chunked:
            size = stream.readline()
            part = stream.read(int(size, 16) + 2)
            body += size + part
            if int(size, 16) == 0:
                break
        return first, head, body if chunked else stream.read(length)

    def _serve(self, client):
        with client, socket.create_connection(self.target) as server:
            requests, answers = client.makefile("rb"), server.makefile("rb")
            try:
                while request := self._message(requests):
                    first, head, body = request
                    method, path, _ = first.decode().split(" ", 2)
                    what = json.loads(body).get("query", "")[:60] if path.endswith("graphql") else ""
                    entry = [time.monotonic(), None, method, path, what]
                    with self.lock:
                        self.seen.append(entry)
                    server.sendall(head + body)
                    answer = self._message(answers)
                    if not answer:
                        return
                    time.sleep(LATENCY)
                    entry[1] = time.monotonic()
                    client.sendall(answer[1] + answer[2])
            except OSError:
                return


def rounds(entries):
    """Groups of requests of which each begins while an earlier one of the group is still under way."""
    groups, until = [], 0.0
    for entry in sorted(entries):
        if entry[0] >= until:
            groups.append([])
        groups[-1].append(entry)
        until = max(until, entry[1]) if len(groups[-1]) > 1 else entry[1]
    return groups


class RoundTrips(SandboxTest):
    def setUp(self):
        # Real durations: the snapshot lives as long as it does at work, and the checks of the first pull request
        # (45 s) are the first thing that is waited for.
        self.world = self.sandbox(speed=1)
        host, port = self.world.url.removeprefix("http://").split(":")
        self.proxy = CountingProxy((host, int(port)))
        self.addCleanup(self.proxy.close)
        self.world.file.write_text(json.dumps(
            {**self.world.announced, "url": f"http://127.0.0.1:{self.proxy.port}"}) + "\n")

    def until_the_first_wait(self, name):
        self.world.until(name, lambda steps: steps["infra-merged"]["state"] == "waiting"
                         and steps["config-raise"]["state"] == "succeeded"
                         and steps["nginx-raise"]["state"] == "succeeded", "the first wait")
        waited = next(event for event in self.world.events(name)
                      if event["type"] == "StepWaiting" and event["step"] == "infra-merged")
        self.assertEqual(waited["data"]["for"], "checks", "what is waited for first")
        self.assertEqual({one["repository"] for one in self.world.ledger()["pullRequests"]},
                         {"tf-svc-infra", "cdp-app-config", "cdp-nginx-upstreams"})

    def before_the_first_wait(self):
        """All that was sent until the last of the writes that come before the wait was answered: what is read after
        that is the wait itself."""
        with self.proxy.lock:
            entries = [list(entry) for entry in self.proxy.seen if entry[1] is not None]
        last = max(entry[1] for entry in entries if "mutation" in entry[4])
        return [entry for entry in entries if entry[0] < last
                and not entry[4].startswith("query Watch")], entries

    def counted(self):
        before, entries = self.before_the_first_wait()
        groups = rounds(before)
        told = "\n".join(f"{entry[0] - entries[0][0]:7.3f} to {entry[1] - entries[0][0]:7.3f}  {entry[2]} {entry[3]}  "
                         f"{entry[4]!r}" for entry in entries)
        print(f"{len(before)} requests in {len(groups)} round trips\n{told}")
        return before, groups, told

    def test_create_and_follow(self):
        process = self.ended(self.world.start(
            "create", harness.WORKFLOW, "repositoryName=round-trips", "serviceType=cdp-node-backend-template",
            "owningTeam=fisheries", "--follow"))
        self.until_the_first_wait("round-trips")
        harness.end(process)
        before, groups, told = self.counted()
        self.assertEqual((len(before), len(groups)), (REQUESTS, ROUNDS), told)

    def test_create_then_follow_reads_once_more_for_the_other_program(self):
        self.assert_exit(self.world.create("two-programs"), 0)
        process = self.ended(self.world.start("follow", "two-programs"))
        self.until_the_first_wait("two-programs")
        harness.end(process)
        before, _, told = self.counted()
        self.assertEqual(sum("mutation" in entry[4] for entry in before), 4, told)


if __name__ == "__main__":
    harness.main()
