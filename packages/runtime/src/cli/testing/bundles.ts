import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import { findingsOf } from "../../engine/testing/runs.ts";

/** The only run in a runs folder; it has to be without findings of the validator. */
export async function onlyRun(runsDir: string): Promise<string> {
  const path = runIn(runsDir);
  expect(await findingsOf(path)).toEqual([]);
  return path;
}

/** The only run in a runs folder, as it is. */
export function runIn(runsDir: string): string {
  const names = readdirSync(runsDir).filter((name) => !name.startsWith("."));
  expect(names).toHaveLength(1);
  return join(runsDir, names[0] ?? "");
}
