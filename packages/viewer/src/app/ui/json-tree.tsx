import { useState } from "react";
import "./json-tree.css";
import { Name } from "./name.tsx";
import { visible } from "./text-block.tsx";

const childrenAtOnce = 100;
const stringLength = 400;

interface JsonTreeProps {
  readonly value: unknown;
  /** What it is, for screen readers. */
  readonly label: string;
  /** How many levels are open at first. */
  readonly open?: number;
}

/** A JSON value that is opened member by member. Only what is open is rendered; long lists and texts come in parts. */
export function JsonTree({ value, label, open = 1 }: JsonTreeProps) {
  return (
    <ul className="json-tree" aria-label={label}>
      <Member name={undefined} value={value} open={open} />
    </ul>
  );
}

interface MemberProps {
  readonly name: string | number | undefined;
  readonly value: unknown;
  readonly open: number;
}

function Member({ name, value, open }: MemberProps) {
  const [isOpen, setOpen] = useState(open > 0);
  const size = sizeOf(value);
  const key = name !== undefined && (
    <span className="json-key">
      {typeof name === "number" ? name : <Name text={name} max={100} />}
    </span>
  );
  if (size === undefined) {
    return (
      <li className="json-leaf">
        {key} <Scalar value={value} />
      </li>
    );
  }
  const isList = Array.isArray(value);
  const what = isList ? `[${size.toLocaleString("en")}]` : `{${size.toLocaleString("en")}}`;
  return (
    <li>
      <button
        type="button"
        className="json-toggle"
        aria-expanded={isOpen}
        disabled={size === 0}
        onClick={() => setOpen(!isOpen)}
      >
        <span aria-hidden="true" className="json-mark">
          {size === 0 ? "" : isOpen ? "▾" : "▸"}
        </span>
        {key} <span className="soft">{what}</span>
      </button>
      {isOpen && size > 0 && <Members value={value as object} open={open - 1} />}
    </li>
  );
}

function Members({ value, open }: { readonly value: object; readonly open: number }) {
  const [shown, setShown] = useState(childrenAtOnce);
  const isList = Array.isArray(value);
  const entries: (readonly [string | number, unknown])[] = isList
    ? value.slice(0, shown).map((item, i) => [i, item])
    : Object.entries(value).slice(0, shown);
  const missing = (sizeOf(value) ?? 0) - entries.length;
  return (
    <ul>
      {entries.map(([key, item]) => (
        <Member key={key} name={key} value={item} open={open} />
      ))}
      {missing > 0 && (
        <li>
          <span className="soft">{missing.toLocaleString("en")} more.</span>{" "}
          <button type="button" onClick={() => setShown(shown + 5 * childrenAtOnce)}>
            Show more
          </button>
        </li>
      )}
    </ul>
  );
}

function Scalar({ value }: { readonly value: unknown }) {
  const [shown, setShown] = useState(stringLength);
  if (typeof value !== "string") {
    return (
      <span className={`json-${value === null ? "null" : typeof value}`}>{String(value)}</span>
    );
  }
  const missing = value.length - shown;
  return (
    <>
      <span className="json-string">{visible(missing > 0 ? value.slice(0, shown) : value)}</span>
      {value === "" && <span className="soft">(empty text)</span>}
      {missing > 0 && (
        <>
          {" "}
          <span className="soft">… {missing.toLocaleString("en")} more characters.</span>{" "}
          <button type="button" onClick={() => setShown(shown + 50 * stringLength)}>
            Show more
          </button>
        </>
      )}
    </>
  );
}

/** Number of members; undefined for what has none. */
function sizeOf(value: unknown): number | undefined {
  if (Array.isArray(value)) return value.length;
  return typeof value === "object" && value !== null ? Object.keys(value).length : undefined;
}
