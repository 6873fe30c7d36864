import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const path = (name: string) => fileURLToPath(new URL(name, import.meta.url));

test("types narrow, and refuse what is wrong", () => {
  const options = [
    "--noEmit",
    "--ignoreConfig",
    "--strict",
    "--noUncheckedIndexedAccess",
    "--exactOptionalPropertyTypes",
  ];
  const modules = [
    "--target",
    "es2024",
    "--module",
    "nodenext",
    "--allowImportingTsExtensions",
    "--skipLibCheck",
    "--types",
    "",
  ];
  let output = "";
  try {
    execFileSync(process.execPath, [
      path("../../../node_modules/typescript/bin/tsc"),
      ...options,
      ...modules,
      path("testing/narrowing.ts"),
    ]);
  } catch (error) {
    output = String((error as { stdout?: Buffer }).stdout);
  }
  expect(output).toBe("");
});
