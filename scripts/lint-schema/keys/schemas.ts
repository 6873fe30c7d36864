import { isDeclaredWrong } from "../compatibility/schema.ts";
import { isObject, listFiles, readJson } from "../../lib/files.ts";
import type { OwnKey } from "./key.ts";

/** Keys of the session record are those of the Agent Client Protocol and of its client. */
const foreign = /\/(session-record|bundled)\.schema\.json$/;

/** Keywords whose value maps names to subschemas; the names of `properties` are keys of documents. */
const maps = new Set(["properties", "patternProperties", "$defs", "dependentSchemas"]);

/**
 * The properties that schemas declare or require, except those that they declare to be wrong (`"not": {}`). `place` is
 * a JSON Pointer.
 */
export function schemaKeys(root: string): OwnKey[] {
  const keys: OwnKey[] = [];
  for (const file of listFiles(root, "spec", "**/*.schema.json")) {
    if (!foreign.test(file)) visit(readJson(root, file), "", file, keys);
  }
  return keys;
}

function visit(schema: unknown, pointer: string, file: string, keys: OwnKey[]): void {
  if (Array.isArray(schema)) {
    schema.forEach((entry, index) => visit(entry, `${pointer}/${index}`, file, keys));
    return;
  }
  if (!isObject(schema)) return;
  for (const [keyword, value] of Object.entries(schema)) {
    const place = `${pointer}/${keyword}`;
    if (keyword === "required" && Array.isArray(value)) {
      value.forEach((key, index) =>
        keys.push({ key: String(key), file, place: `${place}/${index}` }),
      );
    } else if (maps.has(keyword) && isObject(value)) {
      for (const [name, inner] of Object.entries(value)) {
        if (keyword === "properties") {
          if (isDeclaredWrong(inner)) continue;
          keys.push({ key: name, file, place: `${place}/${name}` });
        }
        visit(inner, `${place}/${name}`, file, keys);
      }
    } else if (!["const", "enum", "default", "examples", "x-rule"].includes(keyword)) {
      visit(value, place, file, keys);
    }
  }
}
