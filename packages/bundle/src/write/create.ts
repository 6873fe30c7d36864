import { loadValidators, paths } from "@flow-bundle/schema";
import type { Flow, Manifest } from "@flow-bundle/schema";
import { createFold } from "../fold/fold.ts";
import { toDocument } from "../seal/serialise.ts";
import { prepareArtifact } from "./artifacts.ts";
import { checkDocument, jsonOf } from "./check.ts";
import { encodeEvent } from "./encode-event.ts";
import { BundleWriteError } from "./errors.ts";
import { createFile } from "./files.ts";
import type { FileContent } from "./files.ts";
import type { Host, HostFiles } from "./host.ts";
import { LineFile } from "./line-file.ts";
import { takeLock } from "./lock.ts";
import { buildManifest } from "./manifest.ts";
import type { ManifestHead } from "./manifest.ts";
import { Projections } from "./projections.ts";
import type { BundleWriter } from "./bundle-writer.ts";
import { Writer } from "./writer.ts";

/** How a run begins. */
export interface NewRun {
  /** The program that writes. */
  readonly producer: NonNullable<Manifest["producer"]>;
  /** The graph; see spec/text/flow.md. */
  readonly flow: Flow;
  /** Input of the run: any JSON value. */
  readonly input: unknown;
  /** Default: made of time, name of the flow and random digits. Must match `[A-Za-z0-9][A-Za-z0-9._-]{0,199}`. */
  readonly runId?: string;
  readonly runTitle?: string;
  readonly flowPath?: string;
  /** Secrets are replaced in what the caller hands over. */
  readonly redacted?: boolean;
}

const runIdPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/;

/**
 * Makes a bundle in `<runsFolder>/<runId>`, with `run_started` as its first event, and takes its lock. It appears as a
 * whole: until then it is made in `<runsFolder>/.<runId>.new`.
 *
 * @throws {BundleWriteError} `refused`, `exists` or `locked`; errors of the file system as they are.
 */
export async function createBundle(
  host: Host,
  runsFolder: string,
  run: NewRun,
): Promise<BundleWriter> {
  const { files } = host;
  const startedAt = new Date(host.now()).toISOString();
  const runId = run.runId ?? newRunId(host, startedAt, run.flow.name);
  if (!runIdPattern.test(runId)) {
    throw new BundleWriteError("refused", `The run id has to match ${runIdPattern.source}`);
  }
  await ensureFolders(files, runsFolder);
  const folder = await files.resolve(runsFolder);
  const lock = await takeLock(host, folder, runId);
  const made = `${folder}/.${runId}.new`;
  try {
    const path = `${folder}/${runId}`;
    if (await files.exists(path)) {
      throw new BundleWriteError("exists", `There is a bundle already at ${path}`);
    }
    const { runTitle, flowPath, producer } = run;
    const head: ManifestHead = {
      producer,
      runId,
      flowName: run.flow.name,
      ...(runTitle !== undefined && { runTitle }),
      ...(flowPath !== undefined && { flowPath }),
      startedAt,
    };
    await files.removeFolder(made);
    const parts = await writeFirstFiles(host, made, head, run);
    await files.rename(made, path);
    const writer = new Writer({
      host,
      runsFolder: folder,
      name: runId,
      path,
      head,
      redacted: run.redacted ?? false,
      trace: await LineFile.open(files, `${path}/${paths.trace}`),
      lock,
      fold: createFold({ version: "1.1", run: head }),
      flow: parts.flow,
      validators: parts.validators,
      manifest: parts.manifest,
    });
    writer.noteArtifact(parts.input);
    await writer.begin(parts.event);
    writer.touch();
    return writer;
  } catch (error) {
    await files.removeFolder(made).catch(() => undefined);
    await lock.release().catch(() => undefined);
    throw error;
  }
}

async function writeFirstFiles(host: Host, folder: string, head: ManifestHead, run: NewRun) {
  const { files } = host;
  const validators = await loadValidators("1.1");
  const flowText = jsonOf("The flow", () => toDocument(run.flow));
  const flow = JSON.parse(flowText) as Flow;
  const fold = createFold({ version: "1.1", run: head });
  const manifest = buildManifest(head, fold, run.redacted ?? false);
  checkDocument(validators, "flow", flow);
  checkDocument(validators, "manifest", JSON.parse(JSON.stringify(manifest)));
  const input = await prepareArtifact(host, { json: run.input });
  const { flowName, runTitle, flowPath, runId, startedAt } = head;
  const payload = {
    flowName,
    ...(runTitle !== undefined && { runTitle }),
    ...(flowPath !== undefined && { flowPath }),
    inputArtifact: input.reference,
  };
  const first = { type: "run_started" as const, payload };
  const { line, event } = encodeEvent(first, startedAt, runId, fold, validators);

  const projections = new Projections(fold, noContent);
  await files.createFolder(folder);
  for (const name of ["projections", paths.artifactsDir, paths.sessionsDir]) {
    await files.createFolder(`${folder}/${name}`);
  }
  const texts: [string, FileContent][] = [
    [input.reference.path, input.bytes],
    [paths.trace, line],
    [paths.flow, flowText],
    [paths.liveProjection, projections.live()],
    [paths.stepsProjection, projections.steps()],
    [paths.runProjection, projections.run()],
    [paths.manifest, toDocument(manifest)],
  ];
  for (const [path, content] of texts) {
    await createFile(files, `${folder}/${path}`, content, path === input.reference.path);
  }
  return { validators, flow, manifest, event, input: input.reference.path };
}

const noContent = {
  text: async () => undefined,
  json: async () => undefined,
  binding: async () => undefined,
};

function newRunId(host: Host, startedAt: string, flowName: string): string {
  const slug = flowName
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "")
    .slice(0, 100);
  return `${startedAt.replaceAll(/[:.]/g, "")}-${slug}-${host.randomHex(8)}`;
}

async function ensureFolders(files: HostFiles, path: string): Promise<void> {
  if (path === "" || path === "." || (await files.exists(path))) return;
  const slash = path.lastIndexOf("/");
  if (slash > 0) await ensureFolders(files, path.slice(0, slash));
  await files.createFolder(path).catch(async (error: unknown) => {
    if (!(await files.exists(path))) throw error;
  });
}
