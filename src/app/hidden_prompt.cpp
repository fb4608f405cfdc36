// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hidden_prompt.h"

#include "base/error_codes.h"

#include <QByteArray>

#include <cstdio>
#include <cstring>

#include <termios.h>
#include <unistd.h>

namespace slipway::app {

namespace {

constexpr qsizetype longest = 16 * 1024;

//! Shows nothing of what is typed while it lives.
class WithoutEcho {
public:
    WithoutEcho()
    {
        if (tcgetattr(STDIN_FILENO, &m_before) != 0)
            return;
        m_changed = true;
        termios silent = m_before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        silent.c_lflag |= ECHONL;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~WithoutEcho()
    {
        if (m_changed)
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
    }
    WithoutEcho(const WithoutEcho&) = delete;
    WithoutEcho& operator=(const WithoutEcho&) = delete;

private:
    termios m_before{};
    bool m_changed = false;
};

} // namespace

Result<Secret> askHidden(const QString& prompt)
{
    std::optional<WithoutEcho> silence;
    if (isatty(STDIN_FILENO)) {
        std::fputs(qUtf8Printable(prompt), stderr);
        std::fflush(stderr);
        silence.emplace();
    }
    // Byte by byte without a buffer of stdio's, so that no copy of the token stays behind in one.
    QByteArray line;
    line.reserve(longest);
    char c = 0;
    ssize_t got = 0;
    while (line.size() < longest && (got = ::read(STDIN_FILENO, &c, 1)) == 1 && c != '\n')
        line.append(c);
    if (got < 0)
        return Error{.code = errc::fileUnreadable, .args = {{"file", "-"}, {"reason", std::strerror(errno)}}};
    Secret secret(line.trimmed());
    explicit_bzero(line.data(), size_t(line.size()));
    return secret;
}

} // namespace slipway::app
