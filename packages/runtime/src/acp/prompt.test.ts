import { expect, test } from "vitest";
import { displayText, promptBlocks, promptStatus } from "./prompt.ts";

test.each([
  [undefined, /a string or a list of content blocks, but the node's function gave nothing$/],
  [null, /gave null$/],
  [42, /gave a number$/],
  [{ type: "text", text: "x" }, /gave an object$/],
  [["x"], /^Content block 0 of the prompt is a string, not an object$/],
  [
    [{ type: "text", text: "x" }, { type: "video" }],
    /^Content block 1 .* has the type "video"; expected text, image/,
  ],
  [[{ type: "toString" }], /has the type "toString"/],
  [[{ type: "text" }], /has no text "text"$/],
  [[{ type: "image", data: "x" }], /has no text "mimeType"$/],
  [[{ type: "resource" }], /has no object "resource"$/],
  [[{ type: "resource", resource: { uri: "x" } }], /has neither "text" nor "blob"/],
])("%j is no prompt", (prompt, message) => {
  expect(() => promptBlocks(prompt)).toThrow(message);
});

test("a string is one block of text", () => {
  expect(promptBlocks(" hi\n")).toEqual([{ type: "text", text: " hi\n" }]);
  expect(promptBlocks([])).toEqual([]);
  expect(displayText([])).toBe("");
});

test("later changes of the list change nothing", () => {
  const list = [{ type: "text", text: "a" }];
  const blocks = promptBlocks(list);
  list[0] = { type: "text", text: "b" };
  expect(blocks).toEqual([{ type: "text", text: "a" }]);
});

test("a heartbeat has the first line", () => {
  expect(promptStatus("\n  first \nsecond")).toBe("ACP: first");
  expect(promptStatus(" \n")).toBe("ACP: (empty prompt)");
  expect(promptStatus("𝄞".repeat(200))).toBe(`ACP: ${"𝄞".repeat(119)}…`);
});
