import type { BundleSource, Hasher } from "../source/source.ts";

/**
 * Everything that the writer takes from outside: clock, random digits, process facts, timers and files. `nodeHost()` of
 * `@flow-bundle/bundle/node` is the usual one; a host with a fixed clock gives the same bundle every time.
 */
export interface Host {
  /** Wall clock, in milliseconds since 1970. May step back: the writer clamps. */
  now(): number;
  /** Milliseconds since some moment in the past; never goes back. */
  elapsed(): number;
  /** That many random lower-case hexadecimal digits. */
  randomHex(digits: number): string;
  /** A new SHA-256. */
  sha256(): Hasher;
  /** Calls `run` once, after `ms` milliseconds. The result cancels it. A timer keeps no process from ending. */
  timer(ms: number, run: () => void): () => void;
  /** The process that writes. */
  readonly process: ProcessFacts;
  /** Whether a process still runs. `unknown`: it cannot be told from here, for instance on another machine. */
  isAlive(process: ProcessFacts): "alive" | "dead" | "unknown";
  readonly files: HostFiles;
}

/** What tells a process from every other one. */
export interface ProcessFacts {
  readonly pid: number;
  /** When it started, in whatever form the system tells; ids of processes are used again. */
  readonly startedAt: string;
  /** Where the id means something: machine and process namespace. */
  readonly place: string;
}

/**
 * How a file is opened for writing. `new`: created, or emptied when it is there. `append`: must be there.
 * `append-or-new`: created when it is not. A link in the place of the file is never followed.
 */
export type OpenMode = "new" | "append" | "append-or-new";

/**
 * The file system. Paths are absolute or relative to the process, with `/` between segments. Errors carry a `code` such
 * as `ENOENT`, `EEXIST` or `ENOSPC`.
 */
export interface HostFiles {
  /** The bundle in a folder, for reading. */
  source(path: string): BundleSource;
  /** The absolute path of something that exists, without links; `ENOENT` when there is nothing. */
  resolve(path: string): Promise<string>;
  open(path: string, mode: OpenMode): Promise<HostFile>;
  /** Makes one folder; `EEXIST` when something is there. */
  createFolder(path: string): Promise<void>;
  /** Gives a file a second name; `EEXIST` when something has that name. */
  link(path: string, second: string): Promise<void>;
  /** Moves a file, replacing one that is there, or a folder, to where none is. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file; `ENOENT` when there is none. */
  remove(path: string): Promise<void>;
  /** Removes a folder with everything in it, following no link; nothing happens when there is none. */
  removeFolder(path: string): Promise<void>;
  exists(path: string): Promise<boolean>;
  /** A small text file; undefined when there is none. */
  readText(path: string): Promise<string | undefined>;
  /** Waits until the names in a folder are on the disk. */
  syncFolder(path: string): Promise<void>;
}

/** A file that is open for writing. */
export interface HostFile {
  /** Writes at the end. Gives the number of bytes that were written, which may be less than there are. */
  write(bytes: Uint8Array): Promise<number>;
  truncate(bytes: number): Promise<void>;
  /** Waits until the content is on the disk. */
  sync(): Promise<void>;
  size(): Promise<number>;
  close(): Promise<void>;
}
