// pnpm conformance [ROLE...]: the whole corpus against our own adapters, a process for each case.
import { inRoot, runNode } from "../lib/process.mjs";

const command = inRoot("packages", "conformance", "bin", "bundle-conformance.js");
/** @param {string} name */
const adapter = (name) => inRoot("packages", "conformance", "adapters", `${name}.js`);

const all = ["--capability", "all"];

/** Who is tested as what. What is known of acpx is in its baseline; nobody else has one. */
const runs = [
  { role: "reader", name: "bundle-reader", options: all },
  { role: "validator", name: "bundle-validate", options: all },
  { role: "producer", name: "runtime-producer", options: all },
  {
    role: "producer",
    name: "acpx-producer",
    options: [
      "--spec=1.0",
      "--capability=shell,function-action,acp,acp-isolated,checkpoint,timeouts,interrupt",
      `--baseline=${inRoot("packages", "conformance", "adapters", "acpx-producer.baseline.json")}`,
    ],
  },
];

const wanted = process.argv.slice(2);
const began = performance.now();
for (const { role, name, options } of runs) {
  if (wanted.length > 0 && !wanted.includes(role)) continue;
  console.error(`• ${name} as a ${role}`);
  const start = performance.now();
  const args = ["--role", role, ...options, "--implementation", name];
  const code = runNode(command, ["run", ...args, "--", process.execPath, adapter(name)]);
  console.error(`  ${((performance.now() - start) / 1000).toFixed(0)} s`);
  if (code !== 0) process.exitCode = code;
}
console.error(`• ${((performance.now() - began) / 1000).toFixed(0)} s in all`);
