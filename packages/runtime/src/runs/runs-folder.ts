import { homedir } from "node:os";
import { join } from "node:path";

/** The folder that runs are recorded in unless another one is named: `~/.flow-bundle/runs`. */
export function flowRunsBaseDir(homeDir: string = homedir()): string {
  return join(homeDir, ".flow-bundle", "runs");
}
