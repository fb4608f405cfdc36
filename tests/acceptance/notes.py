# SPDX-License-Identifier: GPL-3.0-or-later
"""A small service that takes notes from who has its credential, and a workflow that leaves one there."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Notes:
    """It keeps what it was sent, and says in its answers which credential that was: what a careless service does."""

    def __init__(self, header, wanted):
        self.header, self.wanted = header, wanted
        self.requests, self.notes = [], []
        service = self

        class Handler(BaseHTTPRequestHandler):
            def answer(self, body=None):
                got = self.headers.get(service.header)
                service.requests.append((self.command, self.path, got))
                if got != service.wanted:
                    return self.say(401, {"message": f"no such key: {got}"})
                if self.command == "POST":
                    service.notes.append(body["name"])
                    return self.say(201, {"id": len(service.notes), "by": got})
                return self.say(200, {"notes": [{"name": name, "by": got} for name in service.notes]})

            def do_GET(self):
                self.answer()

            def do_POST(self):
                self.answer(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

            def say(self, status, body):
                data = json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()


def workflow(url):
    lane = {"lane": "notes"}
    return {"id": "leave-note", "version": 1, "title": "Leave a note", "subject": "{{ inputs.name }}",
            "settings": {"notes": {"type": "url", "default": url, "title": "Notes"},
                         "key": {"type": "text", "default": "notes", "title": "Name of the credential"}},
            "inputs": [{"id": "name", "type": "text", "title": "Name"}],
            "lanes": [{"id": "notes", "title": "Notes"}],
            "steps": [{"id": "write", **lane, "kind": "http.request", "title": "Write it",
                       "with": {"method": "POST", "url": "{{ settings.notes }}/notes", "credential": "{{ settings.key }}",
                                "effect": "natural key", "body": {"name": "{{ inputs.name }}"},
                                "outputs": {"id": {"at": "/id", "as": "text"}}, "lookFirst": True,
                                "lookUp": {"url": "{{ settings.notes }}/notes?name={{ inputs.name }}",
                                           "credential": "notes", "in": "/notes",
                                           "match": {"/name": "{{ inputs.name }}"},
                                           "outputs": {"id": "/name"}}}},
                      {"id": "read", **lane, "kind": "http.wait", "title": "Wait for it", "needs": ["write"],
                       "with": {"url": "{{ settings.notes }}/notes", "credential": "notes", "nonEmpty": "/notes",
                                "outputs": {"name": "/notes/0/name"}}}]}
