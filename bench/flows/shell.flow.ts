import { compute, defineFlow, shell } from "acpx/flows";

/** A loop of as many commands as the input says; each prints a line. */
export default defineFlow({
  name: "shell",
  startAt: "print",
  nodes: {
    print: shell({
      exec: ({ outputs }) => {
        const last = outputs["print"] as { step: number } | undefined;
        return { command: "echo", args: [`${(last?.step ?? 0) + 1}`] };
      },
      parse: ({ stdout }, { input }) => {
        const step = Number(stdout);
        return { step, more: step < (input as { steps: number }).steps };
      },
    }),
    end: compute({ run: ({ outputs }) => outputs["print"] }),
  },
  edges: [{ from: "print", switch: { on: "$.more", cases: { true: "print", false: "end" } } }],
});
