// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/verify.h"

#include "base/error_codes.h"
#include "base/text.h"
#include "journal/database_error.h"
#include "journal/event_rows.h"
#include "journal/migrations.h"
#include "journal/open_store.h"
#include "journal/set_aside.h"
#include "journal/store_files.h"
#include "journal/views.h"
#include "workflow/fold.h"

#include <QFileInfo>

namespace slipway::journal {

namespace {

//! Checks one run and says what it finds.
class RunCheck {
public:
    //! `indexed`: rows of the search index that no run has been found for yet.
    RunCheck(Database& database, const RunId& run, const KindRules& kinds, QHash<qint64, quint64>& indexed,
        VerifyReport& report)
        : m_database(database)
        , m_id(run)
        , m_kinds(kinds)
        , m_indexed(indexed)
        , m_report(report)
    { }

    //! To understand what it says may be what the program crashes of: only its chain is checked.
    void leaveUnderstanding()
    {
        m_folds = false;
        (void)find(Finding::Kind::Fold, 0, u"Slipway crashed while it read the run, and leaves it alone"_s);
    }

    Result<void> check()
    {
        auto read = forEachStored(m_database, m_id, [this](const Result<StoredEvent>& stored) {
            ++m_report.events;
            if (stored)
                take(*stored);
            else
                unreadable(stored.error());
            return Result<void>();
        });
        if (!read)
            return read;
        if (m_run.sequence == 0 && m_folds)
            return find(Finding::Kind::Sequence, 0, u"the run has no events"_s);
        if (!m_folds)
            return {}; // what does not fold cannot be compared
        if (auto compared = compareRow(); !compared)
            return compared;
        return compareViews();
    }

private:
    Result<void> find(Finding::Kind kind, qint64 sequence, const QString& text)
    {
        m_report.findings.append({kind, m_id.text(), sequence, text});
        return {};
    }

    void unreadable(const Error& error)
    {
        m_sequence = integerAt(error.args, "sequence");
        m_folds = false;
        m_previous.reset();
        (void)find(Finding::Kind::Row, m_sequence, textAt(error.args, "reason"));
    }

    void take(const StoredEvent& stored)
    {
        const auto& event = stored.event;
        if (event.sequence != m_sequence + 1) {
            (void)find(Finding::Kind::Sequence, event.sequence,
                u"it follows event %1: what was between is missing"_s.arg(m_sequence));
            m_folds = false;
        }
        m_sequence = event.sequence;
        if (event.sequence == 1)
            m_number = stored.id;
        takeWords(event);
        if (chainHash(stored.previousHash, event, stored.fence, stored.data) != stored.hash)
            (void)find(Finding::Kind::Hash, event.sequence, u"it is not as it was written"_s);
        // After an event that cannot be read the hash of the one before is not known.
        if (m_previous && *m_previous != stored.previousHash)
            (void)find(
                Finding::Kind::Chain, event.sequence, u"it was written after another event than the one before it"_s);
        m_previous = stored.hash;
        if (!m_folds)
            return;
        auto folded = fold(std::move(m_run), event, m_kinds);
        if (folded) {
            m_run = std::move(*folded);
        } else {
            m_folds = false;
            (void)find(Finding::Kind::Fold, event.sequence,
                u"%1 %2"_s.arg(folded.error().code, QString::fromUtf8(toBytes(folded.error().args))));
        }
    }

    void takeWords(const Event& event)
    {
        auto words = searchWordsOf(event);
        quint64 sum = 0;
        if (m_known.reduce(words))
            for (std::size_t column = 0; column < words.size(); ++column)
                for (const auto& word : words[column])
                    sum += wordSum(SearchColumn(column), word);
        m_wordsEqual = m_indexed.take(searchRow(m_number, event.sequence)) == sum && m_wordsEqual;
    }

    Result<void> compareRow()
    {
        return m_database.run(
            "SELECT workflow, subject, open FROM run WHERE id = ?", {m_id.text()}, [this](const Row& row) {
                if (row.text(0) != m_run.workflow->id || row.text(1) != m_run.subject || row.flag(2) != m_run.isOpen())
                    return find(Finding::Kind::RunRow, 0,
                        u"its row (%1, %2, open %3) says otherwise than its events"_s.arg(
                            row.text(0), row.text(1), row.text(2)));
                return Result<void>();
            });
    }

    Result<void> compareViews()
    {
        const auto stored = readViewRows(m_database, m_id);
        if (!stored)
            return stored.error();
        const auto replayed = viewRowsOf(m_run);
        if (stored->run != replayed.run)
            (void)find(Finding::Kind::View, 0, u"its row in the list differs from a replay"_s);
        if (stored->steps != replayed.steps)
            (void)find(Finding::Kind::View, 0, u"its steps in the list differ from a replay"_s);
        if (!m_wordsEqual)
            (void)find(Finding::Kind::View, 0, u"its words in the search index differ from a replay"_s);
        return {};
    }

