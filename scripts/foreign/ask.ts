import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { inRoot } from "../lib/process.mjs";

/** What an adapter answers, as far as these tests look at it. */
export interface Answer {
  readonly view?: unknown;
  readonly torn?: boolean;
  readonly bundle?: string;
  readonly refused?: { readonly code: string; readonly reason: string };
  readonly unsupported?: string;
}

/** How an adapter ended. */
export interface Reply {
  readonly answer: Answer | undefined;
  readonly exitCode: number | null;
  readonly stderr: string;
}

/** The adapters among the examples. */
export const adapters = {
  python: ["python3", inRoot("examples/python/reader.py")],
  perl: ["perl", inRoot("examples/perl/reader.pl")],
  // It needs no gems, and to look for them takes longer than to read a bundle.
  ruby: ["ruby", "--disable=gems", inRoot("examples/ruby/reader.rb")],
  shell: ["sh", inRoot("examples/shell/reader.sh")],
  producer: ["python3", inRoot("examples/python/producer.py")],
} as const;

const environment = { ...process.env, PYTHONDONTWRITEBYTECODE: "1" };
const protocol = { protocol: 1, caseId: "foreign", timeoutMs: 60_000 };

/** A folder of its own for a test, which is removed when that is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "foreign-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs an adapter for one request. `meanwhile` may do something to its process. */
export function ask(
  [program, ...args]: readonly string[],
  request: object,
  meanwhile?: (pid: number) => Promise<void>,
): Promise<Reply> {
  const child = spawn(program ?? "", args, { env: environment });
  const { pid } = child;
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  child.stdin.on("error", () => undefined).end(JSON.stringify({ ...protocol, ...request }));
  return new Promise((resolve, reject) => {
    if (pid !== undefined) meanwhile?.(pid).catch(reject);
    child.on("error", reject);
    child.on("close", (exitCode) => resolve({ answer: parsed(stdout), exitCode, stderr }));
  });
}

/** Lets a Python adapter answer many requests, in a single process. */
export function askMany([, adapter]: readonly string[], requests: readonly object[]): Answer[] {
  const program = ["python3", inRoot("scripts/foreign/many.py"), adapter ?? ""] as const;
  const input = requests.map((request) => `${JSON.stringify({ ...protocol, ...request })}\n`);
  const { stdout, stderr } = spawnSync(program[0], program.slice(1), {
    input: input.join(""),
    encoding: "utf8",
    maxBuffer: 2 ** 30,
  });
  const answers = stdout.split("\n").slice(0, -1);
  if (answers.length < requests.length) throw new Error(`it ended early: ${stderr}`);
  return answers.map((line) => JSON.parse(line) as Answer);
}

/** Runs jobs, two at a time. */
export async function inPairs<Job>(
  jobs: readonly Job[],
  run: (job: Job) => Promise<void>,
): Promise<void> {
  const waiting = [...jobs];
  const work = async () => {
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) await run(job);
  };
  await Promise.all([work(), work()]);
}

function parsed(text: string): Answer | undefined {
  try {
    return JSON.parse(text) as Answer;
  } catch {
    return undefined;
  }
}
