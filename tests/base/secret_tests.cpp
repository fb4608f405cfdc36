// SPDX-License-Identifier: GPL-3.0-or-later
// What is left of a secret: in texts, and in the memory of this process.
#include "base/redaction.h"
#include "base/secret.h"

#include <QTest>

#include <array>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

using namespace slipway;
using namespace Qt::StringLiterals;

namespace {

//! Stands nowhere in memory as it is: neither in the program's data nor here.
const QByteArray masked = [] {
    QByteArray bytes("9b2fc71d-canary-5e08a4-of-the-memory-tests"); // masked by the compiler or not, it is another text
    for (char& c : bytes)
        c = char(c ^ 0x15);
    return bytes;
}();
constexpr char kMask = 0x2a;

//! So long that what is freed of it is not soon used again as a whole: each part that is left is found.
constexpr int kTimes = 500;
QByteArray secretText()
{
    QByteArray plain(masked.size() * kTimes, '\0');
    for (qsizetype i = 0; i < plain.size(); ++i)
        plain[i] = char(masked[i % masked.size()] ^ kMask);
    return plain;
}

//! How often the secret begins in so much of `memory`, as bytes or (step 2) as the characters of a QString.
int timesIn(const char* memory, qint64 begins, int step)
{
    int found = 0;
    const char first = char(masked[0] ^ kMask);
    const char* end = memory + begins;
    for (const char* at = memory; at < end; ++at) {
        at = static_cast<const char*>(memchr(at, first, size_t(end - at)));
        if (!at)
            break;
        bool same = true;
        for (qsizetype i = 0; same && i < masked.size(); ++i)
            same = char(at[i * step] ^ kMask) == masked[i];
        found += same ? 1 : 0;
    }
    return found;
}

//! In all memory of this process that can be written, but for large maps, which are no heap. Takes none of the heap itself,
//! which would be written over what is looked for.
int timesInMemory()
{
    constexpr qint64 kLargest = 256LL * 1024 * 1024;
    static std::array<char, 1024 * 1024> maps, part;
    const int table = ::open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    ssize_t size = 0;
    for (ssize_t more = 1; table >= 0 && more > 0; size += more)
        more = std::max<ssize_t>(::read(table, maps.data() + size, maps.size() - 1 - size_t(size)), 0);
    maps[size_t(size)] = '\0';
    int found = size > 0 && memory >= 0 ? 0 : -1;
    const char* line = maps.data();
    for (unsigned long long from = 0, to = 0; line && *line; line = strchr(line, '\n'), line += line ? 1 : 0) {
        char rights[5] = {};
        if (sscanf(line, "%llx-%llx %4s", &from, &to, rights) != 3 || strncmp(rights, "rw", 2) != 0
            || qint64(to - from) > kLargest)
            continue;
        for (qint64 at = qint64(from); at < qint64(to);) {
            explicit_bzero(part.data(), part.size()); // it lies in what is read
            const ssize_t read =
                ::pread(memory, part.data(), std::min<size_t>(part.size(), size_t(qint64(to) - at)), off_t(at));
            if (read <= 0)
                break;
            // What lies across the end of this part is seen in the next one.
            const qint64 longest = 2 * masked.size();
            const bool goesOn = size_t(read) == part.size();
            for (const int step : {1, 2})
                found += timesIn(part.data(), read - (goesOn ? longest : masked.size() * step), step);
            at += goesOn ? read - longest : read;
        }
    }
    explicit_bzero(part.data(), part.size());
    ::close(table);
    ::close(memory);
    return found;
}

} // namespace

class SecretTests : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nothingOfItIsLeftInMemory()
    {
        QCOMPARE(timesInMemory(), 0);
        {
            const Secret secret(secretText());
            QCOMPARE(timesInMemory(), kTimes); // neither what it was made of nor what was made of it
            Secret copy = secret, moved = std::move(copy);
            copy = moved;
        }
        QCOMPARE(timesInMemory(), 0);
        // It is known again all the same.
        QString told = u"it was "_s + QString::fromUtf8(secretText()) + u"!"_s;
        QString clean = redact(told);
        explicit_bzero(told.data(), size_t(told.size()) * sizeof(QChar));
        QCOMPARE(clean, u"it was (redacted)!"_s);
    }

    void whatIsSharedIsNotOverwritten()
    {
        const QByteArray kept = "a-secret-that-somebody-else-holds";
        {
            const Secret secret(kept);
            QCOMPARE(secret.reveal(), kept);
        }
        QCOMPARE(kept, QByteArray("a-secret-that-somebody-else-holds"));
        const Secret empty((QByteArray()));
        QVERIFY(empty.isEmpty());
    }

    void knownValuesAreFoundWhereverTheyStand_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("clean");
        const auto row = [](const char* name, const char* text, const char* clean) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(clean);
        };
        row("alone", "first-value", "(redacted)");
        row("at the ends", "first-value, other-värde", "(redacted), (redacted)");
        row("one after the other", "first-valuefirst-value", "(redacted)(redacted)");
        row("one within another", "so first-value-and-more it is", "so (redacted) it is");
        row("two that overlap", "first-value-and-more-of-it", "(redacted)");
        row("all but the last letter", "first-valu, first-valuE", "first-valu, first-valuE");
        row("too short to be one", "short", "short");
        row("nothing", "", "");
    }
    void knownValuesAreFoundWhereverTheyStand()
    {
        QFETCH(QString, text);
        for (const char* value : {"first-value", "first-value-and-more", "more-of-it", "other-värde", "short"})
            redactAlways(QString::fromUtf8(value));
        QTEST(redact(text), "clean");
    }
};

QTEST_GUILESS_MAIN(SecretTests)
#include "secret_tests.moc"
