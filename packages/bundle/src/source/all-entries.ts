import { SourceError } from "./source.ts";
import type { BundleSource, SourceEntry } from "./source.ts";

const reasons = {
  "bad-path": "has a name that no bundle may use",
  unreadable: "cannot be listed",
  changed: "was exchanged while it was being listed",
} as const;

/**
 * The entries of a source, for who has to see all of them.
 *
 * @throws {SourceError} at the first one that hides something.
 */
export async function* allEntries(source: BundleSource): AsyncGenerator<SourceEntry> {
  for await (const entry of source.entries()) {
    const { path, problem } = entry;
    if (problem !== undefined) throw new SourceError(problem, path, `${path} ${reasons[problem]}`);
    yield entry;
  }
}
