import { readdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openBundle, printable, type Fold } from "@flow-bundle/bundle";
import { directorySource } from "@flow-bundle/bundle/node";
import { emptyTitles, openTab, runReady, tabNames } from "./panes.ts";
import { useStage } from "./stage.ts";
import { inRepository } from "./viewer.ts";

const foldersIn = (folder: string): string[] =>
  readdirSync(inRepository(folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`);

/** What each release of acpx wrote: all kinds of nodes and ends, and one thing that is odd about that release. */
const acpx = [
  "acpx-0.4.0/acp-two-turn",
  "acpx-0.4.0/kill9-acp",
  "acpx-0.10.0/acp-weird",
  "acpx-0.10.0/checkpoint",
  "acpx-0.15.1/acp-timeout-routed",
  "acpx-0.15.1/heartbeat-race",
  "acpx-0.19.1/odd-values",
  "acpx-0.19.1/running-after-failed",
].map((path) => `fixtures/third-party/${path}`);

/** Every golden bundle, every one of our examples, those with warnings, and some of acpx. */
const bundles = [
  ...foldersIn("fixtures/valid"),
  ...foldersIn("fixtures/runs"),
  ...foldersIn("fixtures/warn"),
  ...acpx,
];

const stage = useStage(bundles);

/** What the page says of a status or an outcome. */
const words: ReadonlyMap<string, string> = new Map([
  ["timed_out", "timed out"],
  ["open", "running"],
]);
const wordOf = (outcome: string): string => words.get(outcome) ?? outcome;

interface NodeFacts {
  readonly id: string;
  readonly outcome: string | undefined;
  readonly attempts: number;
}

/** What our reader says of each node of the flow. */
function nodesOf(fold: Fold, nodeIds: readonly string[]): NodeFacts[] {
  const visited = fold.nodes.map(({ nodeId }) => nodeId);
  return [...new Set([...nodeIds, ...visited])].map((nodeId) => {
    const attempts = fold.node(nodeId)?.attempts ?? [];
    const last = attempts.at(-1);
    const outcome = fold.waitingOn === nodeId ? "waiting" : (last?.outcome ?? "open");
    return {
      id: nodeId === "" ? "(empty)" : printable(nodeId, { max: 80 }),
      outcome: last === undefined ? undefined : wordOf(outcome),
      attempts: attempts.length,
    };
  });
}

/** What the page says of each node, in its list of them. */
async function nodesOnPage(page: Page): Promise<NodeFacts[]> {
  const rows = page.getByRole("list", { name: "Nodes of the flow" }).getByRole("listitem");
  await rows.first().waitFor();
  const found = await rows.evaluateAll((items) =>
    items.map((item) => ({
      id: item.querySelector(".node-row-id")?.firstElementChild?.textContent ?? "",
      outcome: item.querySelector(".badge")?.textContent.trim(),
      numbers: item.querySelector(".node-card-numbers")?.textContent ?? "",
    })),
  );
  return found.map(({ id, outcome, numbers }) => {
    const several = /^×(\d+)/.exec(numbers)?.[1];
    return { id, outcome, attempts: Number(several ?? (numbers === "" ? 0 : 1)) };
  });
}

const byId = (a: NodeFacts, b: NodeFacts): number => (a.id < b.id ? -1 : 1);

test.each(bundles)("%s: what the page says is what our reader says", async (path) => {
  const bundle = await openBundle(directorySource(inRepository(path)));
  const [fold, flow] = [await bundle.fold(), await bundle.flow()];
  const page = await stage.open(path.slice(path.lastIndexOf("/") + 1));
  await runReady(page);

  const header = page.locator(".header");
  // Nobody writes to these bundles, which a lock would tell of those of 1.1.
  const isStopped = fold.status === "running" && bundle.version !== "1.0";
  await header
    .locator(".badge", { hasText: isStopped ? "stopped" : wordOf(fold.status) })
    .waitFor();
  const { length } = fold.attempts;
  if (fold.upToSeq > 0)
    await header.getByText(`${length} attempt${length === 1 ? "" : "s"}`).waitFor();

  await page.getByRole("toolbar", { name: "Graph" }).getByRole("button", { name: "List" }).click();
  const nodes = nodesOf(fold, Object.keys(flow.nodes));
  expect((await nodesOnPage(page)).toSorted(byId)).toEqual(nodes.toSorted(byId));

  const mayBeEmpty = new Map([
    ["Attempt", fold.attempts.length === 0],
    ["Conversation", fold.sessions.length === 0],
    ["Events", fold.upToSeq === 0],
    ["Artifacts", fold.artifacts.length === 0],
  ]);
  const tabs = await tabNames(page);
  expect(tabs).toEqual(["Attempt", "Conversation", "Events", "Artifacts", "Trust"]);
  for (const name of tabs) {
    const pane = await openTab(page, name);
    const text = (await pane.textContent()) ?? "";
    expect(text.length, `${name} shows nothing`).toBeGreaterThan(10);
    expect(text).not.toContain("fault of the viewer");
    expect((await emptyTitles(pane)).length > 0, `${name}: ${await emptyTitles(pane)}`).toBe(
      mayBeEmpty.get(name) ?? false,
    );
  }
});
