import { mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import type { Host } from "@flow-bundle/bundle";
import { directorySource, nodeHost } from "@flow-bundle/bundle/node";
import { validateBundle } from "@flow-bundle/validator";
import { expect, test, vi } from "vitest";
import { inTurn, run, scripted } from "../acp/testing/agent-run.ts";
import { runFlow } from "../engine/run-flow.ts";
import { flowOf, options } from "../engine/testing/runs.ts";
import { asRecorded, createRedactor, recordedBundle, reopenedBundle } from "./index.ts";
import { record, runWith } from "./testing/recording.ts";
import type { TextOf } from "./testing/recording.ts";

/** Texts that tell where they were planted. Places that begin with `!` are replaced whatever stands there. */
class Canaries {
  readonly env: Record<string, string> = { HOME: "/home/ann" };
  readonly planted = new Map<string, string>();
  readonly of: TextOf = (place) => {
    const number = this.planted.get(place)?.slice(7, 10) ?? String(100 + this.planted.size);
    const value = `canary-${number} "ä"\n${place.length}-${"0123456789".repeat(2)}`;
    this.planted.set(place, value);
    if (!place.startsWith("!")) this.env[nameOf(place)] = value;
    return value;
  };
}

function nameOf(place: string): string {
  return `CANARY_${place.replaceAll(" ", "_").toUpperCase()}_TOKEN`;
}

function runsFolder(): string {
  return mkdtempSync(join(tmpdir(), "redaction-"));
}

/** The files of a bundle, by path. */
function filesOf(path: string): Map<string, string> {
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [relative(path, file), readFileSync(file, "latin1")];
    }),
  );
}

