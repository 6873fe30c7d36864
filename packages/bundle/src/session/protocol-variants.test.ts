import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { decodeContentBlock } from "./content-block.ts";
import { Conversation } from "./testing/conversation.ts";
import { sampleOf, type Definitions } from "./testing/sample.ts";
import { knownUpdates } from "./update.ts";

// Everything that the schema of the protocol has, as the SDK in use ships it. What a later version adds fails here until
// it is understood.

type Members = { readonly [key: string]: unknown };

function schema(name: string): Definitions {
  const path = createRequire(import.meta.url).resolve(`@agentclientprotocol/sdk/schema/v1/${name}`);
  return (JSON.parse(readFileSync(path, "utf8")) as { readonly $defs: Definitions }).$defs;
}

const stable = schema("schema.json");
const unstable = schema("schema.unstable.json");

/** A value of each kind that a definition allows, by the member that tells them apart. */
function variants(name: string, tag: string, definitions = stable): [string, Members][] {
  const { oneOf = [], anyOf = [] } = definitions[name] ?? {};
  return [...oneOf, ...anyOf]
    .filter(({ properties }) => properties?.[tag]?.const !== undefined)
    .map((variant) => [
      String(variant.properties?.[tag]?.const),
      sampleOf(variant, definitions) as Members,
    ]);
}

/** Members that only say what belongs together, and how a client may show it. */
const silent = new Set(["sessionUpdate", "type", "messageId", "compactionId", "annotations"]);

/** All texts and numbers in a value. */
function leaves(value: unknown, key = ""): unknown[] {
  if (silent.has(key)) return [];
  if (typeof value !== "object" || value === null) return [value];
  // A link that has a title is called by it.
  const { name: _, ...rest } = value as { name?: unknown };
  const members = "title" in value && "uri" in value ? rest : value;
  return Object.entries(members).flatMap(([name, member]) => leaves(member, name));
}

function expectAll(told: unknown, shown: unknown): void {
  const text = JSON.stringify(shown);
  for (const leaf of leaves(told)) expect(text).toContain(JSON.stringify(leaf));
}

const prompt = { id: 1, method: "session/prompt", params: { sessionId: "s", prompt: [] } };

describe("updates", () => {
  const updates = variants("SessionUpdate", "sessionUpdate");

  it("are all known, and no others are thought to exist", () => {
    expect(updates.map(([name]) => name)).toEqual([...knownUpdates]);
  });

  it.each(updates)("%s is shown, with all that it tells", (_, update) => {
    const conversation = new Conversation("s").out(prompt).update(update);
    const [, entry, ...others] = conversation.outline.entries;
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ lines: [2], turn: 1, reason: undefined });
    expectAll(update, conversation.item(1));
  });

  const stableNames = new Set(updates.map(([name]) => name));
  const later = variants("SessionUpdate", "sessionUpdate", unstable);

  it.each(later.filter(([name]) => !stableNames.has(name)))(
    "%s, which is not settled yet, is shown as it came",
    (name, update) => {
      const conversation = new Conversation("s").out(prompt).update(update);
      expect(conversation.outline.entries[1]?.reason).toBe("An update of an unknown kind");
      expect(conversation.item(1)).toEqual({ kind: "other", name, value: update });
    },
  );
});

