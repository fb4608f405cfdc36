// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process.h"
#include "base/logging.h"
#include "base/text.h"

#include <QTest>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

// As it is shipped, whatever this is built for.
#undef NDEBUG
#define NDEBUG 1
#include "app/process.cpp"

using slipway::app::Attaching;

namespace {

enum Seen { Dumpable = 1, CoreFile = 2, Failed = 4 };

//! What a process of its own is after it was hardened.
int hardened(Attaching attaching)
{
    const pid_t child = fork();
    if (child == 0) {
        slipway::app::hardenProcess(attaching);
        rlimit core{};
        int seen = getrlimit(RLIMIT_CORE, &core) == 0 ? 0 : Failed;
        seen |= prctl(PR_GET_DUMPABLE) == 1 ? Dumpable : 0;
        seen |= core.rlim_max > 0 ? CoreFile : 0;
        _exit(seen);
    }
    int status = 0;
    return waitpid(child, &status, 0) == child && WIFEXITED(status) ? WEXITSTATUS(status) : Failed;
}

} // namespace

class ProcessTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    //! The desktop's portal opens /proc/PID/root of the window, which is root's where the process is not dumpable.
    void onlyTheTerminalsProgramIsClosedToItsUser()
    {
        QCOMPARE(hardened(Attaching::ByItsUser), int(Dumpable));
        QCOMPARE(hardened(Attaching::ByRootOnly), 0);
    }
};

QTEST_GUILESS_MAIN(ProcessTests)
#include "process_tests.moc"
