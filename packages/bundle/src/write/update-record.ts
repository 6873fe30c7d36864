import { paths } from "@flow-bundle/schema";
import type { SessionRecord, Validators } from "@flow-bundle/schema";
import { readSessionRecord } from "../lookup/session.ts";
import { readRecordFold } from "../record/read-record.ts";
import { recordFacts } from "../record/record-fold.ts";
import type { BundleSource } from "../source/source.ts";
import type { SessionWriter } from "./bundle-writer.ts";
import { checkDocument } from "./check.ts";
import { BundleWriteError } from "./errors.ts";

/** Derives the record of a session again when it does not know all of its events. */
export async function updateRecord(
  source: BundleSource,
  validators: Validators,
  session: SessionWriter,
): Promise<void> {
  const found = await readSessionRecord(source, session.id);
  if (!found.ok) {
    const file = `${paths.sessionsDir}/${session.id}/record.json`;
    throw new BundleWriteError("damaged", `${file}: ${found.message}`);
  }
  const known = found.value as SessionRecord;
  checkDocument(validators, "session-record", known, "damaged");
  const isBlank = known.messages.length === 0 && session.lastSeq > 0;
  if (known.lastSeq === session.lastSeq && !isBlank) return;
  const fold = await readRecordFold(source, session.binding);
  await session.record({ ...fold.record(recordFacts(known)), lastSeq: session.lastSeq });
}
