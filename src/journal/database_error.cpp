// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/database_error.h"

#include "base/error_codes.h"
#include "base/text.h"

#include <QFileInfo>
#include <QSqlError>
#include <QStorageInfo>

#include <array>

namespace slipway::journal {

namespace {

//! SQLite's result codes (sqlite3.h); the low byte of an extended code is the primary one.
enum Native {
    NativeBusy = 5,
    NativeLocked = 6,
    NativeNoMemory = 7,
    NativeReadOnly = 8,
    NativeIo = 10,
    NativeCorrupt = 11,
    NativeFull = 13,
    NativeCantOpen = 14,
    NativeConstraint = 19,
    NativeMismatch = 20,
    NativeNotADatabase = 26
};

const auto guardMark = u"slipway:"_s;

//! The name that a trigger of ours gave to its refusal.
QString guardOf(const QString& text)
{
    const auto at = text.indexOf(guardMark);
    if (at < 0)
        return {};
    qsizetype end = at + guardMark.size();
    while (end < text.size() && text[end].isLetter())
        ++end;
    return text.mid(at + guardMark.size(), end - at - guardMark.size());
}

//! SQLite calls a full disk "full" only for ENOSPC; a quota or a file size limit is an I/O error to it.
bool isOutOfSpace(const QString& file)
{
    constexpr qint64 little = 1024 * 1024;
    const QStorageInfo storage(QFileInfo(file).absolutePath());
    return storage.isValid() && storage.bytesAvailable() < little;
}

QString codeOf(int native, const QString& guard, const QString& file)
{
    switch (native & 0xff) {
    case NativeBusy:
    case NativeLocked: return errc::storeBusy;
    case NativeReadOnly: return errc::storeReadOnly;
    case NativeIo: return isOutOfSpace(file) ? errc::storeFull : errc::storeFailed;
    case NativeCorrupt:
    case NativeNotADatabase: return errc::storeDamaged;
    case NativeFull: return errc::storeFull;
    case NativeCantOpen: return errc::storeUnwritable;
    case NativeConstraint:
        if (guard == u"fenced"_s)
            return errc::storeFenced;
        return guard == u"subjectTaken"_s ? errc::subjectTaken : errc::storeGuard;
    case NativeMismatch: return errc::storeGuard;
    default: return errc::storeFailed;
    }
}

} // namespace

Error errorOf(const QSqlError& error, const QString& file, const QString& sql)
{
    const auto text = error.databaseText();
    const int native = error.nativeErrorCode().toInt();
    const auto guard = guardOf(text);
    auto made = storeError(codeOf(native, guard, file), file, text);
    if (!guard.isEmpty())
        made.args["guard"] = guard.toStdString();
    made.details = {{"sql", sql.simplified().left(300).toStdString()},
        {"text", u"%1 (%2)"_s.arg(text, error.driverText()).toStdString()}, {"native", native}};
    return made;
}

bool isOfTheDisk(int native)
{
    constexpr std::array codes{NativeBusy, NativeLocked, NativeNoMemory, NativeIo, NativeFull, NativeCantOpen};
    return std::find(codes.begin(), codes.end(), native & 0xff) != codes.end();
}

Error storeError(const QString& code, const QString& file, const QString& reason)
{
    return {.code = code, .args = {{"file", file.toStdString()}, {"reason", reason.toStdString()}}};
}

} // namespace slipway::journal
