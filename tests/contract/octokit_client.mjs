// SPDX-License-Identifier: GPL-3.0-or-later
// Other people's client at the sandbox: octokit with octokit-plugin-create-pull-request raises a pull request, arms
// auto-merge, waits for the merge and reads it back.
//
//   octokit_client.mjs URL TOKEN OWNER REPOSITORY   prints what it saw as JSON
import { load } from "./packages.mjs";

const [baseUrl, token, owner, repo] = process.argv.slice(2);
const { Octokit } = await load("octokit");
const { createPullRequest } = await load("octokit-plugin-create-pull-request");
// Its own spacing of writes is for GitHub's limits; here it would only let the checks end before auto-merge is armed.
const octokit = new (Octokit.plugin(createPullRequest))({
  auth: token, baseUrl, userAgent: "contract", throttle: { enabled: false },
});

const title = "Write a note";
const body = "By another program.";
const head = "write-a-note";
const raised = await octokit.createPullRequest({
  owner, repo, title, body, head, base: "main", update: false, createWhenEmpty: false,
  changes: [{
    files: {
      "docs/note.txt": "It was here.\n",
      "docs/run.sh": { content: Buffer.from("#!/bin/sh\n").toString("base64"), encoding: "base64", mode: "100755" },
      "README.md": ({ exists, content, encoding }) => {
        if (!exists) throw new Error("there is no README.md");
        return `${Buffer.from(content, encoding).toString("utf8")}\nSee docs/note.txt.\n`;
      },
    },
    commit: "Write a note",
  }],
});
const { number, node_id: id } = raised.data;

await octokit.graphql(
  `mutation($id: ID!) { enablePullRequestAutoMerge(input: {pullRequestId: $id, mergeMethod: SQUASH}) {
     pullRequest { autoMergeRequest { mergeMethod } } } }`, { id });

let pull;
const deadline = Date.now() + 60_000;
do {
  await new Promise((resolve) => setTimeout(resolve, 200));
  pull = (await octokit.rest.pulls.get({ owner, repo, pull_number: number })).data;
} while (!pull.merged && Date.now() < deadline);

const files = await octokit.paginate(octokit.rest.pulls.listFiles, { owner, repo, pull_number: number, per_page: 1 });
const note = await octokit.rest.repos.getContent({ owner, repo, path: "docs/note.txt", ref: pull.merge_commit_sha });
const runs = await octokit.rest.actions.listWorkflowRunsForRepo({ owner, repo, head_sha: pull.merge_commit_sha });
const missing = await octokit.rest.repos.get({ owner, repo: "no-such-repository" }).catch((error) => error);

console.log(JSON.stringify({
  number, merged: pull.merged, sha: pull.merge_commit_sha, mergedBy: pull.merged_by?.login,
  files: files.map((file) => `${file.status} ${file.filename}`).sort(),
  note: Buffer.from(note.data.content, note.data.encoding).toString("utf8"),
  runs: runs.data.total_count, missing: [missing.status, missing.response?.data.message],
}));
