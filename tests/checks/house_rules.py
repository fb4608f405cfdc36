#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Rules of the house that a compiler does not know. Each names its reason, and an example of what it must find.

--self-test plants every rule's examples and fails unless each is found, and unless what is allowed passes.
"""

import fnmatch
import re
import sys
from dataclasses import dataclass
from pathlib import Path

from project_files import PROJECT, tracked, without_comments

CODE = ("src/*.cpp", "src/*.h", "tests/*.cpp", "tests/*.h")
SOURCE = ("src/*.cpp", "src/*.h")
SPDX = "SPDX-License-Identifier: GPL-3.0-or-later"
# Files that carry the licence line: those that have comments and are ours.
WITH_SPDX = ("*.cpp", "*.h", "*.py", "*.sh", "*.cmake", "*CMakeLists.txt", "*.sql", "run", "test", ".ci/run",
             "cmake/packages.txt")


@dataclass(frozen=True)
class Rule:
    title: str  # what is wrong, and why
    files: tuple[str, ...]
    pattern: str  # what must not be there
    planted: tuple[tuple[str, str], ...]  # (path, text) that must be found
    allowed: tuple[tuple[str, str], ...] = ()  # (path, text) that must pass
    but_not: tuple[str, ...] = ()
    comments_too: bool = False  # otherwise C++ comments are not looked at


RULES = (
    Rule("QNetworkAccessManager outside src/http: it resends writes by itself, and only src/http knows the cure",
         CODE, r"\bQNetworkAccessManager\b",
         (("src/github/a.cpp", "QNetworkAccessManager manager;"), ("src/console/a.h", "class QNetworkAccessManager;")),
         (("src/http/a.cpp", "QNetworkAccessManager m;"), ("src/github/a.cpp", "// QNetworkAccessManager resends")),
         but_not=("src/http/*", "tests/*")),
    Rule("a coroutine: the house does without (docs/decisions/0003)",
         CODE, r"\bco_(await|return|yield)\b",
         (("src/steps/a.cpp", "co_return value;"), ("tests/base/a.cpp", "co_await reply;")),
         (("src/steps/a.cpp", "// no co_await here"),)),
    Rule("wall clock or sleep outside src/base and src/sandbox: take a Clock&",
         SOURCE,
         r"QDateTime::current|QDate::current|QTime::current|(system|steady|high_resolution)_clock::now"
         r"|QThread::[mu]?sleep|\bsleep_(for|until)\b|\b(us|nano)?sleep\s*\(|\bstd::time\s*\(|\bgettimeofday\b",
         (("src/conductor/a.cpp", "auto now = QDateTime::currentDateTimeUtc();"),
          ("src/terminal/a.cpp", "std::this_thread::sleep_for(1s);"), ("src/desk/a.cpp", "QThread::msleep(5);"),
          ("src/http/a.cpp", "std::chrono::steady_clock::now()")),
         (("src/base/clock.cpp", "QDateTime::currentDateTimeUtc()"), ("src/console/a.cpp", "m_clock.now()")),
         but_not=("src/base/*", "src/sandbox/*")),
    Rule("SQL put together from strings: bind values",
         ("src/journal/*.cpp", "src/journal/*.h"),
         r"\b(exec|execute|prepare|select)\s*\((?!\s*u\"PRAGMA )[^;{]*?(\.arg\s*\(|[\"_su]\s*\+|\+\s*[A-Za-z_\"])",
         (("src/journal/a.cpp", 'q.exec(u"SELECT * FROM run WHERE id=\'%1\'"_s.arg(id));'),
          ("src/journal/a.cpp", 'd.execute(u"DELETE FROM "_s + table);')),
         # A PRAGMA takes no bound values.
         (("src/journal/a.cpp", 'd.execute(u"PRAGMA user_version = %1"_s.arg(version));'),
          ("src/journal/a.cpp", 'q.prepare(u"SELECT a FROM b WHERE c = ?"_s); q.bindValue(0, x + y);'))),
    Rule("TLS errors ignored: whoever sits between would get the token",
         CODE, r"\bignoreSslErrors\b|\bVerifyNone\b|\bQueryPeer\b",
         (("src/http/a.cpp", "reply->ignoreSslErrors();"), ("tests/http/a.cpp", "c.setPeerVerifyMode(QSslSocket::VerifyNone);"))),
    Rule("redirects followed: Qt hands the token to the other host",
         SOURCE,
         r"\bsetRedirectPolicy\s*\((?!\s*QNetworkRequest::ManualRedirectPolicy)|\b(NoLessSafe|SameOrigin|UserVerified)RedirectPolicy\b",
         (("src/http/a.cpp", "m.setRedirectPolicy(QNetworkRequest::NoLessSafeRedirectPolicy);"),
          ("src/http/a.cpp", "r.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);")),
         (("src/http/a.cpp", "m.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);"),
          ("src/http/a.cpp", "r.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);"))),
    Rule("a static helper of QMessageBox: it blocks, and renders what looks like HTML; use an own box with plain text",
         ("src/console/*", "src/app/*"), r"\bQMessageBox::(information|warning|critical|question|about)\b",
         (("src/console/a.cpp", "QMessageBox::warning(this, tr(\"x\"), text);"),),
         (("src/console/a.cpp", "QMessageBox::Warning"),)),
    Rule("a label or box made by hand: src/console/labels.h makes those that read nothing as HTML",
         ("src/console/*", "src/app/*"), r"\bnew\s+Q(Label|MessageBox)\b",
         (("src/console/a.cpp", "auto* l = new QLabel(text, this);"), ("src/app/a.cpp", "new QMessageBox(this)")),
         (("src/console/a.cpp", "plainLabel(text, this)"), ("src/console/labels.cpp", "new QLabel(text, parent)")),
         but_not=("src/console/labels.cpp",)),
    Rule("rich text: what GitHub or a person wrote would be read as HTML",
         ("src/console/*", "src/app/*"),
         r"\bQt::(RichText|AutoText|MarkdownText)\b|\bsetHtml\s*\(|\binsertHtml\s*\(|\bappendHtml\s*\(|\bsetMarkdown\s*\(",
         (("src/console/a.cpp", "label->setTextFormat(Qt::RichText);"), ("src/console/a.cpp", "view->setHtml(text);")),
         (("src/console/a.cpp", "label->setTextFormat(Qt::PlainText);"), ("src/console/a.cpp", "view->setPlainText(text);"))),
    Rule("a const_cast or a swallowed exception: say it in the types, or give an Error",
         SOURCE, r"\bconst_cast\s*<|catch\s*\(\s*\.\.\.\s*\)\s*\{\s*\}",
         (("src/steps/a.cpp", "const_cast<Run&>(run)"), ("src/base/a.cpp", "} catch (...) {\n}"))),
    Rule("a path of one machine: it is true nowhere else",
         ("*",), r"(?<![\w.$})/-])/(?:[w]ork|[t]mp)/\w|/[h]ome/\w+/",
         (("docs/a.md", "see /wo" + "rk/notes"), ("tests/a.sh", "rm -rf /t" + "mp/build"), ("src/a.h", "// /ho" + "me/me/x")),
         (("docs/a.md", "network/a, $scratch/t" + "mp/x"),),
         comments_too=True),
    Rule("a host of a package registry: packages come through the machine's own configuration",
         ("*",), r"\b(?:npmjs[.](?:org|com)|py[p]i[.](?:org|python[.]org)|crat[e]s[.]io|deb[.]deb[i]an[.]org"
         r"|proxy[.]gol[a]ng[.]org|rubyg[e]ms[.]org)\b",
         (("tests/a.sh", "debootstrap bookworm x http://deb.deb" + "ian.org/debian"),),
         (("docs/a.md", "Debian 12"),), comments_too=True),
)


def fits(path: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch.fnmatchcase(path, pattern) for pattern in patterns)


def problems_of(rule: Rule, path: str, text: str) -> list[str]:
    if not fits(path, rule.files) or fits(path, rule.but_not):
        return []
    if path.endswith((".cpp", ".h")) and not rule.comments_too:
        text = without_comments(text)
    return [f"{path}:{text.count(chr(10), 0, found.start()) + 1}: {rule.title}: {found.group(0).strip()[:60]!r}"
            for found in re.finditer(rule.pattern, text)]


def licence_problems(path: str, text: str) -> list[str]:
    if fits(path, WITH_SPDX) and SPDX not in "\n".join(text.splitlines()[:3]):
        return [f"{path}:1: no licence line ({SPDX})"]
    return []


def form_problems(path: str, text: str) -> list[str]:
    """A QLabel guesses whether its text is HTML; those of a Designer form are told not to by makePlain()."""
    form = re.search(r'#include "ui_\w+\.h"', text)
    if path.startswith("src/") and path.endswith(".cpp") and form and "makePlain(" not in text:
        return [f"{path}: {form.group(0)} without makePlain() on the form"]
    return []


def check(root: Path) -> list[str]:
    problems = []
    for path in tracked(root):
        raw = (root / path).read_bytes()
        if b"\0" in raw:
            continue
        text = raw.decode("utf-8", errors="replace")
        for rule in RULES:
            problems += problems_of(rule, path, text)
        problems += licence_problems(path, text) + form_problems(path, text)
    return problems


def self_test() -> list[str]:
    missed = []
    for rule in RULES:
        missed += [f"self-test: not found: {text!r} in {path} ({rule.title})"
                   for path, text in rule.planted if not problems_of(rule, path, text)]
        missed += [f"self-test: {text!r} in {path} should pass ({rule.title})"
                   for path, text in rule.allowed if problems_of(rule, path, text)]
    if not licence_problems("src/a.cpp", "#pragma once\n") or licence_problems("src/a.cpp", f"// {SPDX}\n"):
        missed.append("self-test: the licence line")
    setup = '#include "ui_dialog.h"\nform.setupUi(this);\n'
    if not form_problems("src/console/a.cpp", setup) or form_problems("src/console/a.cpp", setup + "makePlain(this);"):
        missed.append("self-test: labels of forms")
    return missed


def main() -> int:
    problems = self_test() if "--self-test" in sys.argv[1:] else check(PROJECT)
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problem(s)")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
