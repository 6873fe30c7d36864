import { createHash } from "node:crypto";
import { memorySource } from "@flow-bundle/bundle";
import { nodeSha256 } from "@flow-bundle/bundle/node";
import type { BundleReport } from "@flow-bundle/schema";
import { describe, expect, test } from "vitest";
import { fixtureFiles } from "../testing/bundles.ts";
import type { Files } from "../testing/mutations.ts";
import { watchedSource } from "../testing/watched-source.ts";
import { validateBundle } from "./validate.ts";

const encoder = new TextEncoder();
const base = fixtureFiles("valid/1.1-running");
const runId = "2026-03-02T091500000Z-nightly-benchmark-fa13c8b5";
const events = 9;

/** A running bundle whose trace goes on with these lines, ended by LF. */
function goingOn(lines: Iterable<string | object>): Files {
  const parts: string[] = [Buffer.from(base.get("trace.ndjson") ?? []).toString()];
  for (const line of lines)
    parts.push(typeof line === "string" ? line : JSON.stringify(line), "\n");
  return new Map(base).set("trace.ndjson", encoder.encode(parts.join("")));
}

/** Events that follow those of the bundle. */
function* more(count: number, make: (index: number) => object): Iterable<object> {
  for (let i = 0; i < count; i += 1) {
    yield { seq: events + 1 + i, at: "2026-03-02T09:16:00.000Z", runId, ...make(i) };
  }
}

const ofAttempt = { scope: "node", type: "node_heartbeat", nodeId: "bench", attemptId: "bench#1" };

interface Judged {
  readonly report: BundleReport;
  readonly rules: ReadonlySet<string>;
  readonly size: number;
  readonly read: number;
}

/** Checks a hostile bundle. What that costs, and the report, grow with its size at most. */
async function judge(files: Files): Promise<Judged> {
  let size = 0;
  for (const bytes of files.values()) size += bytes.length;
  const { source, watch } = watchedSource(memorySource("bundle", files, nodeSha256));
  const start = performance.now();
  const report = await validateBundle(source);
  expect(performance.now() - start).toBeLessThan(5000 + size / 2000);
  expect(report.findings.length).toBeLessThanOrEqual(10_000);
  expect(JSON.stringify(report).length).toBeLessThan(16 * 1024 * 1024);
  const rules = new Set(report.findings.map(({ ruleId }) => ruleId));
  return { report, rules, size, read: watch.bytes };
}

describe("long and deep lines", () => {
  test("a line of 70 MB is passed over, and the verdict is not made up", async () => {
    const line = new Uint8Array(70 * 1024 * 1024).fill(0x61);
    const trace = Buffer.concat([
      base.get("trace.ndjson") ?? new Uint8Array(),
      line,
      Buffer.from("\n"),
    ]);
    const { report, rules } = await judge(new Map(base).set("trace.ndjson", trace));
    expect(report.verdict).toBe("undetermined");
    expect(rules).toContain("limits/line-length");
  });

  test.each([
    ["brackets", "[".repeat(10_000_000)],
    ["closed brackets", "[".repeat(5_000_000) + "]".repeat(5_000_000)],
    ["objects", '{"a":'.repeat(1_000_000)],
    ["closed objects", `${'{"a":'.repeat(1_000_000)}0${"}".repeat(1_000_000)}`],
    [
      "a deep payload",
      JSON.stringify({ ...ofAttempt, payload: "?" }).replace(
        '"?"',
        "[".repeat(5000) + "]".repeat(5000),
      ),
    ],
  ])("a bomb of %s", async (_, bomb) => {
    const { report, rules } = await judge(
      goingOn([bomb, ...more(1, () => ({ ...ofAttempt, payload: {} }))]),
    );
    expect(report.verdict).not.toBe("valid");
    expect(rules).toContain("limits/depth");
  });

  test.each(["flow.json", "projections/run.json", "manifest.json"])(
    "a bomb as %s",
    async (path) => {
      const bomb = encoder.encode("[".repeat(5_000_000) + "]".repeat(5_000_000));
      const { report } = await judge(new Map(base).set(path, bomb));
      expect(report.verdict).not.toBe("valid");
    },
  );

  test("twenty lines of 3 MB that cannot be read are not kept", async () => {
    const { rules } = await judge(goingOn(Array.from({ length: 20 }, () => "x".repeat(3_000_000))));
    expect(rules).toContain("trace/torn-tail");
  });
});

