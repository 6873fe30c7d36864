import { useEffect, useState } from "react";
import "./blob-image.css";
import { Note } from "./note.tsx";
import { sniffImage } from "./sniff.ts";
import { formatBytes } from "./time.ts";

interface Props {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly label: string;
}

/** An image out of the bundle, if its bytes are one; of the type that they are and not of the one that they claim. */
export function BlobImage({ bytes, label }: Props) {
  const [url, setUrl] = useState<string>();
  const [size, setSize] = useState("");
  const [isBroken, setBroken] = useState(false);
  const type = sniffImage(bytes);
  useEffect(() => {
    if (type === undefined) return undefined;
    const made = URL.createObjectURL(new Blob([bytes], { type }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, type]);
  if (type === undefined) return <Note tone="warning">It is no PNG, JPEG, GIF or WebP image.</Note>;
  if (isBroken)
    return <Note tone="warning">The image is damaged: the browser cannot show it.</Note>;
  return (
    <figure className="blob-image">
      {url !== undefined && (
        <img
          src={url}
          alt={label}
          onError={() => setBroken(true)}
          onLoad={({ currentTarget: image }) =>
            setSize(`${image.naturalWidth} × ${image.naturalHeight}, `)
          }
        />
      )}
      <figcaption className="soft">
        {size}
        {type}, {formatBytes(bytes.length)}
      </figcaption>
    </figure>
  );
}
