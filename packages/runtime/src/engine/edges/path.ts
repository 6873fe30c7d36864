/** Where the value of a switch comes from, and the members that lead to it. */
export interface SwitchPath {
  readonly source: "output" | "result";
  readonly keys: readonly string[];
}

const sources = [
  ["$.", "output"],
  ["$output.", "output"],
  ["$result.", "result"],
] as const;

/** Reads `on` of a switch; undefined when it is no such path. See spec/text/flow.md#edges. */
export function parsePath(on: string): SwitchPath | undefined {
  for (const [prefix, source] of sources) {
    if (on.startsWith(prefix)) return { source, keys: on.slice(prefix.length).split(".") };
  }
  return undefined;
}

/** The value that the keys lead to, by own members only; undefined when there is none. */
export function valueAt(root: unknown, keys: readonly string[]): unknown {
  let value = root;
  for (const key of keys) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as { readonly [key: string]: unknown })[key];
  }
  return value;
}
