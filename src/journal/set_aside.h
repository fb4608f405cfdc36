// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/crash_mark.h"
#include "journal/database.h"
#include "journal/store.h"

#include <QHash>

//! Runs that cannot be read: nobody drives them, and they keep no other run back. Which they are, and why, is kept in the
//! store until a person has one read again.
namespace slipway::journal {

//! While one lives, its thread reads what the journal says of that run: a crash is marked as one of reading it.
class ReadingScope {
public:
    explicit ReadingScope(const RunId& run);

private:
    CrashScope m_scope;
};

//! So often in a row the program crashed while it read a run.
inline constexpr int kCrashesToSetAside = 3;

//! Why a run was set aside ("run.setAside"): by what could not be read of it.
Error setAsideError(const RunId& run, const Error& cause);
//! Whether an error tells of that run's events alone, and not of the store.
bool isOfRun(const Error& error, const RunId& run);

//! Who is set aside, each with its "run.setAside".
Result<QHash<RunId, Error>> runsSetAside(Database& database);

//! Notes it; that a copy was put back since ("restored") stays noted. Owner only.
Result<void> noteSetAside(Database& database, const RunId& run, const Error& why);
//! Has the lists say of an open run that it needs somebody; a run that is in none of them comes in.
Result<void> showSetAside(Database& database, const RunId& run);
//! Both. Owner only.
Result<void> setRunAside(Database& database, const RunId& run, const Error& why);
//! It could be read again. Owner only.
Result<void> takeRunBackIn(Database& database, const RunId& run);

//! Notes those of which these crashes say that reading them crashed the program so often; the crashes are explained by
//! it and forgotten. Owner only.
Result<void> notePoisoned(Database& database, const QList<Crash>& crashes);

} // namespace slipway::journal
