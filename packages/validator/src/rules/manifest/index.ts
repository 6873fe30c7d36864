import type { Rule } from "../../engine/rule.ts";
import { runFields } from "./run-fields.ts";
import { runningWithFinishedAt } from "./running-with-finished-at.ts";
import { sessionPaths } from "./session-paths.ts";
import { sessionSet } from "./session-set.ts";
import { statusMismatch } from "./status-mismatch.ts";
import { terminalMissing } from "./terminal-missing.ts";
import { timesOrder } from "./times-order.ts";

/** The rules of the area `manifest` that are code. */
export const manifestRules: readonly Rule[] = [
  runFields,
  runningWithFinishedAt,
  sessionPaths,
  sessionSet,
  statusMismatch,
  terminalMissing,
  timesOrder,
];
