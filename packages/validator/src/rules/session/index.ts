import type { Rule } from "../../engine/rule.ts";
import { bindingArtifactContent } from "./binding-artifact-content.ts";
import { bindingArtifactDigest } from "./binding-artifact-digest.ts";
import { bindingArtifactLocation } from "./binding-artifact-location.ts";
import { bindingId } from "./binding-id.ts";
import { boundOnce } from "./bound-once.ts";
import { boundUnused } from "./bound-unused.ts";
import { conversationMismatch } from "./conversation-mismatch.ts";
import { eventRangeBounds } from "./event-range-bounds.ts";
import { eventRangeOverlap } from "./event-range-overlap.ts";
import { eventSeq } from "./event-seq.ts";
import { eventTimeOrder } from "./event-time-order.ts";
import { eventsOutsideRanges } from "./events-outside-ranges.ts";
import { failedReceiptMissing } from "./failed-receipt-missing.ts";
import { fileMissing } from "./file-missing.ts";
import { handle } from "./handle.ts";
import { isolated } from "./isolated.ts";
import { messageRange } from "./message-range.ts";
import { rangeAttribution } from "./range-attribution.ts";
import { rangeEnd } from "./range-end.ts";
import { rawResponseText } from "./raw-response-text.ts";
import { receiptMismatch } from "./receipt-mismatch.ts";
import { receiptMissing } from "./receipt-missing.ts";
import { recordClosed } from "./record-closed.ts";
import { recordEventLog } from "./record-event-log.ts";
import { recordIds } from "./record-ids.ts";
import { recordLastSeq } from "./record-last-seq.ts";
import { turnEventMissing } from "./turn-event-missing.ts";
import { unknown } from "./unknown.ts";

/** The rules of the area `session` that are code. */
export const sessionRules: readonly Rule[] = [
  bindingArtifactContent,
  bindingArtifactDigest,
  bindingArtifactLocation,
  bindingId,
  boundOnce,
  boundUnused,
  conversationMismatch,
  eventRangeBounds,
  eventRangeOverlap,
  eventSeq,
  eventTimeOrder,
  eventsOutsideRanges,
  failedReceiptMissing,
  fileMissing,
  handle,
  isolated,
  messageRange,
  rangeAttribution,
  rangeEnd,
  rawResponseText,
  receiptMismatch,
  receiptMissing,
  recordClosed,
  recordEventLog,
  recordIds,
  recordLastSeq,
  turnEventMissing,
  unknown,
];
