import * as v10 from "../../packages/schema/src/generated/validators-1.0.ts";
import * as v11 from "../../packages/schema/src/generated/validators-1.1.ts";
import { type Check, loadValidators } from "../../packages/schema/src/index.ts";
import { findConstraint, type RawCheck } from "../../packages/schema/src/problems/table.ts";
import { constraintName } from "../generate/constraints.ts";
import { readSchemas, root, type Version } from "../generate/spec.ts";

const generated = { "1.0": v10, "1.1": v11 } as const;
const loaded = { "1.0": await loadValidators("1.0"), "1.1": await loadValidators("1.1") } as const;

/** Our compiled check of a schema, by the end of its `$id`; undefined where it has none of its own. */
export function checkOf(version: Version, document: string): Check | undefined {
  if (document === "trace-event") {
    return (value) =>
      loaded[version].event(String((value as { type?: unknown } | null)?.type))(value);
  }
  const type = eventType(version, document);
  if (type !== undefined) return loaded[version].event(type);
  return document in generated[version].documents
    ? loaded[version].document(document as never)
    : undefined;
}

/** What the compiled code says before messages are made: the broken constraints, with their rules. */
export function brokenConstraints(
  version: Version,
  document: string,
  value: unknown,
): { constraint: string; ruleId: string }[] {
  const { documents, events, envelope, schemas } = generated[version];
  const type =
    document === "trace-event"
      ? String((value as { type?: unknown } | null)?.type)
      : eventType(version, document);
  const run: RawCheck | undefined =
    type === undefined ? documents[document] : (events[type] ?? envelope);
  if (run === undefined) throw new Error(`no compiled check for ${document}`);
  const table = schemas();
  return (run(value) ?? []).map((problem) => {
    const [, resource, path, missing] = problem;
    return {
      constraint: constraintName(resource, missing === undefined ? { path } : { path, missing }),
      ruleId: findConstraint(table, problem).ruleId,
    };
  });
}

function eventType(version: Version, document: string): string | undefined {
  if (!document.startsWith("event:")) return undefined;
  const type = schemasOf(version).get(document)?.properties?.["type"]?.const;
  return typeof type === "string" ? type : undefined;
}

const cache = new Map<Version, ReturnType<typeof readSchemas>>();

/** The published schemas of a version, by the ends of their `$id`s. */
export function schemasOf(version: Version): ReturnType<typeof readSchemas> {
  const known = cache.get(version) ?? readSchemas(`${root}spec`, version);
  cache.set(version, known);
  return known;
}
