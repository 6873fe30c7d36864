import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { resumeFlow, runFlow } from "./run-flow.ts";
import { action, checkpoint, compute, findingsOf, flowOf, options } from "./testing/runs.ts";

const secret = "hunter2-is-no-password";
const flow = flowOf(
  {
    a: compute(({ input }) => ({ route: secret, input })),
    b: action(
      () => {
        throw new Error(`no access with ${secret}`);
      },
      { statusDetail: `Using ${secret}` },
    ),
    ask: checkpoint({ summary: `Is ${secret} right?` }),
    c: compute(({ outputs }) => [outputs["a"], secret.repeat(30)]),
  },
  [
    { from: "a", switch: { on: "$.route", cases: { [secret]: "b" } } },
    { from: "b", switch: { on: "$result.outcome", cases: { failed: "ask" } } },
    { from: "ask", to: "c" },
  ],
  { run: { title: `About ${secret}` } },
);

async function recorded(redact: boolean): Promise<string> {
  process.env["ENGINE_TEST_SECRET"] = secret;
  onTestFinished(() => {
    delete process.env["ENGINE_TEST_SECRET"];
  });
  const waiting = await runFlow(flow, { text: secret }, options({ redact }));
  expect(waiting).toMatchObject({
    status: "waiting",
    state: { outputs: { a: { route: secret } } },
  });
  const end = await resumeFlow(flow, waiting.path, { input: secret }, options({ redact }));
  expect(end).toMatchObject({ status: "completed" });
  expect(await findingsOf(end.path)).toEqual([]);
  const files = readdirSync(end.path, { recursive: true, withFileTypes: true });
  return files
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name), "utf8"))
    .join("\n");
}

test("secrets decide where a run goes, and are in no file of its bundle but as names", async () => {
  const text = await recorded(true);
  // Keys are names: nothing is replaced there.
  expect(text.replaceAll(`"${secret}": "b"`, "")).not.toContain(secret);
  expect(text).toContain("[REDACTED:ENGINE_TEST_SECRET]");
});

test("without redaction everything is recorded as it is", async () => {
  const text = await recorded(false);
  expect(text).not.toContain("[REDACTED");
  expect(text).toContain(`no access with ${secret}`);
});

test("the error of a run is told as it was recorded", async () => {
  process.env["ENGINE_TEST_SECRET"] = secret;
  onTestFinished(() => {
    delete process.env["ENGINE_TEST_SECRET"];
  });
  const failing = flowOf({
    a: compute(() => {
      throw new Error(`no access with ${secret}`);
    }),
  });
  const { error, record } = await runFlow(failing, {}, options());
  expect(error).toBe("no access with [REDACTED:ENGINE_TEST_SECRET]");
  expect(record.error).toBe(error);
});
