// What action.yml runs. Inputs come as environment variables, so that nothing in them is ever taken for shell code.
import { appendFileSync } from "node:fs";
import { lines, ownVersion, runPublished } from "./run.mjs";

const paths = lines(process.env["INPUT_PATHS"]);
const options = lines(process.env["INPUT_OPTIONS"]);
const version = process.env["INPUT_VERSION"]?.trim() || ownVersion();

if (paths.length === 0) {
  console.error("::error::The input `paths` names no bundle.");
  process.exitCode = 2;
} else {
  const code = runPublished(version, [...options, "--", ...paths]);
  const output = process.env["GITHUB_OUTPUT"];
  if (output) appendFileSync(output, `exit-code=${code}\n`);
  process.exitCode = code;
}
