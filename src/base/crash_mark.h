// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/ids.h"

#include <QByteArray>

//! A death of the program by a fault of its own (SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL) leaves one line in a file, so
//! that the next start can tell it from a kill, a power cut or an ordinary end. The line names the signal, the moment and
//! what the dying thread was working on, and holds nothing of the program's memory. A signal that another process sent is
//! no crash and leaves nothing.
namespace slipway {

//! The handlers, for the whole process; the thread that calls it is guarded, too.
void installCrashHandler();
//! So that a stack that overflowed is marked as well: each thread that works on runs has a little one for the handler.
void guardThread();

//! From now on a crash appends its line to this file, under the name of this session (letters, digits, '-'). One file at a
//! time: the one of the store that this process owns. Paths of a thousand bytes or more are not marked.
void armCrashMark(const QByteArray& file, const QByteArray& session);
//! … unless it was armed for another session meanwhile.
void disarmCrashMark(const QByteArray& session);

//! While one lives, its thread works on that run and step (either may be empty). They nest.
class CrashScope {
public:
    explicit CrashScope(const RunId& run, const StepId& step = {}) noexcept;
    ~CrashScope();
    CrashScope(const CrashScope&) = delete;
    CrashScope& operator=(const CrashScope&) = delete;

    static constexpr std::size_t kRoom = 160; //!< of "RUN STEP"; what is longer is not named

private:
    char m_before[kRoom];
};

//! What this thread works on, "RUN STEP" with '-' for what is not known. Async-signal-safe.
const char* crashPlace() noexcept;

} // namespace slipway
