import type { Flow, SessionEvent, SessionRecord, TraceEvent } from "@flow-bundle/schema";
import { expect, it } from "vitest";
import { eachReference } from "../fold/references.ts";
import { fixturesIn } from "../testing/fixtures.ts";
import type { Fixture } from "../testing/fixtures.ts";
import { Disk, MemoryHost } from "../testing/memory-host.ts";
import { createBundle } from "./create.ts";
import type { NewEvent } from "./new-event.ts";
import type { BundleWriter } from "./bundle-writer.ts";

// Every golden bundle whose run waits or has ended comes out of the writer byte for byte, seal included, when the same
// things are handed to it.

const goldens = fixturesIn("valid").filter((fixture) => {
  const { specVersion, status } = fixture.manifest();
  return specVersion === "1.1" && status !== "running";
});

it.each(goldens)("writes $path again", async (fixture) => {
  const disk = new Disk();
  const { runId } = fixture.manifest();
  await rewrite(fixture, new MemoryHost(disk));
  const files = disk.bundle(`/runs/${runId}`);
  for (const [path, content] of files) {
    if (path.endsWith("/")) continue;
    expect(Buffer.compare(content, fixture.bytes(path)), path).toBe(0);
  }
  for (const path of fixture.paths()) expect(files.has(path), path).toBe(true);
  expect(disk.beside()).toEqual([]);
});

async function rewrite(fixture: Fixture, host: MemoryHost): Promise<void> {
  const { producer, runId, runTitle, flowPath } = fixture.manifest();
  const [first, ...events] = fixture.events();
  if (first?.type !== "run_started" || producer === undefined) throw new Error("no beginning");
  host.time = Date.parse(first.at);
  const writer = await createBundle(host, "/runs", {
    producer,
    flow: fixture.json<Flow>("flow.json"),
    input: fixture.json(first.payload.inputArtifact.path),
    runId,
    ...(runTitle !== undefined && { runTitle }),
    ...(flowPath !== undefined && { flowPath }),
  });
  for (const event of events) {
    await putArtifacts(fixture, writer, event);
    host.time = Date.parse(event.at);
    if (event.type === "session_bound") await bind(fixture, writer, event.sessionId, event.at);
    else await writer.append({ ...event } as unknown as NewEvent);
    if (event.type === "node_outcome") await host.advance(1000);
  }
  await writer.close();
}

async function bind(fixture: Fixture, writer: BundleWriter, id: string, at: string) {
  const folder = `sessions/${id}`;
  const lines = fixture.text(`${folder}/events.ndjson`).split("\n").slice(0, -1);
  const events = lines.map((line) => JSON.parse(line) as SessionEvent);
  const session = await writer.session({
    binding: fixture.json(`${folder}/binding.json`),
    messages: events.filter((event) => event.at <= at),
  });
  await Promise.all(events.filter((event) => event.at > at).map((event) => session.message(event)));
  await session.record(fixture.json<SessionRecord>(`${folder}/record.json`));
}

async function putArtifacts(fixture: Fixture, writer: BundleWriter, event: TraceEvent) {
  const references: Parameters<Parameters<typeof eachReference>[1]>[0][] = [];
  eachReference(event, (reference) => references.push(reference));
  for (const reference of references) {
    const { path, mediaType, truncated } = reference;
    const content =
      mediaType === "application/json" ? { json: fixture.json(path) } : fixture.bytes(path);
    const options = truncated === undefined ? { mediaType } : { mediaType, truncated };
    expect(await writer.artifact(content, options)).toEqual(reference);
  }
}
