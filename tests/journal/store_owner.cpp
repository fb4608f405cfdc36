// SPDX-License-Identifier: GPL-3.0-or-later
// A process of its own that owns a store, for the tests: store_owner FILE [limit BYTES]. Prints "owned", or the error as
// JSON and exits with 1. Then obeys a word a line: "create ID SUBJECT", "note" (appends to the last run), "close".
// It ends without closing in good order when its input ends.
#include "base/text.h"
#include "store_fixture.h"

#include <QCoreApplication>
#include <QTextStream>

#include <csignal>
#include <sys/resource.h>

using namespace slipway;
using namespace slipway::journal;
using namespace slipway::journal::test;

namespace {

void say(const QString& line)
{
    QTextStream out(stdout);
    out << line << Qt::endl;
}

template <class T>
void say(const Result<T>& result)
{
    say(result ? u"ok"_s : QString::fromUtf8(toBytes(toJson(result.error()))));
}

//! Files of this process cannot grow further: what a full disk or a quota does.
void limitFiles(rlim_t bytes)
{
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    SystemClock clock;
    auto store = SqliteStore::open({arguments.value(1), u"store_owner"_s}, clock);
    if (!store) {
        say(store);
        return 1;
    }
    if (arguments.value(2) == u"limit"_s)
        limitFiles(rlim_t(arguments.value(3).toLongLong()));
    say(u"owned"_s);
    QTextStream in(stdin);
    std::unique_ptr<Story> story;
    Lease lease;
    QString line;
    while (in.readLineInto(&line)) {
        const auto words = line.split(u' ');
        if (words.first() == u"create"_s) {
            story = std::make_unique<Story>(words.value(1), words.value(2));
            const auto created = now((*store)->create(story->run(), story->news()));
            if (created)
                lease = *created;
            say(created);
        } else if (words.first() == u"note"_s && story) {
            const Story before = *story;
            story->then(EventType::NoteAdded, {}, {{"text", std::string(2000, 'x')}});
            const auto appended = now((*store)->append(lease, story->run(), story->news()));
            if (!appended)
                *story = before;
            say(appended);
        } else if (words.first() == u"close"_s) {
            say(now((*store)->closeCleanly()));
        }
    }
    std::_Exit(0); // as a kill would: nothing is closed
}
