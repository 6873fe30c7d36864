import { createFold, type BundleSource } from "@flow-bundle/bundle";
import {
  loadValidators,
  type BundleReport,
  type Check,
  type Flow,
  type Manifest,
  type Validators,
} from "@flow-bundle/schema";
import type { LiveProjection, RunProjection, Step } from "@flow-bundle/schema";
import { registry } from "../rules/registry.ts";
import { ActiveRules } from "./active-rules.ts";
import { catalogue } from "./catalogue.ts";
import { digestArtifacts } from "./artifacts.ts";
import { walkTree } from "./container.ts";
import { checkDocument, checkValue, readDocument, type DocumentOptions } from "./documents.ts";
import { finaliseFindings } from "./finalise.ts";
import { describeCause } from "./inputs.ts";
import type { Rule } from "./rule.ts";
import type { ValidateOptions } from "./options.ts";
import { RepeatedSteps } from "./repeated-steps.ts";
import { checkSessions, sessionIds } from "./sessions.ts";
import { checkTrace, traceFile } from "./trace.ts";
import { Validation } from "./validation.ts";
import { chooseVersion } from "./version.ts";

/**
 * Checks one bundle against the format and reports what it found. Findings are data; only an unreadable root or a fault
 * of our own is thrown. Nothing outside the bundle is read. The report is the same for the same bytes.
 */
export async function validateBundle(
  source: BundleSource,
  options: ValidateOptions = {},
): Promise<BundleReport> {
  return validateWithRules(source, options, registry);
}

/** As {@link validateBundle}, with a registry of one's own. */
export async function validateWithRules(
  source: BundleSource,
  options: ValidateOptions,
  rules: readonly Rule[],
): Promise<BundleReport> {
  const validation = new Validation(source, options);
  await walkTree(validation);
  if (validation.cut !== undefined) return makeReport(validation, undefined);
  const supported = await readManifest(validation);
  if (!supported) return makeReport(validation, undefined);

  const validators = await loadValidators(validation.version);
  watchSealed(validation);
  await readDocuments(validation, validators);
  const active = new ActiveRules(validation, rules);
  await checkTrace(validation, active, validators);
  await active.traceEnd();
  await digestArtifacts(validation);
  await checkSessions(validation, active, validators);
  await active.end();
  return makeReport(validation, active);
}

/** Reads the manifest, chooses the version by it and checks it; false when nothing else can be said. */
async function readManifest(validation: Validation): Promise<boolean> {
  const file = "manifest.json";
  const { document, failed, missing } = await readDocument(validation, file);
  if (document === undefined) {
    validation.inputs.fail("manifest", {
      ruleId: missing ? "bundle/manifest-missing" : (failed ?? "json/syntax"),
      file,
    });
    return true;
  }
  const { value } = document;
  const choice = chooseVersion(validation, value);
  if ("unsupported" in choice) {
    validation.cut = { ruleId: choice.unsupported, file };
    return false;
  }
  validation.version = choice.version;
  validation.findings.version = choice.version;
  validation.fold = createFold({ version: choice.version });
  const validators = await loadValidators(choice.version);
  const bad = checkValue(validation, value, validators.document("manifest"), { file });
  if (bad === undefined) validation.manifest = value as Manifest;
  else validation.inputs.fail("manifest", { ruleId: bad, file });
  return true;
}

/** What the seal names is digested when it is read. */
function watchSealed({ manifest, source }: Validation): void {
  if (manifest?.seal === undefined) return;
  source.watch(traceFile);
  for (const { path } of manifest.seal.files) source.watch(path);
}

async function readDocuments(validation: Validation, validators: Validators): Promise<void> {
  const read = async <T>(
    input: "flow" | "run" | "live" | "steps",
    file: string,
    check: Check,
    options: DocumentOptions = {},
  ): Promise<T | undefined> => {
    const { value, failed, missing } = await checkDocument<T>(validation, file, check, options);
    if (value === undefined) {
      validation.inputs.fail(input, {
        ruleId: missing ? "bundle/file-missing" : (failed ?? "json/syntax"),
        file,
      });
    }
    return value;
  };
  const files = { steps: "projections/steps.json", run: "projections/run.json" };
  const repeated = new RepeatedSteps();
  const checkSteps = repeated.checkSteps(validators.document("steps-projection"));

  validation.flow = await read<Flow>("flow", "flow.json", validators.document("flow"));
  const live = validators.document("live-projection");
  validation.live = await read<LiveProjection>("live", "projections/live.json", live);
  const parse = repeated.parseSteps;
  validation.steps = await read<Step[]>("steps", files.steps, checkSteps, { parse });
  const shortcut = () => repeated.readRun(validation.source, files.run, validation.jsonOptions);
  const run = validators.document("run-projection");
  validation.run = await read<RunProjection>("run", files.run, run, { shortcut });
  const { run: own, steps } = validation;
  if (repeated.isLiteral && own !== undefined && steps !== undefined) own.steps = [...steps];
}

async function makeReport(
  validation: Validation,
  active: ActiveRules | undefined,
): Promise<BundleReport> {
  const { findings, manifest, trace, fold } = validation;
  const listed = await finaliseFindings(validation);
  const sessions = sessionIds(validation.entries).length;
  const artifacts = [...validation.entries].filter(
    ([path, entry]) => entry.type === "file" && path.startsWith("artifacts/"),
  ).length;
  return {
    path: validation.source.name,
    verdict: findings.invalid ? "invalid" : findings.undetermined ? "undetermined" : "valid",
    specVersion: validation.namedVersion,
    runId: manifest?.runId ?? null,
    runStatus: manifest?.status ?? null,
    facts: {
      events: trace.events,
      attempts: fold.attempts.length,
      sessions,
      artifacts,
      bytes: validation.totalBytes,
    },
    counts: { ...findings.counts },
    rules: active?.states() ?? nothingEvaluated(validation),
    findings: listed,
    ...(Object.values(findings.unlisted).some((n) => n > 0)
      ? { unlisted: { ...findings.unlisted } }
      : {}),
  };
}

/** What the report says of the rules when checking stopped before any could run. */
function nothingEvaluated({ cut, findings }: Validation): BundleReport["rules"] {
  const because = cut === undefined ? "" : describeCause(cut);
  const ids = [...catalogue.keys()].filter((id) => findings.selected(id));
  return {
    applied: ids.filter((id) => id === cut?.ruleId),
    notApplicable: [],
    notEvaluated: ids.filter((id) => id !== cut?.ruleId).map((ruleId) => ({ ruleId, because })),
  };
}
