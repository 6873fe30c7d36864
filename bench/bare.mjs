// The yardstick: reads a file and parses each of its lines, and does nothing else. `node bench/bare.mjs TRACE`
import { readFileSync } from "node:fs";

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: node bench/bare.mjs TRACE");
let events = 0;
for (const line of readFileSync(file, "utf8").split("\n")) {
  if (line === "") continue;
  JSON.parse(line);
  events += 1;
}
process.stdout.write(`${events}\n`);
