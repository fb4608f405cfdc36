#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Names the known flaws of what a package of Slipway is made of, by Debian's own list.

    known_flaws.py slipway.spdx TRACKER.json [--release bookworm]

The first file stands in the package (/usr/share/doc/slipway/slipway.spdx). The second is Debian's list of all known flaws,
which has to be fetched on the day, because it changes daily and is no part of Slipway:

    curl -o TRACKER.json https://security-tracker.debian.org/tracker/data/json

A flaw that Debian has mended in a newer version than the one named ends the program with 1: install that version and
build again. Those that Debian knows and has not mended (or does not think worth it) are listed and end it with 0: nobody
here can do more about them. 2: a file cannot be read, or is none of these.
"""
import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile


def sources_of(spdx):
    """Debian's source packages and their versions, as the list of what the programs are made of names them."""
    found = set(re.findall(r"^PackageComment: built from (\S+) (\S+)$", spdx, re.MULTILINE))
    if not found:
        raise ValueError("it names no package of Debian")
    return sorted(found)


def is_older(version, than):
    return subprocess.run(["dpkg", "--compare-versions", version, "lt", than], check=False).returncode == 0


def flaws_of(sources, tracker, release):
    """Two lists of (source, version, flaw, what there is to say): those that a newer version mends, and the others."""
    mended, known = [], []
    for source, version in sources:
        for flaw, entry in sorted(tracker.get(source, {}).items()):
            here = entry.get("releases", {}).get(release)
            if not here:
                continue
            fixed = here.get("fixed_version", "")
            if here.get("status") == "resolved":
                if fixed and fixed != "0" and is_older(version, fixed):
                    mended.append((source, version, flaw, f"mended in {fixed}"))
            else:
                known.append((source, version, flaw, here.get("nodsa") or here.get("urgency") or "not mended"))
    return mended, known


def report(spdx_file, tracker_file, release):
    try:
        sources = sources_of(pathlib.Path(spdx_file).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        print(f"{spdx_file}: {error}", file=sys.stderr)
        return 2
    try:
        tracker = json.loads(pathlib.Path(tracker_file).read_bytes())
        if not any(release in entry.get("releases", {}) for flaws in tracker.values() for entry in flaws.values()):
            raise ValueError(f"it says nothing about {release}: is it Debian's list?")
    except (OSError, ValueError, AttributeError) as error:
        print(f"{tracker_file}: {error}", file=sys.stderr)
        return 2
    mended, known = flaws_of(sources, tracker, release)
    for title, flaws in (("A newer version mends", mended), ("Known, and not mended by Debian", known)):
        if flaws:
            print(f"{title}:")
        for source, version, flaw, words in flaws:
            print(f"  {source} {version}: {flaw} ({words})")
    print(f"{len(sources)} source packages: {len(mended)} flaws that a newer version mends, {len(known)} others")
    return 1 if mended else 0


def self_test():
    spdx = ("PackageName: libssl3\nPackageComment: built from openssl 3.0.17-1~deb12u2\n\n"
            "PackageName: libqt6core6\nPackageComment: built from qt6-base 6.4.2+dfsg-10\n")

    def entry(status, fixed=None, **more):
        here = {"status": status, **more}
        if fixed is not None:
            here["fixed_version"] = fixed
        return {"releases": {"bookworm": here, "sid": {"status": "open"}}}

    tracker = {
        "openssl": {
            "CVE-2025-0001": entry("resolved", "3.0.17-1~deb12u3"),
            "CVE-2025-0002": entry("resolved", "3.0.17-1~deb12u2"),
            "CVE-2025-0003": entry("resolved", "0"),
        },
        "qt6-base": {"CVE-2025-0004": entry("open", urgency="low", nodsa="Minor issue"),
                     "CVE-2025-0005": {"releases": {"sid": {"status": "open"}}}},
        "not-ours": {"CVE-2025-0006": entry("resolved", "99")},
    }
    sources = sources_of(spdx)
    assert sources == [("openssl", "3.0.17-1~deb12u2"), ("qt6-base", "6.4.2+dfsg-10")], sources
    mended, known = flaws_of(sources, tracker, "bookworm")
    assert [flaw[2] for flaw in mended] == ["CVE-2025-0001"], mended
    assert [(flaw[2], flaw[3]) for flaw in known] == [("CVE-2025-0004", "Minor issue")], known
    with tempfile.TemporaryDirectory() as folder:
        bill, listed = pathlib.Path(folder, "bill"), pathlib.Path(folder, "list")
        bill.write_text(spdx, encoding="utf-8")
        listed.write_text(json.dumps(tracker), encoding="utf-8")
        assert report(bill, listed, "bookworm") == 1
        del tracker["openssl"]["CVE-2025-0001"]
        listed.write_text(json.dumps(tracker), encoding="utf-8")
        assert report(bill, listed, "bookworm") == 0
        assert report(bill, listed, "trixie") == 2, "a list of another release says nothing"
        assert report(bill, folder + "/none", "bookworm") == 2
        listed.write_text("<html>", encoding="utf-8")
        assert report(bill, listed, "bookworm") == 2
        bill.write_text("nothing", encoding="utf-8")
        assert report(bill, listed, "bookworm") == 2
    return 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*")
    parser.add_argument("--release", default="bookworm")
    parser.add_argument("--self-test", action="store_true")
    options = parser.parse_args()
    if options.self_test:
        return self_test()
    if len(options.files) != 2:
        parser.error("two files are needed")
    return report(options.files[0], options.files[1], options.release)


if __name__ == "__main__":
    sys.exit(main())
