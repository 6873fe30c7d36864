import { createFold } from "@flow-bundle/bundle";
import type { TraceEvent } from "@flow-bundle/schema";
import { expect, test, vi } from "vitest";
import { eventsOf } from "../../engine/testing/runs.ts";
import { root } from "../testing/command.ts";
import { testIo } from "../testing/io.ts";
import { nextCommands } from "../next-commands.ts";
import { textReporter } from "./text.ts";

const events = (name: string) => eventsOf(`${root}fixtures/valid/${name}`);
const next = nextCommands(undefined);

function tell(io: ReturnType<typeof testIo>, list: readonly TraceEvent[], verbose = false) {
  const reporter = textReporter(io, { verbose, next });
  const fold = createFold();
  for (const event of list) {
    fold.apply(event);
    reporter.observe(event, fold);
  }
  return reporter;
}

const withoutTimes = (text: string) => text.replace(/^\d\d:\d\d:\d\d/gm, "00:00:00");

test("a line for each attempt", () => {
  const io = testIo();
  tell(io, events("1.1-shell")).close();
  expect(withoutTimes(io.written.stderr)).toMatchInlineSnapshot(`
    "release-checks  2026-03-02T091500000Z-release-checks-c83e5d10
    00:00:00  ok         version#1         action         53 ms  node -p 'require('\\''./package.json'\\'').version'
    00:00:00  ok         leftovers#1       action         19 ms  grep -rn 'TODO: before release' src
    00:00:00  ok         format#1          action         10 ms  true
    00:00:00  failed     lint#1            action         2.3 s  Command failed (npm "run" "--silent" "lint"): exit code 1
    00:00:00  failed     notify#1          action          7 ms  Command could not be started: notify-team: no such file
    00:00:00  ok         report#1          compute         2 ms
    "
  `);
  expect(io.written.stdout).toBe("");
});

test("verbose: a line for each event too", () => {
  const io = testIo();
  const list = events("1.1-acp-two-turn");
  tell(io, list, true).close();
  const attempts = list.filter(({ type }) => type === "node_outcome").length;
  expect(io.written.stderr.split("\n")).toHaveLength(1 + list.length + attempts + 1);
});

test("on a terminal a line tells what is being done, and goes away", () => {
  vi.useFakeTimers();
  try {
    const io = testIo({ terminal: true });
    const reporter = tell(io, events("1.1-running"));
    const before = io.written.stderr.length;
    vi.advanceTimersByTime(250);
    const drawn = io.written.stderr.slice(before).split("\r\u001b[2K").slice(1);
    expect(drawn).toHaveLength(2);
    expect(drawn[0]?.replaceAll("\u001b", "ESC")).toMatch(
      /^ESC\[\?7l[⠀-⣿] \S+#\d {2}\S+ {2}\d.*ESC\[\?7h$/u,
    );
    expect(drawn[0]).not.toBe(drawn[1]);
    reporter.interject("a word\n");
    expect(io.written.stderr.endsWith("\r\u001b[2Ka word\n")).toBe(true);
    vi.advanceTimersByTime(100);
    reporter.close();
    expect(io.written.stderr.endsWith("\r\u001b[2K")).toBe(true);
    const after = io.written.stderr;
    vi.advanceTimersByTime(1000);
    expect(io.written.stderr).toBe(after);
  } finally {
    vi.useRealTimers();
  }
});

test.each([
  [false, {}],
  [true, { TERM: "dumb" }],
])("no such line: terminal %s, %j", (terminal, env) => {
  vi.useFakeTimers();
  try {
    const io = testIo({ terminal, env });
    const reporter = tell(io, events("1.1-running"));
    vi.advanceTimersByTime(1000);
    reporter.close();
    expect(io.written.stderr).not.toContain("\u001b");
  } finally {
    vi.useRealTimers();
  }
});
