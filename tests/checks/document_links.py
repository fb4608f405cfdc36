#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every link and picture of the documents that points into the project points to a tracked file, and so does
every ./script that they tell people to start. --self-test plants broken ones.
"""

import posixpath
import re
import sys
from pathlib import Path

from project_files import PROJECT, tracked

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)|^\[[^\]]+\]:\s*(\S+)", re.M)
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.S)


def link_problems(path: str, text: str, files: set[str]) -> list[str]:
    folders = {folder for name in files for folder in parents(name)}
    problems = []
    for found in LINK.finditer(CODE.sub("", text)):
        target = (found.group(1) or found.group(2)).split("#")[0]
        if not target or re.match(r"[a-z]+:", target):
            continue
        aimed = posixpath.normpath(posixpath.join(posixpath.dirname(path), target))
        if aimed not in files and aimed not in folders:
            problems.append(f"{path}: a link to {target}, which is not there")
    return problems


def parents(name: str) -> list[str]:
    parts = name.split("/")[:-1]
    return ["/".join(parts[:n]) for n in range(1, len(parts) + 1)]


def script_problems(path: str, text: str, files: set[str]) -> list[str]:
    """./run, ./test and the like: the scripts that the documents tell people to start."""
    return [f"{path}: tells of ./{name}, which is not there"
            for name in re.findall(r"(?<![\w/.])\./([A-Za-z][\w./-]*)", text)
            if not name.startswith("build/") and name.rstrip(".") not in files]


def check(root: Path) -> list[str]:
    files = set(tracked(root))
    return [problem for path in sorted(files) if path.endswith(".md")
            for text in [(root / path).read_text()]
            for problem in link_problems(path, text, files) + script_problems(path, text, files)]


def self_test() -> list[str]:
    files = {"README.md", "docs/a.md", "docs/images/x.png", "run"}
    cases = (
        ("[a](docs/a.md#part) ![x](docs/images/x.png) [out](https://example.org)", "README.md", 0),
        ("[up](../README.md) [folder](images/)", "docs/a.md", 0),
        ("[gone](b.md)", "docs/a.md", 1),
        ("![gone](docs/images/y.png)", "README.md", 1),
        ("[late]\n\n[late]: nowhere.md\n", "README.md", 1),
        ("`[code](is-no-link.md)`", "README.md", 0),
        ("```\n./run\n./walk --now\n```", "README.md", 1),
    )
    return [f"self-test: {text!r}" for text, path, wanted in cases
            if len(link_problems(path, text, files) + script_problems(path, text, files)) != wanted]


def main() -> int:
    problems = self_test() if "--self-test" in sys.argv[1:] else check(PROJECT)
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problem(s)")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
