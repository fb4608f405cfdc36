#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the includes and link lines of src/ to the table of floors in docs/architecture.md.

The table that people read is the table that is checked, so the two cannot drift apart. --self-test plants violations
and fails unless each is found.
"""

import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

from project_files import PROJECT, tracked, without_comments

ROW = re.compile(r"^\|\s*`src/([a-z/]+)`\s*\|(.*)\|(.*)\|(.*)\|\s*$")
INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.M)
LINK = re.compile(r"\b(Slipway::[a-z]+|Qt6::\w+|Qt6Keychain::\w+|nlohmann_json::\w+|OpenSSL::\w+|PkgConfig::\w+)")
EVERYWHERE = {"Qt6::Core", "nlohmann_json::nlohmann_json"}  # base hands them on
CALL = re.compile(r"\b(slipway_floor|target_link_libraries)\s*\(([^)]*)\)", re.S)


@dataclass
class Floor:
    may_include: set[str] = field(default_factory=set)
    may_link: set[str] = field(default_factory=set)  # libraries; floors follow from may_include


def parse_table(text: str) -> dict[str, Floor]:
    """Folder below src → what it may include and which libraries it may link."""
    floors: dict[str, Floor] = {}
    for line in text.splitlines():
        row = ROW.match(line)
        if row:
            name, _, includes, libraries = row.groups()
            floors[name] = Floor(set(re.findall(r"[a-z/]+", includes)), set(re.findall(r"[\w:]+", libraries)))
    for floor in floors.values():
        if "all" in floor.may_include:
            floor.may_include = set(floors)
    return floors


def zone(path: str, floors: dict[str, Floor]) -> str | None:
    """The row that a path below src belongs to: the longest that fits."""
    fitting = [name for name in floors if path.startswith(name + "/")]
    return max(fitting, key=len, default=None)


def include_problems(path: str, code: str, floors: dict[str, Floor]) -> list[str]:
    here = zone(path, floors)
    if here is None:
        return [f"src/{path}: its folder has no row in the table"]
    problems = []
    for included in INCLUDE.findall(without_comments(code)):
        there = zone(included, floors)
        # A bare name is a neighbour or a generated header (ui_*.h, *.moc).
        if there is None:
            if "/" in included:
                problems.append(f"src/{path}: includes \"{included}\", which is on no floor of the table")
        elif there != here and there not in floors[here].may_include:
            problems.append(f"src/{path}: {here} may not include {there} (\"{included}\")")
    return problems


def link_lines(cmake: str) -> set[str]:
    cmake = re.sub(r"#[^\n]*", "", cmake)
    return {name for _, body in CALL.findall(cmake) for name in LINK.findall(body)}


def link_problems(floor: str, cmake: str, floors: dict[str, Floor]) -> list[str]:
    if floor not in floors:
        return [f"src/{floor}/CMakeLists.txt: its folder has no row in the table"]
    if floor == "app":
        return []
    problems = []
    for name in sorted(link_lines(cmake)):
        if name.startswith("Slipway::"):
            other = name.removeprefix("Slipway::")
            if other != floor and other not in floors[floor].may_include:
                problems.append(f"src/{floor}/CMakeLists.txt: {floor} may not link {other}")
        elif name not in floors[floor].may_link | EVERYWHERE:
            problems.append(f"src/{floor}/CMakeLists.txt: the table does not give {floor} the library {name}")
    return problems


def unlinked_problems(used: dict[str, set[str]], linked: dict[str, set[str]]) -> list[str]:
    """Floors that are included but not linked, directly or through others: the link lines would tell a lie."""
    def reachable(start: str) -> set[str]:
        seen, todo = set(), [start]
        while todo:
            for other in linked.get(todo.pop(), set()) - seen:
                seen.add(other)
                todo.append(other)
        return seen
    return [f"src/{floor}/CMakeLists.txt: {floor} includes {other} but does not link it"
            for floor in sorted(linked) for other in sorted(used.get(floor, set()) - reachable(floor) - {floor})]


def check(root: Path) -> list[str]:
    floors = parse_table((root / "docs/architecture.md").read_text())
    problems = [] if len(floors) >= 10 else ["docs/architecture.md: the table of floors was not found"]
    used: dict[str, set[str]] = {}
    linked: dict[str, set[str]] = {}
    for name in tracked(root):
        if not name.startswith("src/"):
            continue
        path = name.removeprefix("src/")
        floor = path.split("/")[0]
        if path.endswith((".cpp", ".h")):
            code = (root / name).read_text()
            problems += include_problems(path, code, floors)
            for included in INCLUDE.findall(without_comments(code)):
                if "/" in included:
                    used.setdefault(floor, set()).add(included.split("/")[0])
        elif path.endswith("CMakeLists.txt"):
            cmake = (root / name).read_text()
            problems += link_problems(floor, cmake, floors)
            linked.setdefault(floor, set()).update(
                n.removeprefix("Slipway::") for n in link_lines(cmake) if n.startswith("Slipway::"))
    return problems + unlinked_problems(used, linked)


def self_test() -> list[str]:
    table = """
| folder | what lives there | may include | libraries |
|---|---|---|---|
| `src/base` | things | | Qt6::Core |
| `src/journal` | the store | base | Qt6::Sql |
| `src/desk` | the port | journal, base | |
| `src/sandbox` | services | base, sandbox/world | |
| `src/sandbox/world` | the world | base | |
| `src/app` | the mains | all | |
"""
    floors = parse_table(table)
    missed = []

    def expect(title: str, problems: list[str], found: bool) -> None:
        if bool(problems) != found:
            missed.append(f"self-test: {title}: {'not found' if found else problems}")

    expect("the way down", include_problems("desk/a.cpp", '#include "journal/store.h"', floors), False)
    expect("the way up", include_problems("journal/a.cpp", '#include "desk/desk.h"', floors), True)
    expect("not beside", include_problems("base/a.h", '  #  include "journal/store.h"', floors), True)
    expect("a comment is no include", include_problems("base/a.h", '// #include "journal/store.h"\n', floors), False)
    expect("own floor", include_problems("base/a.cpp", '#include "base/a.h"\n#include <QString>', floors), False)
    expect("a generated header", include_problems("desk/a.cpp", '#include "ui_dialog.h"', floors), False)
    expect("no floor at all", include_problems("desk/a.cpp", '#include "elsewhere/b.h"', floors), True)
    expect("an unknown folder", include_problems("attic/a.cpp", "", floors), True)
    expect("protocols know the world", include_problems("sandbox/rest/a.cpp", '#include "sandbox/world/w.h"', floors), False)
    expect("never the reverse", include_problems("sandbox/world/a.cpp", '#include "sandbox/rest/r.h"', floors), True)
    expect("all", include_problems("app/main.cpp", '#include "desk/desk.h"', floors), False)
    good = "slipway_floor(desk SOURCES a.cpp LINK Slipway::journal)"
    expect("a good link line", link_problems("desk", good, floors), False)
    expect("a link up", link_problems("journal", "slipway_floor(journal LINK Slipway::desk)", floors), True)
    expect("a library too many", link_problems("base", "slipway_floor(base LINK Qt6::Core Qt6::Widgets)", floors), True)
    expect("included, not linked", unlinked_problems({"desk": {"journal"}}, {"desk": set()}), True)
    expect("linked through another", unlinked_problems({"desk": {"base"}},
                                                       {"desk": {"journal"}, "journal": {"base"}}), False)
    return missed


def main() -> int:
    problems = self_test() if "--self-test" in sys.argv[1:] else check(PROJECT)
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problem(s)")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
