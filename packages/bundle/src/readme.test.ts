import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

/** The text of the first block in a language. */
function block(language: string): string | undefined {
  return new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "m").exec(readme)?.[1];
}

test("the example in the README is one that runs, and prints what it says", async () => {
  const example = readFileSync(new URL("testing/readme-example.ts", import.meta.url), "utf8");
  expect(block("ts")).toBe(example);
  const log = vi.spyOn(console, "log").mockReturnValue();
  await import("./testing/readme-example.ts");
  const printed = log.mock.calls.map(([line]) => `${line}\n`).join("");
  log.mockRestore();
  expect(printed).toBe(block("text"));
});
