import { isObject } from "../../lib/files.ts";
import {
  conjunction,
  inside,
  referredDocument,
  sameSchema,
  type Conjunction,
  type Located,
  type Part,
} from "./schema.ts";
import { compareValues } from "./values.ts";

/** Takes a difference: a JSON Pointer into documents, and what a reader of the older schema would stumble over. */
export type Report = (place: string, difference: string) => void;

/** One comparison: subschemas that hold together before and after, and where in a document they do. */
interface Pair {
  readonly before: readonly Located[];
  readonly after: readonly Located[];
  readonly place: string;
  readonly report: Report;
  /** Pairs of references on the way to here, since schemas may contain themselves. */
  readonly seen: ReadonlySet<string>;
}

/** Reports what documents of `after` may hold and documents of `before` could not. */
export function compareSchemas(before: Located, after: Located, report: Report): void {
  compare({ before: [before], after: [after], place: "", report, seen: new Set() });
}

function compare(pair: Pair): void {
  // Documents are compared once each, not again wherever they are referred to.
  if (sharesDocument(pair)) return;
  const references = referencesOf(pair);
  if (references !== undefined && pair.seen.has(references)) return;
  const within =
    references === undefined ? pair : { ...pair, seen: new Set([...pair.seen, references]) };
  const old = conjunction(pair.before);
  const next = conjunction(pair.after);
  if (next.forbidden) return;
  if (old.forbidden) {
    pair.report(pair.place, "what was forbidden is allowed");
    return;
  }
  compareValues(old.parts, next.parts, (name, difference) => {
    pair.report(pair.place, `${difference} (${name})`);
  });
  compareFields(old, next, within);
  for (const name of ["items", "additionalProperties", "contains", "propertyNames"]) {
    const before = keyword(old.parts, name);
    if (before.length === 0) continue;
    const place = name === "items" ? `${pair.place}/*` : `${pair.place} (${name})`;
    compare({ ...within, before, after: keyword(next.parts, name), place });
  }
  compareConditions(old, next, within);
  for (const keyword of ["anyOf", "oneOf"]) compareChoices(keyword, old, next, within);
  for (const { schema } of old.parts) {
    if (!("not" in schema)) continue;
    if (next.parts.some((part) => sameSchema(part.schema["not"], schema["not"]))) continue;
    pair.report(
      pair.place,
      `what was forbidden by ${JSON.stringify(schema["not"])} may be allowed`,
    );
  }
}

/** Fields: what was required stays so, what was known keeps its name, and the values it may have. */
function compareFields(old: Conjunction, next: Conjunction, pair: Pair): void {
  const known = fieldsOf(old);
  const kept = fieldsOf(next);
  const required = requiredOf(next);
  for (const [name, before] of known) {
    const after = kept.get(name);
    const forbiddenBefore = conjunction(before).forbidden;
    if (after === undefined || conjunction(after).forbidden) {
      if (!forbiddenBefore) pair.report(pair.place, `the field "${name}" was dropped or renamed`);
    } else {
      compare({ ...pair, before, after, place: `${pair.place}/${name}` });
    }
  }
  for (const name of requiredOf(old)) {
    if (!required.has(name)) pair.report(pair.place, `the field "${name}" is no longer required`);
  }
}

/** What holds under a condition still holds under the same condition, or always. */
function compareConditions(old: Conjunction, next: Conjunction, pair: Pair): void {
  for (const part of old.parts) {
    const condition = part.schema["if"];
    if (condition === undefined) continue;
    const same = next.parts.filter((other) => sameSchema(other.schema["if"], condition));
    for (const branch of ["then", "else"]) {
      const before = keyword([part], branch);
      if (before.length === 0) continue;
      const branchPair = { ...pair, before, after: [...pair.after, ...keyword(same, branch)] };
      if (same.length > 0) {
        compare(branchPair);
      } else if (!allows(branchPair)) {
        const what = JSON.stringify(condition);
        pair.report(pair.place, `what was demanded under the condition ${what} no longer is`);
        break;
      }
    }
  }
}

/** Every choice there is now must be one that an old choice covers. */
function compareChoices(name: string, old: Conjunction, next: Conjunction, pair: Pair): void {
  for (const part of old.parts) {
    const known = choices(part, name);
    if (known.length === 0) continue;
    const given = next.parts.map((other) => choices(other, name)).filter((list) => list.length > 0);
    const covered = [...given, []].some((list) =>
      (list.length > 0 ? list : [undefined]).every((choice) => {
        const after = choice === undefined ? pair.after : [...pair.after, choice];
        return known.some((before) => allows({ ...pair, before: [before], after }));
      }),
    );
    if (!covered) pair.report(pair.place, `there is a choice that no older one covers (${name})`);
  }
}

/** True when nothing in `after` goes beyond `before`. */
function allows(pair: Pair): boolean {
  let allowed = true;
  compare({ ...pair, report: () => (allowed = false) });
  return allowed;
}

function fieldsOf({ parts }: Conjunction): Map<string, Located[]> {
  const fields = new Map<string, Located[]>();
  for (const part of parts) {
    const properties = part.schema["properties"];
    for (const [name, schema] of Object.entries(isObject(properties) ? properties : {})) {
      fields.set(name, [...(fields.get(name) ?? []), inside(part, schema)]);
    }
  }
  return fields;
}

function requiredOf({ parts }: Conjunction): ReadonlySet<string> {
  return new Set(
    parts.flatMap(({ schema }) =>
      Array.isArray(schema["required"]) ? schema["required"].map(String) : [],
    ),
  );
}

function keyword(parts: readonly Part[], name: string): Located[] {
  return parts.flatMap((part) => (name in part.schema ? [inside(part, part.schema[name])] : []));
}

function choices(part: Part, name: string): Located[] {
  const list = part.schema[name];
  return Array.isArray(list) ? list.map((choice) => inside(part, choice)) : [];
}

function sharesDocument({ before, after }: Pair): boolean {
  const named = new Set(after.map(referredDocument));
  return (
    before.length > 0 &&
    before.every((located) => {
      const name = referredDocument(located);
      return name !== undefined && named.has(name);
    })
  );
}

/** Names a pair of references, so that a schema that contains itself is compared once. */
function referencesOf({ before, after }: Pair): string | undefined {
  const references = [...before, ...after].map(({ schema }) =>
    isObject(schema) ? schema["$ref"] : undefined,
  );
  return references.every((reference) => typeof reference === "string")
    ? references.join(" ")
    : undefined;
}
