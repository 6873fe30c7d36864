import { parseMarkdown, type Markdown } from "../lib/markdown.ts";
import { listFiles, readText } from "../lib/files.ts";

/** A text of the repository. */
export interface Text {
  readonly file: string;
  readonly content: string;
  readonly markdown: Markdown;
}

/** Every Markdown file, but for changelogs and what belongs to other people's bundles. */
export function texts(root: string): Text[] {
  return listFiles(root, "", "**/*.md")
    .filter((file) => !file.endsWith("CHANGELOG.md") && !/^fixtures\/.*\/artifacts\//.test(file))
    .map((file) => {
      const content = readText(root, file);
      return { file, content, markdown: parseMarkdown(content) };
    });
}
