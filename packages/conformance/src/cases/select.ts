import { matchesGlob } from "node:path";
import type { Case, Role } from "./case.ts";

/** Which cases to run. */
export interface Selection {
  readonly role?: Role;
  /** Capabilities that are declared: cases that need another are left out. Absent: all. */
  readonly capabilities?: readonly string[];
  /** Versions of the format; default: all. */
  readonly specVersions?: readonly string[];
  /** Ids, or patterns such as `reader/torn/**`; default: all. */
  readonly only?: readonly string[];
  /** Default: active ones. */
  readonly statuses?: readonly Case["status"][];
}

/** The cases that a selection means. */
export function selectCases(cases: readonly Case[], selection: Selection): readonly Case[] {
  const { role, capabilities, specVersions, only, statuses = ["active"] } = selection;
  return cases.filter(
    (item) =>
      (role === undefined || item.role === role) &&
      statuses.includes(item.status) &&
      (capabilities === undefined ||
        item.capabilities.every((name) => capabilities.includes(name))) &&
      (specVersions === undefined ||
        item.specVersions.some((version) => specVersions.includes(version))) &&
      (only === undefined || only.some((pattern) => isMeant(item.id, pattern))),
  );
}

function isMeant(id: string, pattern: string): boolean {
  return id === pattern || matchesGlob(id, pattern);
}
