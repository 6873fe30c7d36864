import { stateAtLine, textAtLine, type CallState, type Item } from "../../session/items.ts";
import {
  isObject,
  listAt,
  member,
  numberAt,
  objectAt,
  textAt,
  type Json,
} from "../../session/values.ts";
import { Disclosure } from "../../ui/disclosure.tsx";
import { JsonTree } from "../../ui/json-tree.tsx";
import { Name } from "../../ui/name.tsx";
import { TextBlock } from "../../ui/text-block.tsx";
import { AnyValue, ContentBlock } from "./blocks.tsx";
import { Markdown } from "./markdown.tsx";
import { Permission, StatusBadge, Terminal, ToolCall } from "./tool-call.tsx";

interface Props {
  readonly item: Item;
  /** Line of the session up to which it is shown. */
  readonly line: number;
  readonly items: readonly Item[];
  readonly open: boolean | undefined;
  readonly onToggle: (open: boolean) => void;
}

/** What an item says. */
export function ItemBody({ item, line, items, open, onToggle }: Props) {
  switch (item.kind) {
    case "prompt":
      return item.blocks.map((block, i) => <ContentBlock key={i} block={block} />);
    case "text": {
      const text = textAtLine(item, line);
      if (item.role !== "thought")
        return <Markdown text={text} isWhole={text.length === item.text.length} />;
      return (
        <Disclosure
          title={
            <span className="soft">
              <Name text={text.replaceAll(/\s+/g, " ").trim()} max={90} />
            </span>
          }
          open={open ?? false}
          onToggle={onToggle}
        >
          <Markdown text={text} isWhole={text.length === item.text.length} />
        </Disclosure>
      );
    }
    case "block":
      return <ContentBlock block={item.block} />;
    case "tool": {
      const state = stateAtLine(item.states, line);
      return <ToolCall state={state} items={items} line={line} open={open} onToggle={onToggle} />;
    }
    case "plan":
      return <Plan entries={stateAtLine(item.states, line)} />;
    case "permission":
      return <Permission {...stateAtLine(item.states, line)} />;
    case "terminal":
      return <Terminal state={stateAtLine(item.states, line)} />;
    case "file":
      return (
        <FileAccess
          method={item.method}
          state={stateAtLine(item.states, line)}
          open={open ?? false}
          onToggle={onToggle}
        />
      );
    case "call":
      return (
        <Call
          method={item.method}
          state={stateAtLine(item.states, line)}
          open={open ?? false}
          onToggle={onToggle}
        />
      );
    case "note":
      return (
        <SessionNote
          name={item.name}
          value={stateAtLine(item.states, line)}
          open={open ?? false}
          onToggle={onToggle}
        />
      );
    case "replay":
      return (
        <p className="soft">
          The agent tells the conversation again that it had before ({item.lines.length} updates).
        </p>
      );
    case "end":
      return <End result={item.result} error={item.error} />;
    case "broken":
      return <p>⚠ {item.problem}. It is left out.</p>;
  }
}

function Plan({ entries }: { readonly entries: readonly unknown[] }) {
  return (
    <ol className="conversation-plan">
      {entries.slice(0, 200).map((entry, i) => (
        <li key={i} data-status={textAt(entry, "status")?.slice(0, 20)}>
          <StatusBadge status={textAt(entry, "status") ?? "unknown"} />{" "}
          <span>
            <Name text={textAt(entry, "content") ?? ""} max={1000} />
            {textAt(entry, "priority") === "high" && <span className="soft"> (high priority)</span>}
          </span>
        </li>
      ))}
      {entries.length > 200 && (
        <li className="soft">{entries.length - 200} more entries: see the event</li>
      )}
      {entries.length === 0 && <li className="soft">The plan is empty</li>}
    </ol>
  );
}

interface OpenProps {
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
}

interface CallProps extends OpenProps {
  readonly method: string;
  readonly state: CallState;
}

function FileAccess({ method, state: { params, answer }, open, onToggle }: CallProps) {
  const isRead = method === "fs/read_text_file";
  const text = isRead ? textAt(answer?.result, "content") : textAt(params, "content");
  const failure = textAt(answer?.error, "message");
  return (
    <Disclosure
      open={open}
      onToggle={onToggle}
      title={
        <>
          {isRead ? "Read " : "Wrote "}
          <code>
            <Name text={textAt(params, "path") ?? "?"} max={300} />
          </code>{" "}
          <span className="soft">
            {failure !== undefined
              ? "failed"
              : answer === undefined
                ? "no answer yet"
                : `${(text?.length ?? 0).toLocaleString("en")} characters`}
          </span>
        </>
      }
    >
      {failure !== undefined && <TextBlock text={failure} label="Error" />}
      {text !== undefined && <TextBlock text={text} label="Text of the file" />}
      {text === undefined && failure === undefined && <p className="soft">No text is told.</p>}
    </Disclosure>
  );
}

