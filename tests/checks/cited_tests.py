#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tables of the documents name the test that shows each row. Every row of a table whose last column is called "Test"
names one, and whatever is named exists: functions, their classes, rows of data, programs, scripts. --self-test plants
broken ones.

Forms: Class::function, function, function(row / another row …), program, `program: function`, script.py, test_name,
acceptance-name; "the same" is what the row above names. A … stands for the rest of a name.
"""

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from project_files import PROJECT, tracked


@dataclass
class Known:
    """What can be named."""

    functions: set[str] = field(default_factory=set)
    methods: set[str] = field(default_factory=set)  #: Class::function
    classes: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)  #: string literals of tests, rows of data among them
    programs: set[str] = field(default_factory=set)
    scripts: set[str] = field(default_factory=set)

    def add(self, path: str, text: str) -> None:
        folder, name = path.split("/")[-2:]
        stem = name.rsplit(".", 1)[0]
        if name == "CMakeLists.txt":
            named = re.findall(r"NAME ([a-z][\w-]+)|\(([a-z][\w-]+) SCRIPT", text)
            self.programs |= {one or other for one, other in named}
        elif name.endswith(".py"):
            self.scripts |= {name, f"{folder}-{stem.removesuffix('_test')}", f"{folder}-{stem}"}
            self.functions |= set(re.findall(r"def (test_\w+)\(", text))
        elif name.endswith(".cpp"):
            self.programs |= {stem, f"{folder}_{stem}"}
            classes = re.split(r"^class (\w+) : public QObject", text, flags=re.M)
            for one, body in zip(classes[1::2], classes[2::2]):
                functions = set(re.findall(r"\bvoid (\w+)\(", body))
                self.classes.add(one)
                self.functions |= functions
                self.methods |= {f"{one}::{function}" for function in functions}
            self.texts |= set(re.findall(r'"((?:[^"\\\n]|\\.)*)"', text))


def known_of(root: Path, files: list[str]) -> Known:
    known = Known()
    for path in files:
        of_tests = path.startswith("tests/") and path.count("/") > 1 and path.endswith((".cpp", ".py", "CMakeLists.txt"))
        if of_tests or path == "packaging/CMakeLists.txt":  # the package's tests stand beside what makes it
            known.add(path, (root / path).read_text())
    return known


def is_there(name: str, names: set[str]) -> bool:
    if name.endswith("…"):
        return any(one.startswith(name.rstrip("… ")) for one in names)
    return name in names


def cited(cell: str, known: Known) -> tuple[int, list[str]]:
    """How many tests a cell names, and which of what it names is not there."""
    missing = []
    rows = r"\b(\w+)`? ?\(([^)`]*)\)"
    for _, labels in re.findall(rows, cell):
        missing += [f"({label})" for label in labels.split(" / ")
                    if label != "…" and not is_there(label, known.texts)]
    rest = re.sub(rows, r"\1", cell)
    count = 0
    for name in re.findall(r"[\w:]*\w(?:[-.]\w+)*…?", rest):
        if "::" in name:
            found = is_there(name, known.methods)
        elif name.endswith(".py"):
            found = name in known.scripts
        elif name.startswith("test_"):
            found = is_there(name, known.functions)
        elif re.fullmatch(r"\w+Tests", name) and name[0].isupper():
            found = name in known.classes
        elif re.fullmatch(r"[a-z]+(?:[A-Z][a-z0-9]*)+…?", name):
            found = is_there(name, known.functions)
        elif re.fullmatch(r"[a-z0-9]+(?:[_-][a-z0-9_-]+)+", name):
            found = name in known.programs or name in known.scripts
        elif name in known.functions or name in known.programs:
            found = True
        else:
            continue  # a word of the sentence
        count += 1
        if not found:
            missing.append(name)
    return count, missing


def problems_of(path: str, text: str, known: Known) -> list[str]:
    problems, head, above = [], None, 0
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("|"):
            head = None
            continue
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if head is None:
            head = cells
            continue
        if head[-1] != "Test" or set(line) <= set("|-: "):
            continue
        count, missing = cited(cells[-1], known)
        if cells[-1].startswith("the same"):
            count += above
        problems += [f"{path}:{number}: names {name}, which is no test" for name in missing]
        if count == 0:
            problems.append(f"{path}:{number}: names no test")
        above = count
    return problems


def check(root: Path) -> list[str]:
    files = sorted(tracked(root))
    known = known_of(root, files)
    return [problem for path in files if path.startswith("docs/") and path.endswith(".md")
            for problem in problems_of(path, (root / path).read_text(), known)]


def self_test() -> list[str]:
    known = Known()
    known.add("tests/steps/merging_tests.cpp", "class MergingTests : public QObject {\n    void aBranchIsBehind()\n"
              "    void refusals()\n        QTest::newRow(\"a draft, later\");\n")
    known.add("tests/acceptance/hosts_test.py", "    def test_a_service_is_created(self):\n")
    known.add("tests/contract/CMakeLists.txt", "add_test(NAME contract COMMAND x)\nslipway_x(contract-planted SCRIPT y)\n")
    good = ("MergingTests::aBranchIsBehind, aBranchIsBehind", "aBranchIsBehind(a draft …)", "`steps_merging_tests`",
            "`merging_tests: refusals`", "acceptance `hosts_test.py`", "`acceptance-hosts` test_a_service_is…",
            "`contract`", "`contract-planted` (`./test --long`)", "refusals(a draft, later / …)")
    bad = ("MergingTests::aBranchIsAhead", "aBranchIsAhead", "aBranchIsBehind(a draft)", "`steps_other_tests`",
           "`conflict_test.py`", "test_another", "OtherTests", "by hand", "`acceptance-other`", "aBranchIsAhead…")
    table = "| Edge | Test |\n|---|---|\n| one | {} |\n"
    problems = [f"self-test: {cell} is good" for cell in good if problems_of("a.md", table.format(cell), known)]
    problems += [f"self-test: {cell} is bad" for cell in bad if not problems_of("a.md", table.format(cell), known)]
    if problems_of("a.md", table.format("refusals") + "| two | the same |\n", known):
        problems.append("self-test: the same")
    if not problems_of("a.md", table.format("the same"), known):
        problems.append("self-test: the same as nothing")
    return problems


def main() -> int:
    problems = self_test() if "--self-test" in sys.argv[1:] else check(PROJECT)
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problem(s)")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
