#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Answers of writes get lost, come late or garbled, or the writes never arrive: every run ends well without a person,
nothing is done twice, and no intent is sent twice.

    effect_faults.py [--long] [--only TEXT]

The short form troubles all writes of a story together, the long form also each by itself.
"""
import campaign
import faults


def match_of(operation):
    if operation in campaign.REST_WRITES:
        return {"method": "POST", "path": campaign.REST_WRITES[operation]}
    return {"operation": operation}


STORIES = {
    faults.plain: ["RaisePullRequest", "EnableAutoMerge", "MergePullRequest", "dispatch"],
    faults.conflict: ["PrepareBranch", "MoveBranch"],
    faults.reopened: ["ReopenPullRequest"],
    faults.rerun: ["rerun"],
    faults.undone: ["ClosePullRequest", "DeleteBranch"],
    faults.reverted: ["RevertPullRequest"],
}


def cases(long):
    for story, operations in STORIES.items():
        if not long and story not in (faults.plain, faults.conflict):
            continue  # what follows a person's act: the unit tests of the steps hold it daily
        # All writes at once, also those that only follow trouble; then, in the long form, each by itself.
        everything = {name: match_of(name) for name in campaign.OPERATIONS.values()
                      if name != campaign.PAY}
        for fault in faults.FAULTS:
            for when in ("first", "every"):
                if story is faults.plain or long:
                    yield faults.Case(story, fault, everything, when, operations)
                if story is not faults.plain or long:
                    groups = [[each] for each in operations] if long else [operations]
                    for group in groups:
                        if long or when == "first":
                            yield faults.Case(story, fault, {name: match_of(name) for name in group}, when, group)


if __name__ == "__main__":
    faults.main(lambda long: list(cases(long)))
