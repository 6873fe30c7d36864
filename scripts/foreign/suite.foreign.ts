import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inRoot, nodePath } from "../lib/process.mjs";
import { adapters, temporaryFolder } from "./ask.ts";

interface Report {
  readonly verdict: string;
  readonly byCapability: readonly { readonly capability: string; readonly cases: number }[];
}

/**
 * The interpreter itself, because on some machines `python3` is a script that looks for it each time; and without what is
 * installed beside it, which takes longer than the reader.
 */
const python = [
  spawnSync("python3", ["-c", "import sys; print(sys.executable)"], {
    encoding: "utf8",
  }).stdout.trim(),
  "-S",
];

const withoutAgents = ["function-action", "shell", "checkpoint", "timeouts", "interrupt", "resume"];

/** Each adapter, its role, and what it declares. */
const claims = [
  ["reader.py", "reader", [...python, ...adapters.python.slice(1)], ["all"]],
  ["reader.pl", "reader", adapters.perl, ["all"]],
  ["reader.rb", "reader", adapters.ruby, ["all"]],
  ["reader.sh", "reader", adapters.shell, []],
  [
    "producer.py",
    "producer",
    [...python, ...adapters.producer.slice(1)],
    [...withoutAgents, "seal"],
  ],
] as const;

describe("the conformance suite", () => {
  it.each(claims)("passes %s as a %s", async (_, role, adapter, capabilities) => {
    const file = join(temporaryFolder(), "report.json");
    const options = ["--role", role, "--jobs", "2", "--format", "text", "--format", `json=${file}`];
    const declared = capabilities.flatMap((name) => ["--capability", name]);
    const { exitCode, output } = await conformance([
      "run",
      ...options,
      ...declared,
      "--",
      ...adapter,
    ]);
    expect(exitCode, output).toBe(0);
    const report = JSON.parse(readFileSync(file, "utf8")) as Report;
    expect(report.verdict).toBe("conforms");
    expect(output).toContain("conforms");
  });

  it.each(claims)("finds that %s as a %s can be measured", async (_, role, adapter) => {
    const { exitCode, output } = await conformance(["doctor", "--role", role, "--", ...adapter]);
    expect(exitCode, output).toBe(0);
  });
});

/** Runs `bundle-conformance` as it was built. */
function conformance(
  args: readonly string[],
): Promise<{ exitCode: number | null; output: string }> {
  const bin = inRoot("packages/conformance/bin/bundle-conformance.js");
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: "1" };
  const child = spawn(nodePath(), [bin, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ exitCode, output: output.slice(-8000) }));
  });
}
