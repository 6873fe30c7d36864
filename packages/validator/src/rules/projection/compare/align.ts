import type { AttemptState } from "@flow-bundle/bundle";
import type { Step } from "@flow-bundle/schema";

/** A step and the attempt that it belongs to. */
export interface AlignedStep {
  readonly index: number;
  readonly step: Step;
  readonly attempt: AttemptState;
}

/** What does not fit when steps are laid beside the attempts that have an outcome. */
export type Misfit =
  | { readonly misfit: "missing"; readonly index: number; readonly attempt: AttemptState }
  | { readonly misfit: "extra"; readonly index: number; readonly step: Step }
  | {
      readonly misfit: "wrong";
      readonly index: number;
      readonly step: Step;
      readonly attempt: AttemptState;
    };

/** Steps beside attempts, and what is left over at the ends of both lists. */
export interface Alignment {
  readonly pairs: readonly AlignedStep[];
  readonly misfits: readonly Misfit[];
  /** Index of the first step after the last attempt. */
  readonly restOfSteps: number;
  /** Index of the first attempt after the last step. */
  readonly restOfAttempts: number;
}

/**
 * Lays steps beside attempts, by `attemptId`. One entry that was lost, added or has another id does not put the others
 * out of step; when more than that is wrong, the rest is not laid beside anything.
 */
export function alignSteps(steps: readonly Step[], attempts: readonly AttemptState[]): Alignment {
  const pairs: AlignedStep[] = [];
  const misfits: Misfit[] = [];
  const fits = (s: number, a: number): boolean => steps[s]?.attemptId === attempts[a]?.attemptId;
  let s = 0;
  let a = 0;
  for (;;) {
    const step = steps[s];
    const attempt = attempts[a];
    if (step === undefined || attempt === undefined) break;
    if (step.attemptId === attempt.attemptId) {
      pairs.push({ index: s, step, attempt });
      s += 1;
      a += 1;
    } else if (fits(s + 1, a + 1)) {
      misfits.push({ misfit: "wrong", index: s, step, attempt });
      s += 1;
      a += 1;
    } else if (steps[s + 1]?.attemptId === attempt.attemptId) {
      misfits.push({ misfit: "extra", index: s, step });
      s += 1;
    } else if (step.attemptId === attempts[a + 1]?.attemptId) {
      misfits.push({ misfit: "missing", index: s, attempt });
      a += 1;
    } else {
      misfits.push({ misfit: "wrong", index: s, step, attempt });
      return { pairs, misfits, restOfSteps: steps.length, restOfAttempts: attempts.length };
    }
  }
  return { pairs, misfits, restOfSteps: s, restOfAttempts: a };
}
