import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { inRoot, nodePath, root, toolEnv } from "../../lib/process.mjs";
import { commandOf, type Subject } from "./subjects.ts";

/**
 * Runs the suite against one implementation, as anybody would, and returns the text of its report.
 *
 * @throws Error when the suite gives none, or when something fails that its baseline does not know
 */
export function makeReport(subject: Subject): string {
  const folder = mkdtempSync(join(tmpdir(), "conformance-report-"));
  try {
    const file = join(folder, "report.json");
    const bin = inRoot("packages/conformance/bin/bundle-conformance.js");
    const { status, stdout, stderr } = spawnSync(nodePath(), [bin, ...commandOf(subject, file)], {
      cwd: root,
      env: environment(),
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    });
    if (status !== 0) throw new Error(`exit code ${status}\n${stdout}${stderr}`.trimEnd());
    return readFileSync(file, "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

let known: NodeJS.ProcessEnv | undefined;

/** On some machines `python3` is a script that looks for the interpreter each time: the interpreter itself comes first. */
function environment(): NodeJS.ProcessEnv {
  if (known !== undefined) return known;
  const env: NodeJS.ProcessEnv = { ...toolEnv(), PYTHONDONTWRITEBYTECODE: "1", NO_COLOR: "1" };
  delete env["GITHUB_ACTIONS"];
  const { stdout } = spawnSync("python3", ["-c", "import sys; print(sys.executable)"], {
    encoding: "utf8",
  });
  const interpreter = stdout?.trim() ?? "";
  if (interpreter !== "") env["PATH"] = [dirname(interpreter), env["PATH"]].join(delimiter);
  known = env;
  return env;
}
