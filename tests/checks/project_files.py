# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks share: which files the project has, and code without its comments."""

import re
import subprocess
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def tracked(root: Path = PROJECT) -> list[str]:
    """Paths of the tracked files that exist, relative to the project. The owner of the clone may be someone else."""
    listed = subprocess.run(["git", "-c", "safe.directory=*", "-C", str(root), "ls-files", "-z"],
                            check=True, capture_output=True)
    return [name for name in listed.stdout.decode().split("\0") if name and (root / name).is_file()]


COMMENT_OR_TEXT = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"([^(\s]{0,16})\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])+\'', re.S)


def without_comments(code: str) -> str:
    """C++ with its comments blanked out, line numbers kept."""
    def blank(found: re.Match) -> str:
        text = found.group(0)
        return re.sub(r"[^\n]", " ", text) if text.startswith("/") else text
    # A digit separator (1'000) would open a character; it is taken out first, one character for one.
    return COMMENT_OR_TEXT.sub(blank, re.sub(r"(?<=[0-9a-fA-F])'(?=[0-9a-fA-F]{3})", "_", code))
