import {
  projectedBytesLimit,
  type AttemptState,
  type ProjectionResolver,
} from "@flow-bundle/bundle";
import type { ArtifactReference, SessionBinding, Step } from "@flow-bundle/schema";
import type { BundleContext } from "../../../engine/context.ts";
import { encode, hasDigest, jsonContent, knownText, textContent } from "./content.ts";

/** What projecting one attempt needs, as far as it can be known. */
export interface StepContent {
  readonly resolver: ProjectionResolver;
  /** The output artifact is intact and ought to be JSON, but is not. */
  readonly outputIsNotJson: boolean;
  /** What a command wrote cannot be known. */
  readonly streamsAreUnknown: boolean;
}

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
  let streamsAreUnknown = false;

  /** False when the text cannot be known; then `own` is taken for it. */
  const takeText = async (reference: ArtifactReference, own: unknown): Promise<boolean> => {
    if (!mayBeRepeated(ctx, reference)) return true;
    const content = await textContent(ctx, reference, own);
    const value = typeof content === "object" ? content.value : own;
    if (typeof value === "string") texts.set(reference.path, value);
    return typeof content === "object";
  };

  if (output !== null && "artifact" in output) {
    const { artifact } = output;
    if (artifact.mediaType === "application/json") {
      const content = await jsonContent(ctx, artifact, step.output);
      outputIsNotJson = content === "not-json";
      if (typeof content === "object") values.set(artifact.path, content.value);
      else if (content === "unknown") values.set(artifact.path, step.output);
    } else {
      await takeText(artifact, step.output);
    }
  }
  const { promptArtifact, rawResponseArtifact, stdoutArtifact, stderrArtifact } = receipts;
  if (promptArtifact !== undefined) await takeText(promptArtifact, step.promptText);
  if (rawResponseArtifact !== undefined) {
    await takeText(rawResponseArtifact, step.rawText);
  } else if (stdoutArtifact !== undefined && stderrArtifact !== undefined) {
    const parts = await splitStreams(ctx, stdoutArtifact, stderrArtifact, step.rawText);
    const known = [
      await takeText(stdoutArtifact, parts?.[0]),
      await takeText(stderrArtifact, parts?.[1]),
    ];
    streamsAreUnknown = known.includes(false);
  }

  return {
    resolver: {
      text: ({ path }) => texts.get(path),
      json: ({ path }) => values.get(path),
      binding: (sessionId) => bindings.get(sessionId),
    },
    outputIsNotJson,
    streamsAreUnknown,
  };
}

/** The texts of the two streams of a command, if `rawText` is as long as both. */
async function splitStreams(
  ctx: BundleContext,
  out: ArtifactReference,
  err: ArtifactReference,
  rawText: string | null,
): Promise<readonly [string, string] | undefined> {
  if (rawText === null) return undefined;
  const [known, rest] = [knownText(ctx, out), knownText(ctx, err)];
  if (known !== undefined && rest !== undefined && rawText === known + rest) return [known, rest];
  const bytes = encode(rawText);
  if (bytes.length !== (out.bytes ?? 0) + (err.bytes ?? 0)) return undefined;
  const head = bytes.subarray(0, out.bytes);
  if (!(await hasDigest(ctx, head, out))) return undefined;
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  return [decoder.decode(head), decoder.decode(bytes.subarray(out.bytes))];
}

function mayBeRepeated(ctx: BundleContext, { mediaType, bytes }: ArtifactReference): boolean {
  const fits = ctx.version === "1.0" || (bytes ?? 0) <= projectedBytesLimit;
  return mediaType === "text/plain" && fits;
}
