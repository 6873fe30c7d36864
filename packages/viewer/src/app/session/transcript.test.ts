import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createRecordFold, readJson, readSessionEvents, sessionPaths } from "@flow-bundle/bundle";
import { directorySource } from "@flow-bundle/bundle/node";
import type { SessionBinding, SessionEvent } from "@flow-bundle/schema";
import { describe, expect, test } from "vitest";
import { lastLine, stateAtLine, textAtLine, type Item } from "./items.ts";
import { readSession, SessionLog } from "./session-log.ts";
import { member, textAt } from "./values.ts";

const fixtures = fileURLToPath(new URL("../../../../../fixtures/", import.meta.url));
const folders = (path: string): string[] =>
  readdirSync(fixtures + path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${path}/${name}`);
const bundles = [
  ...folders("valid"),
  ...folders("runs"),
  ...folders("third-party").flatMap((version) => folders(version)),
];
const sessions = bundles.flatMap((bundle) => {
  const path = `${bundle}/sessions`;
  return existsSync(fixtures + path)
    ? folders(path).map((folder) => [bundle, folder.slice(path.length + 1)] as const)
    : [];
});

async function read(bundle: string, sessionId: string): Promise<SessionLog> {
  const source = directorySource(fixtures + bundle);
  const { binding, events } = sessionPaths(sessionId);
  const found = await readJson(source, binding);
  const log = new SessionLog(events, found.ok ? textAt(found.value, "acpSessionId") : undefined);
  await readSession(source, log, true, () => true);
  return log;
}

/** What the record has of a conversation: texts of each side in a row, tool calls at the place of their first event. */
function inShort(pieces: readonly (readonly [string, string])[]): string[] {
  const joined: [string, string][] = [];
  for (const [role, text] of pieces) {
    const last = joined.at(-1);
    if (last !== undefined && last[0] === role && role !== "tool") last[1] += text;
    else if (text !== "") joined.push([role, text]);
  }
  return joined.map(([role, text]) => `${role}: ${text}`);
}

function ofItems(items: readonly Item[]): (readonly [string, string])[] {
  return items.flatMap((item): (readonly [string, string])[] => {
    switch (item.kind) {
      case "prompt":
        return [["user", item.blocks.map((block) => textAt(block, "text") ?? "").join("")]];
      case "text":
        return [[item.role, item.text]];
      case "tool":
        return [["tool", item.states[0]?.value.id ?? ""]];
      default:
        return [];
    }
  });
}

describe.each(sessions)("%s %s", (bundle, sessionId) => {
  test("says what the record says", async () => {
    const source = directorySource(fixtures + bundle);
    const binding = await readJson(source, sessionPaths(sessionId).binding);
    if (!binding.ok) return;
    const fold = createRecordFold(binding.value as SessionBinding);
    for await (const { event } of readSessionEvents(source, sessionId)) {
      fold.apply(event as unknown as SessionEvent);
    }
    const { messages } = fold.record({ createdAt: "2026-01-01T00:00:00.000Z" });
    const expected = messages.flatMap((message): (readonly [string, string])[] => {
      const user = member(message, "User");
      if (user !== undefined) {
        const { content } = user as { readonly content: readonly unknown[] };
        return [["user", content.map((piece) => textAt(piece, "Text") ?? "").join("")]];
      }
      const { content } = member(message, "Agent") as { readonly content: readonly unknown[] };
      return content.map((piece) => {
        const thought = member(piece, "Thinking");
        if (thought !== undefined) return ["thought", textAt(thought, "text") ?? ""];
        const tool = member(piece, "ToolUse");
        return tool === undefined
          ? ["agent", textAt(piece, "Text") ?? ""]
          : ["tool", textAt(tool, "id") ?? ""];
      });
    });
    const { transcript } = await read(bundle, sessionId);
    expect(inShort(ofItems(transcript.items))).toEqual(inShort(expected));
  });

  test("has items in the order of their lines, each line in one of them", async () => {
    const { transcript, count } = await read(bundle, sessionId);
    const lines = transcript.items.map(({ line }) => line);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    for (const item of transcript.items) expect(lastLine(item)).toBeLessThanOrEqual(count);
  });
});

describe("a rich session", () => {
  test("has plans, diffs, permissions and terminals, as they were at each line", async () => {
    const [sessionId = ""] = readdirSync(`${fixtures}runs/two-turn/sessions`);
    const { transcript, lineAt } = await read("runs/two-turn", sessionId);
    expect(lineAt).toBeTypeOf("function");
    const { items } = transcript;
    const kinds = new Set(items.map(({ kind }) => kind));
    for (const kind of [
      "prompt",
      "text",
      "tool",
      "plan",
      "permission",
      "terminal",
      "file",
      "end",
    ]) {
      expect(kinds).toContain(kind);
    }
    const tool = items.find((item) => item.kind === "tool");
    if (tool?.kind !== "tool") throw new Error("no tool call");
    expect(stateAtLine(tool.states, 13).status).toBe("pending");
    expect(stateAtLine(tool.states, 14).status).toBe("in_progress");
    expect(stateAtLine(tool.states, 9999).status).toBe("failed");
    const terminal = items.find((item) => item.kind === "terminal");
    expect(terminal?.kind === "terminal" && terminal.shownBy).toBe(tool.index);
    const permission = items.find((item) => item.kind === "permission");
    if (permission?.kind !== "permission") throw new Error("no permission");
    expect(stateAtLine(permission.states, 52).answer).toBeUndefined();
    expect(stateAtLine(permission.states, 53).answer?.result).toEqual({
      outcome: { outcome: "selected", optionId: "allow" },
    });
    const thought = items.find((item) => item.kind === "text");
    expect(thought?.kind === "text" && textAtLine(thought, 8)).toBe("The check knows what is wron");
  });
});
