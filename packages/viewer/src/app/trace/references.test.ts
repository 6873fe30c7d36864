import { fileURLToPath } from "node:url";
import { openBundle } from "@flow-bundle/bundle";
import { directorySource } from "@flow-bundle/bundle/node";
import type { AttemptView } from "@flow-bundle/schema";
import { expect, test } from "vitest";
import { listedReferences, referencesIn } from "./references.ts";

const path = fileURLToPath(
  new URL("../../../../../fixtures/valid/1.1-acp-two-turn", import.meta.url),
);
const view = (await (await openBundle(directorySource(path))).fold()).view();

test("says of each artifact what refers to it", () => {
  const references = referencesIn(view);
  const prompt = view.attempts[0]?.promptArtifact?.path ?? "";
  expect(references.get(prompt)).toEqual({
    count: 1,
    first: [{ what: "Prompt", attemptId: "draft#1" }],
  });
  const response = view.attempts[0]?.rawResponseArtifact?.path ?? "";
  expect(references.get(response)?.first).toEqual([
    { what: "Output", attemptId: "draft#1" },
    { what: "Response of the agent", attemptId: "draft#1" },
  ]);
  expect([...references.keys()].toSorted()).toEqual(
    (view.artifacts as unknown as { readonly path: string }[])
      .map((artifact) => artifact.path)
      .toSorted(),
  );
});

test("lists the first references and counts the others", () => {
  const [attempt] = view.attempts;
  const attempts = Array.from({ length: 5000 }, (_, i): AttemptView => ({
    ...(attempt as AttemptView),
    attemptId: `draft#${i + 1}`,
  }));
  const references = referencesIn({ ...view, attempts });
  const prompt = references.get(attempt?.promptArtifact?.path ?? "");
  expect(prompt?.count).toBe(5000);
  expect(prompt?.first.map(({ attemptId }) => attemptId)).toEqual(
    Array.from({ length: listedReferences }, (_, i) => `draft#${i + 1}`),
  );
});
