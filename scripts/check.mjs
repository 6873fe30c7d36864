// pnpm check: everything that is checked without running the tests. All checks run, also after one has failed.
import "./lib/node-version.mjs";
import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { install } from "./lib/prepare.mjs";
import { root, toolEnv } from "./lib/process.mjs";

/** Scripts of package.json, and what they say about the repository when they pass. */
const checks = [
  { script: "check:types", claim: "the types of packages, tests and scripts are right" },
  {
    script: "check:docs",
    claim: "links, examples, commands and generated parts of the texts hold",
  },
  { script: "check:generated", claim: "generated code is what its sources give" },
  {
    script: "lint:schema",
    claim: "terms, names, versions and coverage of the format are in order",
  },
  { script: "check:lint", claim: "oxlint finds nothing" },
  { script: "check:format", claim: "files are formatted" },
  { script: "check:changesets", claim: "every change of a package is announced" },
];

const build = { script: "build", claim: "the packages build" };

install();
/** @type {Map<string, { passed: boolean, seconds: number }>} */
const results = new Map();
await check(build);
const waiting = [...checks];
await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, work));
printTable();
process.exitCode = [...results.values()].every((result) => result.passed) ? 0 : 1;

async function work() {
  for (let next = waiting.shift(); next; next = waiting.shift()) await check(next);
}

/** @param {{ script: string }} check */
async function check({ script }) {
  const started = performance.now();
  const { code, output } = await run(script);
  const passed = code === 0;
  results.set(script, { passed, seconds: (performance.now() - started) / 1000 });
  console.log(`${passed ? "✓" : "✗"} ${script}`);
  if (!passed) console.log(output.trimEnd().replace(/^/gm, "  "));
}

/** @param {string} script @returns {Promise<{ code: number, output: string }>} */
function run(script) {
  return new Promise((resolve) => {
    const child = spawn(`pnpm run --silent ${script}`, {
      cwd: root,
      env: toolEnv(),
      shell: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => (output += text));
    }
    child.on("error", (error) => resolve({ code: 70, output: String(error) }));
    child.on("close", (code) => resolve({ code: code ?? 70, output }));
  });
}

function printTable() {
  const width = Math.max(...checks.map((check) => check.script.length));
  console.log("");
  for (const { script, claim } of [build, ...checks]) {
    const result = results.get(script);
    const seconds = `${(result?.seconds ?? 0).toFixed(1)} s`.padStart(7);
    console.log(
      `${result?.passed ? "passed" : "FAILED"}  ${script.padEnd(width)}  ${seconds}  ${claim}`,
    );
  }
}
