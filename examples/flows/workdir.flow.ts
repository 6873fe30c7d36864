// Prepares a folder of its own for each run, lets an agent and a command work in it, and takes it away again. Use it when
// an agent should see what it needs and nothing else.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { acp, action, defineFlow, shell } from "@flow-bundle/runtime/flows";

interface Workdir {
  readonly folder: string;
}

const sales = "month,sold\nJanuary,12\nFebruary,30\nMarch,21\n";

export default defineFlow({
  name: "workdir",
  startAt: "prepare",
  nodes: {
    prepare: action({
      run: async ({ state }): Promise<Workdir> => {
        // The id of a run is unique, and may be part of a file name.
        const folder = join(tmpdir(), state.runId);
        await mkdir(folder);
        await writeFile(join(folder, "sales.csv"), sales);
        return { folder };
      },
    }),
    analyse: acp({
      // Another directory is another session, which sees no other folder.
      cwd: ({ outputs }) => folderOf(outputs),
      prompt: () => "Which month of sales.csv was the best? Answer with its name alone.",
    }),
    verify: shell({
      exec: ({ outputs }) => ({
        command: "grep",
        args: ["--", String(outputs["analyse"]), "sales.csv"],
        cwd: folderOf(outputs),
      }),
      parse: ({ stdout }) => stdout.trim(),
    }),
    clean: action({ run: ({ outputs }) => rm(folderOf(outputs), { recursive: true }) }),
  },
  edges: [
    { from: "prepare", to: "analyse" },
    { from: "analyse", to: "verify" },
    // After a failure the run ends before this, and the folder stays for whoever looks for the reason.
    { from: "verify", to: "clean" },
  ],
});

function folderOf(outputs: Record<string, unknown>): string {
  return (outputs["prepare"] as Workdir).folder;
}
