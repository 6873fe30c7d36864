import { Ajv2020 } from "ajv/dist/2020.js";
import { isDescription, resources } from "../generate/resources.ts";
import type { Schema, Version } from "../generate/spec.ts";
import { breakEach } from "./break.ts";
import type { SchemaCase } from "./cases.ts";
import { schemasOf } from "./compiled.ts";

/** A document in which one constraint was broken. */
export interface BrokenDocument {
  readonly version: Version;
  readonly document: string;
  /** `<schema>#/<path>`, with `:<key>` for a key that was taken away. */
  readonly constraint: string;
  readonly value: unknown;
}

/** For every schema and every constraint that a good case of it meets, one document with that constraint broken. */
export function brokenDocuments(cases: readonly SchemaCase[]): BrokenDocument[] {
  const ajv = new Ajv2020({ strict: false });
  const compiled = new Map<Schema, (value: unknown) => boolean>();
  const holds = (schema: Schema, value: unknown): boolean => {
    const run =
      compiled.get(schema) ?? (ajv.compile(schema as object) as (value: unknown) => boolean);
    compiled.set(schema, run);
    return run(value);
  };
  const found = new Map<string, BrokenDocument>();
  for (const { version, document, value, valid } of cases) {
    if (!valid || document === "trace-event") continue;
    for (const each of breakEach(document, value, tableOf(version), holds)) {
      const key = `${version} ${document} ${each.constraint}`;
      if (!found.has(key)) found.set(key, { ...each, version, document });
    }
  }
  return [...found.values()];
}

const tables = new Map<Version, Map<string, Schema>>();

/** Every schema of a version with plain names in its references. */
export function tableOf(version: Version): Map<string, Schema> {
  const table = tables.get(version) ?? resources(schemasOf(version), (key) => !isDescription(key));
  tables.set(version, table);
  return table;
}
