#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Test of the tests: each guard is taken out of the program, and the campaign that watches over it must turn red.

    guards_test.py [--only TEXT] [--watched-by campaigns|suites]

A changed copy of one source file is compiled with the build's own command and linked into a program of its own
(tests/support/planted.py); the source tree and the build stay as they are. Needs SLIPWAY_BUILD, the build's folder.
"""
import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "support"))
import planted  # noqa: E402

BUILD = os.environ["SLIPWAY_BUILD"]
TERMINAL, CRASHING, CUT = "src/app/slipwayctl", "tests/faults/slipwayctl_crashing", "tests/faults/power_cut_tests"
SIMULATION, DISK = "tests/simulation/fault_simulation_tests", "tests/simulation/disk_simulation_tests"
CAMPAIGNS = (TERMINAL, CRASHING, CUT, SIMULATION, DISK)  # other targets are suites of the floors
DRIVER, TROUBLE = "tests/conductor/conductor_run_driver_tests", "tests/conductor/conductor_trouble_tests"
STEPS, HTTP = "tests/steps/steps_other_kinds_tests", "tests/http/http_tests"


class Guard:
    """`change` takes it out of `target`; `campaign` is then red, for a reason that holds `words`. Where the target is a
    test program itself, the campaign is those of its functions that watch."""

    def __init__(self, name, target, change, campaign, words):
        self.name, self.target, self.change, self.campaign, self.words = name, target, change, campaign, words

    def try_with(self, program):
        """(exit status, everything printed) of the campaign."""
        environment = dict(os.environ, SLIPWAYCTL=f"{BUILD}/{TERMINAL}", SLIPWAYCTL_CRASHING=f"{BUILD}/{CRASHING}",
                           QT_QPA_PLATFORM="offscreen")
        command = [sys.executable, "-B", *self.campaign]
        if self.target == TERMINAL:
            environment["SLIPWAYCTL"] = str(program)
        elif self.target == CRASHING:
            environment["SLIPWAYCTL_CRASHING"] = str(program)
        else:  # it watches by itself
            command = [str(program), "-silent", *self.campaign]
        done = subprocess.run(command, cwd=HERE, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              text=True, timeout=1200, check=False)
        return done.returncode, done.stdout

    def holds(self):
        begun = time.monotonic()
        status, text = self.try_with(f"{BUILD}/{self.target}")
        if status != 0:
            print(f"FAILED {self.name}: the campaign is red with the guard in its place\n{text[-2000:]}", flush=True)
            return False
        with planted.program(BUILD, self.target, self.change) as program:
            status, text = self.try_with(program)
        line = next((line.strip() for line in text.splitlines() if self.words in line), None)
        shown = status != 0 and line is not None
        print(f"{'shown' if shown else 'MISSED'}  without {self.name}: "
              f"{line if shown else f'exit {status}: {text[-1500:]}'} ({time.monotonic() - begun:.0f} s)", flush=True)
        return shown


GUARDS = [
    Guard("the once-only upload", TERMINAL,
          planted.Change("src/http/transfer.cpp", "m_means.manager->sendCustomRequest(request, m_request.method, body.get());",
                         "m_means.manager->sendCustomRequest(request, m_request.method, m_request.body);"),
          ["network_matrix.py", "--only", "RaisePullRequest, rst before: first"], "requests for "),
    Guard("notBefore", TERMINAL,
          planted.Change("src/conductor/run_writing.cpp",
                         "{ return m_services.clock.scaled(kInFlightWindow, kLeastInFlightWindow); }",
                         "{ return kInFlightWindow / 3000; }"),
          ["network_matrix.py", "--only", "late: first"], "twice: "),
    Guard("notBefore, in the simulation", SIMULATION,
          planted.Change("src/conductor/run_writing.cpp",
                         "{ return m_services.clock.scaled(kInFlightWindow, kLeastInFlightWindow); }",
                         "{ return kInFlightWindow / 3000; }"),
          ["whatComesLateIsNotDoneAgain"], " instead of "),
    Guard("waiting for the intent to be taken", DISK,
          planted.Change("src/conductor/transitions.cpp", "            if (!appended)\n",
                         "            if (!appended && events.front().type != EventType::EffectIntended)\n"),
          ["someCalls"], "has no intent on the disk"),
    Guard("keeping what the store does not take", DISK,
          planted.Change("src/conductor/transitions.cpp",
                         "        append(std::move(again.events), std::move(again.after), std::move(again.finished));\n",
                         "        m_appending = false;\n        m_trouble.over(name());\n        next();\n"
                         "        Q_EMIT settled();\n"),
          ["someCalls"], "answers that were received"),
    Guard("quarantine", CRASHING,
          planted.Change("src/conductor/crash_rules.cpp", "inARow < kCrashesToQuarantine", "inARow >= 0"),
          ["poison_campaign.py"], "the run that crashes it is"),
    Guard("setting aside what crashes it as it is read", CRASHING,
          planted.Change("src/journal/set_aside.cpp", "run->size() < kCrashesToSetAside", "run->size() >= 0"),
          ["poison_campaign.py"], "before it left the run alone: it crashes for ever"),
    Guard("the limit of redirects", TROUBLE,
          planted.Change("src/conductor/run_writing.cpp", "count >= kMostLedElsewhere", "count < 0"),
          ["aWriteThatIsAlwaysLedElsewhereAsksAPerson"], "bench.count(StepAsked)"),
    Guard("asking a run without a name what it makes", STEPS,
          planted.Change("src/steps/dispatch.cpp", "runs.size() == 1 && (found->named || !made)", "runs.size() == 1"),
          ["aRunWithoutANameIsOursOnlyByWhatItMakes"], "FAIL!"),
    Guard("the window by the time since the start", DRIVER,
          planted.Change("src/conductor/run_writing.cpp", "    return until - now;\n",
                         "    return effect.notBefore ? *effect.notBefore - m_services.clock.now() : until - now;\n"),
          ["aClockThatIsSetForwardBringsNoLookForward"], "bench.looks()"),
    Guard("moments by the clock of now", DRIVER,
          planted.Change("src/conductor/run_writing.cpp",
                         "    return std::chrono::abs(by) < ClockJumps::kNotice ? Millis(0) : "
                         "std::chrono::round<std::chrono::seconds>(by);\n", "    return by * 0;\n"),
          ["aLostDispatchIsLookedForByTheClockOfNow"], "FAIL!"),
    Guard("the unknown outcome of a write without a body", HTTP,
          planted.Change("src/http/transfer.cpp", "m_purpose == Purpose::Effect && m_request.body.isEmpty()", "false"),
          ["anErrorWithoutANameLeavesAWriteThatIsOutUnknown"], "failure.delivery"),
    Guard("the fence guard", CRASHING,
          planted.Change("src/journal/migrations.cpp", "    return report;\n",
                         '    std::ignore = database.execute(u"DROP TRIGGER IF EXISTS event_append"_s);\n    return report;\n'),
          ["process_campaign.py", "--seed", "1", "--only", "intent.before"], "under a stale fence"),
    Guard("synchronous=FULL", CUT,
          planted.Change("src/journal/database.cpp", '{u"synchronous"_s, u"FULL"_s, 2}',
                         '{u"synchronous"_s, u"NORMAL"_s, 1}'),
          [], " lost"),
]


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--only", default="")
    options.add_argument("--watched-by", choices=("campaigns", "suites"), help="what not every build has")
    chosen = options.parse_args()
    wanted = [guard for guard in GUARDS if chosen.only in guard.name
              and chosen.watched_by in (None, "campaigns" if guard.target in CAMPAIGNS else "suites")]
    shown = sum([guard.holds() for guard in wanted])
    print(f"guards: {len(wanted)} taken out, {shown} seen", flush=True)
    return 0 if wanted and shown == len(wanted) else 1


if __name__ == "__main__":
    sys.exit(main())
