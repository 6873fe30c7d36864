import type { Schema } from "../generate/spec.ts";
import { edit } from "./cases.ts";

/** A value that breaks one constraint. */
export interface Broken {
  /** The constraint: schema, path inside it, and the key where one is missing. */
  readonly constraint: string;
  readonly value: unknown;
}

/**
 * Breaks, one after the other, every constraint of a schema that a value of it meets. `holds` tells whether a part of
 * the value is valid against a schema without references; conditions are asked that way.
 */
export function breakEach(
  name: string,
  value: unknown,
  table: ReadonlyMap<string, Schema>,
  holds: (schema: Schema, part: unknown) => boolean,
): Broken[] {
  const found: Broken[] = [];
  const put = (
    constraint: string,
    pointer: string,
    change: (parent: Record<string, unknown>, key: string) => void,
  ) => {
    const holder = { value: structuredClone(value) };
    edit(holder, pointer, change);
    found.push({ constraint, value: holder.value });
  };

  const walk = (
    schema: Schema,
    resource: string,
    path: string,
    pointer: string,
    part: unknown,
  ): void => {
    const at = (keyword: string) => `${resource}#${path}/${keyword}`;
    for (const [keyword, wrong] of wrongValues(schema, part))
      put(at(keyword), pointer, (parent, key) => (parent[key] = wrong));
    if (schema.$ref !== undefined)
      walk(table.get(schema.$ref) as Schema, schema.$ref, "", pointer, part);
    schema.allOf?.forEach((each, index) =>
      walk(each, resource, `${path}/allOf/${index}`, pointer, part),
    );
    if (schema.if !== undefined) {
      const branch = holds(schema.if, part) ? "then" : "else";
      const chosen = schema[branch];
      if (chosen !== undefined) walk(chosen, resource, `${path}/${branch}`, pointer, part);
    }
    if (Array.isArray(part)) {
      const { items } = schema;
      if (items !== undefined)
        part.forEach((item, index) =>
          walk(items, resource, `${path}/items`, `${pointer}/${index}`, item),
        );
      return;
    }
    if (typeof part !== "object" || part === null) return;
    const object = part as Record<string, unknown>;
    for (const key of schema.required ?? []) {
      if (Object.hasOwn(object, key))
        put(`${at("required")}:${key}`, `${pointer}/${key}`, (parent, last) => delete parent[last]);
    }
    for (const [key, inner] of Object.entries(schema.properties ?? {})) {
      const inside = `${path}/properties/${key}`;
      if (inner.not !== undefined && Object.keys(inner.not).length === 0) {
        put(
          `${resource}#${inside}/not`,
          `${pointer}/${key}`,
          (parent, last) => (parent[last] = "x"),
        );
      } else if (Object.hasOwn(object, key)) {
        walk(inner, resource, inside, `${pointer}/${key}`, object[key]);
      }
    }
    if (typeof schema.additionalProperties !== "object") return;
    for (const [key, each] of Object.entries(object)) {
      const step = key.replaceAll("~", "~0").replaceAll("/", "~1");
      walk(
        schema.additionalProperties,
        resource,
        `${path}/additionalProperties`,
        `${pointer}/${step}`,
        each,
      );
    }
  };
  walk(table.get(name) as Schema, name, "", "", value);
  return found;
}

/** For each keyword that looks at the value alone, a value that breaks it and, where possible, nothing else. */
function wrongValues(schema: Schema, part: unknown): [keyword: string, wrong: unknown][] {
  const wrong: [string, unknown][] = [];
  if (schema.type !== undefined) {
    const types = new Set([schema.type].flat());
    wrong.push(["type", types.has("object") || types.has("boolean") ? 17 : { wrong: true }]);
  }
  if (schema.const !== undefined)
    wrong.push(["const", typeof schema.const === "string" ? `${schema.const}x` : "x"]);
  if (schema.enum !== undefined) wrong.push(["enum", "no such value"]);
  if (schema.pattern !== undefined) wrong.push(["pattern", `${String(part)}\n?`]);
  if (schema.minLength !== undefined) wrong.push(["minLength", ""]);
  if (schema.minimum !== undefined) wrong.push(["minimum", schema.minimum - 1]);
  if (schema.not?.const !== undefined) wrong.push(["not", schema.not.const]);
  return wrong;
}
