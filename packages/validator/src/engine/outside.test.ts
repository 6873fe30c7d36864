import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import type * as NodeFs from "node:fs";
import { tmpdir } from "node:os";
import { join, sep } from "node:path";
import { directorySource } from "@flow-bundle/bundle/node";
import { expect, onTestFinished, test, vi } from "vitest";
import { fixtureFiles } from "../testing/bundles.ts";
import { validateBundle } from "./validate.ts";

// Every path that a bundle names is changed to one outside of it. Nothing out there may be opened or listed.

const { touched } = vi.hoisted(() => ({ touched: [] as string[] }));

vi.mock("node:fs", async (importOriginal) => {
  const fs = await importOriginal<typeof NodeFs>();
  const watched = Object.fromEntries(
    (["openSync", "readdirSync", "opendirSync", "readFileSync"] as const).map((name) => [
      name,
      (path: string, ...rest: unknown[]) => {
        touched.push(String(path));
        return (fs[name] as (...args: unknown[]) => unknown)(path, ...rest);
      },
    ]),
  );
  return { ...fs, ...watched };
});

const fixtures = [
  "valid/1.1-shell",
  "valid/1.1-acp-isolated",
  "third-party/acpx-0.15.1/acp-two-turn",
];
const canary = "CANARY-OUTSIDE-THE-BUNDLE";

test.each(
  fixtures.flatMap((name) =>
    [
      "../outside/canary.json",
      "/OUTSIDE/canary.json",
      "artifacts/../../outside/canary.json",
      "way/canary.json",
    ].map((path) => [name, path] as const),
  ),
)("%s with paths like %s", async (name, path) => {
  const folder = mkdtempSync(join(tmpdir(), "bundle-outside-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const [bundle, outside] = [join(folder, "bundle"), join(folder, "outside")];
  cpSync(new URL(`../../../../fixtures/${name}`, import.meta.url), bundle, { recursive: true });
  mkdirSync(outside);
  writeFileSync(join(outside, "canary.json"), JSON.stringify({ canary }));
  symlinkSync(outside, join(bundle, "way"));

  const leading = path.replace("/OUTSIDE", outside);
  for (const [file, bytes] of fixtureFiles(name)) {
    if (!file.endsWith("json")) continue;
    const text = Buffer.from(bytes).toString();
    const changed = text.replaceAll(
      /"(?:artifacts|sessions|projections)\/[^"]*"|"(?:flow|manifest)\.json"|"trace\.ndjson"/g,
      JSON.stringify(leading),
    );
    writeFileSync(join(bundle, file), changed);
  }

  touched.length = 0;
  const report = await validateBundle(directorySource(bundle));
  expect(report.verdict).not.toBe("valid");
  expect(JSON.stringify(report)).not.toContain(canary);
  expect(touched.length).toBeGreaterThan(5);
  for (const one of touched) {
    expect(one === bundle || one.startsWith(bundle + sep) || one.startsWith("/proc/self/fd")).toBe(
      true,
    );
    expect(one).not.toMatch(/\.\.|\/way(?:\/|$)/);
  }
});
