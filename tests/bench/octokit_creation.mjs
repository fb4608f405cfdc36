// SPDX-License-Identifier: GPL-3.0-or-later
// The peer of creation_bench.py: one creation as the platform's first implementation made it. It reads files one by
// one, raises four pull requests through octokit-plugin-create-pull-request, arms auto-merge, watches by polling over
// REST, dispatches and waits.
//
//   octokit_creation.mjs URL TOKEN NAME SPEED RULE     prints moments as JSON
//
// RULE says which writes take from the bucket that Slipway's writes take from, too (burst 5, then one a second of the
// program's time): "pulls" counts a pull request as Slipway counts one, "writes" every request that makes something.
import { load } from "../contract/packages.mjs";

const [baseUrl, token, name, speedText, rule] = process.argv.slice(2);
const speed = Number(speedText);
const owner = "DEFRA";
const environments = ["management", "infra-dev", "development", "test", "perf-test", "production"];
const poll = 10_000; // milliseconds of the program's time between two looks at the same thing
const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis / speed));

const { Octokit } = await load("octokit");
const { createPullRequest } = await load("octokit-plugin-create-pull-request");
const octokit = new (Octokit.plugin(createPullRequest))({
  auth: token, baseUrl, userAgent: "peer", throttle: { enabled: false }, retry: { enabled: false },
});

// The write rule, in place of octokit's own, which is slower: 1 s after each write, 3 s after each pull request.
const bucket = { tokens: 5, at: Date.now() };
function refill() {
  const now = Date.now();
  bucket.tokens = Math.min(5, bucket.tokens + ((now - bucket.at) * speed) / 1000);
  bucket.at = now;
}
octokit.hook.before("request", async ({ method, url }) => {
  const makes = rule === "pulls" ? method === "POST" && url.endsWith("/pulls") : method !== "GET" && method !== "HEAD" && !url.endsWith("/graphql");
  if (!makes) return;
  for (refill(); bucket.tokens < 1; refill()) await pause((1 - bucket.tokens) * 1000);
  bucket.tokens -= 1;
});

const read = async (repo, path) => {
  const { data } = await octokit.rest.repos.getContent({ owner, repo, path, ref: "main" });
  return JSON.parse(Buffer.from(data.content, data.encoding).toString("utf8"));
};
const text = (json) => `${JSON.stringify(json, null, 2)}\n`;
const each = async (make) => Object.assign({}, ...(await Promise.all(environments.map(make))));

async function raise(repo, head, title, body, files) {
  const { data } = await octokit.createPullRequest({
    owner, repo, title, body, head, base: "main", update: false, changes: [{ files, commit: title }],
  });
  return { repo, number: data.number, id: data.node_id };
}

async function arm(pull) {
  try {
    await octokit.graphql(
      "mutation($id: ID!) { enablePullRequestAutoMerge(input: {pullRequestId: $id, mergeMethod: REBASE}) { clientMutationId } }",
      { id: pull.id });
  } catch (error) {
    if (!/clean status/.test(error.message)) throw error;
    await octokit.rest.pulls.merge({ owner, repo: pull.repo, pull_number: pull.number, merge_method: "rebase" });
  }
}

async function merged(pull) {
  for (;; await pause(poll)) {
    const { data } = await octokit.rest.pulls.get({ owner, repo: pull.repo, pull_number: pull.number });
    if (data.merged) return data.merge_commit_sha;
  }
}

async function ran(repo, sha, path) {
  for (;; await pause(poll)) {
    const { data } = await octokit.rest.actions.listWorkflowRunsForRepo({ owner, repo, head_sha: sha, event: "push" });
    const run = data.workflow_runs.find((one) => !path || one.path === path);
    if (run?.status === "completed") return run;
  }
}

async function repositoryReady() {
  for (;; await pause(poll)) {
    try {
      const { data } = await octokit.rest.repos.listCommits({ owner, repo: name, per_page: 1 });
      return data[0].sha;
    } catch (error) {
      if (error.status !== 404 && error.status !== 409) throw error;
    }
  }
}

async function knownToPortal() {
  for (;; await pause(poll)) {
    const answer = await fetch(`${baseUrl}/portal/artifacts/${name}`);
    if (answer.ok && (await answer.json()).length) return;
  }
}

const moments = { began: Date.now() };
const taken = await octokit.rest.repos.get({ owner, repo: name }).then(() => true, (error) => error.status !== 404);
if (taken) throw new Error(`${name} is taken`);

const tenants = await each(async (env) => {
  const path = `environments/${env}/resources/tenant_services.json`;
  const json = await read("tf-svc-infra", path);
  json[0][name] = { zone: "protected", mongo: true, redis: false };
  return { [path]: text(json) };
});
const oidc = await each(async (env) => {
  const path = `environments/${env}/resources/github_oidc_repositories.json`;
  return { [path]: text([...(await read("tf-svc-infra", path)), `${owner}/${name}`]) };
});
const infra = await raise("tf-svc-infra", `add-${name}`, `Add ${name} to Tenant Services list`, "Auto generated.", { ...tenants, ...oidc });
await arm(infra);
const config = `# Config for ${name}, settings should be in KEY=value format\n`;
const configPull = await raise("cdp-app-config", `add-${name}`, `Add base config for ${name}`, "Auto generated.", {
  [`services/${name}/defaults.env`]: config,
  ...Object.fromEntries(environments.map((env) => [`services/${name}/${env}/${name}.env`, config])),
});
const nginxPull = await raise("cdp-nginx-upstreams", `add-${name}`, `Add config for ${name}`, "Auto generated.",
  Object.fromEntries(environments.map((env) => [`environments/${env}/${name}.json`,
    text({ services: [{ cdp_service_name: name, cdp_service_port: "8085", cdp_zone: "protected", addition_paths: [] }] })])));
moments.waiting = Date.now();

const infraSha = await merged(infra);
await ran("tf-svc-infra", infraSha, ".github/workflows/env-terraform.yml");
await arm(configPull);
await arm(nginxPull);
const services = await each(async (env) => {
  const path = `environments/${env}/services/protected_services.json`;
  return { [path]: text([...(await read("tf-svc", path)), { container_image: name, container_version: "0.1.0", name }]) };
});
const svcPull = await raise("tf-svc", `deploy-${name}`, `Setup deployment config for ${name}`, "Auto generated.", services);
await arm(svcPull);
await octokit.rest.actions.createWorkflowDispatch({
  owner, repo: "cdp-boilerplate", workflow_id: "create_repo.yml", ref: "main",
  inputs: { repositoryName: name, serviceType: "cdp-node-backend-template", owningTeam: "fisheries" },
});
await Promise.all([
  ...[configPull, nginxPull, svcPull].map(async (pull) => ran(pull.repo, await merged(pull))),
  repositoryReady().then((sha) => ran(name, sha)).then(knownToPortal),
]);
moments.ended = Date.now();
console.log(JSON.stringify(moments));
