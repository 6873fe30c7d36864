import type { Schema } from "./spec.ts";

/** Every constraint of a schema, except those that only state a condition: `<schema>#/<path>`, with `:<key>` for keys. */
export function constraintsOf(resource: string, schema: Schema): string[] {
  const found: string[] = [];
  const walk = (part: Schema, path: string): void => {
    for (const keyword of ["type", "const", "enum", "pattern", "minLength", "minimum", "not"] as const) {
      if (part[keyword] !== undefined) found.push(`${resource}#${path}/${keyword}`);
    }
    for (const key of part.required ?? []) found.push(`${resource}#${path}/required:${key}`);
    for (const [key, inner] of Object.entries(part.properties ?? {})) walk(inner, `${path}/properties/${key}`);
    part.allOf?.forEach((inner, index) => walk(inner, `${path}/allOf/${index}`));
    for (const keyword of ["additionalProperties", "items", "then", "else"] as const) {
      const inner = part[keyword];
      if (typeof inner === "object") walk(inner, `${path}/${keyword}`);
    }
  };
  walk(schema, "");
  return found;
}
