import { expect, test } from "vitest";
import { makeTree } from "../../lib/testing/tree.ts";
import { requestMembers } from "./request-members.ts";

const schema = {
  properties: {
    bundle: { description: "Readers: the bundle." },
    agent: { description: "Producers: the agent.", properties: { command: {}, args: {} } },
  },
  $defs: { behaviour: { properties: { fail: {}, exec: { properties: { stdin: {}, env: {} } } } } },
};

const found = (...tables: readonly string[]): string[] =>
  requestMembers
    .run(
      makeTree({
        "spec/conformance/request.schema.json": schema,
        "docs/conformance/adapter.md": tables.join("\n"),
      }),
    )
    .map(({ place, message }) => `${place}: ${message}`);

const request = `| member of the request | meaning |
| --- | --- |
| \`agent\` | \`command\`, \`args\` |
`;
const entry = `| member of an entry | meaning |
| --- | --- |
| \`fail\` | how |
| \`exec\` | a command |
`;
const exec = `| member of \`exec\` | meaning |
| --- | --- |
| \`stdin\`, \`env\` | what it gets |
`;

test("a page that names all", () => {
  expect(found(request, entry, exec)).toEqual([]);
});

test("finds a table, a row, a member of a member that is missing", () => {
  expect(found(request, exec)).toEqual([
    "member of an entry: fail is missing",
    "member of an entry: exec is missing",
  ]);
  expect(found(request, entry, exec.replace(", `env`", ""))).toEqual([
    "member of `exec`: env is missing",
  ]);
  expect(found(request.replace(", `args`", ""), entry, exec)).toEqual([
    "member of the request: args is missing",
  ]);
});

test("finds a row that the schema does not have", () => {
  expect(found(request, `${entry}| \`sleep\` | so long |\n`, exec)).toEqual([
    "member of an entry: sleep is no member, says spec/conformance/request.schema.json",
  ]);
});
