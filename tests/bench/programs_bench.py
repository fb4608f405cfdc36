#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the programs cost with a large store: 10,000 runs and a million events.

The window's first picture and its memory, beside KeePassXC's and qBittorrent's, which show nothing; and how soon an
agent drives the store, in how much memory. Taken in turns on the same display. Exits with 1 where a promise is missed.

Needs a display and a session bus of its own (tests/support/with-display.sh), SLIPWAY, SLIPWAYCTL and JOURNAL_BENCH.
"""
import argparse
import os
import pathlib
import select
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

from Xlib import X, display

ROUNDS = 7
IDLE = 4.0  # seconds until a window's memory is looked at
WINDOW_LIMIT = 0.6  # of KeePassXC's
MEMORY_LIMIT = 0.7  # of KeePassXC's
AGENT_READY = 2.0  # seconds
AGENT_MEMORY = 60.0  # MiB


def resident(pid):
    """MiB."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise SystemExit(f"no memory of process {pid}")


def end(process):
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class Screen:
    def __init__(self):
        self.display = display.Display()
        self.root = self.display.screen().root
        self.root.change_attributes(event_mask=X.SubstructureNotifyMask)
        self.display.sync()

    def first_window(self, limit):
        """When the next window of a program's size is mapped; None after `limit` seconds."""
        until = time.monotonic() + limit
        while time.monotonic() < until:
            if not self.display.pending_events():
                select.select([self.display.fileno()], [], [], max(0.0, until - time.monotonic()))
                if not self.display.pending_events():
                    continue
            event = self.display.next_event()
            now = time.monotonic()
            if event.type != X.MapNotify:
                continue
            try:
                size = event.window.get_geometry()
            except Exception:  # it is gone again
                continue
            if size.width >= 100 and size.height >= 100:
                return now
        return None

    def forget(self):
        self.display.sync()
        while self.display.pending_events():
            self.display.next_event()


def start_window(screen, command, environment):
    """Milliseconds to the first window, MiB when idle."""
    screen.forget()
    began = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        shown = screen.first_window(30)
        if shown is None:
            raise SystemExit(f"{command[0]} showed no window")
        time.sleep(IDLE)
        if process.poll() is not None:
            raise SystemExit(f"{command[0]} ended by itself with {process.returncode}")
        return (shown - began) * 1000, resident(process.pid)
    finally:
        end(process)
        time.sleep(0.3)


def home_of(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    places = {"HOME": folder, "XDG_CONFIG_HOME": folder / "config", "XDG_DATA_HOME": folder / "data",
              "XDG_CACHE_HOME": folder / "cache"}
    for place in places.values():
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    return os.environ | {name: str(place) for name, place in places.items()}


def drives(ctl, store, connection, environment):
    """Seconds until an agent says that it drives the store, MiB then."""
    began = time.monotonic()
    process = subprocess.Popen([ctl, *connection, "--store", store, "agent"], env=environment,
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        for line in process.stderr:
            if "driv" in line.lower():
                ready = time.monotonic() - began
                time.sleep(IDLE)
                return ready, resident(process.pid)
        raise SystemExit(f"the agent ended with {process.wait()}")
    finally:
        end(process)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    parser.add_argument("--store", help="a store made before; else one is made")
    options = parser.parse_args()
    missed = []

    def against(name, figure, limit, unit):
        good = figure <= limit
        print(f"  {name}: {figure:.2f} {unit}, {'good' if good else 'MISSED'} (limit: at most {limit:g} {unit})", flush=True)
        if not good:
            missed.append(name)

    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        store = options.store
        if not store:
            (scratch / "store").mkdir(mode=0o700)
            store = str(scratch / "store" / "store.db")
            subprocess.run([os.environ["JOURNAL_BENCH"], "--fill", store, str(options.runs)], check=True)
        token = scratch / "token"
        token.write_text("no-token-of-anybody")
        token.chmod(0o600)
        # Nobody answers there: what is measured is the program and its store, not a network.
        connection = ["--github-url", "http://127.0.0.1:9", "--token-file", str(token)]
        programs = {
            "Slipway": ([os.environ["SLIPWAY"], "--new-window", *connection, "--store", store],
                        home_of(scratch / "slipway", {})),
            "KeePassXC": (["keepassxc"], home_of(scratch / "keepassxc", {
                "config/keepassxc/keepassxc.ini": "[General]\nUpdateCheckMessageShown=true\n"
                                                  "[GUI]\nCheckForUpdates=false\n"})),
            "qBittorrent": (["qbittorrent"], home_of(scratch / "qbittorrent", {
                "config/qBittorrent/qBittorrent.conf": "[LegalNotice]\nAccepted=true\n"})),
        }
        present = {name: how for name, how in programs.items() if shutil.which(how[0][0])}
        if "KeePassXC" not in present:
            raise SystemExit("keepassxc is missing: it is what the window is measured against")
        screen = Screen()
        seen = {name: [] for name in present}
        for turn in range(options.rounds + 1):
            for name, (command, environment) in present.items():
                taken = start_window(screen, command, environment)
                if turn:  # the first one only warms the caches
                    seen[name].append(taken)
        middle = {}
        print("program        first window ms (least, median, most)   resident MiB (median)")
        for name, taken in seen.items():
            times = [ms for ms, _ in taken]
            middle[name] = statistics.median(times), statistics.median(mib for _, mib in taken)
            print(f"{name:12} {min(times):8.0f} {middle[name][0]:8.0f} {max(times):8.0f} {middle[name][1]:28.1f}")
        against("first window beside KeePassXC's", middle["Slipway"][0] / middle["KeePassXC"][0], WINDOW_LIMIT, "×")
        against("memory beside KeePassXC's", middle["Slipway"][1] / middle["KeePassXC"][1], MEMORY_LIMIT, "×")

        agents = [drives(os.environ["SLIPWAYCTL"], store, connection, programs["Slipway"][1]) for _ in range(3)]
        against("an agent drives the store after", statistics.median(s for s, _ in agents), AGENT_READY, "s")
        against("resident memory of the agent", statistics.median(m for _, m in agents), AGENT_MEMORY, "MiB")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
