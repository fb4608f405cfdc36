#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds translations/*.ts to the sources: every text is there, translated, and with the same placeholders.

--update takes new texts in (the target update_translations); they then wait for a translation. A translation that no
speaker has read yet carries the translator's comment UNREVIEWED; who reviews one takes the comment away.
"""
import argparse
import collections
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
# What a person reads in the window. slipwayctl stays English: scripts read it (docs/operating.md).
SOURCES = ["src/console", "src/desk", "src/app", "ui", "translations/qt_words.h"]
OPTIONS = ["-silent", "-no-obsolete", "-locations", "none", "-I", "src"]
# English holds the plurals only; the other texts are in the sources as they are read.
FILES = {"slipway_en.ts": ["-pluralonly"], "slipway_cy.ts": []}
FORMS = {"slipway_en.ts": 2, "slipway_cy.ts": 5}  # as many as Qt asks for (Welsh: 0, 1, 2 to 5, 6, others)
UNREVIEWED = "Not yet reviewed by a speaker of Welsh."


def run_lupdate(lupdate, files):
    """Each file beside the one it is to be compared with; returns what lupdate complained of."""
    complaints = []
    for name, path in files.items():
        result = subprocess.run([lupdate, *OPTIONS, *FILES[name], *SOURCES, "-ts", str(path)], cwd=ROOT,
                                capture_output=True, text=True, check=False)
        complaints += [line for line in result.stderr.splitlines() if line.strip()]
        if result.returncode:
            complaints.append(f"lupdate ended with {result.returncode}")
    return sorted(set(complaints))


def inner(element):
    """Text of an element whose control characters may be written as <byte value="x1b"/>."""
    return "" if element is None else "".join(element.itertext())


def marks(text):
    """What a translation must have as its source has it."""
    holders = collections.Counter(re.findall(r"%(?:L?\d{1,2}|n)|\{\w+\}", text))
    return {
        "placeholders": holders,
        "mnemonic (&)": len(re.findall(r"&(?=\w)", text.replace("&&", ""))),
        "brackets": [text.count(c) for c in "[]|"] if re.search(r"\{\w+\}", text) else [],
        "line ends": text.count("\n"),
        "last character": text.rstrip()[-1:] if text.rstrip()[-1:] in list(":….?!,;") else "",
        "space at the ends": (text[:1].isspace(), text[-1:].isspace()),
        "file pattern": sorted(re.findall(r"\(\*[^)]*\)", text)),
    }


def faults_of_message(context, message, forms):
    source = inner(message.find("source"))
    where = f"{context}: {source!r}"
    translation = message.find("translation")
    if translation is None or translation.get("type") is not None:
        yield f"{where} has no translation"
        return
    plural = message.get("numerus") == "yes"
    texts = [inner(form) for form in translation.findall("numerusform")] if plural else [inner(translation)]
    if plural and len(texts) != forms:
        yield f"{where} has {len(texts)} plural forms, not {forms}"
    for text in texts:
        if not text.strip() and source.strip():
            yield f"{where} has an empty translation"
            continue
        wanted, found = marks(source), marks(text)
        for what, value in wanted.items():
            if found[what] != value:
                yield f"{where} -> {text!r}: {what} differ"


def faults_of_file(path, forms, may_repeat):
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = inner(context.find("name"))
        for message in context.iter("message"):
            yield from faults_of_message(name, message, forms)
            source = inner(message.find("source"))
            words = re.findall(r"[a-z]{3,}", re.sub(r"[%&]\w|\{\w+\}|\w+://\S+|--\S+|\bslipway\w*", "", source))
            if not may_repeat and len(words) > 2 and inner(message.find("translation")) == source:
                yield f"{name}: {source!r} is still English"


def unreviewed(path):
    return [m for m in ElementTree.parse(path).getroot().iter("message")
            if inner(m.find("translatorcomment")) == UNREVIEWED]


def check(lupdate):
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        copies = {}
        for name in FILES:
            copies[name] = pathlib.Path(folder) / name
            shutil.copy(ROOT / "translations" / name, copies[name])
        faults += [f"lupdate: {line}" for line in run_lupdate(lupdate, copies)]
        for name, copy in copies.items():
            if copy.read_bytes() != (ROOT / "translations" / name).read_bytes():
                faults.append(f"translations/{name} is not up to date: build the target update_translations, translate")
            # New texts are named from the fresh copy.
            faults += [f"{name}: {fault}" for fault in faults_of_file(copy, FORMS[name], name == "slipway_en.ts")]
    # The program calls Welsh unreviewed as long as the file does.
    says = re.search(r'unreviewed\{([^}]*)\}', (ROOT / "src/console/translation.cpp").read_text())
    if bool(unreviewed(ROOT / "translations/slipway_cy.ts")) != (says is not None and '"cy"' in says.group(1)):
        faults.append("translation.cpp and slipway_cy.ts do not agree on whether Welsh was reviewed")
    return faults


def update(lupdate):
    complaints = run_lupdate(lupdate, {name: ROOT / "translations" / name for name in FILES})
    left = 0
    for name in FILES:
        for message in ElementTree.parse(ROOT / "translations" / name).getroot().iter("message"):
            left += message.find("translation").get("type") == "unfinished"
    print(f"{left} texts wait for a translation" + "".join(f"\n{line}" for line in complaints))
    return 0


def self_test():
    def message(source, translation, attributes=""):
        element = ElementTree.fromstring(f"<message {attributes}><source/>{translation}</message>")
        element.find("source").text = source
        return list(faults_of_message("Test", element, 5))

    plain = "<translation>{}</translation>"
    five = "<translation>" + "<numerusform>%n rhediad</numerusform>" * 5 + "</translation>"
    wrong = {
        "nothing": message("Run", '<translation type="unfinished"></translation>'),
        "empty": message("Run", plain.format("")),
        "placeholder": message("%1 of %2", plain.format("%1 o")),
        "name": message("Got {text}.", plain.format("Cafwyd {testun}.")),
        "mnemonic": message("&Run", plain.format("Rhedeg")),
        "ellipsis": message("Run…", plain.format("Rhedeg")),
        "colon": message("Run:", plain.format("Rhedeg")),
        "alternative": message("Got[ {text}|none].", plain.format("Cafwyd[ {text}].")),
        "space": message(" and ", plain.format("a")),
        "forms": message("%n run(s)", five.replace("<numerusform>%n rhediad</numerusform>", "", 1), 'numerus="yes"'),
    }
    right = [message("&Run %1…", plain.format("Rhe&amp;deg %1…")), message("%n run(s)", five, 'numerus="yes"')]
    for name, faults in wrong.items():
        if not faults:
            print(f"not found: {name}")
            return 1
    if any(right):
        print(f"wrongly found: {right}")
        return 1
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lupdate", default="lupdate")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        return self_test()
    if options.update:
        return update(options.lupdate)
    faults = check(options.lupdate)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


sys.exit(main())
