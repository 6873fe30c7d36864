import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
} from "node:fs";
import type { BigIntStats } from "node:fs";
import { isAbsolute, relative, sep } from "node:path";
import { notAFile, notFound } from "../source/errors.ts";
import { pathSegments } from "../source/path.ts";
import { SourceError } from "../source/source.ts";
import type { SourceErrorCode } from "../source/source.ts";

/** The folder that a source reads from, pinned to what it was when the source was made. */
export interface Root {
  /** Absolute path without links. */
  readonly path: string;
  readonly identity: Identity;
}

/** What tells one file or folder from another. */
export interface Identity {
  readonly dev: bigint;
  readonly ino: bigint;
}

/** A file that was found and checked, but not opened yet. */
interface Located extends Identity {
  readonly absolute: string;
  readonly size: bigint;
  /** Each folder above the file, the root included. */
  readonly folders: readonly (Identity & { readonly absolute: string })[];
}

const posix = process.platform !== "win32";
// Windows has neither of these two flags; what they prevent is checked afterwards.
const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
/** On Windows these open streams and devices, or name a file by more than one name. */
const windowsAlias =
  /[<>:"|?*]|[ .]$|^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?: *\.|$)/i;

/**
 * Looks up a file without opening it: the grammar of the path first, then `lstat` of each component.
 *
 * @returns undefined when there is no entry at the path.
 * @throws {SourceError} when it, or a folder above it, is anything but what it has to be.
 */
export function locateFile(root: Root, path: string): Located | undefined {
  const segments = pathSegments(path);
  if (!posix && segments.some((segment) => windowsAlias.test(segment))) {
    throw new SourceError(
      "bad-path",
      path,
      "The path has a name that Windows gives another meaning",
    );
  }
  const folders = [{ absolute: root.path, ...root.identity }];
  let absolute = root.path;
  for (const [i, segment] of segments.entries()) {
    absolute += sep + segment;
    const stats = lstat(absolute, path);
    if (stats === undefined) return undefined;
    if (stats.isSymbolicLink()) throw linkError(path, segments.slice(0, i + 1).join("/"));
    const { dev, ino, size } = stats;
    if (i === segments.length - 1) {
      if (stats.isFile()) return { absolute, dev, ino, size, folders };
      if (stats.isDirectory()) throw notAFile(path);
      throw new SourceError("special", path, "This is a device, FIFO or socket, not a file");
    }
    if (!stats.isDirectory()) return undefined;
    folders.push({ absolute, dev, ino });
  }
  return undefined;
}

/**
 * Opens a file for reading. The descriptor is that of the regular file which was looked up: neither the last component
 * nor a folder above it was exchanged in between. The caller closes it.
 */
export function openVerified(root: Root, path: string): { fd: number; size: number } {
  const file = locateFile(root, path);
  if (file === undefined) throw notFound(path);
  const real = posix ? undefined : realPathInside(root, file.absolute, path);
  let fd: number;
  try {
    fd = openSync(file.absolute, flags);
  } catch (error) {
    throw fromErrno(error, path);
  }
  try {
    const opened = fstatSync(fd, { bigint: true });
    const isRight =
      opened.isFile() &&
      isSame(opened, file) &&
      file.folders.every((folder) => isSameFolder(folder.absolute, folder)) &&
      isInside(fd, root) &&
      (posix || realPathInside(root, file.absolute, path) === real);
    if (!isRight) {
      throw new SourceError("changed", path, "The file was exchanged while it was being opened");
    }
    return { fd, size: Number(opened.size) };
  } catch (error) {
    closeSync(fd);
    throw error instanceof SourceError ? error : fromErrno(error, path);
  }
}

/** Whether a path (not followed, if it is a link) is still the folder it was. */
export function isSameFolder(absolute: string, was: Identity): boolean {
  const now = lstatSync(absolute, { bigint: true, throwIfNoEntry: false });
  return now !== undefined && now.isDirectory() && isSame(now, was);
}

/**
 * Whether an open file lies in the root, by what the system says of the descriptor. That holds even if a folder was
 * exchanged for a link and back between the other checks. Only Linux tells; elsewhere those checks have to do.
 */
function isInside(fd: number, root: Root): boolean {
  if (process.platform !== "linux") return true;
  try {
    return isBelow(readlinkSync(`/proc/self/fd/${fd}`), root);
  } catch {
    return true; // No /proc.
  }
}

function isSame(a: Identity, b: Identity): boolean {
  return a.ino === b.ino && a.dev === b.dev;
}

function lstat(absolute: string, path: string): BigIntStats | undefined {
  try {
    return lstatSync(absolute, { bigint: true, throwIfNoEntry: false });
  } catch (error) {
    const wrapped = fromErrno(error, path);
    if (wrapped.code === "not-found") return undefined;
    throw wrapped;
  }
}

function realPathInside(root: Root, absolute: string, path: string): string {
  let real: string;
  try {
    real = realpathSync.native(absolute);
  } catch (error) {
    throw fromErrno(error, path);
  }
  if (isBelow(real, root)) return real;
  throw new SourceError("outside", path, "The file lies outside the bundle");
}

function isBelow(absolute: string, root: Root): boolean {
  const inside = relative(root.path, absolute);
  return inside !== "" && !isAbsolute(inside) && inside.split(sep)[0] !== "..";
}

function linkError(path: string, link: string): SourceError {
  const which =
    link === path ? "This is a symbolic link" : `${JSON.stringify(link)} is a symbolic link`;
  return new SourceError("link", path, `${which}; links are not followed`);
}

/** What the system's error codes mean to a reader of bundles. */
const meanings = new Map<string, readonly [SourceErrorCode, string]>([
  ["ENOENT", ["not-found", "There is no such file"]],
  ["ENOTDIR", ["not-found", "There is no such file"]],
  [
    "ENAMETOOLONG",
    ["not-found", "There is no such file: the name is too long for the file system"],
  ],
  ["EISDIR", ["not-a-file", "This is a folder, not a file"]],
  ["ELOOP", ["link", "This is a symbolic link; links are not followed"]],
  ["ENXIO", ["special", "This is a device, FIFO or socket, not a file"]],
  ["EACCES", ["unreadable", "Permission was denied"]],
  ["EPERM", ["unreadable", "Permission was denied"]],
]);

/** Turns an error of `node:fs` into a {@link SourceError}. The message names no absolute path. */
export function fromErrno(cause: unknown, path: string): SourceError {
  const errno = cause instanceof Error && "code" in cause ? String(cause.code) : "unknown error";
  const [code, message] = meanings.get(errno) ?? ["unreadable", `It could not be read (${errno})`];
  return new SourceError(code, path, message, { cause });
}
