import type { EntryHead } from "../../session/batch.ts";

/** How high a thing is before it was seen, in pixels. */
export function estimatedHeight(entry: EntryHead | undefined): number {
  switch (entry?.kind) {
    case "prompt":
      return 110;
    case "message":
      return entry.role === "thought" ? 64 : Math.min(600, 64 + Math.ceil(entry.size / 70) * 21);
    case "plan":
    case "permission":
      return 130;
    case "tool":
      return 64;
    default:
      return 34;
  }
}
