import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Role } from "../../../packages/conformance/src/cases/case.ts";
import { idOf, saboteurs } from "../../../packages/conformance/saboteurs/all.ts";
import type { Kill } from "./kill.ts";

const file = fileURLToPath(new URL("recorded.json", import.meta.url));

/** Checks that each saboteur fails, by its id. */
export type Recorded = Readonly<Record<string, readonly string[]>>;

/** What is recorded of a run. */
export function recordOf(kills: readonly Pick<Kill, "id" | "killedBy">[]): Recorded {
  return Object.fromEntries(kills.map(({ id, killedBy }) => [id, killedBy]));
}

/** The last run, as it is recorded for the page that shows it. */
export function readRecorded(): Recorded {
  return JSON.parse(readFileSync(file, "utf8")) as Recorded;
}

/** Records a run. */
export function writeRecorded(recorded: Recorded): void {
  writeFileSync(file, `${JSON.stringify(recorded, null, 2)}\n`);
}

/** The saboteurs of a role with the checks that they are recorded to fail. */
export function recordedKills(role: Role): readonly Pick<Kill, "saboteur" | "killedBy">[] {
  const recorded = readRecorded();
  return saboteurs
    .filter((saboteur) => saboteur.role === role)
    .map((saboteur) => ({ saboteur, killedBy: recorded[idOf(saboteur)] ?? [] }));
}
