import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { compareFolder } from "../fixtures/builder/folder.ts";
import { bundlesOf, examples } from "./flows/examples.ts";
import { place } from "./flows/places.ts";
import { recordExamples } from "./flows/record.ts";

const root = new URL("../../", import.meta.url);
const inFolder = (path: string, ending: string) =>
  readdirSync(new URL(path, root))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, name.length - ending.length))
    .toSorted();
const names = examples.map(({ name }) => name);

test("every flow of examples/flows is an example, and every script belongs to one", () => {
  expect(inFolder("examples/flows", ".flow.ts")).toEqual(names.toSorted());
  const withAgent = examples.filter(({ hasAgent }) => hasAgent).map(({ name }) => name);
  expect(inFolder("examples/flows/agents", ".json")).toEqual(withAgent.toSorted());
});

// The examples use a shell and a fixed folder, which Windows has not.
describe.skipIf(process.platform === "win32")("golden bundles", () => {
  test("running the examples leaves them, byte for byte", { timeout: 300_000 }, async () => {
    const recorded = await recordExamples(names);
    const golden = examples.flatMap((example) => bundlesOf(example));
    expect([...recorded.keys()].toSorted()).toEqual(golden.toSorted());
    expect(readdirSync(new URL("fixtures/runs", root)).toSorted()).toEqual(golden.toSorted());
    const differences: string[] = [];
    for (const [name, files] of recorded) {
      differences.push(...(await compareFolder(`runs/${name}`, files)));
    }
    expect(differences, "node scripts/examples/golden.ts makes them again").toEqual([]);
  });
});

test("nothing of the machine is in them", () => {
  const folder = fileURLToPath(new URL("fixtures/runs", root));
  const texts = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, "utf8"));
  const all = texts.join("\n");
  expect(all).not.toContain(fileURLToPath(root).replace(/\/$/, ""));
  expect(all).not.toContain(process.execPath);
  const paths = all.match(/(?<![\w./])\/[a-z]+\/[\w./-]+/g) ?? [];
  const foreign = paths.filter((path) => path !== "/dev/null" && !path.startsWith(place));
  expect(foreign).toEqual([]);
});

test("the run that people open first shows what an agent does", () => {
  const [session = ""] = readdirSync(new URL("fixtures/runs/two-turn/sessions", root));
  const lines = readFileSync(
    new URL(`fixtures/runs/two-turn/sessions/${session}/events.ndjson`, root),
    "utf8",
  );
  const messages = lines
    .trim()
    .split("\n")
    .map((line) => (JSON.parse(line) as { message: Message }).message);
  const found = new Set(
    messages.flatMap(({ method, params }) => [
      method,
      params?.update?.sessionUpdate,
      ...[params?.update?.content ?? []].flat().map(({ type }) => type),
    ]),
  );
  for (const kind of [
    "session/request_permission",
    "fs/read_text_file",
    "fs/write_text_file",
    "terminal/create",
    "agent_thought_chunk",
    "agent_message_chunk",
    "plan",
    "tool_call",
    "tool_call_update",
    "diff",
    "terminal",
    "usage_update",
  ]) {
    expect(found).toContain(kind);
  }
  expect(messages.filter(({ method }) => method === "session/prompt")).toHaveLength(2);
});

interface Message {
  readonly method?: string;
  readonly params?: {
    readonly update?: {
      readonly sessionUpdate: string;
      readonly content?: { readonly type: string } | readonly { readonly type: string }[];
    };
  };
}
