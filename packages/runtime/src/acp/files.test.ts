import { execFileSync } from "node:child_process";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { AgentFiles } from "./files.ts";
import { inTurn, run, scripted, workFolder } from "./testing/agent-run.ts";

let root = "";
let outside = "";
let files: AgentFiles;

beforeEach(async () => {
  root = await workFolder();
  outside = await workFolder();
  files = new AgentFiles(root);
  await writeFile(join(outside, "secret"), "secret");
  await writeFile(join(root, "lines"), "one\ntwo\r\nthree\n");
});

const read = (path: string, more: object = {}) => files.read({ sessionId: "s", path, ...more });
const write = (path: string, content = "new") => files.write({ sessionId: "s", path, content });

test.each([
  [{}, "one\ntwo\r\nthree\n"],
  [{ line: 2 }, "two\r\nthree\n"],
  [{ line: 2, limit: 1 }, "two\r"],
  [{ limit: 2 }, "one\ntwo\r"],
  [{ line: 0, limit: 1 }, "one"],
  [{ line: 9 }, ""],
  [{ limit: 0 }, ""],
  [{ line: null, limit: null }, "one\ntwo\r\nthree\n"],
])("reads lines %j", async (window, expected) => {
  expect(await read(join(root, "lines"), window)).toBe(expected);
});

test("reads and writes below the folder", async () => {
  await write(join(root, "a/b/c.txt"), "é");
  expect(await read(join(root, "a/b/c.txt"))).toBe("é");
  await write(join(root, "lines"), "short");
  expect(await readFile(join(root, "lines"), "utf8")).toBe("short");
  await symlink(join(root, "a"), join(root, "link"));
  await write(join(root, "link/b/d.txt"));
  expect(await read(join(root, "a/b/d.txt"))).toBe("new");
});

test("the folder may be named through a link", async () => {
  const link = join(outside, "root");
  await symlink(root, link);
  const linked = new AgentFiles(link);
  expect(await linked.read({ sessionId: "s", path: join(link, "lines"), limit: 1 })).toBe("one");
  await linked.write({ sessionId: "s", path: join(link, "new/x"), content: "x" });
  expect(await readFile(join(root, "new/x"), "utf8")).toBe("x");
});

test("nothing outside is read or written", async () => {
  await symlink(outside, join(root, "out"));
  await symlink(join(outside, "secret"), join(root, "file"));
  await symlink(join(outside, "dangling"), join(root, "dangling"));
  await mkdir(join(root, "sub"));
  const paths = [
    join(outside, "secret"),
    `${root}/../${outside.split("/").at(-1)}/secret`,
    join(root, "out/secret"),
    join(root, "file"),
    `${root}/sub/../out/secret`,
  ];
  for (const path of paths) {
    await expect(read(path), path).rejects.toThrow(/outside of the session's working directory/);
    await expect(write(path), path).rejects.toThrow(/outside of the session's working directory/);
  }
  for (const path of [
    `${root}/none/../../${outside.split("/").at(-1)}/x`,
    `${root}x/new`,
    "/etc/x/y",
  ]) {
    await expect(write(path), path).rejects.toThrow(/outside of the session's working directory/);
  }
  await expect(write(join(root, "dangling"))).rejects.toThrow(/does not exist/);
  await expect(write(join(root, "out/new/x"))).rejects.toThrow(/outside/);
  expect(await readFile(join(outside, "secret"), "utf8")).toBe("secret");
  expect(execFileSync("ls", [outside]).toString()).toBe("secret\n");
});

test("what is no text file says so", async () => {
  execFileSync("mkfifo", [join(root, "pipe")]);
  await expect(read(join(root, "pipe"))).rejects.toThrow(/is no file/);
  await expect(write(join(root, "pipe"))).rejects.toThrow(/is no file/);
  await expect(read(root)).rejects.toThrow(/is no file/);
  await expect(write(root)).rejects.toThrow(/is a folder/);
  await expect(read(join(root, "none"))).rejects.toThrow(/none does not exist/);
  await expect(read("lines")).rejects.toThrow(/"lines" is no absolute path/);
  await expect(write(join(root, "lines/x"))).rejects.toThrow(/does not exist/);
});

test("an agent uses the files of its session", async () => {
  const left = await run(inTurn({ a: {} }), {
    cwd: root,
    agent: scripted({
      rules: [
        {
          steps: [
            { read: "{{cwd}}/lines", line: 2, limit: 1 },
            { write: "{{cwd}}/out", content: "{{last}}" },
            { read: `${outside}/secret`, else: [{ text: "{{last}}" }] },
            { update: { sessionUpdate: "plan", entries: [] } },
            {
              ask: { method: "fs/read_text_file", params: { sessionId: "other", path: "/x" } },
              else: [{ text: "; {{last}}" }],
            },
            { ask: { method: "fs/read_text_file", params: {} }, else: [{ text: "; {{last}}" }] },
          ],
        },
      ],
    }),
  });
  expect(await readFile(join(root, "out"), "utf8")).toBe("two\r");
  expect(left.state.outputs["a"]).toMatch(
    /^error -32603: .*secret is outside .*; error -32002.*; error -32602/,
  );
});
