# SPDX-License-Identifier: GPL-3.0-or-later
"""Each guard of limits, sign-in and merging is taken away once, and the test that docs/github.md names for it turns red.

SLIPWAY_BUILD names the build. Its test programs are linked anew with one changed file each; source tree and build stay
as they are. With arguments only the guards whose names hold one of them.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))

from planted import Change, program  # noqa: E402 (it lies in the folder named above)

BUILD = os.environ["SLIPWAY_BUILD"]
READS, SIGN_IN = "tests/github/github_reads_tests", "tests/github/github_sign_in_tests"
WATCH, LIMITS = "tests/conductor/conductor_watch_interval_tests", "tests/conductor/conductor_limits_tests"
OBSERVER, MERGING = "tests/conductor/conductor_observer_tests", "tests/steps/steps_merging_tests"

#: what is taken away: (the change, the program, its test)
GUARDS = {
    "limits: the whole token waits": (
        Change("src/github/budget.cpp", "return m_until && m_clock.now() < *m_until ? m_until : std::nullopt;",
               "return std::nullopt;"), READS, "theWholeTokenWaitsWhileLimited"),
    "limits: retry-after is heeded": (
        Change("src/github/budget.cpp", 'numberIn(response, "Retry-After")', 'numberIn(response, "X-None")'),
        READS, "theWholeTokenWaitsWhileLimited"),
    "limits: ten reads at once": (
        Change("src/github/transport.cpp", "if (m_readsUnderWay >= mostReads) {", "if (m_readsUnderWay >= 1000) {"),
        READS, "tenReadsAreUnderWayAtOnce"),
    "limits: a late answer does not end one": (
        Change("src/conductor/observer.cpp",
               "if (!m_trouble || (m_trouble->error.code == errc::githubRateLimited"
               " && m_clock.now() < m_trouble->until))", "if (!m_trouble)"),
        OBSERVER, "limitsLastAsLongAsGitHubSays"),
    # 80 a minute are not reached as long as this one holds: five and sixty are 65.
    "limits: one write a second": (
        Change("src/conductor/token_bucket.cpp", "kRefill{1'000}", "kRefill{500}"), LIMITS, "aBurstThenOneASecond"),
    "limits: 500 writes an hour": (
        Change("src/conductor/token_bucket.cpp", "until(kMostAnHour, kHour);", ""),
        LIMITS, "eightyAMinuteAndFiveHundredAnHour"),
    "limits: a reserve for persons": (
        Change("src/conductor/watch_interval.cpp", "return purse.limit / kReservePart;", "return purse.limit * 0;"),
        WATCH, "theReserveIsForPersons"),
    "limits: the budget lasts until the reset": (
        Change("src/conductor/watch_interval.cpp", "std::max<qint64>(0, cost) / left", "std::max<qint64>(0, cost) / 100 / left"),
        WATCH, "whatIsLeftLastsUntilTheReset"),
    "watching: what is calm no more is asked again": (
        Change("src/github/read_job.cpp",
               "!m_traits->calm.take(*pull, !m_withoutHistory.contains(index))",
               "!m_traits->calm.take(*pull, true)"),
        READS, "whatIsArmedIsWatchedWithoutItsHistoryUntilThatMatters"),
    "watching: nothing is asked before its answer would count": (
        Change("src/conductor/observer.cpp", "return want.since;", "return {};"),
        OBSERVER, "nothingIsAskedBeforeItsAnswerWouldCount"),
    "sign-in: a refused token is not tried again": (
        Change("src/github/token_source.cpp", "void FixedToken::refused(const Secret& token, const Error& error)\n{",
               "void FixedToken::refused(const Secret& token, const Error& error)\n{\n    if (!error.code.isEmpty())\n"
               "        return;"),
        SIGN_IN, "aRefusedTokenIsNotTriedAgainAtOnce"),
    "sign-in: only the host's pages": (
        Change("src/github/host.cpp", "url.host().compare(host.web.host(), Qt::CaseInsensitive) == 0", "true"),
        SIGN_IN, "onlyPagesOfTheHostAreOpened"),
    "merging: what was archived or locked is not waited for": (
        Change("src/steps/merging.cpp", "if (pullRequest.archived || pullRequest.locked) {",
               "if (false && pullRequest.archived) {"),
        MERGING, "whatCannotBeChangedIsAPersonsQuestionUntilItCan"),
    "merging: what somebody else pushed is not overwritten": (
        Change("src/steps/healing.cpp", "if (task.isForeign(pullRequest)) {",
               "if (false && task.isForeign(pullRequest)) {"),
        MERGING, "whatSomebodyElsePushedIsNeitherMergedNorOverwrittenUnseen"),
}


def is_green(binary, test):
    """Whether the test passes; a program that does not have it would be red for the wrong reason."""
    listed = subprocess.run([binary, "-functions"], capture_output=True, text=True, check=True).stdout
    if f"{test}()" not in listed:
        raise AssertionError(f"{binary} has no {test}")
    with tempfile.TemporaryDirectory(prefix="slipway-guards-") as home:
        return subprocess.run([binary, "-silent", test], capture_output=True, check=False, timeout=300,
                              env={**os.environ, "HOME": home, "QT_QPA_PLATFORM": "offscreen"}).returncode == 0


def main():
    wrong = []
    for name, (change, target, test) in GUARDS.items():
        if len(sys.argv) > 1 and not any(word in name for word in sys.argv[1:]):
            continue
        if not is_green(f"{BUILD}/{target}", test):
            wrong.append(f"{name}: {test} is red with the guard, too")
            continue
        try:
            with program(BUILD, target, change) as binary:
                green = is_green(binary, test)
        except AssertionError as error:
            wrong.append(f"{name}: {error}")
            continue
        if green:
            wrong.append(f"{name}: {test} does not miss it")
        else:
            print(f"red: {name}", flush=True)
    print("\n".join(wrong or ["Every guard is missed by its test."]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
