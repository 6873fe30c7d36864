import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadCorpus } from "@flow-bundle/conformance";
import { fixtures } from "../../fixtures/places.ts";

const file = join(fixtures, "conformance", "ids.txt");

/** The ids that were ever given away. */
export function givenIds(): readonly string[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8").split("\n").filter(Boolean);
}

/** Adds the ids of the corpus that are not there yet, and returns how many these were. */
export function addIds(): number {
  const given = new Set(givenIds());
  const added = loadCorpus().filter(({ id }) => !given.has(id));
  const all = [...given, ...added.map(({ id }) => id)].toSorted();
  writeFileSync(file, all.map((id) => `${id}\n`).join(""));
  return added.length;
}
