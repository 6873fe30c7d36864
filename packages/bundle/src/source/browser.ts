import { inBlocks } from "./block.ts";
import { becameShorter, notAFile, notFound, tooLarge } from "./errors.ts";
import type { DirectoryHandle, FileSnapshot } from "./handle.ts";

import { checkPath, pathSegments } from "./path.ts";
import { portableSha256 } from "./sha256.ts";
import { SourceError } from "./source.ts";
import type { BundleSource, SourceEntry } from "./source.ts";

/** How much is asked for at a time: each time is a round trip to another process. */
const sliceSize = 1024 * 1024;

/**
 * A bundle behind a directory handle of the File System API (`showDirectoryPicker()`, a dropped folder, OPFS). Browsers
 * do not show links and special files, so none are reported.
 */
export function browserSource(root: DirectoryHandle, name: string = root.name): BundleSource {
  return {
    name,
    entries: () => walk(root),
    async size(path) {
      return (await open(root, path))?.size;
    },
    async read(path, maxBytes) {
      const file = await existing(root, path);
      if (file.size > maxBytes) throw tooLarge(path, file.size, maxBytes);
      return slice(path, file, 0, file.size);
    },
    async *blocks(path, start = 0, end = Infinity) {
      const file = await existing(root, path);
      const stop = Math.min(end, file.size);
      for (let at = Math.max(0, start); at < stop; at += sliceSize) {
        yield* inBlocks(await slice(path, file, at, Math.min(at + sliceSize, stop)));
      }
    },
    sha256: portableSha256,
  };
}

/** Undefined when there is no such entry. */
async function open(root: DirectoryHandle, path: string): Promise<FileSnapshot | undefined> {
  const folders = pathSegments(path);
  const last = folders.pop() ?? "";
  let folder = root;
  for (const segment of folders) {
    try {
      folder = await folder.getDirectoryHandle(segment);
    } catch (error) {
      if (isAbsent(error) || errorName(error) === "TypeMismatchError") return undefined;
      throw unreadable(path, error);
    }
  }
  try {
    return await (await folder.getFileHandle(last)).getFile();
  } catch (error) {
    if (isAbsent(error)) return undefined;
    if (errorName(error) === "TypeMismatchError") {
      throw notAFile(path, { cause: error });
    }
    throw unreadable(path, error);
  }
}

async function existing(root: DirectoryHandle, path: string): Promise<FileSnapshot> {
  const file = await open(root, path);
  if (file === undefined) throw notFound(path);
  return file;
}

async function slice(
  path: string,
  file: FileSnapshot,
  start: number,
  end: number,
): Promise<Uint8Array> {
  let buffer: ArrayBuffer;
  try {
    buffer = await file.slice(start, end).arrayBuffer();
  } catch (error) {
    // A snapshot whose file was modified on disk can no longer be read.
    const changed = errorName(error) === "NotReadableError" || errorName(error) === "NotFoundError";
    if (changed) {
      throw new SourceError("changed", path, "The file changed while it was being read", {
        cause: error,
      });
    }
    throw unreadable(path, error);
  }
  if (buffer.byteLength === end - start) return new Uint8Array(buffer);
  throw becameShorter(path);
}

interface Child {
  readonly name: string;
  readonly kind: "file" | "directory";
}

async function* walk(root: DirectoryHandle): AsyncGenerator<SourceEntry> {
  const stack = [{ prefix: "", folder: root, children: await list(root) }];
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const child = top.children.pop();
    if (child === undefined) {
      stack.pop();
      continue;
    }
    const path = top.prefix + child.name;
    const bad = checkPath(path) !== undefined;
    if (child.kind === "file") {
      yield {
        path,
        type: "file",
        bytes: await sizeOf(top.folder, child.name),
        ...(bad && { problem: "bad-path" }),
      };
    } else if (bad) {
      yield { path, type: "directory", bytes: 0, problem: "bad-path" };
    } else {
      const inner = await enter(top.folder, child.name);
      yield {
        path,
        type: "directory",
        bytes: 0,
        ...(inner === undefined && { problem: "unreadable" }),
      };
      if (inner !== undefined) stack.push({ prefix: `${path}/`, ...inner });
    }
  }
}

async function enter(parent: DirectoryHandle, name: string) {
  try {
    const folder = await parent.getDirectoryHandle(name);
    return { folder, children: await list(folder) };
  } catch {
    return undefined;
  }
}

/** Last name first: the walk pops them off. */
async function list(folder: DirectoryHandle): Promise<Child[]> {
  const children: Child[] = [];
  try {
    for await (const [name, { kind }] of folder.entries()) children.push({ name, kind });
  } catch (error) {
    throw unreadable("", error);
  }
  return children.toSorted((a, b) => (a.name < b.name ? 1 : -1));
}

/** A file that vanished or may not be opened has no size here; reading it tells why. */
async function sizeOf(folder: DirectoryHandle, name: string): Promise<number> {
  try {
    return (await (await folder.getFileHandle(name)).getFile()).size;
  } catch {
    return 0;
  }
}

/** A name that the platform does not allow (TypeError) cannot exist either. */
function isAbsent(error: unknown): boolean {
  return errorName(error) === "NotFoundError" || error instanceof TypeError;
}

function errorName(error: unknown): string {
  return error instanceof Error ? error.name : "";
}

function unreadable(path: string, cause: unknown): SourceError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new SourceError("unreadable", path, `It could not be read: ${reason}`, { cause });
}
