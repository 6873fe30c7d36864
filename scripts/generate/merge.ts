import type { Schema } from "./spec.ts";

/**
 * One schema for both versions, for types: keys are required where both versions require them, and lists of values
 * hold what either allows. `older` may be absent.
 */
export function merge(newer: Schema, older: Schema | undefined): Schema {
  if (older === undefined) return newer;
  const result: Schema = { ...newer };
  const required = requiredKeys(newer).filter((key) => requiredKeys(older).includes(key));
  delete result.required;
  if (required.length > 0) result.required = required;
  if (newer.allOf !== undefined)
    result.allOf = newer.allOf.map(({ required: _keys, ...part }) => part);
  if (newer.properties !== undefined) {
    result.properties = Object.fromEntries(
      Object.entries(newer.properties).map(([key, part]) => [
        key,
        merge(part, older.properties?.[key]),
      ]),
    );
  }
  if (newer.items !== undefined) result.items = merge(newer.items, older.items);
  if (
    typeof newer.additionalProperties === "object" &&
    typeof older.additionalProperties === "object"
  ) {
    result.additionalProperties = merge(newer.additionalProperties, older.additionalProperties);
  }
  if (newer.$defs !== undefined) {
    result.$defs = Object.fromEntries(
      Object.entries(newer.$defs).map(([key, part]) => [key, merge(part, older.$defs?.[key])]),
    );
  }
  const values = [...new Set([...valuesOf(newer), ...valuesOf(older)])];
  if (values.length > 1) {
    delete result.const;
    result.enum = values;
  }
  return result;
}

/** Keys that a schema requires, itself or unconditionally in `allOf`. */
export function requiredKeys(schema: Schema): string[] {
  return [schema, ...(schema.allOf ?? [])].flatMap((part) => part.required ?? []);
}

function valuesOf(schema: Schema): unknown[] {
  return schema.const === undefined ? (schema.enum ?? []) : [schema.const];
}
