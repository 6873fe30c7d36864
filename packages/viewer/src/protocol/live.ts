import type { FileEntry, Writer } from "./api.ts";

// One WebSocket for all runs that a page follows. The server tells which files grew or were replaced; the page fetches
// the new bytes itself, by range. What the server tells has a version per run; a page that misses one asks for a resync.

/** What the page says. Anything else closes the connection. */
export type ClientMessage =
  | { readonly type: "follow"; readonly run: string }
  | { readonly type: "unfollow"; readonly run: string }
  /** Send a snapshot again: a version was missed. */
  | { readonly type: "resync"; readonly run: string };

/** All files of the run as they are at `version`. */
export interface Snapshot {
  readonly type: "snapshot";
  readonly run: string;
  readonly version: number;
  readonly writer: Writer;
  readonly files: readonly FileEntry[];
}

/** What changed between `version - 1` and `version`: files, or the writer alone. */
export interface Patch {
  readonly type: "patch";
  readonly run: string;
  readonly version: number;
  readonly writer: Writer;
  /** Append-only files that have more bytes now: path and size. */
  readonly grown: readonly { readonly path: string; readonly bytes: number }[];
  /** Files that are new, or were replaced as a whole. */
  readonly replaced: readonly FileEntry[];
  /** Paths that are gone. */
  readonly removed: readonly string[];
}

/** What the server says. `gone`: there is no such run (any more). */
export type ServerMessage = Snapshot | Patch | { readonly type: "gone"; readonly run: string };
