import { printable } from "@flow-bundle/bundle";

/** A value of an answer for people: short JSON that is safe to print; `nothing` where there is none. */
export function show(value: unknown, max = 200): string {
  return value === undefined ? "nothing" : printable(JSON.stringify(value), { max });
}
