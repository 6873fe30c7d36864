import type { Case, Role } from "../cases/case.ts";
import type { Answer } from "../generated/types.ts";

/** What a check has to go by. */
export interface CheckInput {
  readonly item: Case;
  /**
   * The answer of the adapter. Undefined only where the suite itself ended the adapter, as the case wants it, before it
   * answered.
   */
  readonly answer: Answer | undefined;
  /** Folder of this case alone: `bundle` is what was handed over, `out` what a producer wrote. */
  readonly folder: string;
  /** Versions of the format that were asked for; default: those for which the case counts. */
  readonly specVersions?: readonly string[];
}

/** What a check found. The texts are the same each time: no paths of this run, no times. */
export interface Deviation {
  /** What is wrong, in one sentence. A baseline names it word for word. */
  readonly message: string;
  readonly expected?: string;
  readonly found?: string;
  /** Requirements that are broken, where it is known more exactly than by case and check. */
  readonly requirements?: readonly string[];
}

/** One thing that is checked of answers. */
export interface Check {
  /** `<role>/<name>`; it is never changed, and never given to another check. */
  readonly id: string;
  readonly role: Role;
  /** What it says of an implementation that passes. */
  readonly title: string;
  /** Requirements of the format that it shows whatever the case; those of the case come on top. */
  readonly requirements: readonly string[];
  /** A capability that it is for: it is made only where that was declared. */
  readonly capability?: string;
  /** Whether it says something about a case; default: about each of its role. */
  readonly applies?: (input: CheckInput) => boolean;
  /** What deviates; undefined when nothing does. */
  readonly run: (input: CheckInput) => Deviation | undefined | Promise<Deviation | undefined>;
}
