import { isAbsolute, normalize } from "node:path";
import { readSessionBinding } from "@flow-bundle/bundle";
import type { BundleSource, FoldState } from "@flow-bundle/bundle";
import { loadValidators } from "@flow-bundle/schema";
import type { Flow, FlowNode, SessionBinding } from "@flow-bundle/schema";
import { isRedacted } from "../../redact/index.ts";

/** An agent that a run has used. */
export interface RecordedAgent {
  readonly agentName: string;
  readonly agentCommand: string;
  readonly agentArgv?: string[];
  /** A part of the command was a secret: it cannot be started like this. */
  readonly isRedacted: boolean;
}

/** What the sessions of a run tell of how it was run. */
export interface RecordedAgents {
  /** By profile; undefined for nodes without one. The last one that was used. */
  readonly byProfile: ReadonlyMap<string | undefined, RecordedAgent>;
  /** Working directory of the run, as far as its sessions tell. */
  readonly directory?: string;
}

/** No run, or one whose record is not trusted. */
export const nothingRecorded: RecordedAgents = { byProfile: new Map() };

/** Reads the bindings of a run's sessions. Those that are not as they should be tell nothing. */
export async function recordedAgents(
  source: BundleSource,
  fold: FoldState,
  flow: Flow,
): Promise<RecordedAgents> {
  const validators = await loadValidators("1.1");
  const byProfile = new Map<string | undefined, RecordedAgent>();
  let directory: string | undefined;
  for (const { sessionId, boundBy } of fold.sessions) {
    const found = await readSessionBinding(source, sessionId);
    if (!found.ok || validators.document("session-binding")(found.value).length > 0) continue;
    const { profile, agentName, agentCommand, agentArgv, cwd } = found.value as SessionBinding;
    byProfile.set(profile, {
      agentName,
      agentCommand,
      ...(agentArgv !== undefined && { agentArgv: [...agentArgv] }),
      isRedacted: [agentCommand, ...(agentArgv ?? [])].some(isRedacted),
    });
    const nodeId = boundBy?.nodeId ?? "";
    const node = Object.hasOwn(flow.nodes, nodeId) ? flow.nodes[nodeId] : undefined;
    directory ??= directoryOfRun(node, cwd);
  }
  return { byProfile, ...(directory !== undefined && { directory }) };
}

/** The directory that a session's own follows from; undefined when that cannot be told. */
function directoryOfRun(node: FlowNode | undefined, cwd: string): string | undefined {
  if (isRedacted(cwd) || !isAbsolute(cwd)) return undefined;
  if (node?.cwd?.mode === "default") return cwd;
  if (node?.cwd?.mode !== "static" || node.cwd.value === undefined) return undefined;
  const below = `/${normalize(node.cwd.value).replace(/\/$/, "")}`;
  const isBelow = !below.startsWith("//") && !below.startsWith("/..") && cwd.endsWith(below);
  return isBelow ? cwd.slice(0, -below.length) || "/" : undefined;
}
