import type { ArtifactReference } from "@flow-bundle/schema";
import { describe, expect, it } from "vitest";
import type { BundleContext } from "../engine/context.ts";
import { isSameFile, isSound } from "./references.ts";

function reference(digit: string, more: Partial<ArtifactReference> = {}): ArtifactReference {
  const sha256 = digit.repeat(64);
  const path = `artifacts/sha256-${sha256}.txt`;
  return { path, mediaType: "text/plain", bytes: 1, sha256, ...more };
}

const [a, b, gone] = [reference("a"), reference("b"), reference("c")];
const entries = new Map([a, b].map(({ path }) => [path, { type: "file", bytes: 1 }]));
const ctx = { entries } as unknown as BundleContext;

describe("isSound", () => {
  it("wants the file to be there and the digest to be that of its name", () => {
    expect(isSound(ctx, a)).toBe(true);
    expect(isSound(ctx, gone)).toBe(false);
    expect(isSound(ctx, reference("a", { sha256: b.sha256 }))).toBe(false);
  });

  it("asks no digest of a path that has none", () => {
    const path = "sessions/main/binding.json";
    const binding = { ...a, path };
    expect(
      isSound({ ...ctx, entries: new Map([[path, { type: "file", bytes: 1 }]]) }, binding),
    ).toBe(true);
  });
});

describe("isSameFile", () => {
  it("compares the files, and whether all of them was captured", () => {
    expect(isSameFile(ctx, a, { ...a, bytes: 7, mediaType: "text/x-log" })).toBe(true);
    expect(isSameFile(ctx, a, b)).toBe(false);
    expect(isSameFile(ctx, a, { ...a, truncated: true })).toBe(false);
    expect(isSameFile(ctx, a, { ...a, truncated: false })).toBe(true);
  });

  it("says nothing of references that are faults of their own", () => {
    expect(isSameFile(ctx, a, gone)).toBe(true);
    expect(isSameFile(ctx, gone, a)).toBe(true);
    expect(isSameFile(ctx, a, { ...b, sha256: a.sha256 })).toBe(true);
  });
});
