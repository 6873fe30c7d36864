import type { Manifest, RunProjection } from "@flow-bundle/schema";
import type { BundleContext } from "../../engine/context.ts";
import type { Rule } from "../../engine/rule.ts";
import { runFile } from "../projection/compare/files.ts";
import { followProjections } from "../projection/compare/follower.ts";
import { momentsOf } from "../projection/compare/moments.ts";
import { areTimesWrong } from "../projection/compare/times.ts";

type Name = "runId" | "flowName" | "runTitle" | "flowPath";
type Field = Name | "startedAt" | "finishedAt" | "status";

const names: readonly Name[] = ["runId", "flowName", "runTitle", "flowPath"];

/**
 * The manifest and run.json have the same values in the fields they share; spec/text/manifest.md#manifest-run-fields.
 * Where the trace tells which of the two is wrong and another rule says so, this one is silent.
 */
export const runFields: Rule = {
  id: "manifest/run-fields",
  needs: ["manifest", "run"],
  check(ctx, report) {
    return {
      ...followProjections(ctx),
      end() {
        const { manifest, run } = ctx;
        if (manifest === undefined || run === undefined) return;
        for (const field of differingFields(ctx, manifest, run)) {
          const expected = manifest[field];
          const actual = run[field];
          report({
            file: runFile,
            pointer: actual === undefined ? "" : `/${field}`,
            message: `${field} of run.json is not that of the manifest`,
            ...(expected !== undefined && { expected }),
            ...(actual !== undefined && { actual }),
            related: [
              { file: "manifest.json", pointer: expected === undefined ? "" : `/${field}` },
            ],
          });
        }
      },
    };
  },
};

function differingFields(
  ctx: BundleContext,
  manifest: Manifest,
  run: RunProjection,
): readonly Field[] {
  const { fold } = ctx;
  const fields: Field[] = names.filter(
    // Where run.json agrees with the trace, flow/name-mismatch or trace/run-id tells what is wrong with the manifest.
    (name) => run[name] !== manifest[name] && !(fold.started && run[name] === fold[name]),
  );
  const { run: shown } = momentsOf(ctx);
  const isTimeWrong = (field: "startedAt" | "finishedAt", limit: string | undefined): boolean => {
    const own = manifest[field];
    const exact = ctx.version === "1.1";
    const wrongInManifest =
      limit !== undefined && own !== undefined && (exact ? own !== limit : own > limit);
    return (
      wrongInManifest ||
      (shown !== undefined &&
        areTimesWrong(shown, field === "finishedAt" ? ["finishedAt", "updatedAt"] : [field]))
    );
  };
  if (run.startedAt !== manifest.startedAt && !isTimeWrong("startedAt", fold.startedAt))
    fields.push("startedAt");
  if (!ctx.finished) return fields;
  const { terminal } = fold;
  // A run.json of 1.1 that is not complete is projection/up-to-seq.
  if (terminal !== null && shown === undefined) return fields;
  if (run.finishedAt !== manifest.finishedAt && !isTimeWrong("finishedAt", terminal?.at))
    fields.push("finishedAt");
  // With its end, the trace tells whose status is wrong.
  if (run.status !== manifest.status && terminal === null) fields.push("status");
  return fields;
}
