import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import {
  runCommand,
  startCommand,
  type RunningCommand,
} from "../../packages/runtime/src/cli/testing/command.ts";
import { openTab } from "./panes.ts";
import { useStage } from "./stage.ts";
import { inRepository, screenshot } from "./viewer.ts";

/*
 * Real runs: `flow run` in a process of its own, with an agent and a command, recorded while the page looks. Agent and
 * command wait for files that the tests write, so that nothing depends on how fast the machine is.
 */

const stage = useStage(["fixtures/third-party/acpx-0.19.1/running-in-shell"]);
const started: RunningCommand[] = [];

afterAll(async () => {
  for (const { child, result } of started) {
    child.kill("SIGKILL");
    await result;
  }
});

/** A command that waits for a file, a minute at most. */
const waitFor = (file: string): string =>
  `i=0; while [ ! -e ${file} ] && [ $i -lt 1200 ]; do sleep 0.05; i=$((i+1)); done`;

const flow = `
import { acp, compute, defineFlow, shell } from "@flow-bundle/runtime/flows";

export default defineFlow({
  name: "watched",
  startAt: "say",
  nodes: {
    say: acp({ prompt: () => "Say two halves" }),
    count: shell({ exec: () => ({ command: "sh", args: ["-c", ${JSON.stringify(`${waitFor("go-2")}; echo counted`)}] }) }),
    done: compute({ run: () => ({ everything: "done" }) }),
  },
  edges: [
    { from: "say", to: "count" },
    { from: "count", to: "done" },
  ],
});
`;

/** What the agent says in the end, in small pieces. */
const numbers = `The second half: ${Array.from({ length: 99 }, (_, i) => i + 1).join(" ")} and done.`;

const script = {
  rules: [
    {
      steps: [
        { text: "This is the first half of the answer, " },
        { terminal: { command: "sh", args: ["-c", waitFor("go-1")] } },
        { text: numbers, split: 4, delayMs: 60 },
      ],
    },
  ],
};

interface Watched {
  readonly command: RunningCommand;
  readonly runs: string;
  /** Lets the agent (1) or the command (2) go on. */
  go(gate: 1 | 2): void;
  /** The run's page, opened from the list of runs. */
  readonly page: Page;
}

/** Starts a run, and opens it from the list of runs. */
async function watch(name: string): Promise<Watched> {
  const work = join(stage.folder, `.work-${name}`);
  mkdirSync(work);
  const file = join(work, `${name}.flow.ts`);
  writeFileSync(file, flow.replace('"watched"', JSON.stringify(name)));
  const agent = inRepository("examples/agents/scripted-agent.ts");
  writeFileSync(join(work, "script.json"), JSON.stringify(script));
  const argv = [process.execPath, agent, join(work, "script.json")];
  writeFileSync(
    join(work, "flow.config.json"),
    JSON.stringify({ agents: { scripted: { argv } }, defaultAgent: "scripted" }),
  );
  const command = startCommand(
    ["run", file, "--runs-dir", stage.folder, "--approve-all", "--format", "json"],
    { cwd: work },
  );
  started.push(command);
  const page = await stage.open(stage.server.url);
  const link = page.locator(".run-link", { hasText: name });
  await expect
    .poll(
      async () => {
        if ((await link.count()) === 0) await page.reload();
        return await link.count();
      },
      { timeout: 40_000, message: command.written.stderr },
    )
    .toBe(1);
  await link.click();
  await page.locator(".header-live", { hasText: "● live" }).waitFor();
  // Gone when the page is loaded again.
  await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
  return {
    command,
    runs: stage.folder,
    go: (gate) => writeFileSync(join(work, `go-${gate}`), ""),
    page,
  };
}

const cardOf = (page: Page, node: string) => page.locator(".node-card", { hasText: node }).first();
const outcomeOf = (page: Page, node: string) => cardOf(page, node).getAttribute("data-outcome");
const placeOf = (page: Page) => page.getByRole("slider").getAttribute("aria-valuetext");
const slow = { timeout: 40_000 };

