/** Texts that programs like to get wrong; a script writes `{{name}}`. */
export const nastyTexts: ReadonlyMap<string, string> = new Map([
  ["emoji", "👩‍👩‍👧‍👦🏳️‍🌈é"],
  ["ansi", "\u001B[31mred\u001B[0m\u001B]0;title\u0007\u001B[2J"],
  ["html", `<script>alert("1")</script><img src=x onerror=alert(1)>&amp;`],
  ["separators", "a\u2028b\u2029c\u0085d\r\ne\rf"],
  ["nul", "a\u0000b"],
  ["surrogate", "a\uD800b\uDC00c"],
  ["rtl", "\u202Eevil\u202C"],
]);

/** The smallest PNG and WAV there are. */
export const tinyImage =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABh6FO1AAAAABJRU5ErkJggg==";
export const tinyAudio = "UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=";

/** Members of a step whose texts are filled in later, when their turn comes. */
const nested = new Set(["steps", "else", "on", "afterCancel"]);

/** Replaces `{{name}}` in all texts of a value; unknown names stay. */
export function fill<T>(value: T, values: ReadonlyMap<string, string>): T {
  return filled(value, values) as T;
}

function filled(value: unknown, values: ReadonlyMap<string, string>): unknown {
  if (typeof value === "string") {
    return value.replace(
      /\{\{(\w+)\}\}/g,
      (all, name: string) => values.get(name) ?? nastyTexts.get(name) ?? all,
    );
  }
  if (Array.isArray(value)) return value.map((item) => filled(item, values));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      nested.has(key) ? item : filled(item, values),
    ]),
  );
}

/** The parts of a text, each of so many code points. */
export function split(text: string, size: number): string[] {
  const points = [...text];
  const parts: string[] = [];
  for (let at = 0; at < points.length; at += size) {
    parts.push(points.slice(at, at + size).join(""));
  }
  return parts;
}
