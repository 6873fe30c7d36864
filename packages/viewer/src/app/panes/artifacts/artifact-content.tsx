import { parseDocument, readBytes, type BundleSource } from "@flow-bundle/bundle";
import { useState } from "react";
import { useRun } from "../../state/store.ts";
import { useLoaded } from "../../state/use-file.ts";
import { BlobImage } from "../../ui/blob-image.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { JsonTree } from "../../ui/json-tree.tsx";
import { Loading, Note } from "../../ui/note.tsx";
import { looksBinary, sniffImage } from "../../ui/sniff.ts";
import { visible } from "../../ui/text-block.tsx";
import { formatBytes } from "../../ui/time.ts";
import { hexLines, partBytes, partCount, readPart, textOfPart } from "./part.ts";

type Mode = "text" | "tree" | "image" | "hex";

const modeTitles: Readonly<Record<Mode, string>> = {
  text: "Text",
  tree: "JSON tree",
  image: "Image",
  hex: "Bytes",
};
/** Larger files are not parsed, or shown as an image, before somebody asks. */
const wholeBytes = 4 * 1024 * 1024;
const mostBytes = 256 * 1024 * 1024;

interface Props {
  readonly path: string;
  readonly mediaType: string;
  readonly size: number;
}

/** The content of an artifact, in the way that suits its bytes; others can be chosen. HTML and SVG are text. */
export function ArtifactContent({ path, mediaType, size }: Props) {
  const { source, id } = useRun();
  const [chosen, setMode] = useState<Mode>();
  const head = useLoaded(() => readPart(source, path, 0, 8192), [id, path, size]);
  if (head.phase === "loading") return <Loading what="the artifact" />;
  const { bytes, failure } = head.value;
  if (failure !== undefined) {
    return (
      <Note tone="error" title="It cannot be read">
        {failure}
      </Note>
    );
  }
  if (size === 0) return <p className="soft">The file is empty.</p>;
  const isImage = sniffImage(bytes) !== undefined;
  const isJson = /^application\/(json|.+\+json)$/.test(mediaType) || path.endsWith(".json");
  const likely: Mode = isImage ? "image" : isJson ? "tree" : looksBinary(bytes) ? "hex" : "text";
  const mode = chosen ?? likely;
  const modes: readonly Mode[] = [...(isImage ? (["image"] as const) : []), "text", "tree", "hex"];
  return (
    <>
      <div className="artifacts-modes" role="group" aria-label="Show as">
        {modes.map((one) => (
          <button key={one} type="button" aria-pressed={one === mode} onClick={() => setMode(one)}>
            {modeTitles[one]}
          </button>
        ))}
      </div>
      {mode === "text" && <Parts key="text" path={path} size={size} mode="text" />}
      {mode === "hex" && <Parts key="hex" path={path} size={size} mode="hex" />}
      {mode === "tree" && <Whole key="tree" path={path} size={size} mode="tree" />}
      {mode === "image" && <Whole key="image" path={path} size={size} mode="image" />}
    </>
  );
}

interface PartsProps {
  readonly path: string;
  readonly size: number;
  readonly mode: "text" | "hex";
}

