import { useMemo, useState } from "react";
import { Name } from "../../ui/name.tsx";
import { visible } from "../../ui/text-block.tsx";
import { diffLines, foldKept, type DiffLine } from "./diff.ts";

const linesAtOnce = 400;

interface Props {
  readonly path: string;
  /** Undefined for a new file. */
  readonly before: string | undefined;
  readonly after: string;
}

/** A change of a file, line by line. What did not change is folded, and says so. */
export function DiffView({ path, before, after }: Props) {
  const lines = useMemo(() => diffLines(before, after), [before, after]);
  const [isWhole, setWhole] = useState(false);
  const [shown, setShown] = useState(linesAtOnce);
  const parts = isWhole ? [{ kind: "lines", lines } as const] : foldKept(lines);
  const added = lines.filter(({ mark }) => mark === "+").length;
  const removed = lines.filter(({ mark }) => mark === "-").length;
  let room = shown;
  return (
    <div className="conversation-diff">
      <p className="conversation-diff-head">
        <code>
          <Name text={path} max={300} />
        </code>
        <span className="conversation-added">+{added}</span>
        <span className="conversation-removed">−{removed}</span>
        {before === undefined && <span className="soft">new file</span>}
      </p>
      {/* oxlint-disable-next-line no-noninteractive-tabindex -- it scrolls, so that the keyboard has to reach it */}
      <div className="conversation-diff-lines" tabIndex={0} role="group" aria-label="Changed lines">
        {parts.map((part, i) => {
          if (part.kind === "folded") {
            return (
              <button
                key={i}
                type="button"
                className="conversation-diff-fold"
                onClick={() => setWhole(true)}
              >
                ⋯ {part.count.toLocaleString("en")} lines without a change
              </button>
            );
          }
          const own = part.lines.slice(0, Math.max(0, room));
          room -= part.lines.length;
          return own.map((line, j) => <Line key={`${i} ${j}`} line={line} />);
        })}
      </div>
      {room < 0 && (
        <p>
          <span className="soft">{-room} more lines.</span>{" "}
          <button type="button" onClick={() => setShown(shown + 5 * linesAtOnce)}>
            Show more
          </button>
        </p>
      )}
    </div>
  );
}

const most = 2000;

function Line({ line: { mark, text } }: { readonly line: DiffLine }) {
  const cut = text.length - most;
  return (
    <div className="conversation-diff-line" data-mark={mark}>
      <span aria-hidden={mark === " "}>{mark === "-" ? "−" : mark}</span>
      <code>
        {visible(cut > 0 ? text.slice(0, most) : text)}
        {cut > 0 && <em className="soft"> … {cut} more characters</em>}
      </code>
    </div>
  );
}