function Call({ method, state: { params, answer }, open, onToggle }: CallProps) {
  const error = answer?.error;
  const info = objectAt(answer?.result, "agentInfo");
  const agent = textAt(info, "title") ?? textAt(info, "name");
  return (
    <Disclosure
      open={open}
      onToggle={onToggle}
      title={
        <span className="soft">
          <code>
            <Name text={method} max={80} />
          </code>{" "}
          {agent !== undefined && (
            <Name text={`${agent} ${textAt(info, "version") ?? ""}`} max={80} />
          )}
          {error !== undefined && (
            <>
              failed: <Name text={textAt(error, "message") ?? "without a message"} max={200} />
            </>
          )}
        </span>
      }
    >
      <JsonTree value={params} label="Parameters" open={2} />
      {answer === undefined ? (
        <p className="soft">No answer</p>
      ) : (
        <JsonTree value={error ?? answer.result} label="Answer" open={2} />
      )}
    </Disclosure>
  );
}

function SessionNote({
  name,
  value,
  open,
  onToggle,
}: OpenProps & { readonly name: string; readonly value: Json }) {
  return (
    <Disclosure
      open={open}
      onToggle={onToggle}
      title={
        <span className="soft">
          <Name text={noteText(name, value)} max={240} />
        </span>
      }
    >
      <JsonTree value={value} label={name.slice(0, 80)} open={3} />
    </Disclosure>
  );
}

/** An update of the session in one line. */
export function noteText(name: string, value: Json): string {
  switch (name) {
    case "current_mode_update":
      return `Mode: ${textAt(value, "currentModeId") ?? "?"}`;
    case "available_commands_update": {
      const names = listAt(value, "availableCommands").map(
        (command) => `/${textAt(command, "name") ?? "?"}`,
      );
      return `Commands: ${names.join(" ") || "none"}`;
    }
    case "usage_update": {
      const used = numberAt(value, "used");
      const size = numberAt(value, "size");
      const cost = numberAt(member(value, "cost"), "amount");
      const parts = [
        used !== undefined && `${used.toLocaleString("en")} tokens`,
        size !== undefined && `of ${size.toLocaleString("en")} in the context`,
        cost !== undefined && `· cost ${cost} ${textAt(member(value, "cost"), "currency") ?? ""}`,
      ];
      return `Usage: ${parts.filter(Boolean).join(" ") || "see the event"}`;
    }
    case "session_info_update":
      return `Title of the session: ${textAt(value, "title") ?? "none"}`;
    case "config_option_update":
      return "Options of the session changed";
    default:
      return name.replaceAll("_", " ");
  }
}

function End({ result, error }: { readonly result: unknown; readonly error: unknown }) {
  if (error !== undefined) {
    const data = member(error, "data");
    return (
      <div className="conversation-part" data-failed="">
        <p>
          <strong>The turn failed</strong>{" "}
          {numberAt(error, "code") !== undefined && (
            <span className="soft">(code {numberAt(error, "code")})</span>
          )}
        </p>
        <TextBlock text={textAt(error, "message") ?? "The error has no message"} label="Error" />
        {data !== undefined && <AnyValue value={data} label="Data of the error" />}
      </div>
    );
  }
  const usage = usageText(member(result, "usage"));
  return (
    <p className="soft">
      End of the turn:{" "}
      <Name
        text={(textAt(result, "stopReason") ?? "no reason told").replaceAll("_", " ")}
        max={60}
      />
      {usage !== "" && ` · ${usage}`}
    </p>
  );
}

/** Token counts in words: `inputTokens: 12` is "12 input tokens". */
export function usageText(usage: unknown): string {
  if (!isObject(usage)) return "";
  const parts = Object.entries(usage).flatMap(([name, value]) =>
    typeof value === "number"
      ? [
          `${value.toLocaleString("en")} ${name.slice(0, 30).replaceAll(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`)}`,
        ]
      : [],
  );
  return parts.slice(0, 8).join(", ");
}

/** Who an item is of, and what it is called. */
export function headOf(item: Item): {
  readonly who: string;
  readonly side: "user" | "agent" | "aside";
} {
  switch (item.kind) {
    case "prompt":
      return { who: "Prompt", side: "user" };
    case "text":
    case "block":
      if (item.role === "thought") return { who: "Thought", side: "agent" };
      return item.role === "user" ? { who: "User", side: "user" } : { who: "Agent", side: "agent" };
    case "tool":
      return { who: "Tool call", side: "agent" };
    case "plan":
      return { who: "Plan", side: "agent" };
    case "permission":
      return { who: "Permission", side: "agent" };
    case "terminal":
      return { who: "Terminal", side: "agent" };
    case "file":
      return { who: "File", side: "agent" };
    default:
      return { who: "", side: "aside" };
  }
}
