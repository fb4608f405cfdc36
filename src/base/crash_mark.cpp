// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/crash_mark.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <memory>
#include <sys/stat.h>
#include <unistd.h>

namespace slipway {

namespace {

constexpr std::array kFaults{SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL};
constexpr std::size_t kStackOfHandler = 32 * 1024;
constexpr std::size_t kRoomForFile = 1'000;
constexpr std::size_t kRoomForSession = 64;

// All that the handler touches lies in fixed places: nothing is allocated, locked or looked up while the program dies.
std::array<struct sigaction, kFaults.size()> crashPrevious{};
std::array<char, kRoomForFile> crashFile{};
std::array<char, kRoomForSession> crashSession{};
std::atomic<bool> crashArmed = false;
std::atomic_flag crashMarked = ATOMIC_FLAG_INIT; //!< a process dies once
thread_local constinit std::array<char, CrashScope::kRoom> crashPlaceOfThread{'-', ' ', '-'};

//! A line put together without the library.
class CrashLine {
public:
    void add(const char* text)
    {
        while (*text && m_used < m_text.size() - 1)
            m_text[m_used++] = *text++;
    }
    void add(long long number)
    {
        std::array<char, 24> digits{};
        std::size_t at = digits.size() - 1;
        do {
            digits[--at] = char('0' + number % 10);
            number /= 10;
        } while (number > 0 && at > 0);
        add(&digits[at]);
    }
    void writeTo(int file)
    {
        m_text[m_used++] = '\n';
        [[maybe_unused]] const auto written = ::write(file, m_text.data(), m_used);
    }

private:
    std::array<char, 400> m_text{};
    std::size_t m_used = 0;
};

void markCrash(int signal)
{
    // What somebody else put there may be a pipe that nobody reads, or a file that others read.
    constexpr int kHow = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK;
    const int file = ::open(crashFile.data(), kHow, 0600);
    if (file < 0)
        return;
    struct stat state = {};
    if (::fstat(file, &state) != 0 || !S_ISREG(state.st_mode) || state.st_uid != ::geteuid()
        || ::fchmod(file, 0600) != 0) {
        ::close(file);
        return;
    }
    CrashLine line;
    line.add("crash ");
    line.add(crashSession.data());
    line.add(" ");
    line.add(static_cast<long long>(signal));
    line.add(" ");
    line.add(static_cast<long long>(::time(nullptr)));
    line.add(" ");
    line.add(crashPlaceOfThread.data());
    line.writeTo(file);
    ::close(file);
}

void onFault(int signal, siginfo_t* info, void*)
{
    const int kept = errno;
    // The kernel tells of a fault; abort() is a signal that the process sends to itself. Another's signal is a kill.
    const bool ofKernel = info->si_code > 0;
    if ((ofKernel || info->si_pid == ::getpid()) && crashArmed.load() && !crashMarked.test_and_set())
        markCrash(signal);
    for (std::size_t i = 0; i < kFaults.size(); ++i)
        if (kFaults[i] == signal)
            ::sigaction(signal, &crashPrevious[i], nullptr);
    errno = kept;
    if (!ofKernel)
        ::raise(signal); // held back until the handler has returned; a fault comes again by itself
}

//! The handler's own stack of a thread; gone with it.
class HandlerStack {
public:
    HandlerStack()
    {
        stack_t now{};
        if (::sigaltstack(nullptr, &now) != 0 || (now.ss_flags & SS_DISABLE) == 0)
            return; // a sanitizer has given it one
        m_memory = std::make_unique<char[]>(kStackOfHandler);
        stack_t own{};
        own.ss_sp = m_memory.get();
        own.ss_size = kStackOfHandler;
        ::sigaltstack(&own, nullptr);
    }
    ~HandlerStack()
    {
        if (!m_memory)
            return;
        stack_t none{};
        none.ss_flags = SS_DISABLE;
        ::sigaltstack(&none, nullptr);
    }

private:
    std::unique_ptr<char[]> m_memory;
};

bool fitsCrashLine(const QByteArray& text)
{
    return std::none_of(text.begin(), text.end(), [](char c) { return c <= ' ' || c == 127; });
}

} // namespace

void guardThread()
{
    static thread_local HandlerStack stack;
    Q_UNUSED(stack);
}

void installCrashHandler()
{
    guardThread();
    for (std::size_t i = 0; i < kFaults.size(); ++i) {
        struct sigaction action = {};
        action.sa_sigaction = onFault;
        action.sa_flags = SA_SIGINFO | SA_ONSTACK;
        sigemptyset(&action.sa_mask);
        ::sigaction(kFaults[i], &action, &crashPrevious[i]);
    }
}

void armCrashMark(const QByteArray& file, const QByteArray& session)
{
    crashArmed = false;
    if (std::size_t(file.size()) >= crashFile.size() || std::size_t(session.size()) >= crashSession.size())
        return;
    std::memcpy(crashFile.data(), file.constData(), std::size_t(file.size()) + 1);
    std::memcpy(crashSession.data(), session.constData(), std::size_t(session.size()) + 1);
    crashArmed = true;
}

void disarmCrashMark(const QByteArray& session)
{
    if (session == crashSession.data())
        crashArmed = false;
}

CrashScope::CrashScope(const RunId& run, const StepId& step) noexcept
{
    std::memcpy(m_before, crashPlaceOfThread.data(), kRoom);
    const QByteArray runText = run.text().toUtf8();
    const QByteArray stepText = step.text().toUtf8();
    std::array<char, kRoom> next{'-', ' ', '-'};
    if (!runText.isEmpty() && fitsCrashLine(runText) && fitsCrashLine(stepText)
        && std::size_t(runText.size() + stepText.size()) + 3 < kRoom) {
        std::size_t used = std::size_t(runText.size());
        std::memcpy(next.data(), runText.constData(), used);
        next[used++] = ' ';
        if (stepText.isEmpty())
            next[used++] = '-';
        else
            used = std::size_t(std::copy(stepText.begin(), stepText.end(), next.begin() + used) - next.begin());
        next[used] = '\0';
    }
    crashPlaceOfThread = next;
    std::atomic_signal_fence(std::memory_order_seq_cst);
}

CrashScope::~CrashScope()
{
    std::memcpy(crashPlaceOfThread.data(), m_before, kRoom);
    std::atomic_signal_fence(std::memory_order_seq_cst);
}

const char* crashPlace() noexcept { return crashPlaceOfThread.data(); }

} // namespace slipway
