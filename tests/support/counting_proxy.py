# SPDX-License-Identifier: GPL-3.0-or-later
"""A proxy that holds every answer back and notes when each request was sent and when its answer was on its way.

Requests that were on the wire at the same time make one round trip.
"""

import json
import socket
import threading
import time
from dataclasses import dataclass


@dataclass(order=True)
class Exchange:
    """Times are of time.time(), in seconds; `ended` is None while the answer is not on its way."""

    began: float
    ended: float | None
    method: str
    path: str
    what: str  #: the beginning of a GraphQL document

    @property
    def is_write(self):
        return "mutation" in self.what[:10] if self.path.endswith("graphql") else self.method not in ("GET", "HEAD")


# Bytes in a segment, as on an Ethernet. Loopback's 64 kB make one of what else are dozens, and of a body that is sent in
# parts every part is then a "small" segment, which Nagle's rule holds back until the other side deigns to acknowledge the
# one before, 40 ms later. No network between two machines does that to either program.
SEGMENT = 1448


class CountingProxy:
    """Forwards HTTP/1.1 message by message, so that each can be timed."""

    def __init__(self, target, latency=0.1):
        self.target = target
        self.latency = latency  # seconds, real: what a round trip takes at least
        self.seen = []
        self.lock = threading.Lock()
        self.listener = socket.socket()
        self.listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_MAXSEG, SEGMENT)
        self.listener.bind(("127.0.0.1", 0))
        self.listener.listen(64)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def close(self):
        self.listener.close()

    def exchanges(self):
        """Those that were answered."""
        with self.lock:
            return sorted(each for each in self.seen if each.ended is not None)

    def _accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    @staticmethod
    def _message(stream, bodiless=False):
        """One message: first line, head, body. None at the end of the stream."""
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
        if bodiless:
            return first, head, b""
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
            server.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            requests, answers = client.makefile("rb"), server.makefile("rb")
            try:
                while request := self._message(requests):
                    first, head, body = request
                    method, path, _ = first.decode().split(" ", 2)
                    what = json.loads(body).get("query", "").strip()[:60] if path.endswith("graphql") else ""
                    entry = Exchange(time.time(), None, method, path, what)
                    with self.lock:
                        self.seen.append(entry)
                    server.sendall(head + body)
                    answer = self._message(answers, method == "HEAD")
                    if not answer:
                        return
                    rest = self.latency - (time.time() - entry.began)
                    if rest > 0:
                        time.sleep(rest)
                    entry.ended = time.time()
                    client.sendall(answer[1] + answer[2])
            except OSError:
                return


def rounds(exchanges):
    """Groups of requests of which each begins while an earlier one of the group is still under way."""
    groups, until = [], 0.0
    for each in sorted(exchanges):
        if each.began >= until:
            groups.append([])
        groups[-1].append(each)
        until = max(until, each.ended) if len(groups[-1]) > 1 else each.ended
    return groups


def told(exchanges):
    start = exchanges[0].began if exchanges else 0
    return "\n".join(f"{each.began - start:8.3f} to {each.ended - start:8.3f}  {each.method} {each.path}  {each.what!r}"
                     for each in exchanges)
