import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Project } from "./testing/project.ts";

/** The errors of flows, each alone in a folder; FILE stands for its path, FOLDER for that of its folder. */
function errorsOf(cases: readonly (readonly [name: string, text: string])[]) {
  const project = new Project(
    Object.fromEntries(cases.map(([name, text], index) => [`${index}/${name}`, text])),
  );
  const loaded = project.load(...cases.map(([name], index) => `${index}/${name}`));
  return loaded.map(({ error }, index) => {
    const name = cases[index]?.[0] ?? "";
    const folder = join(project.path, String(index));
    const message = (error?.message ?? "")
      .replaceAll(join(folder, name), "FILE")
      .replaceAll(folder, "FOLDER")
      .replaceAll(`${index}/${name}`, "GIVEN");
    return { code: error?.code, message, cause: error?.cause };
  });
}

function errorOf(name: string, text: string) {
  return errorsOf([[name, text]])[0]!;
}

test("what is no file", () => {
  const project = new Project({ "folder/x.ts": "" });
  const errors = project.load("gone.ts", "gone/x.ts", "folder").map(({ error }) => error?.message);
  expect(errors).toEqual([
    "There is no flow file gone.ts",
    "There is no flow file gone/x.ts",
    "folder is a folder; name the flow file in it",
  ]);
});

describe("a syntax error", () => {
  const bad = "const x = 1;\n\n\tconst y = {a: 1,;\n";

  test("its place, the line, and what is wrong", () => {
    const transformed = 'Expected identifier but found ";"';
    const cases = [
      ["flow.ts", transformed],
      ["flow.mts", transformed],
      ["flow.cts", transformed],
      ["flow.tsx", transformed],
      ["flow.js", "Unexpected token ';'"],
      ["flow.cjs", "Unexpected token ';'"],
      ["flow.mjs", "Unexpected token ';'"],
    ] as const;
    const errors = errorsOf(cases.map(([name]) => [name, bad]));
    for (const [index, [, text]] of cases.entries()) {
      expect(errors[index]).toMatchObject({
        code: "load",
        message: `The flow cannot be loaded. FILE:3:18: ${text}\n   const y = {a: 1,;\n                   ^`,
      });
    }
  });

  test("in a file that the flow imports", () => {
    const project = new Project({
      "flow.ts": 'import "./helper";',
      "helper.ts": bad,
      "flow.mts": 'import "./other.mts";',
      "other.mts": bad,
    });
    const [asCommonJs, asModule] = project.load("flow.ts", "flow.mts");
    expect(asCommonJs?.error?.message).toContain(`${join(project.path, "helper.ts")}:3:18: `);
    expect(asModule?.error?.message).toContain(`${join(project.path, "other.mts")}:3:18: `);
  });

  test("in a long line", () => {
    const long = `const x = [${"1,".repeat(5000)}]; const y = {a: 1,;`;
    const transformed = errorOf("flow.ts", long).message;
    expect(transformed.length).toBeLessThan(500);
    expect(transformed).toMatch(/1,1,\]; const y = \{a: 1,;\n +\^$/);
    const checked = errorOf("flow.mjs", long).message;
    expect(checked.length).toBeLessThan(500);
    expect(checked).toContain("FILE:1: Unexpected token ';'\n  const x = [1,1,");
  });

  test("await at the top level of CommonJS comes with advice", () => {
    const { message } = errorOf("flow.ts", "await 1; export default {};");
    expect(message).toMatch(
      /^The flow cannot be loaded\. FILE:1:1: .*\. Rename the file so that it ends with \.mts, or /,
    );
  });
});

describe("a module that throws", () => {
  test("the place, the error and the line are told", () => {
    const text =
      'function check(): void {\n  throw new TypeError("boom");\n}\ncheck();\nexport default {};\n';
    const names = ["flow.ts", "flow.mts", "flow.cts"];
    for (const error of errorsOf(names.map((name) => [name, text]))) {
      expect(error).toEqual({
        code: "load",
        message:
          'The flow cannot be loaded. FILE:2:9: it threw TypeError: boom\n    throw new TypeError("boom");\n          ^',
        cause: "TypeError: boom",
      });
    }
  });

  test("something that is no error", () => {
    expect(errorOf("flow.mts", "throw 5;").message).toBe("FILE threw 5 while it was loaded");
  });

  test("a helper that refuses what it got", () => {
    const text =
      'import { acp } from "acpx/flows";\nexport default { nodes: { a: acp({ prompt: "x" }) } };\n';
    expect(errorOf("flow.mts", text)).toMatchObject({
      code: "definition",
      message: 'FILE:2:30: The node of acp() is not valid: prompt: expected a function; found "x"',
    });
  });
});

describe("an import that leads nowhere", () => {
  test("to a file, or to a package", () => {
    const to = (specifier: string) => `import "${specifier}"; export default {};`;
    const errors = errorsOf([
      ["flow.mts", to("./gone")],
      ["flow.ts", to("./gone")],
      ["flow.mts", to("gone")],
      ["flow.ts", to("gone")],
    ]);
    expect(errors.map(({ message }) => message)).toEqual([
      "FILE cannot be loaded: Cannot find module 'FOLDER/gone' imported from FILE",
      "FILE cannot be loaded: Cannot find module './gone' imported from FILE",
      "FILE cannot be loaded: Cannot find package 'gone' imported from FILE",
      "FILE cannot be loaded: Cannot find module 'gone' imported from FILE",
    ]);
    expect(errors.map(({ code }) => code)).toEqual(["load", "load", "load", "load"]);
  });

  test("a name that is not exported", () => {
    const { message } = errorOf("flow.mts", 'import { gone } from "acpx/flows";\ngone();');
    expect(message).toContain(
      "FILE:1:10: The requested module 'acpx/flows' does not provide an export named 'gone'",
    );
  });
});

test("a module that exports no flow", () => {
  const flow = "{ startAt: 'a', nodes: {}, edges: [] }";
  const advice = "a flow file ends with export default defineFlow({ … })";
  const cases = [
    ["const x = 1; export { x };", `it has no default export; ${advice}`],
    ["", `it has no default export; ${advice}`],
    [
      `export const flow = ${flow};`,
      "its export flow looks like one, but it has to be the default: export default flow",
    ],
    ["export default 5;", `its default export is 5; ${advice}`],
    ["export default undefined;", `its default export is nothing; ${advice}`],
    [`export default () => (${flow});`, `its default export is a function; ${advice}`],
    [
      `export default Promise.resolve(${flow});`,
      "its default export is a value of the type Promise; await it, in a file that ends with .mts",
    ],
    ["export default { a: 1 };", `its default export is an object; ${advice}`],
  ] as const;
  for (const name of ["flow.ts", "flow.mts"]) {
    const errors = errorsOf(cases.map(([text]) => [name, text]));
    for (const [index, [, reason]] of cases.entries()) {
      expect(errors[index]).toMatchObject({
        code: "load",
        message: `GIVEN exports no flow: ${reason}`,
      });
    }
  }
});

test("a module that never finishes is an error, and the process goes on", () => {
  const project = new Project({
    "flow.mts": "await new Promise(() => {}); export default {};",
    "next.mts": "export default { edges: [] };",
  });
  const [stuck, next] = project.load("flow.mts", "next.mts");
  expect(stuck?.error).toMatchObject({
    code: "load",
    message: `${join(project.path, "flow.mts")} never finishes loading: it waits, with an await at its top level, for something that never happens`,
  });
  expect(next?.flow).toEqual({ edges: [] });
});
