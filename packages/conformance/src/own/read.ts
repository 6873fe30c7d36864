import { BundleError, openBundle, SourceError, type BundleSource } from "@flow-bundle/bundle";
import { paths } from "@flow-bundle/schema";
import type { Answer } from "../generated/types.ts";

/** Codes of sources that say: this bundle wants its reader to leave it, to hang, or to use up its memory. */
const hostileCodes = new Set(["link", "special", "outside", "bad-path", "too-large"]);

/** Bytes that a trace may have: as many as a whole bundle. */
const maxTraceBytes = 4 * 1024 ** 3;

/** What our own reader answers: the view after all events, or after those up to a `seq`. */
export async function readView(source: BundleSource, upToSeq?: number): Promise<Answer> {
  try {
    const bundle = await openBundle(source);
    const bytes = (await source.size(paths.trace)) ?? 0;
    if (bytes > maxTraceBytes) {
      const reason = `the trace has ${bytes} bytes; this reader takes up to ${maxTraceBytes}`;
      return { refused: { code: "hostile", reason } };
    }
    const fold = await bundle.fold(upToSeq);
    const view = fold.view() as unknown as Record<string, unknown>;
    return bundle.trace.torn === undefined ? { view } : { view, torn: true };
  } catch (error) {
    return { refused: await refusal(error, source) };
  }
}

async function refusal(
  error: unknown,
  source: BundleSource,
): Promise<NonNullable<Answer["refused"]>> {
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof SourceError) {
    return { code: hostileCodes.has(error.code) ? "hostile" : "corrupt", reason };
  }
  if (!(error instanceof BundleError)) {
    return { code: "corrupt", reason: `an event cannot be folded: ${reason}` };
  }
  if (error.code === "unsupported") return { code: "unsupported", reason };
  if (error.code === "too-large") return { code: "hostile", reason };
  return { code: (await isHostile(source, error.file)) ? "hostile" : "corrupt", reason };
}

/** Whether a file cannot be read because of what it is, and not because of what it holds. */
async function isHostile(source: BundleSource, file: string): Promise<boolean> {
  try {
    await source.read(file, 1 << 30);
    return false;
  } catch (error) {
    return error instanceof SourceError && hostileCodes.has(error.code);
  }
}
