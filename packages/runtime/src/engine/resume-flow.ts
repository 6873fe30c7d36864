import { closeOpenAttempt, processEnded } from "@flow-bundle/bundle";
import type { AttemptState, BundleSource } from "@flow-bundle/bundle";
import { nodeHost } from "@flow-bundle/bundle/node";
import type { FlowDefinition } from "../authoring/types.ts";
import { snapshotFlow } from "../definition/snapshot.ts";
import { reopenedBundle } from "../redact/index.ts";
import { nextStep } from "./edges/next-step.ts";
import type { NextStep } from "./edges/next-step.ts";
import type { Ending } from "./ending.ts";
import { finish, orAbandon } from "./finish.ts";
import { graphOf } from "./graph.ts";
import { recordableInput } from "./input.ts";
import { runLoop } from "./loop.ts";
import { summaryOf } from "./nodes/checkpoint.ts";
import { isInline, jsonOutput } from "./output.ts";
import type { JsonOutput } from "./output.ts";
import { checkedFlow, redactorOf, scopeOf } from "./prepare.ts";
import { outputOf, readInput, rebuild, rebuildAttempt, recordsOf, resultOf } from "./rebuild.ts";
import { checkAgainst, checkResumable, explaining } from "./resumable.ts";
import type { Resumption } from "./resumable.ts";
import type { RunEnd, RunOptions } from "./run-options.ts";
import { Run } from "./run.ts";
import { keepAlive } from "./timers.ts";
import { isWaiting } from "./waiting.ts";

/** What a run that waits is told. */
export interface Answer {
  /** Replaces the output of the checkpoint that the run waits at; a JSON value. */
  readonly input?: unknown;
  /** The checkpoint that is meant: the id of its attempt, or of its node. Default: whichever the run waits at. */
  readonly checkpoint?: string;
  /** `seq` of the last event that whoever answers had seen. Default: that when the call was made. */
  readonly seenSeq?: number;
}

/**
 * Goes on with a run that waits, or whose process died: with the edges of the checkpoint, or with the attempt that did
 * not come to its end, as a new one.
 *
 * @throws {FlowError} `definition`, `permissions`, `input`, `run` when there is no such bundle, `resume` when the run has
 * ended, is carried out by another process, has gone on since it was looked at, waits at another checkpoint than is meant,
 * or began with another flow. The bundle was not changed then.
 * @throws {RecordingStopped} when the bundle cannot be written any further.
 */
export async function resumeFlow(
  flow: FlowDefinition,
  bundlePath: string,
  answer: Answer,
  options: RunOptions,
): Promise<RunEnd> {
  const letGo = keepAlive();
  try {
    const checked = checkedFlow(flow, options);
    const input = answer.input === undefined ? undefined : recordableInput(answer.input);
    const asked: Resumption = {
      flow: snapshotFlow(checked),
      hasInput: input !== undefined,
      checkpoint: answer.checkpoint,
      seenSeq: answer.seenSeq,
    };
    const host = options.host ?? nodeHost();
    const seenSeq = await checkResumable(host, bundlePath, asked);
    const writer = await explaining(bundlePath, () =>
      reopenedBundle(host, bundlePath, redactorOf(options)),
    );
    const source = host.files.source(writer.path);
    const run = await orAbandon(writer, async () => {
      checkAgainst(writer.state, writer.flow, { ...asked, seenSeq });
      const given = await readInput(source, writer.state);
      const run = new Run(graphOf(checked), scopeOf(host, writer, options), options, given);
      await rebuild(run.state, source, writer.state);
      return run;
    });
    return (await finish(run, () => goOn(run, source, jsonOutput(input)))).end;
  } finally {
    letGo();
  }
}

async function goOn(
  run: Run,
  source: BundleSource,
  answer: JsonOutput | undefined,
): Promise<Ending> {
  const { state } = run.scope.writer;
  const { lastAttempt } = state;
  if (lastAttempt !== null && isWaiting(state)) {
    // Nobody was asked yet: its process died before the run said that it waits.
    if (state.status !== "waiting" && answer === undefined) {
      return waitingAt(run, source, lastAttempt);
    }
    return runLoop(run, await afterCheckpoint(run, source, lastAttempt, answer));
  }
  return runLoop(run, await afterCrash(run, source));
}

async function waitingAt(
  { graph }: Run,
  source: BundleSource,
  { nodeId, attemptId, output }: AttemptState,
): Promise<Ending> {
  const node = graph.nodes.get(nodeId);
  const value = await outputOf(source, output);
  const summary = node?.nodeType === "checkpoint" ? summaryOf(node, value) : undefined;
  return { status: "waiting", nodeId, attemptId, summary, output: value };
}

async function afterCheckpoint(
  run: Run,
  source: BundleSource,
  last: AttemptState,
  answer: JsonOutput | undefined,
): Promise<NextStep> {
  const { writer } = run.scope;
  const { nodeId, attemptId } = last;
  if (writer.state.status !== "waiting") {
    const payload = { status: "waiting" as const, waitingOn: nodeId, attemptId };
    await writer.append({ type: "run_waiting", payload });
  }
  const head = { status: "running" as const, cause: "input" as const, attemptId };
  if (answer === undefined) {
    await writer.append({ type: "run_resumed", payload: head });
  } else {
    const { value } = answer;
    const output = isInline(answer)
      ? { outputInline: value }
      : {
          outputArtifact: await writer.artifact(
            typeof value === "string" ? value : { json: value },
          ),
        };
    await writer.append({ type: "run_resumed", payload: { ...head, ...output } });
    run.state.answer(...(await recordsOf(source, writer.state, last)));
  }
  return nextAfter(run, source, last);
}

async function afterCrash(run: Run, source: BundleSource): Promise<NextStep> {
  const { writer } = run.scope;
  const { state } = writer;
  const { openAttempt } = state;
  await closeOpenAttempt(writer, source);
  if (openAttempt !== null) await rebuildAttempt(run.state, source, state, openAttempt);
  const last = state.lastAttempt;
  const cutOff = last?.outcome === "cancelled" ? last : undefined;
  // Only one that was cut off by a crash is named.
  const isNamed = cutOff?.error === processEnded;
  const named = isNamed ? { attemptId: cutOff.attemptId } : {};
  const payload = { status: "running" as const, cause: "crash" as const, ...named };
  await writer.append({ type: "run_resumed", payload });
  if (last === null) return { nodeId: run.graph.startAt };
  return cutOff === undefined ? nextAfter(run, source, last) : { nodeId: cutOff.nodeId };
}

async function nextAfter(run: Run, source: BundleSource, last: AttemptState): Promise<NextStep> {
  const { nodeId, outcome, error } = last;
  const output = await outputOf(source, last.output);
  return nextStep(run.graph, {
    nodeId,
    outcome: outcome ?? "cancelled",
    error: error ?? undefined,
    thrown: new Error(error ?? undefined),
    json: jsonOutput(output),
    result: resultOf(last, output),
  });
}
