import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { SpanCollector } from "./session-spans.ts";

function spansOf(path: string) {
  const sessions = fileURLToPath(
    new URL(`../../../../../../fixtures/${path}/sessions`, import.meta.url),
  );
  return readdirSync(sessions).flatMap((id) => {
    const collector = new SpanCollector(id);
    const text = readFileSync(`${sessions}/${id}/events.ndjson`, "utf8");
    for (const [i, line] of text.trimEnd().split("\n").entries()) collector.push(line, i + 1);
    return collector.spans;
  });
}

describe("SpanCollector", () => {
  it("finds tool calls and the waits for permissions of a recorded run", () => {
    const spans = spansOf("third-party/acpx-0.19.1/permissions");
    expect(spans.slice(0, 2)).toMatchObject([
      { kind: "tool", title: "Edit config", status: "completed", line: 2 },
      { kind: "permission", title: "Edit config", status: "allow", line: 3 },
    ]);
    for (const { from, to } of spans) expect(to ?? Infinity).toBeGreaterThanOrEqual(from);
  });

  it("leaves open what has no end, and takes a call that is only updated", () => {
    const collector = new SpanCollector("s");
    const send = (message: unknown, second: number, direction = "inbound"): void => {
      const at = `2026-01-01T00:00:0${second}.000Z`;
      collector.push(JSON.stringify({ seq: second, at, direction, message }), second);
    };
    const update = (fields: object) => ({ method: "session/update", params: { update: fields } });
    send(update({ sessionUpdate: "tool_call_update", toolCallId: "a", status: "in_progress" }), 1);
    send({ id: "p", method: "session/request_permission", params: {} }, 2);
    expect(collector.spans).toMatchObject([
      { kind: "tool", title: "a", status: "in_progress", to: undefined },
      { kind: "permission", title: "Permission", to: undefined },
    ]);
    // The agent's own answer has nothing to do with it.
    send({ id: "p", error: { code: 1 } }, 3);
    expect(collector.spans[1]?.to).toBeUndefined();
    send({ id: "p", error: { code: 1 } }, 4, "outbound");
    expect(collector.spans[1]).toMatchObject({ status: "answered with an error" });
  });

  it("stands whatever a line holds", () => {
    const collector = new SpanCollector("s");
    const lines = ["", "tool_call", '{"message":"tool_call"}', '["request_permission"]', "null"];
    for (const [i, line] of lines.entries()) collector.push(line, i);
    collector.push(
      '{"at":"2026-01-01T00:00:00Z","message":{"method":"session/update","params":{"update":{"sessionUpdate":"tool_call","toolCallId":{}}}}}',
      9,
    );
    expect(collector.spans).toEqual([]);
  });
});
