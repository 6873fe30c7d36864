import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fixtures } from "../fixtures/places.ts";
import type { Version } from "../generate/spec.ts";

/** A change to a complete document: values to put at JSON Pointers (`""` is the whole), and pointers to remove. */
interface Change {
  readonly title: string;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly remove?: readonly string[];
  /** Rules that the change breaks; absent where it breaks none. */
  readonly rules?: readonly string[];
}

/** A file in fixtures/schema: one complete document, and changes to it that are right or wrong. */
interface CaseFile {
  /** Name of the schema: the end of its `$id`. */
  readonly document: string;
  readonly version: Version;
  readonly value: unknown;
  readonly right: readonly Change[];
  readonly wrong: readonly Change[];
}

/** One document with what is known about it. */
export interface SchemaCase {
  readonly title: string;
  readonly version: Version;
  /** Name of the schema: the end of its `$id`. */
  readonly document: string;
  readonly value: unknown;
  readonly valid: boolean;
  /** Rules that it breaks, in alphabetical order. */
  readonly rules: readonly string[];
}

/** Every case of fixtures/schema. */
export function loadSchemaCases(): SchemaCase[] {
  const folder = join(fixtures, "schema");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .toSorted()
    .flatMap((name) => {
      const { document, version, value, right, wrong } = JSON.parse(
        readFileSync(join(folder, name), "utf8"),
      ) as CaseFile;
      const complete: Change = { title: "complete" };
      return [complete, ...right, ...wrong].map((change) => ({
        title: `${version} ${document}: ${change.title}`,
        version,
        document,
        value: changed(value, change),
        valid: change.rules === undefined,
        rules: (change.rules ?? []).toSorted(),
      }));
    });
}

function changed(base: unknown, { set = {}, remove = [] }: Change): unknown {
  const holder = { value: structuredClone(base) };
  for (const pointer of remove) edit(holder, pointer, (parent, key) => delete parent[key]);
  for (const [pointer, value] of Object.entries(set))
    edit(holder, pointer, (parent, key) => (parent[key] = structuredClone(value)));
  return holder.value;
}

type Parent = Record<string, unknown>;

/** Hands the holder of a pointer to the function; throws when there is none. */
export function edit(
  holder: { value: unknown },
  pointer: string,
  change: (parent: Parent, key: string) => void,
): void {
  const keys = `/value${pointer}`
    .slice(1)
    .split("/")
    .map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = keys.pop() as string;
  let parent = holder as Parent;
  for (const key of keys) {
    parent = parent[key] as Parent;
    if (typeof parent !== "object" || parent === null) throw new Error(`nothing holds ${pointer}`);
  }
  change(parent, last);
}
