import { parseMarkdown } from "../lib/markdown.ts";
import { listFiles, readText } from "../lib/files.ts";

/** Ids that the normative text sets (`spec/` without the rule catalogue). */
export function textIds(root: string): string[] {
  return listFiles(root, "spec", "**/*.md")
    .filter((file) => !file.startsWith("spec/rules/"))
    .flatMap((file) => Array.from(parseMarkdown(readText(root, file)).ids));
}
