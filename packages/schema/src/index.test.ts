import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { describe, expect, test } from "vitest";
import * as schema from "./index.ts";

const index = fileURLToPath(new URL("index.ts", import.meta.url));

describe("the package", () => {
  test("exports these names", () => {
    expect(Object.keys(schema).toSorted()).toEqual([
      "constants",
      "eventScopes",
      "eventTypes",
      "loadValidators",
      "outcomes",
      "paths",
      "ruleText",
      "rules",
      "runStatuses",
      "specVersions",
    ]);
  });

  test("exports these types", () => {
    const declarations = readFileSync(
      fileURLToPath(new URL("generated/types.ts", import.meta.url)),
      "utf8",
    );
    const names = [...declarations.matchAll(/^export (?:type|interface) (\w+)/gm)].map(
      ([, name]) => name,
    );
    const expected = `
      AcpPromptPrepared AcpResponseParsed ActionCompleted ActionPrepared ActionReceipt ArtifactReference ArtifactWritten
      AttemptView BundleReport ConversationRange EventType Finding Flow FlowEdge FlowNode FunctionActionReceipt
      LiveProjection Manifest ManifestSession NodeHeartbeat NodeOutcome NodeResult NodeStarted Report RunCompleted
      RunFailed RunProjection RunResumed RunStarted RunTimedOut RunView RunWaiting Seal SessionBinding SessionBound
      SessionEvent SessionRecord ShellActionReceipt Step TraceEvent TraceEventEnvelope ViewValue`;
    expect(names.toSorted()).toEqual(expected.trim().split(/\s+/));
    for (const name of names) expect(name).not.toMatch(/\d$/);
  });

  test("is self-contained: it runs in a browser, and makes no code from text", async () => {
    const { metafile, outputFiles } = await build({
      entryPoints: [index],
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "browser",
      outdir: "out",
      write: false,
      metafile: true,
      logLevel: "silent",
    });
    expect(
      Object.keys(metafile.inputs).filter((input) => !input.includes("packages/schema/src/")),
    ).toEqual([]);
    expect(outputFiles.length).toBeGreaterThan(3);
    // The texts of the rules are prose, which may speak of such things.
    const programs = outputFiles.filter(({ text }) => !text.includes("## What it checks"));
    expect(programs.length).toBe(outputFiles.length - 1);
    for (const { text } of programs) {
      expect(text).not.toMatch(/new Function|\beval\(|\bFunction\(|require\(|from "(?!\.)|node:/);
    }
  });

  test("loads the validators of a version, and the texts of rules, only when asked", async () => {
    const { metafile } = await build({
      entryPoints: [index],
      bundle: true,
      splitting: true,
      format: "esm",
      outdir: "out",
      write: false,
      metafile: true,
    });
    const entry = Object.values(metafile.outputs).find(({ entryPoint }) =>
      entryPoint?.endsWith("src/index.ts"),
    );
    const eager = Object.keys(entry?.inputs ?? {});
    expect(eager.length).toBeGreaterThan(0);
    expect(eager.filter((input) => /validators-1|rule-texts/.test(input))).toEqual([]);
  });
});

describe("constants", () => {
  test("hold the identifiers and paths of the format", () => {
    expect(schema.constants).toEqual({
      bundleSchema: "acpx.flow-run-bundle.v1",
      traceSchema: "acpx.flow-trace-event.v1",
      flowSchema: "acpx.flow-definition-snapshot.v1",
      sessionSchema: "acpx.session.v1",
      viewModelSchema: "flow-run-bundle.view-model.v1",
      reportSchema: "flow-run-bundle.report.v1",
    });
    expect(schema.paths).toMatchObject({
      manifest: "manifest.json",
      trace: "trace.ndjson",
      artifactsDir: "artifacts",
    });
  });

  test("give every event type its scope", () => {
    expect(schema.eventTypes["1.0"]).toHaveLength(12);
    expect(schema.eventTypes["1.1"]).toEqual(expect.arrayContaining([...schema.eventTypes["1.0"]]));
    expect(Object.keys(schema.eventScopes)).toEqual([...schema.eventTypes["1.1"]]);
  });
});

describe("rules", () => {
  test("are in order, each once, with all that the catalogue says", () => {
    const ids = schema.rules.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)].toSorted());
    expect(schema.rules.find(({ id }) => id === "manifest/status")).toEqual({
      id: "manifest/status",
      title: expect.any(String),
      requirement: "manifest-status",
      since: "1.0",
      severity: { "1.0": "error", "1.1": "error" },
      layer: "schema",
      reads: ["manifest"],
      undetermined: false,
      url: "rules/manifest/status.md",
    });
  });

  test("have texts; an unknown rule has none", async () => {
    expect(await schema.ruleText("action/receipt-shape")).toContain("## What it checks");
    await expect(schema.ruleText("no/such-rule")).rejects.toThrow("There is no rule no/such-rule");
    await expect(schema.ruleText("__proto__")).rejects.toThrow("There is no rule");
  });
});
