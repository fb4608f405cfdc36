// SPDX-License-Identifier: GPL-3.0-or-later
// Judges one REST exchange by one OpenAPI description.
import { closedDocument, resolved } from "./closed.mjs";
import * as exceptions from "./exceptions.mjs";
import { load, require } from "./packages.mjs";

const Ajv = require("ajv/dist/2019").default;
const addFormats = require("ajv-formats").default;

/** Some parameters hold slashes ("heads/main"); the description marks them. */
function asPattern(template, manyParts) {
  const escaped = template.replace(/[.*+?^$()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/\{([^}]+)\}/g, (_, name) => (manyParts.has(name) ? "(.+)" : "([^/]+)"))}$`);
}

/** A parameter comes as text; its schema says what it is meant to be. */
function typed(text, schema, document) {
  const target = resolved(document, schema);
  const kinds = (target.oneOf ?? target.anyOf ?? [target]).map((each) => resolved(document, each).type);
  if (kinds.some((kind) => kind === "integer" || kind === "number") && /^-?\d+$/.test(text)) return Number(text);
  if (kinds.includes("boolean") && /^(true|false)$/.test(text)) return text === "true";
  if (target.type === "array") return text.split(",");
  return text;
}

export class RestJudge {
  constructor({ name, document }) {
    this.name = name;
    this.isEnterprise = name.startsWith("ghes");
    this.document = document;
    this.ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true, unevaluated: true });
    addFormats(this.ajv);
    this.ajv.addFormat("repo.nwo", /^[^/]+\/[^/]+$/);
    this.ajv.addFormat("timestamp", { type: "string", validate: (text) => !Number.isNaN(Date.parse(text)) });
    for (const number of ["int32", "int64", "float", "double"]) this.ajv.addFormat(number, { type: "number", validate: Number.isFinite });
    const closed = closedDocument(document);
    this.close = closed.close;
    this.ajv.addSchema({ $id: "doc", components: closed.components });
    this.compiled = new Map();
    this.operations = Object.entries(document.paths).flatMap(([template, path]) =>
      Object.entries(path)
        .filter(([method]) => ["get", "put", "post", "patch", "delete"].includes(method))
        .map(([method, operation]) => {
          const shared = path.parameters ?? [];
          const many = [...shared, ...(operation.parameters ?? [])].map((each) => resolved(document, each))
            .filter((each) => each["x-multi-segment"]).map((each) => each.name);
          // Of templates that fit, the one with more fixed parts is meant.
          const fixed = template.split("/").filter((part) => !part.includes("{")).length;
          return { template, method, operation, shared, fixed, pattern: asPattern(template, new Set(many)) };
        }));
    this.operations.sort((a, b) => b.fixed - a.fixed);
    this.used = new Set();
  }

  validator(key, schema) {
    if (!this.compiled.has(key)) {
      const absolute = JSON.parse(JSON.stringify(this.close(schema)).replaceAll('"$ref":"#/', '"$ref":"doc#/'));
      this.compiled.set(key, this.ajv.compile(absolute));
    }
    return this.compiled.get(key);
  }

  complaints(key, schema, value, what) {
    const validate = this.validator(key, schema);
    if (validate(value)) return [];
    const texts = validate.errors
      .filter((error) => !["anyOf", "oneOf", "if"].includes(error.keyword) || validate.errors.length < 3)
      .map((error) => {
        const more = error.params.unevaluatedProperty ?? error.params.missingProperty ?? error.params.allowedValues ?? "";
        return `${what}${error.instancePath}: ${error.message}${more && !error.message.includes(more) ? ` (${more})` : ""}`;
      });
    return [...new Set(texts)].slice(0, 12);
  }

  excused(complaint) {
    const excuse = exceptions.rest.find((one) => one.complaint === complaint);
    if (excuse) excuse.needed = true;
    return excuse !== undefined;
  }

  parameters(found, exchange) {
    const complaints = [];
    const { document } = this;
    const known = [...found.shared, ...(found.operation.parameters ?? [])].map((each) => resolved(document, each));
    const names = [...found.template.matchAll(/\{([^}]+)\}/g)].map((match) => match[1]);
    const values = found.pattern.exec(exchange.restPath).slice(1).map(decodeURIComponent);
    names.forEach((name, i) => {
      const parameter = known.find((each) => each.in === "path" && each.name === name);
      if (!parameter) complaints.push(`path parameter ${name} is not described`);
      else complaints.push(...this.complaints(`${found.method} ${found.template} path ${name}`, parameter.schema,
        typed(values[i], parameter.schema, document), `path parameter ${name}`));
    });
    for (const [name, text] of Object.entries(exchange.query)) {
      const parameter = known.find((each) => each.in === "query" && each.name === name);
      if (!parameter) complaints.push(`query parameter ${name} is not described`);
      else complaints.push(...this.complaints(`${found.method} ${found.template} query ${name}`, parameter.schema,
        typed(text, parameter.schema, document), `query parameter ${name}`));
    }
    for (const parameter of known)
      if (parameter.in === "query" && parameter.required && !(parameter.name in exchange.query))
        complaints.push(`query parameter ${parameter.name} is missing`);
    return complaints;
  }

  request(found, exchange) {
    const complaints = this.parameters(found, exchange);
    const described = resolved(this.document, found.operation.requestBody);
    const body = exchange.requestBody;
    const key = `${found.method} ${found.template}`;
    if (!described) {
      if (body !== null) complaints.push("a body is sent where none is described");
    } else if (body === null) {
      if (described.required) complaints.push("the body is missing");
    } else {
      const media = described.content["application/json"];
      if (!/^application\/json/.test(exchange.requestHeaders["content-type"] ?? ""))
        complaints.push(`the body's type is ${exchange.requestHeaders["content-type"]}`);
      if (media) complaints.push(...this.complaints(`${key} body`, media.schema, body, "request body"));
    }
    return complaints;
  }

  response(found, exchange) {
    const { status } = exchange;
    let body = exchange.responseBody;
    if (status >= 400 && body?.status === String(status)) {
      const { status: _, ...rest } = body;
      body = rest;
    }
    const type = (exchange.responseHeaders["content-type"] ?? "").split(";")[0];
    const raw = /application\/vnd\.github\.(\w+\.)?raw/.test(exchange.requestHeaders.accept ?? "");
    const described = resolved(this.document, found.operation.responses[String(status)]);
    const key = `${found.method} ${found.template} ${status}`;
    const errorSchema = { $ref: "#/components/schemas/basic-error" };
    if (!described) {
      if (!exceptions.anywhere.has(status)) return [`status ${status} is not described`];
      if (status >= 502 && type === "text/html") return []; // a gateway's own page
      return this.complaints("basic-error", errorSchema, body, "error body");
    }
    if (exchange.method === "HEAD") return [];
    if (status === 304 || status === 204) return body === null ? [] : [`a body comes with ${status}`];
    if (raw && status === 200) return type === "application/vnd.github.raw+json" ? [] : [`raw was asked for, ${type} came`];
    if (!described.content && status >= 400 && body !== null) return this.complaints("basic-error", errorSchema, body, "error body");
    if (!described.content) return body === null || JSON.stringify(body) === "{}" ? [] : ["a body comes where none is described"];
    const media = described.content[type] ?? (type === "application/json" ? Object.values(described.content)[0] : undefined);
    if (!media) return status >= 502 && type === "text/html" ? [] : [`type ${type} is not described`];
    return this.complaints(key, media.schema, body, "answer");
  }

  /** Complaints about an exchange; `restPath` is without /api/v3. `parts`: "request", "response" or both. */
  judge(exchange, parts = ["request", "response"]) {
    const cloudOnly = this.isEnterprise && exceptions.cloudOnly.find((one) => one.fits(exchange));
    if (cloudOnly) {
      cloudOnly.needed = true;
      return [];
    }
    const method = exchange.method === "HEAD" ? "get" : exchange.method.toLowerCase();
    const found = this.operations.find((each) => each.method === method && each.pattern.test(exchange.restPath));
    if (!found) return [`${this.name}: there is no ${exchange.method} ${exchange.restPath}`];
    const operation = `${exchange.method} ${found.template}`;
    if (exchange.isOwn) this.used.add(operation);
    const complaints = [];
    if (parts.includes("request")) complaints.push(...this.request(found, exchange));
    if (parts.includes("response") && exchange.status !== null) complaints.push(...this.response(found, exchange));
    return complaints
      .filter((text) => !this.excused(`${operation}: ${text}`))
      .map((text) => `${this.name}: ${operation} → ${exchange.status}: ${text}`);
  }
}