async function findingsOf(path: string): Promise<string[]> {
  const { findings } = await validateBundle(directorySource(path));
  const bad = findings.filter(({ severity }) => severity !== "info");
  return bad.map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

/** A host whose clock stands still. */
function stillHost(): Host {
  const host = nodeHost();
  return {
    ...host,
    files: host.files,
    process: host.process,
    now: () => Date.UTC(2026, 2, 2, 9, 15),
    elapsed: () => host.elapsed(),
    sha256: () => host.sha256(),
    timer: (ms, run) => host.timer(ms, run),
    isAlive: (other) => host.isAlive(other),
    randomHex: (digits) => "0".repeat(digits),
  };
}

/** Beginnings of a text that are long enough to give something away. */
function traces(value: string): string[] {
  const forms = [value, JSON.stringify(value).slice(1, -1)];
  return forms.map((form) => Buffer.from(form.slice(0, 12)).toString("latin1"));
}

test("no canary is in any byte of the bundle, and the bundle is valid", async () => {
  const canaries = new Canaries();
  // Plants all of them, so that the environment is complete before the run.
  const unused = await recordedBundle(
    nodeHost(),
    runsFolder(),
    runWith(canaries.of),
    createRedactor({}),
  );
  await record(unused, canaries.of);
  expect(canaries.planted.size).toBeGreaterThanOrEqual(40);

  const host = nodeHost();
  const writer = await recordedBundle(
    host,
    runsFolder(),
    runWith(canaries.of),
    createRedactor(canaries.env),
  );
  await record(writer, canaries.of);
  const files = filesOf(writer.path);
  const everything = [...files.values()].join("\n");
  const all = Array.from(canaries.planted);
  const found = all.filter(([, value]) =>
    traces(value).some((trace) => everything.includes(trace)),
  );
  expect(found).toEqual([]);
  expect(everything).not.toContain("canary-");
  expect(JSON.parse(files.get("manifest.json") ?? "")).toMatchObject({ redacted: true });
  expect(await findingsOf(writer.path)).toEqual([]);

  // Each place was written, and its text replaced.
  const places = all.map(([place]) => place).filter((place) => !place.startsWith("!"));
  const missing = places.filter((place) => !everything.includes(`[REDACTED:${nameOf(place)}]`));
  expect(missing).toEqual([]);
  for (const name of ["PLAIN", "X-Plain", "_meta", "AGENT_TOKEN"]) {
    expect(everything).toContain(`[REDACTED:${name}]`);
  }
  // And without redaction they are there, apart from those that are split.
  const plain = [...filesOf(unused.path).values()].join("\n");
  const visible = all.filter(([, value]) => traces(value).some((trace) => plain.includes(trace)));
  const split = new Set(["thought chunk", "replayed chunk"]);
  expect(visible.map(([place]) => place)).toEqual(
    all.map(([place]) => place).filter((place) => !split.has(place)),
  );
  expect(JSON.parse(filesOf(unused.path).get("manifest.json") ?? "")).not.toHaveProperty(
    "redacted",
  );
  expect(await findingsOf(unused.path)).toEqual([]);
});

test("values that are words of the format change nothing, byte for byte", async () => {
  const words = [
    ..."ok a outcome completed node_outcome run_failed artifacts sessions main-0a0a0a0a sess-1".split(
      " ",
    ),
    ..."session/update session/prompt agent_message_chunk tool_call_update end_turn selected".split(
      " ",
    ),
    ..."text/plain application/json compute checkpoint approve-all recording command#1 talk#1".split(
      " ",
    ),
    ..."acpx.flow-run-bundle.v1 acpx.session.v1 trace.ndjson 1.1 2026-03-02T09:15:00.000Z".split(
      " ",
    ),
    ..."payload attemptId nodeType outputInline allow_once /srv/a/ recording-main 12345678 call-0001".split(
      " ",
    ),
  ];
  const env = Object.fromEntries(words.map((word, index) => [`SECRET_KEY_${index}`, word]));
  const text: TextOf = (place) => `<${place.slice(0, 2)}>`;
  // Both have the same places that are always replaced; `redact: false` is another test.
  const paths: string[] = [];
  for (const given of [{ HOME: "/home/ann" }, { HOME: "/home/ann", ...env }]) {
    const folder = runsFolder();
    const writer = await recordedBundle(stillHost(), folder, runWith(text), createRedactor(given));
    await record(writer, text);
    paths.push(writer.path);
  }
  const [before, after] = paths.map(filesOf);
  expect([...(after ?? [])].toSorted()).toEqual([...(before ?? [])].toSorted());
  expect(await findingsOf(paths[1] ?? "")).toEqual([]);
});

test("a word of the format is replaced in a text all the same", async () => {
  const env = { SECRET_KEY: "completed" };
  const text: TextOf = () => "it has completed";
  const host = nodeHost();
  const writer = await recordedBundle(host, runsFolder(), runWith(text), createRedactor(env));
  await record(writer, text);
  const everything = [...filesOf(writer.path).values()].join("\n");
  expect(everything).not.toContain("it has completed");
  expect(everything).toContain('"status":"completed"');
  expect(await findingsOf(writer.path)).toEqual([]);
});

test("arguments that grow over the limit go to an artifact", async () => {
  const env = { LONG_NAMED_TOKEN: "12345678" };
  const text: TextOf = () => "x";
  const writer = await recordedBundle(nodeHost(), runsFolder(), runWith(text), createRedactor(env));
  const ids = { nodeId: "command", attemptId: "command#1" };
  const payload = { nodeType: "action", timeoutMs: 0 };
  await writer.append({ type: "node_started", ...ids, payload });
  const args = Array.from({ length: 5000 }, () => "12345678");
  const action = { actionType: "shell" as const, command: "c", args, cwd: "/" };
  const event = await writer.append({ type: "action_prepared", ...ids, payload: { action } });
  await writer.abandon();
  expect(event.payload).toMatchObject({
    action: { args: [], argsArtifact: { mediaType: "application/json" } },
  });
});

test("redaction goes on when a bundle is opened again", async () => {
  const redactor = createRedactor({ MY_TOKEN: "abcdefgh-1234" });
  const text: TextOf = () => "nothing";
  const folder = runsFolder();
  const first = await recordedBundle(nodeHost(), folder, runWith(text), redactor);
  await first.close();
  expect(JSON.parse(readFileSync(`${first.path}/manifest.json`, "utf8"))).not.toHaveProperty(
    "redacted",
  );
  const writer = await reopenedBundle(nodeHost(), first.path, redactor);
  expect(asRecorded(writer, "it is abcdefgh-1234")).toBe("it is [REDACTED:MY_TOKEN]");
  await record(writer, (place) => (place === "chunk" ? "abcdefgh-1234" : "nothing"));
  const files = filesOf(writer.path);
  expect([...files.values()].join("\n")).not.toContain("abcdefgh-1234");
  expect(JSON.parse(files.get("manifest.json") ?? "")).toMatchObject({ redacted: true });
  expect(await findingsOf(writer.path)).toEqual([]);
});

test("a command gives nothing away, however it writes it and wherever it is repeated", async () => {
  const secret = "s3cr3t-0123456789-abcdefghij";
  vi.stubEnv("COMMAND_TOKEN", secret);
  try {
    const script = [
      'half=${COMMAND_TOKEN%%-*}; printf %s "$half"; sleep 0.1; printf %s "${COMMAND_TOKEN#$half}"',
      // The end of the standard error that the message repeats begins inside of a secret.
      `for i in $(seq 500); do printf "$COMMAND_TOKEN"; done >&2; exit 1 # ${secret}`,
    ].join("; ");
    const shell = { command: "sh", args: ["-c", script, "x".repeat(950) + secret], cwd: "/" };
    const flow = flowOf({ a: { nodeType: "action", exec: () => shell } });
    const end = await runFlow(flow, { secret }, options());
    const everything = [...filesOf(end.path).values()].join("\n");
    const parts = ["s3cr3t", "789-abcd", "abcdefghij"];
    expect(parts.filter((part) => everything.includes(part))).toEqual([]);
    expect(parts.filter((part) => end.error?.includes(part))).toEqual([]);
    expect(end.error?.startsWith("The command ended with exit code 1: ")).toBe(true);
    expect(await findingsOf(end.path)).toEqual([]);
  } finally {
    vi.unstubAllEnvs();
  }
});

test("the plain writer is given when redaction is off", async () => {
  const text: TextOf = () => "x";
  const writer = await recordedBundle(nodeHost(), runsFolder(), runWith(text), createRedactor({}));
  await writer.abandon();
  expect(writer.constructor.name).toBe("Writer");
  expect(asRecorded(writer, "text")).toBe("text");
});

test("a turn with a real agent gives nothing away, whose command has the secret too", async () => {
  const secret = "s3cr3t-0123456789-abcdefghij";
  vi.stubEnv("AGENT_SECRET", secret);
  try {
    const pieces = Array.from(secret, (text) => ({ text }));
    const steps = [{ text: "it is " }, ...pieces, { text: ", no?" }];
    const flow = inTurn({ a: { prompt: () => `say ${secret}` }, b: {} });
    const left = await run(flow, { agent: scripted({ rules: [{ steps }] }) });
    expect(left.status).toBe("completed");
    const everything = [...filesOf(left.path).values()].join("\n");
    expect(everything.includes(secret)).toBe(false);
    expect(await left.text(left.outcome("a").rawResponseArtifact)).toBe(
      "it is [REDACTED:AGENT_SECRET], no?",
    );
    expect(left.sessions).toHaveLength(1);
    const [{ record: recorded, events } = { record: undefined, events: [] }] = left.sessions;
    expect(JSON.stringify(recorded?.messages)).toContain("it is [REDACTED:AGENT_SECRET], no?");
    expect(JSON.stringify(events).match(/REDACTED/g)?.length).toBeGreaterThanOrEqual(3);
  } finally {
    vi.unstubAllEnvs();
  }
});
