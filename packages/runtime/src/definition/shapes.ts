import * as z from "zod";
import type { Mistakes, Place } from "./mistakes.ts";
import type { Properties } from "./read.ts";

/** What a name may have at most, in UTF-8; spec/text/trace.md#trace-text-size. */
export const nameBytes = 4096;

type Callback = (...args: never[]) => unknown;

const isFunction = (value: unknown): value is Callback => typeof value === "function";
const isText = (value: unknown): value is string => typeof value === "string";
const bytes = (text: string) => (text.length * 3 <= nameBytes ? 0 : Buffer.byteLength(text));

const callback = z.custom<Callback>(isFunction, "a function");
const text = z.string("a string");
const name = text.refine((value) => bytes(value) <= nameBytes, "at most 4 KiB of text");
const filled = name.refine((value) => value.trim() !== "", "a text that is not empty");
const flag = z.boolean("true or false");
const wholeRange = "a number of milliseconds, 0 or more";
const milliseconds = z
  .number(wholeRange)
  .min(0, wholeRange)
  // Beyond it JSON numbers are not exact, and the format forbids them.
  .max(Number.MAX_SAFE_INTEGER, "a number of milliseconds below 2^53");

const common = {
  timeoutMs: milliseconds.optional(),
  heartbeatMs: milliseconds.optional(),
  statusDetail: text.optional(),
};

/** The fields of each node type. Keys that are not named here are the author's. */
export const nodeShapes = {
  acp: z.object({
    ...common,
    profile: text.optional(),
    cwd: z
      .custom<string | Callback>(
        (value) => isText(value) || isFunction(value),
        "a string or a function",
      )
      .optional(),
    prompt: callback,
    parse: callback.optional(),
  }),
  compute: z.object({ ...common, run: callback }),
  action: z.object({
    ...common,
    run: callback.optional(),
    exec: callback.optional(),
    parse: callback.optional(),
  }),
  checkpoint: z.object({ ...common, summary: text.optional(), run: callback.optional() }),
};

/** Which session an ACP node uses. */
export const sessionShape = z.object({ handle: name.optional(), isolated: flag.optional() });

/** The flow itself, without its nodes and edges. */
export const flowShape = z.object({ name: filled, startAt: text });

/** What a flow says of its runs. */
export const runShape = z.object({
  title: z
    .custom<string | Callback>(
      (value) => isText(value) || isFunction(value),
      "a string or a function",
    )
    .optional(),
});

/** What a flow needs to be allowed. */
export const permissionsShape = z.object({
  requiredMode: z.enum(
    ["approve-all", "approve-reads", "deny-all"],
    '"approve-all", "approve-reads" or "deny-all"',
  ),
  requireExplicitGrant: flag.optional(),
  reason: text.refine((value) => value.trim() !== "", "a text that is not empty").optional(),
});

/** The fields of an edge and of its switch. */
export const edgeShape = z.object({ from: text, to: text.optional() });
export const switchShape = z.object({
  on: text.refine(
    (value) => /^\$(?:output|result)?\./.test(value),
    'a path that begins with "$.", "$output." or "$result."',
  ),
});

/** Holds properties that were read against a shape. */
export function checkShape(
  shape: z.ZodType,
  properties: Properties,
  place: Place,
  mistakes: Mistakes,
): boolean {
  const checked = shape.safeParse({ ...properties }, { reportInput: true });
  for (const issue of checked.error?.issues ?? []) {
    const steps = issue.path.filter((step) => typeof step !== "symbol");
    mistakes.expected([...place, ...steps], issue.message, issue.input);
  }
  return checked.success;
}
