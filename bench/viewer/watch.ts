/** What a page tells of itself. Times are milliseconds since its navigation began. */
export interface Watched {
  /** When each thing was there, by name: the first frame before which a look found it. */
  readonly seen: Readonly<Record<string, number>>;
  /** Lengths of all tasks over 50 ms that the browser told of, in milliseconds. Not all are: some of fetches are missing. */
  longTasks: number[];
  /** The longest time between two frames, in milliseconds. */
  longestFrame: number;
  /** From a key to the first frame with another attempt and its data; undefined when no key was pressed. */
  readonly answered: number | undefined;
}

/** The page's own `Watched`, once {@link watchPage} runs in it. */
export const watched = (): Watched => (globalThis as unknown as { watched: Watched }).watched;

/**
 * Runs in the page before its scripts do. Looks before each frame; what it looks for is a few selectors, so that looking
 * costs next to nothing.
 */
export function watchPage(): void {
  const seen: Record<string, number> = {};
  const found: { -readonly [Key in keyof Watched]: Watched[Key] } = {
    seen,
    longTasks: [],
    longestFrame: 0,
    answered: undefined,
  };
  let frame = performance.now();
  Object.assign(globalThis, { watched: found });
  const has = (selector: string): boolean => document.querySelector(selector) !== null;
  const textOf = (selector: string): string | undefined =>
    document.querySelector(selector)?.textContent ?? undefined;
  const attempt = (): string | undefined =>
    has("article.attempt") && !has("article.attempt .loading")
      ? (document.querySelector("article.attempt")?.getAttribute("aria-label") ?? undefined)
      : undefined;
  const isRead = (): boolean => has(".header-facts") && has(".header .badge") && !has("progress");
  const looks: Record<string, () => boolean> = {
    // Of the page that only parses.
    parsed: () => document.title.startsWith("parsed"),
    graph: () => has(".react-flow__node .node-card"),
    attempt: () => isRead() && attempt() !== undefined,
    conversation: () => textOf(".conversation-status")?.includes("Reading") === false,
    event: () => has(".event-detail") && !has(".event-detail .loading"),
    artifact: () => has(".artifacts-text"),
  };
  let asked: { readonly at: number; readonly before: string | undefined } | undefined;
  addEventListener("keydown", () => (asked = { at: performance.now(), before: attempt() }), true);
  const look = (): void => {
    const now = performance.now();
    found.longestFrame = Math.max(found.longestFrame, now - frame);
    frame = now;
    for (const [name, isThere] of Object.entries(looks)) {
      if (seen[name] === undefined && isThere()) seen[name] = now;
    }
    if (asked !== undefined && attempt() !== undefined && attempt() !== asked.before) {
      found.answered = now - asked.at;
      asked = undefined;
    }
    requestAnimationFrame(look);
  };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) found.longTasks.push(duration);
  }).observe({ type: "longtask", buffered: true });
  requestAnimationFrame(look);
}
