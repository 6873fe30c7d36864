// node subject.ts RUNS run|resume|recover: the process that faults are injected into. It says `SEQ TYPE` of each event
// once that is recorded.
import { readdirSync, writeSync } from "node:fs";
import { join } from "node:path";
import { recoverBundle } from "@flow-bundle/bundle";
import { resumeFlow, runFlow } from "@flow-bundle/runtime";
import { flow } from "./flow.ts";
import { runOptions } from "./options.ts";

const [runs = "", mode] = process.argv.slice(2);
const options = {
  ...runOptions(runs),
  observe: ({ seq, type }: { seq: number; type: string }) => writeSync(1, `${seq} ${type}\n`),
};
const bundle = readdirSync(runs).find((name) => !name.startsWith(".")) ?? "";

if (mode === "run") await runFlow(flow, { from: "start" }, options);
else if (mode === "resume") await resumeFlow(flow, join(runs, bundle), {}, options);
else await recoverBundle(options.host ?? process.abort(), join(runs, bundle));
