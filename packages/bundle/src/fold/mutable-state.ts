import type { ViewValue } from "@flow-bundle/schema";
import type {
  AttemptState,
  EarlierReceipts,
  IgnoredEvents,
  NodeState,
  Outcome,
  Receipts,
} from "./state.ts";

/** Shared by all attempts that have no receipts. */
export const noReceipts: Readonly<Receipts> = Object.freeze({});

/** What the handlers of events write to; everybody else sees {@link AttemptState}. */
export class MutableAttempt implements AttemptState {
  readonly attemptId: string;
  readonly node: MutableNode;
  readonly nodeType: string;
  readonly startedSeq: number;
  readonly startedAt: string;
  finishedSeq: number | undefined = undefined;
  finishedAt: string | undefined = undefined;
  outcome: Outcome | null = null;
  durationMs: number | undefined = undefined;
  error: string | null = null;
  output: ViewValue | null = null;
  receipts: Readonly<Receipts> = noReceipts;
  earlier: Readonly<EarlierReceipts> = noReceipts;

  constructor(attemptId: string, node: MutableNode, nodeType: string, seq: number, at: string) {
    this.attemptId = attemptId;
    this.node = node;
    this.nodeType = nodeType;
    this.startedSeq = seq;
    this.startedAt = at;
  }

  get nodeId(): string {
    return this.node.nodeId;
  }

  /** Notes what an event before the outcome tells. */
  learn(receipts: Readonly<EarlierReceipts>): void {
    this.earlier = this.earlier === noReceipts ? receipts : { ...this.earlier, ...receipts };
  }
}

/** See {@link NodeState}. */
export class MutableNode implements NodeState {
  readonly nodeId: string;
  readonly attempts: MutableAttempt[] = [];
  lastFinished: MutableAttempt | null = null;
  lastOk: MutableAttempt | null = null;

  constructor(nodeId: string) {
    this.nodeId = nodeId;
  }
}

/** See {@link IgnoredEvents}. */
export interface MutableIgnored extends IgnoredEvents {
  unknownType: number;
  stray: number;
  repeated: number;
  afterTerminal: number;
}
