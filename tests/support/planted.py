# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs with one mistake in them, to show that a test sees it.

A changed copy of one source file is compiled with the very command of the build, and the program is linked anew with
the copy's object before the libraries, so that the linker never looks for the right one. The source tree and the build
stay as they are.

    with planted.program(build, "src/app/slipwayctl", planted.Change("src/github/rest.cpp", "old", "new")) as path:
        ...
"""

import contextlib
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Change:
    """Text of one source file that becomes another; it must stand there exactly once."""

    file: str
    old: str
    new: str


def run(command, folder):
    done = subprocess.run(command, shell=isinstance(command, str), cwd=folder, capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        raise AssertionError(f"{command}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}")
    return done.stdout


def command_of(build, target, mark):
    """The build's own command for a target: the last one that holds the mark."""
    found = [line for line in run(["ninja", "-t", "commands", target], build).splitlines() if mark in line]
    if not found:
        raise AssertionError(f"the build has no command for {target} with {mark}")
    return found[-1]


def unit_of(build, file):
    """The object that holds a floor's source file, and the source it is compiled from: the file itself, or the one
    that includes several of them where the build compiles several at once."""
    _, floor, *rest = Path(file).parts
    folder = f"src/{floor}/CMakeFiles/slipway_{floor}.dir"
    for several in sorted((build / folder / "Unity").glob("*.cxx")):
        if f'"{PROJECT / file}"' in several.read_text():
            return f"{folder}/Unity/{several.name}.o", several
    return f"{folder}/{'/'.join(rest)}.o", PROJECT / file


def compile_changed(build, change, folder):
    source = PROJECT / change.file
    text = source.read_text()
    if text.count(change.old) != 1:
        raise AssertionError(f"{change.file} holds {text.count(change.old)} times: {change.old}")
    copy = folder / source.name
    copy.write_text(text.replace(change.old, change.new))
    made, unit = unit_of(build, change.file)
    to_compile = copy
    if unit != source:
        to_compile = folder / f"{source.stem}-{unit.name}"
        to_compile.write_text(unit.read_text().replace(f'"{source}"', f'"{copy}"'))
    command = command_of(build, made, f"-c {unit}")
    result = folder / f"{to_compile.name}.o"
    # What the file includes from beside it is found by the floors' own include path; warnings about what the mistake
    # left unused are no matter.
    command = (command.replace(f"-c {unit}", f"-c {to_compile} -iquote {source.parent} -Wno-error")
               .replace(f"-o {made}", f"-o {result}").replace(f"-MF {made}.d", f"-MF {result}.d"))
    run(command, build)
    return result


@contextlib.contextmanager
def program(build, target, *changes):
    """The path of a program that is built with the changes; it is gone afterwards."""
    build = Path(build)
    with tempfile.TemporaryDirectory(prefix="slipway-planted-") as made:
        folder = Path(made)
        objects = [compile_changed(build, change, folder) for change in changes]
        result = folder / Path(target).name
        link = command_of(build, target, f"-o {target} ")
        run(link.replace(f"-o {target} ", f"{' '.join(map(str, objects))} -o {result} "), build)
        yield result
