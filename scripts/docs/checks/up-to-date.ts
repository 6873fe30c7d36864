import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Check, Problem } from "../../lib/problem.ts";
import type { Rewriter } from "../rewrite/rewriter.ts";
import { texts, type Text } from "../texts.ts";

/** The check that a rewriter has nothing to do. */
export function upToDate(rewriter: Rewriter): Check {
  return {
    name: rewriter.name,
    claim: rewriter.claim,
    async run(root) {
      const problems: Problem[] = [];
      for (const text of texts(root)) {
        const now = await attempt(rewriter, root, text);
        if (now instanceof Error) {
          const remedy = "Mend what it is made from.";
          problems.push({ file: text.file, place: "", message: now.message, remedy });
          continue;
        }
        if (now === text.content) continue;
        const lines = now.split("\n");
        const old = text.content.split("\n");
        const first = lines.findIndex((line, index) => line !== old[index]);
        problems.push({
          file: text.file,
          place: `line ${first + 1}`,
          message: `should be: ${lines[first] ?? "nothing"}`,
          remedy: "Run pnpm check:docs --write, and look at what changes.",
        });
      }
      return problems;
    },
  };
}

/** Rewrites the texts and returns the files that changed. What cannot be made is left to the check to tell. */
export async function rewriteTexts(
  root: string,
  rewriters: readonly Rewriter[],
): Promise<string[]> {
  const changed = new Set<string>();
  for (const rewriter of rewriters) {
    for (const text of texts(root)) {
      const now = await attempt(rewriter, root, text);
      if (now instanceof Error || now === text.content) continue;
      writeFileSync(join(root, text.file), now);
      changed.add(text.file);
    }
  }
  return [...changed];
}

async function attempt(rewriter: Rewriter, root: string, text: Text): Promise<string | Error> {
  try {
    return await rewriter.rewrite(root, text);
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
