import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listFiles } from "../lib/files.ts";
import { inRoot, nodePath } from "../lib/process.mjs";

const types = {
  acpx: "../node_modules/acpx/dist/flows.d.ts",
  ours: "../packages/runtime/src/authoring/index.ts",
};

test.each(["acpx", "ours"] as const)(
  "the flows have no type errors with the types of %s",
  (tool) => {
    mkdirSync(inRoot(".tmp"), { recursive: true });
    const config = inRoot(".tmp", `differential-${tool}.json`);
    const compilerOptions = {
      noEmit: true,
      composite: false,
      incremental: false,
      module: "preserve",
      moduleResolution: "bundler",
      allowImportingTsExtensions: true,
      rewriteRelativeImportExtensions: false,
      erasableSyntaxOnly: false,
      noPropertyAccessFromIndexSignature: false,
      resolveJsonModule: true,
      types: ["node"],
      lib: ["es2024", "dom", "dom.asynciterable"],
      paths: { "acpx/flows": [types[tool]] },
    };
    // By name: acpx puts modules of its own into the folder while it loads a flow.
    const files = listFiles(inRoot(), "fixtures/differential/flows")
      .filter((file) => /\/[^./][^/]*\.m?ts$/.test(file))
      .map((file) => `../${file}`);
    expect(files.length).toBeGreaterThan(100);
    const settings = { extends: "../tsconfig.base.json", compilerOptions, files };
    writeFileSync(config, JSON.stringify(settings));
    const tsc = join("node_modules", "typescript", "bin", "tsc");
    const { stdout, status } = spawnSync(nodePath(), [inRoot(tsc), "-p", config], {
      encoding: "utf8",
    });
    expect(stdout).toBe("");
    expect(status).toBe(0);
  },
);
