import { isDeepStrictEqual } from "node:util";
import { isObject } from "../../lib/files.ts";

/** A schema; booleans stand for "anything" and "nothing". */
export type JsonSchema = Readonly<Record<string, unknown>> | boolean;

/** The schemas of one version. */
export interface SchemaFolder {
  /** By path below the folder of the version. */
  readonly files: ReadonlyMap<string, JsonSchema>;
  readonly byId: ReadonlyMap<string, JsonSchema>;
}

/** A subschema, with what is needed to resolve references in it. */
export interface Located {
  readonly schema: JsonSchema;
  readonly folder: SchemaFolder;
  /** The document that `#/…` means. */
  readonly document: JsonSchema;
}

/** A subschema without `$ref` and without unconditional `allOf`. */
export interface Part extends Located {
  readonly schema: Readonly<Record<string, unknown>>;
}

/** What holds together at one place of a document; `forbidden` when nothing may be there. */
export interface Conjunction {
  readonly parts: readonly Part[];
  readonly forbidden: boolean;
}

/** The subschema of a keyword of `parent`. */
export function inside(parent: Located, schema: unknown): Located {
  return {
    schema: isObject(schema) || typeof schema === "boolean" ? schema : true,
    folder: parent.folder,
    document: parent.document,
  };
}

/** Everything that the subschemas demand together, with references followed and `allOf` taken apart. */
export function conjunction(all: readonly Located[]): Conjunction {
  const parts: Part[] = [];
  let forbidden = false;
  const add = (located: Located): void => {
    const { schema } = located;
    if (schema === true) return;
    if (schema === false || isDeclaredWrong(schema)) {
      forbidden = true;
      return;
    }
    const { $ref, allOf, ...own } = schema as Readonly<Record<string, unknown>>;
    if (typeof $ref === "string") add(find($ref, located));
    for (const member of Array.isArray(allOf) ? allOf : []) add(inside(located, member));
    if (!Object.keys(own).every(isAnnotation)) parts.push({ ...located, schema: own });
  };
  all.forEach(add);
  return { parts, forbidden };
}

function find(reference: string, located: Located): Located {
  const [id = "", fragment = ""] = reference.split("#");
  const document = id === "" ? located.document : located.folder.byId.get(id);
  if (document === undefined) throw new Error(`${reference} is in no schema of its version`);
  let schema: unknown = document;
  for (const part of fragment.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(schema)) schema = schema[Number(key)];
    else schema = isObject(schema) ? schema[key] : undefined;
  }
  if (schema === undefined) throw new Error(`${reference} leads nowhere`);
  return inside({ ...located, document }, schema);
}

/** True for a property that no document may have: `false` or `{"not": {}}`. */
export function isDeclaredWrong(schema: unknown): boolean {
  if (schema === false) return true;
  if (!isObject(schema) || !("not" in schema)) return false;
  const not = schema["not"];
  return not === true || (isObject(not) && Object.keys(not).length === 0);
}

/** The document that a subschema names and adds nothing to, without its version; undefined for all others. */
export function referredDocument({ schema }: Located): string | undefined {
  if (!isObject(schema) || typeof schema["$ref"] !== "string") return undefined;
  const { $ref, ...beside } = schema;
  return $ref.includes("#") || !Object.keys(beside).every(isAnnotation)
    ? undefined
    : unversioned($ref);
}

function unversioned(id: string): string {
  return id.replace(/^(urn:[^:]+):\d+\.\d+:/, "$1:");
}

/** True when two subschemas say the same, apart from annotations and from the version in their references. */
export function sameSchema(one: unknown, other: unknown): boolean {
  return isDeepStrictEqual(bare(one), bare(other));
}

function bare(value: unknown): unknown {
  if (typeof value === "string") return unversioned(value);
  if (Array.isArray(value)) return value.map(bare);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      isAnnotation(key) ? [] : [[key, bare(inner)]],
    ),
  );
}

const annotations = new Set([
  "$schema",
  "$id",
  "$comment",
  "$defs",
  "title",
  "description",
  "examples",
  "default",
  "deprecated",
]);

/** Keywords that allow and forbid nothing. */
function isAnnotation(keyword: string): boolean {
  return keyword.startsWith("x-") || annotations.has(keyword);
}
