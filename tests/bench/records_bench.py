#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Status records taken in and given back, in records a second.

    records_bench.py [--records 10000]

All shapes that tests/acceptance/records.py generates, as lines of Extended JSON. Beside them, in the same run and on the
same disk: Python's json reading and writing the very same bytes, and SQLite committing a text of a record's size by
itself, each durable, which is the least that a record which is kept can cost. Only ratios are judged:
- taking in: at least a thirtieth of those commits a second (a record becomes a run with its history, and is durable);
- giving back: at least a hundredth of what Python reads and writes;
- the last tenth of the records no slower than a third of the first: what it costs must not grow with the store.
What comes back is what went in, to the member.
"""

import argparse
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "acceptance"))

import harness  # noqa: E402 (it lies in a folder named above)
import records  # noqa: E402 (likewise)
from records_test import commits_a_second, same  # noqa: E402 (likewise)

TIMEOUT = 1500


def timed(act):
    begun = time.monotonic()
    answer = act()
    return answer, time.monotonic() - begun


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--records", type=int, default=10_000)
    count = parser.parse_args().records
    generator = records.Generator()
    made = [generator.record() for _ in range(count)]
    lines = [json.dumps(one, ensure_ascii=False) + "\n" for one in made]
    tenth = count // 10
    parts = [lines[:tenth], lines[tenth:-tenth], lines[-tenth:]]
    world = harness.Sandbox()
    try:
        took = []
        for number, part in enumerate(parts):
            file = world.home / f"records-{number}.jsonl"
            file.write_text("".join(part), encoding="utf-8")
            answer, seconds = timed(lambda: world.run("import", str(file), timeout=TIMEOUT))
            if answer.status != 0 or f"{len(part)} imported" not in answer.out:
                raise AssertionError(str(answer))
            took.append(seconds)
        answer, gave = timed(lambda: world.run("export", timeout=TIMEOUT))
        exported = {one["repositoryName"]: one for one in answer.lines}
        wrong = [one["repositoryName"] for one in made if not same(one, exported.get(one["repositoryName"]))]
        text = "".join(lines)
        _, python = timed(lambda: [json.dumps(json.loads(line), ensure_ascii=False) for line in text.splitlines()])
        commits = commits_a_second(world.home / "limit.db", lines[0])
    finally:
        world.close()
    taken, given = count / sum(took), count / gave
    first, last = tenth / took[0], tenth / took[-1]
    print(f"{count} records, {len(text.encode()) / 1e6:.1f} MB\n"
          f"taken in    {taken:9.0f} records a second (the first tenth {first:.0f}, the last {last:.0f})\n"
          f"given back  {given:9.0f} records a second\n"
          f"beside:     {commits:9.0f} commits of one such text a second by SQLite, ratio {taken / commits:.2f}\n"
          f"            {count / python:9.0f} read and written a second by Python's json, ratio "
          f"{given * python / count:.3f}", flush=True)
    broken = [what for what, holds in {
        f"{len(wrong)} records are not what they were: {wrong[:3]}": not wrong and len(exported) == count,
        "taking in": taken >= commits / 30,
        "giving back": given >= count / python / 100,
        "the last tenth against the first": last >= first / 3}.items() if not holds]
    print("\n".join(["Limits broken:", *broken] if broken else ["All limits are kept."]))
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
