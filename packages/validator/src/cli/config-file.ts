import { readFileSync } from "node:fs";
import type { Config } from "../config/config.ts";
import { parseConfig, type KnownRules } from "../config/parse.ts";
import type { Target } from "./discover.ts";
import { insideOf } from "./inside.ts";
import { UsageError } from "./usage-error.ts";

/** Reads the configuration file. Throws {@link UsageError} when there is anything wrong with it. */
export function readConfig(file: string, targets: readonly Target[], rules: KnownRules): Config {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === "ENOENT" ? "does not exist" : `cannot be read (${code ?? String(error)})`;
    throw new UsageError(`--config: ${file} ${why}`, { cause: error });
  }
  const bundle = targets.find((target) => insideOf(file, target.path));
  if (bundle !== undefined) {
    throw new UsageError(
      `--config: ${file} lies in the bundle ${bundle.name}; a bundle cannot say how it is judged`,
    );
  }
  const result = parseConfig(text, rules);
  if ("config" in result) return result.config;
  throw new UsageError(result.problems.map((problem) => `${file}:${problem}`).join("\n"));
}
