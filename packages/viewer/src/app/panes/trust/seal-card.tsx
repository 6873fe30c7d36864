import type { BundleReport } from "@flow-bundle/schema";
import { useState, type ReactNode } from "react";
import { Name } from "../../ui/name.tsx";
import { count, formatBytes } from "../../ui/time.ts";
import { judgeSeal, type SealedFile, type SealState } from "./judge.ts";

interface Props {
  readonly report: BundleReport;
  readonly manifest: unknown;
  /** SHA-256 of manifest.json. */
  readonly digest: string | undefined;
}

/** Whether anything changed since the run ended. */
export function SealCard({ report, manifest, digest }: Props) {
  const state = judgeSeal(report, manifest);
  return (
    <section className="trust-seal" data-seal={state.kind} aria-label="Seal">
      <Words state={state} />
      {state.kind === "intact" && <SealedFiles files={state.files} />}
      {state.kind === "intact" && digest !== undefined && (
        <details>
          <summary>What a seal cannot tell</summary>
          <p>
            The seal shows that no file was damaged, cut, exchanged or edited by accident. It is no
            signature: whoever edits a file on purpose can write a new seal as well. To be sure of
            that too, keep this number somewhere else. It stands for the whole record, seal
            included, and is another one as soon as a single byte is.
          </p>
          <p>
            SHA-256 of manifest.json: <code className="trust-digest">{digest}</code>
          </p>
        </details>
      )}
    </section>
  );
}

function Words({ state }: { readonly state: SealState }): ReactNode {
  switch (state.kind) {
    case "intact":
      return (
        <>
          <h3>Nothing changed since the record was sealed</h3>
          <p>
            When the run ended, the size and the SHA-256 of every file were written down. All{" "}
            {count(state.files.length, "file")} (
            {formatBytes(state.files.reduce((sum, { bytes }) => sum + bytes, 0))}) were read again
            just now: each is the same, byte for byte, none is missing and none was added.
          </p>
        </>
      );
    case "broken":
      return (
        <>
          <h3>Something changed since the record was sealed</h3>
          <p>
            When the run ended, the size and the SHA-256 of every file were written down. Now these
            are not the same any more:
          </p>
          <ul className="trust-files">
            {state.findings.slice(0, 20).map(({ fingerprint, file, message }) => (
              <li key={fingerprint}>
                <strong>
                  <Name text={file} />
                </strong>{" "}
                <Name text={message} max={400} />
              </li>
            ))}
          </ul>
          {state.findings.length > 20 && (
            <p className="soft">{count(state.findings.length - 20, "further finding")} below.</p>
          )}
        </>
      );
    case "unchecked":
      return (
        <>
          <h3>The seal could not be checked</h3>
          <p>
            Nothing can be said about changes since the run ended: <Name text={state.because} />.
          </p>
        </>
      );
    case "missing":
      return (
        <>
          <h3>The seal is missing</h3>
          <p>
            The run has ended, and its record should have been sealed then. Whether it is still what
            was written, nobody can tell.
          </p>
        </>
      );
    case "not-yet":
      return (
        <>
          <h3>Not sealed yet</h3>
          <p>
            A record is sealed when its run ends. Until then its files grow, and the rules below are
            all there is to go by.
          </p>
        </>
      );
    case "unknown-to-version":
      return (
        <>
          <h3>Not sealed</h3>
          <p>
            This version of the format has no seal. The rules tell whether the record holds
            together, and the artifacts are held against their SHA-256 in the trace. A change of the
            rest that fits everything else would not be seen.
          </p>
        </>
      );
  }
}

const shownAtFirst = 200;

/** The name of an artifact is its digest; its beginning is enough to tell it apart. */
function shortened(path: string): string {
  return path.replace(/^(artifacts\/sha256-[0-9a-f]{16})[0-9a-f]{48}/, "$1…");
}

function SealedFiles({ files }: { readonly files: readonly SealedFile[] }) {
  const [shown, setShown] = useState(shownAtFirst);
  return (
    <details>
      <summary>Which files</summary>
      <ul className="trust-files">
        {files.slice(0, shown).map(({ path, bytes }) => (
          <li key={path}>
            <code title={path.slice(0, 400)}>
              <Name text={shortened(path)} />
            </code>
            <span className="soft">{formatBytes(bytes)}</span>
          </li>
        ))}
      </ul>
      {files.length > shown && (
        <button type="button" onClick={() => setShown(shown + 10 * shownAtFirst)}>
          {count(files.length - shown, "further file")}
        </button>
      )}
    </details>
  );
}
