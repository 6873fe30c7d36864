import { loadValidators } from "@flow-bundle/schema";
import type { SessionBinding, SessionEvent } from "@flow-bundle/schema";
import { readSessionEvents } from "../lookup/session.ts";
import type { BundleSource } from "../source/source.ts";
import { createRecordFold } from "./record-fold.ts";
import type { RecordFold } from "./record-fold.ts";

/**
 * Folds all events of a session that is in a bundle. Lines that are no session event are passed over.
 *
 * @throws {SourceError} when the file cannot be read.
 */
export async function readRecordFold(
  source: BundleSource,
  binding: SessionBinding,
): Promise<RecordFold> {
  const validators = await loadValidators("1.1");
  const check = validators.document("session-event");
  const fold = createRecordFold(binding);
  for await (const { event } of readSessionEvents(source, binding.bundleId)) {
    if (check(event).length === 0) fold.apply(event as unknown as SessionEvent);
  }
  return fold;
}
