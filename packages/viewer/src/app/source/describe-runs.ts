import { readJson } from "@flow-bundle/bundle";
import type { ListedRun } from "../state/state.ts";
import { openSource, type SourceDescriptor } from "./descriptor.ts";

/** What is being done with what was picked, in a sentence for people. */
export type OnProgress = (sentence: string) => void;

/** Manifests that are read at the same time. */
const atOnce = 8;

let picked = 0;

/** Entries of the list of runs for what was picked: what the manifest of each says, or why it cannot be read. */
export async function describeRuns(
  found: readonly SourceDescriptor[],
  onProgress: OnProgress,
): Promise<ListedRun[]> {
  const runs: ListedRun[] = [];
  for (let at = 0; at < found.length; at += atOnce) {
    onProgress(`Reading the manifests: ${at} of ${found.length} runs`);
    runs.push(...(await Promise.all(found.slice(at, at + atOnce).map(describe))));
  }
  return runs;
}

async function describe(descriptor: SourceDescriptor): Promise<ListedRun> {
  const { name } = descriptor;
  const base = { id: `picked-${++picked}`, name, origin: "picked", descriptor } as const;
  const source = await openSource(descriptor);
  const manifest = await readJson(source, "manifest.json");
  if (!manifest.ok) return { ...base, problem: `manifest.json: ${manifest.message}` };
  const fields = (manifest.value ?? {}) as { readonly [key: string]: unknown };
  const entry: { -readonly [Key in keyof ListedRun]: ListedRun[Key] } = { ...base };
  for (const key of ["runId", "flowName", "status", "startedAt", "finishedAt"] as const) {
    const value = fields[key];
    if (typeof value === "string") entry[key] = value;
  }
  const title = fields["runTitle"];
  if (typeof title === "string") entry.title = title;
  return entry;
}
