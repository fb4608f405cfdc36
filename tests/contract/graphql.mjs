// SPDX-License-Identifier: GPL-3.0-or-later
// Judges one GraphQL exchange by GitHub's official schema: the document, its variables, and the answer's shape against
// what the document selects.
import * as exceptions from "./exceptions.mjs";
import { graphqlSchemaText, require } from "./packages.mjs";

const {
  buildSchema, getNamedType, getVariableValues, isAbstractType, isEnumType, isLeafType, isListType, isNonNullType,
  isObjectType, Kind, parse, SchemaMetaFieldDef, typeFromAST, TypeMetaFieldDef, validate, valueFromAST, isInputObjectType,
} = require("graphql");

// Patterns of GitHub's own scalars; the schema only names them.
const dateTime = (value) => typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value);
const text = (value) => typeof value === "string";
const scalars = {
  Base64String: (value) => text(value) && /^[A-Za-z0-9+/\n]*={0,2}\n?$/.test(value),
  BigInt: (value) => text(value) && /^-?\d+$/.test(value),
  Boolean: (value) => typeof value === "boolean",
  Date: (value) => text(value) && /^\d{4}-\d\d-\d\d$/.test(value),
  DateTime: dateTime,
  Float: (value) => typeof value === "number",
  GitObjectID: (value) => text(value) && /^[0-9a-f]{40}$/.test(value),
  GitRefname: text,
  GitSSHRemote: text,
  GitTimestamp: (value) => text(value) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(value),
  HTML: text,
  ID: text,
  Int: (value) => Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31,
  PreciseDateTime: (value) => text(value) && !Number.isNaN(Date.parse(value)),
  String: text,
  URI: (value) => { try { return text(value) && new URL(value).href !== ""; } catch { return false; } },
  X509Certificate: text,
};

export class GraphqlJudge {
  constructor() {
    this.schema = buildSchema(graphqlSchemaText(), { assumeValid: true });
    this.documents = new Map(); // text → {ast, complaints}
    this.used = new Set();
  }

  document(source) {
    if (!this.documents.has(source)) {
      let ast = null;
      let complaints;
      try {
        ast = parse(source);
        complaints = validate(this.schema, ast).map((error) => `document: ${error.message}`);
      } catch (error) {
        complaints = [`document: ${error.message}`];
      }
      this.documents.set(source, { ast, complaints });
    }
    return this.documents.get(source);
  }

  request(exchange) {
    const body = exchange.requestBody;
    if (typeof body !== "object" || body === null || typeof body.query !== "string") return ["the body holds no query"];
    const complaints = Object.keys(body).filter((key) => !["query", "variables", "operationName"].includes(key))
      .map((key) => `the body holds "${key}", which no server knows`);
    if (!/^application\/json/.test(exchange.requestHeaders["content-type"] ?? ""))
      complaints.push(`the body's type is ${exchange.requestHeaders["content-type"]}`);
    const { ast, complaints: about } = this.document(body.query);
    complaints.push(...about);
    const operation = ast && this.operationOf(ast, body.operationName);
    if (ast && !operation) complaints.push("there is no such operation in the document");
    if (!operation || complaints.length) return complaints;
    for (const selection of operation.selectionSet.selections)
      if (exchange.isOwn && selection.kind === Kind.FIELD) this.used.add(`${operation.operation} ${selection.name.value}`);
    const given = body.variables ?? {};
    const { errors } = getVariableValues(this.schema, operation.variableDefinitions ?? [], given);
    complaints.push(...(errors ?? []).map((error) => `variables: ${error.message}`));
    const declared = new Map((operation.variableDefinitions ?? []).map((each) => [each.variable.name.value, each]));
    for (const [name, value] of Object.entries(given)) {
      if (!declared.has(name)) complaints.push(`variable ${name} is given and not declared`);
      else complaints.push(...this.inputScalars(typeFromAST(this.schema, declared.get(name).type), value, `variable ${name}`));
    }
    return complaints;
  }

