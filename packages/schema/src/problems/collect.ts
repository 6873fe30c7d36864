import type { SchemaProblem } from "../problem.ts";
import { describe, expectation, nameOf, unescape } from "./message.ts";
import {
  type Constraint,
  findConstraint,
  mostProblems,
  type RawProblem,
  type SchemaTable,
  type TableSchema,
} from "./table.ts";

interface Missing {
  readonly keys: string[];
  readonly constraint: Constraint;
}

/**
 * Turns what a compiled validator said into problems that each say something of their own: a value of the wrong type
 * is not also blamed for its form, a key that is there under a wrong name is not also missing, and the keys that one
 * object lacks under one rule are one problem.
 */
export function collectProblems(
  value: unknown,
  raw: readonly RawProblem[],
  table: SchemaTable,
): readonly SchemaProblem[] {
  const found = raw
    .map((problem) => ({
      pointer: problem[0],
      missing: problem[3],
      constraint: findConstraint(table, problem),
    }))
    .filter(({ constraint }) => constraint.keyword !== "if");
  const badType = new Set(
    found.filter(({ constraint }) => constraint.keyword === "type").map(({ pointer }) => pointer),
  );
  const renamed = new Set<string>();
  for (const { pointer, constraint } of found) {
    const instead = constraint.schema["x-instead"];
    if (instead !== undefined) renamed.add(`${parent(pointer)}\n${instead.split(".")[0]}`);
  }

  const problems = new Map<string, SchemaProblem>();
  const missing = new Map<string, Missing>();
  const put = (problem: SchemaProblem) => {
    const key = `${problem.ruleId}\n${problem.pointer}`;
    if (!problems.has(key)) problems.set(key, problem);
  };
  const typed = new Set<string>();
  for (const { pointer, missing: key, constraint } of found) {
    if (key !== undefined) {
      if (renamed.has(`${pointer}\n${key}`)) continue;
      const group = `${constraint.ruleId}\n${pointer}`;
      const known = missing.get(group);
      if (known?.keys.includes(key)) continue;
      if (known) known.keys.push(key);
      else missing.set(group, { keys: [key], constraint });
    } else if (badType.has(pointer)) {
      if (constraint.keyword !== "type" || typed.has(pointer)) continue;
      typed.add(pointer);
      put(valueProblem(pointer, constraint, resolve(value, pointer)));
    } else {
      put(valueProblem(pointer, constraint, resolve(value, pointer)));
    }
  }
  for (const [group, { keys, constraint }] of missing) {
    const pointer = group.slice(group.indexOf("\n") + 1);
    put(missingProblem(pointer, keys, constraint, resolve(value, pointer)));
  }
  const last = raw.at(-1);
  if (raw.length < mostProblems || last === undefined) return [...problems.values()];
  const { ruleId, keyword } = findConstraint(table, last);
  const message = `further problems are not listed: there are more than ${mostProblems}`;
  return [...problems.values(), { ruleId, pointer: "", message, keyword }];
}

function valueProblem(
  pointer: string,
  { ruleId, keyword, schema }: Constraint,
  actual: unknown,
): SchemaProblem {
  const base = { ruleId, pointer, actual, keyword };
  const name = nameOf(pointer);
  const instead = schema["x-instead"];
  const words = schema["x-expected"];
  if (instead !== undefined) {
    const message = `${name} is not a field of the format${words === undefined ? "" : `: ${words}`}`;
    return { ...base, message, expected: instead, instead };
  }
  const expected = expectation(schema, keyword);
  if (expected !== undefined) {
    const near = nearMiss(actual, schema);
    return {
      ...base,
      message: `${name} must be ${expected.text}; found ${describe(actual)}`,
      expected: expected.value,
      ...(near === undefined ? {} : { instead: near }),
    };
  }
  if (words === undefined) return { ...base, message: `${name} is no name of this format` };
  const found = typeof actual === "object" && actual !== null ? "" : `; found ${describe(actual)}`;
  return { ...base, message: `expected ${words}${found}`, expected: words };
}

function missingProblem(
  pointer: string,
  keys: readonly string[],
  { ruleId, keyword, schema }: Constraint,
  actual: unknown,
): SchemaProblem {
  const names = keys.map((key) => `\`${key}\``);
  const list =
    names.length === 1
      ? `${names[0]} is`
      : `${names.slice(0, -1).join(", ")} and ${names.at(-1)} are`;
  const near = keys.length === 1 ? similarKey(actual, keys[0] as string, schema) : undefined;
  return {
    ruleId,
    pointer,
    message: `${list} missing${pointer === "" ? "" : ` in ${nameOf(pointer)}`}${near === undefined ? "" : `; found \`${near}\``}`,
    expected: keys.length === 1 ? keys[0] : keys,
    ...(near === undefined ? {} : { instead: keys[0] as string }),
    keyword,
  };
}

/** The listed value that a text differs from only in case, hyphens, underscores and spaces. */
function nearMiss(actual: unknown, schema: TableSchema): string | undefined {
  if (typeof actual !== "string") return undefined;
  const values = schema.enum ?? (typeof schema.const === "string" ? [schema.const] : []);
  return values.find(
    (value): value is string => typeof value === "string" && plain(value) === plain(actual),
  );
}

/** The key that stands where another was expected, and differs from it only in spelling. */
function similarKey(actual: unknown, key: string, schema: TableSchema): string | undefined {
  if (typeof actual !== "object" || actual === null) return undefined;
  const known = schema.properties ?? {};
  return Object.keys(actual).find(
    (other) => !Object.hasOwn(known, other) && plain(other) === plain(key),
  );
}

function plain(text: string): string {
  return text.slice(0, 200).toLowerCase().replaceAll(/[-_ ]/g, "");
}

function parent(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf("/")));
}

function resolve(value: unknown, pointer: string): unknown {
  let found = value;
  for (const step of pointer.split("/").slice(1)) {
    if (typeof found !== "object" || found === null) return undefined;
    const key = unescape(step);
    found = Object.hasOwn(found, key)
      ? (found as { readonly [key: string]: unknown })[key]
      : undefined;
  }
  return found;
}
