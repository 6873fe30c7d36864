import { readSessionEvents } from "@flow-bundle/bundle";
import { directorySource } from "@flow-bundle/bundle/node";
import { ConversationOutline, createItemFold } from "@flow-bundle/bundle/session";

const source = directorySource("fixtures/runs/two-turn");
const outline = new ConversationOutline("two-turn-session");
const messages: unknown[] = [];
for await (const { event, line } of readSessionEvents(source, "main-6c263daf")) {
  outline.apply(line.line, event["direction"], event["message"]);
  messages[line.line] = event["message"];
}
for (const entry of outline.entries) {
  const fold = createItemFold(entry);
  for (const line of entry.lines) fold.apply(messages[line]);
  const item = fold.item();
  if (item?.kind !== "tool") continue;
  console.log(`${item.call.title}: ${item.call.status}, lines ${entry.lines.join(", ")}`);
}
