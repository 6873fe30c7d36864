import { createFold, memorySource, type Fold } from "@flow-bundle/bundle";
import { readView } from "@flow-bundle/conformance";
import type { TraceEvent } from "@flow-bundle/schema";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { loadBundle } from "../../packages/conformance/src/mutate/load-folder.ts";
import { splitLines } from "../../packages/conformance/src/mutate/lines.ts";
import { fixtures } from "../fixtures/places.ts";
import { expectedBundles, validBundles } from "../fixtures/run/expected-bundles.ts";

/** Of the bundles of others, those of the newest version. */
const bundles = [
  ...validBundles(),
  ...expectedBundles().filter((name) => name.startsWith("third-party/acpx-0.19.1/")),
];

/** What may stand after the last whole line. */
const tails = (next: Uint8Array): readonly Uint8Array[] => [
  next.subarray(0, 1),
  next.subarray(0, next.length >> 1),
  next,
  Buffer.concat([next.subarray(0, -1), Buffer.from("\n")]),
  // Half a character.
  Buffer.from([0x7b, 0x22, 0xc3]),
  Buffer.alloc(512),
];

const after = (whole: Uint8Array) => (tail: Uint8Array) => Buffer.concat([whole, tail]);

describe("our reader reads every beginning of every good bundle", () => {
  it.each(bundles)("%s", async (name) => {
    const files = new Map(loadBundle(path.join(fixtures, name)));
    const manifest = JSON.parse(Buffer.from(files.get("manifest.json") ?? []).toString());
    files.set("manifest.json", Buffer.from(JSON.stringify({ ...manifest, status: "running" })));
    const trace = files.get("trace.ndjson") ?? new Uint8Array();
    const { lines } = splitLines(trace);
    const version = manifest.specVersion === undefined ? "1.0" : "1.1";
    const fold: Fold = createFold({ version, run: manifest });
    // Of long traces some lines stand for all.
    const step = Math.ceil(lines.length / 40);
    let end = 0;
    for (const [index, line] of lines.entries()) {
      const whole = trace.subarray(0, end);
      const wanted = index % step === 0 ? JSON.stringify(fold.view()) : undefined;
      const beginnings = wanted === undefined ? [] : [whole, ...tails(line).map(after(whole))];
      for (const [number, bytes] of beginnings.entries()) {
        const source = memorySource(name, new Map([...files, ["trace.ndjson", bytes]]));
        const { view, torn = false } = await readView(source);
        const found = { view: JSON.stringify(view), torn };
        expect(found, `${index} lines, tail ${number}`).toEqual({ view: wanted, torn: number > 0 });
      }
      fold.apply(JSON.parse(Buffer.from(line).toString()) as TraceEvent);
      end += line.length + 1;
    }
  });
});
