import { mkdtempSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, describe, expect, test } from "vitest";
import { createProcessOwner } from "./index.ts";
import type { OwnedProcess, ProcessCommand, ProcessOwner } from "./index.ts";
import { runningProcesses } from "./system-processes.ts";

const owners: ProcessOwner[] = [];
const folder = realpathSync(mkdtempSync(join(tmpdir(), "processes-")));

function owner(): ProcessOwner {
  const made = createProcessOwner();
  owners.push(made);
  return made;
}

function sh(script: string, more: Partial<ProcessCommand> = {}): ProcessCommand {
  return { command: "/bin/sh", args: ["-c", script], cwd: folder, env: process.env, ...more };
}

async function outputOf({ stdout }: OwnedProcess): Promise<string> {
  let text = "";
  for await (const bytes of stdout) text += String(bytes);
  return text;
}

/** Waits until a process has said a line, for instance that it is ready. */
function firstLine({ stdout }: OwnedProcess): Promise<string> {
  return new Promise((resolve) => {
    let text = "";
    stdout.on("data", (bytes) => {
      text += String(bytes);
      if (text.includes("\n")) resolve(text.slice(0, text.indexOf("\n")));
    });
  });
}

/** What runs in the session that a process began. */
function sessionOf(pid: number): number[] {
  const all = runningProcesses() ?? [];
  return all.filter(({ session }) => session === pid).map((found) => found.pid);
}

function isAlive(pid: number): boolean {
  return (runningProcesses() ?? []).some((found) => found.pid === pid);
}

afterEach(() => {
  for (const made of owners.splice(0)) made.killAll();
});

describe("starting", () => {
  test("gives the output and the end of a process", async () => {
    const started = await owner().start(sh("cat; exit 3"));
    started.stdin.end("said");
    expect(await outputOf(started)).toBe("said");
    expect(await started.exited).toEqual({ exitCode: 3, signal: null });
  });

  test("puts it into a group and a session of its own", async () => {
    const started = await owner().start(sh("echo ready; sleep 30"));
    await firstLine(started);
    const own = runningProcesses()?.filter(({ session }) => session === started.pid);
    expect(own?.every(({ group }) => group === started.pid)).toBe(true);
    expect(own?.length).toBeGreaterThan(0);
  });

  test.each([
    [
      "a missing program",
      { command: "no-such-program" },
      "ENOENT",
      'Cannot start "no-such-program": no program of this name is in the PATH',
    ],
    [
      "a missing file",
      { command: "./missing" },
      "ENOENT",
      'Cannot start "./missing": there is no such file',
    ],
    [
      "a missing directory",
      { cwd: join(folder, "none") },
      "ENOENT",
      `Cannot start "/bin/sh": the working directory ${JSON.stringify(join(folder, "none"))} does not exist`,
    ],
    [
      "a file as directory",
      { cwd: "/etc/passwd" },
      "ENOTDIR",
      'Cannot start "/bin/sh": the working directory "/etc/passwd" is no directory',
    ],
    [
      "a missing shell",
      { shell: "/no/shell" },
      "ENOENT",
      'Cannot start "/no/shell": there is no such file',
    ],
    [
      "a file that is no program",
      { command: "/etc/passwd" },
      "EACCES",
      'Cannot start "/etc/passwd": it is not executable',
    ],
    [
      "too many arguments",
      { args: ["x".repeat(4_000_000)] },
      "E2BIG",
      'Cannot start "/bin/sh": its arguments and environment are too long',
    ],
    ["a zero byte", { args: ["a\0b"] }, "ERR_INVALID_ARG_VALUE", 'Cannot start "/bin/sh": '],
  ])("says of %s what is wrong", async (_, more, code, message) => {
    const error: unknown = await owner()
      .start(sh("true", more))
      .catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ code, message: expect.stringContaining(message) });
  });

  test("says when the interpreter of a script is missing", async () => {
    const script = join(folder, "script");
    writeFileSync(script, "#!/no/interpreter\n", { mode: 0o755 });
    const command = { command: script, args: [], cwd: folder, env: process.env };
    await expect(owner().start(command)).rejects.toThrow("interpreter");
  });

  test("takes no offence when a process does not read its input", async () => {
    const started = await owner().start(sh("exec true"));
    started.stdin.end("x".repeat(1_000_000));
    expect(await started.exited).toEqual({ exitCode: 0, signal: null });
  });
});

