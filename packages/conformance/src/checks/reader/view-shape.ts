/** How a value is compared: `any` as a whole; an object by the members that are listed; a list item by item. */
export type Shape =
  | "any"
  | { readonly members: Readonly<Record<string, Shape>> }
  | { readonly each: Shape };

const members = (names: string, shapes: Readonly<Record<string, Shape>> = {}): Shape => ({
  members: {
    ...Object.fromEntries(names.split(" ").map((name) => [name, "any" as const])),
    ...shapes,
  },
});

const reference = members("path mediaType bytes sha256 truncated");
const value = members("inline", { artifact: reference });
const attempt = members(
  "attemptId nodeId nodeType startedSeq startedAt finishedSeq finishedAt outcome durationMs error sessionId",
  {
    output: value,
    promptArtifact: reference,
    rawResponseArtifact: reference,
    stdoutArtifact: reference,
    stderrArtifact: reference,
    errorArtifact: reference,
    conversation: members("sessionId messageStart messageEnd eventStartSeq eventEndSeq"),
    action: members("actionType command args cwd exitCode signal durationMs", {
      argsArtifact: reference,
    }),
  },
);

/**
 * What counts in a view-model: the members that its schema and those of its parts name. Members that came from a later
 * version, or from a producer's own extension, may be kept or left out.
 */
export const viewShape: Shape = members(
  "schema upToSeq runId flowName runTitle flowPath status startedAt finishedAt updatedAt error waitingOn currentAttemptId",
  {
    input: value,
    attempts: { each: attempt },
    nodes: { each: members("nodeId attemptIds outputFrom") },
    sessions: { each: members("sessionId handle boundSeq", { bindingArtifact: reference }) },
    artifacts: {
      each: members("path mediaType bytes sha256 truncated firstSeq"),
    },
  },
);

/** A copy of a value with nothing in it but what counts. */
export function prune(found: unknown, shape: Shape): unknown {
  if (shape === "any" || typeof found !== "object" || found === null) return found;
  if ("each" in shape) {
    return Array.isArray(found) ? found.map((item) => prune(item, shape.each)) : found;
  }
  if (Array.isArray(found)) return found;
  return Object.fromEntries(
    Object.entries(found)
      .filter(([key]) => Object.hasOwn(shape.members, key))
      .map(([key, item]) => [key, prune(item, shape.members[key] ?? "any")]),
  );
}
