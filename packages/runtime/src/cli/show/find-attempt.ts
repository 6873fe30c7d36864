import type { AttemptState, FoldState } from "@flow-bundle/bundle";
import { UsageError } from "../../command-line/index.ts";

/** The attempt that a text names: its id, its number from 1 up, or the last one of a node. */
export function findAttempt(name: string, fold: FoldState): AttemptState {
  const byNumber = /^[1-9]\d*$/.test(name) ? fold.attempts[Number(name) - 1] : undefined;
  const found = fold.attempt(name) ?? byNumber ?? fold.node(name)?.attempts.at(-1);
  if (found !== undefined) return found;
  const { attempts } = fold;
  const known = attempts.slice(0, 10).map(({ attemptId }) => JSON.stringify(attemptId));
  const rest = attempts.length > known.length ? ` and ${attempts.length - known.length} more` : "";
  throw new UsageError(
    attempts.length === 0
      ? `There is no attempt ${JSON.stringify(name)}: the run has none yet`
      : `There is no attempt ${JSON.stringify(name)} in this run; it has ${known.join(", ")}${rest}`,
  );
}
