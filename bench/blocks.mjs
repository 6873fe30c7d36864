// The same as bare.mjs in constant memory: blocks of 64 KiB, cut into lines. `node bench/blocks.mjs TRACE`
import { openSync, readSync } from "node:fs";

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error("usage: node bench/blocks.mjs TRACE");
const descriptor = openSync(file, "r");
const block = Buffer.alloc(64 * 1024);
const decoder = new TextDecoder();
let events = 0;
let text = "";
for (let length = readSync(descriptor, block); length > 0; length = readSync(descriptor, block)) {
  text += decoder.decode(block.subarray(0, length), { stream: true });
  let from = 0;
  for (let end = text.indexOf("\n"); end !== -1; end = text.indexOf("\n", from)) {
    JSON.parse(text.slice(from, end));
    events += 1;
    from = end + 1;
  }
  text = text.slice(from);
}
process.stdout.write(`${events}\n`);
