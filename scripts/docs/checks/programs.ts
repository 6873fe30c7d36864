import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { toolEnv } from "../../lib/process.mjs";
import type { Problem, SyncCheck } from "../../lib/problem.ts";
import { texts } from "../texts.ts";

/** How a block of each language is run, from the root of the repository. */
const runners = new Map([
  ["js", { extension: "mjs", command: "node" }],
  ["ts", { extension: "mts", command: "node" }],
]);

/** Programs in the texts run: blocks of `js` or `ts` that are marked `run` end with exit code 0. */
export const programs: SyncCheck = {
  name: "programs",
  claim: "programs in the texts run",
  run(root) {
    return texts(root).flatMap(({ file, markdown }) =>
      markdown.blocks.flatMap((block): Problem[] => {
        const runner = runners.get(block.language);
        if (runner === undefined || !block.flags.includes("run")) return [];
        // Inside of the repository, so that imports find its packages.
        const folder = join(root, ".tmp", "programs");
        mkdirSync(folder, { recursive: true });
        const program = join(
          folder,
          `${file.replaceAll("/", "-")}-${block.line}.${runner.extension}`,
        );
        writeFileSync(program, block.text);
        const { status, stderr } = spawnSync(runner.command, [program], {
          cwd: root,
          env: toolEnv(),
          encoding: "utf8",
          timeout: 60_000,
        });
        if (status === 0) return [];
        const message = `the program ends with ${status}: ${stderr.trim()}`;
        return [{ file, place: `line ${block.line}`, message, remedy: "Mend the program." }];
      }),
    );
  },
};
