// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/crash_marks.h"

#include "base/json.h"
#include "base/private_files.h"
#include "base/text.h"

#include <QFile>

namespace slipway::journal {

namespace {

constexpr qint64 kLargestCrashFile = 64 * 1024;
constexpr qsizetype kMostCrashes = 100;

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
    return database.run("INSERT INTO meta (name, value) VALUES ('crashes', ?)"
                        " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        {QString::fromUtf8(toBytes(crashesToJson(crashes)))});
}

} // namespace

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
    const auto text = readFile(name, kLargestCrashFile);
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
