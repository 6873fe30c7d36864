import { useEffect, useRef, useState, type ChangeEvent } from "react";
import type { DirectoryHandle } from "@flow-bundle/bundle";
import "./runs-pane.css";
import { fileRuns, handleRuns, zipRuns } from "../../source/picked-runs.ts";
import type { Controller } from "../../state/controller.ts";
import { formatSelection } from "../../state/selection.ts";
import type { ListedRun } from "../../state/state.ts";
import { useAppState, useStore } from "../../state/store.ts";
import { OutcomeBadge, OutcomeMark } from "../../ui/badge.tsx";
import { Name } from "../../ui/name.tsx";
import { Empty, Loading, Note } from "../../ui/note.tsx";
import { count, formatDuration, formatMoment } from "../../ui/time.ts";

/** Takes the address of a bundle on the same host. */
function OpenAddress() {
  const store = useStore();
  const [address, setAddress] = useState("");
  const open = (): void => {
    if (address.trim() !== "") store.select({ url: address.trim() });
  };
  return (
    <div className="runs-address">
      <label htmlFor="runs-address">A bundle on this host</label>
      <input
        id="runs-address"
        value={address}
        placeholder="runs/my-run/"
        spellCheck={false}
        onChange={({ target }) => setAddress(target.value)}
        onKeyDown={({ key }) => {
          if (key === "Enter") open();
        }}
      />
      <button type="button" onClick={open}>
        Open
      </button>
    </div>
  );
}

/** The list of runs, and the ways to open others. */
export function RunsPane({ controller }: { readonly controller: Controller }) {
  const { phase, entries, notes, failure } = useAppState((state) => state.runs);
  return (
    <div className="runs">
      <div className="runs-head">
        <h1>Flow runs</h1>
        {entries.length > 0 && (
          <span className="soft">{count(entries.length, "run")}, newest first</span>
        )}
        <OpenButtons controller={controller} />
      </div>
      {failure !== undefined && <Note tone="error">{failure}</Note>}
      {notes.map((note) => (
        <Note key={note} tone="warning">
          {note}
        </Note>
      ))}
      {phase === "loading" && <Loading what="the list of runs" />}
      {phase !== "loading" && entries.length === 0 && (
        <div className="runs-start">
          <Empty title="No run is open yet">
            Drop a bundle here: a folder, a folder of bundles, or a zip archive. Nothing is
            uploaded: it is read by this page, on this machine.
          </Empty>
        </div>
      )}
      {phase === "static" && <OpenAddress />}
      {entries.length > 0 && (
        <ul className="runs-list">
          {entries.map((run) => (
            <li key={run.id}>
              <RunLink run={run} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function RunLink({ run }: { readonly run: ListedRun }) {
  const store = useStore();
  const { id, name, title, flowName, status, startedAt, finishedAt, problem } = run;
  const ms = Date.parse(finishedAt ?? "") - Date.parse(startedAt ?? "");
  return (
    <a
      className="run-link"
      href={formatSelection({ run: id })}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        store.select({ run: id });
      }}
    >
      <span className="run-link-title">
        <Name text={title ?? flowName ?? name} />
        <span className="soft run-link-name">
          {problem !== undefined && (
            <>
              <Name text={problem} /> ·{" "}
            </>
          )}
          {title !== undefined && flowName !== undefined && (
            <>
              <Name text={flowName} /> ·{" "}
            </>
          )}
          <Name text={name} />
        </span>
      </span>
      {problem === undefined ? (
        <OutcomeBadge outcome={status ?? ""} />
      ) : (
        <span className="badge" data-outcome="failed">
          <OutcomeMark outcome="failed" /> cannot be read
        </span>
      )}
      <span className="soft run-link-time">{problem === undefined && formatMoment(startedAt)}</span>
      <span className="soft run-link-duration">
        {problem === undefined && status !== "running" && formatDuration(ms)}
      </span>
    </a>
  );
}

interface PickerWindow {
  showDirectoryPicker?(): Promise<DirectoryHandle>;
}

function OpenButtons({ controller }: { readonly controller: Controller }) {
  const store = useStore();
  const folder = useRef<HTMLInputElement>(null);
  // React knows no such attribute.
  useEffect(() => folder.current?.setAttribute("webkitdirectory", ""), []);
  const zip = useRef<HTMLInputElement>(null);
  const take = (runs: Promise<readonly ListedRun[]>): void => {
    runs
      .then((found) => {
        if (found.length > 0) controller.add(found);
        else store.dispatch({ type: "runs/failed", message: "There is no bundle in it." });
        return undefined;
      })
      .catch((error: unknown) => {
        if (error instanceof DOMException && error.name === "AbortError") return;
        const message = error instanceof Error ? error.message : String(error);
        store.dispatch({ type: "runs/failed", message: `It cannot be opened: ${message}` });
      });
  };
  const pickFolder = (): void => {
    const picker = globalThis as PickerWindow;
    if (picker.showDirectoryPicker === undefined) folder.current?.click();
    else take(picker.showDirectoryPicker().then(handleRuns));
  };
  const onFolder = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const files = Array.from(target.files ?? [], (file) => ({
      path: file.webkitRelativePath,
      file,
    }));
    take(fileRuns(files));
  };
  const onZip = ({ target }: ChangeEvent<HTMLInputElement>): void => {
    const [file] = target.files ?? [];
    if (file !== undefined) take(zipRuns(file.name, file));
  };
  return (
    <div className="runs-open">
      <button type="button" onClick={pickFolder}>
        Open folder …
      </button>
      <button type="button" onClick={() => zip.current?.click()}>
        Open zip …
      </button>
      <input ref={folder} type="file" hidden onChange={onFolder} data-open="folder" />
      <input
        ref={zip}
        type="file"
        hidden
        accept=".zip,application/zip"
        onChange={onZip}
        data-open="zip"
      />
    </div>
  );
}
