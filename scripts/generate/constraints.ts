import type { Schema } from "./spec.ts";

/** One constraint of a schema: the path to its keyword, such as `properties/at/pattern`, and the key if it asks for one. */
export interface SchemaConstraint {
  readonly path: string;
  readonly missing?: string;
}

const valueKeywords = ["type", "const", "enum", "pattern", "minLength", "minimum", "not"] as const;
const innerKeywords = ["additionalProperties", "items", "then", "else"] as const;

/** Every constraint of a schema, except those that only state a condition. */
export function constraintsOf(schema: Schema, path = ""): SchemaConstraint[] {
  const inner = (part: Schema, ...steps: (string | number)[]) =>
    constraintsOf(part, `${path}${steps.join("/")}/`);
  return [
    ...valueKeywords
      .filter((keyword) => schema[keyword] !== undefined)
      .map((keyword) => ({ path: `${path}${keyword}` })),
    ...(schema.required ?? []).map((missing) => ({ path: `${path}required`, missing })),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, part]) =>
      inner(part, "properties", key),
    ),
    ...(schema.allOf ?? []).flatMap((part, index) => inner(part, "allOf", index)),
    ...innerKeywords.flatMap((keyword) => {
      const part = schema[keyword];
      return typeof part === "object" ? inner(part, keyword) : [];
    }),
  ];
}

/** A constraint as a text: `<schema>#/<path>`, with `:<key>` for a key that is asked for. */
export function constraintName(schema: string, { path, missing }: SchemaConstraint): string {
  return `${schema}#/${path}${missing === undefined ? "" : `:${missing}`}`;
}
