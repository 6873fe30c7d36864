import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { loadFlow } from "./load-flow.ts";
import { Project } from "./testing/project.ts";

const imports = 'import { defineFlow, compute } from "acpx/flows";';
const requires = 'const { defineFlow, compute } = require("acpx/flows");';
const flow = (rest: string) => `{ own: { defineFlow, compute }, ${rest} edges: [] }`;
const esm = (rest = "") => `${imports} export default ${flow(rest)};`;
const cjs = (rest = "") => `${requires} module.exports = ${flow(rest)};`;
const moduleType = '{"type":"module"}';

/** Loads each flow from a folder of its own, all in one process. */
function loadEach(cases: readonly (readonly [name: string, text: string, packageJson?: string])[]) {
  const files = cases.flatMap(([name, text, packageJson], index) => [
    [`${index}/${name}`, text],
    ...(packageJson === undefined ? [] : [[`${index}/package.json`, packageJson]]),
  ]);
  const project = new Project(Object.fromEntries(files) as Record<string, string>);
  return project.load(...cases.map(([name], index) => `${index}/${name}`));
}

describe("languages", () => {
  test("all of TypeScript", () => {
    const text = `${imports}
      enum Size { Small = 3 }
      namespace Names { export const first = "n"; }
      class Point { constructor(readonly x: number) {} }
      export default ${flow("size: Size.Small, name: Names.first, x: new Point(4).x satisfies number,")};`;
    const loaded = loadEach([
      ["flow.ts", text],
      ["flow.mts", text],
      ["flow.cts", text],
      ["flow.tsx", text],
      ["flow.ts", text, moduleType],
      ["flow.cts", text, moduleType],
      ["flow.tsx", text, moduleType],
    ]);
    for (const one of loaded) {
      expect(one).toMatchObject({ flow: { size: 3, name: "n", x: 4 }, isOwn: true });
    }
  });

  test("JavaScript, and other ways to export", () => {
    const loaded = loadEach([
      ["flow.js", cjs("x: 1,")],
      ["flow.js", esm("x: 1,")],
      ["flow.js", esm("x: 1,"), moduleType],
      ["flow.cjs", cjs("x: 1,"), moduleType],
      ["flow.cjs", `${requires} exports.default = ${flow("x: 1,")};`],
      ["flow.mjs", esm("x: 1,")],
      ["flow.cts", `${imports} export = ${flow("x: 1,")};`],
      ["flow.ts", `${imports} export default { default: ${flow("x: 1,")} };`],
    ]);
    for (const one of loaded) expect(one).toMatchObject({ flow: { x: 1 }, isOwn: true });
  });

  test("await at the top level of a module", () => {
    const text = esm('x: await Promise.resolve("later"),');
    for (const one of loadEach([
      ["flow.mts", text],
      ["flow.ts", text, moduleType],
    ])) {
      expect(one.flow).toMatchObject({ x: "later" });
    }
  });
});

