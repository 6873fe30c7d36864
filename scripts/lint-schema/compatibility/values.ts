import { isDeepStrictEqual } from "node:util";
import { includes } from "./pattern.ts";
import type { Part } from "./schema.ts";

type Parts = readonly Part[];
type ReportKeyword = (keyword: string, difference: string) => void;

/** Reports what is said of single values (types, enums, bounds, patterns) and is looser in `next` than in `old`. */
export function compareValues(old: Parts, next: Parts, report: ReportKeyword): void {
  const values = valuesOf(next);
  compareTypes(old, next, report);
  compareEnums(old, next, report);
  // A schema that lists its values needs no bounds on them.
  if (values !== undefined) return;
  for (const keyword of ["minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"]) {
    compareBound(keyword, old, next, Math.max, report);
  }
  for (const keyword of ["maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"]) {
    compareBound(keyword, old, next, Math.min, report);
  }
  for (const keyword of ["pattern", "multipleOf", "uniqueItems"]) {
    const kept = all(next, keyword);
    for (const was of all(old, keyword)) {
      if (kept.some((is) => isDeepStrictEqual(was, is) || narrower(was, is))) continue;
      report(keyword, `${keyword} ${show(was)} is ${kept.length > 0 ? "widened" : "dropped"}`);
    }
  }
}

/** True for patterns of which the second matches nothing that the first does not. */
function narrower(was: unknown, is: unknown): boolean {
  return typeof was === "string" && typeof is === "string" && includes(was, is) === true;
}

function compareTypes(old: Parts, next: Parts, report: ReportKeyword): void {
  const before = typesOf(old);
  if (before === undefined) return;
  const after = typesOf(next);
  const added = after?.filter((type) => !covers(before, type));
  if (added === undefined) report("type", `any type is allowed, was ${before.join(", ")}`);
  else if (added.length > 0) {
    report("type", `the type ${added.join(", ")} was added to ${before.join(", ")}`);
  }
}

function compareEnums(old: Parts, next: Parts, report: ReportKeyword): void {
  const before = valuesOf(old);
  if (before === undefined) return;
  const after = valuesOf(next);
  if (after === undefined) {
    report("enum", `any value is allowed, was ${before.map(show).join(", ")}`);
    return;
  }
  const added = after.filter((value) => !before.some((known) => isDeepStrictEqual(known, value)));
  if (added.length > 0) report("enum", `the value ${added.map(show).join(", ")} is new`);
}

function compareBound(
  keyword: string,
  old: Parts,
  next: Parts,
  tightest: (...bounds: number[]) => number,
  report: ReportKeyword,
): void {
  const before = all(old, keyword).filter((bound) => typeof bound === "number");
  const after = all(next, keyword).filter((bound) => typeof bound === "number");
  if (before.length === 0) return;
  const was = tightest(...before);
  const is = after.length > 0 ? tightest(...after) : undefined;
  // A pattern that refuses the empty text says as much as minLength 1.
  if (keyword === "minLength" && was === 1 && all(next, "pattern").some(refusesEmpty)) return;
  if (is === undefined || tightest(was, is) !== is) {
    report(keyword, `${keyword} was ${was}, is ${is ?? "left out"}`);
  }
}

function refusesEmpty(pattern: unknown): boolean {
  return typeof pattern === "string" && !new RegExp(pattern, "u").test("");
}

/** Every value that the parts have for a keyword. */
function all(parts: Parts, keyword: string): unknown[] {
  return parts.flatMap(({ schema }) => (keyword in schema ? [schema[keyword]] : []));
}

/** Types that all parts allow; undefined when they allow any. */
function typesOf(parts: Parts): string[] | undefined {
  const lists = parts.flatMap(({ schema }): string[][] => {
    const type = schema["type"];
    if (typeof type === "string") return [[type]];
    return Array.isArray(type) ? [type.map(String)] : [];
  });
  const values = valuesOf(parts);
  if (values !== undefined) lists.push([...new Set(values.map(typeOf))]);
  const [first, ...others] = lists;
  return first === undefined
    ? undefined
    : others.reduce((types, list) => {
        const narrower = types.filter((type) => covers(list, type));
        return narrower.length > 0 ? narrower : list.filter((type) => covers(types, type));
      }, first);
}

function covers(types: readonly string[], type: string): boolean {
  return types.includes(type) || (type === "integer" && types.includes("number"));
}

/** Values that all parts allow; undefined when they list none. */
function valuesOf(parts: Parts): readonly unknown[] | undefined {
  const lists = parts.flatMap(({ schema }): (readonly unknown[])[] => {
    const values = "const" in schema ? [schema["const"]] : schema["enum"];
    return Array.isArray(values) ? [values] : [];
  });
  const [first, ...others] = lists;
  return first?.filter((value) =>
    others.every((list) => list.some((other) => isDeepStrictEqual(value, other))),
  );
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
}

function show(value: unknown): string {
  return JSON.stringify(value);
}
