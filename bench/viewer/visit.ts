import type { Page } from "playwright-core";
import { startBrowser } from "../../scripts/browser/viewer.ts";
import { RendererWatch, type RendererUse } from "./renderer.ts";
import { watched, watchPage, type Watched } from "./watch.ts";

const patienceMs = 120_000;
const scrubMs = 4000;
/** A long task is told of some time after its end. */
const settleMs = 300;

/** What one visit of a page gave. */
export interface Visit {
  /** Milliseconds since 1970 at which the navigation began. */
  readonly began: number;
  readonly opening: Watched & RendererUse;
  /** Dragging the slider of the replay through the whole run and back; only when it was asked for. */
  readonly scrubbing: (Watched & RendererUse) | undefined;
}

/**
 * Opens a page in a browser with an empty profile, and waits until it has seen everything that is named.
 *
 * @param serve called when the browser waits; gives the address.
 */
export async function visit(
  serve: () => Promise<string>,
  awaited: readonly string[],
  scrubs: boolean,
): Promise<Visit> {
  const { context, stop } = await startBrowser();
  const watch = new RendererWatch();
  try {
    const page = await context.newPage();
    await page.addInitScript(watchPage);
    await page.goto(await serve());
    await until(page, ({ seen }) => awaited.every((name) => seen[name] !== undefined));
    if (scrubs) {
      await page.keyboard.press("ArrowLeft");
      await until(page, ({ answered }) => answered !== undefined);
    }
    await page.waitForTimeout(settleMs);
    const opening = { ...(await page.evaluate(watched)), ...watch.use };
    const began = await page.evaluate(() => performance.timeOrigin);
    if (!scrubs) return { began, opening, scrubbing: undefined };
    await page.evaluate(() => {
      const { watched: found } = globalThis as unknown as { watched: Watched };
      found.longTasks = [];
      found.longestFrame = 0;
    });
    await scrub(page);
    const scrubbing = { ...(await page.evaluate(watched)), ...watch.use };
    return { began, opening, scrubbing };
  } finally {
    watch.stop();
    await stop();
  }
}

/** `page.waitForFunction` would evaluate text, which the policy of the page forbids. */
async function until(page: Page, isThere: (state: Watched) => boolean): Promise<void> {
  const deadline = Date.now() + patienceMs;
  while (!isThere(await page.evaluate(watched))) {
    if (Date.now() > deadline) throw new Error(`${page.url()}: not everything was seen in time`);
    await page.waitForTimeout(100);
  }
}

/** Drags the slider as a hand does: from the end to the start and back, with a move about every 16 ms. */
async function scrub(page: Page): Promise<void> {
  const box = await page.getByRole("slider").boundingBox();
  if (box === null) throw new Error("The replay has no slider");
  const margin = 6;
  const y = box.y + box.height / 2;
  const place = (share: number): number => box.x + margin + (box.width - 2 * margin) * share;
  await page.mouse.move(place(1), y);
  await page.mouse.down();
  const began = performance.now();
  for (let at = 0; at < scrubMs; at = performance.now() - began) {
    await page.mouse.move(place((1 + Math.cos((at / scrubMs) * 2 * Math.PI)) / 2), y);
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
  await page.waitForTimeout(settleMs);
}
