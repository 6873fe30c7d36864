import { printable } from "@flow-bundle/bundle";

/** A name or a line of text out of the bundle: what would not be seen, or change how the rest is shown, is escaped. */
export function Name({ text, max = 200 }: { readonly text: string; readonly max?: number }) {
  return <bdi>{text === "" ? <em className="soft">(empty)</em> : printable(text, { max })}</bdi>;
}
