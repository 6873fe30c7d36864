import { selectedAttempt } from "../../state/selectors.ts";
import { useRun, useSelection } from "../../state/store.ts";

/** The node that is looked at: of the selected attempt, or selected by itself. */
export function useSelectedNode(): string | undefined {
  const run = useRun();
  const selection = useSelection();
  return selection.node ?? selectedAttempt(run, selection)?.nodeId;
}
