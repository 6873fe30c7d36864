import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { directorySource } from "@flow-bundle/bundle/node";
import { validateBundle } from "@flow-bundle/validator";
import { expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const example = (name: string): URL => new URL(`examples/custom-producer/${name}`, root);

it.each([
  ["producer.ts", { events: 4, attempts: 1 }],
  ["command-producer.ts", { events: 8, attempts: 1 }],
])("%s writes a bundle without any finding", async (name, facts) => {
  const runs = mkdtempSync(join(tmpdir(), "custom-producer-"));
  try {
    const sources = new URL("scripts/fixtures/sources.ts", root).href;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", sources, fileURLToPath(example(name))],
      { env: { ...process.env, RUNS_DIR: runs }, encoding: "utf8" },
    );
    expect(stderr).toBe("");
    expect(stdout).toBe("");
    const [run = ""] = readdirSync(runs);
    const report = await validateBundle(directorySource(join(runs, run)));
    expect(report).toMatchObject({ verdict: "valid", runStatus: "completed", findings: [] });
    expect(report.facts).toMatchObject(facts);
  } finally {
    rmSync(runs, { recursive: true, force: true });
  }
});

it("the README of the package shows the one of 20 lines", () => {
  const shown = readFileSync(example("producer.ts"), "utf8");
  expect(shown.trimEnd().split("\n")).toHaveLength(20);
  const readme = readFileSync(new URL("packages/bundle/README.md", root), "utf8");
  expect(readme).toContain(`\`\`\`ts run\n${shown}\`\`\`\n`);
});
