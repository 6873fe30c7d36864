import type { Rule } from "../../engine/rule.ts";
import { completedMissing } from "./completed-missing.ts";
import { failedReceiptMissing } from "./failed-receipt-missing.ts";
import { preparedMissing } from "./prepared-missing.ts";
import { receiptMismatch } from "./receipt-mismatch.ts";
import { receiptMissing } from "./receipt-missing.ts";
import { type } from "./type.ts";

/** The rules of the area `action` that are code. */
export const actionRules: readonly Rule[] = [
  completedMissing,
  failedReceiptMissing,
  preparedMissing,
  receiptMismatch,
  receiptMissing,
  type,
];
