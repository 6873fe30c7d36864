import { join } from "node:path";
import {
  type GeneratedFile,
  header,
  readEvents,
  readSchema,
  readSchemas,
  type Schema,
} from "./spec.ts";

/** Constants that stand in the schemas: identifiers, paths, event types and their scopes. */
export function generateConstants(spec: string): GeneratedFile {
  const schemas = readSchemas(spec, "1.1");
  const at = (schema: string | Schema, ...path: string[]) => {
    let found = typeof schema === "string" ? (schemas.get(schema) as Schema) : schema;
    for (const key of path) found = found.properties?.[key] as Schema;
    return found;
  };
  const older = readEvents(readSchemas(spec, "1.0")).map(({ type }) => type);
  const events = readEvents(schemas);
  const root = (name: string) => readSchema(join(spec, `${name}.schema.json`));
  const constants = {
    bundleSchema: at("manifest", "schema").const,
    traceSchema: at("manifest", "traceSchema").const,
    flowSchema: at("flow", "schema").const,
    sessionSchema: at("session-record", "schema").const,
    viewModelSchema: at(root("view-model"), "schema").const,
    reportSchema: at(root("report"), "schema").const,
  };
  const paths = Object.fromEntries(
    Object.entries(at("manifest", "paths").properties ?? {}).flatMap(([key, part]) =>
      part.const === undefined ? [] : [[key, part.const]],
    ),
  );
  return {
    path: "packages/schema/src/generated/constants.ts",
    text: `${header("spec/")}
/** Identifiers that documents carry in \`schema\` and \`traceSchema\`. */
export const constants = ${json(constants)} as const;

/** Paths in every bundle: the values of \`paths\` in the manifest. */
export const paths = ${json({ manifest: "manifest.json", ...paths })} as const;

/** Event types that each version knows, in the order of the specification. */
export const eventTypes = ${json({ "1.0": older, "1.1": events.map(({ type }) => type) })} as const;

/** The scope of each event type. */
export const eventScopes = ${json(Object.fromEntries(events.map(({ type, scope }) => [type, scope])))} as const;

/** Run statuses, outcomes of attempts, and the statuses that end a run. */
export const runStatuses = ${json(at("manifest", "status").enum)} as const;
export const outcomes = ${json(at("event:node-outcome", "payload", "outcome").enum)} as const;
`,
  };
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
