// SPDX-License-Identifier: GPL-3.0-or-later
// Where a right exchange and the official descriptions disagree. Each has its reason, and one that is never needed
// fails the suite: so the table stays as small as it is true. docs/github.md, "Contract", shows it to people.

/** Members of GraphQL answers whose values are not of the declared type. */
export const graphqlValues = [
  {
    field: "WorkflowRun.databaseId",
    allows: (value) => Number.isSafeInteger(value),
    reason: "declared Int, which has 32 bits; real run ids passed them in 2024",
  },
];

/** What a REST description lacks. `host` is a description's name without its version. */
export const rest = [];

/**
 * Statuses that any operation may answer with, though the descriptions list them for few: they come before the
 * operation is looked at (token, limits, permission) or from in front of it (gateways). The body is still GitHub's
 * error body.
 */
export const anywhere = new Set([401, 403, 429, 500, 502, 503, 504]);
