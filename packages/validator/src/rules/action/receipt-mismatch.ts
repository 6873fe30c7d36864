import type { NodeOutcome } from "@flow-bundle/schema";
import type { BundleContext } from "../../engine/context.ts";
import type { FindingInput } from "../../engine/finding.ts";
import type { Rule } from "../../engine/rule.ts";
import { equalJson } from "../equal.ts";
import { placeOf } from "../place.ts";
import { isSameFile } from "../references.ts";
import {
  completionOf,
  executionOf,
  followCommands,
  preparationOf,
  type CommandTrack,
} from "./command.ts";

/** What is known of a command before it runs. */
const ofCommand = ["command", "args", "argsArtifact", "cwd"] as const;
type Command = { readonly [Key in (typeof ofCommand)[number]]?: unknown };

const captured = ["stdoutArtifact", "stderrArtifact"] as const;

/** The receipts of an attempt are one receipt; spec/text/actions.md#action-receipt-mismatch. */
export const receiptMismatch: Rule = {
  id: "action/receipt-mismatch",
  needs: ["trace"],
  check(ctx, report) {
    return {
      on: followCommands(ctx, (at, { nodeId, payload }, track) => {
        // That a function has action events at all is action/type.
        if (track.repeated || executionOf(ctx, nodeId) === "function") return;
        for (const finding of changesOfCommand(payload, track)) {
          const { completed = at } = track;
          report({ ...placeOf(completed), ...finding });
        }
        for (const finding of changesOfReceipt(ctx, payload, track)) {
          report({ ...placeOf(at), ...finding });
        }
      }),
    };
  },
};

type Difference = Omit<FindingInput, "file" | "line">;

/** Where the first receipt after action_prepared speaks of another command. */
function changesOfCommand(
  { action }: NodeOutcome["payload"],
  { prepared, completed }: CommandTrack,
): Difference[] {
  const receipt = completed === undefined ? action : completionOf(completed).action;
  if (prepared === undefined || receipt?.actionType !== "shell") return [];
  const expected: Command = preparationOf(prepared);
  return differing(expected, receipt).map((key) => ({
    pointer: receipt[key] === undefined ? "/payload/action" : `/payload/action/${key}`,
    message: `${key} is not that of action_prepared`,
    ...(expected[key] === undefined ? {} : { expected: expected[key] }),
    ...(receipt[key] === undefined ? {} : { actual: receipt[key] }),
    related: [
      {
        file: "trace.ndjson",
        line: prepared.line,
        pointer: expected[key] === undefined ? "/payload/action" : `/payload/action/${key}`,
      },
    ],
    hint: "an attempt runs one command: what was prepared is what ran",
  }));
}

/** Where the outcome does not repeat action_completed. */
function changesOfReceipt(
  ctx: BundleContext,
  payload: NodeOutcome["payload"],
  { prepared, completed }: CommandTrack,
): Difference[] {
  if (completed === undefined) return [];
  const receipt = completionOf(completed);
  const found: Difference[] = [];
  const add = (key: "action" | (typeof captured)[number]): void => {
    found.push({
      pointer: `/payload/${key}`,
      message: `${key} is not that of action_completed`,
      expected: receipt[key],
      actual: payload[key],
      related: [{ file: "trace.ndjson", line: completed.line, pointer: `/payload/${key}` }],
      hint: "node_outcome repeats what action_completed says, member by member",
    });
  };
  // What is missing is action/receipt-missing or action/failed-receipt-missing.
  const { action } = payload;
  if (action !== undefined && !equalJson(action, receipt.action)) {
    // Where the outcome agrees with action_prepared, it is action_completed that differs.
    const command = prepared === undefined ? undefined : preparationOf(prepared);
    if (command === undefined || !equalJson({ ...receipt.action, ...command }, action)) {
      add("action");
    }
  }
  for (const key of captured) {
    const reference = payload[key];
    if (reference !== undefined && !isSameFile(ctx, receipt[key], reference)) add(key);
  }
  return found;
}

function differing(a: Command, b: Command): readonly (keyof Command)[] {
  return ofCommand.filter((key) => !equalJson(a[key], b[key]));
}
