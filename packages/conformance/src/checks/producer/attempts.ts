import { placeOf, producerCheck } from "./producer-check.ts";

/** The run takes the right way: these nodes, in this order, with these outcomes. */
export const attempts = producerCheck({
  name: "attempts",
  title: "goes from node to node as the edges say, with the right outcomes",
  requirements: ["trace-next-node", "trace-node-outcome-payload"],
  says: () => true,
  compare({ expected, found }) {
    const wanted = expected.attempts.map(({ nodeId, outcome }) => ({ nodeId, outcome }));
    const there = found.attempts.map(({ nodeId, outcome }) => ({
      nodeId,
      outcome: outcome === undefined ? "open" : String(outcome["outcome"]),
    }));
    const all = { expected: listed(wanted), found: listed(there) };
    for (let index = 0; index < Math.max(wanted.length, there.length); index++) {
      const [one, other] = [wanted[index], there[index]];
      if (other === undefined && one !== undefined) {
        return { message: `there is no ${placeOf(one.nodeId, index)}`, ...all };
      }
      if (other === undefined) break;
      const place = placeOf(other.nodeId, index);
      if (one?.nodeId !== other.nodeId) {
        const instead = one === undefined ? "is one too many" : "should be at another node";
        return { message: `${place} ${instead}`, ...all };
      }
      if (one.outcome !== other.outcome) {
        const message =
          other.outcome === "open"
            ? `${place} has no outcome`
            : `${place} has the outcome ${other.outcome}`;
        return { message, ...all };
      }
    }
    return undefined;
  },
});

function listed(all: readonly { readonly nodeId: string; readonly outcome: string }[]): string {
  const most = 20;
  const shown = all.slice(0, most).map(({ nodeId, outcome }) => `${nodeId || '""'} ${outcome}`);
  return [...shown, ...(all.length > most ? [`and ${all.length - most} more`] : [])].join(", ");
}
