import { createBundle, openBundleForAppend } from "@flow-bundle/bundle";
import type { BundleWriter, Host, NewRun } from "@flow-bundle/bundle";
import { redactRun } from "./documents.ts";
import { RedactingWriter } from "./redacting-writer.ts";
import type { Redactor } from "./redactor.ts";

/** {@link createBundle}, with a writer that redacts what is handed to it. The plain one when redaction is off. */
export async function recordedBundle(
  host: Host,
  runsFolder: string,
  run: NewRun,
  redactor: Redactor,
): Promise<BundleWriter> {
  if (!redactor.isActive) return createBundle(host, runsFolder, run);
  const redacted = redactRun(run, redactor);
  const given = redacted === run ? run : { ...redacted, redacted: true };
  return new RedactingWriter(await createBundle(host, runsFolder, given), host, redactor);
}

/** {@link openBundleForAppend}, with a writer that redacts what is handed to it from now on. */
export async function reopenedBundle(
  host: Host,
  path: string,
  redactor: Redactor,
): Promise<BundleWriter> {
  const writer = await openBundleForAppend(host, path);
  return redactor.isActive ? new RedactingWriter(writer, host, redactor) : writer;
}
