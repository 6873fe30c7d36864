import { SourceError, type BundleSource } from "@flow-bundle/bundle";
import { useState } from "react";
import { useRun } from "../../state/store.ts";
import { useLoaded } from "../../state/use-file.ts";
import { Note } from "../../ui/note.tsx";
import { formatBytes } from "../../ui/time.ts";

/** Files up to this size are read again at once, to see whether they are what the record refers to. */
const atOnceBytes = 8 * 1024 * 1024;

interface Props {
  readonly path: string;
  /** What the record says. */
  readonly sha256: string;
  /** Size of the file. */
  readonly bytes: number;
  /** Says nothing when all is well. */
  readonly quiet?: boolean;
}

/** Whether a file is the one that the record refers to, by its SHA-256. */
export function DigestCheck({ path, sha256, bytes, quiet = false }: Props) {
  const { source, id, fileVersions } = useRun();
  const [isAsked, setAsked] = useState(false);
  const isDue = isAsked || bytes <= atOnceBytes;
  const digest = useLoaded(
    async () => (isDue ? digestOf(source, path) : undefined),
    [id, path, fileVersions.get(path), isDue],
  );
  if (!isDue) {
    return quiet ? null : (
      <p className="soft">
        Not yet compared with the record.{" "}
        <button type="button" onClick={() => setAsked(true)}>
          Read {formatBytes(bytes)} and compare
        </button>
      </p>
    );
  }
  // What cannot be read says so where it is shown.
  if (digest.phase === "loading") return quiet ? null : <p className="soft">Comparing …</p>;
  if (digest.value === undefined) return null;
  if (digest.value === sha256.toLowerCase()) {
    return quiet ? null : <p className="artifacts-match">✓ It is what the record refers to.</p>;
  }
  return (
    <Note tone="error" title="It is not what the record refers to">
      <p>
        Its SHA-256 is <code>{digest.value}</code>; the record says something else. It was changed,
        or replaced, after it was written.
      </p>
    </Note>
  );
}

async function digestOf(source: BundleSource, path: string): Promise<string | undefined> {
  try {
    const hasher = source.sha256();
    for await (const block of source.blocks(path)) hasher.update(block);
    return await hasher.hex();
  } catch (error) {
    if (error instanceof SourceError) return undefined;
    throw error;
  }
}
