import { isPlain } from "../projection/limit.ts";

/** A text as it is, anything else as JSON; empty when it is nested too deeply for that. */
export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "";
  }
}

/** A value as records have it: one that is nested too deep, or has numbers that not every reader can hold, as its JSON. */
export function recordable(value: unknown): unknown {
  return isPlain(value) ? value : textOf(value);
}
