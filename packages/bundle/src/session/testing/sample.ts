/** As much of JSON Schema as the schema of the protocol uses. */
export interface Schema {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly type?: string | readonly string[];
  readonly properties?: { readonly [name: string]: Schema };
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Definitions by their name. */
export type Definitions = { readonly [name: string]: Schema };

/**
 * A value that fits a schema, with every member that there may be. A text is the name of its member, so that one can look
 * for it in what was made of the value.
 */
export function sampleOf(schema: Schema, definitions: Definitions, name = "value"): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  const { $ref, allOf = [], anyOf, oneOf, properties } = schema;
  const choice = (oneOf ?? anyOf ?? []).find(({ type }) => type !== "null");
  const parts = [
    ...($ref === undefined ? [] : [definitions[$ref.split("/").at(-1) ?? ""] ?? {}]),
    ...allOf,
    ...(choice === undefined ? [] : [choice]),
  ];
  const samples = parts.map((part) => sampleOf(part, definitions, name));
  const scalar = samples.find((sample) => typeof sample !== "object" || Array.isArray(sample));
  if (scalar !== undefined) return scalar;
  if (properties === undefined && samples.length === 0) return simple(schema, definitions, name);
  const own = Object.entries(properties ?? {})
    .filter(([key]) => key !== "_meta")
    .map(([key, member]) => [key, sampleOf(member, definitions, key)] as const);
  return Object.assign({}, ...samples, Object.fromEntries(own));
}

function simple({ type, items }: Schema, definitions: Definitions, name: string): unknown {
  const first = [type ?? "string"].flat().find((one) => one !== "null");
  switch (first) {
    case "array":
      return [sampleOf(items ?? {}, definitions, `${name} item`)];
    case "integer":
    case "number":
      return 7;
    case "boolean":
      return true;
    case "object":
      return {};
    default:
      return `a ${name}`;
  }
}
