import { spawn } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import { nodeHost } from "@flow-bundle/bundle/node";
import { applyPatch, changesSince, type LiveFiles } from "../../app/live/live-files.ts";
import type { ServerMessage } from "../../protocol/live.ts";
import { serve, type RunningServer } from "../server.ts";

const golden = fileURLToPath(new URL("../../../../../fixtures/valid/1.1-running", import.meta.url));

/** A process that says that it writes to the bundle `run`, as writers do, and goes on. */
const holdLock = `
  import { renameSync, writeFileSync } from "node:fs";
  import { nodeHost } from "${import.meta.resolve("@flow-bundle/bundle/node")}";
  writeFileSync("lock", JSON.stringify(nodeHost().process));
  renameSync("lock", ".run.lock");
  setInterval(() => undefined, 1000);
`;

let folder: string;
let run: string;
let server: RunningServer;
let socket: WebSocket;
let messages: ServerMessage[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "viewer-live-"));
  cpSync(golden, join(folder, "run"), { recursive: true });
  writeFileSync(join(folder, "index.html"), "");
  server = await serve({ paths: [folder], app: folder, pollMs: 10 });
  run = (await server.catalogue.list()).runs[0]?.id ?? "";
  messages = [];
  socket = new WebSocket(`${server.url.replace("http", "ws")}api/live`, {
    origin: server.url.slice(0, -1),
  });
  socket.on("message", (data) =>
    messages.push(JSON.parse(String(data as Buffer)) as ServerMessage),
  );
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
});

afterEach(async () => {
  socket.terminate();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const say = (message: object): void => socket.send(JSON.stringify(message));

test("a snapshot, then what changed, one version after the other", async () => {
  say({ type: "follow", run });
  await expect.poll(() => messages.length).toBe(1);
  appendFileSync(join(folder, "run", "trace.ndjson"), "half a line");
  await expect.poll(() => messages.length).toBe(2);
  writeFileSync(join(folder, "run", "artifacts", "sha256-new.txt"), "new");
  rmSync(join(folder, "run", "projections", "live.json"));
  await expect.poll(() => JSON.stringify(messages)).toContain("sha256-new.txt");
  await expect
    .poll(() => JSON.stringify(messages))
    .toContain('"removed":["projections/live.json"]');

  let files: LiveFiles | undefined;
  for (const message of messages) {
    if (message.type === "gone") continue;
    files = applyPatch(files, message).files;
    expect(files).toBeDefined();
  }
  expect(messages[1]).toMatchObject({
    type: "patch",
    version: 2,
    grown: [{ path: "trace.ndjson" }],
  });
  const { files: now } = (await server.catalogue.files(run)) ?? { files: [] };
  expect([...(files?.entries.values() ?? [])]).toEqual(expect.arrayContaining([...now]));
  expect(files?.entries.size).toBe(now.length);
});

test("a resync is a snapshot of a later version", async () => {
  say({ type: "follow", run });
  await expect.poll(() => messages.length).toBe(1);
  say({ type: "resync", run });
  await expect.poll(() => messages.length).toBe(2);
  expect(messages.map(({ type }) => type)).toEqual(["snapshot", "snapshot"]);
  expect(messages[1]).toMatchObject({ version: 2 });
});

test("it is told that the process that writes has gone, and that another goes on", async () => {
  const child = spawn(process.execPath, ["--input-type=module", "-e", holdLock], { cwd: folder });
  const ended = new Promise((resolve) => {
    child.once("exit", resolve);
  });
  const lock = join(folder, ".run.lock");
  await expect.poll(() => existsSync(lock)).toBe(true);
  say({ type: "follow", run });
  await expect.poll(() => messages.length).toBe(1);
  expect(messages[0]).toMatchObject({ type: "snapshot", version: 1, writer: "alive" });
  child.kill("SIGKILL");
  await ended;
  await expect.poll(() => messages.length).toBe(2);
  const nothing = { grown: [], replaced: [], removed: [] };
  expect(messages[1]).toEqual({ type: "patch", run, version: 2, writer: "none", ...nothing });
  writeFileSync(lock, JSON.stringify(nodeHost().process));
  await expect.poll(() => messages.length).toBe(3);
  expect(messages[2]).toMatchObject({ version: 3, writer: "alive" });
});

test("a version that does not follow on is noticed", () => {
  const known: LiveFiles = { version: 3, entries: new Map() };
  const facts = { type: "patch", run, version: 5, writer: "alive" } as const;
  const patch = { ...facts, grown: [], replaced: [], removed: [] };
  expect(applyPatch(known, patch).files).toBeUndefined();
  expect(applyPatch(undefined, patch).files).toBeUndefined();
  const grown = [{ path: "unknown", bytes: 1 }];
  expect(applyPatch(known, { ...patch, version: 4, grown }).files).toBeUndefined();
});

test("of what was read a moment ago only what may be different is read again", () => {
  const file = (path: string, bytes: number) => ({ id: path, path, bytes, type: "file" }) as const;
  const read = [file("manifest.json", 9), file("trace.ndjson", 5), file("flow.json", 2)];
  const entriesOf = (files: typeof read) => new Map(files.map((entry) => [entry.path, entry]));
  expect(changesSince(read, { version: 1, entries: entriesOf(read) })).toEqual(["manifest.json"]);
  const now = [file("manifest.json", 9), file("trace.ndjson", 6), file("new", 0)];
  expect(changesSince(read, { version: 1, entries: entriesOf(now) })).toEqual([
    "manifest.json",
    "trace.ndjson",
    "new",
    "flow.json",
  ]);
});

test("a run that does not exist, or is removed, is gone", async () => {
  say({ type: "follow", run: "AAAA" });
  await expect.poll(() => messages).toEqual([{ type: "gone", run: "AAAA" }]);
  say({ type: "follow", run });
  await expect.poll(() => messages.length).toBe(2);
  rmSync(join(folder, "run"), { recursive: true });
  await expect.poll(() => messages.at(-1)).toEqual({ type: "gone", run });
});

test.each([
  ["no JSON", "{"],
  ["no object", "null"],
  ["another type", '{"type":"read","run":"x"}'],
  ["a path", '{"type":"follow","run":"../../etc"}'],
  ["too long", JSON.stringify({ type: "follow", run: "a", more: "x".repeat(2000) })],
])("a message that is not understood ends it: %s", async (_, text) => {
  const closed = new Promise<number>((resolve) => {
    socket.once("close", resolve);
  });
  socket.send(text);
  expect([1008, 1009]).toContain(await closed);
});
