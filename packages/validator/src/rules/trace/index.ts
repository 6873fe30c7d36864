import type { Rule } from "../../engine/rule.ts";
import { afterTerminal } from "./after-terminal.ts";
import { completedEarly } from "./completed-early.ts";
import { empty } from "./empty.ts";
import { firstEvent } from "./first-event.ts";
import { inProgress } from "./in-progress.ts";
import { largeValues } from "./large-values.ts";
import { lateEvent } from "./late-event.ts";
import { newerType } from "./newer-type.ts";
import { nextNode } from "./next-node.ts";
import { resumeOrder } from "./resume-order.ts";
import { runId } from "./run-id.ts";
import { seq } from "./seq.ts";
import { sessionId } from "./session-id.ts";
import { terminalOnce } from "./terminal-once.ts";
import { textSize } from "./text-size.ts";
import { timedOutAsFailed } from "./timed-out-as-failed.ts";
import { timeOrder } from "./time-order.ts";
import { unclosed } from "./unclosed.ts";
import { unknownType } from "./unknown-type.ts";
import { waitingCheckpoint } from "./waiting-checkpoint.ts";
import { waitingMissing } from "./waiting-missing.ts";
import { waitingOrder } from "./waiting-order.ts";

/** The rules of the area `trace` that are code. */
export const traceRules: readonly Rule[] = [
  afterTerminal,
  completedEarly,
  empty,
  firstEvent,
  inProgress,
  largeValues,
  lateEvent,
  newerType,
  nextNode,
  resumeOrder,
  runId,
  seq,
  sessionId,
  terminalOnce,
  textSize,
  timedOutAsFailed,
  timeOrder,
  unclosed,
  unknownType,
  waitingCheckpoint,
  waitingMissing,
  waitingOrder,
];
