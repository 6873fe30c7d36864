import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { createProcessOwner } from "@flow-bundle/runtime/process";
import { roles } from "../../../packages/conformance/src/cases/case.ts";
import { capabilitiesOf } from "../../../packages/conformance/src/cases/capabilities.ts";
import { loadCorpus } from "../../../packages/conformance/src/cases/load.ts";
import { selectCases } from "../../../packages/conformance/src/cases/select.ts";
import type { CheckResult } from "../../../packages/conformance/src/generated/types.ts";
import { runCases } from "../../../packages/conformance/src/run/run-cases.ts";
import { idOf, saboteurs } from "../../../packages/conformance/saboteurs/all.ts";
import type { Saboteur } from "../../../packages/conformance/saboteurs/saboteur.ts";

/** What became of a saboteur. */
export interface Kill {
  readonly saboteur: Saboteur;
  readonly id: string;
  /** Checks that failed, sorted. */
  readonly killedBy: readonly string[];
  /** Cases that the check that names it did not fail. */
  readonly survived: readonly string[];
  /** Results that are neither pass nor fail: a saboteur has to work. */
  readonly broken: readonly string[];
}

const adapter = fileURLToPath(
  new URL("../../../packages/conformance/saboteurs/adapter.ts", import.meta.url),
);

/** Runs every saboteur as an adapter in the cases that show it. */
export async function killAll(jobs: number): Promise<readonly Kill[]> {
  const kills = new Map<Saboteur, Kill>();
  const waiting = saboteurs.values();
  const work = async (): Promise<void> => {
    for (const saboteur of waiting) {
      kills.set(saboteur, judged(saboteur, await run(saboteur, idOf(saboteur))));
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return saboteurs.flatMap((saboteur) => kills.get(saboteur) ?? []);
}

/**
 * What the same adapter fails of all these cases when it is told to be right: all that is wrong with a saboteur is on
 * purpose.
 */
export async function honestFailures(jobs: number): Promise<readonly string[]> {
  const results: (readonly CheckResult[])[] = [];
  for (const role of roles) {
    const shown = saboteurs.filter((saboteur) => saboteur.role === role);
    const cases = [...new Set(shown.flatMap((saboteur) => saboteur.cases))];
    results.push(await run({ role, cases }, "honest", jobs));
  }
  return results
    .flat()
    .filter(({ status }) => status !== "pass")
    .map(told);
}

async function run(
  { role, cases }: Pick<Saboteur, "role" | "cases">,
  name: string,
  jobs = 1,
): Promise<readonly CheckResult[]> {
  const owner = createProcessOwner();
  const selected = selectCases(loadCorpus(), { role, only: cases });
  if (selected.length !== cases.length) {
    const known = new Set(selected.map(({ id }) => id));
    throw new Error(`${name}: there is no case ${cases.filter((id) => !known.has(id)).join()}`);
  }
  const { results } = await runCases(selected, {
    owner,
    command: {
      command: process.execPath,
      args: [adapter, name],
      cwd: tmpdir(),
      env: process.env,
    },
    capabilities: new Set(capabilitiesOf(role).map((capability) => capability.name)),
    timeoutMs: 60_000,
    jobs,
  });
  return results;
}

function judged(saboteur: Saboteur, results: readonly CheckResult[]): Kill {
  const failed = results.filter(({ status }) => status === "fail");
  return {
    saboteur,
    id: idOf(saboteur),
    killedBy: [...new Set(failed.map(({ checkId }) => checkId))].toSorted(),
    survived: saboteur.cases.filter(
      (caseId) =>
        !failed.some((result) => result.caseId === caseId && result.checkId === saboteur.check),
    ),
    broken: results.filter(({ status }) => status !== "fail" && status !== "pass").map(told),
  };
}

function told({ caseId, checkId, status, message = "", detail = "" }: CheckResult): string {
  return `${caseId} ${checkId}: ${status}: ${message} ${detail}`;
}
