import { directorySource } from "@flow-bundle/bundle/node";
import type { BundleReport } from "@flow-bundle/schema";
import type { ValidateOptions } from "../engine/options.ts";
import { validateBundle } from "../engine/validate.ts";

/**
 * Checks the bundle in a directory.
 *
 * @param path the directory; the report has it as it is given.
 * @throws {SourceError} when there is no such directory, or it cannot be read.
 */
export async function validateDirectory(
  path: string,
  options: ValidateOptions = {},
): Promise<BundleReport> {
  return validateBundle(directorySource(path), options);
}
