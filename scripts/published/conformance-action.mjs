// What conformance/action.yml runs. Inputs come as environment variables, so that nothing in them is ever taken for
// shell code.
import { appendFileSync } from "node:fs";
import { lines, ownVersion, runPublished } from "./run.mjs";

const command = "bundle-conformance";
const adapter = lines(process.env["INPUT_ADAPTER"]);
const [role] = lines(process.env["INPUT_ROLE"]);
const [report] = lines(process.env["INPUT_REPORT"]);
const version = process.env["INPUT_VERSION"]?.trim() || ownVersion(command);

if (adapter.length === 0 || role === undefined) {
  const missing = role === undefined ? "role" : "adapter";
  console.error(`::error::The input \`${missing}\` is empty.`);
  process.exitCode = 2;
} else {
  const words = [
    `--role=${role}`,
    ...lines(process.env["INPUT_CAPABILITIES"]).map((name) => `--capability=${name}`),
    ...lines(process.env["INPUT_BASELINE"]).map((file) => `--baseline=${file}`),
    ...lines(process.env["INPUT_IMPLEMENTATION"]).map((name) => `--implementation=${name}`),
    "--format=github",
    ...(report === undefined ? [] : [`--format=json=${report}`]),
    ...lines(process.env["INPUT_OPTIONS"]),
  ];
  const code = runPublished(version, ["run", ...words, "--", ...adapter], command);
  const output = process.env["GITHUB_OUTPUT"];
  if (output) appendFileSync(output, `exit-code=${code}\n`);
  process.exitCode = code;
}