describe("many faults in one value", () => {
  const many = Array.from({ length: 300_000 }, () => 0);

  test("steps.json is a list of 300,000 numbers", async () => {
    const files = new Map(base).set("projections/steps.json", encoder.encode(JSON.stringify(many)));
    const { report, rules } = await judge(files);
    expect(report.verdict).toBe("invalid");
    expect(rules).toContain("projection/steps-shape");
  });

  test("a line and the manifest hold as many", async () => {
    const args = { actionType: "shell", command: "x", args: many, cwd: "/" };
    const prepared = { ...ofAttempt, scope: "action", type: "action_prepared" };
    const files = goingOn(more(3, () => ({ ...prepared, payload: { action: args } })));
    const manifest = JSON.parse(Buffer.from(base.get("manifest.json") ?? []).toString());
    files.set("manifest.json", encoder.encode(JSON.stringify({ ...manifest, sessions: many })));
    expect((await judge(files)).report.verdict).toBe("invalid");
  });

  test("more values than fit into memory", async () => {
    const wide = encoder.encode(`[${"{},".repeat(9_000_000)}0]`);
    const { report, rules } = await judge(new Map(base).set("flow.json", wide));
    expect(report.verdict).toBe("undetermined");
    expect(rules).toContain("limits/document-size");
    const line = await judge(goingOn([Buffer.from(wide).toString()]));
    expect(line.report.verdict).toBe("undetermined");
    expect(line.rules).toContain("limits/line-length");
  });
});

describe("many of something", () => {
  test("100,000 unknown event types", async () => {
    const { report } = await judge(
      goingOn(more(100_000, (i) => ({ scope: "run", type: `x_${i}`, payload: {} }))),
    );
    expect(report.verdict).toBe("valid");
    expect(report.counts.info).toBeGreaterThanOrEqual(100_000);
    expect(report.unlisted?.info).toBeGreaterThan(80_000);
  });

  test("200,000 findings", async () => {
    const { report } = await judge(
      goingOn(more(200_000, (i) => ({ ...ofAttempt, attemptId: `bench#${i + 2}`, payload: {} }))),
    );
    const { error, warning, info } = report.counts;
    expect(error).toBeGreaterThanOrEqual(200_000);
    const listed = report.findings.reduce((sum, { count = 1 }) => sum + count, 0);
    const unlisted = Object.values(report.unlisted ?? {}).reduce((sum, n) => sum + n, 0);
    expect(listed + unlisted).toBe(error + warning + info);
  });

  test("50,000 lines that are no JSON, and a good one after them", async () => {
    const bad = Array.from({ length: 50_000 }, (_, i) => `{"broken":${i}`);
    const { report, rules } = await judge(
      goingOn([...bad, ...more(1, () => ({ ...ofAttempt, payload: {} }))]),
    );
    expect(report.verdict).toBe("invalid");
    expect(rules).toContain("json/syntax");
  });

  test("ids of 1 MB do not get into the report", async () => {
    const id = "n".repeat(1_000_000);
    const { report } = await judge(
      goingOn(
        more(40, (i) => ({
          ...ofAttempt,
          nodeId: `${id}${i}`,
          attemptId: `${id}#${i}`,
          payload: { statusDetail: id },
        })),
      ),
    );
    expect(report.verdict).toBe("invalid");
    expect(JSON.stringify(report).length).toBeLessThan(4_000_000);
  });

  test("100,000 artifacts that are not there, and 100,000 claims about one that is", async () => {
    const sha256 = "0".repeat(64);
    const written = (reference: object) => ({
      ...ofAttempt,
      scope: "artifact",
      type: "artifact_written",
      artifact: reference,
      payload: { artifact: reference },
    });
    const missing = await judge(
      goingOn(
        more(100_000, (i) =>
          written({ path: `artifacts/a${i}.txt`, mediaType: "text/plain", bytes: i, sha256 }),
        ),
      ),
    );
    expect(missing.rules).toContain("artifact/missing");
    const path = [...base.keys()].find((name) => name.startsWith("artifacts/")) ?? "";
    const claims = await judge(
      goingOn(more(100_000, (i) => written({ path, mediaType: "text/plain", bytes: i, sha256 }))),
    );
    expect(claims.report.verdict).toBe("invalid");
    expect(claims.read).toBeLessThan(4 * claims.size);
  });

  test("a large artifact that many steps name with a wrong text is not read for each", async () => {
    const text = "x".repeat(1_000_000);
    const sha256 = createHash("sha256").update(text).digest("hex");
    const reference = {
      path: `artifacts/sha256-${sha256}.txt`,
      mediaType: "text/plain",
      bytes: 10,
      sha256,
    };
    const files = goingOn(
      more(3000, (i) => {
        const ids = { scope: "node", nodeId: "setup", attemptId: `setup#${(i >> 1) + 2}` };
        return i % 2 === 0
          ? { ...ids, type: "node_started", payload: { nodeType: "acp", timeoutMs: 1 } }
          : {
              ...ids,
              type: "node_outcome",
              payload: {
                nodeType: "acp",
                outcome: "ok",
                durationMs: 0,
                error: null,
                promptArtifact: reference,
              },
            };
      }),
    );
    const [first] = JSON.parse(Buffer.from(files.get("projections/steps.json") ?? []).toString());
    const steps = [
      first,
      ...Array.from({ length: 1500 }, (_, i) => ({
        ...first,
        attemptId: `setup#${i + 2}`,
        nodeType: "acp",
        promptText: "y",
      })),
    ];
    files.set("projections/steps.json", encoder.encode(JSON.stringify(steps)));
    files.set(reference.path, encoder.encode(text));
    const { report, read, size } = await judge(files);
    expect(report.verdict).toBe("invalid");
    expect(read).toBeLessThan(80 * 1024 * 1024 + 6 * size);
  });

  test("keys: 200,000 in one object, and one 200,000 times", async () => {
    const keys = Array.from({ length: 200_000 }, (_, i) => `"k${i}":0`).join();
    const same = Array.from({ length: 200_000 }, () => `"k":0`).join();
    const line = (payload: string): string =>
      JSON.stringify({
        seq: 10,
        at: "2026-03-02T09:16:00.000Z",
        runId,
        ...ofAttempt,
        payload: {},
      }).replace("{}", payload);
    expect((await judge(goingOn([line(`{${keys}}`)]))).report.verdict).not.toBe("undetermined");
    expect((await judge(goingOn([line(`{${same}}`)]))).rules).toContain("json/duplicate-key");
  });
});

