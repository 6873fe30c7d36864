import { acp, compute, defineFlow } from "acpx/flows";

/** A conversation of as many turns as the input says, all in one session. */
export default defineFlow({
  name: "turns",
  startAt: "ask",
  nodes: {
    ask: acp({
      prompt: ({ outputs }) => `Question ${(turnOf(outputs) ?? 0) + 1}`,
      parse: (text, { input, outputs }) => {
        const turn = (turnOf(outputs) ?? 0) + 1;
        return { turn, characters: text.length, more: turn < (input as { steps: number }).steps };
      },
    }),
    end: compute({ run: ({ outputs }) => outputs["ask"] }),
  },
  edges: [{ from: "ask", switch: { on: "$.more", cases: { true: "ask", false: "end" } } }],
});

function turnOf(outputs: Record<string, unknown>): number | undefined {
  return (outputs["ask"] as { turn: number } | undefined)?.turn;
}
