import type { BundleSource } from "@flow-bundle/bundle";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useMemo, useRef, useState } from "react";
import "./artifacts-pane.css";
import { positionRow } from "../../state/selectors.ts";
import { useRun, useSelection, useStore } from "../../state/store.ts";
import { useLoaded } from "../../state/use-file.ts";
import type { References } from "../../trace/references.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Name } from "../../ui/name.tsx";
import { Empty, Loading, Note } from "../../ui/note.tsx";
import { count, formatBytes } from "../../ui/time.ts";
import { ArtifactContent } from "./artifact-content.tsx";
import { DigestCheck } from "./digest.tsx";

interface Listed {
  readonly path: string;
  readonly mediaType: string;
  readonly bytes: number | undefined;
  readonly sha256: string | undefined;
  /** Undefined when nothing refers to it, or that is not known yet. */
  readonly references: References | undefined;
}

/** The artifacts that the run has referred to by the position of the replay, and files that nothing refers to. */
export function ArtifactsPane() {
  const run = useRun();
  const selection = useSelection();
  const store = useStore();
  const { table, client, source, id, revision, fileVersions } = run;
  const row = positionRow(run, selection);
  // While the replay plays, who refers to what is not asked for at each step.
  const settledRow = useSettled(row, 250);
  const found = useLoaded(async () => client?.references(settledRow), [client, settledRow]);
  const files = useLoaded(() => artifactFiles(source), [id, fileVersions]);
  const list = useMemo(() => {
    const references = found.phase === "done" ? found.value : undefined;
    const known = table.artifacts.filter(({ firstRow }) => firstRow <= row);
    const listed: Listed[] = known.map(({ path, mediaType, bytes, sha256 }) => ({
      path,
      mediaType,
      bytes,
      sha256,
      references: references?.get(path),
    }));
    const all = new Set(table.artifacts.map(({ path }) => path));
    const present = files.phase === "done" ? files.value : [];
    const others = present.filter(({ path }) => !all.has(path));
    return {
      listed,
      later: table.artifacts.length - known.length,
      others: others.map(({ path, bytes }): Listed => ({
        path,
        mediaType: "",
        bytes,
        sha256: undefined,
        references: undefined,
      })),
    };
    // The table grows in place.
    // oxlint-disable-next-line exhaustive-deps
  }, [table, revision, row, found, files]);
  if (run.phase === "indexing" && table.artifacts.length === 0) return <Loading what="the trace" />;
  const entries = [...list.listed, ...list.others];
  const selected = selection.artifact;
  const shown =
    selected === undefined
      ? undefined
      : (entries.find(({ path }) => path === selected) ?? unlisted(selected));
  return (
    <div className="artifacts">
      <p className="artifacts-status soft" role="status">
        {count(list.listed.length, "artifact")}
        {list.later > 0 && `, ${list.later} more later in the run`}
        {list.others.length > 0 && `, ${count(list.others.length, "file")} that nothing refers to`}
      </p>
      {entries.length === 0 && shown === undefined ? (
        <Empty title="No artifacts">The run has not referred to any file so far.</Empty>
      ) : (
        <ArtifactList
          entries={entries}
          selected={selected}
          onSelect={(path) => store.select({ artifact: path })}
        />
      )}
      {shown !== undefined && <ArtifactDetail key={shown.path} artifact={shown} />}
    </div>
  );
}

/** A value once it has not changed for some milliseconds. */
function useSettled<T>(value: T, ms: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}

/** An artifact that the selection names and no list has: the source will say whether it is there. */
function unlisted(path: string): Listed {
  return { path, mediaType: "", bytes: undefined, sha256: undefined, references: undefined };
}

async function artifactFiles(
  source: BundleSource,
): Promise<readonly { readonly path: string; readonly bytes: number }[]> {
  const found: { path: string; bytes: number }[] = [];
  try {
    for await (const { path, type, bytes } of source.entries()) {
      if (type === "file" && path.startsWith("artifacts/")) found.push({ path, bytes });
    }
  } catch {
    // A host of static files has no listing.
  }
  return found;
}

interface ListProps {
  readonly entries: readonly Listed[];
  readonly selected: string | undefined;
  readonly onSelect: (path: string) => void;
}

