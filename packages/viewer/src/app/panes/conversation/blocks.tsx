import type { ContentBlock } from "@flow-bundle/bundle/session";
import { useMemo } from "react";
import { BlobImage } from "../../ui/blob-image.tsx";
import { JsonTree } from "../../ui/json-tree.tsx";
import { Name } from "../../ui/name.tsx";
import { Note } from "../../ui/note.tsx";
import { fromBase64, sniffImage } from "../../ui/sniff.ts";
import { formatBytes } from "../../ui/time.ts";
import { LongText } from "./long-text.tsx";
import { Markdown } from "./markdown.tsx";

interface BlocksProps {
  /** Unique in the conversation. */
  readonly name: string;
  readonly blocks: readonly ContentBlock[];
  /** Texts as they stand, and not as markdown. */
  readonly plain?: boolean;
  /** Whether more comes after the last one. */
  readonly isGrowing?: boolean;
}

/** Content blocks of the protocol, one below the other. */
export function Blocks({ name, blocks, plain = false, isGrowing = false }: BlocksProps) {
  return blocks.map((block, i) => (
    <Block
      key={i}
      name={`${name} ${i}`}
      block={block}
      plain={plain}
      isWhole={!isGrowing || i < blocks.length - 1}
    />
  ));
}

interface BlockProps {
  readonly name: string;
  readonly block: ContentBlock;
  readonly plain: boolean;
  readonly isWhole: boolean;
}

function Block({ name, block, plain, isWhole }: BlockProps) {
  switch (block.type) {
    case "text":
      return plain ? (
        <LongText name={name} text={block.text} label="Text" />
      ) : (
        <Markdown text={block.text} isWhole={isWhole} />
      );
    case "image":
      return <ImageBlock data={block.data} uri={block.uri} />;
    case "audio":
      return (
        <p className="conversation-attachment">
          <span className="soft">Audio</span>{" "}
          <Name text={block.mimeType ?? "of an unknown type"} max={100} />,{" "}
          {formatBytes(base64Bytes(block.data))}
          <span className="soft"> · it is not played here</span>
        </p>
      );
    case "resource_link":
      return (
        <p className="conversation-attachment">
          <span className="soft">Link</span>{" "}
          <strong>
            <Name text={block.title ?? "Resource"} max={200} />
          </strong>
          {block.size !== undefined && <span className="soft"> {formatBytes(block.size)}</span>}
          <code className="conversation-uri">
            <Name text={block.uri ?? "without an address"} max={500} />
          </code>
          {block.description !== undefined && (
            <span className="conversation-uri soft">
              <Name text={block.description} max={500} />
            </span>
          )}
        </p>
      );
    case "resource":
      return <Resource name={name} block={block} />;
    case "unknown":
      return <JsonTree value={block.value} label="Content of an unknown kind" open={2} />;
  }
}

interface ImageProps {
  readonly data: string | undefined;
  readonly uri: string | undefined;
}

function ImageBlock({ data, uri }: ImageProps) {
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

interface ResourceProps {
  readonly name: string;
  readonly block: Extract<ContentBlock, { type: "resource" }>;
}

function Resource({ name, block }: ResourceProps) {
  const { uri, mimeType, text, blob } = block;
  return (
    <div className="conversation-part">
      <p className="conversation-attachment">
        <span className="soft">Resource</span>{" "}
        <code>
          <Name text={uri ?? "without an address"} max={500} />
        </code>
        {mimeType !== undefined && (
          <span className="soft">
            {" "}
            <Name text={mimeType} max={100} />
          </span>
        )}
      </p>
      {text !== undefined && <LongText name={name} text={text} label="Text of the resource" />}
      {blob !== undefined && <Blob data={blob} />}
      {text === undefined && blob === undefined && <p className="soft">No content is told.</p>}
    </div>
  );
}

function Blob({ data }: { readonly data: string }) {
  const bytes = useMemo(() => fromBase64(data), [data]);
  if (bytes !== undefined && sniffImage(bytes) !== undefined)
    return <BlobImage bytes={bytes} label="Image of the resource" />;
  return <p className="soft">{formatBytes(base64Bytes(data))} that are no image.</p>;
}

function base64Bytes(data: string | undefined): number {
  return Math.floor(((data?.length ?? 0) * 3) / 4);
}

interface AnyValueProps {
  readonly name: string;
  readonly value: unknown;
  readonly label: string;
}

/** Any value: texts as they are, everything else as a tree. */
export function AnyValue({ name, value, label }: AnyValueProps) {
  return typeof value === "string" ? (
    <LongText name={name} text={value} label={label} />
  ) : (
    <JsonTree value={value} label={label} open={2} />
  );
}
