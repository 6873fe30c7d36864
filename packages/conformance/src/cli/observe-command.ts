import { SourceError } from "@flow-bundle/bundle";
import { findBundles, observe } from "../observe/observe.ts";
import { reportSchema } from "../report/model.ts";
import { shellWords } from "../report/shell-words.ts";
import { exitCodes } from "./exit-code.ts";
import { implementationOf } from "./implementation.ts";
import type { Io } from "./io.ts";
import type { Output } from "./option-values.ts";
import { progressLine } from "./progress.ts";
import { UsageError } from "@flow-bundle/runtime/command-line";
import { packageVersion } from "./version.ts";
import { writeReport } from "./write-report.ts";

/** Options of `observe`. */
export interface ObserveOptions {
  readonly implementation?: string;
  readonly format?: readonly Output[];
  readonly verbose?: boolean;
}

/** `bundle-conformance observe`. */
export async function observeCommand(
  paths: readonly string[],
  options: ObserveOptions,
  io: Io,
): Promise<number> {
  const bundles = bundlesIn(paths, io);
  if (bundles.length === 0) throw new UsageError(`there is no bundle in ${paths.join(", ")}`);
  const progress = progressLine(io.stderr);
  const observed = await observe(bundles, io.directory, (done) =>
    progress.update({ done, all: bundles.length, failed: 0 }),
  );
  progress.clear();
  const isBroken =
    observed.bundles.some(({ verdict }) => verdict !== "valid") ||
    observed.requirements.some(({ outcome }) => outcome === "broken");
  const versions = observed.bundles.flatMap(({ specVersion }) => specVersion ?? []);
  await writeReport(
    {
      schema: reportSchema,
      suite: { name: "bundle-conformance", version: packageVersion() },
      implementation: implementationOf(options.implementation, ["observed bundles"]),
      role: "producer",
      specVersions: [...new Set(versions)].toSorted(),
      capabilities: [],
      command: shellWords(["bundle-conformance", "observe", ...paths]),
      partial: false,
      // Nobody chose the runs so that they show everything.
      verdict: "none",
      observed,
    },
    options.format,
    options.verbose === true,
    io,
  );
  return isBroken ? exitCodes.failed : exitCodes.ok;
}

function bundlesIn(paths: readonly string[], io: Io): readonly string[] {
  try {
    return findBundles(paths, io.directory);
  } catch (error) {
    if (error instanceof SourceError || (error instanceof Error && "code" in error)) {
      throw new UsageError(error.message);
    }
    throw error;
  }
}