    Database& m_database;
    RunId m_id;
    const KindRules& m_kinds;
    QHash<qint64, quint64>& m_indexed;
    VerifyReport& m_report;
    Run m_run;
    qint64 m_number = 0;
    KnownWords m_known;
    bool m_wordsEqual = true;
    bool m_folds = true;
    qint64 m_sequence = 0;
    std::optional<QByteArray> m_previous = QByteArray();
};

Result<void> checkFile(Database& database, VerifyReport& report)
{
    return database.execute(u"PRAGMA integrity_check(20)"_s, {}, [&](const Row& row) {
        if (row.text(0) != u"ok"_s)
            report.findings.append({Finding::Kind::File, {}, 0, row.text(0)});
        return Result<void>();
    });
}

//! Events are numbered without gaps over all runs, so that a run whose last events were taken away is found too, unless
//! they were the last of all.
Result<void> checkNumbers(Database& database, VerifyReport& report)
{
    return database.execute(u"SELECT coalesce(max(id), 0) - count(*) FROM event"_s, {}, [&](const Row& row) {
        if (row.integer(0) != 0)
            report.findings.append(
                {Finding::Kind::Sequence, {}, 0, u"%1 events are missing altogether"_s.arg(row.integer(0))});
        return Result<void>();
    });
}

//! Rows of runs that the journal does not know.
Result<void> checkStrays(Database& database, const QHash<qint64, quint64>& indexed, VerifyReport& report)
{
    if (!indexed.isEmpty())
        report.findings.append(
            {Finding::Kind::View, {}, 0, u"%1 rows of the search index belong to no event"_s.arg(indexed.size())});
    return database.execute(u"SELECT run, 'list' FROM view_run WHERE run NOT IN (SELECT id FROM run)"
                            " OR number IS NOT (SELECT id FROM event WHERE event.run = view_run.run AND sequence = 1)"
                            " UNION SELECT run, 'steps' FROM view_step WHERE run NOT IN (SELECT id FROM run)"
                            " UNION SELECT run, 'events' FROM event WHERE run NOT IN (SELECT id FROM run)"_s,
        {}, [&](const Row& row) {
            const bool events = row.text(1) == u"events"_s;
            report.findings.append({events ? Finding::Kind::RunRow : Finding::Kind::View, row.text(0), 0,
                events ? u"events of a run that is not there"_s : u"a row of a run that is not there"_s});
            return Result<void>();
        });
}

} // namespace

QString toText(Finding::Kind kind)
{
    switch (kind) {
    case Finding::Kind::File: return u"file"_s;
    case Finding::Kind::Row: return u"row"_s;
    case Finding::Kind::Sequence: return u"sequence"_s;
    case Finding::Kind::Hash: return u"hash"_s;
    case Finding::Kind::Chain: return u"chain"_s;
    case Finding::Kind::Fold: return u"fold"_s;
    case Finding::Kind::RunRow: return u"runRow"_s;
    case Finding::Kind::View: return u"view"_s;
    }
    Q_UNREACHABLE();
}

bool VerifyReport::rebuildHelps() const
{
    return !findings.isEmpty() && std::all_of(findings.begin(), findings.end(), [](const Finding& f) {
        return f.kind == Finding::Kind::View;
    });
}

Result<VerifyReport> verifyJournal(const QString& wanted, const KindRules& kinds)
{
    const auto file = resolvedStorePath(wanted.isEmpty() ? defaultStorePath() : wanted);
    if (!QFileInfo::exists(file))
        return storeError(errc::storeMissing, file, u"there is no store"_s);
    auto database = Database::open(file, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    const auto state = stateOf(**database);
    if (!state)
        return state.error();
    if (state->isNew || state->version < schemaVersion())
        return storeError(errc::storeMissing, file, u"the store has not been made, or brought to this version"_s);
    if (state->version > schemaVersion())
        return Error{.code = errc::storeNewer,
            .args = {{"file", file.toStdString()}, {"version", state->version}, {"known", schemaVersion()}}};
    // One transaction: everything is read as of one moment, whatever the owner writes meanwhile.
    auto snapshot = Transaction::begin(**database, Transaction::Kind::Read);
    if (!snapshot)
        return snapshot.error();
    VerifyReport report;
    if (auto checked = checkFile(**database, report); !checked)
        return checked.error();
    const auto runs = allRuns(**database);
    if (!runs)
        return runs.error();
    auto indexed = readIndexedWords(**database);
    if (!indexed)
        return indexed.error();
    const auto aside = runsSetAside(**database);
    if (!aside)
        return aside.error();
    for (const auto& run : *runs) {
        ++report.runs;
        RunCheck one(**database, run, kinds, *indexed, report);
        if (aside->contains(run) && aside->value(run).args.contains("crashes"))
            one.leaveUnderstanding();
        if (auto checked = one.check(); !checked)
            return checked.error();
    }
    if (auto checked = checkNumbers(**database, report); !checked)
        return checked.error();
    if (auto checked = checkStrays(**database, *indexed, report); !checked)
        return checked.error();
    return report;
}

} // namespace slipway::journal
