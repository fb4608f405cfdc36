// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/crash_marks.h"

#include "base/json.h"
#include "base/private_files.h"
#include "base/text.h"
#include "journal/open_store.h"

#include <QFile>

#include <csignal>

namespace slipway::journal {

namespace {

constexpr qsizetype kMostCrashes = 100, kMostWentOn = 100;

Json crashesToJson(const QList<Crash>& crashes)
{
    Json list = Json::array();
    for (const auto& crash : crashes)
        list.push_back({{"session", crash.session.toStdString()}, {"signal", crash.signal}, {"at", crash.at.ms},
            {"run", crash.run.utf8()}, {"step", crash.step.utf8()}});
    return list;
}

QList<Crash> crashesFrom(const Json& list)
{
    QList<Crash> crashes;
    if (!list.is_array())
        return crashes;
    for (const auto& element : list)
        crashes.append({.session = textAt(element, "session"),
            .signal = int(integerAt(element, "signal")),
            .at = {integerAt(element, "at")},
            .run = RunId(textAt(element, "run")),
            .step = StepId(textAt(element, "step"))});
    return crashes;
}

Result<void> keepCrashes(Database& database, const QList<Crash>& crashes)
{
    if (crashes.isEmpty())
        return database.run("DELETE FROM meta WHERE name = 'crashes'", {});
    return setMeta(database, "crashes", QString::fromUtf8(toBytes(crashesToJson(crashes))));
}

} // namespace

QString signalName(int signal)
{
    switch (signal) {
    case SIGSEGV: return u"SIGSEGV"_s;
    case SIGABRT: return u"SIGABRT"_s;
    case SIGBUS: return u"SIGBUS"_s;
    case SIGFPE: return u"SIGFPE"_s;
    case SIGILL: return u"SIGILL"_s;
    default: return u"signal %1"_s.arg(signal);
    }
}

QString crashFileOf(const QString& store) { return store + u".crash"_s; }

QList<Crash> crashesFromText(const QByteArray& text)
{
    const auto named = [](const QByteArray& word) { return word == "-" ? QString() : QString::fromUtf8(word); };
    QList<Crash> crashes;
    for (const auto& line : text.split('\n')) {
        const auto words = line.split(' ');
        if (words.size() != 6 || words[0] != "crash" || words[1].isEmpty())
            continue;
        bool isSignal = false, isMoment = false;
        const Crash crash{.session = QString::fromLatin1(words[1]),
            .signal = words[2].toInt(&isSignal),
            .at = {words[3].toLongLong(&isMoment) * 1'000},
            .run = RunId(named(words[4])),
            .step = StepId(named(words[5]))};
        if (isSignal && isMoment)
            crashes.append(crash);
    }
    return crashes;
}

Result<QList<Crash>> crashesOf(Database& database)
{
    const auto text = database.value("SELECT value FROM meta WHERE name = 'crashes'");
    if (!text)
        return text.error();
    if (!text->isValid())
        return QList<Crash>();
    const auto json = parseJson(text->toString().toUtf8());
    return json ? crashesFrom(*json) : QList<Crash>(); // a count is not worth refusing a store
}

Result<QList<Crash>> takeCrashMarks(Database& database)
{
    auto known = crashesOf(database);
    if (!known)
        return known;
    const QString name = crashFileOf(database.file());
    if (!QFile::exists(name))
        return known;
    const auto text = readPrivateFile(name); // another's, a link or a pipe tells nothing, and goes, too
    for (const auto& crash : text ? crashesFromText(*text) : QList<Crash>()) {
        const bool isKnown = std::any_of(
            known->begin(), known->end(), [&](const Crash& other) { return other.session == crash.session; });
        if (!isKnown)
            known->append(crash);
    }
    if (known->size() > kMostCrashes)
        known->remove(0, known->size() - kMostCrashes);
    if (auto kept = keepCrashes(database, *known); !kept)
        return kept.error();
    QFile::remove(name);
    return known;
}

Result<void> forgetCrashMarks(Database& database, const QStringList& sessions)
{
    auto crashes = crashesOf(database);
    if (!crashes)
        return crashes.error();
    if (crashes->isEmpty())
        return {};
    if (sessions.isEmpty())
        crashes->clear();
    else
        crashes->removeIf([&](const Crash& crash) { return sessions.contains(crash.session); });
    return keepCrashes(database, *crashes);
}

Json wentOnJson(const QList<WentOn>& wentOn)
{
    Json list = Json::array();
    for (const auto& one : wentOn)
        list.push_back({{"at", one.word.at.ms}, {"actor", one.word.actor.toStdString()},
            {"reason", one.word.reason.toStdString()}, {"crashes", crashesToJson(one.crashes)}});
    return list;
}

Result<QList<WentOn>> wentOnAfterCrashes(Database& database)
{
    const auto text = database.value("SELECT value FROM meta WHERE name = 'went_on'");
    if (!text)
        return text.error();
    QList<WentOn> wentOn;
    const auto json = parseJson(text->toString().toUtf8());
    if (text->isValid() && json && json->is_array())
        for (const auto& one : *json)
            wentOn.append(
                {.word = {.at = {integerAt(one, "at")}, .actor = textAt(one, "actor"), .reason = textAt(one, "reason")},
                    .crashes = crashesFrom(memberAt(one, "crashes"))});
    return wentOn;
}

Result<void> goOnAfterCrashes(Database& database, const GoingOn& word)
{
    const auto crashes = crashesOf(database);
    if (!crashes)
        return crashes.error();
    if (crashes->isEmpty())
        return {};
    auto said = wentOnAfterCrashes(database);
    if (!said)
        return said.error();
    said->append({word, *crashes});
    if (said->size() > kMostWentOn)
        said->removeFirst();
    auto transaction = Transaction::begin(database);
    if (!transaction)
        return transaction.error();
    if (auto kept = setMeta(database, "went_on", QString::fromUtf8(toBytes(wentOnJson(*said)))); !kept)
        return kept;
    if (auto forgotten = forgetCrashMarks(database, {}); !forgotten)
        return forgotten;
    return transaction->commit();
}

QList<WentOn> wentOnInStore(const QString& store)
{
    if (!QFile::exists(store))
        return {};
    auto database = Database::open(store, Database::Mode::ReadOnly);
    const auto said = database ? wentOnAfterCrashes(**database) : Result<QList<WentOn>>(database.error());
    return said ? *said : QList<WentOn>();
}

QList<Crash> crashesOfStore(const QString& store)
{
    if (!QFile::exists(store))
        return {};
    auto database = Database::open(store, Database::Mode::ReadOnly);
    if (!database)
        return {};
    const auto crashes = crashesOf(**database);
    return crashes ? *crashes : QList<Crash>();
}

} // namespace slipway::journal
