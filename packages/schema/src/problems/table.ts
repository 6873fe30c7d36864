/** A schema in the lookup table that comes with compiled validators: structure, rule ids and expectations. */
export interface TableSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly not?: TableSchema;
  readonly properties?: { readonly [key: string]: TableSchema };
  readonly "x-rule"?:
    | string
    | { readonly [keyword: string]: string | { readonly [key: string]: string } };
  readonly "x-instead"?: string;
  readonly "x-expected"?: string;
}

/** Every schema of a version by name. */
export type SchemaTable = { readonly [name: string]: TableSchema };

/** What a compiled validator says: JSON Pointer, schema, path inside the schema, and the key where one is missing. */
export type RawProblem = readonly [pointer: string, schema: string, path: string, missing?: string];

/** A compiled validator lists so many problems of one value at most. */
export const mostProblems = 1000;

/** A compiled validator; null when the value is valid. */
export type RawCheck = (value: unknown) => readonly RawProblem[] | null;

/** The constraint that a compiled validator found broken. */
export interface Constraint {
  readonly ruleId: string;
  readonly keyword: string;
  readonly schema: TableSchema;
}

/**
 * Finds the constraint of a problem. Its rule is the one that its own subschema names, for the keyword or for all of
 * them, else the one that the nearest enclosing subschema names for everything inside.
 */
export function findConstraint(
  table: SchemaTable,
  [, name, path, missing]: RawProblem,
): Constraint {
  const steps = path.split("/");
  const keyword = steps.pop() ?? "";
  let schema = table[name] as TableSchema;
  let inherited = stringRule(schema);
  for (const step of steps) {
    schema = (schema as { readonly [step: string]: TableSchema })[step] as TableSchema;
    inherited = stringRule(schema) ?? inherited;
  }
  const own = schema["x-rule"];
  const named = typeof own === "object" ? own[keyword] : own;
  const ruleId = typeof named === "object" ? named[missing ?? ""] : (named ?? inherited);
  if (ruleId === undefined) throw new Error(`No rule is named for ${name}#/${path}`);
  return { ruleId, keyword, schema };
}

function stringRule(schema: TableSchema): string | undefined {
  const rule = schema["x-rule"];
  return typeof rule === "string" ? rule : undefined;
}
