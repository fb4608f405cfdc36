// SPDX-License-Identifier: GPL-3.0-or-later
// Judges recorded exchanges by GitHub's own descriptions.
//
//   validate.mjs [--expect FILE] [--answers] RECORD.jsonl…
//
// Prints each complaint once, with how often it came and where first. FILE lists what must have been seen at all, so
// that a suite which records nothing is not green, and says whether each exception must have been needed. --answers leaves out the requests, which are other people's then.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import * as exceptions from "./exceptions.mjs";
import { GraphqlJudge } from "./graphql.mjs";
import { openApiDescriptions } from "./packages.mjs";
import { RestJudge } from "./rest.mjs";

const given = process.argv.slice(2);
const answersOnly = given[0] === "--answers" && given.shift();
const expected = given[0] === "--expect" ? JSON.parse(readFileSync(given.splice(0, 2)[1], "utf8")) : null;

const rest = openApiDescriptions().map((each) => new RestJudge(each));
const graphql = new GraphqlJudge();
const complaints = new Map(); // text → {times, where}
let exchanges = 0;

function complain(text, where) {
  const known = complaints.get(text);
  if (known) known.times += 1;
  else complaints.set(text, { times: 1, where });
}

/** Complaints that differ in a number of a list or an alias only are one. */
const general = (text) => text.replace(/([./[])\d+(?=[\]./:, ]|$)/g, "$1N").replace(/\b([a-z])\d+_?(?=\.)/g, "$1N");

/** What was done to the answer on its way: then it is the network's, not GitHub's. */
const isSpoilt = (fault) => {
  const kind = typeof fault === "object" ? (fault?.fault ?? fault) : fault;
  return ["garbage", "truncate"].includes(typeof kind === "object" ? Object.keys(kind ?? {})[0] : kind);
};

for (const file of given) {
  for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) {
    const exchange = JSON.parse(line);
    if (exchange.service !== "github") continue;
    exchanges += 1;
    exchange.isOwn = /^slipway\//i.test(exchange.requestHeaders["user-agent"] ?? "");
    const where = `${basename(file)}, request ${exchange.number}`;
    if (answersOnly && (exchange.status === null || isSpoilt(exchange.fault))) continue;
    const parts = answersOnly ? ["response"] : exchange.status === null || isSpoilt(exchange.fault) ? ["request"] : ["request", "response"];
    if (parts.length === 1 && !answersOnly) exchange.status = null;
    if (!(exchange.requestHeaders["user-agent"] ?? "")) complain("there is no User-Agent", where);
    if (/^(\/api)?\/graphql$/.test(exchange.path)) {
      for (const text of graphql.judge(exchange, parts)) complain(general(text), where);
      continue;
    }
    // A repository that has another name by now answers at /repositories/ID, which no description knows.
    exchange.restPath = exchange.path.replace(/^\/api\/v3(?=\/)/, "").replace(/^\/repositories\/\d+(?=\/)/, "/repos/DEFRA/renamed");
    for (const judge of rest) for (const text of judge.judge(exchange, parts)) complain(general(text), where);
  }
}

if (expected) {
  const seen = new Set([...rest[0].used, ...graphql.used]);
  for (const one of expected.operations) if (!seen.has(one)) complain(`never recorded: ${one}`, "the expectations");
  for (const excuse of [...exceptions.rest, ...exceptions.cloudOnly, ...exceptions.graphqlValues])
    if (expected.everyException && !excuse.needed) complain(`an exception is not needed any more: ${JSON.stringify(excuse)}`, "exceptions.mjs");
}

for (const [text, { times, where }] of [...complaints].sort())
  console.log(`${text}\n    ${times} times, first in ${where}`);
const told = [...rest[0].used, ...graphql.used].sort().join(", ");
console.log(`${complaints.size} complaints about ${exchanges} exchanges in ${given.length} records, judged by `
  + `${rest.map((each) => each.name).join(" and ")} ${rest[0].document.info.version}\nseen: ${told}`);
process.exitCode = complaints.size || !exchanges ? 1 : 0;
