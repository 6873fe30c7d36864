import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Folder of the repository. */
export const root = fileURLToPath(new URL("../../", import.meta.url));

/** Minor versions that have a folder of schemas, oldest first. */
export const versions = ["1.0", "1.1"] as const;
export type Version = (typeof versions)[number];

/** One JSON Schema object, as far as the generators look at it. */
export interface Schema {
  $schema?: string;
  $id?: string;
  $ref?: string;
  $defs?: Record<string, Schema>;
  title?: string;
  description?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  required?: string[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  pattern?: string;
  minLength?: number;
  minimum?: number;
  not?: Schema;
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  if?: Schema;
  then?: Schema;
  else?: Schema;
  tsType?: string;
  "x-rule"?: string | Record<string, string | Record<string, string>>;
  "x-instead"?: string;
  "x-expected"?: string;
}

/** A file that a generator makes; `path` is relative to the repository. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** Where the generators find the specification and put what they make. */
export interface Paths {
  readonly spec: string;
}

/** Every schema of a version by the end of its `$id`: `manifest`, `event:node-outcome`, … */
export function readSchemas(spec: string, version: Version): Map<string, Schema> {
  const prefix = `urn:flow-run-bundle:${version}:`;
  const schemas = new Map<string, Schema>();
  for (const path of schemaFiles(join(spec, version))) {
    const schema = readSchema(path);
    if (!schema.$id?.startsWith(prefix)) {
      throw new Error(`${path}: expected an $id that starts with ${prefix}, found ${schema.$id}`);
    }
    schemas.set(schema.$id.slice(prefix.length), schema);
  }
  return new Map([...schemas].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** One schema file. */
export function readSchema(path: string): Schema {
  return JSON.parse(readFileSync(path, "utf8")) as Schema;
}

function schemaFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".schema.json") && name !== "bundled.schema.json")
    .toSorted()
    .map((name) => join(folder, name));
}

/** Event types of a version with their scopes, in the order of `trace-event.schema.json`. */
export function readEvents(
  schemas: ReadonlyMap<string, Schema>,
): { type: string; scope: string; name: string }[] {
  return (schemas.get("trace-event")?.allOf ?? []).map((branch) => {
    const name = (branch.then?.$ref ?? "").replace(/^.*:event:/, "");
    const event = schemas.get(`event:${name}`);
    const type = event?.properties?.["type"]?.const;
    const scope = event?.properties?.["scope"]?.const;
    if (typeof type !== "string" || typeof scope !== "string") {
      throw new Error(`event ${name}: expected constants for type and scope`);
    }
    return { type, scope, name };
  });
}

/** Header of generated modules. */
export function header(source: string): string {
  return `// Generated from ${source} by \`pnpm generate\`. Do not edit.\n`;
}
