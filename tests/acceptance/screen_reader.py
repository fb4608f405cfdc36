#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A window as a screen reader meets it: the eyes (the accessibility tree), the hands (keys and actions) and what is judged.

Run through tests/support/with-display.sh. SLIPWAY names the program.
"""

import contextlib
import os
import signal
import subprocess
import time
import unittest

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from harness import environment  # noqa: E402

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
        pump(0.02)
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
    parent = element.get_parent()
    if role == "text" and (parent.get_role_name() in ("combo box", "spin button")
                           or parent.get_name() == element.get_name() != ""):
        return False  # the same here
    return role != "radio button" or states.contains(State.CHECKED)


def act(element):
    names = [element.get_action_name(i) for i in range(element.get_n_actions())]
    element.do_action(names.index("Press" if "Press" in names else "Toggle"))


class Window:
    """The program and what it has said."""

    def __init__(self, home, *arguments):
        self.home = home
        self.announced, self.focused = [], []
        self.listener = Atspi.EventListener.new(self.hear)
        for kind in ("object:announcement", "object:state-changed:focused"):
            self.listener.register(kind)
        shown = {name: os.environ[name] for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
        self.process = subprocess.Popen(
            [PROGRAM, *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**environment(home), **shown, "QT_QPA_PLATFORM": "xcb",
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

    @contextlib.contextmanager
    def hearing(self, *kinds):
        """What is told meanwhile, of those kinds: kind, element, value."""
        heard = []

        def hear(event):
            with contextlib.suppress(GLib.Error):
                heard.append((event.type, told(event.source), event.detail1))

        listener = Atspi.EventListener.new(hear)
        for kind in kinds:
            listener.register(f"object:{kind}")
        try:
            yield heard
        finally:
            for kind in kinds:
                listener.deregister(f"object:{kind}")

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

    def to_pane(self, name):
        """By the key for panes: Qt does not let a view take the keyboard over AT-SPI."""
        for _ in range(8):
            if self.focused and self.focus() is not None and self.focus().get_name().startswith(name):
                return
            self.key(F6)
            pump(0.1)
        raise AssertionError(f"the pane “{name}” is not come to")

    def find(self, root, role, name):
        return next((e for e in walk(root) if e.get_role_name() == role and e.get_name().startswith(name)), None)

    def press(self, root, role, name):
        act(until(lambda: self.find(root, role, name), f"{role} “{name}”"))

    def write(self, root, name, text):
        element = until(lambda: next((e for e in walk(root) if e.get_role_name() == "text"
                                      and e.get_name().startswith(name)), None), f"the field “{name}”")
        Atspi.EditableText.set_text_contents(element, text)

    def choose(self, name):
        """An item of the menus."""
        bar = next(e for e in walk(self.frame, hidden=True) if e.get_role_name() == "menu bar")
        act(next(e for e in walk(bar, hidden=True) if e.get_name().startswith(name)))

    def dialog(self, title):
        return until(lambda: next((w for w in self.windows() if w.get_role_name() != "frame"
                                   and w.get_name().startswith(title) and has(w, State.ACTIVE)), None),
                     f"the dialog “{title}”")

    def leave_all(self):
        """After a failure: what is still open would hold up all that follows."""
        for _ in range(6):
            if len(self.windows()) > 1:
                self.key(ESCAPE)
                pump(0.3)
        until(lambda: has(self.frame, State.ACTIVE), "the window in front")

    def leave(self, dialog):
        self.key(ESCAPE)
        until(lambda: dialog not in self.windows(), "closing it")
        until(lambda: any(has(window, State.ACTIVE) for window in self.windows()), "another window in front")


TAB, ESCAPE, LEFT, UP, DOWN, F1, F6 = 0xFF09, 0xFF1B, 0xFF51, 0xFF52, 0xFF54, 0xFFBE, 0xFFC3  # symbols
CONTROL, SHIFT, ALT = 37, 50, 64  # key codes


class Judge(unittest.TestCase):
    """What must hold of each window and dialog."""

    window = None

    def check_names(self, root, where):
        everything = list(walk(root))
        nameless = [f"{e.get_role_name()} in {told(e.get_parent())}" for e in everything
                    if (e.get_role_name() in ACTIVE or has(e, State.FOCUSABLE) and e.get_role_name() != "label")
                    and not name_of(e) and e.get_role_name() not in ("tree item", "table cell")
                    and not (e.get_role_name() == "filler" and e.get_parent().get_name())]  # the plate of a plot
        self.assertEqual(nameless, [], f"without a name in {where}")
        odd = [told(e) for e in everything if has(e, State.FOCUSABLE)
               and e.get_role_name() not in ACTIVE | SCROLLED | {"label"}]
        self.assertEqual(odd, [], f"with an unsuitable role in {where}")
        # Of a row a part may be empty, and of a column its heading, but not all of them.
        for view in everything:
            for part in ("table cell", "table column header"):
                if view.get_role_name() in ("tree", "table", "list"):
                    parts = [view.get_child_at_index(i) for i in range(min(view.get_child_count(), 60))]
                    names = [e.get_name() for e in parts if e is not None and e.get_role_name() == part]
                    self.assertTrue(not names or any(names), f"{part}: all without a name in {told(view)} of {where}")

    def check_menus(self):
        bar = next(e for e in walk(self.window.frame) if e.get_role_name() == "menu bar")
        items = [e for e in walk(bar, hidden=True) if "menu item" in e.get_role_name()]
        self.assertGreater(len(items), 60)
        self.assertEqual([told(e.get_parent()) for e in items if not e.get_name()], [], "menu items without a name")

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
        self.check_reached(wanted, reached, where)

    def check_part(self, part, where, least):
        """Of a part of the window: from its first stop on, until Tab leaves it."""
        wanted = [e for e in walk(part) if is_stop(e)]
        self.assertGreaterEqual(len(wanted), least, f"stops in {where}: {[told(e) for e in wanted]}")
        reached = [next((e for e in wanted if e.get_role_name() == "page tab list"), wanted[0])]
        reached[0].grab_focus()
        pump(0.05)
        for _ in range(len(wanted) + 10):
            at = self.window.tab()
            self.assertIsNotNone(at, f"Tab is caught in {where} after {[told(e) for e in reached[-3:]]}")
            if at not in wanted and not any(e == at for e in walk(part)):
                break
            reached.append(at)
        else:
            self.fail(f"Tab does not leave {where}: {[told(e) for e in reached]}")
        self.check_reached(wanted, reached, where)

    def check_reached(self, wanted, reached, where):
        # What appeared or went meanwhile is no stop that was missed.
        missed = [told(e) for e in wanted if e not in reached and is_stop(e)]
        self.assertEqual(missed, [], f"Tab does not come to them in {where}; it comes to {[told(e) for e in reached]}")

    def assert_heard(self, heard, element, value=None, kind=""):
        until(lambda: any(source.startswith(element) and kind in of and value in (None, given)
                          for of, source, given in heard), f"{element} among {sorted(set(heard))[:30]}", 5)
