import { describe, expect, it, test } from "vitest";
import { loadCorpus } from "../cases/load.ts";
import { expectedView } from "../cases/views.ts";
import type { Answer } from "../generated/types.ts";
import { judge } from "../run/run-case.ts";
import { checks } from "./registry.ts";

const corpus = new Map(loadCorpus().map((item) => [item.id, item]));

async function failures(id: string, answer: Answer, capabilities: readonly string[] = []) {
  const item = corpus.get(id);
  if (item === undefined) throw new Error(`there is no case ${id}`);
  const results = await judge({ item, answer, folder: "" }, new Set(capabilities));
  return results
    .filter(({ status }) => status === "fail")
    .map(({ checkId, message }) => `${checkId}: ${message}`);
}

const good = "reader/bundle/1.1-retry-loop";
const goodView = () => expectedView({ file: "views/bundles/1.1-retry-loop.json" }) as never;
const refusal = (code: "corrupt" | "hostile" | "unsupported" | "unclosed"): Answer => ({
  refused: { code, reason: "no" },
});

describe("readers", () => {
  test("the right view passes", async () => {
    expect(await failures(good, { view: goodView() })).toEqual([]);
  });

  test("another view fails, and is told where", async () => {
    const view = { ...(goodView() as object), status: "failed", error: "x" };
    expect(await failures(good, { view })).toEqual([
      "reader/view: the view differs at /status, and at one more place",
    ]);
  });

  test("a good bundle that is refused fails", async () => {
    expect(await failures(good, refusal("unclosed"))).toEqual([
      "reader/answered: the bundle was refused as unclosed, and it has to be read",
    ]);
  });

  test("torn, said of a whole bundle, fails", async () => {
    expect(await failures(good, { view: goodView(), torn: true })).toEqual([
      "reader/torn: the view says that something was left out, and nothing was",
    ]);
  });

  test("a torn tail has to be told", async () => {
    const id = "reader/bundle/1.1-torn";
    const view = expectedView({ file: "views/bundles/1.1-torn.json" }) as never;
    expect(await failures(id, { view, torn: true })).toEqual([]);
    expect(await failures(id, { view })).toEqual([
      "reader/torn: the view does not say that something was left out",
    ]);
  });

  test("another format has to be refused, as what it is", async () => {
    const id = "reader/versions/schema-foreign";
    expect(await failures(id, refusal("unsupported"))).toEqual([]);
    expect(await failures(id, refusal("corrupt"))).toEqual([
      "reader/refused: the bundle was refused as corrupt",
    ]);
    expect(await failures(id, { view: goodView() })).toEqual([
      "reader/refused: the bundle was read, and it has to be refused",
    ]);
  });

  test("damage may be refused, or be told", async () => {
    const id = "reader/damage/blank-middle";
    expect(await failures(id, refusal("corrupt"))).toEqual([]);
    expect(await failures(id, { view: {}, torn: true })).toEqual([]);
    expect(await failures(id, { view: {} })).toEqual([
      "reader/torn: the view does not say that something was left out",
    ]);
  });

  test("damage that the view does not depend on may also be passed over", async () => {
    const id = "reader/damage/at-up-to-seq";
    const view = expectedView({ file: "views/prefixes/1.1-retry-loop.ndjson", line: 8 }) as never;
    const declared = ["up-to-seq"];
    expect(await failures(id, { view }, declared)).toEqual([]);
    expect(await failures(id, { view: {}, torn: true }, declared)).toEqual([]);
    expect(await failures(id, refusal("corrupt"), declared)).toEqual([]);
    const further = { ...(view as object), upToSeq: 8 };
    expect(await failures(id, { view: further }, declared)).toEqual([
      "reader/view: the view differs at /upToSeq",
    ]);
  });

  test("unsupported fails: the case was selected by what was declared", async () => {
    expect(await failures(good, { unsupported: "no shells" })).toEqual([
      "reader/answer-type: the adapter says that it cannot do this, and it has declared all that is needed",
    ]);
  });

  test("a verdict is not what a reader is asked for", async () => {
    expect(await failures(good, { verdict: "valid" })).toEqual([
      "reader/answer-type: an answer with verdict is not what a reader is asked for",
    ]);
  });
});

describe("validators", () => {
  const bad = "validator/rule/trace/seq/heartbeat-lost";

  test("the verdict has to be right", async () => {
    expect(await failures(bad, { verdict: "invalid" })).toEqual([]);
    expect(await failures(bad, { verdict: "valid" })).toEqual([
      "validator/verdict: the verdict is valid in place of invalid",
    ]);
    expect(await failures(bad, refusal("corrupt"))).toEqual([
      "validator/verdict: the verdict is a refusal in place of invalid",
    ]);
  });

  test("rule ids count where they were declared", async () => {
    const answer: Answer = { verdict: "invalid", ruleIds: ["trace/ids"] };
    expect(await failures(bad, answer)).toEqual([]);
    expect(await failures(bad, answer, ["rule-ids"])).toEqual([
      "validator/rule-ids: not named: trace/seq; named without a reason: trace/ids",
    ]);
    expect(await failures(bad, { verdict: "invalid" }, ["rule-ids"])).toEqual([
      "validator/rule-ids: not named: trace/seq",
    ]);
  });
});

it("has checks with ids of their own that begin with the role", () => {
  const all = Object.entries(checks).flatMap(([role, list]) =>
    list.map(({ id }) => ({ role, id })),
  );
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { role, id } of all) expect(id.startsWith(`${role}/`), id).toBe(true);
});
