/** Longest text that a finding quotes, in UTF-16 units. */
const maxText = 500;
/** Most entries of an object or array that a finding quotes. */
const maxEntries = 20;
const maxDepth = 4;

/** A value as a finding quotes it: long texts, lists and deep values are cut with `…`. Undefined stays undefined. */
export function shorten(value: unknown, depth = 0): unknown {
  if (typeof value === "string") {
    return value.length <= maxText ? value : `${value.slice(0, maxText).replace(/[\ud800-\udbff]$/, "")}…`;
  }
  if (typeof value !== "object" || value === null) return value;
  if (depth >= maxDepth) return "…";
  if (Array.isArray(value)) {
    const items = value.slice(0, maxEntries).map((item) => shorten(item, depth + 1));
    return value.length > maxEntries ? [...items, "…"] : items;
  }
  const entries = Object.entries(value);
  const result: [string, unknown][] = entries
    .slice(0, maxEntries)
    .map(([key, item]) => [shorten(key) as string, shorten(item, depth + 1)]);
  if (entries.length > maxEntries) result.push(["…", `${entries.length - maxEntries} more`]);
  return Object.fromEntries(result);
}
