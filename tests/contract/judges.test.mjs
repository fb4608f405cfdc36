// SPDX-License-Identifier: GPL-3.0-or-later
// The judges see what is wrong: right exchanges pass, and each small wrong is named.
import assert from "node:assert/strict";
import { test } from "node:test";
import { uncovered } from "./coverage.mjs";
import { GraphqlJudge } from "./graphql.mjs";
import { openApiDescriptions, require } from "./packages.mjs";
import { RestJudge } from "./rest.mjs";
import { differences } from "./subset.mjs";

const { buildSchema } = require("graphql");
const graphql = new GraphqlJudge();
const [cloud, server] = openApiDescriptions().map((each) => new RestJudge(each));
const jsonType = { "content-type": "application/json; charset=utf-8" };

const query = "query Q($o:String!,$n:String!){repository(owner:$o,name:$n){id isArchived pullRequest(number:1){state mergedAt}}}";
const asked = (body, answer, status = 200) =>
  graphql.judge({ requestBody: body, requestHeaders: jsonType, responseHeaders: jsonType, responseBody: answer, status });
const good = { query, variables: { o: "DEFRA", n: "tf-svc" } };
const data = (pull) => ({ data: { repository: { id: "R_1", isArchived: false, pullRequest: pull } } });
const names = (complaints, pattern) => assert.match(complaints.join("\n"), pattern);

test("a right GraphQL exchange passes", () => {
  assert.deepEqual(asked(good, data({ state: "OPEN", mergedAt: null })), []);
  assert.deepEqual(asked(good, { data: { repository: null }, errors: [{ type: "NOT_FOUND", path: ["repository"], message: "No." }] }), []);
});

test("a wrong document, variable or body is named", () => {
  names(asked({ query: "query{repository(owner:\"a\",name:\"b\"){nonsense}}" }, { data: null }), /nonsense/);
  names(asked({ query, variables: { o: "DEFRA" } }, { data: null }), /\$n/);
  names(asked({ query, variables: { ...good.variables, x: 1 } }, { data: null }), /variable x/);
  names(asked({ ...good, operation: "Q" }, { data: null }), /"operation"/);
  const mutation = "mutation($i:CreateRefInput!){createRef(input:$i){clientMutationId}}";
  const oid = { repositoryId: "R_1", name: "refs/heads/x", oid: "main" };
  names(asked({ query: mutation, variables: { i: oid } }, { data: null }), /no GitObjectID/);
});

test("a wrong GraphQL answer is named", () => {
  names(asked(good, data({ state: "open", mergedAt: null })), /PullRequestState/);
  names(asked(good, data({ state: "OPEN" })), /mergedAt is missing/);
  names(asked(good, data({ state: "OPEN", mergedAt: "yesterday" })), /DateTime/);
  names(asked(good, data({ state: null, mergedAt: null })), /never is/);
  names(asked(good, data({ state: "OPEN", mergedAt: null, title: "x" })), /was not asked for/);
  names(asked(good, { ...data(null), errors: [{ type: "NOT_FOUND", path: ["repository", "id"], message: "x" }] }), /has a value/);
  names(asked(good, { errors: [{ path: ["repository"] }] }), /no message/);
  names(asked(good, {}), /neither/);
});

test("the Int that is none is let pass for run ids only", () => {
  const ask = (field, value) => asked({ query: `query{node(id:"x"){... on ${field.split(".")[0]}{${field.split(".")[1]}}}}` },
    { data: { node: { [field.split(".")[1]]: value } } });
  assert.deepEqual(ask("WorkflowRun.databaseId", 2 ** 33), []);
  names(ask("WorkflowRun.runNumber", 2 ** 33), /no Int/);
});

const exchange = (method, restPath, requestBody, status, responseBody, query = {}) =>
  ({ method, restPath, query, requestHeaders: jsonType, requestBody, status, responseHeaders: jsonType, responseBody });
const dispatches = "/repos/o/r/actions/workflows/w.yml/dispatches";
const details = { workflow_run_id: 2 ** 34, run_url: "https://h/r", html_url: "https://h/h" };

