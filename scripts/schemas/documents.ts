import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { caseFilePaths, loadCaseFile } from "../fixtures/cases/load.ts";
import { applyMutation } from "../../packages/conformance/src/mutate/apply.ts";
import {
  type Files,
  MutationError,
  Workspace,
} from "../../packages/conformance/src/mutate/workspace.ts";
import { fixtures } from "../fixtures/places.ts";
import { loadBundle } from "../../packages/conformance/src/mutate/load-folder.ts";
import type { Version } from "../generate/spec.ts";

/** One document or line of a bundle. */
export interface FixtureDocument {
  /** Where it is, for messages. */
  readonly place: string;
  readonly version: Version;
  /** Name of its schema: the end of its `$id`. */
  readonly document: string;
  readonly value: unknown;
}

const documents: readonly [path: RegExp, document: string][] = [
  [/^manifest\.json$/, "manifest"],
  [/^flow\.json$/, "flow"],
  [/^projections\/run\.json$/, "run-projection"],
  [/^projections\/live\.json$/, "live-projection"],
  [/^projections\/steps\.json$/, "steps-projection"],
  [/^trace\.ndjson$/, "trace-event"],
  [/^sessions\/[^/]+\/binding\.json$/, "session-binding"],
  [/^sessions\/[^/]+\/record\.json$/, "session-record"],
  [/^sessions\/[^/]+\/events\.ndjson$/, "session-event"],
];

/** Folders of bundles below fixtures/. */
export function fixtureBundles(): string[] {
  return ["valid", "runs", "warn", "third-party"]
    .filter((group) => existsSync(join(fixtures, group)))
    .flatMap((group) =>
      readdirSync(join(fixtures, group), { recursive: true, encoding: "utf8" })
        .filter((name) => /(^|\/)trace\.ndjson$/.test(name.replaceAll("\\", "/")))
        .map((name) => `${group}/${name.replaceAll("\\", "/").replace(/\/?trace\.ndjson$/, "")}`),
    )
    .toSorted();
}

/** Every JSON value that a bundle's files hold at the places of documents and lines. What is no JSON is left out. */
export function documentsOf(name: string, files: Files): FixtureDocument[] {
  const version = versionOf(files);
  return [...files].flatMap(([path, bytes]) => {
    const document = documents.find(([pattern]) => pattern.test(path))?.[1];
    if (document === undefined) return [];
    const text = new TextDecoder().decode(bytes);
    const parts = path.endsWith(".ndjson") ? text.split("\n") : [text];
    return parts.flatMap((part, index) => {
      const value = parse(part);
      return value === undefined
        ? []
        : [{ place: `${name}/${path}:${index + 1}`, version, document, value }];
    });
  });
}

/** The documents of every bundle below fixtures/. */
export function bundleDocuments(): FixtureDocument[] {
  return fixtureBundles().flatMap((name) => documentsOf(name, loadBundle(join(fixtures, name))));
}

/** The documents that the mutations of fixtures/invalid change. That every mutation applies is checked elsewhere. */
export async function mutantDocuments(): Promise<FixtureDocument[]> {
  const bases = new Map<string, Files>();
  const found: FixtureDocument[] = [];
  for (const file of caseFilePaths()) {
    const { cases, nearMisses } = loadCaseFile(file);
    for (const { id, base, mutation } of [...cases, ...nearMisses]) {
      const files = bases.get(base) ?? loadBundle(join(fixtures, base));
      bases.set(base, files);
      const workspace = new Workspace(files);
      try {
        await applyMutation(mutation, workspace);
      } catch (error) {
        if (error instanceof MutationError) continue;
        throw error;
      }
      const before = new Set(documentsOf("", files).map(({ value }) => JSON.stringify(value)));
      found.push(
        ...documentsOf(id, workspace.files).filter(
          ({ value }) => !before.has(JSON.stringify(value)),
        ),
      );
    }
  }
  return found;
}

function versionOf(files: Files): Version {
  const manifest = parse(new TextDecoder().decode(files.get("manifest.json"))) as
    | { specVersion?: unknown }
    | undefined;
  return typeof manifest?.specVersion === "string" && /^1\.[1-9]/.test(manifest.specVersion)
    ? "1.1"
    : "1.0";
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
