import { ruleText } from "@flow-bundle/schema";
import { useState } from "react";
import { useLoaded } from "../../state/use-file.ts";
import { Loading } from "../../ui/note.tsx";
import { ruleSections, type RuleBlock } from "./rule-sections.ts";

/** The explanation of a rule. Its text is only fetched when it is opened. */
export function RuleText({ ruleId }: { readonly ruleId: string }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="trust-rule" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        What this rule is about <code className="soft">{ruleId}</code>
      </summary>
      {isOpen && <Sections ruleId={ruleId} />}
    </details>
  );
}

function Sections({ ruleId }: { readonly ruleId: string }) {
  const text = useLoaded(() => ruleText(ruleId).catch(() => undefined), [ruleId]);
  if (text.phase === "loading") return <Loading what="the rule" />;
  if (text.value === undefined) return <p className="soft">There is no text about this rule.</p>;
  return ruleSections(text.value).map(({ title, blocks }) => (
    <div key={title} className="trust-rule-part">
      <h4>{title}</h4>
      {blocks.map((block, i) => (
        <Block key={i} block={block} />
      ))}
    </div>
  ));
}

function Block({ block: { kind, text } }: { readonly block: RuleBlock }) {
  if (kind === "code") {
    return (
      // oxlint-disable-next-line no-noninteractive-tabindex -- it scrolls, so that the keyboard has to reach it
      <pre tabIndex={0} role="group" aria-label="Example">
        {text}
      </pre>
    );
  }
  return (
    <p>{text.split("`").map((piece, i) => (i % 2 === 1 ? <code key={i}>{piece}</code> : piece))}</p>
  );
}
