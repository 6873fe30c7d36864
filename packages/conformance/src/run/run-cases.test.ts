import { createProcessOwner } from "@flow-bundle/runtime/process";
import { afterEach, describe, expect, test } from "vitest";
import type { Case } from "../cases/case.ts";
import { loadCorpus } from "../cases/load.ts";
import { selectCases } from "../cases/select.ts";
import { demandBuild, readerAdapter, root, validatorAdapter } from "../testing/command.ts";
import { runCases, type RunOptions } from "./run-cases.ts";

const owner = createProcessOwner();
const corpus = loadCorpus();
const all = selectCases(corpus, {});

afterEach(() => owner.terminateAll());

function options(
  command: string,
  args: readonly string[],
  more: Partial<RunOptions> = {},
): RunOptions {
  demandBuild();
  return {
    owner,
    command: { command, args, cwd: root, env: process.env },
    capabilities: new Set(["rule-ids"]),
    timeoutMs: 30_000,
    jobs: 2,
    ...more,
  };
}

describe("our own adapters, as processes", () => {
  // Every case runs in-process in scripts/conformance, and as a process in `pnpm conformance`.
  const some = (role: Case["role"], every: number) =>
    all
      .filter((item) => item.role === role)
      .filter((item, index) => index % every === 0 || item.capabilities.includes("hostile"))
      // These are read from the beginning to the end: slow on a busy machine.
      .filter(({ id }) => !id.includes("/huge-"));

  test("the reader passes a sample", async () => {
    const { results, isPartial } = await runCases(
      some("reader", 50),
      options(process.execPath, [readerAdapter]),
    );
    expect(isPartial).toBe(false);
    expect(results.length).toBeGreaterThan(60);
    expect(results.filter(({ status }) => status !== "pass")).toEqual([]);
  });

  test("the validator passes a sample", async () => {
    const { results } = await runCases(
      some("validator", 50),
      options(process.execPath, [validatorAdapter]),
    );
    expect(
      results.filter(({ status }) => status !== "pass" && status !== "not-applicable"),
    ).toEqual([]);
  });
});

describe("an adapter that misbehaves in every way", () => {
  const cases = all.filter(({ id }) => id.startsWith("reader/up-to-seq/1.1-resumed/"));
  // One way to fail for each case; the last ones are answered.
  const script = `request=$(cat)
    case "$request" in
      *resumed/000\\"*) exit 3;;
      *resumed/001\\"*) kill -9 $$;;
      *resumed/002\\"*) sleep 60;;
      *resumed/003\\"*) echo garbage;;
      *resumed/004\\"*) exec head -c 1000000000 /dev/zero;;
      *resumed/005\\"*) exit 0;;
      *resumed/006\\"*) sleep 60 & echo '{"view":{}}';;
      *resumed/007\\"*) echo '{"view":[]}';;
      *) printf '%s' "$request" | "${process.execPath}" "${readerAdapter}";;
    esac`;

  test("costs no other case its result", async () => {
    const run = options("/bin/sh", ["-c", script], { timeoutMs: 10_000, jobs: 4 });
    const { results, isPartial } = await runCases(cases, run);
    expect(isPartial).toBe(false);
    const told = cases.map(({ id }) => {
      const own = results.filter(({ caseId }) => caseId === id);
      return own.map(({ status, message = "" }) =>
        status === "pass" ? "pass" : `${status} ${message.split(/[:,]/)[0]}`,
      );
    });
    const passed = ["pass", "pass", "pass", "pass"];
    expect(told).toEqual([
      ["broken exit-code"],
      ["broken signal"],
      ["broken timeout"],
      ["broken not-json"],
      ["broken too-much-output"],
      ["broken no-answer"],
      ["pass", "pass", "pass", "fail the view differs at /schema"],
      ["broken wrong-shape"],
      passed,
      passed,
      passed,
    ]);
  });

  test("an adapter that cannot be started stops the run", async () => {
    await expect(runCases(cases, options("no-such-adapter", []))).rejects.toMatchObject({
      name: "AdapterError",
    });
  });

  test("results do not depend on how many run at a time", async () => {
    const one = await runCases(
      cases.slice(-3),
      options(process.execPath, [readerAdapter], { jobs: 1 }),
    );
    const many = await runCases(
      cases.slice(-3),
      options(process.execPath, [readerAdapter], { jobs: 8 }),
    );
    expect(many).toEqual(one);
  });

  test("an interruption ends what runs, and keeps what there is", async () => {
    const own = createProcessOwner();
    const interrupted = new AbortController();
    const slow = `request=$(cat)
      case "$request" in *resumed/00[0-3]\\"*) echo '{"view":{}}';; *) sleep 60;; esac`;
    const before = performance.now();
    const { results, isPartial } = await runCases(
      cases,
      options("/bin/sh", ["-c", slow], {
        owner: own,
        signal: interrupted.signal,
        onProgress: ({ done }) => {
          if (done === 4) interrupted.abort();
        },
      }),
    );
    expect(performance.now() - before).toBeLessThan(20_000);
    expect(isPartial).toBe(true);
    expect(new Set(results.map(({ caseId }) => caseId)).size).toBe(4);
  });
});
