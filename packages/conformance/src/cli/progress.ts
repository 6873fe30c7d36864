import type { Progress } from "../run/run-cases.ts";
import type { Output } from "@flow-bundle/runtime/command-line";

const everyMs = 100;

/** A line that tells how far a run is, on a terminal; elsewhere nothing. */
export function progressLine(output: Output): {
  update: (progress: Progress) => void;
  clear: () => void;
} {
  let last = 0;
  let isShown = false;
  return {
    update({ done, all, failed }) {
      const now = performance.now();
      if (!output.isTerminal || (now - last < everyMs && done < all)) return;
      last = now;
      isShown = true;
      const bad = failed === 0 ? "" : `, ${failed} not passed`;
      output.write(`\r\u001b[K${done}/${all} cases${bad}`);
    },
    clear() {
      if (isShown) output.write("\r\u001b[K");
      isShown = false;
    },
  };
}
