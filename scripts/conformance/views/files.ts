import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fixtures } from "../../fixtures/places.ts";

const corpus = join(fixtures, "conformance");
const folder = join(corpus, "views");

/** Writes the views, in place of those that are there. */
export function writeViews(files: ReadonlyMap<string, string>): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of files) {
    mkdirSync(dirname(join(corpus, name)), { recursive: true });
    writeFileSync(join(corpus, name), text);
  }
}

/** How what is there differs, one line for each file. */
export function compareViews(files: ReadonlyMap<string, string>): readonly string[] {
  const present = existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(corpus.length + 1))
    : [];
  const extra = present.filter((name) => !files.has(name));
  const differing = [...files].filter(
    ([name, text]) =>
      !existsSync(join(corpus, name)) || readFileSync(join(corpus, name), "utf8") !== text,
  );
  return [
    ...extra.map((name) => `fixtures/conformance/${name} should not be there`),
    ...differing.map(([name]) => `fixtures/conformance/${name} is missing or differs`),
  ];
}
