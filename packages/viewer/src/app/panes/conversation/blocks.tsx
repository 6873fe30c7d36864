import { useMemo } from "react";
import { member, textAt } from "../../session/values.ts";
import { BlobImage } from "../../ui/blob-image.tsx";
import { JsonTree } from "../../ui/json-tree.tsx";
import { Name } from "../../ui/name.tsx";
import { Note } from "../../ui/note.tsx";
import { fromBase64 } from "../../ui/sniff.ts";
import { TextBlock } from "../../ui/text-block.tsx";
import { formatBytes } from "../../ui/time.ts";
import { Markdown } from "./markdown.tsx";

/** A content block of the protocol. */
export function ContentBlock({
  block,
  plain = false,
}: {
  readonly block: unknown;
  readonly plain?: boolean;
}) {
  switch (textAt(block, "type")) {
    case "text": {
      const text = textAt(block, "text") ?? "";
      return plain ? <TextBlock text={text} label="Text" /> : <Markdown text={text} isWhole />;
    }
    case "image":
      return <ImageBlock data={textAt(block, "data")} uri={textAt(block, "uri")} />;
    case "audio": {
      const length = Math.floor(((textAt(block, "data")?.length ?? 0) * 3) / 4);
      return (
        <p className="soft">
          [audio, <Name text={textAt(block, "mimeType") ?? "unknown type"} />, {formatBytes(length)}
          ; it is not played here]
        </p>
      );
    }
    case "resource_link":
      return (
        <p>
          <Name text={textAt(block, "title") ?? textAt(block, "name") ?? "Resource"} />{" "}
          <span className="soft">
            (<Name text={textAt(block, "uri") ?? ""} max={500} />)
          </span>
        </p>
      );
    case "resource":
      return <Resource resource={member(block, "resource")} />;
    default:
      return <JsonTree value={block} label="Content of an unknown kind" open={2} />;
  }
}

function ImageBlock({
  data,
  uri,
}: {
  readonly data: string | undefined;
  readonly uri: string | undefined;
}) {
  const bytes = useMemo(() => (data === undefined ? undefined : fromBase64(data)), [data]);
  if (bytes !== undefined && bytes.length > 0)
    return <BlobImage bytes={bytes} label="Image of the conversation" />;
  return (
    <Note tone="warning">
      <p>
        An image without usable data.
        {uri !== undefined && (
          <>
            {" "}
            It refers to <Name text={uri} max={500} />, which is not fetched.
          </>
        )}
      </p>
    </Note>
  );
}

function Resource({ resource }: { readonly resource: unknown }) {
  const text = textAt(resource, "text");
  const blob = textAt(resource, "blob");
  return (
    <div className="conversation-part">
      <p className="soft">
        Resource <Name text={textAt(resource, "uri") ?? ""} max={500} />
      </p>
      {text !== undefined && <TextBlock text={text} label="Text of the resource" />}
      {blob !== undefined && <ImageBlock data={blob} uri={undefined} />}
      {text === undefined && blob === undefined && (
        <JsonTree value={resource} label="Resource" open={2} />
      )}
    </div>
  );
}

/** Any value: texts as they are, everything else as a tree. */
export function AnyValue({ value, label }: { readonly value: unknown; readonly label: string }) {
  return typeof value === "string" ? (
    <TextBlock text={value} label={label} />
  ) : (
    <JsonTree value={value} label={label} open={2} />
  );
}
