import { memorySource, openBundle, portableSha256 } from "@flow-bundle/bundle";
import { directorySource } from "@flow-bundle/bundle/node";
import { rules, ruleText, type Finding } from "@flow-bundle/schema";
import { validateBundle } from "@flow-bundle/validator";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { groupFindings, judgeParts, judgeSeal } from "./judge.ts";
import { placeText, selectionOf } from "./places.ts";
import { ruleSections } from "./rule-sections.ts";

const fixture = (path: string) =>
  directorySource(fileURLToPath(new URL(`../../../../../../fixtures/${path}`, import.meta.url)));

/** A fixture with one file changed. */
async function changed(path: string, file: string, change: (text: string) => string) {
  const source = fixture(path);
  const files = new Map<string, Uint8Array | string>();
  for await (const entry of source.entries()) {
    if (entry.type === "file") files.set(entry.path, await source.read(entry.path, 1e9));
  }
  const text = new TextDecoder().decode(files.get(file) as Uint8Array);
  files.set(file, change(text));
  return memorySource(path, files, portableSha256);
}

async function judged(source: ReturnType<typeof fixture>) {
  const report = await validateBundle(source);
  const { manifest } = await openBundle(source);
  return { report, seal: judgeSeal(report, manifest), parts: judgeParts(report) };
}

describe("judgeSeal", () => {
  it("says that nothing changed, and of which files", async () => {
    const { seal, parts } = await judged(fixture("valid/1.1-shell"));
    expect(seal).toMatchObject({ kind: "intact", files: { length: 11 } });
    expect(parts.map(({ kind }) => kind)).toEqual([
      ...Array.from({ length: 5 }, () => "verified"),
      "nothing",
      "verified",
      "verified",
    ]);
  });

  it("says what changed", async () => {
    const source = await changed("valid/1.1-shell", "flow.json", (text) => `${text} `);
    const { seal, parts } = await judged(source);
    expect(seal).toMatchObject({ kind: "broken", findings: [{ file: "flow.json" }] });
    expect(parts.at(-1)).toMatchObject({ name: "Seal", kind: "problems", errors: 1 });
  });

  it("tells a run that goes on from a format without seals and a seal that is missing", async () => {
    expect((await judged(fixture("valid/1.1-running"))).seal.kind).toBe("not-yet");
    expect((await judged(fixture("third-party/acpx-0.19.1/shell-ok"))).seal.kind).toBe(
      "unknown-to-version",
    );
    const unsealed = await changed("valid/1.1-shell", "manifest.json", (text) =>
      text.replace(/,\s*"seal": \{[\s\S]*\}\n\}/, "\n}"),
    );
    expect((await judged(unsealed)).seal.kind).toBe("missing");
  });

  it("does not call intact what was not checked", async () => {
    const { report } = await judged(fixture("valid/1.1-shell"));
    const manifest = { seal: { trace: { bytes: 1 }, files: [] } };
    expect(judgeSeal(report, undefined).kind).toBe("unchecked");
    expect(judgeSeal(report, { seal: "yes" }).kind).toBe("unchecked");
    expect(judgeSeal(report, { seal: { trace: {}, files: [{}] } }).kind).toBe("unchecked");
    const cut = { ...report, unlisted: { error: 1, warning: 0, info: 0 } };
    expect(judgeSeal(cut, manifest).kind).toBe("unchecked");
    const blocked = {
      ...report,
      rules: {
        ...report.rules,
        notEvaluated: [{ ruleId: "seal/file", because: "json/syntax at manifest.json" }],
      },
    };
    expect(judgeSeal(blocked, manifest)).toEqual({
      kind: "unchecked",
      because: "json/syntax at manifest.json",
    });
  });
});

describe("judgeParts", () => {
  it("does not call verified what could not be judged", async () => {
    const source = await changed("valid/1.1-running", "trace.ndjson", (text) =>
      text.replace('"type":"node_started"', '"type":7'),
    );
    const parts = judgeParts(await validateBundle(source));
    expect(parts.find(({ name }) => name === "Trace")?.kind).toBe("problems");
    expect(parts.find(({ name }) => name === "Projections")?.kind).toMatch(/partly|not-judged/);
  });
});

it("groups findings by rule, errors first", () => {
  const finding = (ruleId: string, severity: Finding["severity"], count?: number) =>
    ({ ruleId, severity, message: "", file: "", fingerprint: "", url: "", count }) as Finding;
  const groups = groupFindings([
    finding("b/b", "info"),
    finding("a/a", "warning"),
    finding("c/c", "error", 7),
    finding("a/a", "warning"),
    finding("c/c", "error"),
  ]);
  expect(groups.map(({ ruleId, count, findings }) => [ruleId, count, findings.length])).toEqual([
    ["c/c", 8, 2],
    ["a/a", 2, 2],
    ["b/b", 1, 1],
  ]);
});

describe("places of findings", () => {
  it.each([
    [{ file: "trace.ndjson" }, { tab: "events", log: "trace", event: undefined }],
    [
      { file: "trace.ndjson", line: 3 },
      { tab: "events", log: "trace", event: 3 },
    ],
    [
      { file: "trace.ndjson", line: 3, attemptId: "a#1" },
      { tab: "events", log: "trace", event: 3, attempt: "a#1", node: undefined },
    ],
    [
      { file: "sessions/s/events.ndjson", line: 2 },
      { tab: "events", log: "session", session: "s", event: 2 },
    ],
    [{ file: "sessions/s/record.json" }, { tab: "conversation", session: "s" }],
    [{ file: "artifacts/x.txt" }, { tab: "artifacts", artifact: "artifacts/x.txt" }],
    [
      { file: "projections/run.json", attemptId: "a#1" },
      { tab: "attempt", attempt: "a#1", node: undefined },
    ],
    [{ file: "manifest.json" }, undefined],
    [{ file: "" }, undefined],
  ])("%j", (place, selection) => {
    expect(selectionOf(place)).toEqual(selection);
  });

  it("have a text", () => {
    expect(placeText({ file: "trace.ndjson", line: 3, column: 8, pointer: "/seq" })).toBe(
      "trace.ndjson, line 3, /seq",
    );
    expect(placeText({ file: "" })).toBe("the bundle");
  });
});

it("takes the text of every rule apart", async () => {
  for (const { id } of rules) {
    const sections = ruleSections(await ruleText(id));
    expect(sections.map(({ title }) => title)).toContain("What it checks");
    for (const { blocks, title } of sections)
      expect([id, title, blocks.length > 0]).toContain(true);
  }
});
