import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { lockOf, openBundle, type Host } from "@flow-bundle/bundle";
import { directorySource, nodeHost } from "@flow-bundle/bundle/node";
import type { Writer } from "../protocol/api.ts";

/** More than any lock has. */
const maxLockBytes = 4096;

/** The host of this machine, that reads no more than a lock can be: what lies beside a bundle may be anything. */
const host: Host = (() => {
  const real = nodeHost();
  return { ...real, files: { ...real.files, readText: readSmallFile } };
})();

/** Whether a process writes to the bundle in a folder, as far as it has not ended. Throws nothing. */
export async function writerOf(path: string): Promise<Writer> {
  try {
    const lock = await lockOf(host, path);
    if (lock !== undefined) return lock.life === "dead" ? "none" : lock.life;
    // Writers of 1.0 take no lock, so that none means nothing.
    const { version } = await openBundle(directorySource(path));
    return version === "1.0" ? "unknown" : "none";
  } catch {
    return "unknown";
  }
}

async function readSmallFile(path: string): Promise<string | undefined> {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants;
  let handle;
  try {
    handle = await open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
  try {
    const facts = await handle.stat();
    if (!facts.isFile() || facts.size > maxLockBytes) throw new Error(`${path} is no lock`);
    return await handle.readFile("utf8");
  } finally {
    await handle.close();
  }
}
