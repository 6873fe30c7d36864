import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

const kib = 1024;

/** A text of an event: pointer, greatest size in bytes of UTF-8, and what to do with a longer one. */
type Limit = readonly [pointer: string, bytes: number, remedy: string];

const name = (pointer: string): Limit => [pointer, 4 * kib, "use a shorter one"];
const cut = (pointer: string): Limit => [pointer, 16 * kib, "cut it, and end it with …"];
const error: Limit = [
  "/payload/error",
  16 * kib,
  "cut it, end it with …, and put the whole text into the artifact errorArtifact",
];
const args: Limit = [
  "/payload/action/args",
  64 * kib,
  "leave it empty, and put the arguments into the artifact argsArtifact",
];

const ofEnvelope: readonly Limit[] = [name("/nodeId"), name("/attemptId"), name("/sessionId")];

const byType: ReadonlyMap<string, readonly Limit[]> = new Map([
  ["run_started", [name("/payload/flowName"), name("/payload/runTitle")]],
  [
    "run_waiting",
    [name("/payload/waitingOn"), name("/payload/attemptId"), cut("/payload/summary")],
  ],
  ["run_resumed", [name("/payload/attemptId")]],
  ["run_failed", [error]],
  ["run_timed_out", [error]],
  ["session_bound", [name("/payload/handle")]],
  ["node_started", [cut("/payload/statusDetail")]],
  ["node_heartbeat", [cut("/payload/statusDetail")]],
  ["node_outcome", [error, args]],
  ["action_prepared", [args]],
  ["action_completed", [args]],
]);

/** Texts in the trace stay small, so that lines do; spec/text/trace.md#trace-text-size. */
export const textSize: Rule = {
  id: "trace/text-size",
  needs: ["trace"],
  check(_ctx, report) {
    return {
      on: {
        "*": (at) => {
          // A text can only be too long in a line that is.
          if (at.bytes <= 4 * kib) return;
          for (const [pointer, most, hint] of [
            ...ofEnvelope,
            ...(byType.get(at.event.type) ?? []),
          ]) {
            const bytes = byteLength(valueAt(at.event, pointer), most);
            if (bytes <= most) continue;
            report({
              ...placeOf(at),
              pointer,
              message: `${pointer.slice(pointer.lastIndexOf("/") + 1)} has ${bytes} bytes, and at most ${most} are allowed`,
              expected: most,
              actual: bytes,
              hint,
            });
          }
        },
      },
    };
  },
};

function valueAt(event: unknown, pointer: string): unknown {
  let value = event;
  for (const key of pointer.slice(1).split("/")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return value;
}

/** Size of a text, or of a list as compact JSON; not counted exactly where it cannot be above `most`. */
function byteLength(value: unknown, most: number): number {
  if (value === undefined || value === null) return 0;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length * 3 <= most ? text.length : new TextEncoder().encode(text).length;
}
