// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/answers.h"
#include "github/calm_pull_requests.h"
#include "github/document_assembler.h"
#include "github/effects.h"
#include "github/graphql.h"
#include "github/rest.h"

//! What an effect is on the wire, and how its answer is judged. One .cpp file a group of effects.
namespace slipway::github {

//! One mutation document; `judge` gets the envelope of a readable 200 that speaks of no limit.
struct GraphqlCall {
    Document document;
    std::function<EffectOutcome(const Envelope&)> judge;
};

//! One REST request; `judge` gets every answer that is no redirect, no 401, no limit and no failure of the server.
struct RestCall {
    QByteArray method;
    RestPath path;
    std::optional<Json> body;
    std::function<EffectOutcome(const http::Response&, const QUrl&)> judge;
};

using Call = std::variant<GraphqlCall, RestCall>;

//! What was learnt of server and token on the way.
struct ServerTraits {
    bool knowsRunDetails = true; //!< takes "return_run_details" in a dispatch
    bool knowsUpdateRefs = true; //!< false: an Enterprise Server without that mutation; branches are moved by REST
    bool checkSuitesReadable = true; //!< false: a fine-grained token; runs are read by REST
    static constexpr int mostDocument = 200, leastDocument = 25;
    int heaviestDocument = mostDocument; //!< how much GitHub answers in one query at present, in shares of read_job.cpp
    int fullDocuments = 0; //!< that passed since that was learnt
    CalmPullRequests calm;
    QString login; //!< of the token's user or app; empty: not asked yet, or not of the present token

    void learnViewer(const Envelope& envelope)
    {
        if (const auto told = textAt(envelope.at("viewer"), "login"); !told.isEmpty())
            login = told;
    }
};

Call callFor(const Effect& effect, const std::shared_ptr<ServerTraits>& server);

Call call(const RaisePullRequest& effect);
Call call(const CommitAndOpen& effect);
Call call(const OpenPullRequest& effect);
Call call(const WriteTree& effect);
Call call(const WriteCommit& effect);
Call call(const RaiseFromCommit& effect);
Call call(const EnableAutoMerge& effect);
Call call(const EnqueuePullRequest& effect);
Call call(const MergePullRequest& effect);
Call call(const UpdateBranch& effect);
Call call(const PrepareBranch& effect);
Call call(const MoveBranch& effect);
//! Without updateRefs: one reference by REST, whatever stood there. The temporary branch stays behind.
RestCall moveBranchByRest(const MoveBranch& effect);
Call call(const ReopenPullRequest& effect);
Call call(const ClosePullRequest& effect);
Call call(const RevertPullRequest& effect);
Call call(const DeleteBranch& effect);
RestCall deleteBranchByRest(const DeleteBranch& effect);
Call call(const DispatchWorkflow& effect, const std::shared_ptr<ServerTraits>& server);
Call call(const RerunWorkflow& effect);
Call call(const ArchiveRepository& effect);

// Shared by the files of effects.

//! A mutation with one field: `selection` is what is asked of its payload. `judge` gets the payload where it is an
//! object; otherwise GitHub's error decides.
GraphqlCall singleField(const QString& operation, const QByteArray& mutation, const QByteArray& inputType, Json input,
    const QByteArray& selection, Json args, std::function<EffectOutcome(const Json& payload, const Envelope&)> judge);
//! CreateCommitOnBranchInput. The file contents go as base64.
Json commitInput(const RepositoryName& repository, const QString& branch, const QString& expectedHeadOid,
    const QString& headline, const QString& body, const QList<FileAddition>& additions, const QStringList& deletions);
Json argsOf(const RepositoryName& repository);
EffectOutcome done(Json result = Json::object());
EffectOutcome refused(const QString& code, Json args, Json result = Json::object());
//! Unknown, "answer.unreadable".
EffectOutcome garbage(const Envelope& envelope, Json result = Json::object());
inline const QString zeroOid = QString(40, u'0');

} // namespace slipway::github
