// An agent decides which way a run goes: it has to pick one of a fixed set of choices, and each has an edge of its own.
// Use it wherever a text has to be sorted before something is done about it.
import { acp, compute, decision, decisionEdge, defineFlow } from "acpx/flows";

interface Input {
  readonly message?: string;
}

interface Decision {
  readonly route: (typeof choices)[number];
  readonly reason: string;
}

const choices = ["bug", "question", "praise"] as const;

export default defineFlow({
  name: "branch",
  startAt: "classify",
  nodes: {
    classify: decision({
      question: ({ input }) => `What is this message about?\n\n${messageOf(input)}`,
      choices,
    }),
    report: compute({
      run: ({ input, outputs }) => ({
        title: messageOf(input).slice(0, 60),
        labels: ["bug", "needs-triage"],
        because: (outputs["classify"] as Decision).reason,
      }),
    }),
    answer: acp({
      prompt: ({ input }) => `Answer this question in two sentences.\n\n${messageOf(input)}`,
    }),
    thank: compute({ run: () => "Thank you! That is good to read." }),
  },
  edges: [
    decisionEdge({
      from: "classify",
      choices,
      cases: { bug: "report", question: "answer", praise: "thank" },
    }),
  ],
});

function messageOf(input: unknown): string {
  return (input as Input).message ?? "The average of no numbers at all is NaN. I expected 0.";
}
