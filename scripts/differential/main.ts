// node scripts/differential/main.ts [--only TEXT]... [--record] [--folder DIR] [--show]
// Runs the flows with acpx and with ours and shows how the runs differ. --record keeps what acpx made of flows with
// agents and commands, which tests take for the real thing; --show shows what acpx made of each.
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { diff, parseArgs } from "node:util";
import { cases } from "./cases.ts";
import { differences } from "./differences/all.ts";
import { lines } from "./lines.ts";
import { isRecorded, record, recordedRun } from "./recorded.ts";
import { agrees, study } from "./study.ts";
import type { Studied } from "./study.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string", multiple: true, default: [""] },
    folder: { type: "string" },
    record: { type: "boolean" },
    show: { type: "boolean" },
  },
});
const folder = values.folder ?? mkdtempSync(join(tmpdir(), "differential-"));
const chosen = cases.filter(({ name }) => values.only.some((text) => name.includes(text)));
const started = Date.now();
const studied = await study(chosen, folder, () => true);
console.log(`${studied.length} flows, ${Date.now() - started} ms, in ${folder}`);

for (const result of studied) {
  const { one, acpx } = result;
  if (values.show === true) console.log(`\n${one.name}\n  ${lines(acpx).join("\n  ")}`);
  if (values.record === true && agrees(result)) record(one, acpx);
  else if (isRecorded(one))
    shows(`recorded run of ${one.name}`, lines(recordedRun(one)), lines(acpx));
  if (!agrees(result)) tell(result);
}
const seen = new Set(studied.flatMap(({ comparison }) => comparison.differences));
const unseen = differences.filter(({ id }) => !seen.has(id)).map(({ id }) => id);
const differing = studied.filter((result) => !agrees(result)).length;
console.log(`\n${studied.length - differing} agree, ${differing} differ`);
if (unseen.length > 0) console.log(`differences that were not seen: ${unseen.join(", ")}`);
process.exitCode = differing > 0 || (unseen.length > 0 && values.only.includes("")) ? 1 : 0;

function tell({ one, comparison, acpxObserved, oursObserved }: Studied): void {
  console.log(`\n== ${one.name}`);
  for (const [who, observed] of [
    ["acpx", acpxObserved] as const,
    ["ours", oursObserved] as const,
  ]) {
    if (observed) console.log(`   ${who} said: ${observed.said.trim().slice(0, 300)}`);
  }
  shows("", comparison.acpx, comparison.ours);
}

function shows(title: string, acpx: readonly string[], ours: readonly string[]): void {
  const changed = diff(ours, acpx).filter(([kind]) => kind !== 0);
  if (changed.length === 0) return;
  if (title !== "") console.log(`\n== ${title}`);
  const gone = changed.filter(([kind]) => kind === -1).map(([, line]) => line);
  for (const line of changed.filter(([kind]) => kind === 1).map(([, line]) => line)) {
    const at = gone.findIndex((other) => head(other) === head(line));
    if (at === -1) console.log(`  + ${line.slice(0, 300)}`);
    else console.log(`  ${head(line)}\n${apart(gone.splice(at, 1)[0]!, line)}`);
  }
  for (const line of gone) console.log(`  - ${line.slice(0, 300)}`);
}

function head(line: string): string {
  return line.slice(0, line.indexOf(" ", line.indexOf(": ") + 2));
}

/** Where two lines differ. */
function apart(acpx: string, ours: string): string {
  let start = 0;
  while (acpx[start] !== undefined && acpx[start] === ours[start]) start++;
  let end = 0;
  const most = Math.min(acpx.length, ours.length) - start;
  while (end < most && acpx.at(-1 - end) === ours.at(-1 - end)) end++;
  const cut = (line: string) =>
    line.slice(Math.max(0, start - 30), line.length - end + 10).slice(0, 300);
  return start === acpx.length && end === 0
    ? "    at another place"
    : `    acpx …${cut(acpx)}…\n    ours …${cut(ours)}…`;
}
