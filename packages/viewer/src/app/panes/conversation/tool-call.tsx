import {
  stateAtLine,
  type Item,
  type TerminalItem,
  type TerminalState,
  type ToolState,
} from "../../session/items.ts";
import { listAt, member, numberAt, objectAt, textAt } from "../../session/values.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { JsonTree } from "../../ui/json-tree.tsx";
import { Name } from "../../ui/name.tsx";
import { TextBlock } from "../../ui/text-block.tsx";
import { AnyValue, ContentBlock } from "./blocks.tsx";
import { DiffView } from "./diff-view.tsx";

const statusMarks: ReadonlyMap<string, { readonly mark: string; readonly outcome: string }> =
  new Map([
    ["pending", { mark: "○", outcome: "waiting" }],
    ["in_progress", { mark: "●", outcome: "running" }],
    ["completed", { mark: "✓", outcome: "ok" }],
    ["failed", { mark: "✕", outcome: "failed" }],
  ]);

/** How a tool call, or an entry of a plan, stands. */
export function StatusBadge({ status }: { readonly status: string }) {
  const known = statusMarks.get(status);
  return (
    <span className="badge" data-outcome={known?.outcome ?? "unknown"}>
      <span aria-hidden="true">{known?.mark ?? "?"}</span>{" "}
      {status.slice(0, 40).replaceAll("_", " ")}
    </span>
  );
}

interface Props {
  readonly state: ToolState;
  readonly items: readonly Item[];
  readonly line: number;
  readonly open: boolean | undefined;
  readonly onToggle: (open: boolean) => void;
}

/** A tool call: what it is in one line, and opened all that is told about it. */
export function ToolCall({ state, items, line, open, onToggle }: Props) {
  const { title, toolKind, status, input, output, content, locations } = state;
  const hasDiff = content.some((part) => textAt(part, "type") === "diff");
  const terminals = state.terminals.flatMap((id) => terminalsOf(items, id, line));
  const isEmpty =
    input === undefined &&
    output === undefined &&
    content.length + locations.length + terminals.length === 0;
  const head = (
    <>
      <strong>
        <Name text={title ?? "Tool call without a title"} max={160} />
      </strong>{" "}
      {toolKind !== undefined && (
        <span className="soft">
          <Name text={toolKind} max={40} />
        </span>
      )}{" "}
      {status !== undefined && <StatusBadge status={status} />}
    </>
  );
  if (isEmpty) return <p>{head}</p>;
  return (
    <Disclosure title={head} open={open ?? (hasDiff || status === "failed")} onToggle={onToggle}>
      {locations.length > 0 && <Locations locations={locations} />}
      {input !== undefined && (
        <Part title="Input">
          <AnyValue value={input} label="Input of the tool" />
        </Part>
      )}
      {content.map((part, i) => (
        <ToolContent key={i} part={part} />
      ))}
      {terminals.map((terminal) => (
        <Part key={terminal.index} title="Terminal">
          <Terminal state={stateAtLine(terminal.states, line)} />
        </Part>
      ))}
      {output !== undefined && (
        <Part title="Output">
          <AnyValue value={output} label="Output of the tool" />
        </Part>
      )}
    </Disclosure>
  );
}

function terminalsOf(items: readonly Item[], id: string, line: number): TerminalItem[] {
  const found = items.find(
    (item): item is TerminalItem =>
      item.kind === "terminal" && item.states.some(({ value }) => value.id === id),
  );
  return found === undefined || found.line > line ? [] : [found];
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <div className="conversation-part">
      <p className="conversation-label">{title}</p>
      {children}
    </div>
  );
}

function Locations({ locations }: { readonly locations: readonly unknown[] }) {
  return (
    <ul className="conversation-locations">
      {locations.slice(0, 50).map((location, i) => (
        <li key={i}>
          <code>
            <Name text={textAt(location, "path") ?? "?"} max={500} />
            {numberAt(location, "line") !== undefined && `:${numberAt(location, "line")}`}
          </code>
        </li>
      ))}
      {locations.length > 50 && <li className="soft">{locations.length - 50} more</li>}
    </ul>
  );
}

function ToolContent({ part }: { readonly part: unknown }) {
  switch (textAt(part, "type")) {
    case "content":
      return <ContentBlock block={member(part, "content")} plain />;
    case "diff": {
      const path = textAt(part, "path") ?? "";
      return (
        <div className="conversation-part">
          <p className="conversation-label">
            Change of <Name text={path} max={300} />
          </p>
          <DiffView
            before={textAt(part, "oldText")}
            after={textAt(part, "newText") ?? ""}
            label="Changed lines"
          />
        </div>
      );
    }
    case "terminal":
      return null;
    default:
      return <JsonTree value={part} label="Content of an unknown kind" open={2} />;
  }
}

/** A command that the agent ran through the client. */
export function Terminal({ state }: { readonly state: TerminalState }) {
  const { params, answer, output, truncated, exit, ended } = state;
  const args = listAt(params, "args").map((arg) => String(arg));
  const words = [textAt(params, "command") ?? "", ...args].join(" ");
  const error = textAt(answer?.error, "message");
  const code = numberAt(exit, "exitCode");
  const signal = textAt(exit, "signal");
  return (
    <div className="conversation-terminal">
      <TextBlock text={`$ ${words}\n${output ?? ""}`} label="Terminal" />
      <p className="soft">
        {error !== undefined && (
          <>
            It could not be started: <Name text={error} max={500} />
          </>
        )}
        {code !== undefined && `exit code ${code}`}
        {signal !== undefined && (
          <>
            signal <Name text={signal} max={20} />
          </>
        )}
        {error === undefined && exit === undefined && (ended ?? "it has not ended here")}
        {truncated && " · the agent was given a cut output"}
        {output === undefined && error === undefined && " · no output was asked for"}
      </p>
    </div>
  );
}

/** What an agent asked to be allowed, and what was answered. */
export function Permission({ params, answer }: Pick<TerminalState, "params" | "answer">) {
  const outcome = objectAt(answer?.result, "outcome");
  const chosen = textAt(outcome, "optionId");
  const options = listAt(params, "options");
  const known = options.some((option) => textAt(option, "optionId") === chosen);
  const failure = textAt(answer?.error, "message");
  return (
    <div className="conversation-part">
      <p>
        <strong>
          <Name text={textAt(objectAt(params, "toolCall"), "title") ?? "A tool call"} max={160} />
        </strong>
      </p>
      <ul className="conversation-options">
        {options.map((option, i) => {
          const isChosen = chosen !== undefined && textAt(option, "optionId") === chosen;
          return (
            <li key={i} data-chosen={isChosen ? "" : undefined}>
              <span aria-hidden="true">{isChosen ? "✓" : "○"}</span>{" "}
              <Name text={textAt(option, "name") ?? textAt(option, "optionId") ?? "?"} max={100} />{" "}
              <span className="soft">
                {(textAt(option, "kind") ?? "").slice(0, 40).replaceAll("_", " ")}
              </span>
              {isChosen && <span className="visually-hidden"> (chosen)</span>}
            </li>
          );
        })}
      </ul>
      {answer === undefined && <p className="soft">No answer yet</p>}
      {textAt(outcome, "outcome") === "cancelled" && <p>Cancelled: the turn was ended instead.</p>}
      {chosen !== undefined && !known && (
        <p>
          The answer is none of them: <Name text={chosen} />
        </p>
      )}
      {failure !== undefined && (
        <p>
          Refused with an error: <Name text={failure} max={500} />
        </p>
      )}
    </div>
  );
}
