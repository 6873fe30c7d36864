import { generators } from "../generators/all.ts";
import type { Rewriter } from "./rewriter.ts";

const section = /(<!-- generated: (\S+) -->\n)(.*?)(<!-- \/generated -->)/gs;

/** Fills what stands between `<!-- generated: NAME -->` and `<!-- /generated -->`, by the generator of that name. */
export const generatedSections: Rewriter = {
  name: "generated",
  claim: "generated sections are what their sources give",
  rewrite(root, { content }) {
    return content.replace(section, (_, start: string, name: string, _old, end: string) => {
      const generate = generators.get(name);
      if (generate === undefined) throw new Error(`there is no generator ${name}`);
      return `${start}\n${generate(root).trim()}\n\n${end}`;
    });
  },
};
