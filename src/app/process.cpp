// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process.h"

#include "base/crash_mark.h"
#include "base/logging.h"
#include "base/text.h"

#include <pwd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace slipway::app {

void hardenProcess(Attaching attaching)
{
    const rlimit none{0, 0};
    setrlimit(RLIMIT_CORE, &none);
#ifdef NDEBUG // whoever develops it attaches to it
    if (attaching == Attaching::ByRootOnly)
        prctl(PR_SET_DUMPABLE, 0);
#else
    Q_UNUSED(attaching);
#endif
    umask(077);
    installRedactingLog();
    installCrashHandler();
}

QString actorName()
{
    if (const auto* entry = getpwuid(geteuid()); entry && entry->pw_name && *entry->pw_name)
        return QString::fromLocal8Bit(entry->pw_name);
    return u"user %1"_s.arg(geteuid());
}

} // namespace slipway::app