describe("ending", () => {
  test("ends the whole group, and waits until it is gone", async () => {
    const started = await owner().start(sh("sleep 100 & sleep 101 & echo ready; wait"));
    await firstLine(started);
    expect(sessionOf(started.pid)).toHaveLength(3);
    await started.terminate();
    expect(sessionOf(started.pid)).toEqual([]);
    expect(await started.exited).toEqual({ exitCode: null, signal: "SIGTERM" });
  });

  test("kills what does not heed TERM, after the grace", async () => {
    const started = await owner().start(
      sh("trap '' TERM; echo ready; while :; do sleep 0.1; done"),
    );
    await firstLine(started);
    const begin = performance.now();
    await started.terminate(300);
    expect(performance.now() - begin).toBeGreaterThan(290);
    expect(sessionOf(started.pid)).toEqual([]);
    expect(await started.exited).toEqual({ exitCode: null, signal: "SIGKILL" });
  });

  test("ends those who went into a group of their own", async () => {
    const started = await owner().start(sh("set -m; sleep 100 & echo ready; timeout 100 sleep 99"));
    await firstLine(started);
    await started.terminate();
    expect(sessionOf(started.pid)).toEqual([]);
  });

  test("ends what is left when the process itself has ended", async () => {
    const started = await owner().start(sh("sleep 100 & echo $!"));
    const grandchild = Number(await firstLine(started));
    await started.exited;
    expect(isAlive(grandchild)).toBe(true);
    await started.terminate();
    expect(isAlive(grandchild)).toBe(false);
    await started.terminate();
  });

  test("ends daemons, which left group and session", async () => {
    const own = owner();
    const daemon = "(trap '' TERM HUP; setsid sh -c 'echo $$; exec sleep 60') >>pids 2>&1 &";
    const started = await own.start(
      sh(`rm -f pids; ${daemon} until [ -s pids ]; do sleep 0.02; done; cat pids`),
    );
    const pid = Number(await firstLine(started));
    await started.exited;
    expect(isAlive(pid)).toBe(true);
    expect(sessionOf(started.pid)).not.toContain(pid);
    expect(started.isRunning()).toBe(true);
    await started.terminate(100);
    expect(isAlive(pid)).toBe(false);
    expect(started.isRunning()).toBe(false);
  });

  test("ends what the processes of a process started, when it had no time to", async () => {
    const script = `
      import { createProcessOwner } from ${JSON.stringify(join(import.meta.dirname, "index.ts"))};
      const args = ["-c", "setsid sh -c 'echo $$; exec sleep 60'"];
      const command = { command: "/bin/sh", args, cwd: "/", env: process.env };
      const started = await createProcessOwner().start(command);
      started.stdout.pipe(process.stdout);`;
    const args = ["--input-type=module", "--eval", script];
    const own = owner();
    const outer = await own.start({ ...sh(""), command: process.execPath, args });
    const pid = Number(await firstLine(outer));
    await own.terminateAll();
    expect(isAlive(pid)).toBe(false);
  });

  test("is not held up by a daemon out of reach that holds the output open", async () => {
    const script = "env -u FLOW_PROCESS_MARKS setsid sh -c 'echo $$; exec sleep 60' & wait";
    const started = await owner().start(sh(script));
    const daemon = Number(await firstLine(started));
    try {
      const begin = performance.now();
      await started.terminate();
      expect(performance.now() - begin).toBeLessThan(5000);
      expect(started.stdout.destroyed).toBe(true);
    } finally {
      process.kill(daemon, "SIGKILL");
    }
  });

  test("needs nobody to read the output", async () => {
    const started = await owner().start(sh("yes"));
    await sleep(50);
    await started.terminate();
    expect(sessionOf(started.pid)).toEqual([]);
  });

  test("sends nothing to a process that got the id of one that ended", async () => {
    const own = owner();
    const started = await own.start(sh("true"));
    await started.exited;
    const sent: unknown[] = [];
    const { kill } = process;
    // The system would give the id away at some time: it is simulated that somebody has it now.
    process.kill = (pid, signal) => {
      if (signal !== 0) sent.push(pid);
      return true;
    };
    try {
      await started.terminate();
      await own.terminateAll();
      own.killAll();
    } finally {
      process.kill = kill;
    }
    expect(sent).toEqual([]);
  });
});

describe("everything", () => {
  test("is ended together, with what was left in the background", async () => {
    const own = owner();
    const started = await Promise.all([
      own.start(sh("sleep 100 & echo ready; wait")),
      own.start(sh("sleep 101 >/dev/null 2>&1 & echo ready")),
    ]);
    await Promise.all(started.map(firstLine));
    await started[1]?.exited;
    expect(started.map(({ pid }) => sessionOf(pid).length)).toEqual([2, 1]);
    await own.terminateAll();
    expect(started.map(({ pid }) => sessionOf(pid))).toEqual([[], []]);
  });

  test("is killed at once", async () => {
    const own = owner();
    const started = await own.start(sh("trap '' TERM; sleep 100 & echo ready; wait"));
    await firstLine(started);
    const left = sessionOf(started.pid);
    expect(left).toHaveLength(2);
    own.killAll();
    expect(await started.exited).toEqual({ exitCode: null, signal: "SIGKILL" });
    await expect.poll(() => left.filter(isAlive)).toEqual([]);
    await expect(own.start(sh("true"))).rejects.toThrow("killed");
  });
});

test("what runs can be told from what has ended", () => {
  expect(isAlive(process.pid)).toBe(true);
  const [stat] = readFileSync("/proc/self/stat", "latin1").split(" ");
  expect(stat).toBe(String(process.pid));
});
