import {
  createFold,
  type AttemptState,
  type Fold,
  type Line,
  type RunHead,
} from "@flow-bundle/bundle";
import type { AttemptView, RunView, TraceEvent, Validators } from "@flow-bundle/schema";
import { AttemptJournal } from "./attempt-journal.ts";
import type { Batch, RunChange } from "./batch.ts";
import { rowProblems } from "./batch.ts";
import { ChangeList } from "./changes.ts";
import { cut } from "./cut.ts";
import { readEvent } from "./line-event.ts";
import { RowClock } from "./row-clock.ts";
import { rowBuffer } from "./rows.ts";

/**
 * One pass over the trace. Each event goes through the fold, and what the fold then says differently is noted with the
 * row: so the state at any row can be told later without folding again, and no event is interpreted here.
 */
export class TraceIndexer {
  readonly #fold: Fold;
  readonly #validators: Validators;
  readonly #version: "1.0" | "1.1";
  readonly #head: RunHead | undefined;
  readonly #rows = rowBuffer();
  readonly #clock = new RowClock();
  readonly #types = new Map<string, number>([["", 0]]);
  readonly #journal: AttemptJournal;
  readonly #changes = new ChangeList();
  #lastChange: RunChange | undefined = undefined;
  #rowCount = 0;
  #endOffset = 0;
  /** Row of run_started. */
  #headRow: number | undefined = undefined;
  #sent = { types: 1, changes: 0, texts: 0, sessions: 0, artifacts: 0, rows: 0 };
  readonly #sessionRows: number[] = [];
  readonly #artifactRows: number[] = [];

  constructor(validators: Validators, version: "1.0" | "1.1", head: RunHead | undefined) {
    this.#validators = validators;
    this.#version = version;
    this.#head = head;
    this.#fold = createFold({ version, ...(head !== undefined && { run: head }) });
    this.#journal = new AttemptJournal(this.#fold.attempts);
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
    const { event, problem } = readEvent(line, this.#validators);
    const isUsable = event !== undefined && problem === undefined;
    this.#clock.push(isUsable ? event : undefined);
    if (isUsable) this.#apply(event, row);
    const { attemptId, at } = event ?? {};
    const i = this.#rows.add();
    const columns = this.#rows.columns;
    columns.offsets[i] = line.byteOffset;
    columns.lengths[i] = line.bytes;
    columns.seqs[i] = event?.seq ?? Number.NaN;
    columns.times[i] = at === undefined ? Number.NaN : this.#clock.moments.read(at);
    columns.types[i] = this.#typeIndex(event?.type ?? "");
    columns.attempts[i] = attemptId === undefined ? -1 : this.#journal.indexOf(attemptId);
    columns.problems[i] = problem === undefined ? 0 : rowProblems.indexOf(problem);
  }

  /** What came since the last batch. */
  take(): Batch {
    const { sessions, artifacts } = this.#fold;
    const sent = this.#sent;
    const batch: Batch = {
      firstRow: sent.rows,
      rows: this.#rows.take(),
      newTypes: [...this.#types.keys()].slice(sent.types),
      attempts: this.#journal.take(this.#clock.moments),
      changes: this.#changes.slice(sent.changes),
      newTexts: this.#changes.texts.slice(sent.texts),
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
    this.#sent = {
      types: this.#types.size,
      changes: this.#changes.length,
      texts: this.#changes.texts.length,
      sessions: sessions.length,
      artifacts: artifacts.length,
      rows: this.#rowCount,
    };
    return batch;
  }

  /** An attempt as it was after `row`; undefined when it was not started by then. */
  attempt(attemptId: string, row: number): AttemptView | undefined {
    const index = this.#journal.indexOf(attemptId);
    return index === -1 ? undefined : this.#journal.at(index, row);
  }

  /** The view-model after `row` (-1: before the first): what folding the rows up to it would give. */
  view(row: number): RunView {
    const fold = this.#fold;
    // What was told by run_started is not known before it; only then is there need to fold again, and it is nothing.
    const early = this.#headRow === undefined || row < this.#headRow;
    const head = early
      ? createFold({ version: this.#version, ...(this.#head && { run: this.#head }) })
      : fold;
    const change = this.#changes.stateAt(row);
    const attempts = this.#journal.startRows.flatMap((started, i) => {
      const attempt = started <= row ? this.#journal.at(i, row) : undefined;
      return attempt === undefined ? [] : [attempt];
    });
    const current = change === undefined ? undefined : fold.attempts[change.openAttempt];
    const view: RunView = {
      schema: "flow-run-bundle.view-model.v1",
      upToSeq: this.#clock.seqAt(row),
      runId: head.runId ?? "",
      flowName: head.flowName ?? "",
      status: change?.status ?? "running",
      startedAt: head.startedAt ?? "",
      updatedAt: this.#clock.timeAt(row) || (head.startedAt ?? ""),
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
    if (fold.error !== undefined && change?.finished === true) view.error = fold.error;
    if (change?.waitingOn !== undefined) view.waitingOn = change.waitingOn;
    return view;
  }

  #apply(event: TraceEvent, row: number): void {
    const fold = this.#fold;
    const openBefore = fold.openAttempt;
    const waitingBefore = fold.waiting;
    fold.apply(event);
    if (fold.started) this.#headRow ??= row;
    this.#journal.noteStarts(row);
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
    this.#noteChange(row);
  }

  #watch(attempt: AttemptState | null | undefined, row: number): void {
    if (attempt) this.#journal.note(attempt, row);
  }

  #noteChange(row: number): void {
    const { status, waitingOn, openAttempt, error, terminal } = this.#fold;
    const open = openAttempt === null ? -1 : this.#journal.indexOf(openAttempt.attemptId);
    const finished = terminal !== null;
    const statusDetail = waitingOn === undefined ? undefined : cut(this.#fold.statusDetail);
    const last = this.#lastChange;
    const isSame =
      last !== undefined &&
      last.status === status &&
      last.waitingOn === waitingOn &&
      last.statusDetail === statusDetail &&
      last.openAttempt === open &&
      last.finished === finished;
    if (isSame) return;
    const change: RunChange = {
      row,
      status,
      waitingOn,
      statusDetail,
      openAttempt: open,
      error: cut(error),
      finished,
    };
    this.#lastChange = change;
    this.#changes.push(change);
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
