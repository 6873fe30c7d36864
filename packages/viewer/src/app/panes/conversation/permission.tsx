import type { ElicitationItem, PermissionItem } from "@flow-bundle/bundle/session";
import { JsonTree } from "../../ui/json-tree.tsx";
import { Name } from "../../ui/name.tsx";
import { Fold } from "./opened.tsx";
import { inWords } from "./status-badge.tsx";
import { Part, ToolDetails, ToolTitle } from "./tool-call.tsx";

interface PermissionProps {
  readonly name: string;
  readonly item: PermissionItem;
}

/** What an agent asked to be allowed, and what was answered. */
export function Permission({ name, item }: PermissionProps) {
  const { call, options, answer, chosen, isCancelled } = item;
  const isKnown = options.some(({ id }) => id !== undefined && id === chosen);
  const hasDetails = call.input !== undefined || call.content.length + call.locations.length > 0;
  return (
    <div className="conversation-part">
      {hasDetails ? (
        <Fold name={name} title={<ToolTitle call={call} />}>
          <ToolDetails name={name} call={call} terminals={[]} />
        </Fold>
      ) : (
        <ToolTitle call={call} />
      )}
      <ul className="conversation-options" aria-label="Choices">
        {options.map(({ id, name: label, optionKind }, i) => {
          const isChosen = id !== undefined && id === chosen;
          const isRejection = optionKind?.startsWith("reject") === true;
          return (
            <li
              key={i}
              data-chosen={isChosen ? "" : undefined}
              data-rejects={isRejection ? "" : undefined}
            >
              <span aria-hidden="true">{isChosen ? (isRejection ? "✕" : "✓") : "○"}</span>{" "}
              <Name text={label ?? id ?? "?"} max={100} />
              {optionKind !== undefined && (
                <span className="soft">
                  {" "}
                  <Name text={inWords(optionKind)} max={60} />
                </span>
              )}
              {isChosen && <span className="visually-hidden"> (chosen)</span>}
            </li>
          );
        })}
      </ul>
      {answer === undefined && <p className="soft">No answer yet</p>}
      {isCancelled && <p>Not answered: the turn was cancelled.</p>}
      {chosen !== undefined && !isKnown && (
        <p>
          The answer is none of them: <Name text={chosen} />
        </p>
      )}
      {answer?.error !== undefined && (
        <p>
          Refused with an error: <Name text={answer.error.message} max={500} />
        </p>
      )}
    </div>
  );
}

const actions: ReadonlyMap<string, string> = new Map([
  ["accept", "Accepted"],
  ["decline", "Declined"],
  ["cancel", "Cancelled"],
]);

/** What an agent asked people to fill in or to visit, and what came of it. */
export function Elicitation({
  name,
  item,
}: {
  readonly name: string;
  readonly item: ElicitationItem;
}) {
  const { message, url, schema, answer, action, content } = item;
  return (
    <div className="conversation-part">
      <p>
        <Name text={message ?? "Without a message"} max={2000} />
      </p>
      {url !== undefined && (
        <code className="conversation-uri">
          <Name text={url} max={500} />
        </code>
      )}
      {schema !== undefined && (
        <Fold name={name} title={<span className="soft">Form</span>}>
          <JsonTree value={schema} label="Form" open={3} />
        </Fold>
      )}
      {answer === undefined && <p className="soft">No answer yet</p>}
      {answer?.error !== undefined && (
        <p>
          Refused with an error: <Name text={answer.error.message} max={500} />
        </p>
      )}
      {action !== undefined && (
        <p>
          <strong>{actions.get(action) ?? <Name text={action} max={60} />}</strong>
        </p>
      )}
      {content !== undefined && (
        <Part title="Answer">
          <JsonTree value={content} label="Answer" open={2} />
        </Part>
      )}
    </div>
  );
}