describe("what a flow imports", () => {
  const helper =
    'import { compute } from "acpx/flows"; export const h: string = "h"; export { compute };';
  const files = {
    "helper.ts": helper,
    "data.json": '{"d":1}',
    "flow.ts": `import { defineFlow } from "acpx/flows"; import { h, compute } from "./helper";
      import { h as same } from "./helper.js"; import data from "./data.json";
      export default ${flow("h, same, data, late: async () => (await import('./late')).late(),")};`,
    "late.ts":
      'import { compute } from "acpx/flows"; import { h, compute as again } from "./helper"; export const late = () => [h, compute === again];',
  };
  const expected = { flow: { h: "h", same: "h", data: { d: 1 } }, isOwn: true, late: ["h", true] };

  test.each(["", moduleType])(
    "files without ending, .js for .ts, JSON, later ones: %s",
    (packageJson) => {
      const project = new Project({
        ...files,
        ...(packageJson !== "" && { "package.json": packageJson }),
      });
      expect(project.loadOne("flow.ts")).toMatchObject(expected);
    },
  );

  test("TypeScript from CommonJS", () => {
    const project = new Project({
      "helper.ts": helper,
      "flow.cjs": `const { defineFlow } = require("acpx/flows"); const { h, compute } = require("./helper");
        module.exports = ${flow("h, late: () => require('./late.cts').late,")};`,
      "late.cts": "export const late: number = 5;",
    });
    expect(project.loadOne("flow.cjs")).toMatchObject({ flow: { h: "h" }, isOwn: true, late: 5 });
  });

  test("its own dependencies, also where they import acpx/flows, but never an acpx of its own", () => {
    const dependency = (type: string, text: string) => ({
      "node_modules/dep/package.json": JSON.stringify({ name: "dep", type, main: "index.js" }),
      "node_modules/dep/index.js": text,
    });
    const other = {
      "node_modules/acpx/package.json": '{"name":"acpx","exports":{"./flows":"./flows.js"}}',
      "node_modules/acpx/flows.js": 'throw new Error("the wrong acpx")',
      "node_modules/@flow-bundle/runtime/package.json":
        '{"name":"@flow-bundle/runtime","main":"index.js"}',
      "node_modules/@flow-bundle/runtime/index.js": 'throw new Error("the wrong runtime")',
    };
    const text = `import { compute } from "dep"; import { defineFlow } from "@flow-bundle/runtime"; 
      import { shell } from "@flow-bundle/runtime/flows";
      export default { own: { compute, defineFlow, shell }, edges: [] };`;
    const asModule = dependency("module", 'export { compute } from "acpx/flows";');
    const asCommonJs = dependency("commonjs", 'exports.compute = require("acpx/flows").compute;');
    for (const packages of [asModule, asCommonJs]) {
      const project = new Project({ ...other, ...packages, "flow.mts": text, "flow.ts": text });
      expect(project.load("flow.mts", "flow.ts")).toMatchObject([{ isOwn: true }, { isOwn: true }]);
    }
  });

  test("paths of the tsconfig in the current folder, but none for acpx/flows", () => {
    const paths = {
      "@lib/*": ["./lib/*"],
      "acpx/flows": ["./lib/wrong"],
      "@flow-bundle/runtime": ["./lib/wrong"],
    };
    const project = new Project({
      "tsconfig.json": JSON.stringify({ compilerOptions: { paths } }),
      "lib/x.ts": "export const x: number = 5;",
      "lib/wrong.ts": 'throw new Error("wrong");',
      "flow.ts": `import { x } from "@lib/x"; ${esm("x,")}`,
      "flow.mts": `import { x } from "@lib/x"; ${esm("x,")}`,
    });
    expect(project.load("flow.ts", "flow.mts")).toMatchObject([
      { flow: { x: 5 }, isOwn: true },
      { flow: { x: 5 }, isOwn: true },
    ]);
  });

  test("a compiled file beside its source is the one that was named", () => {
    const project = new Project({
      "flow.ts": esm('is: "source",'),
      "flow.js": cjs('is: "compiled",'),
    });
    expect(project.load("flow.js", "flow.ts")).toMatchObject([
      { flow: { is: "compiled" }, isOwn: true },
      { flow: { is: "source" }, isOwn: true },
    ]);
  });

  test("what a module knows of itself", () => {
    const text = `import { fileURLToPath } from "node:url"; ${esm("file: fileURLToPath(import.meta.url), folder: import.meta.dirname,")}`;
    const project = new Project({
      "flow.mts": text,
      "flow.cts": cjs("file: __filename, folder: __dirname,"),
    });
    const [asModule, asCommonJs] = project.load("flow.mts", "flow.cts");
    expect(asModule?.flow).toMatchObject({
      file: join(project.path, "flow.mts"),
      folder: project.path,
    });
    expect(asCommonJs?.flow).toMatchObject({
      file: expect.stringContaining("flow.cts") as string,
      folder: project.path,
    });
  });
});

test("the path is absolute; names of folders may be anything", () => {
  const names = ["a b/flow.ts", "100% #1?/flow.mts", "ü/flow.js", "[x]/flow.cts"];
  const project = new Project(
    Object.fromEntries(names.map((name) => [name, name.endsWith("js") ? cjs() : esm()])),
  );
  for (const [index, loaded] of project.load(...names).entries()) {
    expect(loaded).toMatchObject({ path: join(project.path, names[index]!), isOwn: true });
  }
});

test("nothing is written, neither beside the flow nor elsewhere", () => {
  const project = new Project({
    "flow.ts": `${esm("h: (await_ => await_)(1),")}`,
    "flow.mts": `import { h } from "./helper"; ${esm("h,")}`,
    "helper.ts": "export const h: number = 1;",
    "flow.cjs": cjs(),
    "bad.ts": "export default {",
  });
  const before = project.listing();
  const loaded = project.load("flow.ts", "flow.mts", "flow.cjs", "bad.ts");
  expect(loaded.map(({ isOwn }) => isOwn)).toEqual([true, true, true, undefined]);
  expect(project.listing()).toEqual(before);
});

test("the environment stays as it was", () => {
  const project = new Project({
    "flow.mts": esm("cache: process.env.TSX_DISABLE_CACHE ?? null,"),
  });
  expect(project.loadOne("flow.mts").flow).toMatchObject({ cache: null });
});

test("a file is evaluated once in a process", () => {
  const count = "globalThis.count = (globalThis.count ?? 0) + 1;";
  const project = new Project({ "flow.mts": `${count} ${esm("count: globalThis.count,")}` });
  const counts = project.load("flow.mts", "flow.mts").map((loaded) => loaded.flow?.["count"]);
  expect(counts).toEqual([1, 1]);
});

test("within another program, whose own imports stay what they are", async () => {
  const project = new Project({ "flow.ts": esm("x: 1,"), "other.mjs": 'import "acpx/flows";' });
  const path = join(project.path, "flow.ts");
  const loaded = await loadFlow(path);
  expect(loaded).toMatchObject({ path, flow: { x: 1 } });

  const program = `
    const { loadFlow } = await import(process.argv[1]);
    await loadFlow("flow.ts");
    await import(process.argv[2]).catch((error) => console.log(error.message));`;
  const modules = [
    new URL("load-flow.ts", import.meta.url),
    pathToFileURL(join(project.path, "other.mjs")),
  ];
  const { stdout } = spawnSync(
    process.execPath,
    ["--input-type=module", "--eval", program, ...modules.map(({ href }) => href)],
    { cwd: project.path, encoding: "utf8" },
  );
  expect(stdout).toContain("Cannot find package 'acpx'");
});
