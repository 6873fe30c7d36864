import type { FlowDefinition } from "@flow-bundle/runtime";
import { acp, action, compute, defineFlow, shell } from "@flow-bundle/runtime/flows";

const rounds = 2;

/**
 * A run with everything that writes: functions, commands, a conversation, outputs that become artifacts, a loop. It has
 * some eighty events and always ends `completed`.
 */
export const flow: FlowDefinition = defineFlow({
  name: "crash",
  startAt: "count",
  nodes: {
    count: compute({ run: ({ outputs }) => Number(outputs["count"] ?? 0) + 1 }),
    list: shell({
      heartbeatMs: 20,
      exec: ({ outputs }) => ({
        command: "printf",
        args: ["%s\\n", `round ${String(outputs["count"])}`],
      }),
    }),
    ask: acp({ prompt: ({ outputs }) => `Say round ${String(outputs["count"])}` }),
    collect: action({ run: ({ outputs }) => ({ text: "x".repeat(500), all: { ...outputs } }) }),
    more: compute({ run: ({ outputs }) => ({ again: Number(outputs["count"]) < rounds }) }),
    end: compute({ run: () => "y".repeat(40_000) }),
  },
  edges: [
    { from: "count", to: "list" },
    { from: "list", to: "ask" },
    { from: "ask", to: "collect" },
    { from: "collect", to: "more" },
    { from: "more", switch: { on: "$.again", cases: { true: "count", false: "end" } } },
  ],
});
