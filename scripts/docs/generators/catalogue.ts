import { parse as parseYaml } from "yaml";
import { listFiles, readText } from "../../lib/files.ts";

/** What the front matter of a rule says, as far as the texts show it. */
export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
  /** `error`, `warning`, `info` or `off`, by version. */
  readonly severity: Readonly<Record<string, string>>;
  readonly effect?: string;
}

/** The rule catalogue, by file name. */
export function readCatalogue(root: string): CatalogueEntry[] {
  return listFiles(root, "spec/rules", "spec/rules/*/*.md").map((file) => {
    const [, frontMatter = ""] = readText(root, file).split(/^---$/m, 2);
    return parseYaml(frontMatter) as CatalogueEntry;
  });
}
