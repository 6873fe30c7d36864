import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { nodeHost } from "@flow-bundle/bundle/node";
import type { Host } from "@flow-bundle/bundle";
import { expect, test } from "vitest";
import { inTurn, run, scripted, workFolder } from "./testing/agent-run.ts";

/** A host that takes its time for each line of a session, and tells of it before it is written. */
function slowHost(beforeLine: (line: string) => void): Host {
  const host = nodeHost();
  const open: typeof host.files.open = async (path, mode) => {
    const file = await host.files.open(path, mode);
    if (!path.endsWith("/events.ndjson") || mode !== "append") return file;
    return {
      ...file,
      async write(bytes) {
        await sleep(100);
        beforeLine(Buffer.from(bytes).toString());
        return file.write(bytes);
      },
    };
  };
  return { ...host, files: { ...host.files, open } };
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

test("a message is recorded before it is sent, or before anybody acts on it", async () => {
  const cwd = await workFolder();
  const [heard, written] = [join(cwd, "heard"), join(cwd, "written")];
  const tooEarly: string[] = [];
  const seen: string[] = [];
  const host = slowHost((line) => {
    const { message } = JSON.parse(line) as { message: { method?: string; id?: number } };
    const { method = "an answer", id } = message;
    seen.push(method);
    if (method === "session/prompt" && contentOf(heard).includes(method)) tooEarly.push(method);
    if (method === "fs/write_text_file" && contentOf(written) !== "") tooEarly.push(method);
    const isAnswer = method === "an answer" && contentOf(heard).includes(`"id":${id},"result"`);
    if (isAnswer) tooEarly.push(`${method} to ${id}`);
  });
  const { agentArgv } = scripted({ turns: [[{ write: written, content: "x" }, { text: "ok" }]] });
  const [node = "", ...args] = agentArgv;
  const left = await run(inTurn({ a: {} }), {
    cwd,
    host,
    agent: { agentArgv: ["/bin/sh", "-c", `tee ${heard} | exec "$0" "$@"`, node, ...args] },
  });
  expect(left.state.outputs).toEqual({ a: "ok" });
  expect(contentOf(written)).toBe("x");
  expect(contentOf(heard)).toContain('"session/prompt"');
  expect(seen).toContain("session/prompt");
  expect(seen).toContain("fs/write_text_file");
  expect(seen).toContain("an answer");
  expect(tooEarly).toEqual([]);
});
