// SPDX-License-Identifier: GPL-3.0-or-later
// OpenAPI 3.0 schemas as JSON Schema 2019-09, closed: a member that is not described is an error.
//
// GitHub's descriptions leave objects open, because GitHub adds members as it likes and clients must bear that. Here it
// would let two mistakes pass: a member that the client sends and GitHub does not know (which it mostly refuses), and a
// member that only the sandbox answers with, so that what reads it would work nowhere else.

/** Follows $ref within the document. */
export function resolved(document, schema) {
  let found = schema;
  while (found?.$ref)
    found = found.$ref.slice(2).split("/").reduce((at, key) => at[key.replaceAll("~1", "/").replaceAll("~0", "~")], document);
  return found;
}

const combined = (schema) => [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? [])];

/** Whether a schema says which members there are; one that does not ("an object") lets all pass. */
function namesMembers(document, schema, depth = 0) {
  const target = resolved(document, schema);
  if (!target || depth > 20 || target.additionalProperties !== undefined) return false;
  return target.properties !== undefined || combined(target).some((each) => namesMembers(document, each, depth + 1));
}

/**
 * A copy of the document whose schemas are closed wherever a value of their own stands: at the root of a body, in a
 * member, in a list's item; not within allOf, anyOf and oneOf, whose branches describe one value together.
 */
export function closedDocument(document) {
  const isSchemaHolder = new Set(["properties", "patternProperties"]);
  const convert = (schema, isWhole) => {
    if (typeof schema !== "object" || schema === null) return schema;
    const copy = {};
    for (const [key, value] of Object.entries(schema)) {
      if (isSchemaHolder.has(key))
        copy[key] = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, convert(each, true)]));
      else if (key === "items" || key === "additionalProperties") copy[key] = convert(value, true);
      else if (key === "allOf" || key === "anyOf" || key === "oneOf")
        copy[key] = value.map((each) => convert(each, false));
      else if (key === "not") copy[key] = value;
      else if (!["example", "examples", "description", "externalDocs", "deprecated", "xml", "discriminator"].includes(key))
        copy[key] = value;
    }
    if (copy.nullable && copy.type === undefined) {
      // "nullable" without a type: GitHub means that null is allowed too.
      delete copy.nullable;
      const { description, ...rest } = copy;
      const either = { anyOf: [{ type: "null" }, rest] };
      if (isWhole && namesMembers(document, schema)) either.unevaluatedProperties = false;
      return either;
    }
    if (isWhole && namesMembers(document, schema)) copy.unevaluatedProperties = false;
    return copy;
  };
  return {
    components: {
      schemas: Object.fromEntries(
        Object.entries(document.components.schemas).map(([name, schema]) => [name, convert(schema, false)]),
      ),
    },
    close: (schema) => convert(schema, true),
  };
}
