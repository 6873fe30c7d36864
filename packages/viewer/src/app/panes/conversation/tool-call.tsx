import type {
  TerminalItem,
  ToolCall,
  ToolContent,
  ToolLocation,
} from "@flow-bundle/bundle/session";
import type { ReactNode } from "react";
import { JsonTree } from "../../ui/json-tree.tsx";
import { Name } from "../../ui/name.tsx";
import { AnyValue, Blocks } from "./blocks.tsx";
import { DiffView } from "./diff-view.tsx";
import { Fold } from "./opened.tsx";
import { inWords, StatusBadge } from "./status-badge.tsx";
import { Terminal } from "./terminal.tsx";

interface Props {
  /** Unique in the conversation. */
  readonly name: string;
  readonly call: ToolCall;
  readonly terminals: readonly TerminalItem[];
}

/** A tool call: what it is in one line, and opened all that is told about it. */
export function ToolCallView({ name, call, terminals }: Props) {
  const { status, input, output, content, locations } = call;
  const hasDiff = content.some(({ type }) => type === "diff");
  const isEmpty =
    input === undefined &&
    output === undefined &&
    content.length + locations.length + terminals.length === 0;
  if (isEmpty) return <ToolTitle call={call} />;
  return (
    <Fold name={name} title={<ToolTitle call={call} />} open={hasDiff || status === "failed"}>
      <ToolDetails name={name} call={call} terminals={terminals} />
    </Fold>
  );
}

/** What a tool call is, in one line. */
export function ToolTitle({ call }: { readonly call: ToolCall }) {
  const { title, name, toolKind, status, locations, content } = call;
  // A change names its file itself.
  const first = content.some(({ type }) => type === "diff") ? undefined : locations[0];
  const file = first?.path.split(/[\\/]/).at(-1) ?? "";
  const isTold = first === undefined || (title ?? "").includes(file);
  return (
    <span className="conversation-tool-title">
      <strong>
        <Name text={title ?? name ?? "Tool call without a title"} max={160} />
      </strong>
      {toolKind !== undefined && (
        <span className="conversation-tag">
          <Name text={inWords(toolKind)} max={40} />
        </span>
      )}
      {!isTold && (
        <code className="soft">
          <Name text={first.path} max={80} />
        </code>
      )}
      {status !== undefined && <StatusBadge status={status} />}
    </span>
  );
}

/** All that is told about a tool call. */
export function ToolDetails({ name, call, terminals }: Props) {
  const { input, output, content, locations } = call;
  const shown = new Set(terminals.map(({ id }) => id));
  return (
    <>
      {locations.length > 0 && <Locations locations={locations} />}
      {input !== undefined && (
        <Part title="Input">
          <AnyValue name={`${name} input`} value={input} label="Input of the tool" />
        </Part>
      )}
      {content.map((part, i) => (
        <ToolPart key={i} name={`${name} ${i}`} part={part} shown={shown} />
      ))}
      {terminals.map((terminal) => (
        <Part key={terminal.id} title="Terminal">
          <Terminal name={`${name} terminal ${terminal.id}`} terminal={terminal} />
        </Part>
      ))}
      {output !== undefined && (
        <Part title="Output">
          <AnyValue name={`${name} output`} value={output} label="Output of the tool" />
        </Part>
      )}
    </>
  );
}

interface PartProps {
  readonly title: ReactNode;
  readonly children: ReactNode;
}

/** A part of something, with its title above. */
export function Part({ title, children }: PartProps) {
  return (
    <div className="conversation-part">
      <p className="conversation-label">{title}</p>
      {children}
    </div>
  );
}

const mostLocations = 50;

function Locations({ locations }: { readonly locations: readonly ToolLocation[] }) {
  return (
    <ul className="conversation-locations" aria-label="Files">
      {locations.slice(0, mostLocations).map(({ path, line }, i) => (
        <li key={i}>
          <code>
            <Name text={path} max={500} />
            {line !== undefined && `:${line}`}
          </code>
        </li>
      ))}
      {locations.length > mostLocations && (
        <li className="soft">{locations.length - mostLocations} more</li>
      )}
    </ul>
  );
}

interface ToolPartProps {
  readonly name: string;
  readonly part: ToolContent;
  /** Ids of the terminals that are shown below. */
  readonly shown: ReadonlySet<string | undefined>;
}

function ToolPart({ name, part, shown }: ToolPartProps) {
  switch (part.type) {
    case "content":
      return <Blocks name={name} blocks={[part.block]} plain />;
    case "diff":
      return <DiffView path={part.path} before={part.oldText} after={part.newText} />;
    case "terminal":
      return shown.has(part.terminalId) ? null : (
        <p className="soft">
          Terminal <Name text={part.terminalId} max={100} />, of which nothing else is recorded.
        </p>
      );
    case "unknown":
      return <JsonTree value={part.value} label="Content of an unknown kind" open={2} />;
  }
}
