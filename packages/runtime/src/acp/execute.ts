import type { AcpNodeDefinition } from "../authoring/types.ts";
import type { Attempt } from "../engine/attempt.ts";
import type { RunScope } from "../engine/run-scope.ts";
import { displayText, promptBlocks, promptStatus } from "./prompt.ts";
import { sessionCwd, sessionIdentity } from "./session-identity.ts";
import type { SessionIdentity } from "./session-identity.ts";
import type { PreparedPrompt } from "./session.ts";

/** Takes a turn in a session; gives the text of the answer. */
export type TakeTurn = (
  identity: SessionIdentity,
  prompt: PreparedPrompt,
  attempt: Attempt,
) => Promise<string>;

/** Executes an attempt at an ACP node: makes the prompt, takes the turn, and parses the answer. */
export async function executeAcp(
  node: AcpNodeDefinition,
  attempt: Attempt,
  scope: RunScope,
  takeTurn: TakeTurn,
): Promise<unknown> {
  const agent = scope.options.resolveAgent(node.profile);
  const cwd = await sessionCwd(node, agent, attempt, scope);
  const blocks = promptBlocks(await attempt.callback((context) => node.prompt(context)));
  const text = displayText(blocks);
  await attempt.heartbeat(node.statusDetail ?? promptStatus(text));
  const artifact = await attempt.artifact(text);
  attempt.receipts.promptArtifact = artifact;
  const identity = sessionIdentity(node, agent, cwd, attempt);
  const answer = await takeTurn(identity, { blocks, artifact }, attempt);
  const { parse } = node;
  if (parse === undefined) return answer;
  return attempt.callback((context) => parse(answer, context));
}
