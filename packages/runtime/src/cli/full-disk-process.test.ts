import { cpSync, existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { flowFile, root, runCommand } from "./testing/command.ts";
import { temporaryFolder } from "./testing/temporary.ts";

// A file that may not grow beyond so many blocks stands for a full disk.

const blocks = (count: number) => ({ script: `ulimit -f ${count}; exec "$0" "$@"` });

test("a bundle that cannot be made: one sentence, and nothing is left", async () => {
  const runs = temporaryFolder();
  const args = ["run", flowFile("steps"), "--runs-dir", runs];
  const { code, stdout, stderr } = await runCommand(args, blocks(0));
  expect(stderr).toMatch(/^flow: The system refuses: EFBIG: .*\n$/);
  expect({ code, stdout, left: readdirSync(runs) }).toEqual({ code: 2, stdout: "", left: [] });
});

test.each([
  ["before anything was written", 0, 2, /^flow: The system refuses: EFBIG: .*\n$/],
  ["in the trace", 1, 1, /^flow: Writing failed \(EFBIG.*intact up to seq \d+\n$/],
])("a recovery that fails %s can be done again", async (_, count, expected, sentence) => {
  const path = join(temporaryFolder(), "run");
  cpSync(join(root, "fixtures", "valid", "1.1-running"), path, { recursive: true });
  const trace = join(path, "trace.ndjson");
  const before = readFileSync(trace, "utf8");
  expect(statSync(trace).size).toBeGreaterThan(1024);
  const { code, stderr } = await runCommand(["recover", path], blocks(count));
  expect(stderr).toMatch(sentence);
  expect(code).toBe(expected);
  expect(readFileSync(trace, "utf8")).toBe(before);
  expect((await runCommand(["recover", path])).code).toBe(0);
  expect(existsSync(join(path, "..", ".run.lock"))).toBe(false);
});
