import type { BundleReport } from "@flow-bundle/schema";
import { useState } from "react";
import { count } from "../../ui/time.ts";
import { reasonOf } from "./parts.tsx";
import { RuleText } from "./rule-text.tsx";

interface Props {
  readonly report: BundleReport;
  readonly titles: ReadonlyMap<string, string>;
}

/** What became of each rule. */
export function RuleLists({ report, titles }: Props) {
  const { applied, notApplicable, notEvaluated } = report.rules;
  const items = (ids: readonly string[]) =>
    ids.map((id) => ({ id, title: titles.get(id) ?? id, because: undefined }));
  return (
    <section aria-labelledby="trust-rules">
      <h3 id="trust-rules">Which rules</h3>
      <RuleList
        title={`${count(notEvaluated.length, "rule")} could not be checked`}
        about="What they need to look at is itself not as it should be, so that they would only say the same again."
        rules={notEvaluated.map(({ ruleId, because }) => ({
          id: ruleId,
          title: titles.get(ruleId) ?? ruleId,
          because: reasonOf(because, titles),
        }))}
      />
      <RuleList
        title={`${count(applied.length, "rule")} checked`}
        about="Each was held against the whole bundle."
        rules={items(applied)}
      />
      <RuleList
        title={`${count(notApplicable.length, "rule")} ${notApplicable.length === 1 ? "does" : "do"} not concern this bundle`}
        about="They are about what this run has not, such as sessions or commands, or about another version of the format."
        rules={items(notApplicable)}
      />
    </section>
  );
}

interface ListProps {
  readonly title: string;
  readonly about: string;
  readonly rules: readonly {
    readonly id: string;
    readonly title: string;
    readonly because: string | undefined;
  }[];
}

function RuleList({ title, about, rules }: ListProps) {
  const [isOpen, setIsOpen] = useState(false);
  if (rules.length === 0) return null;
  return (
    <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && (
        <>
          <p className="soft">{about}</p>
          <ul className="trust-rule-list">
            {rules.map(({ id, title: name, because }) => (
              <li key={id}>
                <p>{name}</p>
                {because !== undefined && <p className="soft">Not checked because of {because}.</p>}
                <RuleText ruleId={id} />
              </li>
            ))}
          </ul>
        </>
      )}
    </details>
  );
}
