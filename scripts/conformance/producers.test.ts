import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  capabilitiesOf,
  loadCorpus,
  parseBaseline,
  runSuite,
  selectCases,
  type BaselineDocument,
  type ConformanceReport,
} from "@flow-bundle/conformance";
import { createProcessOwner } from "@flow-bundle/runtime/process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadChapters, readRequirements } from "../docs/requirements.ts";
import { root } from "../fixtures/places.ts";

// The driven producers of this repository as anybody would measure them: a process for each case. Both run what was
// built; `npm test` builds first.
const adapters = fileURLToPath(new URL("../../packages/conformance/adapters/", import.meta.url));
const all = capabilitiesOf("producer").map(({ name }) => name);
const owner = createProcessOwner();

afterAll(() => owner.killAll());

interface Measured {
  readonly adapter: string;
  readonly capabilities: readonly string[];
  readonly specVersions: readonly string[];
  readonly baseline?: BaselineDocument;
}

async function measure({ adapter, ...options }: Measured): Promise<ConformanceReport> {
  return runSuite({
    ...options,
    corpus: loadCorpus(),
    role: "producer",
    implementation: { name: adapter },
    owner,
    command: {
      command: process.execPath,
      args: [`${adapters}${adapter}.js`],
      cwd: tmpdir(),
      env: process.env,
    },
    timeoutMs: 60_000,
    jobs: 2,
    suiteVersion: "test",
    commandLine: "",
    reproduce: () => "",
  });
}

/** What did not pass, in words. */
function failures({ results = [], shortcomings = [] }: ConformanceReport): readonly string[] {
  return [
    ...shortcomings,
    ...results
      .filter(({ status }) => status !== "pass" && status !== "known-failure")
      .map(({ caseId, checkId, status, message = "", found = "", detail = "" }) =>
        [`${caseId} ${checkId}: ${status}: ${message}`, found, detail].join("\n"),
      ),
  ];
}

describe("cases for producers", () => {
  const cases = selectCases(loadCorpus(), { role: "producer" });

  test("there are at least 60, and some for every capability", () => {
    expect(cases.length).toBeGreaterThanOrEqual(60);
    const exercised = new Set(cases.flatMap(({ capabilities }) => capabilities));
    // The seal is checked of every bundle.
    expect(all.filter((name) => name !== "seal" && !exercised.has(name))).toEqual([]);
  });

  test("give every node of a flow something to do, and have an id like their folder", () => {
    for (const { id, file, request } of cases) {
      expect(file).toBe(`${id}/case.json`);
      const { flow, behaviour } = request as {
        readonly flow: { readonly nodes: Record<string, { hasRun?: boolean; nodeType: string }> };
        readonly behaviour: Record<string, unknown>;
      };
      const needed = Object.entries(flow.nodes)
        .filter(([, { nodeType, hasRun }]) => nodeType !== "checkpoint" || hasRun)
        .map(([nodeId]) => nodeId);
      const unreached = new Set(["lonely"]);
      const idle = needed.filter((nodeId) => !Object.hasOwn(behaviour, nodeId));
      expect(
        idle.filter((nodeId) => !unreached.has(nodeId)),
        id,
      ).toEqual([]);
    }
  });
});

describe("our runtime", () => {
  let report: ConformanceReport;
  beforeAll(async () => {
    const options = { capabilities: all, specVersions: ["1.0", "1.1"] };
    report = await measure({ adapter: "runtime-producer", ...options });
  }, 300_000);

  // It is bundled for speed, and would tell the name of the package that it lies in.
  test("tells its own name", async () => {
    const out = mkdtempSync(join(tmpdir(), "producer-"));
    try {
      const [request] = selectCases(loadCorpus(), { only: ["producer/compute/one-node"] });
      const asked = JSON.stringify({ ...request?.request, out, cwd: out });
      const path = `${adapters}runtime-producer.js`;
      const said = execFileSync(process.execPath, [path], { input: asked, encoding: "utf8" });
      const { bundle } = JSON.parse(said) as { readonly bundle: string };
      const manifest = JSON.parse(readFileSync(join(out, bundle, "manifest.json"), "utf8")) as {
        readonly producer: unknown;
      };
      const own = join(root, "packages/runtime/package.json");
      const { name, version } = JSON.parse(readFileSync(own, "utf8")) as Record<string, string>;
      expect(manifest.producer).toEqual({ name, version });
    } finally {
      rmSync(out, { recursive: true });
    }
  });

  test("conforms as a producer with every capability", () => {
    expect(failures(report)).toEqual([]);
    expect(report.verdict).toBe("conforms");
    expect(report.results?.filter(({ status }) => status === "not-applicable")).toEqual([]);
  });
});

describe("acpx 0.19.1", () => {
  const text = readFileSync(`${adapters}acpx-producer.baseline.json`, "utf8");
  const baseline = parseBaseline(text, "producer");
  let report: ConformanceReport;
  beforeAll(async () => {
    const without = new Set(["resume", "seal"]);
    const capabilities = all.filter((name) => !without.has(name));
    report = await measure({
      adapter: "acpx-producer",
      capabilities,
      specVersions: ["1.0"],
      baseline,
    });
  }, 300_000);

  test("deviates from version 1.0 where its baseline says so, and nowhere else", () => {
    expect(failures(report)).toEqual([]);
    const known = report.results?.filter(({ status }) => status === "known-failure");
    expect(known).toHaveLength(baseline.known.length);
    expect(report.verdict).toBe("deviates");
  });

  test("every deviation that is known names the requirement that it breaks", () => {
    const requirements = new Set(
      loadChapters(root).flatMap((chapter) =>
        readRequirements(chapter).requirements.map(({ id }) => id),
      ),
    );
    expect(baseline.known.filter(({ requirement = "" }) => !requirements.has(requirement))).toEqual(
      [],
    );
  });
});