describe("content", () => {
  const blocks = variants("ContentBlock", "type");

  it.each(blocks)("%s is understood wherever it stands", (type, block) => {
    const decoded = decodeContentBlock(block);
    expect(decoded.type).toBe(type);
    expectAll(block, decoded);
    const conversation = new Conversation("s").out({ ...prompt, params: { prompt: [block] } });
    const roles = ["user_message_chunk", "agent_message_chunk", "agent_thought_chunk"];
    for (const sessionUpdate of roles) conversation.update({ sessionUpdate, content: block });
    conversation.update({
      sessionUpdate: "tool_call",
      toolCallId: "t",
      content: [{ type: "content", content: block }],
    });
    const [first, ...chunks] = conversation.items();
    expect(first).toEqual({ kind: "prompt", blocks: [decoded] });
    expect(chunks.slice(0, 3)).toEqual(
      ["user", "agent", "thought"].map((role) => ({ kind: "message", role, blocks: [decoded] })),
    );
    expect(chunks[3]).toMatchObject({ call: { content: [{ type: "content", block: decoded }] } });
  });

  it.each(["TextResourceContents", "BlobResourceContents"])("a resource of %s is shown", (name) => {
    const resource = sampleOf({ $ref: name }, stable);
    const decoded = decodeContentBlock({ type: "resource", resource });
    expect(decoded.type).toBe("resource");
    expectAll(resource, decoded);
  });

  it.each(variants("ToolCallContent", "type"))("%s of a tool call is understood", (type, part) => {
    const call = { sessionUpdate: "tool_call", toolCallId: "t", content: [part] };
    const item = new Conversation("s").out(prompt).update(call).item(1);
    expect(item).toMatchObject({ call: { content: [{ type }] } });
    expectAll(part, item);
  });
});

describe("requests of the agent", () => {
  const requests = Object.entries(stable)
    .filter(([name, definition]) => name.endsWith("Request") && sideOf(definition) === "client")
    .map(([name, definition]) => [methodOf(definition), name] as const);

  it("are those that are known", () => {
    const known =
      "elicitation/create fs/read_text_file fs/write_text_file session/request_permission " +
      "terminal/create terminal/kill terminal/output terminal/release terminal/wait_for_exit";
    expect(requests.map(([method]) => method).toSorted()).toEqual(known.split(" "));
  });

  it.each(requests)("%s is shown with what was answered", (method, name) => {
    const conversation = new Conversation("s").out(prompt);
    const result = sampleOf({ $ref: "CreateTerminalResponse" }, stable);
    if (method.startsWith("terminal/") && method !== "terminal/create") {
      conversation.in({ id: 0, method: "terminal/create", params: { command: "c" } });
      conversation.out({ id: 0, result });
    }
    const before = conversation.item(1);
    conversation.in({ id: 5, method, params: sampleOf({ $ref: name }, stable) });
    const answer = sampleOf({ $ref: name.replace("Request", "Response") }, stable);
    conversation.out({ id: 5, result: answer });
    expect(conversation.outline.entries).toHaveLength(2);
    const entry = conversation.outline.entries[1];
    expect(entry?.kind).not.toMatch(/^(?:call|other)$/);
    expect(entry?.lines.slice(-2)).toEqual(before === undefined ? [2, 3] : [4, 5]);
    expect(conversation.item(1)).not.toEqual(before);
    expectAll(answer, conversation.item(1));
  });
});

it.each(variants("RequestPermissionOutcome", "outcome"))(
  "a permission that is %s is told",
  (name, outcome) => {
    const conversation = new Conversation("s").out(prompt);
    const params = sampleOf({ $ref: "RequestPermissionRequest" }, stable);
    conversation.in({ id: 5, method: "session/request_permission", params });
    conversation.out({ id: 5, result: { outcome } });
    const item = conversation.item(1);
    expectAll((params as { readonly options: unknown }).options, item);
    expect(item).toMatchObject({
      isCancelled: name === "cancelled",
      chosen: outcome["optionId"],
    });
  },
);

it("the end of a turn tells why", () => {
  const reasons = (stable["StopReason"]?.oneOf ?? []).map((reason) => reason.const);
  expect(reasons).toContain("cancelled");
  for (const stopReason of reasons) {
    const conversation = new Conversation("s").out(prompt).in({ id: 1, result: { stopReason } });
    expect(conversation.item(1)).toMatchObject({ kind: "end", stopReason });
  }
});

function sideOf(definition: object): unknown {
  return (definition as { readonly "x-side"?: unknown })["x-side"];
}

function methodOf(definition: object): string {
  return String((definition as { readonly "x-method"?: unknown })["x-method"]);
}
