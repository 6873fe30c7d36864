import { useState } from "react";
import { Name } from "../../ui/name.tsx";
import { Loading, Note } from "../../ui/note.tsx";
import { TextBlock } from "../../ui/text-block.tsx";
import { formatBytes } from "../../ui/time.ts";
import { useFileText } from "../../state/use-file.ts";
import { useStore } from "../../state/store.ts";

const maxBytes = 1_000_000;
const maxOpenedBytes = 64 * 1024 * 1024;

interface Props {
  readonly reference: { readonly path: string; readonly bytes?: number };
  readonly label: string;
}

/** The text of an artifact. Large ones are not read before somebody asks. */
export function ArtifactText({ reference, label }: Props) {
  const store = useStore();
  const [limit, setLimit] = useState(maxBytes);
  const loaded = useFileText(reference.path, limit);
  if (loaded.phase === "loading" || loaded.value === undefined) return <Loading what={label} />;
  const { value } = loaded;
  if (value.ok) {
    if (value.value === "") return <p className="soft">Empty</p>;
    return <TextBlock text={value.value} label={label} />;
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
        <Name text={reference.path} />: {value.message}.{" "}
        <button
          type="button"
          onClick={() => store.select({ tab: "artifacts", artifact: reference.path })}
        >
          Open as an artifact
        </button>
      </p>
    </Note>
  );
}
