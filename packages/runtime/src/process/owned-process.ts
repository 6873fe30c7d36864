import type { Readable, Writable } from "node:stream";

/** A program to start, without a shell unless one is named. */
export interface ProcessCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The whole environment. */
  readonly env: NodeJS.ProcessEnv;
  readonly shell?: boolean | string;
}

/** How a process ended. */
export interface ProcessExit {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process of a run, in a process group of its own. */
export interface OwnedProcess {
  readonly pid: number;
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** Its own end; others of its group may still run. Never rejects. */
  readonly exited: Promise<ProcessExit>;
  /** Whether it, or anything that it brought about, still runs. */
  isRunning(): boolean;
  /**
   * Ends the whole group: TERM, and KILL after the grace. Fulfilled when nothing of it runs any more. Can be called
   * again, also after the process itself has ended.
   *
   * @param graceMs default 1500
   */
  terminate(graceMs?: number): Promise<void>;
}

/** Everything that a run started. */
export interface ProcessOwner {
  /** @throws when it could not be started: the error of `spawn`, with its `code`. */
  start(command: ProcessCommand): Promise<OwnedProcess>;
  /** Ends what still runs. */
  terminateAll(): Promise<void>;
  /** Sends KILL to all groups, at once and without waiting: for a process that is about to end itself. */
  killAll(): void;
}
