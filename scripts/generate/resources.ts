import type { Schema } from "./spec.ts";

/**
 * A set of schemas as separate resources: each `#/$defs/…` becomes one of its own, called `<file>/$defs/<name>`, and
 * each `$ref` the plain name of what it refers to. `keep` tells which keywords to keep.
 */
export function resources(
  schemas: ReadonlyMap<string, Schema>,
  keep: (keyword: string) => boolean,
): Map<string, Schema> {
  const result = new Map<string, Schema>();
  for (const [name, schema] of schemas) {
    const convert = (part: Schema): Schema => {
      const copy: Record<string, unknown> = {};
      for (const [key, value] of Object.entries(part)) {
        if (key === "$ref") copy[key] = resourceName(value as string, name);
        else if (key !== "$defs" && keep(key)) copy[key] = mapSubschemas(key, value, convert);
      }
      return copy as Schema;
    };
    for (const [key, part] of Object.entries(schema.$defs ?? {}))
      result.set(`${name}/$defs/${key}`, convert(part));
    result.set(name, convert(schema));
  }
  for (const schema of result.values()) {
    visit(schema, (part) => {
      if (part.$ref !== undefined && !result.has(part.$ref))
        throw new Error(`nothing is called ${part.$ref}`);
    });
  }
  return result;
}

function resourceName(ref: string, file: string): string {
  return ref.startsWith("#/")
    ? `${file}${ref.slice(1)}`
    : ref.replace(/^urn:flow-run-bundle:((?:[0-9.]+|conformance):)?/, "");
}

/** True for keys that say something about a schema and assert nothing; `x-` keys are not among them. */
export function isDescription(keyword: string): boolean {
  return ["$schema", "$id", "title", "description"].includes(keyword);
}

/** Calls the function with the schema and everything inside it, outermost first. */
export function visit(
  schema: Schema,
  see: (schema: Schema, path: readonly string[]) => void,
  path: readonly string[] = [],
): void {
  see(schema, path);
  for (const [keyword, value] of Object.entries(schema)) {
    if (mapKeywords.has(keyword)) {
      for (const [key, part] of Object.entries(value as Record<string, Schema>))
        visit(part, see, [...path, keyword, key]);
    } else if (listKeywords.has(keyword)) {
      (value as Schema[]).forEach((part, index) =>
        visit(part, see, [...path, keyword, String(index)]),
      );
    } else if (schemaKeywords.has(keyword) && typeof value === "object") {
      visit(value as Schema, see, [...path, keyword]);
    }
  }
}

/** Applies a function to each schema in the value of a keyword; other values stay as they are. */
export function mapSubschemas(
  keyword: string,
  value: unknown,
  map: (schema: Schema) => Schema,
): unknown {
  if (mapKeywords.has(keyword)) {
    return Object.fromEntries(
      Object.entries(value as Record<string, Schema>).map(([key, part]) => [key, map(part)]),
    );
  }
  if (listKeywords.has(keyword)) return (value as Schema[]).map(map);
  return schemaKeywords.has(keyword) && typeof value === "object" ? map(value as Schema) : value;
}

const mapKeywords = new Set(["properties", "$defs"]);
const listKeywords = new Set(["allOf", "anyOf", "oneOf"]);
const schemaKeywords = new Set(["additionalProperties", "items", "not", "if", "then", "else"]);
