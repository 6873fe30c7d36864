import "./runs-pane.css";
import type { Controller } from "../../state/controller.ts";
import { useAppState } from "../../state/store.ts";
import { Loading, Note } from "../../ui/note.tsx";
import { count } from "../../ui/time.ts";
import { OpenAddress, OpenButtons } from "./open-runs.tsx";
import { RunList } from "./run-list.tsx";

/** The list of runs, and the ways to open others. */
export function RunsPane({ controller }: { readonly controller: Controller }) {
  const { phase, entries, notes } = useAppState((state) => state.runs);
  return (
    <div className="runs">
      <div className="runs-head">
        <h1>Flow runs</h1>
        {entries.length > 0 && (
          <span className="soft">{count(entries.length, "run")}, newest first</span>
        )}
        {entries.length > 0 && (
          <div className="runs-tools">
            {phase !== "static" && (
              <button type="button" onClick={() => void controller.listRuns()}>
                Refresh
              </button>
            )}
            <OpenButtons controller={controller} />
          </div>
        )}
      </div>
      {notes.map((note) => (
        <Note key={note} tone="warning">
          {note}
        </Note>
      ))}
      {phase === "loading" && <Loading what="the list of runs" />}
      {phase !== "loading" && entries.length === 0 && <Start controller={controller} />}
      {phase === "static" && <OpenAddress />}
      {entries.length > 0 && <RunList runs={entries} />}
    </div>
  );
}

/** What the page shows before anything is open. */
function Start({ controller }: { readonly controller: Controller }) {
  return (
    <section className="runs-start" aria-labelledby="runs-start">
      <h2 id="runs-start">No run is open yet</h2>
      <p>
        Drop a bundle here: a folder, a folder of bundles, or a zip archive. A bundle is the folder
        with the <code>manifest.json</code> of a run.
      </p>
      <OpenButtons controller={controller} />
      <p className="soft">
        Nothing is uploaded: what you open is read by this page, on this machine. Some browsers ask
        about “uploading” a folder all the same.
      </p>
    </section>
  );
}
