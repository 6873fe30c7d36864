import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "./main.ts";
import { root } from "./testing/command.ts";
import { testIo } from "./testing/io.ts";
import { temporaryFolder } from "./testing/temporary.ts";

// Bundles in which values are of another type than they should be: they are shown as far as that goes, or refused.

const strange: readonly unknown[] = [null, 7, "\u001b[2J", [], {}, { toString: 1 }, true];

/** Each value in a JSON value, as a function that replaces it. */
function places(value: unknown): ((replacement: unknown) => void)[] {
  if (typeof value !== "object" || value === null) return [];
  const record = value as Record<string, unknown>;
  return Object.keys(record).flatMap((key) => [
    ...places(record[key]),
    (replacement) => {
      record[key] = replacement;
    },
  ]);
}

/** What `flow resume` complains of. */
function kindOf(stderr: string): string {
  if (!/^flow: [^\n]+\n$/.test(stderr)) return "more than a sentence";
  return /the event in line \d+ of trace.ndjson is not valid/.test(stderr) ? "event" : "other";
}

test.each(["1.1-acp-two-turn", "1.1-shell", "1.1-waiting", "1.1-acp-failed"])(
  "%s",
  async (name) => {
    const folder = temporaryFolder();
    const bundle = join(folder, "run");
    cpSync(join(root, "fixtures", "valid", name), bundle, { recursive: true });
    const manifest = readFileSync(join(bundle, "manifest.json"), "utf8");
    const lines = readFileSync(join(bundle, "trace.ndjson"), "utf8").trimEnd().split("\n");
    const documents = [manifest, ...lines];
    let turn = 0;
    const codes = new Set<number>();
    const complaints = new Set<string>();
    for (const [index, text] of documents.entries()) {
      const count = places(JSON.parse(text)).length;
      // One in three is enough to come by every kind of place.
      for (let at = turn % 3; at < count; at += 3) {
        const changed: unknown = JSON.parse(text);
        places(changed)[at]?.(strange[turn % strange.length]);
        turn += 1;
        const all = documents.with(index, JSON.stringify(changed));
        writeFileSync(join(bundle, "manifest.json"), all[0] ?? "");
        writeFileSync(join(bundle, "trace.ndjson"), `${all.slice(1).join("\n")}\n`);
        for (const args of [
          ["show", bundle],
          ["show", bundle, "1"],
          ["list", "--runs-dir", folder],
          // With a flow that is not there: what is in the bundle decides before.
          ["resume", bundle, "--runs-dir", folder, "--flow", "nothing.flow.ts"],
        ]) {
          const io = testIo();
          const code = await main(args, io);
          codes.add(code);
          expect(args[0] === "resume" ? [2] : [0, 2]).toContain(code);
          if (args[0] === "resume") complaints.add(kindOf(io.written.stderr));
          expect(io.written.stdout + io.written.stderr).not.toMatch(/(?!\n)\p{Cc}/u);
        }
      }
    }
    expect(codes).toEqual(new Set([0, 2]));
    expect(complaints.has("event")).toBe(name === "1.1-waiting");
    expect(complaints.has("more than a sentence")).toBe(false);
  },
);
