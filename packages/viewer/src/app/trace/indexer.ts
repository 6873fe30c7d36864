import {
  createFold,
  parseStrict,
  type AttemptState,
  type Fold,
  type FoldState,
  type Line,
  type Receipts,
  type RunHead,
} from "@flow-bundle/bundle";
import type { AttemptView, RunView, TraceEvent, Validators } from "@flow-bundle/schema";
import type { AttemptRow, Batch, RowProblem, RunChange } from "./batch.ts";
import { rowProblems } from "./batch.ts";
import { lastAtOrBefore } from "./last-at.ts";
import { RowBuffer } from "./row-buffer.ts";

const shownText = 300;

/** State of an attempt from a row on. */
interface AttemptVersion {
  readonly row: number;
  readonly outcome: AttemptState["outcome"];
  readonly output: AttemptState["output"];
  readonly receipts: AttemptState["receipts"];
  readonly earlier: AttemptState["earlier"];
}

/**
 * One pass over the trace. Each event goes through the fold, and what the fold then says differently is noted with the
 * row: so the state at any row can be told later without folding again, and no event is interpreted here.
 */
export class TraceIndexer {
  readonly #fold: Fold;
  readonly #validators: Validators;
  readonly #version: "1.0" | "1.1";
  readonly #head: RunHead | undefined;
  readonly #rows = new RowBuffer();
  readonly #types = new Map<string, number>([["", 0]]);
  readonly #indices = new Map<string, number>();
  readonly #versions: AttemptVersion[][] = [];
  readonly #seqs: number[] = [];
  readonly #ats: string[] = [];
  readonly #changes: RunChange[] = [];
  readonly #touched = new Set<number>();
  #rowCount = 0;
  #endOffset = 0;
  /** Row of run_started. */
  #headRow: number | undefined = undefined;
  #sent = { types: 1, changes: 0, sessions: 0, artifacts: 0, rows: 0 };
  readonly #sessionRows: number[] = [];
  readonly #artifactRows: number[] = [];
  readonly #startRows: number[] = [];
  readonly #finishRows: (number | undefined)[] = [];

  constructor(validators: Validators, version: "1.0" | "1.1", head: RunHead | undefined) {
    this.#validators = validators;
    this.#version = version;
    this.#head = head;
    this.#fold = createFold({ version, ...(head !== undefined && { run: head }) });
  }

  /** Rows so far. */
  get rowCount(): number {
    return this.#rowCount;
  }

  /** Where to go on reading. */
  get endOffset(): number {
    return this.#endOffset;
  }

