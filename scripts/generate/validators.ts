import { Ajv2020 } from "ajv/dist/2020.js";
import standalone from "ajv/dist/standalone/index.js";
import { findConstraint, type SchemaTable } from "../../packages/schema/src/problems/table.ts";
import { constraintsOf } from "./constraints.ts";
import { isDescription, resources } from "./resources.ts";
import {
  type GeneratedFile,
  header,
  readEvents,
  readSchemas,
  type Schema,
  type Version,
  versions,
} from "./spec.ts";
import { tidy } from "./validator-code.ts";

/** Documents that have a compiled validator, by the names of their schemas. */
const documents = [
  "manifest",
  "flow",
  "run-projection",
  "live-projection",
  "steps-projection",
  "session-binding",
  "session-record",
  "session-event",
];

/** One module of compiled validators per version, with the table in which messages and rule ids are looked up. */
export function generateValidators(spec: string): GeneratedFile[] {
  return versions.map((version) => ({
    path: `packages/schema/src/generated/validators-${version}.ts`,
    text: compile(spec, version),
  }));
}

function compile(spec: string, version: Version): string {
  const schemas = readSchemas(spec, version);
  const events = readEvents(schemas);
  schemas.delete("trace-event");
  const code = ajvCode(
    resources(schemas, (key) => !isDescription(key) && !key.startsWith("x-")),
    "trace-event-envelope",
  );
  const table = Object.fromEntries(resources(schemas, (key) => !isDescription(key)));
  demandRules(table);
  const entries = (pairs: [string, string][]) =>
    pairs.map(([key, name]) => `  ${JSON.stringify(key)}: ${identifier(name)},\n`).join("");
  return [
    header(`spec/${version}`),
    "// @ts-nocheck\n",
    'import { mostProblems, type RawCheck, type SchemaTable } from "../problems/table.ts";\n',
    code,
    `\nexport const documents: { readonly [name: string]: RawCheck } = {\n${entries(documents.map((name) => [name, name]))}};\n`,
    `export const events: { readonly [type: string]: RawCheck } = {\n${entries(events.map(({ type, name }) => [type, `event:${name}`]))}};\n`,
    `export const envelope: RawCheck = ${identifier("trace-event-envelope")};\n`,
    `export const schemas = (): SchemaTable => (${JSON.stringify(table)});\n`,
  ].join("");
}

/** Throws for a constraint that no rule is named for. */
function demandRules(table: Readonly<Record<string, Schema>>): void {
  for (const [name, schema] of Object.entries(table)) {
    for (const { path, missing } of constraintsOf(schema)) {
      findConstraint(
        table as SchemaTable,
        missing === undefined ? ["", name, path] : ["", name, path, missing],
      );
    }
  }
}

/** The compiled functions of some resources; `copied` names one that gets a copy for each of its callers. */
export function ajvCode(parts: ReadonlyMap<string, object>, copied?: string): string {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    inlineRefs: false,
    messages: false,
    // Patterns are ASCII, and matching without the flag is faster.
    unicodeRegExp: false,
    code: { source: true, esm: true, lines: true },
  });
  // No schema asks for it, and it costs an object per conditional schema.
  ajv.opts.unevaluated = false;
  const uri = (name: string) => `urn:part:${identifier(name)}`;
  for (const [name, part] of parts) {
    ajv.addSchema(
      JSON.parse(JSON.stringify(part), (key, value) => (key === "$ref" ? uri(value) : value)),
      uri(name),
    );
  }
  const exported = Object.fromEntries(
    [...parts.keys()].map((name) => [identifier(name), uri(name)]),
  );
  const source = standalone.default(ajv, exported);
  const resourceOf = new Map(
    [...parts.keys()].map((name) => [functionName(source, identifier(name)), name]),
  );
  return tidy(
    source,
    resourceOf,
    copied === undefined ? undefined : functionName(source, identifier(copied)),
  );
}

function functionName(source: string, exported: string): string {
  const found = new RegExp(`export const ${exported} = (\\w+);`).exec(source)?.[1];
  if (found === undefined) throw new Error(`ajv exports no ${exported}`);
  return found;
}

/** The name that a resource's compiled function has. */
export function identifier(name: string): string {
  return name.replaceAll(/[^a-z0-9]+/gi, "_");
}
