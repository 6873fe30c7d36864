import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createProcessOwner } from "@flow-bundle/runtime/process";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import type { Request } from "../generated/types.ts";
import { exchange } from "./exchange.ts";
import type { ExchangeOptions } from "./exchange.ts";

const owner = createProcessOwner();
const folder = mkdtempSync(join(tmpdir(), "adapter-"));
const request: Request = { protocol: 1, caseId: "reader/x", role: "reader", timeoutMs: 5000 };

function ask(command: string, args: readonly string[], options: Partial<ExchangeOptions> = {}) {
  const started = { command, args, cwd: folder, env: process.env };
  return exchange(owner, started, request, { timeoutMs: 20_000, ...options });
}

const sh = (script: string, options?: Partial<ExchangeOptions>) =>
  ask("/bin/sh", ["-c", script], options);
const node = (script: string, options?: Partial<ExchangeOptions>) =>
  ask(process.execPath, ["-e", script], options);

/** The processes that a script noted in a file; none may run any more. */
function noted(file: string): number[] {
  const pids = readFileSync(join(folder, file), "utf8").trim().split("\n").map(Number);
  rmSync(join(folder, file));
  return pids;
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  // A dead process whose parent has not asked after it yet still has an id.
  return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
}

afterEach(() => owner.terminateAll());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("an answer", () => {
  test("is read when the adapter ends with 0; standard error is kept", async () => {
    expect(await sh("cat > /dev/null; echo note >&2; echo '{\"view\":{}}'")).toEqual({
      type: "answer",
      answer: { view: {} },
      stderr: "note\n",
    });
  });

  test("follows from the request on standard input, which ends", async () => {
    const script = `let text = ""; process.stdin.on("data", (part) => (text += part)).on("end", () =>
      console.log(JSON.stringify({ view: JSON.parse(text) })))`;
    expect(await node(script)).toMatchObject({ answer: { view: request } });
  });

  test("is read from an adapter that closes its input, or never looks at it", async () => {
    expect(await sh("exec 0<&-; sleep 0.1; echo '{\"view\":{}}'")).toMatchObject({
      type: "answer",
    });
    expect(await sh('echo \'{"verdict":"valid"}\'')).toMatchObject({ type: "answer" });
  });

  test("may be a refusal", async () => {
    const text = '{"refused":{"code":"corrupt","reason":"line 3"}}';
    expect(await sh(`echo '${text}'`)).toMatchObject({ answer: JSON.parse(text) });
  });

  test("may hold __proto__ and large values", async () => {
    const { answer } = (await node(
      'console.log(`{"view":{"__proto__":1,"a":"${"x".repeat(3_000_000)}"}}`)',
    )) as { answer: { view: Record<string, string> } };
    expect(Object.keys(answer.view)).toEqual(["__proto__", "a"]);
    expect(answer.view["a"]?.length).toBe(3_000_000);
  });
});

describe("no answer", () => {
  test.each([
    ["an exit code", "echo '{\"view\":{}}'; exit 3", "exit-code", "it ended with exit code 3"],
    ["a signal", "kill -SEGV $$", "signal", "it was ended by SIGSEGV"],
    ["exit 0 without an answer", "true", "no-answer", "standard output is empty"],
    ["white space", "echo; echo", "no-answer", "standard output is empty"],
    ["garbage", "echo hello", "not-json", "standard output is not one JSON value: "],
    [
      "two values",
      "echo '{\"view\":{}}'; echo '{\"view\":{}}'",
      "not-json",
      "not one JSON value: ",
    ],
    ["half a value", "printf '{\"view\":'", "not-json", "not one JSON value: "],
    [
      "a log line before it",
      "echo start; echo '{\"view\":{}}'",
      "not-json",
      "not one JSON value: ",
    ],
    ["bytes", "printf '\\377\\376'", "not-utf8", "standard output is not UTF-8"],
    ["a list", "echo '[]'", "wrong-shape", "expected object"],
    [
      "nothing that is asked for",
      "echo '{}'",
      "wrong-shape",
      "exactly one of the members view, bundle",
    ],
    ["a view that is a text", 'echo \'{"view":"no"}\'', "wrong-shape", "/view: expected object"],
    ["two answers in one", 'echo \'{"view":{},"verdict":"valid"}\'', "wrong-shape", "exactly one"],
    ["an unknown verdict", 'echo \'{"verdict":"ok"}\'', "wrong-shape", 'expected one of "valid"'],
    [
      "a refusal without a reason",
      'echo \'{"refused":{"code":"corrupt"}}\'',
      "wrong-shape",
      '"reason"',
    ],
  ])("%s", async (_, script, reason, detail) => {
    const result = await sh(script);
    expect(result).toMatchObject({
      type: "broken",
      reason,
      detail: expect.stringContaining(detail),
    });
  });

  test("a program that is not there", async () => {
    expect(await ask("no-such-adapter", [])).toMatchObject({
      reason: "not-started",
      detail: expect.stringContaining("no program of this name"),
    });
  });

  test("an answer that is nested without end", async () => {
    const script = `process.stdout.write('{"view":' + "[".repeat(1e6) + "]".repeat(1e6) + "}")`;
    expect(await node(script)).toMatchObject({ reason: "not-json" });
  });
});

