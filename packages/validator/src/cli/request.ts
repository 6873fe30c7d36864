import type { BundleReport } from "@flow-bundle/schema";
import type { Config } from "../config/config.ts";
import type { ValidateOptions } from "../engine/options.ts";
import type { Failure } from "../report/model.ts";

/** What is asked of the check of each bundle: plain data, so that a worker can have it. */
export interface CheckRequest {
  readonly engine: Omit<ValidateOptions, "severity" | "onProgress">;
  readonly config: Config;
  /** Rules that the configuration cannot change. */
  readonly fixedRules: readonly string[];
  /** YYYY-MM-DD, for suppressions that expire. */
  readonly today: string;
}

/** What came of one bundle. */
export type Outcome = Checked | Failed;

/** A report, and which suppressions were used for it (by position). */
export interface Checked {
  readonly report: BundleReport;
  readonly usedSuppressions: readonly number[];
}

/** No report: the bundle's folder is not readable, or a fault of our own. */
export interface Failed {
  readonly failure: Failure;
  /** For the people who mend it: the stack. */
  readonly detail?: string;
}

/** Called now and then with bytes read so far and bytes in all. */
export type OnProgress = (done: number, total: number) => void;
