import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { registerSchema, unregisterSchema, validate } from "@hyperjump/json-schema/draft-2020-12";
import { Ajv2020 } from "ajv/dist/2020.js";
import { root, type Version } from "../generate/spec.ts";
import { schemasOf } from "./compiled.ts";

/** Verdicts on documents of one schema, in their order. */
export type Judge = (
  version: Version,
  document: string,
  values: readonly unknown[],
) => Promise<boolean[]>;

const urn = (version: Version, document: string) => `urn:flow-run-bundle:${version}:${document}`;

/** Judges by the published schemas with ajv, compiled at run time. */
export function ajvJudge(): Judge {
  const ajv = new Ajv2020({ strict: false });
  for (const version of ["1.0", "1.1"] as const)
    for (const schema of schemasOf(version).values()) ajv.addSchema(schema as object);
  return async (version, document, values) => {
    const run = ajv.getSchema(urn(version, document));
    if (run === undefined) throw new Error(`ajv knows no ${document}`);
    return values.map((value) => run(value) === true);
  };
}

/** Judges by the published schemas with @hyperjump/json-schema. `close` forgets the schemas. */
export function hyperjumpJudge(): { judge: Judge; close: () => void } {
  const ids: string[] = [];
  for (const version of ["1.0", "1.1"] as const) {
    for (const schema of schemasOf(version).values()) {
      registerSchema(schema as never, schema.$id as string);
      ids.push(schema.$id as string);
    }
  }
  const compiled = new Map<string, Awaited<ReturnType<typeof validate>>>();
  return {
    judge: async (version, document, values) => {
      const id = urn(version, document);
      const run = compiled.get(id) ?? (await validate(id));
      compiled.set(id, run);
      return values.map((value) => run(value as never).valid);
    },
    close: () => ids.forEach((id) => unregisterSchema(id)),
  };
}

/**
 * Judges by the published schemas with the command of @sourcemeta/jsonschema: one process for all documents of a schema.
 * With `bundled`, references are resolved in the one-file bundle of the version, else in the folder of schemas.
 */
export function sourcemetaJudge({ bundled }: { bundled: boolean }): Judge {
  return async (version, document, values) => {
    const folder = mkdtempSync(join(tmpdir(), "schema-verdicts-"));
    try {
      const instances = join(folder, "instances.jsonl");
      writeFileSync(instances, values.map((value) => `${JSON.stringify(value)}\n`).join(""));
      const spec = join(root, "spec", version);
      const schema = join(spec, `${document.replace("event:", "events/")}.schema.json`);
      const resolve = bundled
        ? ["--resolve", join(spec, "bundled.schema.json")]
        : ["--resolve", spec];
      const ignored = bundled ? [] : ["--ignore", join(spec, "bundled.schema.json")];
      const output = await run([
        "validate",
        schema,
        instances,
        ...resolve,
        ...ignored,
        "--fast",
        "--continue",
        "--verbose",
        "--color",
        "never",
      ]);
      const verdicts = new Map(
        [...output.matchAll(/^(ok|fail): .*\(entry #(\d+)\)$/gm)].map(([, word, entry]) => [
          Number(entry),
          word === "ok",
        ]),
      );
      return values.map((_value, index) => {
        const verdict = verdicts.get(index + 1);
        if (verdict === undefined)
          throw new Error(`no verdict on entry ${index + 1}: ${output.slice(0, 2000)}`);
        return verdict;
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  };
}

async function run(args: readonly string[]): Promise<string> {
  const command = join(root, "node_modules/@sourcemeta/jsonschema/npm/cli.js");
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [command, ...args], {
      maxBuffer: 2 ** 30,
    });
    return stdout + stderr;
  } catch (error) {
    const {
      code,
      stdout = "",
      stderr = "",
    } = error as { code?: unknown; stdout?: string; stderr?: string };
    if (code === 2) return stdout + stderr;
    throw error;
  }
}
