import { realpathSync } from "node:fs";

/**
 * A text without what differs from run to run: the folder of the case, times, digests, and ids with a random end. So a
 * message is the same each time.
 */
export function plainText(text: string, folder: string): string {
  return pathsOf(folder)
    .reduce((left, path) => left.replaceAll(path, "<case>"), text)
    .replace(/\b\d{4}-\d\d-\d\dT\d\d:?\d\d:?\d\d\.?\d{3}Z(-[a-z0-9-]+-[0-9a-f]{8})?\b/g, "<time>")
    .replace(/\b[0-9a-f]{64}\b/g, "<sha256>")
    .replace(/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, "<uuid>")
    .replace(/-[0-9a-f]{8}\b/g, "-<id>");
}

function pathsOf(folder: string): readonly string[] {
  try {
    return [...new Set([realpathSync(folder), folder])];
  } catch {
    return [folder];
  }
}
