/** Most UTF-8 bytes that the JSON of a text, output or input may have to be repeated in a projection (1.1). */
export const projectedBytesLimit = 16 * 1024;

/** Most levels that an output or input may be nested to be repeated in a projection (1.1); `{}` is one level. */
export const projectedDepthLimit = 32;

/** The limit that applies to projections of a bundle: version 1.0 has none. */
export function limitOf(version: "1.0" | "1.1"): number {
  return version === "1.0" ? Infinity : projectedBytesLimit;
}

/**
 * True when projections repeat a value: its compact JSON has at most `limit` bytes in UTF-8, it is not nested too deep
 * and its numbers are within ±(2^53−1). Without limit everything is.
 */
export function fits(value: unknown, limit: number): boolean {
  if (limit === Infinity) return true;
  if (typeof value === "string" && value.length + 2 > limit) return false;
  if (!isPlain(value)) return false;
  const json = JSON.stringify(value);
  // A UTF-16 unit takes one to three bytes.
  if (json.length > limit) return false;
  return json.length * 3 <= limit || new TextEncoder().encode(json).length <= limit;
}

/** Whether every reader can hold a value: it is nested at most so deep, and its numbers are within ±(2^53−1). */
export function isPlain(value: unknown, levels = projectedDepthLimit): boolean {
  if (typeof value === "number") return Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  if (typeof value !== "object" || value === null) return true;
  return levels > 0 && Object.values(value).every((inner) => isPlain(inner, levels - 1));
}
