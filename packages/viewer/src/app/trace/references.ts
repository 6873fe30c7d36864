import type { RunView } from "@flow-bundle/schema";

/** Something that refers to an artifact. */
export interface Reference {
  readonly what: string;
  /** Of an attempt; else of the run or a session. */
  readonly attemptId?: string;
  readonly sessionId?: string;
}

/** What refers to one artifact. */
export interface References {
  readonly count: number;
  /** The first ones, at most {@link listedReferences}: in a long run thousands of attempts may have the same output. */
  readonly first: readonly Reference[];
}

/** How many references of an artifact are listed. */
export const listedReferences = 20;

/** What refers to which artifact, by path, as the view-model has it. */
export function referencesIn(view: RunView): ReadonlyMap<string, References> {
  const found = new Map<string, { count: number; readonly first: Reference[] }>();
  const add = (artifact: { readonly path: string } | undefined, reference: Reference): void => {
    if (artifact === undefined) return;
    const known = found.get(artifact.path);
    if (known === undefined) {
      found.set(artifact.path, { count: 1, first: [reference] });
      return;
    }
    known.count += 1;
    if (known.count <= listedReferences) known.first.push(reference);
  };
  add(artifactOf(view.input), { what: "Input of the run" });
  for (const attempt of view.attempts) {
    const { attemptId } = attempt;
    add(artifactOf(attempt.output), { what: "Output", attemptId });
    add(attempt.promptArtifact, { what: "Prompt", attemptId });
    add(attempt.rawResponseArtifact, { what: "Response of the agent", attemptId });
    add(attempt.stdoutArtifact, { what: "Standard output", attemptId });
    add(attempt.stderrArtifact, { what: "Standard error", attemptId });
    add(attempt.errorArtifact, { what: "Error", attemptId });
  }
  for (const { sessionId, bindingArtifact } of view.sessions) {
    add(bindingArtifact, { what: "Binding", sessionId });
  }
  return found;
}

function artifactOf(value: RunView["input"]): { readonly path: string } | undefined {
  return value !== null && "artifact" in value ? value.artifact : undefined;
}