describe("texts made to keep patterns busy", () => {
  const filler = [
    "a",
    "0",
    "-",
    ".",
    "a.",
    "a-a.",
    "../",
    "2026-01-01T",
    "#",
    " ",
    "\u00e9",
    "\\",
    "%",
    "\u0000",
  ];
  const event = { seq: 10, at: "2026-03-02T09:16:00.000Z", runId, ...ofAttempt, payload: {} };
  const reference = {
    path: "artifacts/a.txt",
    mediaType: "text/plain",
    bytes: 1,
    sha256: "0".repeat(64),
  };

  test.each(filler)("%j over and over", async (part) => {
    const long = part.repeat(Math.ceil(200_000 / part.length));
    const fields = ["at", "runId", "scope", "type", "nodeId", "attemptId", "sessionId"];
    const lines: object[] = fields.map((field) => ({ ...event, [field]: `${long}!` }));
    for (const field of Object.keys(reference)) {
      const wrong = { ...reference, [field]: `${long}!` };
      lines.push({
        ...event,
        scope: "artifact",
        type: "artifact_written",
        artifact: wrong,
        payload: { artifact: wrong },
      });
    }
    const files = goingOn(lines);
    const manifest = JSON.parse(Buffer.from(base.get("manifest.json") ?? []).toString());
    expect((await judge(files)).report.verdict).toBe("invalid");
    for (const field of ["runId", "startedAt", "flowName", "specVersion", "schema"]) {
      files.set(
        "manifest.json",
        encoder.encode(JSON.stringify({ ...manifest, [field]: `${long}!` })),
      );
      expect((await judge(files)).report.verdict).not.toBe("valid");
    }
  });
});

test("names of what objects inherit are names like others", async () => {
  const names = [
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "valueOf",
    "__defineGetter__",
  ];
  const lines = names.flatMap((name) => [
    {
      ...ofAttempt,
      nodeId: name,
      attemptId: name,
      payload: JSON.parse(`{"${name}":{"${name}":1}}`),
    },
    { ...ofAttempt, type: name, payload: {} },
    {
      ...ofAttempt,
      scope: "acp",
      type: "acp_prompt_prepared",
      sessionId: name,
      payload: { sessionId: name },
    },
  ]);
  const files = goingOn(more(lines.length, (i) => lines[i] ?? {}));
  for (const name of names) {
    files.set(`sessions/${name}/binding.json`, encoder.encode(`{"${name}":1}`));
    files.set(`artifacts/${name}`, encoder.encode(name));
  }
  const { report } = await judge(files);
  expect(report.verdict).toBe("invalid");
  expect(Object.keys(Object.prototype)).toEqual([]);
});
