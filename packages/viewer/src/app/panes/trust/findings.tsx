import type { BundleReport, Finding } from "@flow-bundle/schema";
import { useState } from "react";
import { useStore } from "../../state/store.ts";
import { Name } from "../../ui/name.tsx";
import { count } from "../../ui/time.ts";
import { groupFindings, type FindingGroup } from "./judge.ts";
import { placeText, selectionOf } from "./places.ts";
import { RuleText } from "./rule-text.tsx";

interface Props {
  readonly report: BundleReport;
  readonly titles: ReadonlyMap<string, string>;
}

/** Groups that are open at first. */
const openAtFirst = 3;

/** The findings by rule, each with its place. */
export function Findings({ report, titles }: Props) {
  const groups = groupFindings(report.findings);
  const { unlisted } = report;
  if (groups.length === 0) return null;
  return (
    <section aria-labelledby="trust-findings">
      <h3 id="trust-findings">Findings</h3>
      <div className="trust-groups">
        {groups.map((group, i) => (
          <Group
            key={`${group.severity} ${group.ruleId}`}
            group={group}
            title={titles.get(group.ruleId) ?? group.ruleId}
            isOpen={i < openAtFirst}
          />
        ))}
      </div>
      {unlisted !== undefined && (
        <p className="soft">
          {count(unlisted.error + unlisted.warning + unlisted.info, "further finding")} not listed
          here. All are counted above; bundle-validate lists them.
        </p>
      )}
    </section>
  );
}

const words = { error: "Error", warning: "Warning", info: "Note" } as const;
const shownAtFirst = 20;

interface GroupProps {
  readonly group: FindingGroup;
  readonly title: string;
  readonly isOpen: boolean;
}

function Group({ group, title, isOpen }: GroupProps) {
  const [shown, setShown] = useState(shownAtFirst);
  const { ruleId, severity, findings, count: total } = group;
  return (
    <details className="trust-group" data-severity={severity} open={isOpen}>
      <summary>
        <span className="trust-severity" data-severity={severity}>
          {words[severity]}
        </span>
        <span className="trust-group-title">{title}</span>
        <span className="soft">{total > 1 && `×${total.toLocaleString("en")}`}</span>
      </summary>
      <ul className="trust-findings">
        {findings.slice(0, shown).map((finding, i) => (
          <li key={`${finding.fingerprint} ${i}`}>
            <Place finding={finding} />
            <p>
              <Name text={finding.message} max={1000} />
            </p>
            {finding.related?.map((place, n) => (
              <p key={n} className="soft">
                {place.message !== undefined && (
                  <>
                    <Name text={place.message} max={400} />:{" "}
                  </>
                )}
                <Place finding={place} />
              </p>
            ))}
            {finding.hint !== undefined && (
              <p className="soft">
                <Name text={finding.hint} max={400} />
              </p>
            )}
            {(finding.count ?? 1) > 1 && (
              <p className="soft">The first of {count(finding.count ?? 1, "place")} like this.</p>
            )}
          </li>
        ))}
      </ul>
      {findings.length > shown && (
        <p>
          <button type="button" onClick={() => setShown(shown + 10 * shownAtFirst)}>
            {count(findings.length - shown, "further finding")}
          </button>
        </p>
      )}
      <RuleText ruleId={ruleId} />
    </details>
  );
}

type Place = Pick<
  Finding,
  "file" | "line" | "column" | "pointer" | "attemptId" | "sessionId" | "nodeId"
>;

/** A place, as a button when there is something to be shown there. */
function Place({ finding }: { readonly finding: Place }) {
  const store = useStore();
  const selection = selectionOf(finding);
  const text = <Name text={placeText(finding)} max={300} />;
  const attempt = finding.attemptId !== undefined && (
    <span className="soft">
      attempt <Name text={finding.attemptId} max={80} />
    </span>
  );
  return (
    <span className="trust-place">
      {selection === undefined ? (
        <code>{text}</code>
      ) : (
        <button
          type="button"
          title="Show this place"
          onClick={() => {
            store.select(selection);
            store.dispatch({ type: "announced", text: `Showing ${placeText(finding)}` });
          }}
        >
          {text} <span aria-hidden="true">→</span>
        </button>
      )}{" "}
      {attempt}
    </span>
  );
}
