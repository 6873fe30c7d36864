import { randomBytes } from "node:crypto";
import { constants, readFileSync, readlinkSync, writeSync } from "node:fs";
import { link, lstat, mkdir, open, readFile, realpath, rename, rm, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import type { Host, HostFile, HostFiles, OpenMode, ProcessFacts } from "../write/host.ts";
import { directorySource } from "./directory.ts";
import { nodeSha256 } from "./sha256.ts";

/**
 * The host that a writer in Node uses: the clock, the process and the file system of the machine. What it makes is for
 * its user alone (modes 0600 and 0700): a recorded run may hold what is not meant for others.
 */
export function nodeHost(): Host {
  const place = placeOfProcesses();
  return {
    now: Date.now,
    elapsed: () => performance.now(),
    randomHex: (digits) =>
      randomBytes(Math.ceil(digits / 2))
        .toString("hex")
        .slice(0, digits),
    sha256: nodeSha256,
    timer(ms, run) {
      const timer = setTimeout(run, ms).unref();
      return () => clearTimeout(timer);
    },
    process: { pid: process.pid, startedAt: startOf(process.pid) ?? "unknown", place },
    isAlive: (other) => lifeOf(other, place),
    files,
  };
}

const { O_APPEND, O_CREAT, O_TRUNC, O_WRONLY } = constants;
// Windows has no such flag, and no links that plain users can make.
const noFollow = constants.O_NOFOLLOW ?? 0;
const flags: { readonly [Mode in OpenMode]: number } = {
  new: O_WRONLY | O_CREAT | O_TRUNC | noFollow,
  append: O_WRONLY | O_APPEND | noFollow,
  "append-or-new": O_WRONLY | O_APPEND | O_CREAT | noFollow,
};

const files: HostFiles = {
  source: (path) => directorySource(path),
  resolve: async (path) => (await realpath(path)).replaceAll("\\", "/"),
  open: openFile,
  createFolder: async (path) => void (await mkdir(path, 0o700)),
  link,
  rename,
  remove: unlink,
  removeFolder: (path) => rm(path, { recursive: true, force: true }),
  async exists(path) {
    return (await ifThere(lstat(path))) !== undefined;
  },
  readText: (path) => ifThere(readFile(path, "utf8")),
  async syncFolder(path) {
    // Windows does not open folders; there the rename has to do.
    if (process.platform === "win32") return;
    const folder = await open(path, constants.O_RDONLY);
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
};

async function openFile(path: string, mode: OpenMode): Promise<HostFile> {
  const handle = await open(path, flags[mode], 0o600);
  return {
    // One small write is over before the thread pool would have begun it.
    write: async (bytes) => writeSync(handle.fd, bytes),
    truncate: (bytes) => handle.truncate(bytes),
    sync: () => handle.sync(),
    size: async () => (await handle.stat()).size,
    close: () => handle.close(),
  };
}

async function ifThere<Value>(found: Promise<Value>): Promise<Value | undefined> {
  try {
    return await found;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
    throw error;
  }
}

function lifeOf(
  { pid, startedAt, place }: ProcessFacts,
  here: string,
): "alive" | "dead" | "unknown" {
  if (place !== here || pid <= 0) return "unknown";
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: there is one, of another user.
    if (error instanceof Error && "code" in error && error.code === "ESRCH") return "dead";
  }
  const start = startOf(pid);
  if (start === ended) return "dead";
  return start === undefined || startedAt === "unknown" || start === startedAt ? "alive" : "dead";
}

/** A process that has ended, and whose parent has not asked how. */
const ended = "ended";

/** When a process started: the boot and the ticks since then. Undefined where the system does not tell (Linux does). */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name of the program, in parentheses, may hold anything. The start is field 22.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [state, ticks] = [fields[0], fields[19]];
    if (state === "Z" || state === "X") return ended;
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    return `${boot}:${ticks}`;
  } catch {
    return undefined;
  }
}

/** Ids of processes mean something on one machine, and there in one namespace. */
function placeOfProcesses(): string {
  try {
    return `${hostname()} ${readlinkSync("/proc/self/ns/pid")}`;
  } catch {
    return hostname();
  }
}
