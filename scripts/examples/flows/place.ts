import { cp, mkdir, rm, symlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { nodeHost } from "@flow-bundle/bundle/node";
import { BundleLockedError } from "@flow-bundle/bundle";
import { place, places } from "./places.ts";
import { takeLock } from "../../../packages/bundle/src/write/lock.ts";

const examples = fileURLToPath(new URL("../../../examples", import.meta.url));

/** Has the place for itself while `use` runs: others on this machine wait. Nothing of it is left afterwards. */
export async function inPlace<T>(use: () => Promise<T>): Promise<T> {
  const lock = await lockedPlace();
  try {
    return await use();
  } finally {
    await rm(place, { recursive: true, force: true });
    await lock.release();
  }
}

/** Makes the place as it was at first, with a project in it. */
export async function tidyPlace(project: string | undefined): Promise<void> {
  await rm(place, { recursive: true, force: true });
  for (const folder of [places.runs, places.home, places.temporary, places.project]) {
    await mkdir(folder, { recursive: true });
  }
  await symlink(examples, places.examples);
  if (project === undefined) return;
  await cp(join(examples, "flows", "projects", project), places.project, { recursive: true });
}

/** How long others may take. */
const patienceMs = 4 * 60_000;

async function lockedPlace() {
  const end = performance.now() + patienceMs;
  const name = place.slice(dirname(place).length + 1);
  for (;;) {
    try {
      return await takeLock(nodeHost(), dirname(place), name);
    } catch (error) {
      if (!(error instanceof BundleLockedError) || performance.now() > end) throw error;
      await sleep(100);
    }
  }
}
