import { isAbsolute, resolve } from "node:path";
import type { SessionBinding } from "@flow-bundle/schema";
import type { AcpNodeDefinition, ResolvedFlowAgent } from "../authoring/types.ts";
import type { Attempt } from "../engine/attempt.ts";
import type { RunScope } from "../engine/run-scope.ts";

const maxSlug = 40;

/** Which session an attempt uses. */
export interface SessionIdentity {
  readonly key: string;
  readonly handle: string;
  readonly isIsolated: boolean;
  readonly profile: string | undefined;
  readonly agent: ResolvedFlowAgent;
  /** Absolute. */
  readonly cwd: string;
  /** What its id begins with. */
  readonly slug: string;
}

/** The session of a node; isolated ones are of one attempt. */
export function sessionIdentity(
  node: AcpNodeDefinition,
  agent: ResolvedFlowAgent,
  cwd: string,
  { attemptId }: Attempt,
): SessionIdentity {
  const { profile } = node;
  if (node.session?.isolated === true) {
    const slug = `isolated-${slugOf(attemptId)}`;
    const key = `isolated::${attemptId}`;
    return { key, handle: "isolated", isIsolated: true, profile, agent, cwd, slug };
  }
  const handle = node.session?.handle ?? "main";
  const key = JSON.stringify([agent.agentCommand, agent.agentArgv ?? null, cwd, handle]);
  return { key, handle, isIsolated: false, profile, agent, cwd, slug: slugOf(handle) };
}

/** The working directory of an attempt's session. */
export async function sessionCwd(
  { cwd }: AcpNodeDefinition,
  agent: ResolvedFlowAgent,
  attempt: Attempt,
  scope: RunScope,
): Promise<string> {
  const base = resolve(scope.cwd, agent.cwd);
  const given = typeof cwd === "function" ? await attempt.callback(cwd) : cwd;
  if (given === undefined || given === null) return base;
  if (typeof given !== "string") {
    throw new TypeError(`The node's cwd has to be a path, but its function gave a ${typeof given}`);
  }
  return isAbsolute(given) ? resolve(given) : resolve(base, given);
}

/** The binding of a session whose agent has told its ids. */
export function bindingOf(
  { key, handle, profile, agent, cwd, slug }: SessionIdentity,
  { acpSessionId, agentSessionId }: { acpSessionId: string; agentSessionId: string | undefined },
  { host, writer }: RunScope,
): SessionBinding {
  const taken = new Set(writer.sessions.map(({ id }) => id));
  let bundleId: string;
  do bundleId = `${slug}-${host.randomHex(8)}`;
  while (taken.has(bundleId));
  const { agentName, agentCommand, agentArgv } = agent;
  return {
    key,
    handle,
    bundleId,
    name: `${writer.runId}-${bundleId}`,
    ...(profile !== undefined && { profile }),
    agentName,
    agentCommand,
    ...(agentArgv !== undefined && { agentArgv: [...agentArgv] }),
    cwd,
    acpxRecordId: acpSessionId,
    acpSessionId,
    ...(agentSessionId !== undefined && { agentSessionId }),
  };
}

function slugOf(text: string): string {
  const slug = text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, maxSlug)
    .replaceAll(/^-+|-+$/g, "");
  return slug === "" ? "session" : slug;
}
