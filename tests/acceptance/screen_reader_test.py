#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a screen reader meets it: the real program on a display of its own, walked over AT-SPI and driven by keys.

Every element that can be acted on has a name and a role; Tab comes to every stop, goes round and is never caught: in the
window with each page of its inspector, in its past, in its first page and in each face of each dialog. Rows of the timeline
are read as lane, step, state and since when; a change of state is heard, and nothing is said twice.
Run through tests/support/with-display.sh. SLIPWAY and SLIPWAYCTL name the programs.
"""

import os
import shutil
import sys
import tempfile
import unittest
import warnings
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import screen_reader  # noqa: E402
from harness import Sandbox  # noqa: E402
from screen_reader import ALT, CONTROL, DOWN, F1, LEFT, SHIFT, UP, State, Window, pump, until, walk  # noqa: E402


class ScreenReaderTest(screen_reader.Judge):
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
            cls.window = Window(cls.sandbox.home, "--sandbox", str(cls.sandbox.file))
        except BaseException:
            cls.sandbox.close()
            raise

    @classmethod
    def tearDownClass(cls):
        cls.window.close()
        cls.sandbox.close()

    def choose_run(self, name):
        runs = until(lambda: self.window.find(self.window.frame, "tree", "Runs"), "the list of runs")
        until(lambda: self.window.find(runs, "table cell", name), f"the row of {name}")
        self.window.to_pane("Runs")
        self.window.key(UP)  # one of the two moves, and leaves one row marked
        pump(0.1)
        self.window.key(DOWN)
        pump(0.15)
        if name not in self.window.frame.get_name():
            self.window.key(UP)
        until(lambda: name in self.window.frame.get_name(), f"{name} in the title")

    def choose_step(self, name):
        self.window.to_pane("Timeline")
        before = len(self.window.focused)
        for symbol in (UP,) * 8 + (DOWN,) * 12:
            self.window.key(symbol)
            pump(0.1)
            if f"“{name}" in self.window.focused[-1][1]:
                return
        self.fail(f"{name} is not come to: {[name for _, name in self.window.focused[before:]]}")

    # The story

    def test_1_everything_in_the_window_has_a_name(self):
        self.choose_run("orders-api")
        until(lambda: self.window.find(self.window.frame, "push button", "Retry"), "Retry")
        self.check_names(self.window.frame, "the window")
        self.check_menus()

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

    def test_4_every_page_of_the_inspector(self):
        self.choose_run("orders-api")
        inspector = until(lambda: self.window.find(self.window.frame, "filler", "Inspector"), "the inspector")
        for number, (title, least) in enumerate(PAGES, 1):
            with self.subTest(title):
                if title == "Diff":
                    self.choose_step("tf-svc-infra, Raise")
                self.window.key(ord(str(number)), ALT)
                until(lambda: self.window.find(inspector, "page tab list", title), title)
                if title == "Diff":
                    until(lambda: any(e.get_name().endswith("Side by side") for e in walk(inspector)), "the files")
                if title == "Notes": # without one there is no list
                    self.window.write(inspector, "New note", "heard as well as seen")
                    self.window.press(inspector, "push button", "Add note")
                    until(lambda: any("heard as well" in e.get_name() for e in walk(inspector)), "the note in the list")
                self.check_names(inspector, title)
                self.check_part(inspector, title, least)
        self.choose_step("tf-svc-infra, Wait for the workflow")
        self.window.key(ord("1"), ALT)

    def test_5_every_view_and_the_past(self):
        window = self.window
        for number in range(1, 9):
            window.key(ord(str(number)), CONTROL)
            pump(0.15)
            self.check_names(window.frame, f"view {number}")
            if empty := window.find(window.frame, "push button", "Show all runs"):
                self.check_part(empty.get_parent(), "an empty view", 1)
        window.choose("All runs")
        self.choose_run("orders-api")
        window.key(LEFT, CONTROL)
        until(lambda: "as of" in window.frame.get_name(), "the past")
        self.check_names(window.frame, "the past")
        self.check_part(window.find(window.frame, "push button", "Back to now").get_parent(), "the past", 1)
        window.press(window.frame, "push button", "Back to now")
        until(lambda: "as of" not in window.frame.get_name(), "the present")

    def test_6_every_face_of_every_dialog(self):
        for title, opens, least, *faces in DIALOGS:
            with self.subTest(title):
                if title in ("What now?", "Undo"):  # the first, and the one after several were marked
                    self.choose_run("orders-api")
                try:
                    opens(self.window)
                    dialog = self.window.dialog(title)
                    pump(0.2)  # what it asks for comes in
                    self.check_names(dialog, title)
                    self.check_tab_walk(dialog, title, least)
                    for shows in faces:
                        where = f"{title}: {shows.__name__}"
                        shows(self.window, dialog)
                        self.check_names(dialog, where)
                        self.check_tab_walk(dialog, where, min(least, 2))
                    self.window.leave(dialog)
                finally:
                    self.window.leave_all()

    def test_7_a_change_of_state_is_heard(self):
        window = self.window
        window.key(ord(","), CONTROL)
        settings = window.dialog("Settings")
        with window.hearing("state-changed:selected") as heard:
            window.press(settings, "page tab", "Notifications")
            self.assert_heard(heard, "page tab “Notifications”")
        with window.hearing("state-changed:checked") as heard:
            window.press(settings, "check box", "any run is done")
            self.assert_heard(heard, "check box “any run is done”", 1)
        window.leave(settings)
        many_at_once(window)
        many = window.dialog("Many services at once")
        with window.hearing("state-changed:enabled", "property-change:accessible-name") as heard:
            rows_of_a_list(window, many)
            self.assert_heard(heard, "push button “Create ", 1, "state-changed:enabled")
            self.assert_heard(heard, "push button “Create 1 service: open 4 pull requests”", kind="accessible-name")
        window.leave(many)
        window.leave(window.dialog("New service"))

    def test_8_a_change_is_announced_and_nothing_is_said_twice(self):
        window = self.window
        self.choose_run("orders-api")
        window.announced.clear()
        window.key(ord("r"), CONTROL)
        dialog = window.dialog("What now?")
        pump(0.5)
        with window.hearing("property-change:accessible-name", "visible-data-changed", "children-changed") as heard:
            window.press(dialog, "push button", "Retry this step")
            said = until(lambda: [text for text in window.announced if "orders-api: " in text],
                         "a change of the run that is looked at", 20)
            self.assertRegex(said[0], r"orders-api: [^,]+, \w.*\. \d+ of \d+ done\.|orders-api: \w+")
            until(lambda: any(" of 2" in text or "Done." in text for text in window.announced), "how far it is", 20)
        # What has a name and keeps it does not tell it again and again.
        named = [source for kind, source, _ in heard if kind.endswith("accessible-name")]
        for button in ("push button “Pause”", "push button “Undo…”", "push button “New service”"):
            self.assertLessEqual(named.count(button), 2, f"{button} among {len(named)} names told")


class FirstRunTest(screen_reader.Judge):
    """The page that who has no connection sees, and the ways to connect."""

    @classmethod
    def setUpClass(cls):
        warnings.simplefilter("ignore")
        cls.home = tempfile.mkdtemp(prefix="slipway-acceptance-")
        cls.window = Window(cls.home)

    @classmethod
    def tearDownClass(cls):
        cls.window.close()
        shutil.rmtree(cls.home, ignore_errors=True)

    def test_the_first_page_and_every_way_to_connect(self):
        window = self.window
        until(lambda: window.find(window.frame, "push button", "Try the sandbox"), "the first page")
        self.check_names(window.frame, "the first page")
        self.check_tab_walk(window.frame, "the first page", 5)
        window.press(window.frame, "push button", "Other ways")
        dialog = window.dialog("Connection to GitHub")
        further_settings(window, dialog)
        for _ in range(4):
            self.check_names(dialog, "ways to connect")
            self.check_tab_walk(dialog, "ways to connect", 5)
            next(e for e in walk(dialog) if e.get_role_name() == "combo box").grab_focus()
            window.key(DOWN)
            pump(0.1)
        window.leave(dialog)


# How dialogs are opened, and their other faces


def key(symbol, *modifiers):
    return lambda window: window.key(symbol, *modifiers)


def item(name):
    return lambda window: window.choose(name)


def button(name):
    return lambda window: window.press(window.frame, "push button", name)


def many_at_once(window):
    window.key(ord("n"), CONTROL)
    window.press(window.dialog("New service"), "push button", "Many at once")


def new_credential(window):
    window.key(ord(","), CONTROL)
    settings = window.dialog("Settings")
    window.press(settings, "page tab", "Credentials")
    window.press(settings, "push button", "Set a credential")


def several_runs(window):
    window.to_pane("Runs")
    window.key(ord("a"), CONTROL)
    pump(0.1)
    window.key(ord("r"), CONTROL)


def page(name):
    def shows(window, dialog):
        window.press(dialog, "page tab", name)
        pump(0.1)
    shows.__name__ = name
    return shows


def with_proof(window, dialog):
    window.press(dialog, "radio button", "Advance, with proof")
    until(lambda: window.find(dialog, "text", "Id of the workflow run"), "what it is proven by")


def without_proof(window, dialog):
    window.press(dialog, "radio button", "Advance by hand")
    until(lambda: window.find(dialog, "text", "The step's name, typed"), "the word to be typed")


def exact_text(window, dialog):
    window.press(dialog, "check box", "Exact text")


def filled_in(window, dialog):
    window.write(dialog, "Service name", "kestrel-api")
    [e for e in walk(dialog) if e.get_role_name() == "combo box"][1].grab_focus()
    pump(0.1)
    window.key(DOWN)
    window.write(dialog, "Owning team", "fisheries")
    until(lambda: window.find(dialog, "tree", "Steps and files"), "the preview")
    until(lambda: any(e.get_name().endswith("Side by side") for e in walk(dialog)), "its files")


def cleared(window, dialog):
    window.press(dialog, "push button", "Clear the form")
    until(lambda: not window.find(dialog, "tree", "Steps and files"), "the end of the preview")


def rows_of_a_list(window, dialog):
    window.write(dialog, "List of services", "kestrel-api, cdp-node-backend-template, fisheries\nBad Name, x, y\n")
    until(lambda: window.find(dialog, "push button", "Create 1 service"), "the check of the rows")


def found(window, dialog):
    window.write(dialog, "Find", "or")
    until(lambda: window.find(dialog, "list item", ""), "what is found")


def connect_differently(window, dialog):
    until(lambda: window.find(dialog, "push button", "Connect differently"), "the rights")
    window.press(dialog, "push button", "Connect differently")
    further_settings(window, dialog)


def further_settings(window, dialog):
    window.press(dialog, "check box", "Further settings")


def a_copy(window, dialog):
    window.press(dialog, "push button", "Make a copy")
    until(lambda: window.find(dialog, "list item", ""), "the copy")


def refused_records(window, dialog):
    file = Path(window.home) / "records.json"
    file.write_text('{"no": "record"}\n')
    window.press(dialog, "push button", "Choose a file")
    files = until(lambda: next((w for w in window.windows() if w != dialog and w.get_role_name() != "frame"), None),
                  "the choice of a file")
    window.write(files, "File name", str(file))
    window.press(files, "push button", "Open")
    until(lambda: window.find(dialog, "list item", ""), "what was refused")
    until(lambda: screen_reader.has(dialog, State.ACTIVE), "the dialog in front")


#: Of the inspector, in the order of their keys: title and number of stops at least.
PAGES = (("Why", 3), ("Attempts", 2), ("Log", 3), ("Inputs", 2), ("Diff", 3), ("Audit", 2), ("Notes", 3))

#: The title, how it is opened, how many stops it has at least, and what shows its other faces.
DIALOGS = (
    ("What now?", key(ord("r"), CONTROL), 8, exact_text, with_proof, without_proof),
    ("Several runs", several_runs, 4),
    ("Undo", button("Undo"), 5),
    ("New service", key(ord("n"), CONTROL), 6, filled_in, cleared),
    ("Many services at once", many_at_once, 4, rows_of_a_list),
    ("Command palette", key(ord("k"), CONTROL), 1, found),
    ("Compare runs", item("Compare with another run…"), 3),
    ("Settings", key(ord(","), CONTROL), 4, page("Notifications"), page("Shortcuts"), page("Watching"),
     page("Credentials"), page("Language")),
    ("Set a credential", new_credential, 6),
    ("Help and shortcuts", key(F1), 4),
    ("Set-up checklist", item("Set-up checklist"), 3),
    ("Save this view", item("Save this view"), 3),
    ("Notifications", key(ord("n"), CONTROL, SHIFT), 2),
    ("Workflows", item("Workflows…"), 4, page("Steps"), page("What it does")),
    ("Import status records", item("Import status records…"), 3, refused_records),
    ("Copies of the store", item("Copies of the store…"), 2, a_copy),
    ("About Slipway", item("About Slipway"), 6),
    ("Connection to GitHub", item("Connection…"), 3, connect_differently),
    ("Durations", item("Durations"), 3),
    ("Timeline of orders-api", button("View as table"), 2),
)


if __name__ == "__main__":
    unittest.main(verbosity=2)
