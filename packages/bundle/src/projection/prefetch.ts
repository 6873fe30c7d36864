import type { ArtifactReference, SessionBinding } from "@flow-bundle/schema";
import type { FoldState } from "../fold/fold.ts";
import type { AttemptState } from "../fold/state.ts";
import { isRepeatableText, rawArtifacts } from "./content.ts";
import { limitOf } from "./limit.ts";
import type { ProjectionResolver } from "./resolver.ts";

/**
 * Where {@link prefetch} gets content from. Undefined: not available. A JSON artifact may be asked for whatever its size,
 * as indentation does not count for the limit of projections; one that a producer indented by two spaces is below 1 MiB
 * when projections repeat it.
 */
export interface ContentReader {
  text(reference: ArtifactReference): Promise<string | undefined>;
  json(reference: ArtifactReference): Promise<unknown>;
  binding(sessionId: string): Promise<SessionBinding | undefined>;
}

/**
 * Loads what the projections of a fold repeat, each file once, and nothing that the size limit leaves out. With
 * `attempts` only what their steps need; then the memory it takes is theirs alone.
 */
export async function prefetch(
  fold: FoldState,
  reader: ContentReader,
  attempts?: readonly AttemptState[],
): Promise<ProjectionResolver> {
  const limit = limitOf(fold.version);
  const texts = new Map<string, string | undefined>();
  const values = new Map<string, unknown>();
  const bindings = new Map<string, SessionBinding | undefined>();

  const loadText = async (reference: ArtifactReference | undefined) => {
    if (reference === undefined || !isRepeatableText(reference, limit)) return;
    if (!texts.has(reference.path)) texts.set(reference.path, await reader.text(reference));
  };
  const loadValue = async (reference: ArtifactReference) => {
    if (reference.mediaType !== "application/json") await loadText(reference);
    else if (!values.has(reference.path)) values.set(reference.path, await reader.json(reference));
  };
  const loadBinding = async (sessionId: string | undefined) => {
    if (sessionId === undefined || bindings.has(sessionId)) return;
    bindings.set(sessionId, await reader.binding(sessionId));
  };

  for (const attempt of attempts ?? fold.finishedAttempts) {
    await loadBinding(attempt.receipts.sessionId);
    await loadText(attempt.receipts.promptArtifact);
    for (const reference of rawArtifacts(attempt)) await loadText(reference);
    const { output } = attempt;
    if (output !== null && "artifact" in output) await loadValue(output.artifact);
  }
  if (attempts === undefined) {
    for (const { sessionId } of fold.sessions) await loadBinding(sessionId);
    if (fold.inputArtifact !== undefined) await loadValue(fold.inputArtifact);
  }
  return {
    text: ({ path }) => texts.get(path),
    json: ({ path }) => values.get(path),
    binding: (sessionId) => bindings.get(sessionId),
  };
}
