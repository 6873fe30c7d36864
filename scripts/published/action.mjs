// What action.yml runs. Inputs come as environment variables, so that nothing in them is ever taken for shell code.
import { appendFileSync } from "node:fs";
import { ownVersion, runPublished } from "./run.mjs";

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

/** The lines of an input that are not blank. @param {string | undefined} text */
function lines(text = "") {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}
