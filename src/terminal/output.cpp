// SPDX-License-Identifier: GPL-3.0-or-later
#include "terminal/output.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "desk/plain_text.h"
#include "terminal/words.h"

#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <sys/ioctl.h>
#include <unistd.h>

namespace slipway::terminal {

namespace {

// Characters of the private use area mark tones inside a line: they survive the cleaning, escapes do not. Should a
// text from outside hold one, it can colour a word and no more.
constexpr char16_t firstMark = 0xE000;
constexpr char16_t endMark = 0xE00F;

struct ToneCode {
    Tone tone;
    const char* escape;
};
constexpr std::array toneCodes{ToneCode{Tone::Plain, "\x1b[0m"}, ToneCode{Tone::Quiet, "\x1b[2m"},
    ToneCode{Tone::Good, "\x1b[32m"}, ToneCode{Tone::Bad, "\x1b[31m"}, ToneCode{Tone::Attention, "\x1b[33m"},
    ToneCode{Tone::Strong, "\x1b[1m"}};

QString withTones(const QString& text, bool coloured)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (c.unicode() < firstMark || c.unicode() > endMark) {
            result += c;
            continue;
        }
        const auto index = size_t(c.unicode() - firstMark);
        if (coloured)
            result += QLatin1StringView(toneCodes[index < toneCodes.size() ? index : 0].escape);
    }
    return result;
}

Output::Sink sinkOf(FILE* file, const Output::Fate& fate)
{
    return [file, fate](const QByteArray& bytes) {
        const size_t size = size_t(bytes.size());
        if ((std::fwrite(bytes.constData(), 1, size, file) != size || std::fflush(file) != 0) && *fate == 0)
            *fate = errno;
    };
}

int columnsOf(int descriptor)
{
    winsize size{};
    return isatty(descriptor) && ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

Output::Stream streamOf(FILE* file, int descriptor)
{
    const bool coloured = isatty(descriptor) && qEnvironmentVariableIsEmpty("NO_COLOR") && qgetenv("TERM") != "dumb";
    const auto fate = std::make_shared<int>(0);
    return {sinkOf(file, fate), coloured, fate, columnsOf(descriptor)};
}

} // namespace

QString toned(Tone tone, const QString& text)
{
    return tone == Tone::Plain ? text : QChar(char16_t(firstMark + char16_t(tone))) + text + QChar(endMark);
}

Output Output::standard() { return {streamOf(stdout, STDOUT_FILENO), streamOf(stderr, STDERR_FILENO)}; }

bool Output::isReaderGone() const { return *m_results.fate == EPIPE || *m_diagnostics.fate == EPIPE; }

std::optional<Error> Output::lost() const
{
    if (*m_results.fate == 0 || *m_results.fate == EPIPE)
        return std::nullopt;
    return Error{.code = errc::fileUnwritable,
        .args = {{"file", Words::tr("standard output").toStdString()}, {"reason", std::strerror(*m_results.fate)}}};
}

void Output::write(const Stream& stream, const QString& text)
{
    stream.sink(withTones(desk::plainLines(text), stream.coloured).toUtf8() + '\n');
}

QStringList Table::lines(const QString& indent) const
{
    QList<qsizetype> widths;
    for (const auto& row : m_rows) {
        widths.resize(std::max(widths.size(), row.size()));
        for (qsizetype i = 0; i < row.size(); ++i)
            widths[i] = std::max(widths[i], row[i].text.size());
    }
    QStringList lines;
    for (qsizetype r = 0; r < m_rows.size(); ++r) {
        if (const auto line = m_lines.constFind(r); line != m_lines.constEnd()) {
            lines << *line;
            continue;
        }
        const auto& row = m_rows[r];
        qsizetype last = row.size() - 1;
        while (last >= 0 && row[last].text.isEmpty())
            --last;
        QString text = indent;
        for (qsizetype i = 0; i <= last; ++i) {
            text += toned(row[i].tone, row[i].text);
            if (i < last)
                text += QString(widths[i] - row[i].text.size() + 2, u' ');
        }
        lines << text;
    }
    return lines;
}

} // namespace slipway::terminal
