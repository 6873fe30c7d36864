import type { EndItem } from "@flow-bundle/bundle/session";
import { Name } from "../../ui/name.tsx";
import { TextBlock } from "../../ui/text-block.tsx";
import { AnyValue } from "./blocks.tsx";
import { usageText } from "./in-words.ts";
import { inWords } from "./status-badge.tsx";

/** Reasons to stop that are worth a second look. */
const unusual: ReadonlySet<string> = new Set([
  "cancelled",
  "refusal",
  "max_tokens",
  "max_turn_requests",
]);

/** How a turn ended. */
export function TurnEnd({ name, item }: { readonly name: string; readonly item: EndItem }) {
  const { stopReason, usage, error } = item;
  if (error !== undefined) {
    const { code, message, data } = error;
    return (
      <div className="conversation-part" data-failed="">
        <p>
          <strong>The turn failed</strong>{" "}
          {code !== undefined && <span className="soft">(code {code})</span>}
        </p>
        <TextBlock text={message} label="Error" />
        {data !== undefined && <AnyValue name={name} value={data} label="Data of the error" />}
      </div>
    );
  }
  const tokens = usageText(usage);
  const reason = stopReason ?? "no reason told";
  return (
    <p className="conversation-end">
      End of the turn:{" "}
      {unusual.has(reason) ? (
        <strong>{inWords(reason)}</strong>
      ) : (
        <Name text={inWords(reason)} max={60} />
      )}
      {tokens !== "" && <span className="soft"> · {tokens}</span>}
    </p>
  );
}
