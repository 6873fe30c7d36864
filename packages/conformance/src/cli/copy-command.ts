import { copyFileSync, existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { selectCases } from "../cases/select.ts";
import { agentFile } from "../produce/produce.ts";
import { plural } from "../report/words.ts";
import { exitCodes } from "./exit-code.ts";
import type { Io } from "./io.ts";
import { corpus, declared, versionsOf, type SelectionOptions } from "./selection.ts";
import { UsageError } from "@flow-bundle/runtime/command-line";
import { writeCase } from "./write-case.ts";

/** Options of `copy`. */
export type CopyOptions = SelectionOptions;

/** `bundle-conformance copy`. */
export async function copyCommand(folder: string, options: CopyOptions, io: Io): Promise<number> {
  const target = resolve(io.directory, folder);
  if (existsSync(target)) throw new UsageError(`${folder} exists; give a folder that does not`);
  const { role, only, status } = options;
  const names = declared(options.capability, role);
  const cases = selectCases(corpus(), {
    ...(role !== undefined && { role }),
    ...(names !== undefined && { capabilities: names }),
    specVersions: versionsOf(options.spec),
    ...(only !== undefined && { only }),
    ...(status !== undefined && { statuses: [status] }),
  });
  let written = 0;
  for (const item of cases) {
    const because = await writeCase(item, join(target, ...item.id.split("/")));
    if (because === undefined) written += 1;
    else io.stderr.write(`left out: ${item.id}: ${because}\n`);
  }
  if (cases.some(({ agent, agents }) => agent !== undefined || agents !== undefined)) {
    copyFileSync(agentFile, join(target, "scripted-agent.js"));
  }
  io.stdout.write(`${plural(written, "case")} in ${folder}\n`);
  return exitCodes.ok;
}
