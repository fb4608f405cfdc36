// SPDX-License-Identifier: GPL-3.0-or-later
// A client that somebody else's generator makes of Slipway's description calls every operation of Slipway's API, and each
// answer is held to the schema that the description gives for it.
//
//   api_client.mjs URL OPERATOR-TOKEN VIEWER-TOKEN WEBHOOK-SECRET
import { createHmac, randomUUID } from "node:crypto";
import { load, require } from "./packages.mjs";

const [url, operator, viewer, secret] = process.argv.slice(2);
const axios = require("axios");
const { OpenAPIClientAxios } = require("openapi-client-axios");
const { default: Ajv } = await load("ajv/dist/2020.js").catch(() => ({ default: require("ajv/dist/2020").default }));
const addFormats = require("ajv-formats");

const description = (await axios.get(`${url}/openapi.json`)).data;
const ajv = new Ajv({ strict: false, allErrors: true });
(addFormats.default ?? addFormats)(ajv);
ajv.addSchema(description, "api");

const complaints = [];
const exercised = new Map(); // operation → statuses
const operations = new Map();
for (const [path, methods] of Object.entries(description.paths))
  for (const [method, operation] of Object.entries(methods))
    operations.set(operation.operationId, { path, method, operation });

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
  exercised.set(id, [...(exercised.get(id) ?? []), answer.status]);
  judge(id, answer);
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
await call("listWorkflows", 200, {}, undefined, {}, asViewer);
await call("readWorkflow", 200, { workflow });
await call("readWorkflow", 404, { workflow: "nothing" });
await call("readInputs", 200, { workflow });
const { token: shown } = await call("previewStart", 200, { workflow }, { inputs }, {}, asViewer);
await call("previewStart", 422, { workflow }, { inputs: { ...inputs, repositoryName: "Not A Name!" } });
await call("startRun", 403, key, { workflow, inputs }, {}, asViewer);
await call("startRun", 422, key, { workflow, inputs: {} });
await call("startRun", 409, key, { workflow, inputs, preview: "00000000" });
const { id: run } = await call("startRun", 201, key, { workflow, inputs, preview: shown });
await call("startRun", 200, key, { workflow, inputs });
await call("startRun", 422, key, { workflow, inputs: { ...inputs, repositoryName: "another" } });
await call("listRuns", 200, { state: "open", limit: 1 });
await call("readRun", 200, { run });
await call("readRun", 404, { run: "nobody" });
await call("listEvents", 200, { run, since: 0, limit: 3 });
await glance("streamRun", { run });
await glance("streamRuns", {});
await call("noteRun", 200, { run, "Idempotency-Key": randomUUID() }, { text: "from another's client" });
await call("noteRun", 412, { run, "If-Match": '"1"' }, { text: "too late" });
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

for (const id of operations.keys()) if (!exercised.has(id)) complaints.push(`${id} was never called`);
for (const text of complaints) console.log(text);
console.log(`${complaints.length} complaints about ${[...exercised.values()].flat().length} calls of ${exercised.size} operations and ${examples} deliveries`);
process.exitCode = complaints.length ? 1 : 0;
