import { nodeHost } from "@flow-bundle/bundle/node";
import { expect, test } from "vitest";
import { resumeFlow, runFlow } from "./run-flow.ts";
import { checkpoint, compute, findingsOf, flowOf, options, storyOf } from "./testing/runs.ts";

test("an answer is for the checkpoint that was seen, and for no later one", async () => {
  const flow = flowOf({ ask: checkpoint() }, [
    { from: "ask", switch: { on: "$.again", cases: { true: "ask", false: "done" } } },
  ]);
  const loop = { ...flow, nodes: { ...flow.nodes, done: compute(() => 1) } };
  const { path } = await runFlow(loop, {}, options());
  const input = { again: true };
  const answer = (more: object) => resumeFlow(loop, path, { input, ...more }, options());
  expect(await answer({ checkpoint: "ask#1" })).toMatchObject({ status: "waiting" });
  for (const [more, message] of [
    [{ checkpoint: "ask#1" }, 'The run waits at "ask#2", and not at "ask#1"'],
    [{ seenSeq: 4 }, "The run has gone on meanwhile, in another process; look how it stands now"],
  ] as const) {
    await expect(answer(more)).rejects.toMatchObject({ code: "resume", message });
  }
  const between = nodeHost();
  const { link } = between.files;
  let isFirst = true;
  const files: typeof between.files = {
    ...between.files,
    // Just before the lock is taken, somebody else resumes the run, which comes to the checkpoint again.
    async link(from, to) {
      if (isFirst) {
        isFirst = false;
        await answer({ checkpoint: "ask" });
      }
      await link(from, to);
    },
  };
  const late = resumeFlow(loop, path, { input }, { ...options(), host: { ...between, files } });
  await expect(late).rejects.toMatchObject({
    code: "resume",
    message: expect.stringContaining("meanwhile"),
  });
  expect(storyOf(path).slice(-2)).toEqual(["< ask#3 ok", "run_waiting"]);
  await answer({ checkpoint: "ask#3", input: { again: false } });
  await expect(answer({ checkpoint: "ask#3" })).rejects.toMatchObject({ code: "resume" });
  expect(await findingsOf(path)).toEqual([]);
});
