// SPDX-License-Identifier: GPL-3.0-or-later
// A client that somebody else's generator makes of Slipway's description calls every operation of Slipway's API, and each
// answer is held to the schema that the description gives for it.
//
//   api_client.mjs URL OPERATOR-TOKEN VIEWER-TOKEN WEBHOOK-SECRET CANARY
//
// The workflow "team-secret" is there; its step "send" waits for the secret "password", which is the canary.
import { createHmac, randomUUID } from "node:crypto";
import { uncovered } from "./coverage.mjs";
import { load, require } from "./packages.mjs";

const [url, operator, viewer, secret, canary] = process.argv.slice(2);
const axios = require("axios");
const { OpenAPIClientAxios } = require("openapi-client-axios");
const { default: Ajv } = await load("ajv/dist/2020.js").catch(() => ({ default: require("ajv/dist/2020").default }));
const addFormats = require("ajv-formats");

const description = (await axios.get(`${url}/openapi.json`)).data;
const ajv = new Ajv({ strict: false, allErrors: true });
(addFormats.default ?? addFormats)(ajv);
ajv.addSchema(description, "api");

const complaints = [];
const exercised = new Map(); // "GET /path" → statuses, members, parameters
const operations = new Map();
for (const [path, methods] of Object.entries(description.paths))
  for (const [method, operation] of Object.entries(methods))
    operations.set(operation.operationId, { path, method, operation });
const described = Object.values(description.paths).flatMap(Object.keys).length;
if (operations.size !== described) complaints.push(`${described} operations have only ${operations.size} names`);

function note(id, status, parameters, data) {
  const { path, method } = operations.get(id);
  const name = `${method.toUpperCase()} ${path}`;
  if (!exercised.has(name)) exercised.set(name, { statuses: [], members: new Set(), parameters: new Set() });
  const use = exercised.get(name);
  use.statuses.push(status);
  for (const member of Object.keys(data ?? {})) use.members.add(member);
  for (const parameter of Object.keys(parameters ?? {})) use.parameters.add(parameter);
}

const escape = (part) => part.replaceAll("~", "~0").replaceAll("/", "~1");

/** What an answer says that the description does not. */
function judge(id, answer) {
  const { path, method, operation } = operations.get(id);
  const status = String(answer.status);
  if (!operation.responses[status]) return complaints.push(`${id}: ${status} is not described: ${JSON.stringify(answer.data)}`);
  const type = (answer.headers["content-type"] ?? "").split(";")[0];
  if (!operation.responses[status].content[type]) return complaints.push(`${id}: ${status} as ${type} is not described`);
  for (const name of Object.keys(operation.responses[status].headers ?? {}))
    if (!answer.headers[name.toLowerCase()]) complaints.push(`${id}: ${status} without ${name}`);
  if (type === "text/event-stream") return undefined;
  const pointer = ["paths", path, method, "responses", status, "content", type, "schema"].map(escape).join("/");
  const validate = ajv.getSchema(`api#/${pointer}`);
  if (!validate(answer.data)) complaints.push(`${id}: ${status}: ${ajv.errorsText(validate.errors)}`);
  return undefined;
}

async function clientWith(token) {
  const api = new OpenAPIClientAxios({
    definition: structuredClone(description),
    axiosConfigDefaults: { baseURL: url, validateStatus: () => true, timeout: 30000, headers: { Authorization: `Bearer ${token}` } },
  });
  return api.init();
}

const asOperator = await clientWith(operator);
const asViewer = await clientWith(viewer);

async function call(id, wanted, parameters = {}, data = undefined, config = {}, client = asOperator) {
  const answer = await client[id](parameters, data, config);
  note(id, answer.status, parameters, data);
  judge(id, answer);
  if (canary && !config.responseType && JSON.stringify(answer.data).includes(canary)) complaints.push(`${id} tells the secret`);
  if (![wanted].flat().includes(answer.status))
    complaints.push(`${id}: ${answer.status} instead of ${wanted}: ${JSON.stringify(answer.data).slice(0, 300)}`);
  return answer.data;
}

