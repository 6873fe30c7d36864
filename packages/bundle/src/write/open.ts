import { loadValidators, paths } from "@flow-bundle/schema";
import type { Manifest, SessionBinding, Validators } from "@flow-bundle/schema";
import { createFold } from "../fold/fold.ts";
import { readSessionBinding, sessionPaths } from "../lookup/session.ts";
import { openBundle } from "../reader/open-bundle.ts";
import type { OpenBundle } from "../reader/open-bundle.ts";
import { allEntries } from "../source/all-entries.ts";
import type { BundleSource } from "../source/source.ts";
import { checkDocument } from "./check.ts";
import { BundleWriteError } from "./errors.ts";
import { manifestDraft, sessionDraft, temporarySuffix } from "./files.ts";
import type { Host } from "./host.ts";
import { LineFile } from "./line-file.ts";
import { takeLock } from "./lock.ts";
import { cutTail, findSessionEnd } from "./tail.ts";
import type { BundleWriter } from "./bundle-writer.ts";
import { updateRecord } from "./update-record.ts";
import { Writer } from "./writer.ts";

/**
 * Takes the lock of a bundle whose run has not ended, and goes on with it. Torn tails of the trace and of session events
 * are cut off; the bytes are kept beside the bundle, in `.<name>.tail` and `.<name>.<session id>.tail`. Temporary files
 * are removed; a session that no event binds is moved beside the bundle. The record of a session that does not know all
 * of its events is derived again.
 *
 * @throws {BundleWriteError} `finished`, `unsupported` (another version than 1.1), `locked` or `damaged`.
 * @throws {BundleError} or {SourceError} when it cannot be read as a bundle.
 */
export async function openBundleForAppend(host: Host, path: string): Promise<BundleWriter> {
  const { files } = host;
  const bundle = await files.resolve(path);
  const slash = bundle.lastIndexOf("/");
  const place: Place = {
    host,
    bundle,
    runsFolder: bundle.slice(0, slash),
    name: bundle.slice(slash + 1),
    source: files.source(bundle),
  };
  const lock = await takeLock(host, place.runsFolder, place.name);
  let trace: LineFile | undefined;
  try {
    const opened = await openBundle(place.source);
    checkManifest(opened.manifest);
    const folders = await tidy(place);
    const validators = await loadValidators("1.1");
    const flow = await opened.flow();
    checkDocument(validators, "manifest", opened.manifest, "damaged");
    checkDocument(validators, "flow", flow, "damaged");
    await cutTrace(place, opened, validators);
    trace = await LineFile.open(files, `${bundle}/${paths.trace}`);
    const { producer = { name: "unknown", version: "unknown" }, redacted = false } =
      opened.manifest;
    const writer = new Writer({
      ...place,
      path: bundle,
      head: { ...opened.manifest, producer },
      redacted,
      flow,
      fold: createFold({ version: "1.1", run: opened.manifest }),
      validators,
      trace,
      lock,
      manifest: opened.manifest,
    });
    await load(place, opened, validators, writer, folders);
    for (const session of writer.sessions) await updateRecord(place.source, validators, session);
    return writer;
  } catch (error) {
    await trace?.close().catch(() => undefined);
    await lock.release().catch(() => undefined);
    throw error;
  }
}

interface Place {
  readonly host: Host;
  readonly bundle: string;
  readonly runsFolder: string;
  readonly name: string;
  readonly source: BundleSource;
}

interface Folders {
  readonly artifacts: readonly string[];
  readonly sessions: ReadonlySet<string>;
}

function checkManifest({ specVersion = "1.0", status }: Manifest): void {
  if (specVersion !== "1.1") {
    const message = `Bundles of version ${specVersion} can be read, but only those of 1.1 can be continued`;
    throw new BundleWriteError("unsupported", message);
  }
  if (status === "running" || status === "waiting") return;
  throw new BundleWriteError("finished", `The run has ended (${status}); it is never reopened`);
}

