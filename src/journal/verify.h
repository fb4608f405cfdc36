// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "workflow/kind_rules.h"

#include <QList>
#include <QString>

namespace slipway::journal {

//! One place where the journal is not what it should be.
struct Finding {
    enum class Kind {
        File, //!< SQLite's own check of pages and indexes
        Row, //!< an event that cannot be read
        Sequence, //!< events missing
        Hash, //!< an event is not as it was written
        Chain, //!< an event does not follow the one before it
        Fold, //!< events that do not make a run
        RunRow, //!< the run's own row says otherwise than its events
        View //!< view tables that a replay would make differently: journal rebuild mends these
    };
    Kind kind;
    QString run; //!< empty: the whole file
    qint64 sequence = 0; //!< 0: none in particular
    QString text; //!< what was found, for the log and the terminal
};

QString toText(Finding::Kind kind); //!< "file", "row", "sequence", "hash", "chain", "fold", "runRow", "view"

struct VerifyReport {
    qint64 runs = 0;
    qint64 events = 0;
    QList<Finding> findings;
    //! Only view tables differ: the journal itself is whole.
    bool rebuildHelps() const;
    bool isWhole() const { return findings.isEmpty(); }
};

//! Reads the whole store in one consistent view, also while its owner works: file, hash chains, folds, and whether
//! the views equal what a replay makes. Findings are in the report; an error says that it could not be read at all:
//! "store.missing", "store.foreign", "store.damaged", "store.newer".
Result<VerifyReport> verifyJournal(const QString& file, const KindRules& kinds);

} // namespace slipway::journal
