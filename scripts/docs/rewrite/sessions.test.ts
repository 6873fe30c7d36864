import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makeTree } from "../../lib/testing/tree.ts";
import { texts } from "../texts.ts";
import { sessions } from "./sessions.ts";

async function rewritten(body: string): Promise<string> {
  const root = makeTree({ "a.md": `Before\n\n\`\`\`console run\n${body}\n\`\`\`\n\nAfter\n` });
  const [text] = texts(root);
  const content = text === undefined ? "" : await sessions.rewrite(root, text);
  return content.replace(/^Before\n\n```console run\n|\n```\n\nAfter\n$/g, "");
}

test.each([
  "$ echo a\na",
  "$ false\n$ echo $?\n1",
  "$ printf 'a\\n\\nb\\n'\na\n\nb",
  "$ seq 9\n1\n…\n9",
  "$ seq 3\n…",
])("keeps what fits: %s", async (body) => {
  expect(await rewritten(body)).toBe(body);
});

test("puts in what the commands print, on both streams", async () => {
  expect(await rewritten("$ echo a\nb\n$ echo c >&2")).toBe("$ echo a\na\n$ echo c >&2\nc");
  expect(await rewritten("$ seq 3\n1\n…\n4")).toBe("$ seq 3\n1\n2\n3");
});

test("later commands see what earlier ones did", async () => {
  expect(await rewritten("$ x=1\n$ echo $x")).toBe("$ x=1\n$ echo $x\n1");
});

test("a session that changes a bundle works on a copy", async () => {
  const root = makeTree({
    "bundle/manifest.json": "old",
    "a.md": "```console run=bundle\n$ echo new > run/manifest.json\n$ cat run/*\nnew\n```\n",
  });
  const [text] = texts(root);
  expect(text && (await sessions.rewrite(root, text))).toBe(text?.content);
  expect(readFileSync(`${root}/bundle/manifest.json`, "utf8")).toBe("old");
});