/** The first text of a stream; then it is left. */
async function glance(id, parameters) {
  const leaving = new AbortController();
  const stream = await call(id, 200, parameters, undefined, { responseType: "stream", signal: leaving.signal }, asViewer);
  let text = "";
  try {
    for await (const chunk of stream) {
      text += chunk;
      if (/^data: .*$/m.test(text)) break;
    }
  } finally {
    leaving.abort();
  }
  const found = text.match(/^data: (.*)$/m);
  const schema = id === "streamRun" ? "Event" : "RunSummary";
  const validate = ajv.getSchema(`api#/components/schemas/${schema}`);
  if (!found || !validate(JSON.parse(found[1]))) complaints.push(`${id}: ${found ? ajv.errorsText(validate.errors) : "nothing came"}`);
}

const workflow = "cdp-create-service";
const inputs = { repositoryName: "by-a-client", serviceType: "cdp-node-backend-template", owningTeam: "fisheries" };
const key = { "Idempotency-Key": randomUUID() };

await call("readDescription", 200);
await call("readStatus", 200);
await call("leaveSafeMode", 403, null, { reason: "may not" }, {}, asViewer);
const gone = await call("leaveSafeMode", 200, null, { reason: "nothing to leave" });
if (gone.leftSafeMode !== false) complaints.push("leaveSafeMode left what there was not");
await call("listWorkflows", 200, {}, undefined, {}, asViewer);
await call("readWorkflow", 200, { workflow });
await call("readWorkflow", 404, { workflow: "nothing" });
await call("readInputs", 200, { workflow });
const { token: shown } = await call("previewStart", 200, { workflow }, { inputs });
await call("previewStart", 403, { workflow }, { inputs }, {}, asViewer);
await call("previewStart", 422, { workflow }, { inputs: { ...inputs, repositoryName: "Not A Name!" } });
await call("startRun", 403, key, { workflow, inputs }, {}, asViewer);
await call("startRun", 422, key, { workflow, inputs: {} });
await call("startRun", 409, key, { workflow, inputs, preview: "00000000" });
const { id: run } = await call("startRun", 201, key, { workflow, inputs, preview: shown });
await call("startRun", 200, key, { workflow, inputs });
await call("startRun", 422, key, { workflow, inputs: { ...inputs, repositoryName: "another" } });
await call("listRuns", 200, { state: "open", search: "by-a-client", subject: inputs.repositoryName, limit: 1, offset: 0 });
await call("readRun", 200, { run });
await call("readRun", 404, { run: "nobody" });
await call("listEvents", 200, { run, since: 0, limit: 3 });
await glance("streamRun", { run, since: 0, "Last-Event-ID": "0" });
await glance("streamRuns", { "Last-Event-ID": "0" });
await call("noteRun", 200, { run, "Idempotency-Key": randomUUID() }, { text: "from another's client" });
// Who has not seen what happened since changes nothing.
const step = "infra-raise";
const commands = {
  retryRun: { step, from: true, reason: "again" },
  lookRun: { step },
  advanceRun: { step, reason: "done", outputs: { number: 7 }, unverified: true },
  skipRun: { step, reason: "left out" },
  pauseRun: { reason: "a pause" },
  resumeRun: { reason: "no pause" },
  cancelRun: { reason: "at once", now: true },
  undoRun: { reason: "back" },
  noteRun: { text: "too late", step },
  resolveRun: { step, happened: true, reason: "it did" },
};
for (const [id, body] of Object.entries(commands))
  await call(id, 412, { run, "Idempotency-Key": randomUUID(), "If-Match": '"1"' }, { ...body, expectedSequence: 1 });
await call("noteRun", 403, { run }, { text: "may not" }, {}, asViewer);
await call("pauseRun", 200, { run }, { reason: "lunch" });
await call("resumeRun", 200, { run }, { reason: "back" });
await call("lookRun", [200, 409], { run }, {});
await call("retryRun", 409, { run }, {});
await call("skipRun", 409, { run }, { step: "validate", reason: "it is not optional" });
await call("advanceRun", 422, { run }, { step: "no-such-step", reason: "try" });
await call("resolveRun", 409, { run }, { step: "infra-raise", happened: true, reason: "nothing is open" });
await call("previewUndo", 200, { run });
await call("cancelRun", 200, { run }, { reason: "enough" });
await call("undoRun", [200, 409], { run }, { reason: "take it back" });
await call("readRun", 200, { run });
await call("listEvents", 200, { run });

