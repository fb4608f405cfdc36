// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/effect_calls.h"
#include "github/read_parts.h"
#include "github/rest_reads.h"
#include "github/transport.h"

namespace slipway::github {

//! One call of GitHub::read(), from the first request to the last answer. Kept alive by its requests' callbacks.
class ReadJob : public std::enable_shared_from_this<ReadJob> {
public:
    using Done = std::function<void(QList<ReadAnswer>)>;

    ReadJob(Transport& transport, std::shared_ptr<ServerTraits> traits, QList<Read> reads, Done done);
    void start();

private:
    //! Indices into m_reads that travel in one document.
    using Batch = QList<qsizetype>;

    QList<Batch> batches(const QList<qsizetype>& graphql) const;
    void send(const Batch& batch, const QString& teamsCursor = {});
    void take(const Batch& batch, const QList<ParseAnswer>& parsers, const Envelope& envelope, bool isTeamsPage);
    void takeOne(qsizetype index, Result<Answer> answer, const Envelope& envelope, bool isTeamsPage);
    void learnWeight(const Batch& batch, bool tooHeavy);
    void readByRest(qsizetype index, const RestRead& read);
    void ask(const RestRead& read, std::function<void(Result<Answer>)> then, int page = 1, Json listed = Json::array());
    void readDispatched(qsizetype index, const FindDispatchedRuns& read);
    void readRuns(qsizetype index, RepositoryState state, const RepositoryName& repository);
    void readFailedJobs(qsizetype index, const ReadFailedJobs& read);
    void readBranchRuns(qsizetype index, const WatchBranchRuns& read);
    bool isListed(qsizetype index) const;
    void listFiles(qsizetype index, const ReadRepository& read, const RepositorySnapshot& snapshot);
    void fetchWhole(qsizetype index, const ReadRepository& read, RepositorySnapshot snapshot);
    void answer(qsizetype index, Result<Answer> answer);
    void begin(qsizetype index);

    Transport& m_transport;
    std::shared_ptr<ServerTraits> m_traits;
    QList<Read> m_asked; //!< as the caller gave them
    QList<Read> m_reads; //!< merged
    QList<qsizetype> m_readOfAsked;
    QList<std::optional<Result<Answer>>> m_answers;
    QList<Timestamp> m_at;
    QMap<qsizetype, QList<Team>> m_teamPages;
    QSet<qsizetype> m_withoutHistory; //!< pull requests that were asked as calm ones
    Batch m_again; //!< … and are not
    QSet<qsizetype> m_unlisted; //!< repositories whose files are asked for one by one after all
    qsizetype m_open = 0;
    Done m_done;
};

} // namespace slipway::github
