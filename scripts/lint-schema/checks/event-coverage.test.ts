import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeTree, writeTree } from "../../lib/testing/tree.ts";
import { eventCoverage } from "./event-coverage.ts";

const condition = (type: string): object => ({
  if: { properties: { type: { const: type } } },
  then: {},
});

const complete = {
  "spec/1.1/events/run-started.schema.json": {},
  "spec/1.1/trace-event.schema.json": { allOf: [condition("run_started")] },
  "spec/rules/trace/run-started-payload.md": "---\nid: trace/run-started-payload\n---\n",
  "spec/text/trace.md": '# Trace\n\n<a id="event-run-started"></a>\n\n## run_started\n',
  "fixtures/valid/a/trace.ndjson": '{"seq":1,"type":"run_started"}\n',
};

const found = (root: string): string[] => eventCoverage.run(root).map(({ message }) => message);

test("a type that has everything", () => {
  expect(found(makeTree(complete))).toEqual([]);
});

test.each([
  ["spec/1.1/events/run-started.schema.json", "schema"],
  ["spec/1.1/trace-event.schema.json", "condition that leads to its schema"],
  ["spec/rules/trace/run-started-payload.md", "rule"],
  ["spec/text/trace.md", "section"],
  ["fixtures/valid/a/trace.ndjson", "golden bundle"],
])("without %s", (file, what) => {
  const root = makeTree(complete);
  rmSync(join(root, file));
  expect(found(root)).toEqual([`the event type run_started has no ${what}`]);
});

test("a type that is only in the text", () => {
  const root = makeTree(complete);
  writeTree(root, { "spec/text/more.md": '<a id="event-run-paused"></a>\n' });
  expect(found(root)).toHaveLength(4);
});