/** Removes what a killed writer left, and tells what there is. */
async function tidy({ host, bundle, source, runsFolder, name }: Place): Promise<Folders> {
  const artifacts: string[] = [];
  const sessions = new Set<string>();
  const temporary: string[] = [];
  for await (const { path, type } of allEntries(source)) {
    if (type === "link" || type === "special") {
      throw new BundleWriteError(
        "damaged",
        `${path} is not a regular file; nothing is written here`,
      );
    }
    const [top, second, ...more] = path.split("/");
    if (type === "file" && path.endsWith(temporarySuffix)) temporary.push(path);
    else if (type === "file" && top === paths.artifactsDir) artifacts.push(path);
    else if (top === paths.sessionsDir && second !== undefined && more.length === 0) {
      sessions.add(second);
    }
  }
  for (const path of temporary) await host.files.remove(`${bundle}/${path}`);
  await host.files.removeFolder(sessionDraft(runsFolder, name));
  const draft = manifestDraft(runsFolder, name);
  if (await host.files.exists(draft)) await host.files.remove(draft);
  if (!(await host.files.exists(`${bundle}/${paths.artifactsDir}`))) {
    await host.files.createFolder(`${bundle}/${paths.artifactsDir}`);
  }
  return { artifacts, sessions };
}

/** Checks every event of the trace, and cuts off a torn tail. */
async function cutTrace(
  { host, bundle, source, runsFolder, name }: Place,
  { trace, manifest }: OpenBundle,
  validators: Validators,
): Promise<void> {
  let seq = 0;
  for await (const { event, line } of trace) {
    const [problem] = validators.event(event.type)(event);
    if (problem === undefined && event.seq === seq + 1 && event.runId === manifest.runId) {
      seq++;
      continue;
    }
    const message = problem?.message ?? "seq or runId does not fit";
    throw new BundleWriteError("damaged", `${paths.trace}:${line}: ${message}`);
  }
  if (seq === 0) {
    throw new BundleWriteError("damaged", "The trace has no event: the run never began");
  }
  if (trace.torn === undefined) return;
  const tail = `${runsFolder}/.${name}.tail`;
  await cutTail(host, source, bundle, paths.trace, trace.torn.byteOffset, tail);
}

async function load(
  place: Place,
  { trace }: OpenBundle,
  validators: Validators,
  writer: Writer,
  { artifacts, sessions }: Folders,
): Promise<void> {
  const { host, bundle, source, runsFolder, name } = place;
  const bindings = new Map<string, SessionBinding>();
  for (const id of sessions) {
    const binding = await readSessionBinding(source, id);
    // That of a session which no event binds may be anything.
    if (!binding.ok || validators.document("session-binding")(binding.value).length > 0) continue;
    bindings.set(id, binding.value as SessionBinding);
    writer.noteBinding(binding.value as SessionBinding);
  }
  for (const path of artifacts) writer.noteArtifact(path);
  for await (const { event } of trace) await writer.replay(event);
  for (const { sessionId } of writer.state.sessions) {
    const binding = bindings.get(sessionId);
    if (binding?.bundleId !== sessionId) {
      throw new BundleWriteError("damaged", `The files of session ${sessionId} cannot be used`);
    }
    const { events } = sessionPaths(sessionId);
    const { tornFrom, ...position } = await findSessionEnd(source, events);
    if (tornFrom !== undefined) {
      const tail = `${runsFolder}/.${name}.${sessionId}.tail`;
      await cutTail(host, source, bundle, events, tornFrom, tail);
    }
    await writer.restore(binding, position);
  }
  for (const id of sessions) {
    if (writer.state.session(id) !== undefined) continue;
    const aside = `${runsFolder}/.${name}.${id}.unbound-${host.randomHex(8)}`;
    await host.files.rename(`${bundle}/${paths.sessionsDir}/${id}`, aside);
  }
  writer.touch();
}
