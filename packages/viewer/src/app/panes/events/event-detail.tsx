import { decodeLossy, parseStrict, SourceError, type BundleSource } from "@flow-bundle/bundle";
import { useState } from "react";
import { useRun } from "../../state/store.ts";
import { useLoaded } from "../../state/use-file.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { JsonTree } from "../../ui/json-tree.tsx";
import { Loading, Note } from "../../ui/note.tsx";
import { TextBlock } from "../../ui/text-block.tsx";
import { formatBytes, formatMoment } from "../../ui/time.ts";
import type { EventLog } from "./event-list.ts";

/** Longer lines are not read whole before somebody asks. */
const wholeBytes = 256 * 1024;
const beginningBytes = 16 * 1024;
/** Longer lines are not read whole at all. */
const mostBytes = 256 * 1024 * 1024;

interface Props {
  readonly log: EventLog;
  readonly line: number;
  readonly onClose: () => void;
}

/** One event, opened. */
export function EventDetail({ log, line, onClose }: Props) {
  const row = log.row(line);
  const torn = row === undefined && line === log.count + 1 ? log.torn : undefined;
  const place = row ?? torn;
  return (
    <section className="event-detail" aria-label={`Event in line ${line}`}>
      <header className="event-detail-head">
        <strong>Line {line}</strong>
        {place !== undefined && (
          <span className="soft">
            {row !== undefined && Number.isFinite(row.time) && `${formatMoment(row.time)} · `}
            {formatBytes(place.bytes)} at byte {place.offset.toLocaleString("en")}
          </span>
        )}
        <button type="button" className="event-detail-close" onClick={onClose}>
          Close
        </button>
      </header>
      {row?.problem !== undefined && (
        <Note tone="warning" title={row.problem}>
          It is left out of everything else on this page.
        </Note>
      )}
      {torn !== undefined && (
        <Note
          tone="warning"
          title={torn.waits ? "This line is half written" : "This line does not end with LF"}
        >
          {torn.waits
            ? "It counts once the rest is there."
            : "Nobody can tell whether it is whole. It is left out of everything else on this page."}
        </Note>
      )}
      {place === undefined ? (
        <Note tone="warning">The file has no line {line}.</Note>
      ) : (
        <LineText path={log.path} offset={place.offset} bytes={place.bytes} />
      )}
    </section>
  );
}

interface LineTextProps {
  readonly path: string;
  readonly offset: number;
  readonly bytes: number;
}

function LineText({ path, offset, bytes }: LineTextProps) {
  const { source } = useRun();
  const [isWhole, setWhole] = useState(bytes <= wholeBytes);
  const length = isWhole ? bytes : beginningBytes;
  const loaded = useLoaded(() => readLine(source, path, offset, length), [path, offset, length]);
  if (loaded.phase === "loading") return <Loading what="the line" />;
  const { text, failure } = loaded.value;
  if (failure !== undefined) return <Note tone="error">{failure}</Note>;
  if (!isWhole) {
    return (
      <>
        <Note title="A long line">
          <p>
            These are the first {formatBytes(length)} of {formatBytes(bytes)}.{" "}
            {bytes > mostBytes ? (
              "It is too long to be opened whole."
            ) : (
              <button type="button" onClick={() => setWhole(true)}>
                Open all of it
              </button>
            )}
          </p>
        </Note>
        <TextBlock text={text} label="Beginning of the line" max={beginningBytes} />
      </>
    );
  }
  return <WholeLine text={text} />;
}

function WholeLine({ text }: { readonly text: string }) {
  const [isRaw, setRaw] = useState(false);
  const [{ value, problems }] = useState(() => parseStrict(text, { maxProblems: 3 }));
  const showRaw = isRaw || value === undefined;
  return (
    <>
      <div className="event-detail-tools">
        {value !== undefined && (
          <button type="button" aria-pressed={isRaw} onClick={() => setRaw(!isRaw)}>
            As it stands in the file
          </button>
        )}
        <CopyButton text={() => text} label="Copy the line" />
      </div>
      {problems.map(({ message }) => (
        <Note key={message} tone="warning">
          {message}
        </Note>
      ))}
      {showRaw ? (
        <TextBlock text={text} label="The line" />
      ) : (
        <JsonTree value={value} label="The event" open={text.length < 4000 ? 4 : 2} />
      )}
    </>
  );
}

async function readLine(
  source: BundleSource,
  path: string,
  offset: number,
  length: number,
): Promise<{ readonly text: string; readonly failure?: string }> {
  const bytes = new Uint8Array(length);
  let at = 0;
  try {
    for await (const block of source.blocks(path, offset, offset + length)) {
      bytes.set(block.subarray(0, length - at), at);
      at += Math.min(block.length, length - at);
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { text: "", failure: error.message };
  }
  return { text: decodeLossy(bytes.subarray(0, at)) };
}
