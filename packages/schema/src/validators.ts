import type { Check, SchemaProblem } from "./problem.ts";
import { collectProblems } from "./problems/collect.ts";
import type { RawCheck, SchemaTable } from "./problems/table.ts";

/** Minor versions of the format that have schemas, oldest first. */
export const specVersions = ["1.0", "1.1"] as const;

/** A minor version of the format that has schemas. */
export type SpecVersion = (typeof specVersions)[number];

/** Documents and lines, other than those of the trace, that have a schema. */
export type DocumentName =
  | "manifest"
  | "flow"
  | "run-projection"
  | "live-projection"
  | "steps-projection"
  | "session-binding"
  | "session-record"
  | "session-event";

/** Compiled validators of one version. Each takes a parsed JSON value and never throws. */
export interface Validators {
  /** The check of a document, or of a line of a session's events. */
  document(name: DocumentName): Check;
  /** The check of a trace event, envelope and payload. For a type that the version does not know: of its envelope. */
  event(type: string): Check;
}

/** What a generated module of validators exports. */
interface Compiled {
  readonly documents: { readonly [name: string]: RawCheck };
  readonly events: { readonly [type: string]: RawCheck };
  readonly envelope: RawCheck;
  readonly schemas: () => SchemaTable;
}

const none: readonly SchemaProblem[] = Object.freeze([]);

/** Loads the validators of a version; only these are loaded. */
export async function loadValidators(version: SpecVersion): Promise<Validators> {
  const compiled: Compiled =
    version === "1.0"
      ? await import("./generated/validators-1.0.ts")
      : await import("./generated/validators-1.1.ts");
  let table: SchemaTable | undefined;
  const toCheck =
    (run: RawCheck): Check =>
    (value) => {
      const raw = run(value);
      if (raw === null) return none;
      table ??= compiled.schemas();
      return collectProblems(value, raw, table);
    };
  const toChecks = (runs: Compiled["events"]) =>
    new Map(Object.entries(runs).map(([name, run]) => [name, toCheck(run)]));
  const documents = toChecks(compiled.documents);
  const events = toChecks(compiled.events);
  const envelope = toCheck(compiled.envelope);
  return {
    document: (name) => documents.get(name) as Check,
    event: (type) => events.get(type) ?? envelope,
  };
}
