import { printable } from "@flow-bundle/bundle";
import { finalState } from "../state/selectors.ts";
import { useRun } from "../state/store.ts";
import { Note } from "../ui/note.tsx";
import "./stopped-note.css";

/** Of a run that says that it runs, and whose process is gone: what happened, and what to do. */
export function StoppedNote() {
  const run = useRun();
  if (run.live !== "stopped") return null;
  const id = printable(run.manifest?.runId ?? run.name, { max: 200 });
  if (finalState(run)?.finished === true) {
    return (
      <Note tone="warning" title="The run ended, and its process went before the bundle was closed">
        <p>
          All events are here. <code>flow recover {id}</code> writes what is missing.
        </p>
      </Note>
    );
  }
  return (
    <Note tone="warning" title="The process of this run is gone, and the run was not closed">
      <p>
        What it recorded until then is here. <code>flow resume {id}</code> goes on with it,{" "}
        <code>flow recover {id}</code> records that it failed.
      </p>
    </Note>
  );
}