  /** Values of scalars that coercion lets pass, because the schema only names them. */
  inputScalars(type, value, where) {
    if (value === null || value === undefined) return [];
    if (isNonNullType(type)) return this.inputScalars(type.ofType, value, where);
    if (isListType(type))
      return (Array.isArray(value) ? value : [value]).flatMap((each, i) => this.inputScalars(type.ofType, each, `${where}[${i}]`));
    if (isInputObjectType(type))
      return Object.entries(value).flatMap(([name, each]) =>
        type.getFields()[name] ? this.inputScalars(type.getFields()[name].type, each, `${where}.${name}`) : []);
    if (isEnumType(type)) return [];
    const check = scalars[type.name];
    return !check || check(value) ? [] : [`${where}: ${JSON.stringify(value).slice(0, 80)} is no ${type.name}`];
  }

  operationOf(ast, name) {
    const operations = ast.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
    return name ? operations.find((each) => each.name?.value === name) : operations.length === 1 ? operations[0] : null;
  }

  response(exchange) {
    const { responseBody: answer, status } = exchange;
    const type = (exchange.responseHeaders["content-type"] ?? "").split(";")[0];
    if (status !== 200) {
      if (status >= 502 && type === "text/html") return [];
      return typeof answer?.message === "string" ? [] : [`status ${status} without a message`];
    }
    if (type !== "application/json") return [`type ${type}`];
    if (typeof answer !== "object" || answer === null) return ["the answer is no object"];
    const complaints = Object.keys(answer).filter((key) => !["data", "errors", "extensions"].includes(key))
      .map((key) => `the answer holds "${key}"`);
    complaints.push(...this.errors(answer));
    const { ast, complaints: bad } = this.document(exchange.requestBody?.query ?? "");
    if (!ast || bad.length) return complaints;
    if (!("data" in answer)) return answer.errors ? complaints : [...complaints, "neither data nor errors"];
    if (answer.data === null) return complaints;
    const operation = this.operationOf(ast, exchange.requestBody.operationName);
    const given = getVariableValues(this.schema, operation.variableDefinitions ?? [], exchange.requestBody.variables ?? {});
    const context = {
      fragments: new Map(ast.definitions.filter((each) => each.kind === Kind.FRAGMENT_DEFINITION).map((each) => [each.name.value, each])),
      variables: given.coerced ?? {},
      errors: answer.errors ?? [],
    };
    const root = operation.operation === "mutation" ? this.schema.getMutationType() : this.schema.getQueryType();
    complaints.push(...this.object(root, [operation.selectionSet], answer.data, [], context));
    return complaints;
  }

  errors({ errors, data }) {
    if (errors === undefined) return [];
    if (!Array.isArray(errors) || !errors.length) return ["errors is no list of errors"];
    return errors.flatMap((error, i) => {
      const at = `errors[${i}]`;
      const complaints = [];
      if (typeof error.message !== "string" || !error.message) complaints.push(`${at} has no message`);
      if (error.type !== undefined && !/^[A-Z_]+$/.test(error.type)) complaints.push(`${at}.type is ${error.type}`);
      for (const { line, column } of error.locations ?? [])
        if (!(line >= 1 && column >= 1)) complaints.push(`${at} has a bad location`);
      if (error.path !== undefined) {
        if (!Array.isArray(error.path) || error.path.some((part) => typeof part !== "string" && !Number.isInteger(part)))
          complaints.push(`${at}.path is ${JSON.stringify(error.path)}`);
        else if (data && error.type) {
          // What an error is about is null in the data, itself or something around it. A payload that holds nothing but
          // nulls is one, too: so createPullRequest was seen to refuse.
          let value = data;
          for (const part of error.path) value = value === null || value === undefined ? value : value[part];
          const isNothing = value === null || value === undefined
            || (typeof value === "object" && Object.values(value).every((one) => one === null));
          if (!isNothing) complaints.push(`${at} is about ${error.path.join(".")}, which has a value`);
        }
      }
      for (const key of Object.keys(error))
        if (!["message", "type", "path", "locations", "extensions", "code"].includes(key)) complaints.push(`${at} holds "${key}"`);
      return complaints;
    });
  }

  isIncluded(node, variables) {
    return (node.directives ?? []).every(({ name, arguments: given }) => {
      const value = given?.find((each) => each.name.value === "if")?.value;
      const on = value?.kind === Kind.VARIABLE ? variables[value.name.value] : value?.value;
      return name.value === "skip" ? !on : name.value === "include" ? on : true;
    });
  }

