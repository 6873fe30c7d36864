// A run stops and waits for somebody: an agent drafts, a person decides, and only then something happens that cannot be
// taken back. Use it before publishing, deleting or paying; the run may wait for days, and no process waits with it.
import { writeFile } from "node:fs/promises";
import { acp, action, checkpoint, compute, defineFlow } from "@flow-bundle/runtime/flows";

interface Input {
  readonly subject?: string;
  /** Where the announcement goes. */
  readonly file?: string;
}

/** What a person answers: the input of `flow resume`. */
interface Review {
  readonly decision: "publish" | "revise" | "drop";
  readonly comment?: string;
}

export default defineFlow({
  name: "approval",
  startAt: "draft",
  nodes: {
    draft: acp({
      prompt: ({ input, outputs }) => {
        const { subject = "version 2.0" } = input as Input;
        const review = outputs["review"] as Review | undefined;
        return review === undefined
          ? `Write an announcement of ${subject}, in one sentence.`
          : `Write it again. What the reviewer says: ${review.comment ?? "not good enough"}`;
      },
    }),
    review: checkpoint({
      summary: "Publish this announcement? Answer with a decision: publish, revise or drop",
      // What the person has to see. It is the output until the answer takes its place.
      run: ({ outputs }) => ({ announcement: outputs["draft"] }),
    }),
    publish: action({
      run: async ({ input, outputs }) => {
        const { file = "ANNOUNCEMENT.md" } = input as Input;
        await writeFile(file, `${String(outputs["draft"])}\n`);
        return { published: file };
      },
    }),
    drop: compute({ run: () => ({ published: null }) }),
  },
  edges: [
    { from: "draft", to: "review" },
    {
      from: "review",
      switch: { on: "$.decision", cases: { publish: "publish", revise: "draft", drop: "drop" } },
    },
  ],
});
