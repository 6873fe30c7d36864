import type { Text } from "../texts.ts";

/** Brings a part of the texts up to date. */
export interface Rewriter {
  readonly name: string;
  /** What holds when nothing has to be rewritten. */
  readonly claim: string;
  /** The content of the file as it should be; the same string when it is up to date. */
  rewrite(root: string, text: Text): string | Promise<string>;
}
