import { BundleLockedError, errnoOf } from "./errors.ts";
import { createFile } from "./files.ts";
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
export async function takeLock(host: Host, runsFolder: string, runId: string): Promise<Lock> {
  const { files } = host;
  const path = lockPath(runsFolder, runId);
  const content = `${JSON.stringify({ ...host.process, token: host.randomHex(16) })}\n`;
  const own = `${path}.${host.randomHex(16)}`;
  try {
    await createFile(files, own, content);
    while (!(await hasLinked(host, own, path))) await makeWay(host, path);
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

/** Removes the lock of a dead process; throws when its process lives. */
async function makeWay(host: Host, path: string): Promise<void> {
  const { files } = host;
  const content = await files.readText(path);
  if (content === undefined) return;
  const holder = holderOf(content);
  const life = host.isAlive(holder);
  if (life !== "dead") throw new BundleLockedError(holder, path, life === "alive");
  // Another process may be taking it over as well, and have put its own lock there: look at what was moved.
  const aside = `${path}.${host.randomHex(16)}`;
  try {
    await files.rename(path, aside);
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return;
    throw error;
  }
  if ((await files.readText(aside)) !== content) {
    await files.link(aside, path).catch(() => undefined);
  }
  await files.remove(aside);
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
