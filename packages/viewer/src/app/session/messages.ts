import type { SourceDescriptor } from "../source/descriptor.ts";
import type { LoadedItem, SessionBatch } from "./batch.ts";
import type { LogEnd } from "../source/read-log.ts";

/** What the page asks of the worker of a session. */
export type SessionAsk =
  /** Read what is there. The first time from the start, later where the last time ended. */
  | {
      readonly type: "read";
      readonly descriptor: SourceDescriptor;
      readonly sessionId: string;
      /** By the manifest: then the last line counts, with or without LF. */
      readonly ended: boolean;
    }
  /** What some things say, up to a line. */
  | {
      readonly type: "items";
      readonly id: number;
      readonly indices: readonly number[];
      readonly line: number;
    };

/** What the worker answers. */
export type SessionReply =
  | { readonly type: "batch"; readonly batch: SessionBatch }
  | { readonly type: "end"; readonly end: LogEnd }
  | { readonly type: "items"; readonly id: number; readonly items: readonly LoadedItem[] };
