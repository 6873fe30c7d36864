import { positionRow } from "../../state/selectors.ts";
import { useRun, useSelection, useStore } from "../../state/store.ts";
import type { AttemptRow } from "../../trace/batch.ts";
import { outcomeAt } from "../../trace/trace-table.ts";
import { OutcomeMark } from "../../ui/badge.tsx";
import { Name } from "../../ui/name.tsx";
import { Fact } from "../../ui/section.tsx";
import { routeOf } from "./route.ts";

/** How the run came to an attempt, and where it went from there. */
export function AttemptRoute({ attempt }: { readonly attempt: AttemptRow }) {
  const run = useRun();
  const row = positionRow(run, useSelection());
  const { before, after, choice } = routeOf(run.table, run.flow, attempt, row);
  return (
    <>
      <Fact term="Came from">
        {before === undefined ? "the start of the run" : <AttemptLink attempt={before} row={row} />}
      </Fact>
      {after !== undefined && (
        <Fact term="Went on to">
          <AttemptLink attempt={after} row={row} />{" "}
          {choice !== undefined && (
            <span className="soft">
              · because{" "}
              <code>
                <Name text={choice.on} max={80} />
              </code>{" "}
              is <Name text={choice.values.join(" or ")} max={120} />
            </span>
          )}
        </Fact>
      )}
    </>
  );
}

function AttemptLink({ attempt, row }: { readonly attempt: AttemptRow; readonly row: number }) {
  const store = useStore();
  const { attemptId } = attempt;
  const outcome = outcomeAt(attempt, row);
  return (
    <>
      <button
        type="button"
        className="link"
        onClick={() => store.select({ attempt: attemptId, node: undefined })}
      >
        <Name text={attemptId} max={80} />
      </button>{" "}
      {outcome !== undefined && (
        <span className="attempt-outcome" data-outcome={outcome}>
          <OutcomeMark outcome={outcome} />{" "}
          {outcome === "timed_out" ? "timed out" : outcome === "open" ? "running" : outcome}
        </span>
      )}
    </>
  );
}
