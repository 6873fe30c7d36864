import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { recoverBundle } from "@flow-bundle/bundle";
import { directorySource, nodeHost } from "@flow-bundle/bundle/node";
import { validateBundle } from "@flow-bundle/validator";
import { afterEach, beforeEach, expect, it } from "vitest";

// Real processes, real signals, a real file system.

const child = fileURLToPath(new URL("child.ts", import.meta.url));
let runs: string;
let running: Writing[];

beforeEach(() => {
  runs = mkdtempSync(join(tmpdir(), "bundle-writer-"));
  running = [];
});

afterEach(async () => {
  for (const writing of running) await writing.kill();
  rmSync(runs, { recursive: true, force: true });
});

/** A process that writes, and what it said. */
class Writing {
  readonly #process: ChildProcess;
  readonly #ended: Promise<void>;
  said = "";

  constructor(mode: "create" | "open") {
    const options = { stdio: ["ignore", "pipe", "inherit"] as ["ignore", "pipe", "inherit"] };
    const process_ = spawn(process.execPath, [child, runs, mode], options);
    process_.stdout.on("data", (bytes: Buffer) => (this.said += bytes.toString()));
    this.#ended = new Promise((resolve) => process_.on("close", () => resolve()));
    this.#process = process_;
    running.push(this);
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  async until(lines: number): Promise<void> {
    while (this.said.split("\n").length <= lines && this.#process.exitCode === null) {
      await new Promise((resolve) => void setTimeout(resolve, 1));
    }
  }

  async kill(): Promise<void> {
    this.#process.kill("SIGKILL");
    await this.#ended;
  }

  ended(): Promise<void> {
    return this.#ended;
  }

  /** The last event that it reported. */
  get lastSeq(): number {
    return Number(this.said.trimEnd().split("\n").at(-1));
  }
}

it("a second process is refused while the first one lives", async () => {
  const first = new Writing("create");
  await first.until(3);
  const second = new Writing("open");
  await second.ended();
  expect(second.said).toBe(`locked by ${first.pid}\n`);
  await expect(recoverBundle(nodeHost(), join(runs, "sample-1"))).rejects.toMatchObject({
    code: "locked",
    holder: { pid: first.pid },
  });
});

it("a dozen killed processes lose nothing that they reported", async () => {
  const bundle = join(runs, "sample-1");
  for (let round = 0; round < 12; round++) {
    const writing = new Writing("create");
    await writing.until(1 + round * 40);
    await writing.kill();
    const reported = writing.lastSeq;
    expect(reported).toBeGreaterThan(0);

    const left = await validateBundle(directorySource(bundle));
    const severe = left.findings.filter(({ severity }) => severity !== "info");
    expect(severe.filter(({ ruleId }) => ruleId !== "trace/torn-tail")).toEqual([]);

    expect(await recoverBundle(nodeHost(), bundle)).toEqual({
      status: "failed",
      wasFinished: false,
    });
    const report = await validateBundle(directorySource(bundle));
    expect(report.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(report.verdict).toBe("valid");
    const lines = readFileSync(join(bundle, "trace.ndjson"), "utf8").split("\n");
    expect(JSON.parse(lines[reported - 1] ?? "").seq).toBe(reported);
    expect(readdirSync(runs).filter((name) => !name.endsWith(".tail"))).toEqual(["sample-1"]);
    rmSync(bundle, { recursive: true });
  }
});
