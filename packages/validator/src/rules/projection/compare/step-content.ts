import type { AttemptState, ProjectionResolver } from "@flow-bundle/bundle";
import type { ArtifactReference, SessionBinding, Step } from "@flow-bundle/schema";
import type { BundleContext } from "../../../engine/context.ts";
import { encode, hasDigest, jsonContent, textContent, type Content } from "./content.ts";

/** What projecting one attempt needs, as far as it can be known. */
export interface StepContent {
  readonly resolver: ProjectionResolver;
  /** The output artifact is intact and ought to be JSON, but is not. */
  readonly outputIsNotJson: boolean;
}

/** Texts over this many bytes are in no projection of 1.1; 1.0 has no limit. */
const largestText = 16 * 1024;

/**
 * Gathers the content that the step of an attempt repeats. What cannot be known is taken as the step has it, so that it
 * shows no difference.
 */
export async function stepContent(
  ctx: BundleContext,
  attempt: AttemptState,
  step: Step,
  bindings: ReadonlyMap<string, SessionBinding>,
): Promise<StepContent> {
  const { receipts, output } = attempt;
  const texts = new Map<string, string>();
  const values = new Map<string, unknown>();
  let outputIsNotJson = false;

  const put = (reference: ArtifactReference, content: Content, own: unknown): void => {
    const value = typeof content === "object" ? content.value : own;
    if (typeof value === "string") texts.set(reference.path, value);
  };
  const takeText = async (reference: ArtifactReference | undefined, own: unknown) => {
    if (reference === undefined || !mayBeRepeated(ctx, reference)) return;
    put(reference, await textContent(ctx, reference, own), own);
  };

  if (output !== null && "artifact" in output) {
    const { artifact } = output;
    if (artifact.mediaType === "application/json") {
      const content = await jsonContent(ctx, artifact, step.output);
      outputIsNotJson = content === "not-json";
      values.set(artifact.path, typeof content === "object" ? content.value : step.output);
    } else {
      await takeText(artifact, step.output);
    }
  }
  await takeText(receipts.promptArtifact, step.promptText);
  if (receipts.rawResponseArtifact !== undefined) {
    await takeText(receipts.rawResponseArtifact, step.rawText);
  } else {
    const { stdoutArtifact: out, stderrArtifact: err } = receipts;
    const parts = await splitStreams(ctx, out, err, step.rawText);
    await takeText(out, parts?.[0]);
    await takeText(err, parts?.[1]);
  }

  return {
    resolver: {
      text: ({ path }) => texts.get(path),
      json: ({ path }) => values.get(path),
      binding: (sessionId) => bindings.get(sessionId),
    },
    outputIsNotJson,
  };
}

/**
 * The texts of the two streams of a command inside `rawText`, if they stand there one after the other. In 1.0 they may
 * be interleaved; then what stands there is taken as it is.
 */
async function splitStreams(
  ctx: BundleContext,
  out: ArtifactReference | undefined,
  err: ArtifactReference | undefined,
  rawText: string | null,
): Promise<readonly [string, string] | undefined> {
  if (out === undefined || err === undefined || rawText === null) return undefined;
  const bytes = encode(rawText);
  if (bytes.length !== (out.bytes ?? 0) + (err.bytes ?? 0)) return undefined;
  const head = bytes.subarray(0, out.bytes);
  const tail = bytes.subarray(out.bytes);
  if (!(await hasDigest(ctx, head, out)) || !(await hasDigest(ctx, tail, err))) return undefined;
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return [decoder.decode(head), decoder.decode(tail)];
}

function mayBeRepeated(ctx: BundleContext, { mediaType, bytes }: ArtifactReference): boolean {
  return mediaType === "text/plain" && (ctx.version === "1.0" || (bytes ?? 0) <= largestText);
}
