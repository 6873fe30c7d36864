import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { directorySource } from "@flow-bundle/bundle/node";
import type { Answer, Request } from "../src/generated/types.ts";
import { applyMutation } from "../src/mutate/apply.ts";
import { loadBundle } from "../src/mutate/load-folder.ts";
import type { Operation } from "../src/mutate/operation.ts";
import { Workspace } from "../src/mutate/workspace.ts";
import { writeFolder } from "../src/mutate/write-folder.ts";
import { interruptedBySignals, produceRun } from "../src/own/produce.ts";
import { readView } from "../src/own/read.ts";
import { serve } from "../src/own/serve.ts";
import { judgeBundle } from "../src/own/validate.ts";
import { idOf, saboteurs } from "./all.ts";
import type { Saboteur } from "./saboteur.ts";

const [name = "honest"] = process.argv.slice(2);
const saboteur = saboteurs.find((candidate) => idOf(candidate) === name);
if (saboteur === undefined && name !== "honest") throw new Error(`There is no saboteur ${name}`);

const interrupt = interruptedBySignals();
await serve(answer);
process.exit(0);

async function answer(request: Request): Promise<Answer> {
  const {
    request: misunderstand,
    trace: misread,
    mutation,
    answer: lie,
  } = (saboteur ?? {}) as Partial<Saboteur>;
  const asked = misunderstand?.(request) ?? request;
  const given = await honest(misread === undefined ? asked : await misreading(asked, misread));
  if (mutation !== undefined && given.bundle !== undefined) {
    await damage(join(request.out ?? "", given.bundle), (files) => mutation(files, request));
  }
  return lie?.(given, request) ?? given;
}

function honest(request: Request): Promise<Answer> {
  const { role, bundle = "", upToSeq } = request;
  if (role === "reader") return readView(directorySource(bundle), upToSeq);
  return role === "validator"
    ? judgeBundle(directorySource(bundle))
    : produceRun(request, interrupt);
}

/** The same request for a copy of the bundle with the trace that the saboteur sees. */
async function misreading(
  request: Request,
  misread: NonNullable<Saboteur["trace"]>,
): Promise<Request> {
  const { bundle = "" } = request;
  const seen = join(dirname(bundle), "seen");
  await cp(bundle, seen, { recursive: true });
  const trace = join(seen, "trace.ndjson");
  const lines = (await readFile(trace, "utf8")).split(/(?<=\n)/);
  await writeFile(trace, misread(lines).join(""));
  return { ...request, bundle: seen };
}

async function damage(
  path: string,
  mutation: (files: readonly string[]) => readonly Operation[],
): Promise<void> {
  const files = loadBundle(path);
  const workspace = new Workspace(files);
  await applyMutation(mutation([...files.keys()]), workspace);
  await rm(path, { recursive: true });
  writeFolder(workspace, path);
}
