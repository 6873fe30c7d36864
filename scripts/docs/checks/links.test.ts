import { expect, test } from "vitest";
import { makeTree } from "../../lib/testing/tree.ts";
import { links } from "./links.ts";

const found = (text: string): string[] =>
  links
    .run(
      makeTree({
        "docs/a.md": text,
        "docs/b.md":
          '# Two words\n\n## Again\n\n## Again\n\n<a id="own"></a>\n\n```sh\n# no heading\n```\n',
        "src/c.ts": "",
      }),
    )
    .map(({ place, message }) => `${place}: ${message}`);

test.each([
  ["[x](b.md)"],
  ["[x](b.md#two-words) and [y](b.md#again-1 'title')"],
  ["[x](b.md#own)"],
  ["[x](../src/c.ts), [y](../src/), [z](#here)\n\n# Here"],
  ["[x](https://example.org/nowhere)"],
  ["`[x](nowhere.md)`\n\n```md\n[x](nowhere.md)\n```"],
])("%s leads somewhere", (text) => {
  expect(found(text)).toEqual([]);
});

test.each([
  ["[x](nowhere.md)", "line 1: there is no docs/nowhere.md"],
  ["\n[x](b.md#no-heading)", "line 2: docs/b.md has no anchor #no-heading"],
  ["[x](#there)", "line 1: docs/a.md has no anchor #there"],
  ["[x]: nowhere.md", "line 1: there is no docs/nowhere.md"],
  ["[x](../../c.md)", "line 1: the target lies outside of the repository"],
  ["[x](/docs/b.md)", "line 1: an absolute path means something else on every machine"],
  ['<a id="x"></a>\n<a id="x"></a>', 'line 2: the anchor "x" is there twice'],
])("%s does not", (text, problem) => {
  expect(found(text)).toEqual([problem]);
});
