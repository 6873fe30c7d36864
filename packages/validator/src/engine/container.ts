import type { SourceEntry } from "@flow-bundle/bundle";
import type { Validation } from "./validation.ts";

/**
 * Walks the tree and fills `validation.entries`. Stops at the limits on files and bytes, with a finding; then
 * nothing else is checked, since whatever is missing may be there.
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
        message: `The bundle has more than ${limits.files} files and folders; nothing was checked`,
        hint: "the limit can be raised with --max-files",
      });
      validation.cut = { ruleId: "limits/files", file: entry.path };
      break;
    }
    bytes += entry.type === "file" ? entry.bytes : 0;
    if (bytes > limits.bytes) {
      findings.add("limits/bytes", {
        file: entry.path,
        message: `The bundle has more than ${limits.bytes} bytes; nothing was checked`,
        hint: "the limit can be raised with --max-bytes",
      });
      validation.cut = { ruleId: "limits/bytes", file: entry.path };
      break;
    }
    remember(validation, entry);
  }
  validation.totalBytes = bytes;
}

function remember(validation: Validation, entry: SourceEntry): void {
  // What must not or cannot be opened counts as no file; bundle/unreadable says so.
  const type = entry.problem === undefined ? entry.type : entry.problem;
  validation.entries.set(entry.path, { type, bytes: entry.bytes });
}
