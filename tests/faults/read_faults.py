#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers of reads get lost, come late or garbled: the run ends well without a person, and nothing is written twice.

    read_faults.py [--long] [--only TEXT]
"""
import faults

READS = {"Read": {"operation": "Read"}, "Watch": {"operation": "Watch"},
         "GET": {"service": "github", "method": "GET"}, "portal": {"service": "portal"}}


def cases(long):
    for story in (faults.plain, faults.conflict):
        for fault in faults.FAULTS:
            if fault == "status-502-applied":
                continue # a read has nothing to apply
            for when in ("first", "every other"):
                if story is faults.plain or long:
                    yield faults.Case(story, fault, READS, when)
                if long:
                    for name, match in READS.items():
                        yield faults.Case(story, fault, {name: match}, when)


if __name__ == "__main__":
    faults.main(lambda long: list(cases(long)))
