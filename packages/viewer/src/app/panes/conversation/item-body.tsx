import type { ConversationItem } from "@flow-bundle/bundle/session";
import type { EntryHead, LoadedItem } from "../../session/batch.ts";
import { JsonTree } from "../../ui/json-tree.tsx";
import { Name } from "../../ui/name.tsx";
import { count } from "../../ui/time.ts";
import { Blocks } from "./blocks.tsx";
import { Call, FileAccess } from "./calls.tsx";
import { stateText } from "./in-words.ts";
import { Markdown } from "./markdown.tsx";
import { Fold } from "./opened.tsx";
import { Elicitation, Permission } from "./permission.tsx";
import { Plan } from "./plan.tsx";
import { inWords, StatusBadge } from "./status-badge.tsx";
import { Terminal } from "./terminal.tsx";
import { ToolCallView } from "./tool-call.tsx";
import { TurnEnd } from "./turn-end.tsx";

interface Props {
  readonly entry: EntryHead;
  readonly loaded: LoadedItem;
}

/** What a thing says. */
export function ItemBody({ entry, loaded }: Props) {
  const { item, failure } = loaded;
  if (failure !== undefined) return <p className="soft">⚠ It cannot be read: {failure}</p>;
  if (entry.reason !== undefined) return <Odd entry={entry} item={item} />;
  if (item === undefined) return null;
  return <Known item={item} loaded={loaded} name={String(entry.index)} />;
}

interface KnownProps {
  readonly item: ConversationItem;
  readonly loaded: LoadedItem;
  /** Unique in the conversation. */
  readonly name: string;
}

function Known({ item, loaded, name }: KnownProps) {
  switch (item.kind) {
    case "prompt":
      return <Blocks name={name} blocks={item.blocks} />;
    case "message":
      return item.role === "thought" ? (
        <Thought name={name} item={item} isWhole={loaded.isWhole} />
      ) : (
        <Blocks name={name} blocks={item.blocks} isGrowing={!loaded.isWhole} />
      );
    case "tool":
      return <ToolCallView name={name} call={item.call} terminals={loaded.terminals} />;
    case "plan":
      return <Plan entries={item.entries} />;
    case "permission":
      return <Permission name={name} item={item} />;
    case "elicitation":
      return <Elicitation name={name} item={item} />;
    case "terminal":
      return <Terminal name={name} terminal={item} />;
    case "file":
      return <FileAccess name={name} item={item} />;
    case "call":
      return <Call name={name} item={item} />;
    case "notification":
      return (
        <Fold name={name} title={<Notification method={item.method} />}>
          <JsonTree value={item.params} label="Parameters" open={2} />
        </Fold>
      );
    case "state":
      return (
        <Fold name={name} title={<Line text={stateText(item.update)} />}>
          <JsonTree value={item.update.value} label={item.update.name} open={3} />
        </Fold>
      );
    case "notice":
      return (
        <div className="conversation-notice" data-severity={item.severity}>
          <p>
            {item.severity !== undefined && item.severity !== "info" && (
              <strong>
                <Name text={inWords(item.severity)} max={40} />:{" "}
              </strong>
            )}
            <Name text={item.title} max={500} />
          </p>
          {item.description !== undefined && <Markdown text={item.description} isWhole />}
        </div>
      );
    case "compaction":
      return <Compaction name={name} item={item} />;
    case "replay":
      return (
        <p className="soft">
          The agent tells the conversation again that it had before ({count(item.count, "update")}).
        </p>
      );
    case "end":
      return <TurnEnd name={name} item={item} />;
    case "other":
      return <JsonTree value={item.value} label={item.name} open={2} />;
  }
}

type Of<Kind extends ConversationItem["kind"]> = Extract<ConversationItem, { kind: Kind }>;

function Line({ text, max = 240 }: { readonly text: string; readonly max?: number }) {
  return (
    <span className="soft">
      <Name text={text} max={max} />
    </span>
  );
}

function Notification({ method }: { readonly method: string }) {
  if (method === "session/cancel") return <strong>The client cancels the turn</strong>;
  return (
    <span className="soft">
      <code>
        <Name text={method} max={80} />
      </code>
    </span>
  );
}

interface ThoughtProps {
  readonly name: string;
  readonly item: Of<"message">;
  readonly isWhole: boolean;
}

function Thought({ name, item, isWhole }: ThoughtProps) {
  const text = item.blocks.map((block) => (block.type === "text" ? block.text : " ")).join("");
  return (
    <Fold
      name={name}
      title={<Line text={text.slice(0, 400).replaceAll(/\s+/g, " ").trim()} max={160} />}
    >
      <Blocks name={name} blocks={item.blocks} isGrowing={!isWhole} />
    </Fold>
  );
}

function Compaction({ name, item }: { readonly name: string; readonly item: Of<"compaction"> }) {
  const { status, summary, error } = item;
  return (
    <div className="conversation-part">
      <p>
        The agent makes its context smaller{" "}
        {status !== undefined && <StatusBadge status={status} />}
      </p>
      {error !== undefined && (
        <p>
          <Name text={error} max={1000} />
        </p>
      )}
      {summary.length > 0 && (
        <Fold name={name} title={<span className="soft">Summary that is kept</span>}>
          <Blocks name={name} blocks={summary} />
        </Fold>
      )}
    </div>
  );
}

/** What is not understood: why, and what it is. */
function Odd({
  entry,
  item,
}: {
  readonly entry: EntryHead;
  readonly item: ConversationItem | undefined;
}) {
  const { value, name } = item?.kind === "other" ? item : { value: undefined, name: "" };
  const title = (
    <>
      ⚠ {entry.reason}
      {name !== "" && (
        <>
          : <Name text={name} max={100} />
        </>
      )}
    </>
  );
  if (value === undefined) return <p>{title}. It is left out.</p>;
  return (
    <Fold name={String(entry.index)} title={title}>
      <JsonTree value={value} label={name} open={2} />
    </Fold>
  );
}
