import { existsSync, statSync } from "node:fs";
import { posix, join } from "node:path";
import type { Problem, SyncCheck } from "../../lib/problem.ts";
import { texts, type Text } from "../texts.ts";

/** Links inside the repository lead somewhere: the file is there, and the anchor in it. Nothing is fetched. */
export const links: SyncCheck = {
  name: "links",
  claim: "links and anchors inside the repository exist",
  run(root) {
    const all = texts(root);
    const byFile = new Map(all.map((text) => [text.file, text]));
    return all.flatMap((text) => [
      ...text.markdown.links.flatMap(({ target, line }) => {
        const wrong = brokenTarget(root, text.file, target, byFile);
        return wrong === undefined
          ? []
          : [problem(text, line, wrong, `Mend the target "${target}".`)];
      }),
      ...text.markdown.repeatedAnchors.map(({ target, line }) =>
        problem(text, line, `the anchor "${target}" is there twice`, "Rename one of them."),
      ),
    ]);
  },
};

function problem(text: Text, line: number, message: string, remedy: string): Problem {
  return { file: text.file, place: `line ${line}`, message, remedy };
}

/** What is wrong with a target; undefined when it is right, or points out of the repository. */
function brokenTarget(
  root: string,
  from: string,
  target: string,
  byFile: ReadonlyMap<string, Text>,
): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return undefined;
  const [path = "", anchor] = target.split("#");
  if (path.startsWith("/")) return "an absolute path means something else on every machine";
  const file = path === "" ? from : posix.join(posix.dirname(from), decodeURIComponent(path));
  if (file.startsWith("../")) return "the target lies outside of the repository";
  if (!existsSync(join(root, file))) return `there is no ${file}`;
  if (anchor === undefined || anchor === "" || statSync(join(root, file)).isDirectory())
    return undefined;
  const known = byFile.get(file)?.markdown.anchors;
  if (known === undefined) return undefined;
  return known.has(decodeURIComponent(anchor)) ? undefined : `${file} has no anchor #${anchor}`;
}
