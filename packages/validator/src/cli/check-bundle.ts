import { SourceError } from "@flow-bundle/bundle";
import { directorySource } from "@flow-bundle/bundle/node";
import { severityOverride } from "../config/severity-override.ts";
import { suppress } from "../config/suppress.ts";
import { validateBundle } from "../engine/validate.ts";
import { crashed } from "./crashed.ts";
import type { Target } from "./discover.ts";
import { exitCodes } from "./exit-code.ts";
import type { CheckRequest, OnProgress, Outcome } from "./request.ts";
import { yieldingSource } from "./yielding-source.ts";

/** Checks one bundle of this machine. Never throws: what goes wrong is an outcome as well. */
export async function checkBundle(
  target: Target,
  request: CheckRequest,
  onProgress?: OnProgress,
): Promise<Outcome> {
  const { engine, config, today } = request;
  const fixed = new Set(request.fixedRules);
  try {
    const severity = severityOverride(config, target.name, fixed);
    const source = yieldingSource(directorySource(target.path, target.name));
    const report = await validateBundle(source, {
      ...engine,
      ...(severity === undefined ? {} : { severity }),
      ...(onProgress === undefined ? {} : { onProgress }),
    });
    const { report: kept, used } = suppress(report, config.suppressions, today, fixed);
    return { report: kept, usedSuppressions: used };
  } catch (error) {
    if (error instanceof SourceError && error.path === "") {
      const message = `cannot be read: ${error.message} (${error.code})`;
      return { failure: { path: target.name, message, exitCode: exitCodes.undetermined } };
    }
    return crashed(target, error);
  }
}
