import { existsSync } from "node:fs";
import { join } from "node:path";
import { isObject, readJson, readText } from "../../lib/files.ts";
import type { Problem, SyncCheck } from "../../lib/problem.ts";

const page = "docs/conformance/adapter.md";
const schemaFile = "spec/conformance/request.schema.json";

interface Schema {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

/** What a producer may be asked, according to the schema, stands in the tables of the page about adapters, and back. */
export const requestMembers: SyncCheck = {
  name: "request-members",
  claim: `${page} names every member of a request to a producer`,
  run(root) {
    if (!existsSync(join(root, page))) return [];
    const rows = readRows(readText(root, page));
    const problems: Problem[] = [];
    for (const [title, members] of tables(readJson(root, schemaFile))) {
      const written = rows.get(title) ?? new Map<string, string>();
      for (const [name, schema] of Object.entries(members)) {
        const text = written.get(name);
        const missing =
          text === undefined ? [name] : namesIn(schema).filter((one) => !names(text, one));
        for (const one of missing) report(problems, title, `${one} is missing`);
      }
      for (const name of written.keys()) {
        if (!Object.hasOwn(members, name)) {
          report(problems, title, `${name} is no member, says ${schemaFile}`);
        }
      }
    }
    return problems;
  },
};

function report(problems: Problem[], title: string, message: string): void {
  const remedy = "The table has a row for each member of the schema.";
  problems.push({ file: page, place: title, message, remedy });
}

/** The members that each table has to have, by the head of its first column. */
function tables(json: unknown): readonly (readonly [string, Readonly<Record<string, Schema>>])[] {
  const schema: Schema = isObject(json) ? json : {};
  const ofProducers = Object.entries(schema.properties ?? {}).filter(([, { description = "" }]) =>
    description.startsWith("Producers:"),
  );
  const entry = schema.$defs?.["behaviour"]?.properties ?? {};
  return [
    ["member of the request", Object.fromEntries(ofProducers)],
    // What is in `exec` has the next table.
    ["member of an entry", { ...entry, exec: {} }],
    ["member of `exec`", entry["exec"]?.properties ?? {}],
  ];
}

/** The names of all members in a member. */
function namesIn({ properties = {} }: Schema): readonly string[] {
  return Object.entries(properties).flatMap(([name, schema]) => [name, ...namesIn(schema)]);
}

function names(text: string, name: string): boolean {
  return text.includes(`\`${name}\``);
}

/** The rows of each table, by the head of its first column: what they say of each name in their first cell. */
function readRows(text: string): Map<string, Map<string, string>> {
  const rows = new Map<string, Map<string, string>>();
  let rowsHere = new Map<string, string>();
  let inTable = false;
  for (const line of text.split("\n")) {
    const [, first = "", rest = ""] = /^\| (.*?) \|(.*)$/.exec(line) ?? [];
    if (first !== "" && !inTable) rows.set(first, (rowsHere = new Map()));
    else for (const [, name = ""] of first.matchAll(/`([^`]+)`/g)) rowsHere.set(name, rest);
    inTable = first !== "";
  }
  return rows;
}
