import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { differences } from "./differences.ts";
import { prune, viewShape, type Shape } from "./view-shape.ts";

const all = (expected: unknown, found: unknown, shape: Shape = "any") =>
  differences(expected, found, shape, 100).map(({ pointer }) => pointer);

describe("differences", () => {
  test.each([
    ["equal values", { a: [1, "x", null] }, { a: [1, "x", null] }, []],
    ["another order of members", { a: 1, b: 2 }, { b: 2, a: 1 }, []],
    ["zero and minus zero", 0, -0, []],
    ["another value", { a: { b: 1 } }, { a: { b: 2 } }, ["/a/b"]],
    ["another type", { a: [] }, { a: {} }, ["/a"]],
    ["null for an object", { a: {} }, { a: null }, ["/a"]],
    ["a missing member", { a: 1 }, {}, ["/a"]],
    ["one too many", {}, { a: 1 }, ["/a"]],
    ["a list that is shorter", [1, 2], [1], ["/1"]],
    ["a list that is longer", [1], [1, 2], ["/1"]],
    ["null is not absent", { a: null }, {}, ["/a"]],
    ["keys that need escaping", { "a/b~c": 1 }, { "a/b~c": 2 }, ["/a~1b~0c"]],
    ["a missing member that every object seems to have", { toString: 1 }, {}, ["/toString"]],
  ])("%s", (_, expected, found, pointers) => {
    expect(all(expected, found)).toEqual(pointers);
  });

  it("takes __proto__ for an ordinary key", () => {
    const one = JSON.parse('{"__proto__":{"a":1}}') as unknown;
    expect(all(one, JSON.parse('{"__proto__":{"a":1}}'))).toEqual([]);
    expect(all(one, JSON.parse('{"__proto__":{"a":2}}'))).toEqual(["/__proto__/a"]);
    expect(all(one, {})).toEqual(["/__proto__"]);
  });

  it("compares texts after lone surrogates were replaced", () => {
    expect(all("a\ud800", "a\ufffd")).toEqual([]);
    expect(all("a\ud800", "a?")).toEqual([""]);
  });

  it("stops at the limit", () => {
    expect(differences([1, 2, 3], [4, 5, 6], "any", 2)).toHaveLength(2);
  });

  it("leaves members alone that the shape does not name, but not inside of values", () => {
    const view = { runId: "r", input: { inline: { x: 1 } } };
    expect(all(view, { ...view, later: 1 }, viewShape)).toEqual([]);
    expect(all({ ...view, later: 1 }, view, viewShape)).toEqual([]);
    const other = { ...view, input: { inline: { x: 1, later: 2 } } };
    expect(all(view, other, viewShape)).toEqual(["/input/inline/later"]);
    expect(all(view, { ...view, error: "x" }, viewShape)).toEqual(["/error"]);
  });
});

test("prune keeps what counts", () => {
  const view = {
    later: 1,
    attempts: [{ attemptId: "a", later: 2, output: { inline: { later: 3 } } }],
  };
  expect(prune(view, viewShape)).toEqual({
    attempts: [{ attemptId: "a", output: { inline: { later: 3 } } }],
  });
});

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly not?: unknown;
  readonly then?: Schema;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const spec = (name: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../../../spec/${name}.schema.json`, import.meta.url), "utf8"),
  ) as Schema;

describe("the shape of a view names what its schemas name", () => {
  const schema = spec("view-model");

  /** Properties of a schema and all that it is put together from. */
  function properties(part: Schema): Record<string, Schema> {
    const target =
      part.$ref === undefined ? {} : properties(schema.$defs?.[part.$ref.slice(8)] ?? {});
    const inner = [...(part.oneOf ?? []), ...(part.anyOf ?? [])].map(properties);
    return Object.assign(target, ...inner, part.properties);
  }

  /** Where the shape says something else than the schema. */
  function compare(part: Schema, shape: Shape, place: string): readonly string[] {
    if (part.items !== undefined && typeof shape === "object") {
      if ("each" in shape) return compare(part.items, shape.each, `${place}/*`);
      return [`${place} is a list`];
    }
    const named = properties(part);
    // The receipt of an action is that of the trace: see below.
    if (place.endsWith("/action")) return [];
    if (shape === "any" || "each" in shape) {
      return Object.keys(named).map((key) => `${place}/${key} is not named`);
    }
    const extra = Object.keys(shape.members).filter((key) => !Object.hasOwn(named, key));
    return [
      ...extra.map((key) => `${place}/${key} is not in the schema`),
      ...Object.entries(named).flatMap(([key, inner]) => {
        const next = shape.members[key];
        if (next === undefined) return [`${place}/${key} is not named`];
        return compare(inner, next, `${place}/${key}`);
      }),
    ];
  }

  it("in the view", () => {
    expect(compare(schema, viewShape, "")).toEqual([]);
    expect(compare(schema, { members: {} }, "")).toContain("/runId is not named");
  });

  it("in the receipt of an action, which is that of the trace", () => {
    const receipt = spec("1.1/action-receipt");
    const known = Object.entries(receipt.properties ?? {})
      .filter(([, part]) => part.not === undefined)
      .map(([key]) => key);
    const { attempts } = (viewShape as { members: Record<string, { each: never }> }).members;
    const { action } = (attempts as unknown as { each: { members: Record<string, never> } }).each
      .members;
    expect(
      Object.keys((action as { members: object } | undefined)?.members ?? {}).toSorted(),
    ).toEqual(known.toSorted());
  });
});
