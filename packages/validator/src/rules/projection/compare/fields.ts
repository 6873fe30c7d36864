import type { LiveProjection } from "@flow-bundle/schema";
import type { FindingInput } from "../../../engine/finding.ts";
import { difference, ownValue } from "./difference.ts";
import { sourcePlaces } from "./events.ts";
import type { Shown } from "./moments.ts";

/** A field that `run.json` and `live.json` share. */
export type SharedField = keyof LiveProjection;

/** How a finding speaks of what a field ought to be. */
export interface Words {
  /** What the field has to be: "the node that the run waits at". */
  readonly what: string;
  /** Why it has to be absent: "the run does not wait". */
  readonly whyAbsent: string;
}

/** A finding about a field of `run.json` or `live.json`, if it is not as expected; undefined expected: absent. */
export function fieldFinding(
  { file, value, state }: Pick<Shown<object>, "file" | "value" | "state">,
  field: SharedField,
  expected: unknown,
  { what, whyAbsent }: Words,
): FindingInput | undefined {
  const found = difference(expected, ownValue(value, field));
  if (found === undefined) return undefined;
  const isAbsent = !Object.hasOwn(value, field);
  const message = isAbsent
    ? `${field} is missing; it has to be ${what}`
    : expected === undefined
      ? `${field} is there, but ${whyAbsent}`
      : `${field} is not ${what}`;
  return {
    file,
    pointer: isAbsent ? "" : `/${field}`,
    message,
    ...(expected !== undefined && { expected }),
    ...(!isAbsent && { actual: ownValue(value, field) }),
    related: sourcePlaces(state, field),
    hint: "the trace is the source of truth",
  };
}
