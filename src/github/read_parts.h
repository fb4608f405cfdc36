// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/document_assembler.h"
#include "github/graphql.h"
#include "github/reads.h"

//! One read's share of a shared GraphQL query: what it adds to the document and how its answer is read out of the
//! common envelope. One .cpp file each.
namespace slipway::github {

using ParseAnswer = std::function<Result<Answer>(const Envelope&)>;

ParseAnswer add(DocumentAssembler& document, const ReadRepository& read);
ParseAnswer add(DocumentAssembler& document, const ReadName& read);
//! One page, after `cursor` (empty: the first). The page's end is told by nextTeamsPage().
ParseAnswer add(DocumentAssembler& document, const ReadTeams& read, const QString& cursor = {});
ParseAnswer add(DocumentAssembler& document, const ReadCommit& read);
ParseAnswer add(DocumentAssembler& document, const ExplainPullRequest& read);
ParseAnswer add(DocumentAssembler& document, const WatchCommitRuns& read);
ParseAnswer add(DocumentAssembler& document, const WatchBranchRuns& read);
ParseAnswer add(DocumentAssembler& document, const WatchRepository& read);
//! All pull requests in one `nodes` field; at most 100 (GitHub's ARGUMENT_LIMIT). Parsers in the order of the reads.
QList<ParseAnswer> add(DocumentAssembler& document, const QList<WatchPullRequest>& reads, const Fragment& as);

//! Whether a document listed only the first check suites of a commit: each app makes one for each push. REST has pages.
bool isCutOff(const Json& suites);
//! What a parser says of such an answer. Nobody else is told it: REST is asked then.
Error cutOff();
bool isCutOff(const Error& error);

//! Cursor of the page that follows in an answer to a query of ReadTeams alone; empty at the end.
QString nextTeamsPage(const Envelope& envelope);

//! The error of the alias: GitHub's own where there is one, else "answer.unreadable".
Error errorAt(const Envelope& envelope, const QByteArray& alias, const Json& args, const QList<QString>& optional = {});

//! Values that some tokens may not read; their errors spoil nothing, their values are empty then.
const QList<QString>& optionalFields();

} // namespace slipway::github
