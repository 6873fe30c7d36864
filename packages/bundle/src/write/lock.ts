import { BundleLockedError, errnoOf } from "./errors.ts";
import { createFile, encode } from "./files.ts";
import type { Host, ProcessFacts } from "./host.ts";

/** The right to write to one bundle. */
export interface Lock {
  release(): Promise<void>;
}

/** Who may be writing to a bundle. */
export interface LockState {
  readonly holder: ProcessFacts;
  /** Whether the holder still runs. `unknown`: it cannot be told from here. */
  readonly life: "alive" | "dead" | "unknown";
  /** The file that says so. */
  readonly path: string;
}

/** Who has, or had until it died, the lock of the bundle in a folder; undefined when nobody has. */
export async function lockOf(host: Host, bundlePath: string): Promise<LockState | undefined> {
  const bundle = await host.files.resolve(bundlePath);
  const slash = bundle.lastIndexOf("/");
  const path = lockPath(bundle.slice(0, slash), bundle.slice(slash + 1));
  const content = await host.files.readText(path);
  if (content === undefined) return undefined;
  const holder = holderOf(content);
  return { holder, life: host.isAlive(holder), path };
}

/**
 * Takes the lock of a run: a file beside the bundle that appears with its whole content. That of a process that has died
 * is taken over.
 *
 * @throws {BundleLockedError} when another process has it, or may have it.
 */
export function takeLock(host: Host, runsFolder: string, runId: string): Promise<Lock> {
  return take(host, lockPath(runsFolder, runId));
}

async function take(host: Host, path: string): Promise<Lock> {
  const { files } = host;
  const content = `${JSON.stringify({ ...host.process, token: host.randomHex(16) })}\n`;
  const own = `${path}.${host.randomHex(16)}`;
  let isTaken = false;
  try {
    await createFile(files, own, content);
    while (!isTaken)
      isTaken = (await hasLinked(host, own, path)) || (await hasReplaced(host, own, path));
  } finally {
    await files.remove(own).catch(() => undefined);
  }
  return {
    async release() {
      if ((await files.readText(path)) === content) await files.remove(path);
    },
  };
}

function lockPath(runsFolder: string, name: string): string {
  return `${runsFolder}/.${name}.lock`;
}

async function hasLinked({ files }: Host, own: string, path: string): Promise<boolean> {
  try {
    await files.link(own, path);
    return true;
  } catch (error) {
    if (errnoOf(error) === "EEXIST") return false;
    throw error;
  }
}

/**
 * Puts one's own lock in the place of that of a dead process; throws when its process lives.
 *
 * Several processes may have seen the same dead lock, one of them long ago. So whoever replaces it first takes the right
 * to do so, which is a lock as well, named after what is to be replaced, and then looks whether that is still there: no
 * other process changes it as long as the right is held.
 */
async function hasReplaced(host: Host, own: string, path: string): Promise<boolean> {
  const { files } = host;
  const content = await files.readText(path);
  if (content === undefined) return false;
  const holder = holderOf(content);
  const life = host.isAlive(holder);
  if (life !== "dead") throw new BundleLockedError(holder, path, life === "alive");
  const right = await take(host, `${path}.${await shortDigest(host, content)}`);
  try {
    if ((await files.readText(path)) !== content) return false;
    await files.rename(own, path);
    return true;
  } finally {
    // One that stays behind does no harm: it is about a lock that is gone.
    await right.release().catch(() => undefined);
  }
}

/** Enough to tell the locks apart that a bundle ever had; names of files must not get long. */
async function shortDigest(host: Host, content: string): Promise<string> {
  const hasher = host.sha256();
  hasher.update(encode(content));
  return (await hasher.hex()).slice(0, 8);
}

function holderOf(content: string): ProcessFacts {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    value = undefined;
  }
  const { pid, startedAt, place } = (value ?? {}) as Partial<ProcessFacts>;
  return {
    pid: typeof pid === "number" ? pid : 0,
    startedAt: typeof startedAt === "string" ? startedAt : "unknown",
    place: typeof place === "string" ? place : "unknown",
  };
}
