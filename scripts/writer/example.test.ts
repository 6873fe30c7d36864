import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { directorySource } from "@flow-bundle/bundle/node";
import { validateBundle } from "@flow-bundle/validator";
import { expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const example = new URL("examples/custom-producer/producer.ts", root);

it("the example of a producer writes a bundle without any finding", async () => {
  const runs = mkdtempSync(join(tmpdir(), "custom-producer-"));
  try {
    const sources = new URL("scripts/fixtures/sources.ts", root).href;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ["--import", sources, fileURLToPath(example)],
      { env: { ...process.env, RUNS_DIR: runs }, encoding: "utf8" },
    );
    expect(stderr).toBe("");
    const report = await validateBundle(directorySource(stdout.trim()));
    expect(report).toMatchObject({ verdict: "valid", runStatus: "completed", findings: [] });
    expect(report.facts).toMatchObject({ events: 8, attempts: 1 });
  } finally {
    rmSync(runs, { recursive: true, force: true });
  }
});

it("the README of the package shows that example", () => {
  const readme = readFileSync(new URL("packages/bundle/README.md", root), "utf8");
  expect(readme).toContain(`\`\`\`ts run\n${readFileSync(example, "utf8")}\`\`\`\n`);
});
