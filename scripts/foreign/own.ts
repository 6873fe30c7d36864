import { BundleError, openBundle } from "@flow-bundle/bundle";
import { directorySource } from "@flow-bundle/bundle/node";
import type { Answer } from "./ask.ts";

/** What our own reader makes of a bundle, as an adapter would say it. */
export async function ownAnswer(path: string, upToSeq?: number): Promise<Answer> {
  try {
    const bundle = await openBundle(directorySource(path));
    const fold = await bundle.fold(upToSeq);
    const view = JSON.parse(JSON.stringify(fold.view())) as unknown;
    return bundle.trace.torn === undefined ? { view } : { view, torn: true };
  } catch (error) {
    if (!(error instanceof BundleError)) throw error;
    const code = error.code === "unsupported" ? "unsupported" : "corrupt";
    return { refused: { code, reason: error.message } };
  }
}

/** How many events a bundle has. */
export async function countEvents(path: string): Promise<number> {
  let count = 0;
  for await (const _ of (await openBundle(directorySource(path))).trace) count += 1;
  return count;
}