describe("misbehaviour", () => {
  test("a flood of 1 GB is cut off, and its writer ended", async () => {
    const script = `echo $$ > flood; exec head -c 1000000000 /dev/zero`;
    expect(await sh(script)).toMatchObject({ type: "broken", reason: "too-much-output" });
    expect(noted("flood").filter(runs)).toEqual([]);
  });

  test("a flood of 1 GB on standard error costs nothing but its end", async () => {
    const script = `head -c 1000000000 /dev/zero >&2; echo last >&2; echo '{"view":{}}'`;
    const result = await sh(script);
    expect(result.type).toBe("answer");
    expect(result.stderr.length).toBeLessThan(20_000);
    expect(result.stderr).toMatch(/^….*last\n$/s);
  });

  test("a hang that ignores TERM is killed with everything it started", async () => {
    const script = `trap '' TERM; sh -c 'trap "" TERM; echo $$ >> hang; while :; do sleep 1; done' &
      echo $$ >> hang; while :; do sleep 1; done`;
    const before = performance.now();
    expect(await sh(script, { timeoutMs: 700 })).toMatchObject({
      reason: "timeout",
      detail: "it had not ended after 0.7 s",
    });
    expect(performance.now() - before).toBeLessThan(6000);
    expect(noted("hang").filter(runs)).toEqual([]);
  });

  test("an answer before a hang is none", async () => {
    const script = "echo '{\"view\":{}}'; sleep 30";
    expect(await sh(script, { timeoutMs: 500 })).toMatchObject({ reason: "timeout" });
  });

  test("a fork that keeps standard output open costs a moment, and is ended", async () => {
    const script = "sleep 60 & echo $! > fork; echo '{\"view\":{}}'";
    const before = performance.now();
    expect(await sh(script)).toMatchObject({ type: "answer", answer: { view: {} } });
    expect(performance.now() - before).toBeLessThan(5000);
    expect(noted("fork").filter(runs)).toEqual([]);
  });

  test("a fork in a group of its own is ended too", async () => {
    const script = "set -m; sleep 60 > /dev/null & echo $! > group; echo '{\"view\":{}}'";
    expect(await sh(script)).toMatchObject({ type: "answer" });
    expect(noted("group").filter(runs)).toEqual([]);
  });

  test("a fork that left the session and holds standard output is not waited for", async () => {
    const script = "setsid sleep 20 & echo '{\"view\":{}}'";
    const before = performance.now();
    expect(await sh(script)).toMatchObject({ type: "answer" });
    expect(performance.now() - before).toBeLessThan(6000);
  });
});

describe("a case that ends its adapter", () => {
  const interrupt: ExchangeOptions["meanwhile"] = async (started) => {
    process.kill(started.pid, "SIGINT");
    return true;
  };

  test("takes any end", async () => {
    // Not a shell, which may lose a signal that comes while it starts.
    const result = await node("setInterval(() => {}, 1000)", { meanwhile: interrupt });
    expect(result).toMatchObject({ type: "interrupted" });
  });

  test("hears when the adapter ends by itself", async () => {
    const wait: ExchangeOptions["meanwhile"] = (_started, ended) =>
      new Promise((resolve) => {
        ended.addEventListener("abort", () => resolve(false));
      });
    expect(await sh("exit 4", { meanwhile: wait })).toMatchObject({ reason: "exit-code" });
  });
});
