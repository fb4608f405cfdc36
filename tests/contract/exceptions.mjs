// SPDX-License-Identifier: GPL-3.0-or-later
// Where a right exchange and the official descriptions disagree. Each has its reason, and one that is never needed
// fails the suite: so the table stays as small as it is true. docs/github.md, "Contract", shows it to people.

/** Members of GraphQL answers whose values are not of the declared type. */
export const graphqlValues = [
  {
    field: "WorkflowRun.databaseId",
    allows: (value) => Number.isInteger(value),
    reason: "declared Int, which has 32 bits; real run ids passed them in 2024, and tests take ids beyond a double's 53",
  },
];

/** Complaints about REST exchanges that are the description's fault. */
export const rest = [
  {
    complaint: "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs: query parameter created: must match format \"date-time\"",
    reason: "described as a moment, and in the same breath as a range in the syntax of GitHub's search, which is meant",
  },
  {
    complaint: "POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches: status 422 is not described",
    reason: "what GitHub answers for a missing or unexpected input, or a workflow that cannot be dispatched",
  },
];

/**
 * What github.com has and the described Enterprise Server has not. Of these exchanges only github.com's description is
 * the judge; Slipway sends the other form to a server that lacks them, which the scenes with one show.
 */
export const cloudOnly = [
  {
    fits: (exchange) => exchange.requestBody?.return_run_details !== undefined,
    reason: "return_run_details: a dispatch that answers with the run's id is in no described Enterprise Server",
  },
  {
    fits: (exchange) => exchange.path === "/versions",
    reason: "the list of the REST API's versions is not described for Enterprise Server",
  },
];

/**
 * Statuses that any operation may answer with, though the descriptions list them for few: they come before the
 * operation is looked at (token, limits, permission; a repository that is hidden, gone, blocked or has another name by
 * now) or from in front of it (gateways). The body is still GitHub's
 * error body. So is the body of an error that is described without one, and of each error that carries its status as text
 * ("status": "405"), which only some of the descriptions have.
 */
export const anywhere = new Set([301, 307, 401, 403, 404, 429, 451, 500, 502, 503, 504]);
