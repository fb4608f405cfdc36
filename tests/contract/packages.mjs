// SPDX-License-Identifier: GPL-3.0-or-later
// Where the packages lie: in the build folder that CONTRACT_PACKAGES names, so that the source tree stays clean.
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = process.env.CONTRACT_PACKAGES;
if (!root) throw new Error("CONTRACT_PACKAGES names no folder: run by ctest, or see packages.py");
const from = createRequire(join(root, "package.json"));

/** A package for Node's own modules, which have no require: its entry file is named by its "exports" or "main". */
export async function load(name) {
  const folder = join(root, "node_modules", name);
  const { exports, main } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const entry = exports?.["."]?.import ?? exports?.["."]?.default ?? exports?.import ?? main ?? "index.js";
  return import(pathToFileURL(join(folder, typeof entry === "string" ? entry : entry.default)));
}

export const require = from;

function json(...path) {
  return JSON.parse(readFileSync(join(root, "node_modules", ...path), "utf8"));
}

/** GitHub's own descriptions of its REST API: {name, document}, github.com first, then the newest Enterprise Server. */
export function openApiDescriptions() {
  const folder = ["@octokit/openapi", "generated"];
  const versionOf = (name) => name.match(/\d+/g).map(Number);
  const newest = readdirSync(join(root, "node_modules", ...folder))
    .filter((name) => /^ghes-[\d.]+\.json$/.test(name))
    .sort((a, b) => versionOf(a)[0] - versionOf(b)[0] || versionOf(a)[1] - versionOf(b)[1])
    .at(-1);
  return ["api.github.com.json", newest].map((file) => ({
    name: file.replace(/\.json$/, ""),
    document: json(...folder, file),
  }));
}

/** GitHub's own GraphQL schema, as text. */
export function graphqlSchemaText() {
  return readFileSync(join(root, "node_modules", "@octokit/graphql-schema", "schema.graphql"), "utf8");
}
