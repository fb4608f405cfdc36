# SPDX-License-Identifier: GPL-3.0-or-later
"""Processes as the campaigns see them from outside: which one is at the other end of a connection, whether it stands
still, and who holds a store."""
import json
import os
import signal
import time

import campaign


def await_that(holds, what, seconds=20):
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            raise campaign.Failed("%s did not come about in %d s" % (what, seconds))
        time.sleep(0.02)


def state_of(pid):
    """The kernel's letter: T stands still, Z has ended; None where there is no such process."""
    try:
        with open("/proc/%d/stat" % pid, encoding="utf-8") as file:
            return file.read().rsplit(")", 1)[1].split()[0]
    except OSError:
        return None


def tell(signal_number, pid):
    try:
        os.kill(pid, signal_number)
    except ProcessLookupError:
        pass


def sender_among(processes):
    """For the proxy: the pid, among those that `processes()` names, whose connection comes from an address."""
    def look(address):
        wanted = "%s:%04X" % ("0100007F", address[1])
        inode = None
        with open("/proc/net/tcp", encoding="ascii") as table:
            for line in table:
                fields = line.split()
                if fields[1] == wanted:
                    inode = "socket:[%s]" % fields[9]
                    break
        for pid in processes() if inode else ():
            try:
                for name in os.listdir("/proc/%d/fd" % pid):
                    if os.readlink("/proc/%d/fd/%s" % (pid, name)) == inode:
                        return pid
            except OSError:
                continue
        return None
    return look


def owner_of(store):
    """The living process that holds the store's lock, by what stands in its file; None where nobody does."""
    try:
        with open(store + ".lock", encoding="utf-8") as file:
            pid = json.loads(file.read() or "{}").get("pid")
    except (OSError, ValueError):
        return None
    return pid if pid and state_of(pid) not in (None, "Z") else None


def stand_still(pid, seconds=20):
    await_that(lambda: state_of(pid) == "T", "process %d standing still" % pid, seconds)


def go_on(pid):
    tell(signal.SIGCONT, pid)
