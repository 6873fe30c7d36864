import type { LiveProjection, RunProjection } from "@flow-bundle/schema";
import type { BundleContext } from "../../engine/context.ts";
import type { FindingInput } from "../../engine/finding.ts";
import type { Rule } from "../../engine/rule.ts";
import { currentFields, keepsCurrent } from "./compare/current.ts";
import { difference, ownValue } from "./compare/difference.ts";
import { liveFile, runFile } from "./compare/files.ts";
import { followProjections } from "./compare/follower.ts";
import { momentsOf, type Moments } from "./compare/moments.ts";
import { areTimesWrong } from "./compare/times.ts";

/** Fields that stay the same while a run goes on. */
const names = ["runId", "flowName", "runTitle", "flowPath"] as const;

/**
 * live.json equals run.json in the fields they share; spec/text/projections.md#projection-live. Fields that are compared
 * with the trace have rules of their own, which look at both files; here are the others.
 */
export const live: Rule = {
  id: "projection/live",
  needs: ["run", "live"],
  check(ctx, report) {
    return {
      ...followProjections(ctx),
      end() {
        if (ctx.run === undefined || ctx.live === undefined) return;
        const moments = momentsOf(ctx);
        for (const field of [...names, ...comparedFields(moments)]) {
          const finding = compare(ctx.run, ctx.live, field);
          if (finding !== undefined && !isFaultOfRun(ctx, moments, field)) report(finding);
        }
      },
    };
  },
};

/** What manifest/run-fields compares with the manifest. */
const sharedWithManifest: ReadonlySet<string> = new Set([...names, "startedAt", "finishedAt"]);

type Field =
  | (typeof names)[number]
  | "startedAt"
  | "finishedAt"
  | "updatedAt"
  | "statusDetail"
  | (typeof currentFields)[number];

/** What 1.0 does not derive exactly from the trace is compared, nearly all of it once the run waits or has ended. */
function comparedFields({ run, live: shownLive }: Moments): readonly Field[] {
  if (run === undefined || shownLive === undefined || run.strictness === "exact") return [];
  const both = [run, shownLive];
  const isWrong = (...fields: Parameters<typeof areTimesWrong>[1]): boolean =>
    both.some((shown) => areTimesWrong(shown, fields));
  const areKept = both.every(keepsCurrent);
  const start = isWrong("startedAt") ? [] : (["startedAt"] as const);
  if (run.strictness === "open") return start;
  return [
    "statusDetail",
    ...start,
    ...(isWrong("finishedAt", "updatedAt") ? [] : (["finishedAt", "updatedAt"] as const)),
    ...(areKept ? currentFields : []),
  ];
}

/** True when live.json is right, so that another rule tells what is wrong with run.json. */
function isFaultOfRun(ctx: BundleContext, { live: shown }: Moments, field: Field): boolean {
  const { manifest, live: value } = ctx;
  if (value === undefined || !sharedWithManifest.has(field)) return false;
  const own = value[field];
  if (manifest !== undefined && difference(own, ownValue(manifest, field)) === undefined)
    return true;
  const name = names.find((one) => one === field);
  if (name === undefined || shown === undefined || shown.state.runId === undefined) return false;
  return difference(shown.state[name], own) === undefined;
}

function compare(
  run: RunProjection,
  value: LiveProjection,
  field: Field,
): FindingInput | undefined {
  const expected = ownValue(run, field);
  const actual = ownValue(value, field);
  if (difference(expected, actual) === undefined) return undefined;
  return {
    file: liveFile,
    pointer: actual === undefined ? "" : `/${field}`,
    message:
      actual === undefined
        ? `${field} is missing, though run.json has it`
        : expected === undefined
          ? `${field} is there, though run.json does not have it`
          : `${field} is not what run.json has`,
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
    related: [{ file: runFile, pointer: expected === undefined ? "" : `/${field}` }],
    hint: "both files show the same state once the run waits or has ended",
  };
}
