# SPDX-License-Identifier: GPL-3.0-or-later
"""Other people's clients at the sandbox: what they make of it shows whether it is like GitHub, judged by git, by the
ledger and by GitHub's descriptions.

octokit comes by npm; gh (GitHub's own command line) is Debian's, speaks https only and trusts what SSL_CERT_FILE names,
so that a front with a certificate of this test stands before the sandbox.
"""

import json
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import threading
import unittest
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "acceptance"))

import harness  # noqa: E402 (it lies in the folder named above)
from harness import Sandbox, git  # noqa: E402

REPO = "tf-svc"
INFRA = "tf-svc-infra"


class TlsFront:
    """Takes TLS on a port of its own and hands what it reads to the sandbox, both ways."""

    def __init__(self, folder, target):
        self.certificate, key = folder / "front.pem", folder / "front.key"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                        "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out",
                        self.certificate], check=True, capture_output=True, timeout=60)
        self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.context.minimum_version = ssl.TLSVersion.TLSv1_2
        self.context.load_cert_chain(self.certificate, key)
        self.target = target
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

    def _serve(self, plain):
        try:
            with self.context.wrap_socket(plain, server_side=True) as client, \
                    socket.create_connection(self.target) as server:
                back = threading.Thread(target=self._copy, args=(server, client), daemon=True)
                back.start()
                self._copy(client, server)
                back.join()
        except OSError:
            pass

    @staticmethod
    def _copy(source, sink):
        try:
            while data := source.recv(65536):
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            pass


class ForeignClients(unittest.TestCase):
    maxDiff = None

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="slipway-foreign-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.record = self.folder / "record.jsonl"

    def begin(self, speed):
        self.world = Sandbox("--record", str(self.record), speed=speed)
        self.addCleanup(self.world.close)

    def assert_as_described(self):
        """Also what the sandbox answers to others is as GitHub describes it; their own requests are their matter."""
        judged = subprocess.run(["node", str(HERE / "validate.mjs"), "--answers", str(self.record)],
                                capture_output=True, text=True, timeout=120, check=False)
        self.assertEqual(judged.returncode, 0, judged.stdout[-8000:] + judged.stderr[-2000:])

    def test_octokit_raises_merges_and_reads_back(self):
        self.begin(speed=20)  # the checks take two seconds: time to arm auto-merge
        before = self.world.clone(REPO, "before")
        done = subprocess.run(["node", str(HERE / "octokit_client.mjs"), self.world.url, self.world.token, "DEFRA",
                               REPO], capture_output=True, text=True, timeout=120, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        seen = json.loads(done.stdout)
        self.assertEqual(seen["files"], ["added docs/note.txt", "added docs/run.sh", "modified README.md"])
        self.assertEqual((seen["merged"], seen["note"], seen["missing"]), (True, "It was here.\n", [404, "Not Found"]))
        self.assertGreaterEqual(seen["runs"], 1)

        ledger = self.world.ledger()
        pulls = [(one["repository"], one["number"], one["head"], one["title"], one["body"], one["merged"])
                 for one in ledger["pullRequests"]]
        self.assertEqual(pulls, [(REPO, seen["number"], "write-a-note", "Write a note", "By another program.", True)])
        self.assertEqual([(one["repository"], one["sha"]) for one in ledger["merges"]], [(REPO, seen["sha"])])

        after = self.world.clone(REPO, "after")
        git("fsck", "--strict", cwd=after)
        self.assertEqual(git("rev-parse", "HEAD", cwd=after).strip(), seen["sha"])
        self.assertEqual(git("rev-list", "--count", "HEAD", cwd=after).strip(),
                         str(int(git("rev-list", "--count", "HEAD", cwd=before)) + 1), "squashed")
        self.assertEqual((after / "README.md").read_text(),
                         (before / "README.md").read_text() + "\nSee docs/note.txt.\n")
        self.assertTrue(git("ls-files", "--stage", "docs/run.sh", cwd=after).startswith("100755 "))
        self.assert_as_described()

    def gh(self, *arguments):
        done = subprocess.run(["gh", *arguments], capture_output=True, text=True, timeout=60, check=False, env={
            **harness.environment(self.folder), "GH_HOST": self.host, "GH_ENTERPRISE_TOKEN": self.world.token,
            "SSL_CERT_FILE": str(self.front.certificate), "GH_NO_UPDATE_NOTIFIER": "1", "NO_COLOR": "1"})
        self.assertEqual(done.returncode, 0, f"gh {arguments}: {done.stdout}\n{done.stderr}")
        return done.stdout

    def test_gh_lists_and_views_pull_requests_and_runs(self):
        self.begin(speed=200)
        address, port = self.world.url.removeprefix("http://").split(":")
        self.front = TlsFront(self.folder, (address, int(port)))
        self.addCleanup(self.front.close)
        self.host = f"127.0.0.1:{self.front.port}"
        self.assertEqual(self.world.create("seen-by-gh", "--follow").status, 0)
        infra = f"{self.host}/DEFRA/{INFRA}"
        pull = next(one for one in self.world.ledger()["pullRequests"] if one["repository"] == INFRA)

        listed = self.gh("pr", "list", "-R", infra, "--state", "merged")
        self.assertIn(pull["title"], listed)
        self.assertIn(pull["head"], listed)
        viewed = json.loads(self.gh("pr", "view", str(pull["number"]), "-R", infra, "--json",
                                    "number,title,state,mergeCommit,headRefName,files,statusCheckRollup"))
        self.assertEqual((viewed["number"], viewed["title"], viewed["state"], viewed["headRefName"],
                          viewed["mergeCommit"]["oid"]),
                         (pull["number"], pull["title"], "MERGED", pull["head"], pull["mergedSha"]))
        self.assertEqual(sorted(one["path"] for one in viewed["files"]), sorted(pull["files"]))
        self.assertGreater(sum(one["additions"] for one in viewed["files"]), 0)
        self.assertIn("validate\tpass", self.gh("pr", "checks", str(pull["number"]), "-R", infra))

        runs = json.loads(self.gh("run", "list", "-R", infra, "--json",
                                  "databaseId,headSha,event,status,conclusion,workflowName"))
        pushed = next(one for one in self.world.ledger()["workflowRuns"]
                      if one["repository"] == INFRA and one["event"] == "push")
        mine = next(one for one in runs if one["databaseId"] == pushed["id"])
        self.assertEqual((mine["headSha"], mine["status"], mine["conclusion"]),
                         (pushed["sha"], "completed", "success"))
        self.assertIn("Triggered via push", self.gh("run", "view", str(pushed["id"]), "-R", infra))
        self.assertIn(INFRA, self.gh("repo", "view", infra, "--json", "name,defaultBranchRef"))
        self.assert_as_described()


if __name__ == "__main__":
    unittest.main(verbosity=2)
