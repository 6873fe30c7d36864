import { createHash } from "node:crypto";
import type { Host } from "@flow-bundle/bundle";
import { nodeHost } from "@flow-bundle/bundle/node";

/** How far the clock goes on with each look at it, in milliseconds: as uneven as a conversation. */
const tickMs = [38, 91, 17, 140, 64, 5, 112, 29, 77, 51, 23] as const;

/** A host whose time can be let pass. */
export interface FixedHost extends Host {
  pass(ms: number): void;
}

/**
 * The file system of the machine, and nothing else of it: the clock goes on with each look at it and with {@link
 * FixedHost.pass}, ids come from `seed`, timers never go off. Who looks at the clock, and in which order, must not
 * depend on the machine: a run may have one persistent session, for two agents that are ended together end in any order.
 *
 * @param start ISO 8601
 */
export function fixedHost(start: string, seed: string): FixedHost {
  const real = nodeHost();
  let time = Date.parse(start);
  let looks = 0;
  let drawn = 0;
  return {
    now() {
      looks += 1;
      time += tickMs[looks % tickMs.length] ?? 0;
      return time;
    },
    elapsed: () => time,
    pass(ms) {
      time += ms;
    },
    randomHex(digits) {
      drawn += 1;
      return createHash("sha256").update(`${seed} ${drawn}`).digest("hex").slice(0, digits);
    },
    sha256: () => real.sha256(),
    timer: () => () => undefined,
    process: { pid: 4242, startedAt: "fixed", place: "fixed" },
    isAlive: () => "dead",
    files: real.files,
  };
}
