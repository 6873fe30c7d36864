import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { listFiles, readJson } from "../../lib/files.ts";
import { inRoot, root } from "../../lib/process.mjs";
import { makeReport } from "./make.ts";
import { fileOf, subjects, type Subject } from "./subjects.ts";

/** The command; returns its exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      check: { type: "boolean", default: false },
      list: { type: "boolean", default: false },
      only: { type: "string", multiple: true },
    },
  });
  const { only } = values;
  const meant = subjects.filter((subject) => only === undefined || only.includes(labelOf(subject)));
  const unknown = only?.filter((name) => !subjects.some((subject) => labelOf(subject) === name));
  if (values.list || (unknown !== undefined && unknown.length > 0)) {
    if (!values.list) console.error(`there is no ${unknown?.join(", ")}; there are:`);
    for (const subject of subjects) console.log(labelOf(subject));
    return values.list ? 0 : 2;
  }
  let code = 0;
  for (const subject of meant) {
    const problem = values.check ? check(subject) : write(subject);
    console.log(`${problem === undefined ? "ok    " : "FAILED"}  ${fileOf(subject)}`);
    if (problem !== undefined) {
      console.error(problem.replace(/^/gm, "  "));
      code = 1;
    }
  }
  return code;
}

/** `acpx producer`: which subject it is, whatever its version. */
function labelOf({ name, role }: Subject): string {
  return `${name} ${role}`;
}

function write(subject: Subject): string | undefined {
  let text: string;
  try {
    text = makeReport(subject);
  } catch (error) {
    return (error as Error).message;
  }
  const file = fileOf(subject);
  mkdirSync(inRoot("conformance-reports"), { recursive: true });
  for (const other of reportsOf(subject)) if (other !== file) rmSync(inRoot(other));
  writeFileSync(inRoot(file), text);
  return undefined;
}

/** The reports of any version of a subject. */
function reportsOf({ name, role }: Subject): readonly string[] {
  return listFiles(root, "conformance-reports", "conformance-reports/*.json").filter((file) => {
    const report = readJson(root, file) as { implementation: { name: string }; role: string };
    return report.implementation.name === name && report.role === role;
  });
}

function check(subject: Subject): string | undefined {
  const remedy = "Run pnpm conformance:reports, and look at what changes.";
  const file = fileOf(subject);
  if (!existsSync(inRoot(file))) return `it is not there. ${remedy}`;
  const old = readFileSync(inRoot(file), "utf8").split("\n");
  let now: readonly string[];
  try {
    now = makeReport(subject).split("\n");
  } catch (error) {
    return (error as Error).message;
  }
  const first = now.findIndex((line, index) => line !== old[index]);
  if (first === -1 && old.length === now.length) return undefined;
  const line = Math.max(first, 0);
  return `line ${line + 1} is\n  ${old[line] ?? "missing"}\nand should be\n  ${now[line] ?? "missing"}\n${remedy}`;
}
