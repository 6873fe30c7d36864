import type { ProcessCommand, ProcessOwner } from "@flow-bundle/runtime/process";
import { exchange, type BrokenReason, type Exchange } from "../adapter/exchange.ts";
import type { Case, Role } from "../cases/case.ts";
import { prepare } from "../run/request.ts";
import { judge } from "../run/run-case.ts";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One thing that doctor looked at. */
export interface Diagnosis {
  readonly title: string;
  readonly isGood: boolean;
  /** What was seen. */
  readonly found: string;
  /** What to do about it. */
  readonly hint?: string;
}

/** An adapter and what it is asked to be. */
export interface Patient {
  readonly owner: ProcessOwner;
  readonly command: ProcessCommand;
  readonly role: Role;
  readonly timeoutMs: number;
}

const hints: Readonly<Record<BrokenReason, string>> = {
  "not-started": "check the command after --: it is started without a shell, in this folder",
  timeout:
    "answer and exit; read standard input to its end and no further, and close whatever keeps the process alive",
  "too-much-output": "write one JSON value to standard output and nothing else",
  signal: "something crashed, or was killed for its memory; standard error may tell more",
  "exit-code":
    'exit with 0 also when the bundle is bad: that is the answer {"refused": …}; other codes mean that the adapter failed',
  "no-answer": "write the answer to standard output, and flush it before the process exits",
  "not-utf8": "write UTF-8 without anything else",
  "not-json":
    "write exactly one JSON value to standard output; logs and progress belong to standard error",
  "wrong-shape":
    'the answer is one object with exactly one of "view", "verdict", "bundle", "refused", "unsupported": spec/conformance/answer.schema.json',
};

/** What is asked of each role: a plain case, and one that tells whether the adapter looks at what it is given. */
const plainCases: Readonly<Record<Role, readonly [good: string, bad: string] | undefined>> = {
  reader: ["reader/bundle/1.1-retry-loop", "reader/versions/schema-foreign"],
  validator: ["validator/bundle/1.1-retry-loop", "validator/rule/trace/seq/heartbeat-lost"],
  producer: ["producer/compute/one-node", "producer/compute/fails"],
};

/** Looks at an adapter before anything is measured, a few requests one after the other. */
export async function* examine(
  patient: Patient,
  corpus: readonly Case[],
): AsyncGenerator<Diagnosis, void, undefined> {
  const [goodId, badId] = plainCases[patient.role] ?? firstTwo(patient.role, corpus);
  const good = corpus.find(({ id }) => id === goodId);
  const bad = corpus.find(({ id }) => id === badId);
  if (good === undefined) throw new Error(`there is no case for a ${patient.role}`);

  const first = await visit(patient, good);
  yield diagnose("starts, and answers in time with one JSON value", first.result);
  if (first.result.type !== "answer") return;
  yield judged("gives the right answer to a plain case", good, first.deviations);
  yield {
    title: "answers fast",
    isGood: first.seconds < 2,
    found: `${first.seconds.toFixed(2)} s`,
    ...(first.seconds >= 2 && {
      hint: "the suite starts a process for each of many hundred cases: what costs the time at the start?",
    }),
  };

  const strange = await visit(patient, good, {
    later: { unknown: [true] },
    caseId: "reader/other",
  });
  yield {
    ...diagnose("ignores members of the request that it does not know", strange.result),
    ...(strange.deviations.length > 0 && { isGood: false, found: strange.deviations.join("; ") }),
  };
  if (bad !== undefined) {
    const second = await visit(patient, bad);
    const diagnosis = diagnose("answers about a bad bundle too", second.result);
    yield diagnosis;
    if (diagnosis.isGood) yield judged("sees that it is bad", bad, second.deviations);
  }
  const both = await Promise.all([visit(patient, good), visit(patient, good)]);
  const lost = both.find(({ result }) => result.type !== "answer");
  yield diagnose("can run twice at the same time", (lost ?? both[0]).result);
}

interface Visit {
  readonly result: Exchange;
  readonly deviations: readonly string[];
  readonly seconds: number;
}

async function visit(patient: Patient, item: Case, more: object = {}): Promise<Visit> {
  const folder = await mkdtemp(join(tmpdir(), "bundle-conformance-"));
  try {
    const { owner, command, timeoutMs } = patient;
    const request = { ...(await prepare(item, folder, timeoutMs)), ...more };
    const begin = performance.now();
    const result = await exchange(owner, command, request, { timeoutMs });
    const seconds = (performance.now() - begin) / 1000;
    if (result.type !== "answer") return { result, deviations: [], seconds };
    const results = await judge({ item, answer: result.answer, folder }, new Set());
    const deviations = results
      .filter(({ status }) => status === "fail")
      .map(({ message = "" }) => message);
    return { result, deviations, seconds };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function diagnose(title: string, result: Exchange): Diagnosis {
  if (result.type === "answer") return { title, isGood: true, found: "yes" };
  if (result.type === "interrupted") return { title, isGood: false, found: "it was interrupted" };
  const said = result.stderr.trim();
  const found = `${result.detail}${said === "" ? "" : `; it said: ${said.slice(-500)}`}`;
  return { title, isGood: false, found, hint: hints[result.reason] };
}

function judged(title: string, item: Case, deviations: readonly string[]): Diagnosis {
  if (deviations.length === 0) return { title, isGood: true, found: "yes" };
  return {
    title,
    isGood: false,
    found: deviations.join("; "),
    hint: `bundle-conformance show ${item.id}`,
  };
}

function firstTwo(role: Role, corpus: readonly Case[]): readonly [string, string] {
  const [first, second] = corpus.filter(
    (item) => item.role === role && item.capabilities.length === 0 && item.status === "active",
  );
  return [first?.id ?? "", second?.id ?? ""];
}
