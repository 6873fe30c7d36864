import type { BundleReport } from "@flow-bundle/schema";
import { count } from "../../ui/time.ts";
import { judgeParts, type PartState } from "./judge.ts";

const words = {
  verified: ["✓", "verified"],
  warnings: ["✓", "verified, with warnings"],
  problems: ["✕", "with errors"],
  partly: ["◐", "partly checked"],
  "not-judged": ["?", "not checked"],
  nothing: ["–", "nothing to check"],
} as const;

interface Props {
  readonly report: BundleReport;
  readonly titles: ReadonlyMap<string, string>;
}

/** Part by part: what was verified, what was worked out again, what is missing. */
export function Parts({ report, titles }: Props) {
  return (
    <section aria-labelledby="trust-parts">
      <h3 id="trust-parts">Part by part</h3>
      <ul className="trust-parts">
        {judgeParts(report).map((part) => (
          <li key={part.name} data-kind={part.kind}>
            <span className="trust-part-mark" aria-hidden="true">
              {words[part.kind][0]}
            </span>
            <span className="trust-part-name">{part.name}</span>
            <span className="trust-part-state">{words[part.kind][1]}</span>
            <span className="soft">{detailOf(part, titles)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function detailOf(part: PartState, titles: ReadonlyMap<string, string>): string {
  const { kind, errors, warnings, applied, notEvaluated, sentence } = part;
  const found = [
    errors > 0 && count(errors, "error"),
    warnings > 0 && count(warnings, "warning"),
  ].filter((text) => text !== false);
  const [open] = notEvaluated;
  const left =
    open === undefined
      ? ""
      : ` ${count(notEvaluated.length, "rule")} could not be checked, because of ${reasonOf(open.because, titles)}.`;
  if (kind === "problems")
    return `${found.join(", ")} in ${count(applied, "rule")} checked.${left}`;
  if (kind === "partly") return `Nothing wrong in ${count(applied, "rule")} checked.${left}`;
  if (kind === "not-judged") return left.trim();
  if (kind === "nothing") return "This run has none.";
  return kind === "warnings" ? `${sentence} ${found.join(", ")}.` : sentence;
}

/** `trace/envelope at trace.ndjson:3` as a person would say it. */
export function reasonOf(because: string, titles: ReadonlyMap<string, string>): string {
  const [ruleId = "", place] = because.split(" at ", 2);
  const title = titles.get(ruleId);
  if (title === undefined) return because;
  return place === undefined ? `“${title}”` : `“${title}” (${place})`;
}
