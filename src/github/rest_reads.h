// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "github/reads.h"
#include "github/rest.h"
#include "http/http.h"

//! Reads that only REST answers: where they go and how the JSON of a 200 becomes the answer.
namespace slipway::github {

struct RestRead {
    RestPath path;
    //! Nothing where the JSON has not the expected shape.
    std::function<std::optional<Answer>(const Json&)> parse;
    Json args = Json::object(); //!< of its errors
    std::optional<Answer> ifMissing = {}; //!< what a 404 means, where it is an answer and no error
    //! The member with a list that is read to its last page. Its parser gets all of it as one; "github.refused" where it is
    //! longer than GitHub lists.
    const char* list = nullptr;
};

RestRead restRead(const CompareCommits& read);
RestRead restRead(const ReadWorkflowRun& read);
//! Here its moments are by GitHub's clock, as far as that is known, and its actor is asked for.
RestRead restRead(const FindDispatchedRuns& read);
RestRead restRead(const ReadWorkflow& read);
RestRead restRead(const ReadPendingApprovals& read);
//! The jobs alone, without notes.
RestRead restRead(const ReadFailedJobs& read);
//! What a job has noted. Its parser answers a FailedJobs that has notes only.
RestRead notesOf(const RepositoryName& repository, const FailedJob& job);
//! In place of check suites, which fine-grained tokens may not read, and of which a document lists only the first.
RestRead restRead(const WatchCommitRuns& read);
//! Likewise; `contained` is left to a comparison.
RestRead restRead(const WatchBranchRuns& read);
//! All files of the tree that was read. Its parser answers the snapshot with those of the read that are there (their
//! content still to be fetched) and those that are not; without any file where GitHub cut the list off.
RestRead listOfFiles(const ReadRepository& read, const RepositorySnapshot& snapshot);
//! The bytes of a file, whatever its size (up to 100 MB at GitHub). `path` of the answer is raw bytes, no JSON.
RestPath rawFile(const RepositoryName& repository, const QString& path, const QString& oid);

} // namespace slipway::github
