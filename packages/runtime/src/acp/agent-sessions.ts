import type { AcpNodeDefinition } from "../authoring/types.ts";
import type { Attempt } from "../engine/attempt.ts";

/** The agents and sessions of one run. */
export interface AgentSessions {
  /** Executes an attempt at an ACP node: prompt, turn, parsing. Gives the output. */
  execute(node: AcpNodeDefinition, attempt: Attempt): Promise<unknown>;
  /** Ends every agent and brings every record up to date; before the run's last event. Never rejects twice. */
  close(): Promise<void>;
}
