import { resolve } from "node:path";
import { flowRunsBaseDir } from "../runs/runs-folder.ts";
import type { Io } from "./io.ts";

/** The runs folder: --runs-dir, else FLOW_RUNS_DIR, else the usual one. Absolute. */
export function runsDirOf(option: string | undefined, io: Io): string {
  const variable = io.env["FLOW_RUNS_DIR"];
  const given = option ?? (variable === "" ? undefined : variable);
  return given === undefined ? flowRunsBaseDir(io.home) : resolve(io.directory, given);
}
