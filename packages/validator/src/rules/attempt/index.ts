import type { Rule } from "../../engine/rule.ts";
import { duration } from "./duration.ts";
import { eventOrder } from "./event-order.ts";
import { foreignReceipt } from "./foreign-receipt.ts";
import { interruptedWithoutOutcome } from "./interrupted-without-outcome.ts";
import { nodeMismatch } from "./node-mismatch.ts";
import { nodeType } from "./node-type.ts";
import { notOpen } from "./not-open.ts";
import { oneOpen } from "./one-open.ts";
import { outcomeMissing } from "./outcome-missing.ts";
import { unique } from "./unique.ts";
import { unknownNode } from "./unknown-node.ts";

/** The rules of the area `attempt` that are code. */
export const attemptRules: readonly Rule[] = [
  duration,
  eventOrder,
  foreignReceipt,
  interruptedWithoutOutcome,
  nodeMismatch,
  nodeType,
  notOpen,
  oneOpen,
  outcomeMissing,
  unique,
  unknownNode,
];