/** A file part by part: however large it is, only what is looked at is read. */
function Parts({ path, size, mode }: PartsProps) {
  const { source, id } = useRun();
  const [part, setPart] = useState(0);
  const length = partBytes[mode];
  const parts = partCount(size, length);
  const at = Math.min(part, parts - 1);
  const start = at * length;
  const loaded = useLoaded(
    async () => ({ at, ...(await readPart(source, path, start, length + 3)) }),
    [id, path, size, at, length],
  );
  const steps = (
    <div className="artifacts-steps">
      <span className="soft">
        Bytes {start.toLocaleString("en")} to {Math.min(size, start + length).toLocaleString("en")}{" "}
        of {size.toLocaleString("en")}: part {at + 1} of {parts.toLocaleString("en")}. The rest is
        not read.
      </span>
      <button type="button" disabled={at === 0} onClick={() => setPart(0)}>
        First
      </button>
      <button type="button" disabled={at === 0} onClick={() => setPart(at - 1)}>
        Previous
      </button>
      <button type="button" disabled={at === parts - 1} onClick={() => setPart(at + 1)}>
        Next
      </button>
      <button type="button" disabled={at === parts - 1} onClick={() => setPart(parts - 1)}>
        Last
      </button>
    </div>
  );
  if (loaded.phase === "loading") return <Loading what="the artifact" />;
  const { bytes, failure } = loaded.value;
  if (failure !== undefined) return <Note tone="error">{failure}</Note>;
  const text = mode === "text" ? textOfPart(bytes, loaded.value.at === 0, length) : "";
  return (
    <>
      {parts > 1 && steps}
      {mode === "text" ? (
        <>
          {/* oxlint-disable-next-line no-noninteractive-tabindex -- it scrolls, so that the keyboard has to reach it */}
          <pre className="artifacts-text" tabIndex={0} role="region" aria-label="Text">
            {visible(text)}
          </pre>
          <p>
            <CopyButton text={() => text} label={parts > 1 ? "Copy this part" : "Copy the text"} />
          </p>
        </>
      ) : (
        <Hex bytes={bytes.subarray(0, length)} start={loaded.value.at * length} />
      )}
    </>
  );
}

function Hex({ bytes, start }: { readonly bytes: Uint8Array; readonly start: number }) {
  const lines = hexLines(bytes, start);
  return (
    // oxlint-disable-next-line no-noninteractive-tabindex -- it scrolls, so that the keyboard has to reach it
    <pre className="artifacts-text artifacts-hex" tabIndex={0} role="region" aria-label="Bytes">
      {lines.map(({ offset, hex, text }) => `${offset}  ${hex.padEnd(47)}  ${text}`).join("\n")}
    </pre>
  );
}

interface WholeProps {
  readonly path: string;
  readonly size: number;
  readonly mode: "tree" | "image";
}

/** What can only be shown when all of it was read. */
function Whole({ path, size, mode }: WholeProps) {
  const [isAsked, setAsked] = useState(false);
  if (size > mostBytes) {
    return (
      <Note title="Too large for this view">
        It has {formatBytes(size)}; up to {formatBytes(mostBytes)} can be read at once. The text and
        the bytes can be shown part by part.
      </Note>
    );
  }
  if (size > wholeBytes && !isAsked) {
    return (
      <Note title="Not read yet">
        <p>
          It has {formatBytes(size)}.{" "}
          <button type="button" onClick={() => setAsked(true)}>
            Read all of it
          </button>
        </p>
      </Note>
    );
  }
  return <ReadWhole path={path} size={size} mode={mode} />;
}

function ReadWhole({ path, size, mode }: WholeProps) {
  const { source, id } = useRun();
  const loaded = useLoaded(
    async () => (mode === "tree" ? readTree(source, path) : readImage(source, path)),
    [id, path, size, mode],
  );
  if (loaded.phase === "loading") return <Loading what="the artifact" />;
  const { failure } = loaded.value;
  if ("bytes" in loaded.value)
    return <BlobImage bytes={loaded.value.bytes} label="Image of the artifact" />;
  return (
    <>
      {failure !== undefined && (
        <Note
          tone="warning"
          title={"value" in loaded.value ? "Its JSON has faults" : "It is no JSON"}
        >
          {failure}
        </Note>
      )}
      {"value" in loaded.value && (
        <JsonTree value={loaded.value.value} label="Content" open={size < 4000 ? 3 : 1} />
      )}
    </>
  );
}

async function readTree(
  source: BundleSource,
  path: string,
): Promise<{ readonly value?: unknown; readonly failure: string | undefined }> {
  const read = await readBytes(source, path, { maxBytes: mostBytes });
  if (!read.ok) return { failure: read.message };
  const { value, problems } = parseDocument(read.value, { maxProblems: 1 });
  const failure = problems[0]?.message;
  return value === undefined ? { failure: failure ?? "It is not JSON" } : { value, failure };
}

async function readImage(
  source: BundleSource,
  path: string,
): Promise<
  | { readonly bytes: Uint8Array<ArrayBuffer>; readonly failure?: undefined }
  | { readonly failure: string }
> {
  const read = await readBytes(source, path, { maxBytes: mostBytes });
  return read.ok ? { bytes: new Uint8Array(read.value) } : { failure: read.message };
}
