/**
 * Runs the saboteurs of the conformance suite and records which checks each of them fails, for
 * docs/conformance/kill-matrix.md: `node scripts/conformance/kill-matrix.ts`, then `pnpm check:docs --write`. A test
 * demands that the record is what a run gives.
 */
import "../fixtures/sources.ts";

const { killAll } = await import("./kill-matrix/kill.ts");
const { recordOf, writeRecorded } = await import("./kill-matrix/recorded.ts");
const kills = await killAll(2);
writeRecorded(recordOf(kills));
console.log(`${kills.length} saboteurs`);
