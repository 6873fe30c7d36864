import { basename } from "node:path";
import {
  coverage,
  isCovered,
  readSources,
  type Covered,
} from "../../conformance/requirements/coverage.ts";
import { readText } from "../../lib/files.ts";
import { plain, table } from "./table.ts";

/** How much of the specification is checked, and what is not, with the reason. */
export function coverageSummary(root: string): string {
  const all = coverage(readSources(root));
  const musts = all.filter(({ requirement }) => requirement.must);
  const excluded = all.filter((entry) => !isCovered(entry) && entry.excluded !== undefined);
  const count = (holds: (entry: Covered) => boolean) => String(musts.filter(holds).length);
  const bySuite = (entry: Covered) => entry.checks.length > 0 || entry.cases.size > 0;
  const numbers = table(
    ["requirements that say MUST", "number"],
    [
      ["all", String(musts.length)],
      ["shown by cases or checks of the suite", count(bySuite)],
      ["checked by rules of the validator", count(({ rules }) => rules.length > 0)],
      ["checked by nothing, with a reason", count((entry) => !isCovered(entry))],
    ],
  );
  const reasons = table(
    ["requirement", "why nothing checks it"],
    excluded.map(({ requirement, excluded: reason = "" }) => [link(requirement), plain(reason)]),
  );
  return `${numbers}\n\n${reasons}`;
}

/** Every requirement and what checks it, chapter by chapter. */
export function requirementCoverage(root: string): string {
  const chapters = Map.groupBy(coverage(readSources(root)), ({ requirement }) => requirement.file);
  return Array.from(chapters, ([file, entries]) => {
    const [title = file] = readText(root, file).split("\n", 1);
    const rows = entries.map((entry) => [
      link(entry.requirement),
      entry.requirement.only ? `${entry.requirement.since} only` : entry.requirement.since,
      entry.rules.map((id) => `[\`${id}\`](../../spec/rules/${id}.md)`).join(", "),
      entry.checks.map((id) => `\`${id}\``).join(", "),
      ...(["reader", "validator", "producer"] as const).map((role) =>
        String(entry.cases.get(role) ?? "–"),
      ),
    ]);
    const head = ["requirement", "since", "rules", "checks", "reader", "validator", "producer"];
    return `## ${title.replace(/^# /, "")}\n\n${table(head, rows)}`;
  }).join("\n\n");
}

function link({ id, file }: Covered["requirement"]): string {
  return `[${id}](../../spec/text/${basename(file)}#${id})`;
}
