import { memorySource, type BundleSource } from "@flow-bundle/bundle";
import type { ConversationItem } from "@flow-bundle/bundle/session";
import { directorySource } from "@flow-bundle/bundle/node";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { EntryHead } from "./batch.ts";
import { FollowedSession } from "./testing/followed-session.ts";

const path = "sessions/main/events.ndjson";
const start = Date.parse("2026-01-01T00:00:00.000Z");

/** Lines of a session's events, a second apart. */
function linesOf(messages: readonly (readonly [direction: string, message: object])[]): string[] {
  return messages.map(([direction, message], i) => {
    const at = new Date(start + i * 1000).toISOString();
    return JSON.stringify({ seq: i + 1, at, direction, message: { jsonrpc: "2.0", ...message } });
  });
}

const prompt = (id: number, text: string) =>
  [
    "outbound",
    { id, method: "session/prompt", params: { sessionId: "s", prompt: [{ type: "text", text }] } },
  ] as const;
const update = (value: object) =>
  ["inbound", { method: "session/update", params: { sessionId: "s", update: value } }] as const;
const say = (text: string) =>
  update({ sessionUpdate: "agent_message_chunk", content: { type: "text", text } });

function sourceOf(text: string | Uint8Array): BundleSource {
  return memorySource("m", new Map([[path, text]]));
}

function textOf(item: ConversationItem | undefined): string {
  if (item?.kind !== "message") throw new Error(`It is ${item?.kind}`);
  return item.blocks.map((block) => (block.type === "text" ? block.text : "")).join("");
}

describe("a session that grows", () => {
  const lines = linesOf([prompt(1, "hello"), say("one "), say("two "), say("thrée")]);
  const bytes = new TextEncoder().encode(`${lines.join("\n")}\n`);

  test("is the same as one that is read at once, wherever it was cut", async () => {
    const whole = new FollowedSession(path, "s");
    await whole.read(sourceOf(bytes), true);
    for (let cut = 1; cut < bytes.length; cut += 7) {
      const grown = new FollowedSession(path, "s");
      await grown.read(sourceOf(bytes.slice(0, cut)), false);
      await grown.item(1);
      await grown.read(sourceOf(bytes), false);
      expect({ ...grown.log, revision: 0 }).toEqual({ ...whole.log, revision: 0 });
      expect(grown.log.entries).toEqual(whole.log.entries);
      expect(await grown.item(1)).toEqual(await whole.item(1));
    }
    expect(textOf((await whole.item(1))?.item)).toBe("one two thrée");
  });

  test("is read on from where it ended, and not from its start", async () => {
    const starts: number[] = [];
    const watched = (length: number): BundleSource => {
      const source = sourceOf(bytes.slice(0, length));
      return {
        ...source,
        blocks(file, from, end) {
          starts.push(from ?? 0);
          return source.blocks(file, from, end);
        },
      };
    };
    const session = new FollowedSession(path, "s");
    const second = bytes.indexOf(10, bytes.indexOf(10) + 1) + 1;
    await session.read(watched(second + 20), false);
    expect(session.log.torn).toEqual({ offset: second, bytes: 20, waits: true });
    expect(session.log.count).toBe(2);
    await session.read(watched(bytes.length), false);
    expect(starts).toEqual([0, second]);
    expect(session.log.torn).toBeUndefined();
    expect(session.log.count).toBe(4);
  });

  test("tells of a half written last line, which counts once the run has ended", async () => {
    const session = new FollowedSession(path, "s");
    const torn = bytes.slice(0, -1);
    await session.read(sourceOf(torn), false);
    expect(session.log.count).toBe(3);
    expect(textOf((await session.item(1))?.item)).toBe("one two ");
    await session.read(sourceOf(torn), true);
    expect(session.log.count).toBe(4);
    expect(textOf((await session.item(1))?.item)).toBe("one two thrée");
  });
});

describe("a rich session", () => {
  const folder = fileURLToPath(new URL("../../../../../fixtures/runs/two-turn", import.meta.url));
  const [sessionId = ""] = readdirSync(`${folder}/sessions`);
  const session = new FollowedSession(`sessions/${sessionId}/events.ndjson`, undefined);
  beforeAll(() => session.read(directorySource(folder), true));

  const first = (kind: string): EntryHead => {
    const entry = session.log.entries.find((found) => found.kind === kind);
    if (entry === undefined) throw new Error(`There is no ${kind}`);
    return entry;
  };

  test("has all that was recorded", () => {
    const kinds = new Set(session.log.entries.map(({ kind }) => kind));
    for (const kind of "prompt message tool plan permission terminal file end".split(" ")) {
      expect(kinds).toContain(kind);
    }
  });

  test("is shown as it was at each line, forwards and backwards", async () => {
    const { index } = first("tool");
    for (const [line, status] of [
      [13, "pending"],
      [14, "in_progress"],
      [9999, "failed"],
      [13, "pending"],
    ] as const) {
      const loaded = await session.item(index, line);
      expect(loaded?.item).toMatchObject({ kind: "tool", call: { status } });
    }
    const permission = first("permission");
    const before = await session.item(permission.index, permission.first);
    expect(before?.item).toMatchObject({ chosen: undefined, answer: undefined });
    expect((await session.item(permission.index))?.item).toMatchObject({ chosen: "allow" });
  });

  test("has the terminal of a tool call in it, and not a second time", async () => {
    const terminal = first("terminal");
    const tool = first("tool");
    expect(terminal.shownFrom).toBeGreaterThan(terminal.first);
    expect(session.log.entriesAt(Infinity)).not.toContain(terminal);
    expect(session.log.entriesAt(terminal.first)).toContain(terminal);
    const { terminals = [], last = 0 } = (await session.item(tool.index)) ?? {};
    expect(terminals).toHaveLength(1);
    expect(terminals[0]).toMatchObject({ kind: "terminal", command: "node" });
    expect(last).toBe(tool.last);
  });
});

test("keeps no text of what nobody looks at", async () => {
  const secret = "text that is long enough to be seen in the index, were it kept there ".repeat(4);
  const lines = linesOf([prompt(1, secret), say(secret)]);
  const session = new FollowedSession(path, "s");
  await session.read(sourceOf(lines.join("\n")), true);
  expect(JSON.stringify(session.log)).not.toContain(secret);
  expect(textOf((await session.item(1))?.item)).toBe(secret);
});

test("lines that cannot be used are things of their own, and the rest goes on", async () => {
  const [one = "", two = "", three = ""] = linesOf([prompt(1, "a"), say("b"), say("c")]);
  const session = new FollowedSession(path, "s");
  await session.read(sourceOf(`${one}\n${two}\n{ broken\n[]\n${three}\n`), true);
  const { entries, problems } = session.log;
  expect([...problems.keys()]).toEqual([3, 4]);
  expect(entries.map(({ kind }) => kind)).toEqual(["prompt", "message", "other", "other"]);
  expect(entries[2]?.reason).toBe("The line is not JSON");
  expect(textOf((await session.item(1))?.item)).toBe("bc");
});

test("a file that became shorter is told, and not thrown", async () => {
  const lines = linesOf([prompt(1, "a"), say("b".repeat(300_000)), say("c")]);
  const session = new FollowedSession(path, "s");
  await session.read(sourceOf(lines.join("\n")), true);
  await session.read(sourceOf(lines[0] ?? ""), true);
  expect(await session.item(1)).toMatchObject({
    item: undefined,
    failure: expect.stringContaining("shorter"),
  });
});
