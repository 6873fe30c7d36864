import { existsSync } from "node:fs";
import { join } from "node:path";
import { loadChapters, readRequirements } from "../../docs/requirements.ts";
import { isObject, readJson } from "../../lib/files.ts";
import type { Problem, SyncCheck } from "../../lib/problem.ts";

/** The file that holds the requirements of released versions: `{version: [id]}`, those that came in with it. */
export const requirementsFile = "spec/released-requirements.json";

/**
 * A released version keeps its requirements: what was valid stays valid, and who conforms goes on conforming. A new
 * requirement counts from the next version on.
 */
export const releasedRequirements: SyncCheck = {
  name: "released-requirements",
  claim: "released versions have the requirements that they were released with",
  run(root) {
    if (!existsSync(join(root, requirementsFile))) return [];
    const versions = readJson(root, requirementsFile);
    if (!isObject(versions)) return [unusable("not an object")];
    return Object.entries(versions).flatMap(([version, ids]) =>
      Array.isArray(ids)
        ? compare(root, version, ids.map(String))
        : [unusable(`the entry of ${version} is not a list`)],
    );
  },
};

/** Ids of the requirements that came in with a version, in order; see {@link releasedRequirements}. */
export function requirementsOf(root: string, version: string): readonly string[] {
  if (!existsSync(join(root, "spec/text"))) return [];
  return loadChapters(root)
    .flatMap((chapter) => readRequirements(chapter).requirements)
    .filter(({ since }) => since === version)
    .map(({ id }) => id)
    .toSorted();
}

function compare(root: string, version: string, frozen: readonly string[]): Problem[] {
  const now = requirementsOf(root, version);
  const problem = (id: string, message: string, remedy: string): Problem => ({
    file: "spec/text",
    place: `[${id}]`,
    message: `${message}, but version ${version} is released`,
    remedy,
  });
  return [
    ...frozen
      .filter((id) => !now.includes(id))
      .map((id) => problem(id, "is missing, or has another version", "Put it back.")),
    ...now
      .filter((id) => !frozen.includes(id))
      .map((id) => problem(id, "was added", "Let it come in with the next minor version.")),
  ];
}

function unusable(why: string): Problem {
  return {
    file: requirementsFile,
    place: "",
    message: `cannot be used: ${why}`,
    remedy: "Expected is {version: [id]}; it is written by pnpm lint:schema --freeze VERSION.",
  };
}
