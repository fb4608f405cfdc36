// SPDX-License-Identifier: GPL-3.0-or-later
// What of an OpenAPI description a client has not used: operations by path and method, members of their bodies, and
// parameters.

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/** `called`: "GET /path/{part}" → {members, parameters}, each a Set of names. */
export function uncovered(description, called) {
  const complaints = [];
  for (const [path, item] of Object.entries(description.paths)) {
    for (const method of methods.filter((each) => item[each])) {
      const name = `${method.toUpperCase()} ${path}`;
      const use = called.get(name);
      if (!use) {
        complaints.push(`${name} was never called`);
        continue;
      }
      for (const member of membersOf(description, item[method]))
        if (!use.members.has(member)) complaints.push(`${name}: "${member}" was never sent`);
      for (const parameter of item[method].parameters ?? [])
        if (!use.parameters.has(resolve(description, parameter).name))
          complaints.push(`${name}: the parameter "${resolve(description, parameter).name}" was never sent`);
    }
  }
  return complaints;
}

function resolve(description, value) {
  if (!value?.$ref) return value;
  return value.$ref.slice(2).split("/").reduce((at, part) => at[part.replaceAll("~1", "/").replaceAll("~0", "~")], description);
}

/** Those that the description names; what a body may hold beside them is anybody's. */
function membersOf(description, operation) {
  const body = resolve(description, operation.requestBody);
  const schema = resolve(description, body?.content?.["application/json"]?.schema);
  return Object.keys(schema?.properties ?? {});
}
