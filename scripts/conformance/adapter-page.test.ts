import { capabilitiesOf } from "@flow-bundle/conformance";
import { expect, test } from "vitest";
import { readText } from "../lib/files.ts";
import { root } from "../lib/process.mjs";

const page = readText(root, "docs/conformance/adapter.md");

/** What the page says between a text and the next heading. */
function after(start: string): string {
  const from = page.indexOf(start);
  expect(from, start).toBeGreaterThan(-1);
  return page.slice(from).split("\n#")[0] ?? "";
}

const names = (text: string) => [...text.matchAll(/`([a-z-]+)`/g)].map(([, name = ""]) => name);
const known = (role: "reader" | "validator" | "producer") =>
  capabilitiesOf(role)
    .map(({ name }) => name)
    .toSorted();

// Who declares a capability that there is not gets an error in place of a result.
test("the page about adapters names the capabilities of each role", () => {
  const table = after("| capability of a reader |").split("\n\n")[0] ?? "";
  const firstCells = table.split("\n").map((row) => row.split("|")[1] ?? "");
  expect(firstCells.flatMap(names).toSorted()).toEqual(known("reader"));
  expect(names(after("## Validators"))).toEqual(expect.arrayContaining(known("validator")));
  const sentence = /Capabilities of producers are ([^;]*);/.exec(page)?.[1] ?? "";
  expect(names(sentence).toSorted()).toEqual(known("producer"));
});
