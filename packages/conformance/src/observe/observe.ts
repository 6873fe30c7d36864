import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { directorySource } from "@flow-bundle/bundle/node";
import { rules, type BundleReport } from "@flow-bundle/schema";
import { validateBundle } from "@flow-bundle/validator";
import type { ConformanceReport } from "../generated/types.ts";
import { exercises } from "./exercised.ts";
import { factsOf, type Facts } from "./facts.ts";

type Observed = NonNullable<ConformanceReport["observed"]>;
type ObservedRequirement = Observed["requirements"][number];

interface Seen {
  readonly report: BundleReport;
  readonly facts: Facts;
}

/**
 * The bundles that paths mean: folders with a manifest, and those right below folders without one. Relative paths are
 * below the directory, and stay relative.
 */
export function findBundles(paths: readonly string[], directory: string): readonly string[] {
  return paths.flatMap((path) => {
    if (isBundle(resolve(directory, path))) return [path];
    return readdirSync(resolve(directory, path), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => join(path, entry.name))
      .filter((bundle) => isBundle(resolve(directory, bundle)))
      .toSorted();
  });
}

/** Validates bundles, and tells of each requirement for producers whether they exercised, met or broke it. */
export async function observe(
  paths: readonly string[],
  directory: string,
  onProgress?: (done: number) => void,
): Promise<Observed> {
  const seen: Seen[] = [];
  for (const path of paths) {
    const source = directorySource(resolve(directory, path), path);
    seen.push({ report: await validateBundle(source, {}), facts: await factsOf(source) });
    onProgress?.(seen.length);
  }
  return {
    bundles: seen.map(({ report: { path, verdict, specVersion } }) => ({
      path,
      verdict,
      ...(specVersion !== undefined && specVersion !== null && { specVersion }),
    })),
    requirements: requirementsOf(seen),
  };
}

function requirementsOf(seen: readonly Seen[]): ObservedRequirement[] {
  const byRequirement = Map.groupBy(rules, ({ requirement }) => requirement);
  const listed = Array.from(byRequirement, ([id, checking]): ObservedRequirement | undefined => {
    const ids = new Set(checking.map((rule) => rule.id));
    const findings = seen.flatMap(({ report: { path, findings } }) =>
      findings
        .filter(({ ruleId }) => ids.has(ruleId))
        .flatMap(({ ruleId, severity, file, line, message }) =>
          severity === "info"
            ? []
            : [
                {
                  bundle: path,
                  ruleId,
                  severity,
                  file,
                  ...(line !== undefined && { line }),
                  message,
                },
              ],
        ),
    );
    const binding = seen.filter(({ report }) =>
      checking.some(({ severity }) =>
        binds(severity[report.specVersion === "1.0" ? "1.0" : "1.1"]),
      ),
    );
    if (binding.length === 0) return undefined;
    const exercising = binding.filter(({ report, facts }) =>
      checking.some(({ id }) => report.rules.applied.includes(id) && exercises(facts, id)),
    ).length;
    const isBroken = findings.length > 0;
    const outcome = isBroken ? "broken" : exercising > 0 ? "met" : "not-exercised";
    return { id, outcome, bundles: exercising, ...(isBroken && { findings }) };
  });
  return listed
    .filter((requirement) => requirement !== undefined)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function binds(severity: string): boolean {
  return severity === "error" || severity === "warning";
}

function isBundle(path: string): boolean {
  return ["manifest.json", "trace.ndjson", "flow.json"].some((file) => {
    const found = statSync(join(path, file), { throwIfNoEntry: false });
    return found?.isFile() === true;
  });
}
