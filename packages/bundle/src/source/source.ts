/** What an entry of a bundle directory is. Everything but `file` and `directory` is refused by readers. */
export type EntryType = "file" | "directory" | "link" | "special";

/** One entry of the bundle's tree. `path` is bundle-relative and `/`-separated; `bytes` is 0 for anything but files. */
export interface SourceEntry {
  readonly path: string;
  readonly type: EntryType;
  readonly bytes: number;
  /**
   * Why readers cannot get at this entry. `bad-path`: its name breaks the grammar of `checkPath` (control characters,
   * a backslash, bytes that are not UTF-8, shown as `\xff`); a folder of that sort is not entered. `unreadable`: a
   * folder that could not be listed. `changed`: a folder that was replaced while it was being listed.
   */
  readonly problem?: "bad-path" | "unreadable" | "changed";
}

/** Running SHA-256. `hex` may be called once. */
export interface Hasher {
  update(bytes: Uint8Array): void;
  hex(): string | Promise<string>;
}

/** Why a file of the bundle could not be read; see {@link SourceError}. */
export type SourceErrorCode =
  | "not-found"
  | "not-a-file"
  | "not-a-directory"
  | "link"
  | "special"
  | "outside"
  | "bad-path"
  | "too-large"
  | "changed"
  | "unreadable";

/** Thrown by sources. `path` is bundle-relative; "" is the bundle itself. */
export class SourceError extends Error {
  readonly code: SourceErrorCode;
  readonly path: string;

  constructor(code: SourceErrorCode, path: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "SourceError";
    this.code = code;
    this.path = path;
  }
}

/**
 * How everything in this project sees the files of one bundle. Backends: a directory (node), a map in memory, a
 * directory handle (browser). A source never follows links and never reads outside the bundle.
 */
export interface BundleSource {
  /** What people call this bundle: the path as it was given, or the name of the folder. Used in reports only. */
  readonly name: string;

  /**
   * The whole tree, depth first, each folder before its content, names in code unit order. Links and special files are
   * yielded, never entered.
   */
  entries(): AsyncIterable<SourceEntry>;

  /**
   * The file's size, or undefined when there is no entry at that path. Throws {@link SourceError} for folders, links
   * and special files, and for a path that breaks the grammar.
   */
  size(path: string): Promise<number | undefined>;

  /**
   * The whole file as it was when it was opened; throws `too-large` when it has more than `maxBytes`. The bytes may be
   * the source's own: do not write into them.
   */
  read(path: string, maxBytes: number): Promise<Uint8Array>;

  /**
   * The file in blocks, from byte `start` (default 0) to `end` (exclusive; default: the end when it is opened). Offsets
   * beyond the end are clamped. A block is valid until the next one is asked for, and never empty.
   */
  blocks(path: string, start?: number, end?: number): AsyncIterable<Uint8Array>;

  /** A new SHA-256, from whatever the platform has. */
  sha256(): Hasher;
}
