import type { Case } from "../cases.ts";

/** One flow to be run by the child process. */
export interface Job {
  readonly name: string;
  /** Absolute path of the flow. */
  readonly file: string;
  /** Folder for the run: `work` is its working directory, `runs` gets the bundle. */
  readonly folder: string;
  /** Absent: none. */
  readonly input?: unknown;
  /** Command of each agent, by profile. */
  readonly agents: Readonly<Record<string, readonly string[]>>;
  readonly options: NonNullable<Case["options"]>;
}

/** What `FlowRunner.run` did. */
export interface Told {
  readonly ended: "resolved" | "rejected";
  readonly isError?: boolean;
  readonly message?: string;
}
