// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "journal/database.h"
#include "journal/store.h"

//! What owners of a store left behind when they died by a fault of the program (base/crash_mark.h): in STORE.crash until
//! the next owner opens the store, in the store from then on until it is forgotten.
namespace slipway::journal {

//! "SIGSEGV", …
QString signalName(int signal);

QString crashFileOf(const QString& store);

//! Lines that cannot be read are left out: whoever wrote them was dying.
QList<Crash> crashesFromText(const QByteArray& text);

//! Takes the marks of the file into the store, and the file away. Owner only.
Result<QList<Crash>> takeCrashMarks(Database& database);
Result<QList<Crash>> crashesOf(Database& database);
//! Keeps all but those sessions; none named: forgets all.
Result<void> forgetCrashMarks(Database& database, const QStringList& sessions);

//! Forgets all and keeps, beside the hundred before it, who said to go on after which; nothing where there was no crash.
//! Owner only.
Result<void> goOnAfterCrashes(Database& database, const GoingOn& word);
//! Newest last.
Result<QList<WentOn>> wentOnAfterCrashes(Database& database);
//! None where there is no store.
QList<WentOn> wentOnInStore(const QString& store);
//! Each as {"at", "actor", "reason", "crashes"}.
Json wentOnJson(const QList<WentOn>& wentOn);

//! For whoever only reads the store, and for people: those that an owner has taken in. None where there is no store.
QList<Crash> crashesOfStore(const QString& store);

} // namespace slipway::journal
