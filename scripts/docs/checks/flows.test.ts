import { expect, test } from "vitest";
import { makeTree } from "../../lib/testing/tree.ts";
import { flows } from "./flows.ts";

const found = (block: string): string[] =>
  flows.run(makeTree({ "a.md": block })).map(({ place, message }) => `${place}: ${message}`);

const flow = (node: string, comment = "") => `${comment}

\`\`\`ts flow
import { acp, checkpoint, compute, defineFlow } from "@flow-bundle/runtime/flows";

const maker = { acp, checkpoint, compute };
export default defineFlow({ name: "a", startAt: "a", nodes: { a: maker.${node} }, edges: [] });
\`\`\`
`;

test("flows that run as they are said to", () => {
  expect(found(flow("compute({ run: () => 1 })"))).toEqual([]);
  expect(found(flow("checkpoint()", '<!-- flow: {"ends": "waiting"} -->'))).toEqual([]);
  expect(found(flow("checkpoint()", '<!-- flow: {"answer": true} -->'))).toEqual([]);
  const script = '{"rules": [{"steps": [{"text": "7"}]}]}';
  const parsing = 'acp({ prompt: () => "?", parse: (text) => { if (text !== "7") throw 1; } })';
  expect(found(flow(parsing, `<!-- flow: {"agent": ${script}} -->`))).toEqual([]);
});

test("finds a flow that ends otherwise, and mistakes in types", () => {
  expect(found(flow('compute({ run: () => { throw new Error("no"); } })'))).toEqual([
    "line 3: the run is failed: no",
  ]);
  expect(found(flow("compute({ run: () => 1, statusDetail: 5 as never as string })"))[0]).toMatch(
    /^line 3: the run has no result: .*statusDetail/s,
  );
  expect(found(flow("compute({ run: (): string => 1 })"))).toEqual([
    "line 7: TS2322: Type 'number' is not assignable to type 'string'.",
  ]);
  expect(found("```ts run\nconst a: string = 1;\n```\n")[0]).toMatch(/^line 2: TS2322/);
});

test("looks at nothing else", () => {
  expect(found("```ts\nnowhere();\n```\n\n```js run\nnowhere();\n```\n")).toEqual([]);
});
