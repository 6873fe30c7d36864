import { useState } from "react";
import { Name } from "../../ui/name.tsx";
import { Loading, Note } from "../../ui/note.tsx";
import { TextBlock } from "../../ui/text-block.tsx";
import { formatBytes } from "../../ui/time.ts";
import { DigestCheck } from "../artifacts/digest.tsx";
import { useFileText } from "../../state/use-file.ts";

const maxBytes = 1_000_000;
const maxOpenedBytes = 64 * 1024 * 1024;

interface Props {
  readonly reference: { readonly path: string; readonly bytes?: number; readonly sha256?: string };
  readonly label: string;
}

/** The text of an artifact. Large ones are not read before somebody asks. */
export function ArtifactText({ reference, label }: Props) {
  const [limit, setLimit] = useState(maxBytes);
  const loaded = useFileText(reference.path, limit);
  if (loaded.phase === "loading" || loaded.value === undefined) return <Loading what={label} />;
  const { value } = loaded;
  if (value.ok) {
    const { path, bytes, sha256 } = reference;
    return (
      <>
        {sha256 !== undefined && (
          <DigestCheck path={path} sha256={sha256} bytes={bytes ?? 0} quiet />
        )}
        {value.value === "" ? (
          <p className="soft">Empty</p>
        ) : (
          <TextBlock text={value.value} label={label} />
        )}
      </>
    );
  }
  if (value.code === "too-large" && limit < maxOpenedBytes) {
    return (
      <Note>
        <p>
          Not read yet: it has {formatBytes(reference.bytes)}.{" "}
          <button type="button" onClick={() => setLimit(maxOpenedBytes)}>
            Read it
          </button>
        </p>
      </Note>
    );
  }
  return (
    <Note tone="warning" title="It cannot be shown">
      <p>
        <Name text={reference.path} />: {value.message}.
      </p>
    </Note>
  );
}
