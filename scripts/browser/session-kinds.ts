import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { sampleOf, type Definitions } from "../../packages/bundle/src/session/testing/sample.ts";
import { inRepository } from "./viewer.ts";

const schema = createRequire(import.meta.url).resolve(
  "@agentclientprotocol/sdk/schema/v1/schema.json",
);
const dot =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const markdown = `# Results

The *average* of **none** is \`0\`, see [the issue](https://example.invalid/issues/1) and <b>no HTML</b>.

| Case | Before | After |
| --- | ---: | ---: |
| \`[]\` | NaN | 0 |
| \`[2, 4]\` | 3 | 3 |
| a case with a long name that needs more than one line in a narrow window | 1 | 1 |

1. first
   - nested
2. second

- [x] done
- [ ] ~~not~~ to do

> A remark
> of two lines.

\`\`\`js
export function average(numbers) {
  if (numbers.length === 0) return 0; // as the README promises, which is a long line that has to scroll
  return numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
}
\`\`\`

---

The end.`;

const output = Array.from(
  { length: 240 },
  (_, i) => `test ${i + 1} … ok (${(i * 7) % 31} ms)`,
).join("\n");
const before = Array.from({ length: 60 }, (_, i) => `line ${i + 1} of the file`);
const after = before.flatMap((line, i) =>
  i === 20 ? [`${line}, changed`] : i === 40 ? [] : i === 50 ? [line, "an added line"] : [line],
);

/** A bundle whose session has every kind of update and request of the protocol, with much in them. */
export function makeKindsBundle(folder: string, name: string): void {
  const bundle = join(folder, name);
  cpSync(inRepository("fixtures/runs/two-turn"), bundle, { recursive: true });
  const sessions = join(bundle, "sessions");
  const path = join(sessions, readdirSync(sessions)[0] ?? "", "events.ndjson");
  const { $defs } = JSON.parse(readFileSync(schema, "utf8")) as { readonly $defs: Definitions };
  const lines: string[] = [];
  const write = (direction: string, message: object): void => {
    const at = new Date(Date.parse("2026-03-02T09:00:00.000Z") + lines.length * 50).toISOString();
    const event = { seq: lines.length + 1, at, direction, message: { jsonrpc: "2.0", ...message } };
    lines.push(`${JSON.stringify(event)}\n`);
  };
  const sessionId = "two-turn-session";
  const update = (value: object): void =>
    write("inbound", { method: "session/update", params: { sessionId, update: value } });
  const said = (sessionUpdate: string, content: object): void => update({ sessionUpdate, content });
  const ask = (id: number, method: string, params: object, answer: object): void => {
    write("inbound", { id, method, params: { sessionId, ...params } });
    write("outbound", { id, ...answer });
  };
  const text = (value: string) => ({ type: "text", text: value });
  write("outbound", {
    id: 1,
    method: "session/prompt",
    params: {
      sessionId,
      prompt: [
        text("Mend `average`.\nLook at these:"),
        {
          type: "resource_link",
          uri: "file:///srv/project/average.mjs",
          name: "average.mjs",
          size: 2048,
        },
        {
          type: "resource",
          resource: { uri: "file:///srv/README.md", text: "The average of none is 0.\n" },
        },
        { type: "image", mimeType: "image/png", data: dot },
        { type: "audio", mimeType: "audio/wav", data: "AAAA" },
      ],
    },
  });
  said("agent_thought_chunk", text("First I look at what the check says, and then at the file."));
  said("agent_message_chunk", text(markdown));
  said("agent_message_chunk", { type: "image", mimeType: "image/png", data: dot });
  said("agent_message_chunk", text("That was a picture."));
  const call = {
    sessionUpdate: "tool_call",
    toolCallId: "long",
    title: "npm test",
    kind: "execute",
  };
  update({
    ...call,
    status: "failed",
    rawInput: { command: "npm", args: ["test"] },
    rawOutput: output,
  });
  ask(
    10,
    "terminal/create",
    { command: "node", args: ["check.mjs", "--only", "the first"] },
    { result: { terminalId: "T" } },
  );
  update({
    sessionUpdate: "tool_call",
    toolCallId: "edit",
    title: "Edit the file",
    kind: "edit",
    status: "completed",
    locations: [{ path: "/srv/project/average.mjs", line: 21 }, { path: "/srv/project/README.md" }],
    content: [
      {
        type: "diff",
        path: "/srv/project/average.mjs",
        oldText: before.join("\n"),
        newText: after.join("\n"),
      },
      { type: "diff", path: "/srv/project/new.mjs", newText: "export const zero = 0;\n" },
      { type: "content", content: text("Two files were changed.") },
      { type: "terminal", terminalId: "T" },
    ],
  });
  ask(
    11,
    "terminal/output",
    { terminalId: "T" },
    { result: { output, truncated: true, exitStatus: { exitCode: 1 } } },
  );
  ask(
    12,
    "session/request_permission",
    {
      toolCall: {
        toolCallId: "rm",
        title: "Remove the cache",
        kind: "delete",
        rawInput: { path: "/srv/cache" },
      },
      options: [
        { optionId: "a", name: "Allow", kind: "allow_once" },
        { optionId: "r", name: "Reject", kind: "reject_once" },
      ],
    },
    { result: { outcome: { outcome: "selected", optionId: "r" } } },
  );
  ask(
    13,
    "elicitation/create",
    { mode: "form", message: "Which branch?", requestedSchema: { type: "object" } },
    { result: { action: "accept", content: { branch: "main" } } },
  );
  ask(
    14,
    "fs/read_text_file",
    { path: "/srv/gone" },
    { error: { code: -32_002, message: "There is no such file" } },
  );
  for (const variant of $defs["SessionUpdate"]?.oneOf ?? []) {
    update(sampleOf(variant, $defs) as object);
  }
  update({
    sessionUpdate: "notice",
    severity: "error",
    title: "The server is gone",
    description: "It is tried again in **5 s**.",
  });
  update({ sessionUpdate: "dance", steps: 3 });
  write("outbound", { method: "session/cancel", params: { sessionId } });
  write("inbound", {
    id: 1,
    result: { stopReason: "cancelled", usage: { inputTokens: 1200, outputTokens: 34 } },
  });
  writeFileSync(path, lines.join(""));
}
