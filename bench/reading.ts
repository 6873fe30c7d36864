// What reading costs compared with its parts: `node bench/reading.ts FILE.ndjson [ROUNDS]`.
// Each way runs once per round, in turns, over the whole file; the medians are printed, and their ratio to JSON.parse.
import { readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { parseStrict, readLines } from "@flow-bundle/bundle";
import { directorySource } from "@flow-bundle/bundle/node";

const [file, rounds = "9"] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: node bench/reading.ts FILE.ndjson [ROUNDS]");
const source = directorySource(dirname(file));
const lines = readFileSync(file, "utf8").split("\n").slice(0, -1);

const ways: { [name: string]: () => unknown } = {
  "read the bytes": async () => {
    for await (const _ of source.blocks(basename(file)));
  },
  "read lines": async () => {
    for await (const _ of readLines(source, basename(file)));
  },
  "JSON.parse of each line": () => {
    for (const line of lines) JSON.parse(line);
  },
  "parseStrict of each line": () => {
    for (const line of lines) parseStrict(line, { decoded: true, allowedDepth: 64 });
  },
  "the same, text of unknown origin": () => {
    for (const line of lines) parseStrict(line, { allowedDepth: 64 });
  },
};

const times = Object.fromEntries(Object.keys(ways).map((name) => [name, [] as number[]]));
for (let round = 0; round < Number(rounds); round++) {
  for (const [name, run] of Object.entries(ways)) {
    const start = performance.now();
    await run();
    times[name]?.push(performance.now() - start);
  }
}

const parse = median("JSON.parse of each line");
console.log(
  `${lines.length} lines, ${Math.round(lines.join("\n").length / 1e6)} MB, ${rounds} rounds, node ${process.version}`,
);
for (const name of Object.keys(ways)) {
  const ms = median(name);
  console.log(
    `${name.padEnd(34)}${ms.toFixed(0).padStart(6)} ms  ${(ms / parse).toFixed(2)} × JSON.parse`,
  );
}

function median(name: string): number {
  const sorted = (times[name] ?? []).toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