test("a right REST exchange passes", () => {
  assert.deepEqual(cloud.judge(exchange("POST", dispatches, { ref: "main", return_run_details: true }, 200, details)), []);
  assert.deepEqual(server.judge(exchange("POST", dispatches, { ref: "main" }, 204, null)), []);
});

test("a wrong REST exchange is named", () => {
  const ask = (...all) => cloud.judge(exchange(...all)).join("\n");
  assert.match(ask("POST", "/repos/o/r/dispatch", {}, 204, null), /there is no POST/);
  assert.match(ask("POST", dispatches, { ref: 1 }, 204, null), /must be string/);
  assert.match(ask("POST", dispatches, { inputs: {} }, 204, null), /'ref'/);
  assert.match(ask("POST", dispatches, { ref: "main", return_details: true }, 204, null), /return_details/);
  assert.match(ask("POST", dispatches, { ref: "main" }, 201, null), /status 201/);
  assert.match(ask("POST", dispatches, { ref: "main" }, 200, { ...details, html_url: 7 }), /html_url/);
  assert.match(ask("POST", dispatches, { ref: "main" }, 200, { ...details, id: 7 }), /unevaluated.*id/);
  assert.match(ask("GET", "/repos/o/r/actions/runs", null, 404, { message: "Not Found" }, { sha: "x" }), /parameter sha/);
  assert.match(ask("GET", "/repos/o/r/actions/runs", null, 200, { total_count: 0, workflow_runs: {} }), /must be array/);
  assert.match(ask("GET", "/user", null, 401, { error: "Bad credentials" }), /error/);
});

test("what a server answers with that only github.com has is wrong for Enterprise Server", () => {
  names(server.judge(exchange("POST", dispatches, { ref: "main" }, 200, details)), /status 200/);
});

test("a schema that is no part of GitHub's is named", () => {
  const official = buildSchema("type Query{a(x:Int!):String! b:E} enum E{ONE TWO}", { assumeValid: true });
  const compare = (text) => differences(buildSchema(text, { assumeValidSDL: true }), official).join("\n");
  assert.equal(compare("type Query{a(x:Int!):String!}"), "");
  assert.match(compare("type Query{a(x:Int!):String}"), /Query.a is String/);
  assert.match(compare("type Query{a:String!}"), /lacks \(x:\)/);
  assert.match(compare("type Query{b:E} enum E{ONE THREE}"), /THREE/);
  assert.match(compare("type Query{c:Int}"), /Query.c/);
});

test("what a client leaves out is named", () => {
  const description = {
    paths: {
      "/v1/runs": { get: { parameters: [{ name: "state", in: "query" }] }, post: { requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Start" } } } } } },
      "/v1/runs/{run}/retry": { post: {} },
    },
    components: { schemas: { Start: { properties: { workflow: {}, secrets: {} } } } },
  };
  const all = new Map([
    ["GET /v1/runs", { members: new Set(), parameters: new Set(["state"]) }],
    ["POST /v1/runs", { members: new Set(["workflow", "secrets"]), parameters: new Set() }],
    ["POST /v1/runs/{run}/retry", { members: new Set(), parameters: new Set() }],
  ]);
  const without = (name, use) => uncovered(description, new Map([...all].filter(([each]) => each !== name).concat(use ? [[name, use]] : [])));
  assert.deepEqual(uncovered(description, all), []);
  assert.deepEqual(without("POST /v1/runs/{run}/retry"), ["POST /v1/runs/{run}/retry was never called"]);
  assert.deepEqual(without("POST /v1/runs"), ["POST /v1/runs was never called"]); // though its path was
  assert.deepEqual(without("POST /v1/runs", { members: new Set(["workflow"]), parameters: new Set() }), ['POST /v1/runs: "secrets" was never sent']);
  assert.deepEqual(without("GET /v1/runs", { members: new Set(), parameters: new Set() }), ['GET /v1/runs: the parameter "state" was never sent']);
});
