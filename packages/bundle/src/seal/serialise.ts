import type { SessionEvent } from "@flow-bundle/schema";

/** The text of a document: JSON with an indent of two spaces, and a line feed at its end. Lone surrogates become U+FFFD. */
export function toDocument(value: unknown): string {
  return `${wellFormed(JSON.stringify(value, null, 2))}\n`;
}

/** The text of a line: compact JSON, and a line feed at its end. Lone surrogates become U+FFFD. */
export function toLine(value: unknown): string {
  return `${wellFormed(JSON.stringify(value))}\n`;
}

/** The line of a session event. Its message stays as it came: lone surrogates are written as escapes. */
export function toSessionLine(event: SessionEvent): string {
  return `${JSON.stringify(event)}\n`;
}

/** Replaces lone surrogates, which JSON.stringify leaves as escapes, by U+FFFD. */
function wellFormed(json: string): string {
  if (!json.includes("\\ud")) return json;
  return json.replaceAll(/\\(?:ud[89a-f][0-9a-f]{2}|.)/g, (escape) =>
    escape.length === 6 ? "\ufffd" : escape,
  );
}
