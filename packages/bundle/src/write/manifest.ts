import { constants, paths } from "@flow-bundle/schema";
import type { Manifest, Seal } from "@flow-bundle/schema";
import type { FoldState } from "../fold/fold.ts";
import { sessionPaths } from "../lookup/session.ts";

/** What stays the same in the manifest of a run. */
export type ManifestHead = Pick<Manifest, "runId" | "flowName" | "startedAt"> & {
  readonly producer: NonNullable<Manifest["producer"]>;
  readonly runTitle?: string;
  readonly flowPath?: string;
};

/** The manifest of a run in a state; `more` replaces what the state says. */
export function buildManifest(
  { producer, runId, flowName, runTitle, flowPath, startedAt }: ManifestHead,
  state: Pick<FoldState, "status" | "finishedAt" | "sessions">,
  redacted: boolean,
  more: {
    readonly status?: Manifest["status"];
    readonly sessions?: FoldState["sessions"];
    readonly seal?: Seal;
  } = {},
): Manifest {
  const { manifest: _, ...parts } = paths;
  const { status = state.status, sessions = state.sessions, seal } = more;
  const finishedAt = status === "running" || status === "waiting" ? undefined : state.finishedAt;
  return {
    schema: constants.bundleSchema,
    specVersion: "1.1",
    producer,
    runId,
    flowName,
    ...(runTitle !== undefined && { runTitle }),
    ...(flowPath !== undefined && { flowPath }),
    startedAt,
    ...(finishedAt !== undefined && { finishedAt }),
    status,
    traceSchema: constants.traceSchema,
    paths: parts,
    sessions: sessions.map(({ sessionId, handle }) => {
      const { binding, record, events } = sessionPaths(sessionId);
      return {
        id: sessionId,
        handle,
        bindingPath: binding,
        recordPath: record,
        eventsPath: events,
      };
    }),
    ...(redacted && { redacted }),
    ...(seal !== undefined && { seal }),
  };
}
