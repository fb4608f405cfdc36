// SPDX-License-Identifier: GPL-3.0-or-later
// The program with moments at which it dies, for the campaigns. Linked before the libraries, so that this definition is
// taken and the program's own never looked for; all else is the very objects of the program.
//
// SLIPWAY_CRASH_LOG=FILE   a line for every moment that was passed
// SLIPWAY_CRASH=NAME:N     kill -9 at the N-th time that NAME is passed
// SLIPWAY_STOP=NAME:N      SIGSTOP there: the process stands still until it is told to go on
// SLIPWAY_FAULT=RUN STEP   SIGSEGV as often as that step of that run is considered; "- -": where no run is worked on;
//                          "RUN (reading)": whenever that run is read
#include "base/crash_mark.h"
#include "base/crash_point.h"

#include <array>
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace {

struct Plan {
    const char* at = nullptr;
    std::size_t length = 0;
    int times = 0;
    std::atomic<int> passed = 0;

    explicit Plan(const char* variable)
    {
        at = std::getenv(variable);
        const char* colon = at ? std::strrchr(at, ':') : nullptr;
        if (!colon)
            return;
        length = std::size_t(colon - at);
        times = std::atoi(colon + 1);
    }
    bool isNow(const char* name)
    {
        return times > 0 && std::strlen(name) == length && std::strncmp(name, at, length) == 0 && ++passed == times;
    }
};

void note(const char* name)
{
    static const char* const file = std::getenv("SLIPWAY_CRASH_LOG");
    if (!file)
        return;
    static const int log = ::open(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    std::array<char, 80> line{};
    const auto length = std::min(std::strlen(name), line.size() - 1);
    std::memcpy(line.data(), name, length);
    line[length] = '\n';
    [[maybe_unused]] const auto written = ::write(log, line.data(), length + 1);
}

} // namespace

void slipway::crashPoint(const char* name) noexcept
{
    static const char* const faulty = std::getenv("SLIPWAY_FAULT");
    if (faulty && std::strcmp(faulty, crashPlace()) == 0
        && (faulty[0] == '-' ? std::strcmp(name, "claim.before") == 0
                             : std::strcmp(name, "step.considered") == 0 || std::strcmp(name, "run.reading") == 0)) {
        volatile int* nothing = nullptr;
        *nothing = 1;
    }
    static Plan crash("SLIPWAY_CRASH");
    static Plan stop("SLIPWAY_STOP");
    note(name);
    if (stop.isNow(name))
        std::raise(SIGSTOP);
    if (crash.isNow(name))
        std::raise(SIGKILL);
}
