// How long bundle-validate takes, and how much memory, beside other ways to read the same trace. See bench/README.md.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Contender, measure } from "./measure.ts";
import { machine, table, writeBetweenMarks } from "./report.ts";

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "11" },
    "without-ajv": { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
const root = fileURLToPath(new URL("..", import.meta.url));
const node = process.execPath;
const folder = mkdtempSync(join(tmpdir(), "bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const usual = generate("usual", 200_000, 4000);
const busy = generate("busy", 200_000, 28_571);
const large = generate("large", 1_000_000, 20_000);
const small = join(root, "fixtures", "valid", "1.1-shell");
const trace = join(usual, "trace.ndjson");

const spec = join(root, "spec", "1.1");
const bundled = join(spec, "bundled.schema.json");
const command = join(root, "packages", "validator", "bin", "bundle-validate.js");

const report = [
  `${machine()}; medians of ${rounds} rounds.`,
  section(
    `200,000 events in 4,000 attempts, most of them heartbeats (${sizes(usual)})`,
    [
      bare(trace),
      { name: "bare loop, in blocks", command: [node, join(root, "bench", "blocks.mjs"), trace] },
      validate(usual),
      ...others(),
    ],
    rounds,
  ),
  section(
    `200,000 events in 28,571 attempts, without heartbeats (${sizes(busy)})`,
    [bare(join(busy, "trace.ndjson")), validate(busy)],
    rounds,
  ),
  section(
    `1,000,000 events in 20,000 attempts (${sizes(large)})`,
    [bare(join(large, "trace.ndjson")), validate(large)],
    Math.ceil(rounds / 2),
  ),
  section(
    `36 events in 6 attempts (${sizes(small)})`,
    [
      { name: "`node -e 0`", command: [node, "-e", "0"] },
      validate(small),
      {
        name: "`bundle-validate`, started for the first time",
        command: ["env", "NODE_DISABLE_COMPILE_CACHE=1", ...validate(small).command],
      },
    ],
    2 * rounds,
  ),
].join("\n\n");
console.log(report);
if (values.write) writeBetweenMarks(join(root, "docs", "performance.md"), report);

function generate(name: string, events: number, attempts: number): string {
  const path = join(folder, name);
  const options = ["--events", String(events), "--attempts", String(attempts)];
  execFileSync(node, [join(root, "bench", "generate.ts"), path, ...options], { stdio: "ignore" });
  return path;
}

function sizes(bundle: string): string {
  const mb = (file: string): string => (statSync(join(bundle, file)).size / 1e6).toFixed(1);
  return `trace ${mb("trace.ndjson")} MB, run.json ${mb("projections/run.json")} MB`;
}

function bare(path: string): Contender {
  return { name: "bare loop", command: [node, join(root, "bench", "bare.mjs"), path] };
}

function validate(bundle: string): Contender {
  return { name: "`bundle-validate`", command: [node, command, bundle] };
}

/** Commands that check the trace of the first bundle by our schema, and nothing else. */
function others(): Contender[] {
  const sourcemeta = join(root, "node_modules", "@sourcemeta", "jsonschema", "npm", "cli.js");
  const schema = join(spec, "trace-event.schema.json");
  // It knows that each line is a value of its own by the name of the file.
  const lines = join(folder, "trace.jsonl");
  const text = readFileSync(trace, "utf8");
  writeFileSync(lines, text);
  const fast = ["validate", schema, lines, "--fast", "--resolve", bundled];
  const list = [{ name: "`jsonschema validate --fast`", command: [node, sourcemeta, ...fast] }];
  if (values["without-ajv"]) return list;

  // This one reads JSON documents: it gets all events as one list.
  const [document, ofList] = [join(folder, "trace.json"), join(folder, "list.schema.json")];
  writeFileSync(document, `[${text.trimEnd().replaceAll("\n", ",\n")}]\n`);
  const items = { $ref: "urn:flow-run-bundle:1.1:trace-event" };
  const $schema = "https://json-schema.org/draft/2020-12/schema";
  writeFileSync(ofList, JSON.stringify({ $schema, type: "array", items }));
  const options = [
    "--spec=draft2020",
    "--strict=false",
    "-s",
    ofList,
    "-r",
    bundled,
    "-d",
    document,
  ];
  return [
    ...list,
    { name: "`ajv validate`", command: [node, installAjv(), "validate", ...options] },
  ];
}

/** Nothing else in the repository needs ajv-cli, so it is no dependency. */
function installAjv(): string {
  const place = join(folder, "ajv");
  mkdirSync(place);
  writeFileSync(join(place, "package.json"), '{"private":true}\n');
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "ajv-cli@5.0.0"], {
    cwd: place,
    stdio: "ignore",
    shell: process.platform === "win32",
  });
  return join(place, "node_modules", "ajv-cli", "dist", "index.js");
}

function section(title: string, contenders: readonly Contender[], count: number): string {
  process.stderr.write(`${title}\n`);
  return table(title, measure(contenders, count));
}