test("a run is followed from its start to its end", { timeout: 180_000 }, async () => {
  const { page, go, command } = await watch("followed");
  await expect.poll(() => outcomeOf(page, "say"), slow).toBe("open");

  // What the agent says comes as it is said, message by message, and in pieces of them.
  const pane = await openTab(page, "Conversation");
  await pane.locator(".bubble", { hasText: "the first half of the answer" }).waitFor(slow);
  const second = pane.locator(".bubble", { hasText: "The second half" });
  expect(await second.count()).toBe(0);
  await screenshot(page, "live-conversation");
  go(1);
  await second.waitFor(slow);
  const lengths = new Set<number>();
  await expect
    .poll(async () => {
      const text = (await second.textContent()) ?? "";
      lengths.add(text.length);
      return text;
    }, slow)
    .toContain("and done.");
  expect(lengths.size).toBeGreaterThan(2);
  expect(await second.count()).toBe(1);

  await expect.poll(() => outcomeOf(page, "count"), slow).toBe("open");
  expect(await outcomeOf(page, "say")).toBe("ok");

  // The position of the replay stays while the run goes on.
  await page.getByRole("slider").fill("1");
  await expect.poll(() => placeOf(page)).toMatch(/^After attempt 1 of/);
  await expect.poll(() => new URL(page.url()).searchParams.get("at")).not.toBeNull();
  const [place, address] = [await placeOf(page), page.url()];
  const header = page.locator(".header");
  const attempts = header.getByText("3 attempts");
  expect(await attempts.count()).toBe(0);
  go(2);
  await attempts.waitFor(slow);
  await header.locator(".badge", { hasText: "completed" }).waitFor(slow);
  expect((await placeOf(page))?.replace(/of \d+$/, "")).toBe(place?.replace(/of \d+$/, ""));
  expect(page.url()).toBe(address);
  expect(await outcomeOf(page, "done")).toBeNull();
  await screenshot(page, "live-scrubbed");

  // Its end, without a reload.
  await expect.poll(() => page.locator(".header-live").count(), slow).toBe(0);
  await page.keyboard.press("End");
  await expect.poll(() => outcomeOf(page, "done")).toBe("ok");
  await page.getByText("Showing the whole run").waitFor();
  expect(await page.evaluate(() => "sameDocument" in globalThis)).toBe(true);
  expect((await command.result).code).toBe(0);
});

test("there is a way back to a run that goes on", { timeout: 180_000 }, async () => {
  const { page, go, command } = await watch("back-to-live");
  await expect.poll(() => outcomeOf(page, "say"), slow).toBe("open");
  await page.getByText("Following the run as it goes").waitFor();
  await page.keyboard.press("Home");
  await expect.poll(() => placeOf(page)).toBe("Before the run");
  await expect.poll(() => outcomeOf(page, "say")).toBeNull();
  go(1);
  await page.locator(".header").getByText("2 attempts").waitFor(slow);
  expect(await placeOf(page)).toBe("Before the run");
  await page.getByRole("button", { name: "Jump to live" }).click();
  await expect.poll(() => outcomeOf(page, "count")).toBe("open");
  await page.getByText("Following the run as it goes").waitFor();
  go(2);
  await expect.poll(() => outcomeOf(page, "done"), slow).toBe("ok");
  expect((await command.result).code).toBe(0);
});

test("a run whose process is killed is not live any more", { timeout: 180_000 }, async () => {
  const { page, go, command, runs } = await watch("killed");
  await expect.poll(() => outcomeOf(page, "say"), slow).toBe("open");
  command.child.kill("SIGKILL");
  await command.result;
  go(1);
  go(2);
  await page.locator(".header-live", { hasText: "stopped, not closed" }).waitFor(slow);
  expect(await page.getByText("● live").count()).toBe(0);
  await page.locator(".header .badge", { hasText: "stopped" }).waitFor();
  const advice = page.locator("code", { hasText: /^flow recover \S+$/ });
  const [, , run = ""] = ((await advice.textContent()) ?? "").split(" ");
  await screenshot(page, "live-killed");

  const list = await stage.open(stage.server.url);
  const link = list.locator(".run-link", { hasText: "killed" });
  await link.locator(".badge", { hasText: "stopped" }).waitFor();
  await screenshot(list, "runs-killed");

  // What the page says to do helps, and the page sees it.
  const { code } = await runCommand(["recover", run, "--runs-dir", runs]);
  expect(code).toBe(0);
  await page.locator(".header .badge", { hasText: "failed" }).waitFor(slow);
  await expect.poll(() => page.locator(".header-live").count(), slow).toBe(0);
  expect(await page.evaluate(() => "sameDocument" in globalThis)).toBe(true);
});

test("of a run of acpx nobody can tell whether its process lives", async () => {
  const page = await stage.open("running-in-shell");
  await page.locator(".header-live", { hasText: "○ following" }).waitFor();
  expect(await page.getByText("● live").count()).toBe(0);
});
