import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BundleSource } from "@flow-bundle/bundle";
import { directorySource } from "@flow-bundle/bundle/node";
import { loadCorpus, readView, type Answer, type Case } from "@flow-bundle/conformance";
import { bundleOf } from "../../../packages/conformance/src/cases/materialise.ts";
import { prune, viewShape } from "../../../packages/conformance/src/checks/reader/view-shape.ts";
import { sourceOfMutant } from "../../../packages/conformance/src/mutate/source.ts";
import { writeFolder } from "../../../packages/conformance/src/mutate/write-folder.ts";

/** The files with views, by path below `fixtures/conformance`, and what is wrong with cases. */
export interface ExpectedViews {
  readonly files: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

/** Reads the bundle of every case that expects a view. Cases that expect the same one must give the same one. */
export async function expectedViews(): Promise<ExpectedViews> {
  const problems: string[] = [];
  const whole = new Map<string, string>();
  const byLine = new Map<string, string[]>();
  for (const item of loadCorpus()) {
    const { view, torn = false } = item.expect;
    if (view === undefined || item.status === "retired") continue;
    const answer = await readInProcess(item);
    if (answer.view === undefined) {
      // A case may leave it to the reader.
      if (item.expect.refused === undefined) {
        problems.push(`${item.id}: refused: ${answer.refused?.reason}`);
      }
      continue;
    }
    if ((answer.torn ?? false) !== torn) problems.push(`${item.id}: torn is ${answer.torn}`);
    const pruned = prune(answer.view, viewShape);
    const { file, line } = view;
    if (line === undefined) {
      const compact = `${JSON.stringify(pruned)}\n`;
      // What is nested by the hundred would be mostly indentation.
      const text = compact.includes("[[[[[[[[") ? compact : `${JSON.stringify(pruned, null, 2)}\n`;
      const other = whole.get(file) ?? text;
      if (other !== text) problems.push(`${item.id}: its view is not that of ${file}`);
      whole.set(file, other);
    } else {
      const text = JSON.stringify(pruned);
      const lines = byLine.get(file) ?? [];
      if ((lines[line - 1] ?? text) !== text) {
        problems.push(`${item.id}: its view is not that in line ${line} of ${file}`);
      }
      lines[line - 1] ??= text;
      byLine.set(file, lines);
    }
  }
  for (const [file, lines] of byLine) whole.set(file, lines.map((line) => `${line}\n`).join(""));
  return { files: whole, problems };
}

/** What our reader answers, without a process. */
export function readInProcess(item: Case): Promise<Answer> {
  const upToSeq = item.request?.["upToSeq"] as number | undefined;
  return withBundle(item, (source) => readView(source, upToSeq));
}

/** Hands out the bundle of a case: from memory, or where only a real folder can show it, from one. */
export async function withBundle<Result>(
  item: Case,
  use: (source: BundleSource) => Promise<Result>,
): Promise<Result> {
  const workspace = await bundleOf(item);
  if (workspace === undefined) throw new Error(`${item.id} has no bundle`);
  if (!item.capabilities.includes("hostile")) return use(sourceOfMutant("bundle", workspace));
  const parent = mkdtempSync(join(tmpdir(), "flow-bundle-"));
  try {
    const folder = join(parent, "bundle");
    writeFolder(workspace, folder);
    return await use(directorySource(folder));
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}
