import type { DocumentName, Validators } from "@flow-bundle/schema";
import { BundleWriteError } from "./errors.ts";

/** Holds a document against its schema. `refused` is for what was handed in, `damaged` for what was found. */
export function checkDocument(
  validators: Validators,
  name: DocumentName,
  value: unknown,
  code: "refused" | "damaged" = "refused",
): void {
  const [problem] = validators.document(name)(value);
  if (problem === undefined) return;
  throw new BundleWriteError(code, `${name}: ${problem.pointer}: ${problem.message}`);
}

/** JSON of something that was handed in. Throws `refused` for what has none: functions, cycles, big integers. */
export function jsonOf(what: string, write: () => string): string {
  try {
    return write();
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new BundleWriteError("refused", `${what} has no JSON: ${reason}`, { cause });
  }
}
