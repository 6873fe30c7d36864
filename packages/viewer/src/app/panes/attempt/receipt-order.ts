import type { AttemptView } from "@flow-bundle/schema";

type Reference = NonNullable<AttemptView["promptArtifact"]>;

/** A part of what an attempt left. */
export type Receipt =
  | { readonly kind: "output" }
  | { readonly kind: "artifact"; readonly title: string; readonly reference: Reference };

/**
 * What an attempt left, in the order in which somebody looks for it: of one that went wrong, first what says why; of
 * one that went well, first what came out.
 */
export function receiptOrder(view: AttemptView): readonly Receipt[] {
  const error = artifact("Whole error", view.errorArtifact);
  const stderr = artifact("Standard error", view.stderrArtifact);
  const stdout = artifact("Standard output", view.stdoutArtifact);
  const prompt = artifact("Prompt", view.promptArtifact);
  const response = artifact("Response of the agent", view.rawResponseArtifact);
  const output: readonly Receipt[] = view.output === null ? [] : [{ kind: "output" }];
  const wentWrong = view.outcome !== null && view.outcome !== "ok";
  return wentWrong
    ? [...error, ...stderr, ...stdout, ...response, ...prompt, ...output]
    : [...output, ...error, ...prompt, ...response, ...stdout, ...stderr];
}

function artifact(title: string, reference: Reference | undefined): readonly Receipt[] {
  return reference === undefined ? [] : [{ kind: "artifact", title, reference }];
}
