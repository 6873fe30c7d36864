import { differences } from "../../differential/differences/all.ts";
import type { Difference } from "../../differential/differences/difference.ts";
import { listFiles, readText } from "../../lib/files.ts";
import { table } from "./table.ts";

/**
 * What runs of the same flow by acpx and by ours differ in: the list that the differential test goes by, with links to
 * the requirements that ask for it.
 */
export function acpxDifferences(root: string): string {
  const chapters = new Map<string, string>();
  for (const file of listFiles(root, "spec/text", "spec/text/*.md")) {
    for (const [, id = ""] of readText(root, file).matchAll(
      /^<a id="([a-z0-9-]+)"><\/a>\*\*\[/gm,
    )) {
      chapters.set(id, file);
    }
  }
  const link = (id: string): string => {
    const file = chapters.get(id);
    if (file === undefined) throw new Error(`there is no requirement ${id}`);
    return `[${id}](../${file}#${id})`;
  };
  const row = ({ acpx, ours, reason, requirements = [] }: Difference): string[] => [
    acpx,
    ours,
    [reason, ...requirements.map(link)].join(" "),
  ];
  return table(["acpx 0.19.1", "flow", "why"], differences.map(row));
}
