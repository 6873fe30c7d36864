import type { LiveProjection, RunProjection, Step } from "@flow-bundle/schema";
import { describe, expect, it } from "vitest";
import { prefetch } from "../projection/prefetch.ts";
import { projectRun } from "../projection/run.ts";
import { fixturesIn } from "../testing/fixtures.ts";

const versions = ["0.4.0", "0.10.0", "0.15.1", "0.19.1"];

/** Cases whose writer was killed or interrupted, or that were copied while they ran: projections may be one step ahead. */
const disturbed = /\/(?:kill9-|sig|running-|outputs-cycle|snapshot-)/;

/** Values that JSON cannot hold, and projections that lack a node called `__proto__` (before 0.19). */
const oddOutputs = /odd-values|acpx-0\.(?!19).*proto-id|\/acp-weird$/;

describe.each(versions)("acpx %s", (version) => {
  const fixtures = fixturesIn(`third-party/acpx-${version}`);
  it.each(fixtures)("$path: status and steps", async (fixture) => {
    const fold = fixture.fold();
    const run = fixture.json<RunProjection>("projections/run.json");
    const live = fixture.json<LiveProjection>("projections/live.json");
    expect(fold.status).toBe(run.status);
    expect(fold.status).toBe(live.status);
    expect(fold.error).toBe(run.error);
    expect(fold.waitingOn).toBe(run.waitingOn);
    expect(fold.runId).toBe(run.runId);
    expect(fold.ignored.unknownType).toBe(0);

    const steps = fixture.json<Step[]>("projections/steps.json");
    const folded = projectRun(fold, await prefetch(fold, fixture.content()));
    const ahead = disturbed.test(fixture.path) ? 1 : 0;
    const count = Math.min(steps.length, folded.steps.length);
    expect(Math.abs(folded.steps.length - steps.length)).toBeLessThanOrEqual(ahead);
    expect(folded.steps.slice(0, count).map(essence)).toEqual(steps.slice(0, count).map(essence));
  });

  const calm = fixtures.filter(({ path }) => !disturbed.test(path) && !oddOutputs.test(path));
  it.each(calm)("$path: outputs, bindings and what it is doing", async (fixture) => {
    const fold = fixture.fold();
    const run = fixture.json<RunProjection>("projections/run.json");
    const folded = projectRun(fold, await prefetch(fold, fixture.content()));
    expect(JSON.stringify(folded.outputs)).toBe(JSON.stringify(run.outputs));
    expect(folded.steps.map(({ output }) => output)).toEqual(run.steps.map(({ output }) => output));
    expect({ ...folded.sessionBindings }).toEqual(run.sessionBindings);
    expect(fold.statusDetail).toBe(run.statusDetail);
  });
});

function essence({ attemptId, nodeId, nodeType, outcome, error, trace }: Step): unknown {
  return { attemptId, nodeId, nodeType, outcome, error, trace };
}
