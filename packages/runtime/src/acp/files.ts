import { constants } from "node:fs";
import { lstat, mkdir, open, readlink, realpath } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { dirname, isAbsolute, relative, resolve, sep } from "node:path";
import type { ReadTextFileRequest, WriteTextFileRequest } from "@agentclientprotocol/sdk";
import { errnoOf } from "./agent-error.ts";

const maxFileBytes = 64 * 1024 * 1024;
const { O_CREAT, O_NOFOLLOW = 0, O_NONBLOCK = 0, O_RDONLY, O_WRONLY } = constants;

/** The text files that an agent reads and writes through us: those below the working directory of its session. */
export class AgentFiles {
  readonly #root: string;

  /** @param root absolute path of the working directory. */
  constructor(root: string) {
    this.#root = root;
  }

  /** @throws {Error} when there is no such file, or it is not for the agent. */
  async read({ path, line, limit }: ReadTextFileRequest): Promise<string> {
    checkAbsolute(path);
    const target = await realpath(path).catch((error: unknown) => {
      throw notThere(path, error);
    });
    await this.#checkInside(path, target);
    const text = await withFile(path, target, O_RDONLY, async (file, size) => {
      if (size > maxFileBytes) throw new Error(`${path} is larger than ${maxFileBytes} bytes`);
      return file.readFile("utf8");
    });
    return excerpt(text, line ?? undefined, limit ?? undefined);
  }

  /** Makes folders as they are needed. @throws {Error} when the file is not for the agent, or cannot be written. */
  async write({ path, content }: WriteTextFileRequest): Promise<void> {
    checkAbsolute(path);
    const target = await this.#targetOf(path);
    await mkdir(dirname(target), { recursive: true });
    await withFile(path, target, O_WRONLY | O_CREAT, async (file) => {
      await file.truncate(0);
      await file.writeFile(content, "utf8");
    });
  }

  /** Where a file that need not exist would be: below the nearest folder that does. */
  async #targetOf(path: string): Promise<string> {
    let existing = path;
    while (!(await isThere(existing))) {
      const parent = dirname(existing);
      if (parent === existing) break;
      existing = parent;
    }
    const real = await realpath(existing).catch((error: unknown) => {
      throw notThere(path, error);
    });
    await this.#checkInside(path, real);
    const rest = path.slice(existing.length).split(sep);
    if (rest.includes("..")) throw outside(path, this.#root);
    return resolve(real, ...rest.filter((name) => name !== ""));
  }

  async #checkInside(path: string, target: string): Promise<void> {
    const below = relative(await realpath(this.#root), target);
    if (below === ".." || below.startsWith(`..${sep}`) || isAbsolute(below)) {
      throw outside(path, this.#root);
    }
  }
}

async function withFile<T>(
  path: string,
  target: string,
  flags: number,
  use: (file: FileHandle, size: number) => Promise<T>,
): Promise<T> {
  // Not through a link that took the place of the file, and without waiting for the other end of a pipe.
  const file = await open(target, flags | O_NOFOLLOW | O_NONBLOCK, 0o666).catch(
    (error: unknown) => {
      throw notThere(path, error);
    },
  );
  try {
    const facts = await file.stat();
    if (!facts.isFile()) throw new Error(`${path} is no file`);
    // A folder on the way may have been replaced by a link meanwhile: Linux tells what was opened.
    const opened = await readlink(`/proc/self/fd/${file.fd}`).catch(() => target);
    if (opened !== target) throw new Error(`${path} was moved while it was opened`);
    return await use(file, facts.size);
  } finally {
    await file.close();
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if (errnoOf(error) === "ENOENT") return false;
    throw notThere(path, error);
  }
}

/** The lines from `line`, counted from 1, at most `limit` of them. */
function excerpt(text: string, line = 1, limit?: number): string {
  if (line <= 1 && limit === undefined) return text;
  const start = Math.max(0, line - 1);
  return text
    .split("\n")
    .slice(start, limit === undefined ? undefined : start + limit)
    .join("\n");
}

function checkAbsolute(path: string): void {
  if (!isAbsolute(path)) throw new Error(`${JSON.stringify(path)} is no absolute path`);
}

function outside(path: string, root: string): Error {
  return new Error(`${path} is outside of the session's working directory ${root}`);
}

function notThere(path: string, error: unknown): Error {
  const code = errnoOf(error);
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: "does not exist",
    ENOTDIR: "does not exist: a part of the path is no folder",
    EACCES: "must not be opened by this user",
    EISDIR: "is a folder",
    ELOOP: "goes through a link",
    ENXIO: "is no file",
  };
  return new Error(
    `${path} ${reasons[code ?? ""] ?? `cannot be opened (${code ?? "no reason"})`}`,
    {
      cause: error,
    },
  );
}
