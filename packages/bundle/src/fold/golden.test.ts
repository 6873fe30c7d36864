import { describe, expect, it } from "vitest";
import { prefetch } from "../projection/prefetch.ts";
import { projectLive } from "../projection/live.ts";
import { projectRun } from "../projection/run.ts";
import { projectSteps } from "../projection/steps.ts";
import { goldenFixtures } from "../testing/fixtures.ts";
import { isView } from "../testing/is-view.ts";

describe.each(goldenFixtures())("$path", (fixture) => {
  const events = fixture.events();

  it("has the projections that its trace gives, up to where they say", async () => {
    const steps = fixture.json<unknown[]>("projections/steps.json");
    const run = fixture.json<{ upToSeq: number }>("projections/run.json");
    const live = fixture.json<{ upToSeq: number }>("projections/live.json");
    const project = async (upToSeq: number) => {
      const fold = fixture.fold(upToSeq);
      const resolver = await prefetch(fold, fixture.content());
      return { run: projectRun(fold, resolver), live: projectLive(fold, resolver) };
    };
    expect(plain((await project(run.upToSeq)).run)).toBe(plain(run));
    expect(plain((await project(live.upToSeq)).live)).toBe(plain(live));
    const whole = fixture.fold();
    const all = projectSteps(whole, await prefetch(whole, fixture.content()));
    expect(plain(all.slice(0, steps.length))).toBe(plain(steps));
    expect(all.length - steps.length).toBeLessThanOrEqual(1);
  });

  it("gives a view-model at every event that the schema accepts and later events do not change", () => {
    const fold = fixture.fold(0);
    const views = [fold.view()];
    const texts = [plain(views[0])];
    for (const event of events) {
      fold.apply(event);
      const view = fold.view();
      views.push(view);
      texts.push(plain(view));
    }
    for (const [count, view] of views.entries()) {
      expect(isView(view), JSON.stringify(isView.errors)).toBe(true);
      expect(plain(view)).toBe(texts[count]);
      expect(plain(fixture.fold(count).view())).toBe(texts[count]);
    }
  });

  it("ignores none of its events", () => {
    const { ignored } = fixture.fold();
    expect(ignored).toEqual({ unknownType: 0, stray: 0, repeated: 0, afterTerminal: 0 });
  });

  it("keeps the events unchanged", () => {
    const before = plain(events);
    const fold = fixture.fold(0);
    for (const event of events) fold.apply(event);
    fold.view();
    expect(plain(events)).toBe(before);
  });
});

/** JSON, so that `__proto__` counts as the ordinary key that it is. */
function plain(value: unknown): string {
  return JSON.stringify(value, null, 1);
}
