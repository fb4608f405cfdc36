#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a screen reader meets it: the real program on a display of its own, walked over AT-SPI and driven by keys.

Every element that can be acted on has a name and a role; Tab comes to every stop, goes round and is never caught, in the
window and in each dialog; rows of the timeline are read as lane, step, state and since when; a change is announced.
Run through tests/support/with-display.sh. SLIPWAY and SLIPWAYCTL name the programs.
"""

import os
import signal
import subprocess
import sys
import time
import unittest
import warnings

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from harness import Sandbox, environment  # noqa: E402

PROGRAM = os.environ.get("SLIPWAY", "slipway")
State = Atspi.StateType

#: Roles of what can be acted on; "label" is not: some can be marked with the mouse to copy them.
ACTIVE = {"push button", "toggle button", "check box", "radio button", "combo box", "text", "password text", "list",
          "list item", "tree", "tree item", "table", "table cell", "page tab", "page tab list", "menu item", "menu",
          "check menu item", "radio menu item", "spin button", "slider", "link", "date editor"}
#: Parts of something else, to which the arrow keys lead.
PARTS = {"list item", "tree item", "table cell", "page tab", "menu item", "menu", "check menu item", "radio menu item",
         "table column header"}
#: What may have the keyboard beside those: what scrolls by keys, and is named.
SCROLLED = {"filler", "panel", "scroll pane", "viewport"}


def pump(seconds):
    """Takes in events for a while."""
    context, end = GLib.MainContext.default(), time.monotonic() + seconds
    while True:
        while context.pending():
            context.iteration(False)
        if time.monotonic() >= end:
            return
        time.sleep(0.005)


def until(holds, what, seconds=15):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = holds()
        if found:
            return found
        pump(0.05)
    raise AssertionError(f"{what}: not within {seconds} s")


def has(element, state):
    return element.get_state_set().contains(state)


def walk(element, depth=0, hidden=False):
    """All that is on the screen (or may come to be), without the cells of long tables."""
    yield element
    if depth > 30:
        return
    for i in range(min(element.get_child_count(), 150)):
        try:
            child = element.get_child_at_index(i)
            shown = child is not None and (hidden or has(child, State.SHOWING))
        except GLib.Error:
            continue  # it went while it was being looked at
        if shown:
            yield from walk(child, depth + 1, hidden)


def told(element):
    return f"{element.get_role_name()} “{element.get_name()}”"


def name_of(element):
    """Qt gives a box to choose from the name of what is chosen in it: its own stands beside it, or in its description."""
    if element.get_role_name() != "combo box":
        return element.get_name().strip()
    labels = [relation.get_target(0).get_name() for relation in element.get_relation_set()
              if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY]
    return " ".join(labels).strip() or element.get_description().strip()


def is_stop(element):
    """What Tab must come to. Of buttons of which one is chosen, Tab comes to that one."""
    states, role = element.get_state_set(), element.get_role_name()
    if role in PARTS or role == "label" or not states.contains(State.ENABLED):
        return False
    if not states.contains(State.FOCUSABLE) or not states.contains(State.SHOWING):
        return False
    if role == "filler" and not element.get_name():
        return False  # the plate of a plot, whose table has the keyboard
    if role == "filler" and any(child.get_role_name() == "page tab list" for child in walk(element, 29)):
        return False  # its tabs have the keyboard for it
    if role == "text" and element.get_parent().get_role_name() in ("combo box", "spin button"):
        return False  # the same here
    return role != "radio button" or states.contains(State.CHECKED)


class Window:
    """The program and what it has said."""

    def __init__(self, sandbox):
        self.sandbox = sandbox
        self.announced, self.focused = [], []
        self.listener = Atspi.EventListener.new(self.hear)
        for kind in ("object:announcement", "object:state-changed:focused"):
            self.listener.register(kind)
        shown = {name: os.environ[name] for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
        self.process = subprocess.Popen(
            [PROGRAM, "--sandbox", str(sandbox.file)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**environment(sandbox.home), **shown, "QT_QPA_PLATFORM": "xcb",
                 "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"})
        self.frame = until(self.find_frame, "the window on the accessibility bus")
        until(lambda: has(self.frame, State.ACTIVE), "the window in front")

    def close(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def application(self):
        desktop = Atspi.get_desktop(0)
        for i in range(desktop.get_child_count()):
            one = desktop.get_child_at_index(i)
            if one is not None and one.get_process_id() == self.process.pid:
                return one
        return None

    def windows(self):
        one = self.application()
        found = [one.get_child_at_index(i) for i in range(one.get_child_count())] if one else []
        return [window for window in found if window is not None and has(window, State.SHOWING)]

    def find_frame(self):
        return next((window for window in self.windows() if window.get_role_name() == "frame"), None)

    def hear(self, event):
        try:
            if event.type.startswith("object:announcement"):
                self.announced.append(str(event.any_data))
            elif event.detail1 == 1:
                self.focused.append((event.source, told(event.source)))
        except GLib.Error:
            pass  # it was gone by the time it was asked

    # Hands

    def key(self, symbol, *modifiers):
        for code in modifiers:
            Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.PRESS)
        Atspi.generate_keyboard_event(symbol, None, Atspi.KeySynthType.SYM)
        for code in reversed(modifiers):
            Atspi.generate_keyboard_event(code, None, Atspi.KeySynthType.RELEASE)

    def tab(self):
        """The stop that one press of Tab leads to; nothing: the focus did not move."""
        before = len(self.focused)
        self.key(TAB)
        end = time.monotonic() + 5
        while time.monotonic() < end:
            pump(0.01)
            if len(self.focused) > before:
                pump(0.02)  # a view tells of itself and then of its row
                return self.focus()
        return None

    def focus(self):
        """What has the keyboard: the last that was told of it, or the view whose row it is."""
        at = self.focused[-1][0]
        while at is not None and at.get_role_name() in PARTS:
            at = at.get_parent()
        return at

    def find(self, root, role, name):
        return next((e for e in walk(root) if e.get_role_name() == role and e.get_name().startswith(name)), None)

    def press(self, root, role, name):
        element = until(lambda: self.find(root, role, name), f"{role} “{name}”")
        names = [element.get_action_name(i) for i in range(element.get_n_actions())]
        element.do_action(names.index("Press"))

    def choose(self, name):
        """An item of the menus."""
        bar = next(e for e in walk(self.frame, hidden=True) if e.get_role_name() == "menu bar")
        item = next(e for e in walk(bar, hidden=True) if e.get_name().startswith(name))
        names = [item.get_action_name(i) for i in range(item.get_n_actions())]
        item.do_action(names.index("Press"))

    def dialog(self, title):
        return until(lambda: next((w for w in self.windows() if w.get_role_name() != "frame"
                                   and w.get_name().startswith(title) and has(w, State.ACTIVE)), None),
                     f"the dialog “{title}”", 20)

    def leave(self, dialog):
        self.key(ESCAPE)
        until(lambda: dialog not in self.windows(), "closing it", 20)
        until(lambda: any(has(window, State.ACTIVE) for window in self.windows()), "another window in front", 20)


TAB, ESCAPE, F1 = 0xFF09, 0xFF1B, 0xFFBE  # symbols
CONTROL, SHIFT = 37, 50  # key codes


class ScreenReaderTest(unittest.TestCase):
    """One story, in the order of the functions' names."""

    @classmethod
    def setUpClass(cls):
        warnings.simplefilter("ignore")
        cls.sandbox = Sandbox("--scenario", "workflow-fails-once", speed=100)
        try:
            answer = cls.sandbox.create("orders-api", "--follow")
            if answer.status != 1:
                raise AssertionError(f"its workflow should have failed: {answer}")
            cls.sandbox.create("stock-feed")
            cls.window = Window(cls.sandbox)
        except BaseException:
            cls.sandbox.close()
            raise

    @classmethod
    def tearDownClass(cls):
        cls.window.close()
        cls.sandbox.close()

    # Judgements

    def check_names(self, root, where):
        nameless = [f"{e.get_role_name()} in {told(e.get_parent())}" for e in walk(root)
                    if (e.get_role_name() in ACTIVE or has(e, State.FOCUSABLE) and e.get_role_name() != "label")
                    and not name_of(e) and e.get_role_name() not in ("tree item", "table cell")
                    and not (e.get_role_name() == "filler" and e.get_parent().get_name())]  # the plate of a plot
        self.assertEqual(nameless, [], f"without a name in {where}")
        odd = [told(e) for e in walk(root) if has(e, State.FOCUSABLE)
               and e.get_role_name() not in ACTIVE | SCROLLED | {"label"}]
        self.assertEqual(odd, [], f"with an unsuitable role in {where}")

    def check_tab_walk(self, root, where, least):
        wanted = [e for e in walk(root) if is_stop(e)]
        self.assertGreaterEqual(len(wanted), least, f"stops in {where}: {[told(e) for e in wanted]}")
        if least == 1:
            return  # Tab has nowhere to go
        reached, first = [], None
        for _ in range(len(wanted) + 15):
            at = self.window.tab()
            self.assertIsNotNone(at, f"Tab is caught in {where} after {[told(e) for e in reached[-3:]]}")
            if first is None:
                first = at
            elif at == first:
                break
            reached.append(at)
        else:
            self.fail(f"Tab does not come round in {where}: {[told(e) for e in reached]}")
        reached.append(first)
        # What appeared or went meanwhile is no stop that was missed.
        missed = [told(e) for e in wanted if e not in reached and is_stop(e)]
        self.assertEqual(missed, [], f"Tab does not come to them in {where}; it comes to {[told(e) for e in reached]}")

    def choose_run(self, name):
        runs = until(lambda: self.window.find(self.window.frame, "tree", "Runs"), "the list of runs")
        row = until(lambda: self.window.find(runs, "table cell", name), f"the row of {name}")
        row.grab_focus()
        until(lambda: name in self.window.frame.get_name(), f"{name} in the title")

    # The story

    def test_1_everything_in_the_window_has_a_name(self):
        self.choose_run("orders-api")
        until(lambda: self.window.find(self.window.frame, "push button", "Retry"), "Retry")
        self.check_names(self.window.frame, "the window")

    def test_2_rows_of_the_timeline_are_read(self):
        timeline = until(lambda: self.window.find(self.window.frame, "tree", "Timeline"), "the timeline")
        rows = [e.get_name() for e in walk(timeline) if e.get_role_name() == "table cell"]
        failed = next((name for name in rows if "Failed" in name and "since" in name), None)
        self.assertIsNotNone(failed, rows)
        self.assertRegex(failed, r"^tf-svc-infra, Wait for the workflow, Failed: [^,]+, since \d\d:\d\d")
        self.assertTrue(any(name.endswith(", Planned") for name in rows), rows)
        runs = self.window.find(self.window.frame, "tree", "Runs")
        names = [e.get_name() for e in walk(runs) if e.get_role_name() == "table cell"]
        self.assertIn("orders-api, Failed", names)

    def test_3_tab_comes_to_everything_in_the_window(self):
        self.check_tab_walk(self.window.frame, "the window", 20)

    def test_4_every_dialog_can_be_walked(self):
        for title, opens, least in DIALOGS:
            with self.subTest(title):
                opens(self.window)
                dialog = self.window.dialog(title)
                pump(0.3)  # what it asks for comes in
                try:
                    self.check_names(dialog, title)
                    self.check_tab_walk(dialog, title, least)
                finally:
                    self.window.leave(dialog)
                    if title == "Many services at once":
                        self.window.leave(self.window.dialog("New service"))

    def test_5_a_change_is_announced(self):
        self.choose_run("orders-api")
        self.window.announced.clear()
        self.window.key(ord("r"), CONTROL)
        dialog = self.window.dialog("What now?")
        pump(0.5)
        self.window.press(dialog, "push button", "Retry this step")
        heard = until(lambda: [text for text in self.window.announced if "orders-api: " in text],
                      "a change of the run that is looked at", 20)
        self.assertRegex(heard[0], r"orders-api: [^,]+, \w.*\. \d+ of \d+ done\.|orders-api: \w+")
        until(lambda: any(" of 2" in text or "Done." in text for text in self.window.announced), "how far it is", 20)


