import { join } from "node:path";
import { applyMutation } from "../mutate/apply.ts";
import { Workspace } from "../mutate/workspace.ts";
import { writeFolder } from "../mutate/write-folder.ts";
import { loadBase } from "./bases.ts";
import type { Case } from "./case.ts";

/** The bundle of a case in memory, mutated; undefined for a case without one. */
export async function bundleOf({ bundle }: Case): Promise<Workspace | undefined> {
  if (bundle === undefined) return undefined;
  const workspace = new Workspace(loadBase(bundle.base));
  await applyMutation(bundle.mutation ?? [], workspace);
  return workspace;
}

/** Writes the bundle of a case to `<folder>/bundle`, and gives that path; undefined for a case without one. */
export async function materialise(item: Case, folder: string): Promise<string | undefined> {
  const workspace = await bundleOf(item);
  if (workspace === undefined) return undefined;
  const path = join(folder, "bundle");
  writeFolder(workspace, path);
  return path;
}

/** Why this system cannot show a case; undefined when it can. */
export function obstacle({ bundle }: Case): string | undefined {
  const operations = new Set((bundle?.mutation ?? []).map(({ op }) => op));
  if (operations.has("unreadable") && process.getuid?.() === 0) {
    return "the superuser can read every file";
  }
  if (process.platform === "win32" && (operations.has("link") || operations.has("fifo"))) {
    return "Windows has no such entries";
  }
  return undefined;
}