// A secret that a step waits for is given by its name, and told by no answer (call() sees to that).
const { id: waiting } = await call("startRun", 201, { "Idempotency-Key": randomUUID() }, { workflow: "team-secret", inputs: { name: "by-a-client" } });
const stepOf = (state) => state.steps.find((each) => each.id === "send");
let waits;
for (let tries = 0; tries < 100 && !waits?.needsYou; tries += 1) {
  waits = stepOf(await call("readRun", 200, { run: waiting }));
  if (!waits.needsYou) await new Promise((resume) => setTimeout(resume, 100));
}
if (waits.error?.code !== "secret.missing") complaints.push(`no secret is asked for: ${JSON.stringify(waits)}`);
await call("retryRun", 400, { run: waiting }, { step: "send", secrets: { password: 7 } });
await call("retryRun", [409, 422], { run: waiting }, { step: "send", secrets: { passwort: canary } });
await call("retryRun", 403, { run: waiting }, { step: "send", secrets: { password: canary } }, {}, asViewer);
await call("retryRun", 200, { run: waiting }, { step: "send", secrets: { password: canary } });
for (let tries = 0; tries < 100 && waits.state !== "succeeded"; tries += 1) {
  waits = stepOf(await call("readRun", 200, { run: waiting }));
  if (waits.state !== "succeeded") await new Promise((resume) => setTimeout(resume, 100));
}
if (waits.state !== "succeeded") complaints.push(`the secret was not used: ${JSON.stringify(waits)}`);
await call("listEvents", 200, { run: waiting });

const delivery = JSON.stringify({ zen: "Keep it simple.", hook_id: 1 });
const signed = (text) => `sha256=${createHmac("sha256", secret).update(text).digest("hex")}`;
const told = { "X-GitHub-Delivery": randomUUID(), "X-GitHub-Event": "ping" };
await call("takeDelivery", 202, { ...told, "X-Hub-Signature-256": signed(delivery) }, JSON.parse(delivery));
await call("takeDelivery", 401, { ...told, "X-Hub-Signature-256": signed("forged") }, JSON.parse(delivery));

// GitHub's own examples of deliveries, as they come from it: signed over the bytes that travel.
const wanted = ["pull_request", "workflow_run", "check_suite", "push", "repository", "ping"];
let examples = 0;
for (const { name, examples: payloads } of require("@octokit/webhooks-examples").default ?? require("@octokit/webhooks-examples")) {
  if (!wanted.includes(name)) continue;
  for (const payload of payloads) {
    const body = JSON.stringify(payload);
    const headers = {
      "Content-Type": "application/json",
      "X-GitHub-Delivery": randomUUID(),
      "X-GitHub-Event": name,
      "X-Hub-Signature-256": signed(body),
    };
    let answer;
    do {
      answer = await axios.post(`${url}/webhooks/github`, body, { headers, validateStatus: () => true, transformRequest: (data) => data });
      if (answer.status === 429) await new Promise((resume) => setTimeout(resume, 300));
    } while (answer.status === 429);
    examples += 1;
    const looks = name !== "ping" && Boolean(payload.repository);
    if (answer.status !== 202 || answer.data.looked !== looks)
      complaints.push(`${name} ${payload.action ?? ""}: ${answer.status} ${JSON.stringify(answer.data)}`);
  }
}
if (examples < 30) complaints.push(`only ${examples} of GitHub's examples were found`);

complaints.push(...uncovered(description, exercised));
// That this is seen: without any one of the calls, it is missed by name.
for (const name of exercised.keys()) {
  const others = new Map([...exercised].filter(([each]) => each !== name));
  if (!uncovered(description, others).includes(`${name} was never called`)) complaints.push(`${name} would not be missed`);
}
for (const text of complaints) console.log(text);
console.log(`${complaints.length} complaints about ${[...exercised.values()].flatMap((use) => use.statuses).length} calls of ${exercised.size} operations and ${examples} deliveries`);
process.exitCode = complaints.length ? 1 : 0;
