import type { BundleReport } from "@flow-bundle/schema";
import { Name } from "../../ui/name.tsx";
import { count, formatBytes } from "../../ui/time.ts";

const marks = { valid: "✓", invalid: "✕", undetermined: "?" } as const;

/** The verdict, in a sentence. */
export function Verdict({ report }: { readonly report: BundleReport }) {
  const { verdict, counts, facts, rules, specVersion } = report;
  return (
    <header className="trust-verdict" data-verdict={verdict}>
      <span className="trust-mark" aria-hidden="true">
        {marks[verdict]}
      </span>
      <div>
        <h2>{titleOf(report)}</h2>
        <p>{sentenceOf(report)}</p>
        <ul className="trust-counts">
          <li data-severity={counts.error > 0 ? "error" : undefined}>
            {count(counts.error, "error")}
          </li>
          <li data-severity={counts.warning > 0 ? "warning" : undefined}>
            {count(counts.warning, "warning")}
          </li>
          <li>{count(counts.info, "note")}</li>
          <li className="soft">{count(rules.applied.length, "rule")} checked</li>
          <li className="soft">{formatBytes(facts.bytes)} read</li>
          {specVersion !== null && (
            <li className="soft">
              format <Name text={specVersion} max={20} />
            </li>
          )}
        </ul>
      </div>
    </header>
  );
}

function titleOf({ verdict, counts }: BundleReport): string {
  if (verdict === "invalid") return "This record does not hold together";
  if (verdict === "undetermined") return "This record cannot be judged";
  return counts.warning > 0
    ? "This record holds together, with warnings"
    : "This record holds together";
}

function sentenceOf({ verdict, counts, rules }: BundleReport): string {
  if (verdict === "invalid") {
    return "Some of it contradicts itself or is not as the format says. The other panes show what can be read of it; the findings below say what is wrong, and where.";
  }
  if (verdict === "undetermined") {
    return "Something stood in the way of the check, so it is neither good nor bad. The findings below say what.";
  }
  const open = rules.notEvaluated.length;
  if (open > 0) {
    return `No rule was broken, but ${count(open, "rule")} could not be checked.`;
  }
  return counts.warning > 0
    ? "No rule was broken. The warnings are about what a careful writer would have done otherwise."
    : "Every rule of the format that concerns this run was checked, and none was broken.";
}
