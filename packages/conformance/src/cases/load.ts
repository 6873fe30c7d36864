import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { shapeProblems } from "../protocol/shape.ts";
import { CorpusError, roles, type Case } from "./case.ts";
import type { ExpandedCase } from "./families/family.ts";
import { familyTypes } from "./families/types.ts";
import { corpusFolder } from "./places.ts";

let loaded: readonly Case[] | undefined;

/**
 * Every case of the corpus, by id: those in `<role>/<area>/<name>/case.json`, and those that the files in `families/`
 * expand to. It is read once.
 *
 * @throws {CorpusError} when a file is not what it should be, or an id is taken twice.
 */
export function loadCorpus(): readonly Case[] {
  loaded ??= load();
  return loaded;
}

function load(): readonly Case[] {
  const cases = [...writtenByHand(), ...fromFamilies()];
  const byId = new Map<string, Case>();
  for (const item of cases) {
    const other = byId.get(item.id);
    if (other !== undefined) {
      throw new CorpusError(item.file, [`the id ${item.id} is that of a case in ${other.file}`]);
    }
    byId.set(item.id, item);
  }
  return [...byId.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function* writtenByHand(): Iterable<Case> {
  for (const role of roles) {
    for (const name of filesBelow(join(corpusFolder, role))) {
      if (!name.endsWith("/case.json")) continue;
      const file = `${role}/${name}`;
      yield checked(readJson(file) as ExpandedCase, file);
    }
  }
}

function* fromFamilies(): Iterable<Case> {
  for (const name of filesBelow(join(corpusFolder, "families"))) {
    const file = `families/${name}`;
    const { type, ...data } = readJson(file) as { readonly type: string };
    const family = familyTypes.get(type);
    if (family === undefined) throw new CorpusError(file, [`there is no family of type ${type}`]);
    let cases: readonly ExpandedCase[];
    try {
      cases = family.expand(data as never);
    } catch (error) {
      throw new CorpusError(file, [error instanceof Error ? error.message : String(error)]);
    }
    for (const item of cases) yield checked(item, file);
  }
}

function checked(item: ExpandedCase, file: string): Case {
  const problems = shapeProblems("case", item);
  if (problems.length === 0 && !item.id.startsWith(`${item.role}/`)) {
    throw new CorpusError(file, [`the id ${item.id} has to begin with ${item.role}/`]);
  }
  if (problems.length > 0) {
    throw new CorpusError(
      file,
      problems.map((problem) => `${item.id}: ${problem}`),
    );
  }
  return { ...item, file };
}

/** Paths of the files below a folder, relative to it, `/`-separated, in order; none when it is not there. */
function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(sep).join("/"))
    .filter((name) => name.endsWith(".json"))
    .toSorted();
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(join(corpusFolder, file), "utf8"));
  } catch (error) {
    throw new CorpusError(file, [(error as Error).message]);
  }
}
