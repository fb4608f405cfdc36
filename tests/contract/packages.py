# SPDX-License-Identifier: GPL-3.0-or-later
"""Puts GitHub's descriptions and the foreign clients into a folder, once for each state of the lock file.

    packages.py FOLDER

The versions are exact and every archive is checked against its hash in package-lock.json; no script of a package runs.
Of the descriptions only the two that are read are kept: the package holds 400 MB of them.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
LISTED = ("package.json", "package-lock.json", ".npmrc")
TRIES = 3  # the registry is far away and sometimes busy


def state():
    digest = hashlib.sha256(Path(__file__).read_bytes())
    for name in LISTED:
        digest.update((HERE / name).read_bytes())
    return digest.hexdigest()


def version(path):
    """Of ghes-3.19.json: (3, 19)."""
    return tuple(int(part) for part in path.name.removeprefix("ghes-").removesuffix(".json").split("."))


def drop_what_is_not_read(folder):
    descriptions = folder / "node_modules/@octokit/openapi/generated"
    newest = max((path for path in descriptions.glob("ghes-*.json") if "deref" not in path.name), key=version)
    for path in descriptions.glob("*.json"):
        if path not in (newest, descriptions / "api.github.com.json"):
            path.unlink()


def install(folder):
    for name in LISTED:
        shutil.copy(HERE / name, folder / name)
    for left in reversed(range(TRIES)):
        done = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
                              cwd=folder, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
        if done.returncode == 0:
            return
        if left == 0:
            sys.exit(f"npm ci failed:\n{done.stdout}\n{done.stderr}")
        time.sleep(5)


def main():
    folder = Path(sys.argv[1])
    stamp = folder / "installed"
    if stamp.exists() and stamp.read_text() == state():
        return
    made = folder.with_name(f"{folder.name}.{os.getpid()}")
    shutil.rmtree(made, ignore_errors=True)
    made.mkdir(parents=True)
    install(made)
    drop_what_is_not_read(made)
    (made / "installed").write_text(state())
    shutil.rmtree(folder, ignore_errors=True)
    made.rename(folder)


if __name__ == "__main__":
    main()
