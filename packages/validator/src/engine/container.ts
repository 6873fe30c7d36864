import type { SourceEntry } from "@flow-bundle/bundle";
import type { Validation } from "./validation.ts";

/**
 * Walks the tree and fills `validation.entries`. Stops at the limits on files and bytes, with a finding; what was not
 * walked then counts as unknown.
 */
export async function walkTree(validation: Validation): Promise<void> {
  const { limits, findings, source } = validation;
  let bytes = 0;
  let count = 0;
  for await (const entry of source.entries()) {
    count += 1;
    if (count > limits.files) {
      findings.add("limits/files", {
        file: entry.path,
        message: `The bundle has more than ${limits.files} files and folders; the rest was not looked at`,
        hint: "the limit can be raised with --max-files",
      });
      validation.truncated = true;
      break;
    }
    bytes += entry.type === "file" ? entry.bytes : 0;
    if (bytes > limits.bytes) {
      findings.add("limits/bytes", {
        file: entry.path,
        message: `The bundle has more than ${limits.bytes} bytes; the rest was not looked at`,
        hint: "the limit can be raised with --max-bytes",
      });
      validation.truncated = true;
      break;
    }
    remember(validation, entry);
  }
  validation.totalBytes = bytes;
}

function remember(validation: Validation, entry: SourceEntry): void {
  validation.entries.set(entry.path, { type: entry.type, bytes: entry.bytes });
}
