import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8");

/** The texts of all blocks in a language. */
function blocks(language: string): string[] {
  const fences = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "gm");
  return Array.from(readme.matchAll(fences), ([, text = ""]) => text);
}

const examples = [
  ["reading a bundle", "readme-example.ts"],
  ["what was said in a session", "conversation-example.ts"],
] as const;

test.each(examples)(
  "the example of %s is one that runs, and prints what it says",
  async (_, file) => {
    const example = readFileSync(new URL(`testing/${file}`, import.meta.url), "utf8");
    expect(blocks("ts")).toContain(example);
    const log = vi.spyOn(console, "log").mockReturnValue();
    await import(`./testing/${file}`);
    const printed = log.mock.calls.map(([line]) => `${line}\n`).join("");
    log.mockRestore();
    expect(blocks("text")).toContain(printed);
  },
);
