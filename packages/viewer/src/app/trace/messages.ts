import type { AttemptView, RunView } from "@flow-bundle/schema";
import type { RunHead } from "@flow-bundle/bundle";
import type { SourceDescriptor } from "../source/descriptor.ts";
import type { LogEnd } from "../source/read-log.ts";
import type { Batch } from "./batch.ts";
import type { References } from "./references.ts";

/** What the page asks of the worker of a trace. */
export type TraceRequest =
  | {
      /** First message: read the trace from its start. */
      readonly type: "open";
      readonly descriptor: SourceDescriptor;
      readonly version: "1.0" | "1.1";
      readonly head: RunHead | undefined;
      /** By the manifest: then the last line counts, with or without LF. */
      readonly ended: boolean;
    }
  /** The trace has grown, or the run has ended: go on reading. */
  | { readonly type: "grow"; readonly descriptor: SourceDescriptor; readonly ended: boolean }
  | {
      readonly type: "attempt";
      readonly id: number;
      readonly attemptId: string;
      readonly row: number;
    }
  | { readonly type: "view" | "references"; readonly id: number; readonly row: number };

/** What the worker answers. */
export type TraceReply =
  | { readonly type: "batch"; readonly batch: Batch }
  | { readonly type: "end"; readonly end: LogEnd }
  | { readonly type: "attempt"; readonly id: number; readonly attempt: AttemptView | undefined }
  | { readonly type: "view"; readonly id: number; readonly view: RunView | undefined }
  | {
      readonly type: "references";
      readonly id: number;
      readonly references: ReadonlyMap<string, References>;
    };
