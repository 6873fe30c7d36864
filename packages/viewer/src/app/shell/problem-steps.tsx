import { useMemo } from "react";
import { selectProblem } from "../state/problems.ts";
import { failingAttempts, selectedAttempt } from "../state/selectors.ts";
import { useSelection, useStore } from "../state/store.ts";
import type { RunState } from "../state/state.ts";
import { count } from "../ui/time.ts";

/** Through the attempts that went wrong: what the keys E and Shift+E do. */
export function ProblemSteps({ run }: { readonly run: RunState }) {
  const store = useStore();
  const selection = useSelection();
  // oxlint-disable-next-line exhaustive-deps -- the table grows in place, which the revision tells
  const problems = useMemo(() => failingAttempts(run), [run.table, run.revision]);
  if (problems.length === 0) return null;
  const selected = selectedAttempt(run, selection)?.index;
  const at = problems.findIndex(({ index }) => index === selected);
  return (
    <div className="header-problems" role="group" aria-label="Problems">
      <button
        type="button"
        aria-label="Previous problem"
        title="Previous problem (Shift+E)"
        onClick={() => selectProblem(store, -1)}
      >
        ‹
      </button>
      {at === -1 ? (
        <span>{count(problems.length, "problem")}</span>
      ) : (
        <span>
          <span className="header-problems-word">Problem </span>
          {(at + 1).toLocaleString("en")} of {problems.length.toLocaleString("en")}
        </span>
      )}
      <button
        type="button"
        aria-label="Next problem"
        title="Next problem (E)"
        onClick={() => selectProblem(store, 1)}
      >
        ›
      </button>
    </div>
  );
}