  /** Response name → field nodes, for a value of `type`. */
  collect(type, sets, context, into = new Map()) {
    for (const set of sets)
      for (const node of set.selections) {
        if (!this.isIncluded(node, context.variables)) continue;
        if (node.kind === Kind.FIELD) {
          const name = node.alias?.value ?? node.name.value;
          into.set(name, [...(into.get(name) ?? []), node]);
          continue;
        }
        const fragment = node.kind === Kind.FRAGMENT_SPREAD ? context.fragments.get(node.name.value) : node;
        const condition = fragment.typeCondition && this.schema.getType(fragment.typeCondition.name.value);
        if (!condition || condition === type || (isAbstractType(condition) && this.schema.isSubType(condition, type)))
          this.collect(type, [fragment.selectionSet], context, into);
      }
    return into;
  }

  object(type, sets, value, path, context) {
    const at = path.join(".") || "data";
    if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${at} is no object`];
    if (!isObjectType(type)) {
      // What it is, only __typename tells; without it, any type that explains the answer will do.
      const possible = this.schema.getPossibleTypes(type)
        .filter((each) => value.__typename === undefined || value.__typename === each.name);
      const keys = Object.keys(value).sort().join();
      const fitting = possible.filter((each) => [...this.collect(each, sets, context).keys()].sort().join() === keys);
      const tries = (fitting.length ? fitting : possible).map((each) => this.object(each, sets, value, path, context));
      if (!tries.length) return [`${at}: __typename ${value.__typename} is no ${type.name}`];
      return tries.reduce((best, each) => (each.length < best.length ? each : best));
    }
    const wanted = this.collect(type, sets, context);
    const complaints = Object.keys(value).filter((name) => !wanted.has(name)).map((name) => `${at}.${name} was not asked for`);
    for (const [name, nodes] of wanted) {
      const here = [...path, name];
      if (!(name in value)) {
        complaints.push(`${here.join(".")} is missing`);
        continue;
      }
      const field = nodes[0].name.value;
      if (field === "__typename") {
        if (value[name] !== type.name) complaints.push(`${here.join(".")} is ${value[name]}, not ${type.name}`);
        continue;
      }
      const meta = type === this.schema.getQueryType() ? { __schema: SchemaMetaFieldDef, __type: TypeMetaFieldDef }[field] : undefined;
      const declared = (meta ?? type.getFields()[field]).type;
      complaints.push(...this.value(declared, nodes, value[name], here, context, `${type.name}.${field}`));
    }
    return complaints;
  }

  value(type, nodes, value, path, context, field) {
    const at = path.join(".");
    if (isNonNullType(type))
      return value === null ? [`${at} is null, which ${field} never is`] : this.value(type.ofType, nodes, value, path, context, field);
    if (value === null) return [];
    if (isListType(type)) {
      if (!Array.isArray(value)) return [`${at} is no list`];
      return value.flatMap((each, i) => this.value(type.ofType, nodes, each, [...path, i], context, field));
    }
    const named = getNamedType(type);
    if (isLeafType(named)) {
      if (isEnumType(named))
        return named.getValue(value) ? [] : [`${at} is ${JSON.stringify(value)}, which is no ${named.name}`];
      const check = scalars[named.name];
      if (!check) return [`${at}: nothing is known of scalar ${named.name}`];
      if (check(value)) return [];
      const excuse = exceptions.graphqlValues.find((one) => one.field === field && one.allows(value));
      if (excuse) {
        excuse.needed = true;
        return [];
      }
      return [`${at} (${field}) is ${JSON.stringify(value).slice(0, 80)}, which is no ${named.name}`];
    }
    return this.object(named, nodes.map((node) => node.selectionSet), value, path, context);
  }

  judge(exchange, parts = ["request", "response"]) {
    const complaints = parts.includes("request") ? this.request(exchange) : [];
    if (parts.includes("response") && exchange.status !== null) complaints.push(...this.response(exchange));
    return complaints.map((text) => `GraphQL ${exchange.operation ?? ""}: ${text}`);
  }
}
