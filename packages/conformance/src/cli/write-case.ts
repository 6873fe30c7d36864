import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Case } from "../cases/case.ts";
import { materialise, obstacle } from "../cases/materialise.ts";
import { expectedView } from "../cases/views.ts";

/**
 * Writes a case as a plain folder: `case.json`, the bundle as it is handed over, and the view that is expected as
 * `view.json`. Returns why it cannot be shown here, or undefined.
 */
export async function writeCase(item: Case, folder: string): Promise<string | undefined> {
  const because = obstacle(item);
  if (because !== undefined) return because;
  mkdirSync(folder, { recursive: true });
  await materialise(item, folder);
  const { file: _file, expect, ...rest } = item;
  const { view, ...others } = expect;
  // Here the view is a file beside it, and the bundle has been mutated.
  const written = {
    ...rest,
    expect: view === undefined ? others : { view: { file: "view.json" }, ...others },
  };
  save(join(folder, "case.json"), written);
  if (view !== undefined) save(join(folder, "view.json"), expectedView(view));
  return undefined;
}

function save(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}
