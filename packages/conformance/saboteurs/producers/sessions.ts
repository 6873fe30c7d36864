import { doing, eventsFile, recordFile } from "./operations.ts";
import type { Wrong } from "./operations.ts";

/** Producers that are wrong about sessions with agents. */
export const sessions: readonly Wrong[] = [
  {
    name: "forgetful-agent",
    title: "It begins a new session for each turn.",
    check: "producer/sessions",
    cases: ["producer/acp/two-turns"],
    request: (request) => {
      const flow = structuredClone(request.flow) as {
        nodes: Record<string, { session: { handle?: string } }>;
      };
      for (const [id, { session }] of Object.entries(flow.nodes)) session.handle = id;
      return { ...request, flow };
    },
  },
  {
    name: "shares-isolated",
    title: "It lets isolated attempts share a session.",
    check: "producer/sessions",
    cases: ["producer/acp/isolated-again"],
    request: (request) => {
      const flow = structuredClone(request.flow) as {
        nodes: Record<string, { session?: { isolated?: boolean } }>;
      };
      for (const { session } of Object.values(flow.nodes)) delete session?.isolated;
      return { ...request, flow };
    },
  },
  {
    name: "polite",
    title: "It adds to prompts.",
    check: "producer/turns",
    cases: ["producer/acp/one-turn"],
    request: doing("talk", { prompt: "Hello, please" }),
  },
  {
    name: "edits-messages",
    title: "It changes messages before it records them.",
    check: "producer/wire",
    cases: ["producer/acp/one-turn"],
    mutation: (files) => [
      {
        op: "set",
        file: eventsFile(files),
        where: { "/message/method": "session/prompt" },
        pointer: "/message/params/prompt/0/text",
        value: "HELLO",
      },
      { op: "reseal" },
    ],
  },
  {
    name: "refuses-for-the-agent",
    title: "It changes how a turn ended.",
    check: "producer/wire",
    cases: ["producer/acp/one-turn"],
    mutation: (files) => [
      {
        op: "set",
        file: eventsFile(files),
        where: { "/message/result/stopReason": "end_turn" },
        pointer: "/message/result/stopReason",
        value: "refusal",
      },
      { op: "reseal" },
    ],
  },
  {
    name: "answers-for-the-agent",
    title: "It takes messages of the agent for messages of the user.",
    check: "producer/conversation",
    cases: ["producer/acp/one-turn"],
    mutation: (files) => [
      {
        op: "set",
        file: recordFile(files),
        pointer: "/messages/1",
        value: { User: { id: "1", content: [{ Text: "echo: Hello" }] } },
      },
      { op: "reseal" },
    ],
  },
  {
    name: "summarises",
    title: "It shortens what the agent said in the record.",
    check: "producer/conversation",
    cases: ["producer/acp/one-turn"],
    mutation: (files) => [
      {
        op: "set",
        file: recordFile(files),
        pointer: "/messages/1/Agent/content/0/Text",
        value: "echo",
      },
      { op: "reseal" },
    ],
  },
];
