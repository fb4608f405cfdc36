// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the sandbox's GraphQL schema is a part of GitHub's: every type, field, argument, enum value, interface and
// union member is GitHub's own, of the very same type and with the same default.
//
//   subset.mjs SUBSET.graphql
import { readFileSync } from "node:fs";
import { graphqlSchemaText, require } from "./packages.mjs";

const {
  buildSchema, isEnumType, isInputObjectType, isInterfaceType, isIntrospectionType, isObjectType, isRequiredArgument,
  isRequiredInputField, isScalarType, isSpecifiedScalarType, isUnionType,
} = require("graphql");

export function differences(subset, official) {
  const found = [];
  const kind = (type) => type.constructor.name;
  const compareArguments = (at, ours, theirs) => {
    for (const argument of ours) {
      const known = theirs.find((each) => each.name === argument.name);
      if (!known) found.push(`${at}(${argument.name}:) is not GitHub's`);
      else {
        if (String(known.type) !== String(argument.type))
          found.push(`${at}(${argument.name}:) is ${argument.type}; GitHub's is ${known.type}`);
        if (JSON.stringify(known.defaultValue) !== JSON.stringify(argument.defaultValue))
          found.push(`${at}(${argument.name}:) is ${JSON.stringify(argument.defaultValue)} by default; GitHub's ${JSON.stringify(known.defaultValue)}`);
      }
    }
    for (const argument of theirs)
      if (isRequiredArgument(argument) && !ours.some((each) => each.name === argument.name))
        found.push(`${at} lacks (${argument.name}:), which GitHub demands`);
  };
  for (const type of Object.values(subset.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    const known = official.getType(type.name);
    if (!known) {
      found.push(`type ${type.name} is not GitHub's`);
      continue;
    }
    if (kind(known) !== kind(type)) {
      found.push(`${type.name} is a ${kind(type)}; GitHub's is a ${kind(known)}`);
      continue;
    }
    if (isScalarType(type)) continue;
    if (isEnumType(type)) {
      for (const { name } of type.getValues()) if (!known.getValue(name)) found.push(`${type.name}.${name} is not GitHub's`);
    } else if (isUnionType(type)) {
      const members = known.getTypes().map((each) => each.name);
      for (const { name } of type.getTypes()) if (!members.includes(name)) found.push(`${name} is no ${type.name} at GitHub`);
    } else if (isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        const same = known.getFields()[field.name];
        if (!same) found.push(`${type.name}.${field.name} is not GitHub's`);
        else if (String(same.type) !== String(field.type))
          found.push(`${type.name}.${field.name} is ${field.type}; GitHub's is ${same.type}`);
        else if (JSON.stringify(same.defaultValue) !== JSON.stringify(field.defaultValue))
          found.push(`${type.name}.${field.name} has another default than GitHub's`);
      }
      for (const field of Object.values(known.getFields()))
        if (isRequiredInputField(field) && !type.getFields()[field.name])
          found.push(`${type.name} lacks ${field.name}, which GitHub demands`);
    } else if (isObjectType(type) || isInterfaceType(type)) {
      const interfaces = known.getInterfaces().map((each) => each.name);
      for (const { name } of type.getInterfaces())
        if (!interfaces.includes(name)) found.push(`${type.name} is no ${name} at GitHub`);
      for (const field of Object.values(type.getFields())) {
        const same = known.getFields()[field.name];
        if (!same) {
          found.push(`${type.name}.${field.name} is not GitHub's`);
          continue;
        }
        if (String(same.type) !== String(field.type))
          found.push(`${type.name}.${field.name} is ${field.type}; GitHub's is ${same.type}`);
        compareArguments(`${type.name}.${field.name}`, field.args, same.args);
      }
    }
  }
  return found;
}

if (process.argv[2]) {
  const subset = buildSchema(readFileSync(process.argv[2], "utf8"), { assumeValidSDL: true });
  const found = differences(subset, buildSchema(graphqlSchemaText(), { assumeValid: true }));
  for (const text of found) console.log(text);
  const types = Object.values(subset.getTypeMap()).filter((type) => !isIntrospectionType(type)).length;
  console.log(`${types} types, ${found.length} differences`);
  process.exitCode = found.length || types < 50 ? 1 : 0;
}
