/** Where the API of the server lies, relative to the page. */
export const apiPaths = {
  /** {@link RunList} */
  runs: "api/runs",
  /** `<id>` follows; {@link RunFiles} */
  run: "api/runs/",
  /** `<id>` follows; the bytes, with ranges */
  file: "api/files/",
  /** WebSocket; see live.ts */
  live: "api/live",
} as const;

/**
 * Whether a process writes to a run that has not ended. `none`: the one that did is gone, and left the run open, or it
 * waits. `unknown`: that cannot be told from here, because the writer leaves no lock (those of version 1.0) or runs on
 * another machine.
 */
export type Writer = "alive" | "none" | "unknown";

/** One run that the server found. Everything but `id` and `name` comes from its manifest. */
export interface RunEntry {
  /** Stays the same as long as the bundle stays where it is. */
  readonly id: string;
  /** Folder of the bundle, relative to what was given. */
  readonly name: string;
  readonly runId?: string;
  readonly flowName?: string;
  readonly title?: string;
  readonly status?: string;
  readonly startedAt?: string;
  readonly finishedAt?: string;
  /** Of a run that has not ended. */
  readonly writer?: Writer;
  /** Why its manifest cannot be read. */
  readonly problem?: string;
}

/** What is served: newest run first, those that cannot be read last. */
export interface RunList {
  readonly runs: readonly RunEntry[];
  /** For people: what was passed over. */
  readonly notes: readonly string[];
}

/** One entry of a bundle's tree, as in a `BundleSource`, with the id to fetch it by. */
export interface FileEntry {
  /** Absent for what is not served: folders, links, special files, names that no reader may open. */
  readonly id?: string;
  readonly path: string;
  readonly type: "file" | "directory" | "link" | "special";
  readonly bytes: number;
  readonly problem?: "bad-path" | "unreadable" | "changed";
}

/** The tree of one bundle. */
export interface RunFiles {
  readonly id: string;
  readonly name: string;
  readonly files: readonly FileEntry[];
}
