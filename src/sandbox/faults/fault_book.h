// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

//! Faults that are waiting for a request, as the sandbox's contract words them. This floor part knows requests only by
//! what is written here; server/ applies what was chosen.
namespace slipway::sandbox {

//! Fields: some fields of a GraphQL document are refused, the others run.
enum class FaultKind { Status, Fields, DropBefore, ApplyThenDrop, ApplyLate, Truncate, Garbage, Slow, Delay };

struct Fault {
    FaultKind kind = FaultKind::Status;
    int status = 0; //!< of Status; 0: as usual for `like`
    QString like; //!< of Status: "primary", "secondary", "graphql", "sso", "bad-credentials", …
    bool applies = false; //!< of Status: the request takes effect all the same
    QStringList fields = {}; //!< of Fields: names or aliases; type and message stand in `source`
    int millis = 0; //!< of Delay, ApplyLate: how long; of Slow: the pause after each byte. Real time
    std::optional<int> retryAfter; //!< seconds told by a limit; otherwise one minute of the world
    Json source; //!< as it was asked for; goes into the record
};

//! What a request is matched by.
struct FaultSubject {
    QString service; //!< "github", "portal", "pay", "git"
    QString method;
    QString path; //!< without /api/v3
    QStringList operations; //!< GraphQL operation name and root fields
    QStringList repositories; //!< names without owner
};

class FaultBook {
public:
    //! `random` decides for faults with a "probability".
    explicit FaultBook(std::function<quint64()> random);

    //! {"match": {…}, "fault": …, "times": N, "skip": N, "every": N, "probability": 0…1}. times: 1 if left out, 0 for
    //! always. Error "usage" with the reason in details.text.
    Result<Json> add(const Json& request);
    bool isEmpty() const { return m_entries.empty(); }
    void clear() { m_entries.clear(); }
    Json list() const;
    //! The first fault that fits; counts.
    std::optional<Fault> take(const FaultSubject& subject);

private:
    struct Entry {
        Json match;
        Fault fault;
        qint64 times = 1; // 0: always
        qint64 skip = 0;
        qint64 every = 1;
        double probability = 1;
        qint64 seen = 0;
    };

    std::function<quint64()> m_random;
    std::vector<Entry> m_entries;
};

} // namespace slipway::sandbox
