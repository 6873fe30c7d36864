import type { RunProjection } from "@flow-bundle/schema";
import { outcomePlace } from "./events.ts";
import type { Faults } from "./faults.ts";
import type { Shown } from "./moments.ts";

/** Node ids that writers before acpx 0.19 could not use as keys. */
export const lostKeys: ReadonlySet<string> = new Set(["__proto__", ""]);

/** Notes that a map of run.json has no entry for such a node. */
export function addLostKey(
  { file, state }: Shown<RunProjection>,
  nodeId: string,
  map: "results" | "outputs",
  faults: Faults,
): void {
  const node = state.node(nodeId);
  const attempt = map === "results" ? node?.lastFinished : node?.lastOk;
  faults.add("projection/prototype-key", {
    file,
    pointer: `/${map}`,
    nodeId,
    message: `${map} has no entry for the node ${JSON.stringify(nodeId)}`,
    ...(attempt ? { attemptId: attempt.attemptId, related: [outcomePlace(attempt)] } : {}),
    hint: "every text is an ordinary node id: keep entries in a map without a prototype",
  });
}
