# SPDX-License-Identifier: GPL-3.0-or-later
"""A proxy between the program and the sandbox: a witness of every request that the program put on the wire, counted
before anything else happens to it, and the place where the network's troubles are made (troubles.py)."""
import json
import os
import re
import socket
import sys
import threading
import time
import urllib.parse

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support"))
from counting_proxy import CountingProxy  # noqa: E402


class Wire:
    """`trouble(line)` is asked about each request and gives None or what plays a trouble: called with (wire, client,
    request, forward); the connection goes on where it returns True."""

    def __init__(self, trouble=None, tell=None):
        self.trouble, self.tell = trouble, tell
        self.lines, self.writes = [], 0
        self.lock = threading.Lock()
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        self.target = None
        self.refused_until, self.closed, self.clients = 0.0, False, set()

    def through(self, announcement):
        """What the sandbox says of its addresses, with the proxy's instead; the proxy begins to work."""
        url = urllib.parse.urlparse(announcement["url"])
        self.target = (url.hostname, url.port)
        threading.Thread(target=self._accept, daemon=True).start()
        own, there = "127.0.0.1:%d" % self.port, "%s:%d" % self.target
        return {name: value.replace(there, own) if isinstance(value, str) and name.lower().endswith("url") else value
                for name, value in announcement.items()}

    def close(self):
        self.closed = True
        self._stop_listening()

    def refuse(self, seconds):
        """Nobody listens for a while, and what was connected is cut off."""
        self.refused_until = time.monotonic() + seconds
        self._stop_listening()
        with self.lock:
            clients = list(self.clients)
        for client in clients:
            try:
                client.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass  # it was quicker

    def _stop_listening(self):
        try:
            self.listener.shutdown(socket.SHUT_RDWR)  # wakes whoever accepts; closing alone does not
        except OSError:
            pass
        self.listener.close()

    def record(self):
        with self.lock:
            return list(self.lines)

    def _accept(self):
        while True:
            try:
                client, address = self.listener.accept()
            except OSError:
                if self.closed:
                    return
                time.sleep(max(0.0, self.refused_until - time.monotonic()))
                self.listener = socket.create_server(("127.0.0.1", self.port), backlog=64)
                continue
            client.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._serve, args=(client, address), daemon=True).start()

    def _note(self, request, sender):
        first, _, body = request
        method, path, _ = first.decode().split(" ", 2)
        path = urllib.parse.urlparse(path).path
        parsed = None
        if body:
            try:
                parsed = json.loads(body)
            except ValueError:
                parsed = None
        query = parsed.get("query", "") if isinstance(parsed, dict) else ""
        named = re.match(r"\s*(?:mutation|query)\s+(\w+)", str(query))
        service = ("pay" if path.startswith(("/adminusers/", "/connector/")) else
                   "portal" if path.startswith("/portal") else "github")
        line = {"service": service, "method": method, "path": path, "operation": named.group(1) if named else None,
                "requestBody": parsed, "fault": None, "sender": sender}
        write = service != "portal" and method != "GET" and not path.endswith(("/find", "/search")) and (
            not path.endswith("/graphql") or str(query).lstrip().startswith("mutation"))
        with self.lock:
            self.lines.append(line)
            self.writes += write
        return line

    def _serve(self, client, address):
        sender = self.tell(address) if self.tell else None
        server = None
        with self.lock:
            self.clients.add(client)
        requests, answers = client.makefile("rb"), None
        try:
            while request := CountingProxy._message(requests):
                line = self._note(request, sender)

                def forward():
                    nonlocal server, answers
                    if server is None:
                        server = socket.create_connection(self.target)
                        server.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                        answers = server.makefile("rb")
                    server.sendall(request[1] + request[2])
                    return CountingProxy._message(answers, line["method"] == "HEAD")

                play = self.trouble(line) if self.trouble else None
                if play:
                    if not play(self, client, request, forward):
                        return
                    continue
                answer = forward()
                if not answer:
                    return
                client.sendall(answer[1] + answer[2])
        except (OSError, ValueError):
            return
        finally:
            with self.lock:
                self.clients.discard(client)
            requests.close()
            client.close()
            if server:
                answers.close()
                server.close()