def many_at_once(window):
    window.key(ord("n"), CONTROL)
    window.press(window.dialog("New service"), "push button", "Many at once")


#: The title, how it is opened, and how many stops it has at least.
DIALOGS = (
    ("What now?", lambda window: window.key(ord("r"), CONTROL), 8),
    ("Undo", lambda window: window.press(window.frame, "push button", "Undo"), 5),
    ("New service", lambda window: window.key(ord("n"), CONTROL), 6),
    ("Many services at once", many_at_once, 4),
    ("Command palette", lambda window: window.key(ord("k"), CONTROL), 1),
    ("Compare runs", lambda window: window.choose("Compare with another run…"), 3),
    ("Settings", lambda window: window.key(ord(","), CONTROL), 4),
    ("Help and shortcuts", lambda window: window.key(F1), 4),
    ("Set-up checklist", lambda window: window.choose("Set-up checklist"), 3),
    ("Notifications", lambda window: window.key(ord("n"), CONTROL, SHIFT), 2),
    ("Workflows", lambda window: window.choose("Workflows…"), 4),
    ("Import status records", lambda window: window.choose("Import status records…"), 3),
    ("Copies of the store", lambda window: window.choose("Copies of the store…"), 2),
    ("About Slipway", lambda window: window.choose("About Slipway"), 6),
    ("Connection to GitHub", lambda window: window.choose("Connection…"), 3),
    ("Durations", lambda window: window.choose("Durations"), 3),
    ("Timeline of orders-api", lambda window: window.press(window.frame, "push button", "View as table"), 2),
)


if __name__ == "__main__":
    unittest.main(verbosity=2)
