import { checks, loadCorpus, type Case, type Role } from "@flow-bundle/conformance";
import {
  loadChapters,
  loadRules,
  readRequirements,
  type Requirement,
} from "../../docs/requirements.ts";
import { isObject, readJson } from "../../lib/files.ts";

/** Requirements that nothing checks, with the reason. */
export const excludedFile = "fixtures/conformance/excluded.json";

/** What checks one requirement. */
export interface Covered {
  readonly requirement: Requirement;
  /** Ids of the rules of the validator that find an error or a warning where it is broken. */
  readonly rules: readonly string[];
  /** Ids of the checks of the suite that are about it whatever the case. */
  readonly checks: readonly string[];
  /** Number of active cases that name it, by role. */
  readonly cases: ReadonlyMap<Role, number>;
  /** Why nothing checks it. */
  readonly excluded?: string;
}

/** What is known of requirements, and by whom. */
export interface CoverageSources {
  readonly requirements: readonly Requirement[];
  readonly rules: readonly {
    readonly id: string;
    readonly requirement: string;
    readonly severity: Readonly<Record<string, string>>;
  }[];
  readonly checks: readonly { readonly id: string; readonly requirements: readonly string[] }[];
  readonly cases: readonly Pick<Case, "id" | "role" | "status" | "requirements">[];
  /** Reason by requirement. */
  readonly excluded: Readonly<Record<string, unknown>>;
}

/** Reads what is in the repository. */
export function readSources(root: string): CoverageSources {
  const excluded = readJson(root, excludedFile);
  if (!isObject(excluded)) throw new Error(`${excludedFile} is not an object`);
  return {
    requirements: loadChapters(root).flatMap((chapter) => readRequirements(chapter).requirements),
    rules: loadRules(root),
    checks: Object.values(checks).flat(),
    cases: loadCorpus(),
    excluded,
  };
}

/** What checks each requirement, in the order of the text. */
export function coverage(sources: CoverageSources): readonly Covered[] {
  const rules = byRequirement(
    sources.rules
      .filter(({ severity }) => Object.values(severity).some(isChecked))
      .map(({ id, requirement }) => [id, [requirement]]),
  );
  const ofChecks = byRequirement(sources.checks.map(({ id, requirements }) => [id, requirements]));
  const active = sources.cases.filter(({ status }) => status === "active");
  const ofCases = byRequirement(active.map((item) => [item, item.requirements]));
  return sources.requirements.map((requirement) => {
    const { id } = requirement;
    const cases = Map.groupBy(ofCases.get(id) ?? [], ({ role }) => role);
    const reason = sources.excluded[id];
    return {
      requirement,
      rules: rules.get(id) ?? [],
      checks: ofChecks.get(id) ?? [],
      cases: new Map(Array.from(cases, ([role, items]) => [role, items.length])),
      ...(typeof reason === "string" && { excluded: reason }),
    };
  });
}

/** Whether anything checks a requirement. */
export function isCovered({ rules, checks: own, cases }: Covered): boolean {
  return rules.length > 0 || own.length > 0 || cases.size > 0;
}

/** Everything that is out of order, one message each. */
export function coverageProblems(sources: CoverageSources): readonly string[] {
  const known = new Set(sources.requirements.map(({ id }) => id));
  const named = [
    ...sources.cases.map(({ id, requirements }) => [`the case ${id}`, requirements] as const),
    ...sources.checks.map(({ id, requirements }) => [`the check ${id}`, requirements] as const),
    ...sources.rules.map(({ id, requirement }) => [`the rule ${id}`, [requirement]] as const),
    [excludedFile, Object.keys(sources.excluded)] as const,
  ];
  return [
    ...named.flatMap(([who, ids]) =>
      ids
        .filter((id) => !known.has(id))
        .map((id) => `${who} names the requirement ${id}, which is nowhere in spec/text`),
    ),
    ...Object.entries(sources.excluded)
      .filter(([, reason]) => typeof reason !== "string" || reason.trim() === "")
      .map(([id]) => `${excludedFile} gives no reason for ${id}`),
    ...coverage(sources).flatMap((entry) => {
      const { requirement, excluded } = entry;
      if (isCovered(entry)) {
        if (excluded === undefined) return [];
        return [`${excludedFile} excludes ${requirement.id}, which something checks`];
      }
      if (!requirement.must || excluded !== undefined) return [];
      const place = `${requirement.file}:${requirement.line}`;
      return [
        `${place}: nothing checks ${requirement.id}: let a case name it, or exclude it in ${excludedFile} with the reason`,
      ];
    }),
  ];
}

function isChecked(severity: string): boolean {
  return severity === "error" || severity === "warning";
}

function byRequirement<Item>(
  entries: Iterable<readonly [Item, readonly string[]]>,
): ReadonlyMap<string, readonly Item[]> {
  const found = new Map<string, Item[]>();
  for (const [item, ids] of entries) {
    for (const id of ids) found.set(id, [...(found.get(id) ?? []), item]);
  }
  return found;
}