  push(line: Line): void {
    const row = this.#rowCount++;
    this.#endOffset = line.byteOffset + line.bytes + 1;
    const { event, problem } = this.#eventOf(line);
    if (event !== undefined && problem === undefined) this.#apply(event, row);
    const { attemptId, type, at } = event ?? {};
    const index = attemptId === undefined ? undefined : this.#indices.get(attemptId);
    const seq = event?.seq ?? Number.NaN;
    const time = at === undefined ? Number.NaN : Date.parse(at);
    this.#rows.push(
      { offset: line.byteOffset, bytes: line.bytes, seq, time },
      this.#typeIndex(type ?? ""),
      index ?? -1,
      problem === undefined ? 0 : rowProblems.indexOf(problem),
    );
    const lastSeq = this.#seqs.at(-1) ?? 0;
    const folded = event !== undefined && problem === undefined;
    this.#seqs.push(folded ? event.seq : lastSeq);
    this.#ats.push(folded ? event.at : (this.#ats.at(-1) ?? ""));
  }

  /** What came since the last batch. */
  take(): Batch {
    const { sessions, artifacts } = this.#fold;
    const sent = this.#sent;
    const rows = this.#rows.take();
    const batch: Batch = {
      firstRow: sent.rows,
      rows,
      newTypes: [...this.#types.keys()].slice(sent.types),
      attempts: Array.from(this.#touched, (index) => this.#attemptRow(index)),
      changes: this.#changes.slice(sent.changes),
      sessions: sessions.slice(sent.sessions).map(({ sessionId, handle }, i) => ({
        sessionId,
        handle,
        boundRow: this.#sessionRows[sent.sessions + i] ?? 0,
      })),
      artifacts: artifacts.slice(sent.artifacts).map(({ reference }, i) => ({
        path: reference.path,
        mediaType: reference.mediaType,
        bytes: reference.bytes,
        sha256: reference.sha256,
        firstRow: this.#artifactRows[sent.artifacts + i] ?? 0,
      })),
      endOffset: this.#endOffset,
    };
    this.#touched.clear();
    this.#sent = {
      types: this.#types.size,
      changes: this.#changes.length,
      sessions: sessions.length,
      artifacts: artifacts.length,
      rows: this.#rowCount,
    };
    return batch;
  }

  /** An attempt as it was after `row`; undefined when it was not started by then. */
  attempt(attemptId: string, row: number): AttemptView | undefined {
    const index = this.#indices.get(attemptId);
    return index === undefined ? undefined : this.#attemptAt(index, row);
  }

  /** The view-model after `row` (-1: before the first): what folding the rows up to it would give. */
  view(row: number): RunView {
    const fold = this.#fold;
    // What was told by run_started is not known before it; only then is there need to fold again, and it is nothing.
    const early = this.#headRow === undefined || row < this.#headRow;
    const head = early
      ? createFold({ version: this.#version, ...(this.#head && { run: this.#head }) })
      : fold;
    const change = this.#changeAt(row);
    const attempts = this.#startRows.flatMap((started, i) => {
      const attempt = started <= row ? this.#attemptAt(i, row) : undefined;
      return attempt === undefined ? [] : [attempt];
    });
    const current = change === undefined ? undefined : fold.attempts[change.openAttempt];
    const view: RunView = {
      schema: "flow-run-bundle.view-model.v1",
      upToSeq: this.#seqs[row] ?? 0,
      runId: head.runId ?? "",
      flowName: head.flowName ?? "",
      status: change?.status ?? "running",
      startedAt: head.startedAt ?? "",
      updatedAt: (this.#ats[row] ?? "") || (head.startedAt ?? ""),
      input: head.inputArtifact === undefined ? null : { artifact: head.inputArtifact },
      currentAttemptId: current?.attemptId ?? null,
      attempts,
      nodes: nodesOf(attempts),
      sessions: fold.sessions
        .filter((_, i) => (this.#sessionRows[i] ?? 0) <= row)
        .map(({ sessionId, handle, bindingArtifact, boundSeq }) => ({
          sessionId,
          handle,
          bindingArtifact,
          boundSeq,
        })),
      artifacts: fold.artifacts
        .filter((_, i) => (this.#artifactRows[i] ?? 0) <= row)
        .map(({ reference, firstSeq }) => ({
          ...reference,
          firstSeq,
        })) as unknown as RunView["artifacts"],
    };
    if (head.runTitle !== undefined) view.runTitle = head.runTitle;
    if (head.flowPath !== undefined) view.flowPath = head.flowPath;
    if (fold.terminal !== null && change?.finished === true) view.finishedAt = fold.terminal.at;
    if (change?.fullError !== undefined) view.error = change.fullError;
    if (change?.waitingOn !== undefined) view.waitingOn = change.waitingOn;
    return view;
  }

  #eventOf(line: Line): { event?: TraceEvent; problem?: RowProblem } {
    if (line.problem === "too-long") return { problem: "too-long" };
    const value = line.problem === "invalid-utf8" ? undefined : parseLine(line);
    if (value === undefined) return { problem: "not-json" };
    if (!isEvent(value)) return { problem: "not-an-event" };
    const isRight = this.#validators.event(value.type)(value).length === 0;
    return isRight ? { event: value } : { event: value, problem: "against-schema" };
  }

  #apply(event: TraceEvent, row: number): void {
    const fold = this.#fold;
    const openBefore = fold.openAttempt;
    const waitingBefore = fold.waiting;
    fold.apply(event);
    if (fold.started) this.#headRow ??= row;
    while (this.#startRows.length < fold.attempts.length) {
      const attempt = fold.attempts[this.#startRows.length] as AttemptState;
      this.#indices.set(attempt.attemptId, this.#startRows.length);
      this.#startRows.push(row);
      this.#finishRows.push(undefined);
      this.#versions.push([]);
    }
    while (this.#sessionRows.length < fold.sessions.length) this.#sessionRows.push(row);
    while (this.#artifactRows.length < fold.artifacts.length) this.#artifactRows.push(row);
    // An event changes the attempt that is open, that it names, or that the run waited at.
    const { attemptId, payload } = event;
    const named = (payload as { readonly attemptId?: unknown }).attemptId;
    const { openAttempt } = fold;
    this.#watch(openAttempt, row);
    if (openBefore !== openAttempt) this.#watch(openBefore, row);
    const isOther = attemptId !== openAttempt?.attemptId && attemptId !== openBefore?.attemptId;
    if (attemptId !== undefined && isOther) this.#watch(fold.attempt(attemptId), row);
    if (typeof named === "string") this.#watch(fold.attempt(named), row);
    if (waitingBefore !== null) this.#watch(fold.attempt(waitingBefore.attemptId), row);
    this.#noteChange(fold, row);
  }

  #watch(attempt: AttemptState | null | undefined, row: number): void {
    const index = attempt ? this.#indices.get(attempt.attemptId) : undefined;
    if (!attempt || index === undefined) return;
    const { outcome, output, receipts, earlier } = attempt;
    const versions = this.#versions[index] as AttemptVersion[];
    const last = versions.at(-1);
    const isSame =
      last !== undefined &&
      last.outcome === outcome &&
      last.output === output &&
      last.receipts === receipts &&
      last.earlier === earlier;
    if (isSame) return;
    if (outcome !== null) this.#finishRows[index] ??= row;
    versions.push({ row, outcome, output, receipts, earlier });
    this.#touched.add(index);
  }

  #noteChange(fold: FoldState, row: number): void {
    const { status, waitingOn, openAttempt, error, terminal } = fold;
    const statusDetail = cut(fold.statusDetail);
    const open = openAttempt === null ? -1 : (this.#indices.get(openAttempt.attemptId) ?? -1);
    const last = this.#changes.at(-1);
    const isSame =
      last !== undefined &&
      last.status === status &&
      last.waitingOn === waitingOn &&
      last.statusDetail === statusDetail &&
      last.openAttempt === open &&
      last.finished === (terminal !== null);
    if (isSame) return;
    this.#changes.push({
      row,
      status,
      waitingOn,
      statusDetail,
      openAttempt: open,
      error: cut(error),
      finished: terminal !== null,
    });
  }

  #changeAt(row: number): (RunChange & { readonly fullError: string | undefined }) | undefined {
    const change = lastAtOrBefore(this.#changes, row);
    if (change === undefined) return undefined;
    return { ...change, fullError: change.finished ? this.#fold.error : undefined };
  }

  #attemptRow(index: number): AttemptRow {
    const attempt = this.#fold.attempts[index] as AttemptState;
    const finished = this.#finishRows[index];
    return {
      index,
      attemptId: attempt.attemptId,
      nodeId: attempt.nodeId,
      nodeType: attempt.nodeType,
      startedRow: this.#startRows[index] ?? 0,
      startedSeq: attempt.startedSeq,
      startedAt: Date.parse(attempt.startedAt),
      finishedRow: finished,
      finishedAt: attempt.finishedAt === undefined ? undefined : Date.parse(attempt.finishedAt),
      outcome: attempt.outcome,
      durationMs: attempt.durationMs,
      error: cut(attempt.error ?? undefined) ?? null,
      sessionId: attempt.receipts.sessionId ?? attempt.earlier.sessionId,
    };
  }

  #attemptAt(index: number, row: number): AttemptView | undefined {
    const attempt = this.#fold.attempts[index];
    const version = lastAtOrBefore(this.#versions[index] ?? [], row);
    if (attempt === undefined || version === undefined) return undefined;
    const view: AttemptView = {
      attemptId: attempt.attemptId,
      nodeId: attempt.nodeId,
      nodeType: attempt.nodeType,
      startedSeq: attempt.startedSeq,
      startedAt: attempt.startedAt,
      outcome: version.outcome,
      output: version.output,
      ...(version.earlier as Receipts),
      ...version.receipts,
    };
    if (version.outcome === null) return view;
    if (attempt.finishedSeq !== undefined) view.finishedSeq = attempt.finishedSeq;
    if (attempt.finishedAt !== undefined) view.finishedAt = attempt.finishedAt;
    if (attempt.durationMs !== undefined) view.durationMs = attempt.durationMs;
    if (attempt.error !== null) view.error = attempt.error;
    return view;
  }

  #typeIndex(type: string): number {
    const known = this.#types.get(type);
    if (known !== undefined) return known;
    // A hostile trace can have more types than the column holds.
    if (this.#types.size > 0xff_ff) return 0;
    this.#types.set(type, this.#types.size);
    return this.#types.size - 1;
  }
}

/** Undefined when the line is not JSON. */
function parseLine({ text, bytes }: Line): unknown {
  // What nests too deeply for a reader is longer than this; the rest need not be looked at closely to be shown.
  if (bytes > 2000) return parseStrict(text, { decoded: true, maxProblems: 1 }).value;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function nodesOf(attempts: readonly AttemptView[]): RunView["nodes"] {
  const nodes = new Map<
    string,
    { nodeId: string; attemptIds: string[]; outputFrom: string | null }
  >();
  for (const { nodeId, attemptId, outcome, output } of attempts) {
    const node = nodes.get(nodeId) ?? { nodeId, attemptIds: [], outputFrom: null };
    nodes.set(nodeId, node);
    node.attemptIds.push(attemptId);
    if (outcome === "ok") node.outputFrom = output === null ? null : attemptId;
  }
  return [...nodes.values()];
}

function cut(text: string | undefined): string | undefined {
  return text === undefined || text.length <= shownText ? text : `${text.slice(0, shownText)}…`;
}

function isEvent(value: unknown): value is TraceEvent {
  if (typeof value !== "object" || value === null) return false;
  const { seq, type, payload, attemptId, at } = value as { readonly [key: string]: unknown };
  const hasIds = attemptId === undefined || typeof attemptId === "string";
  const hasTime = at === undefined || typeof at === "string";
  return (
    hasIds &&
    hasTime &&
    typeof seq === "number" &&
    typeof type === "string" &&
    typeof payload === "object" &&
    payload !== null
  );
}
