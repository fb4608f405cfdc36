// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/text.h"
#include "journal/reader.h"
#include "journal/search.h"

#include <QVariant>

namespace slipway::journal {

//! The conditions of a query for runs with their values, in step.
struct Conditions {
    QStringList sql;
    QVariantList values;

    void add(const QString& condition, const QVariantList& more = {})
    {
        sql.append(condition);
        values += more;
    }
    QString where() const { return sql.isEmpty() ? QString() : u" WHERE "_s + sql.join(u" AND "_s); }
};

//! What of a query the database can tell. Whether a run is stuck it cannot: where the search asks for that, open runs
//! with active steps are among what is found, too.
Conditions conditionsOf(const RunQuery& query, const Search& search);

} // namespace slipway::journal
