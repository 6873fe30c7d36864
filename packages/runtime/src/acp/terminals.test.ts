import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { OutputTail } from "./output-tail.ts";
import { inTurn, isRunning, run, scripted, workFolder } from "./testing/agent-run.ts";

/** What an agent says that does these steps. */
async function answer(...steps: object[]): Promise<string> {
  const left = await run(inTurn({ a: {} }), { agent: scripted({ rules: [{ steps }] }) });
  expect(left.error).toBeUndefined();
  return String(left.state.outputs["a"]);
}

const said = { text: "{{last}}" };
const node = process.execPath;

test("a command runs, with its output and exit", async () => {
  const script = "process.stdout.write(process.env.A + process.cwd()); process.stderr.write('!')";
  const cwd = await workFolder();
  const terminal = { command: node, args: ["-e", script], env: [{ name: "A", value: "a" }], cwd };
  expect(await answer({ terminal }, said)).toBe(`a${cwd}!`);
  const exit = { terminal: { command: node, args: ["-e", "process.exit(3)"] }, then: ["wait"] };
  expect(await answer(exit, said)).toBe('{"exitCode":3,"signal":null}');
});

test("a line for a shell is given to one, a program that is not there is not", async () => {
  expect(await answer({ terminal: { command: "echo $((1 + 1)) | cat" } }, said)).toBe("2");
  const missing = { terminal: { command: "no-such-program" }, else: [said] };
  expect(await answer(missing)).toMatch(/^error -32603: Cannot start "no-such-program"/);
});

test("of a long output the end is kept, cut between characters", async () => {
  const args = ["-e", "process.stdout.write('é'.repeat(100000))"];
  expect(await answer({ terminal: { command: node, args, outputByteLimit: 5 } }, said)).toBe("éé");
  expect((await answer({ terminal: { command: node, args } }, said)).length).toBe(32 * 1024);
});

test("a command that was killed has its signal, and one that was released is gone", async () => {
  const terminal = { command: "sleep", args: ["60"] };
  const killed = { terminal, then: ["kill", "wait"] };
  expect(await answer(killed, said)).toBe('{"exitCode":null,"signal":"SIGTERM"}');
  const released = { terminal, then: ["release", "output"], else: [said] };
  expect(await answer(released)).toMatch(/-32603: There is no terminal "terminal-[0-9a-f]{12}"$/);
});

test("commands end with their turn, and with all that they started", async () => {
  const cwd = await workFolder();
  const line = "sleep 60 & echo $! >child; echo $$ >shell; wait";
  const steps = [
    { terminal: { command: "sh", args: ["-c", line] }, then: [300] },
    { text: "{{last}}" },
  ];
  const pids = async () =>
    Promise.all(["child", "shell"].map(async (name) => Number(await readFile(join(cwd, name)))));
  const left = await run(
    inTurn({
      a: { parse: async () => (await pids()).filter(isRunning) },
      b: {},
    }),
    { cwd, agent: scripted({ turns: [steps, [{ text: "still here" }]] }) },
  );
  expect(left.state.outputs).toEqual({ a: [], b: "still here" });
  expect((await pids()).every((pid) => pid > 0)).toBe(true);
});

test("the tail of an output", () => {
  const tail = (limit: number, ...chunks: string[]) => {
    const output = new OutputTail(limit);
    for (const chunk of chunks) output.push(Buffer.from(chunk));
    return [output.text, output.truncated];
  };
  expect(tail(4, "ab", "cd")).toEqual(["abcd", false]);
  expect(tail(3, "ab", "cd")).toEqual(["bcd", true]);
  expect(tail(3, "a𝄞b")).toEqual(["b", true]);
  expect(tail(5, "a𝄞b")).toEqual(["𝄞b", true]);
  expect(tail(0, "a")).toEqual(["", true]);
  const long = new OutputTail(10);
  for (let i = 0; i < 100_000; i++) long.push(Buffer.from("0123456789"));
  expect([long.text, long.truncated]).toEqual(["0123456789", true]);
});
