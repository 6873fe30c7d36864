import type { ValidateOptions } from "../engine/options.ts";
import type { Config } from "./config.ts";
import { glob } from "./glob.ts";
import { matchesRule } from "./rule-patterns.ts";

/**
 * The severity that a configuration gives to findings of one bundle, as an option of the engine. Rules in `fixed` keep
 * theirs: they say that the bundle could not be judged.
 */
export function severityOverride(
  config: Config,
  bundle: string,
  fixed: ReadonlySet<string>,
): ValidateOptions["severity"] {
  const entries = config.severity
    .filter((entry) => entry.bundle === undefined || glob(entry.bundle)(bundle))
    .map((entry) => ({
      entry,
      matchesFile: entry.file === undefined ? () => true : glob(entry.file),
    }));
  if (entries.length === 0) return undefined;
  return (ruleId, file) =>
    fixed.has(ruleId)
      ? undefined
      : entries.findLast(
          ({ entry, matchesFile }) => matchesRule(entry.rule, ruleId) && matchesFile(file),
        )?.entry.severity;
}