function ArtifactList({ entries, selected, onSelect }: ListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 48,
    overscan: 8,
  });
  return (
    <div
      ref={scroller}
      className="artifacts-list"
      data-has-detail={selected === undefined ? undefined : ""}
    >
      <ul className="artifacts-space" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const entry = entries[index];
          if (entry === undefined) return null;
          const { path, mediaType, bytes, references } = entry;
          return (
            <li
              key={path}
              className="artifacts-row"
              aria-setsize={entries.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <button
                type="button"
                className="artifacts-open"
                aria-current={path === selected}
                onClick={() => onSelect(path)}
              >
                <span className="artifacts-what">
                  <Name text={titleOf(references)} max={120} />
                </span>
                <span className="soft artifacts-bytes">{formatBytes(bytes)}</span>
                <span className="soft artifacts-path">
                  <Name text={path.replace(/^artifacts\//, "")} max={120} />
                </span>
                <span className="soft">
                  {mediaType !== "" && <Name text={mediaType} max={40} />}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function titleOf(references: References | undefined): string {
  const first = references?.first[0];
  if (references === undefined || first === undefined) return "No attempt refers to it";
  const owner = first.attemptId ?? first.sessionId;
  const others = references.count - 1;
  const more = others > 0 ? ` and ${others.toLocaleString("en")} more` : "";
  return `${first.what}${owner === undefined ? "" : ` of ${owner}`}${more}`;
}

function ArtifactDetail({ artifact }: { readonly artifact: Listed }) {
  const { source, id, fileVersions } = useRun();
  const store = useStore();
  const { path, mediaType, bytes, sha256, references } = artifact;
  const size = useLoaded(() => sizeOf(source, path), [id, path, fileVersions.get(path)]);
  const actual = size.phase === "done" ? size.value : undefined;
  return (
    <section className="artifacts-detail" aria-label="Artifact">
      <header className="artifacts-head">
        <strong>
          <Name text={path} max={300} />
        </strong>
        <button type="button" onClick={() => store.select({ artifact: undefined })}>
          Close
        </button>
      </header>
      <p className="soft artifacts-facts">
        <span>{mediaType === "" ? "unknown type" : <Name text={mediaType} max={80} />}</span>
        <span>{formatBytes(actual?.bytes ?? bytes)}</span>
        {sha256 !== undefined && (
          <span className="artifacts-digest">
            SHA-256 <Name text={sha256} max={70} />{" "}
            <CopyButton text={() => sha256} label="Copy the digest" />
          </span>
        )}
      </p>
      {references !== undefined && <ReferenceList references={references} />}
      {actual?.bytes !== undefined && bytes !== undefined && actual.bytes !== bytes && (
        <Note tone="error" title="It is not what the record refers to">
          The record says {bytes.toLocaleString("en")} bytes, the file has{" "}
          {actual.bytes.toLocaleString("en")}.
        </Note>
      )}
      {actual?.bytes !== undefined &&
        sha256 !== undefined &&
        actual.bytes === (bytes ?? actual.bytes) && (
          <DigestCheck path={path} sha256={sha256} bytes={actual.bytes} />
        )}
      {size.phase === "loading" && <Loading what="the artifact" />}
      {actual !== undefined && actual.bytes === undefined && (
        <Note tone="error" title="It cannot be read">
          {actual.failure ?? "There is no such file in the bundle"}
        </Note>
      )}
      {actual?.bytes !== undefined && (
        <ArtifactContent path={path} mediaType={mediaType} size={actual.bytes} />
      )}
    </section>
  );
}

function ReferenceList({ references }: { readonly references: References }) {
  const { count: number, first } = references;
  const store = useStore();
  return (
    <ul className="artifacts-references">
      {first.map(({ what, attemptId, sessionId }, i) => (
        <li key={i}>
          {what}
          {attemptId !== undefined && (
            <>
              {" of "}
              <button
                type="button"
                onClick={() =>
                  store.select({ attempt: attemptId, node: undefined, tab: "attempt" })
                }
              >
                <Name text={attemptId} max={80} />
              </button>
            </>
          )}
          {sessionId !== undefined && (
            <>
              {" of session "}
              <button
                type="button"
                onClick={() => store.select({ session: sessionId, tab: "conversation" })}
              >
                <Name text={sessionId} max={80} />
              </button>
            </>
          )}
        </li>
      ))}
      {number > first.length && (
        <li className="soft">{(number - first.length).toLocaleString("en")} more</li>
      )}
    </ul>
  );
}

async function sizeOf(
  source: BundleSource,
  path: string,
): Promise<{ readonly bytes: number | undefined; readonly failure: string | undefined }> {
  try {
    return { bytes: await source.size(path), failure: undefined };
  } catch (error) {
    return { bytes: undefined, failure: error instanceof Error ? error.message : String(error) };
  }
}
