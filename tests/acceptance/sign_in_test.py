#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways to a token, and what is kept of it, as an operator meets them: profiles, the keychain, files, gh, codes, Apps."""

import json
import os
import re
import subprocess
import time
import urllib.parse
import urllib.request
from pathlib import Path

import harness
import notes

APP = "Iv23liSandbox"
NO_SERVICES = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:tmpdir={folder}</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
"""


def private(file, text):
    file.write_text(text)
    file.chmod(0o600)
    return file


class SignIn(harness.SandboxTest):
    def ctl(self, world, *arguments, stdin=subprocess.DEVNULL, wrapper=(), more=None, **named):
        process = subprocess.Popen([*wrapper, harness.PROGRAM, *arguments], env={**harness.environment(world.home), **(more or {})},
                                   stdin=subprocess.PIPE if isinstance(stdin, str) else stdin, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True)
        if isinstance(stdin, str):
            process.stdin.write(stdin)
            process.stdin.close()
            process.stdin = None
        return harness.finish(process, **named)

    def profile(self, world, name):
        return json.loads((world.home / "config/slipway/profiles" / f"{name}.json").read_text())

    def assert_nowhere(self, world, token, but=()):
        """The token is in no file below the home but those that are meant to hold it."""
        found = [path for path in sorted(world.home.rglob("*"))
                 if path.is_file() and path not in but and token.encode() in path.read_bytes()]
        self.assertEqual(found, [world.file] if token == world.token else [])

    # --- files, where there is no keychain

    def test_a_typed_token_is_tried_and_kept_in_a_private_file_where_there_is_no_keychain(self):
        world = self.sandbox()
        # Nothing is kept of a token that does not work.
        wrong = self.ctl(world, "connection", "add", "work", "--host", world.url, stdin="ghp_wrong0123456789abcdef\n")
        self.assert_exit(wrong, 4)
        self.assertFalse((world.home / "config").exists())
        answer = self.ctl(world, "--json", "connection", "add", "work", "--host", world.url, stdin=world.token + "\n")
        self.assert_exit(answer, 0)
        self.assertEqual(answer.json["login"], "slipway-operator")
        kept = world.home / "config/slipway/tokens/work"
        self.assertIn("no keychain was used", answer.json["kept"])
        self.assertIn(str(kept), answer.json["kept"])
        self.assertEqual(kept.stat().st_mode & 0o777, 0o600)
        self.assertEqual(self.profile(world, "work")["connection"], {"host": world.url, "tokenFile": str(kept)})
        self.assert_nowhere(world, world.token, but=(kept,))
        listed = self.assert_exit(self.ctl(world, "--json", "connection", "list"), 0)
        self.assertEqual([(one["name"], one["host"]) for one in listed.lines],
                         [("work", urllib.parse.urlsplit(world.url).netloc)])
        # A second program uses it, and a creation runs through it.
        created = self.ctl(world, "--profile", "work", "--time-scale", "100", "create", harness.WORKFLOW,
                           "repositoryName=by-profile", "serviceType=cdp-node-backend-template",
                           "owningTeam=fisheries", "--set", f"portalUrl={world.announced['portalUrl']}", "--follow")
        self.assert_exit(created, 0)
        self.assert_exit(self.ctl(world, "connection", "remove", "work"), 0)
        self.assertFalse(kept.exists())
        self.assert_exit(self.ctl(world, "connection", "check", "work"), 2)

    def test_the_check_shows_the_link_for_single_sign_on(self):
        world = self.sandbox()
        page = "https://127.0.0.1/orgs/DEFRA/sso?authorization_request=sandbox"
        world.fault({"operation": "Access"}, {"status": 200, "like": "sso"}, times=2)
        told = world.run("--json", "connection", "check")
        self.assert_exit(told, 4)
        self.assertIn(page, told.out + told.err)
        shown = self.assert_exit(world.run("connection", "check"), 4)
        self.assertIn("single sign-on", shown.out + shown.err)
        self.assertIn(page, (shown.out + shown.err).replace("\n", ""))
        self.assert_exit(world.run("connection", "check"), 0)  # once the token is authorised there

    def test_tokens_stay_out_of_arguments_environment_and_output(self):
        world = self.sandbox()
        self.ctl(world, "connection", "add", "work", "--host", world.url, stdin=world.token + "\n")
        process = self.ended(subprocess.Popen(
            [harness.PROGRAM, "--profile", "work", "agent"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True,
            env={**harness.environment(world.home), "QT_LOGGING_RULES": "slipway.*.debug=true"}))
        time.sleep(0.7)
        proc = Path(f"/proc/{process.pid}")
        for name in ("cmdline", "environ"):
            self.assertNotIn(world.token.encode(), (proc / name).read_bytes())
        limits = (proc / "limits").read_text()
        self.assertRegex(limits, r"Max core file size +0 +0 ")
        answer = harness.end(process)
        self.assertNotIn(world.token, answer.out + answer.err)

    def test_a_new_token_in_the_file_is_taken_while_running(self):
        world = self.sandbox(speed=100)
        file = private(world.home / "token", "ghp_old0123456789abcdefABCDEF01234567\n")
        following = self.ended(harness.launch(
            ["--github-url", world.url, "--token-file", str(file), "--time-scale", "100", "--store",
             str(world.store), "--json", "connection", "check"], world.home))
        self.assert_exit(harness.finish(following), 4)
        private(file, world.token)
        self.assert_exit(self.ctl(world, "--github-url", world.url, "--token-file", str(file), "connection", "check"), 0)

    # --- the keychain

    def keychain(self, world, script, password="pw"):
        """Runs shell lines with a Secret Service of their own; its secrets stay in the home between calls."""
        run = world.home / "run"
        run.mkdir(mode=0o700, exist_ok=True)
        unlock = f"printf {password} | gnome-keyring-daemon --unlock --components=secrets >&2; sleep .4; "
        if password is None:
            unlock = "gnome-keyring-daemon --start --components=secrets >&2 </dev/null; sleep .4; "
        return harness.finish(subprocess.Popen(
            ["dbus-run-session", "--", "sh", "-c", unlock + script], stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
            env={**harness.environment(world.home), "XDG_RUNTIME_DIR": str(run), "CTL": harness.PROGRAM,
                 "TOKEN": str(world.home / "token"), "URL": world.url}))

    def test_the_keychain_keeps_it_for_the_next_program_until_it_is_removed(self):
        world = self.sandbox()
        private(world.home / "token", world.token)
        added = self.keychain(world, '"$CTL" --json connection add work --host "$URL" --from-file "$TOKEN"')
        self.assert_exit(added, 0)
        self.assertIn("keychain", json.loads(added.out.splitlines()[-1])["kept"])
        (world.home / "token").unlink()
        self.assertEqual(self.profile(world, "work")["connection"], {"host": world.url, "credential": "work"})
        self.assertFalse((world.home / "config/slipway/tokens").exists())
        self.assert_nowhere(world, world.token)
        # Another session, another process, after the keychain was closed and opened again.
        checked = self.keychain(world, '"$CTL" --json connection check work')
        self.assert_exit(checked, 0)
        self.assertEqual(json.loads(checked.out.splitlines()[-1])["login"], "slipway-operator")
        removed = self.keychain(world, '"$CTL" connection remove work && secret-tool search server slipway 2>&1 || true')
        self.assert_exit(removed, 0)
        self.assertNotIn("attribute.user = work", removed.out + removed.err)

    def test_a_locked_keychain_is_called_locked_and_nothing_is_believed_deleted(self):
        world = self.sandbox()
        private(world.home / "token", world.token)
        self.assert_exit(self.keychain(world, '"$CTL" connection add work --host "$URL" --from-file "$TOKEN"'), 0)
        for command in ("connection check work", "connection remove work"):
            locked = self.keychain(world, f'"$CTL" {command}', password=None)
            self.assert_exit(locked, 4)
            self.assertIn("locked", locked.err)
        self.assert_exit(self.keychain(world, '"$CTL" connection check work'), 0)

    def test_the_keychain_keeps_what_workflows_send_and_nothing_goes_out_while_it_is_locked(self):
        canary = "canary-portal-key-7731"
        world = self.sandbox()
        service = notes.Notes("Authorization", f"Bearer {canary}")
        self.addCleanup(service.close)
        file = private(world.home / "leave-note.json", json.dumps(notes.workflow(service.url)))
        self.assert_exit(world.run("workflow", "import", str(file), "--yes"), 0)
        private(world.home / "typed", canary + "\n")
        create = f'"$CTL" --sandbox {world.file} create leave-note name=a --follow'
        stored = self.keychain(world, f'"$CTL" --json credential set notes --host {service.url} <{world.home}/typed && '
                               + create)
        self.assert_exit(stored, 0)
        self.assertIn("keychain", json.loads(stored.out.splitlines()[0])["kept"])
        self.assertEqual(service.notes, ["a"])
        (world.home / "typed").unlink()
        self.assertEqual(self.profile(world, "default")["credentials"]["notes"]["credential"],
                         "credential+default+notes")
        self.assert_nowhere(world, canary)
        # Locked: the step asks, and the service hears nothing.
        heard = len(service.requests)
        locked = self.keychain(world, create.replace("name=a", "name=b") + '; "$CTL" credential remove notes',
                               password=None)
        self.assert_exit(locked, 4)
        self.assertEqual(world.steps("b")["write"]["error"]["code"], "keychain.locked")
        self.assertEqual(len(service.requests), heard)
        # Unlocked, in another session: the retry goes on, and then it is forgotten.
        mended = self.keychain(world, f'"$CTL" --sandbox {world.file} retry b --follow && "$CTL" credential remove notes '
                               "&& secret-tool search server slipway 2>&1 || true")
        self.assert_exit(mended, 0)
        self.assertEqual(service.notes, ["a", "b"])
        self.assertNotIn("credential+default+notes", mended.out + mended.err)

    # --- gh, codes and Apps

    def test_gh_is_asked_only_when_it_is_named(self):
        world = self.sandbox()
        tools = world.home / "tools"
        tools.mkdir()
        script = tools / "gh"
        asked = world.home / "asked"
        script.write_text(f'#!/bin/sh\necho "$@" >> {asked}\necho {world.token}\n')
        script.chmod(0o755)
        path = {"PATH": f"{tools}:{os.environ['PATH']}"}
        self.ctl(world, "connection", "add", "typed", "--host", world.url, stdin=world.token + "\n", more=path)
        self.assertFalse(asked.exists())
        answer = self.ctl(world, "connection", "add", "work", "--host", world.url, "--from-gh", more=path)
        self.assert_exit(answer, 0)
        self.assertEqual(asked.read_text(), "auth token --hostname 127.0.0.1\n")
        script.write_text("#!/bin/sh\necho 'no oauth token found for 127.0.0.1' >&2; exit 1\n")
        refused = self.ctl(world, "connection", "add", "other", "--host", world.url, "--from-gh", more=path)
        self.assert_exit(refused, 4)
        self.assertIn("no oauth token found", refused.err)
        missing = self.ctl(world, "connection", "add", "other", "--host", world.url, "--from-gh",
                           more={"PATH": str(world.home / "nothing")})
        self.assert_exit(missing, 4)
        self.assertIn("not installed", missing.err)

    def sign_in(self, world, decision, client=APP):
        process = self.ended(harness.launch(["--json", "connection", "add", "me", "--host", world.url, "--sign-in",
                                             "--client-id", client], world.home))
        line = process.stderr.readline()
        shown = json.loads(line)
        self.assertEqual(shown["page"], world.url + "/login/device")
        self.assertRegex(shown["code"], r"^[A-Z0-9]{4}-[A-Z0-9]{4}$")
        form = urllib.parse.urlencode({"user_code": shown["code"], "do": decision}).encode()
        urllib.request.urlopen(urllib.request.Request(shown["page"], data=form), timeout=10).read()
        return harness.finish(process)

    def test_a_person_signs_in_with_a_code(self):
        world = self.sandbox(speed=1)
        answer = self.assert_exit(self.sign_in(world, "approve"), 0)
        self.assertEqual(answer.json["token"], "appUser")
        self.assertIsNotNone(answer.json["tokenExpiresAt"])
        kept = json.loads((world.home / "config/slipway/tokens/me").read_text())
        self.assertTrue(kept["token"].startswith("ghu_") and kept["refreshToken"].startswith("ghr_"))
        # GitHub does not say beforehand what such a token may write, and that is said.
        unknown = [one for one in answer.json["findings"] if one["granted"] == "unknown"]
        self.assertTrue(unknown and all(one["why"] for one in unknown))
        # A token that has ended is renewed, and what renews it is replaced.
        private(world.home / "config/slipway/tokens/me",
                json.dumps({**kept, "expiresAt": "2020-01-01T00:00:00.000Z"}))
        self.assert_exit(self.ctl(world, "connection", "check", "me"), 0)
        renewed = json.loads((world.home / "config/slipway/tokens/me").read_text())
        self.assertNotEqual(renewed["token"], kept["token"])
        self.assertNotEqual(renewed["refreshToken"], kept["refreshToken"])
        # The old one is used up: with it the sign-in is over.
        private(world.home / "config/slipway/tokens/me",
                json.dumps({**kept, "expiresAt": "2020-01-01T00:00:00.000Z"}))
        ended = self.ctl(world, "connection", "check", "me")
        self.assert_exit(ended, 4)
        self.assertIn("sign in again", ended.err)

    def test_a_declined_code_keeps_nothing(self):
        world = self.sandbox(speed=1)
        answer = self.assert_exit(self.sign_in(world, "deny"), 4)
        self.assertIn("declined", answer.err)
        self.assertFalse((world.home / "config").exists())
        off = self.ctl(world, "connection", "add", "me", "--host", world.url, "--sign-in", "--client-id", "Iv-off")
        self.assert_exit(off, 4)
        self.assertIn("Enable Device Flow", off.err)

    def test_an_app_creates_a_service(self):
        folder = Path(harness.tempfile.mkdtemp(prefix="slipway-app-"))
        self.addCleanup(harness.shutil.rmtree, folder, True)
        key = folder / "app.pem"
        subprocess.run(["openssl", "genrsa", "-traditional", "-out", str(key), "2048"], check=True, capture_output=True)
        key.chmod(0o600)
        record = folder / "record.jsonl"
        world = self.sandbox("--app-key", str(key), "--record", str(record), speed=20)
        app = ("--app", APP, "--app-key", str(key), "--app-org", world.org)
        added = self.ctl(world, "--json", "connection", "add", "robot", "--host", world.url, *app)
        self.assert_exit(added, 0)
        self.assertEqual(added.json["login"], "slipway-launcher[bot]")
        self.assertEqual(added.json["token"], "installation")
        self.assertEqual({one["granted"] for one in added.json["findings"] if "{{" not in one["place"]}, {"yes"})
        self.assertFalse((world.home / "config/slipway/tokens").exists())
        created = self.ctl(world, "--profile", "robot", "--time-scale", "20", "create", harness.WORKFLOW,
                           "repositoryName=by-app", "serviceType=cdp-node-backend-template", "owningTeam=fisheries",
                           "--set", f"portalUrl={world.announced['portalUrl']}", "--follow")
        self.assert_exit(created, 0)
        requests = [json.loads(line) for line in record.read_text().splitlines()]
        # No request of the creation met a token that GitHub did not know yet, and the key went nowhere.
        refused = [one for one in requests if one["status"] == 401]
        self.assertEqual({one["path"].split("?")[0] for one in refused} - {"/installation/repositories"}, set())
        self.assertNotIn("PRIVATE KEY", record.read_text())
        self.assertIsNone(re.search(r"ghs_[A-Za-z0-9._-]{16}", record.read_text() + created.out + created.err))
        key.chmod(0o644)
        wide = self.ctl(world, "connection", "check", "robot")
        self.assert_exit(wide, 2)
        self.assertIn("others may read it", wide.err)


if __name__ == "__main__":
    harness.main()
