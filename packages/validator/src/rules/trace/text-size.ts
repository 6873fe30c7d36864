import type { Rule } from "../../engine/rule.ts";
import { placeOf } from "../place.ts";

const kib = 1024;

/** Greatest sizes of texts in the trace, in bytes of UTF-8; spec/text/json.md#trace-text-size. */
const limits: readonly (readonly [pointer: string, bytes: number, remedy: string])[] = [
  ["/nodeId", 4 * kib, "use a shorter id"],
  ["/attemptId", 4 * kib, "use a shorter id"],
  ["/sessionId", 4 * kib, "use a shorter id"],
  ["/payload/flowName", 4 * kib, "use a shorter name"],
  ["/payload/runTitle", 4 * kib, "use a shorter title"],
  ["/payload/handle", 4 * kib, "use a shorter handle"],
  ["/payload/waitingOn", 4 * kib, "use a shorter id"],
  ["/payload/error", 16 * kib, "cut it with … and put the whole text into errorArtifact"],
  ["/payload/statusDetail", 16 * kib, "cut it with …"],
  ["/payload/summary", 16 * kib, "cut it with …"],
  ["/payload/action/args", 64 * kib, "put the arguments into argsArtifact"],
];

/** Texts in the trace stay small, so that lines do; spec/text/json.md#trace-text-size. */
export const textSize: Rule = {
  id: "trace/text-size",
  needs: ["trace"],
  check(_ctx, report) {
    return {
      on: {
        "*": (at) => {
          // A text can only be too long in a line that is.
          if (at.bytes <= 4 * kib) return;
          for (const [pointer, most, hint] of limits) {
            const bytes = byteLength(valueAt(at.event, pointer));
            if (bytes <= most) continue;
            report({
              ...placeOf(at),
              pointer,
              message: `${pointer.slice(pointer.lastIndexOf("/") + 1)} has ${bytes} bytes; at most ${most} are allowed`,
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

function byteLength(value: unknown): number {
  if (value === undefined || value === null) return 0;
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return new TextEncoder().encode(text).length;
}
