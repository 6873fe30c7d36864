import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SaxesParser } from "saxes";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { baselineSchema } from "../baseline/baseline.ts";
import type { ConformanceReport } from "../generated/types.ts";
import { shapeProblems } from "../protocol/shape.ts";
import { readerAdapter, root, runCommand, startCommand } from "../testing/command.ts";

let folder: string;
const node = process.execPath;
const reader = ["--", node, readerAdapter];
const core = "reader/bundle/1.1-retry-loop";

/** An adapter that answers every request with the same text. */
const says = (text: string) => ["--", node, "-e", `process.stdout.write(${JSON.stringify(text)})`];
const wrong = says('{"view":{"status":"\\u001b[31mred"}}');
const runReader = (...args: readonly string[]) =>
  runCommand(["run", "--role", "reader", ...args], folder);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "conformance-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function reportIn(name: string): ConformanceReport {
  const report = JSON.parse(readFileSync(join(folder, name), "utf8")) as ConformanceReport;
  expect(shapeProblems("report", report)).toEqual([]);
  return report;
}

describe("run", () => {
  test("passes what passes, and claims nothing for a few cases", async () => {
    const { code, stdout, stderr } = await runReader(
      "--only",
      core,
      "-f",
      "text",
      "-f",
      "json=a.json",
      ...reader,
    );
    expect(stderr).toBe("");
    expect(code).toBe(0);
    expect(stdout).toBe(
      "capability  cases  passed  failed\ncore            1       1       0\n\n" +
        "only some cases ran, so this is no claim (1 case, 1 passed)\n",
    );
    const report = reportIn("a.json");
    expect(report).toMatchObject({
      verdict: "none",
      narrowed: true,
      partial: false,
      role: "reader",
    });
    expect(report.results?.map(({ checkId, status }) => [checkId, status])).toEqual([
      ["reader/answer-type", "pass"],
      ["reader/answered", "pass"],
      ["reader/torn", "pass"],
      ["reader/view", "pass"],
    ]);
  });

  test("shows a failure with what was expected and found, and how to run it again", async () => {
    const { code, stdout } = await runReader(
      "--only",
      core,
      "--implementation",
      "mine@1.2",
      ...wrong,
    );
    expect(code).toBe(1);
    expect(stdout).toContain(`fail  ${core}  reader/view\n`);
    expect(stdout).toContain("the view differs at /schema, and at");
    expect(stdout).toContain('expected:  /schema: "flow-run-bundle.view-model.v1"\n');
    expect(stdout).toContain("found:     /schema: nothing\n");
    expect(stdout).not.toContain("\u001b");
    const command = /^ {2}\$ bundle-conformance (.*)$/m.exec(stdout)?.[1];
    expect(command).toContain(`run --role reader --only ${core} -- `);
  });

  test.each([
    ["json", (text: string) => expect(shapeProblems("report", JSON.parse(text))).toEqual([])],
    [
      "junit",
      (text: string) => {
        const elements: string[] = [];
        const parser = new SaxesParser();
        parser.on("opentag", ({ name }) => elements.push(name));
        parser.on("error", (error) => {
          throw error;
        });
        parser.write(text).close();
        expect(elements.filter((name) => name === "testcase")).toHaveLength(4);
        expect(elements.filter((name) => name === "failure")).toHaveLength(1);
      },
    ],
    [
      "github",
      (text: string) => {
        const commands = text.split("\n").filter((line) => line.startsWith("::"));
        expect(commands[0]).toMatch(
          /^::error title=reader\/bundle\/1\.1-retry-loop reader\/view::the view/,
        );
        expect(commands.slice(1)).toEqual(["::group::bundle-conformance", "::endgroup::"]);
      },
    ],
  ])("gives %s, without control characters", async (format, check) => {
    const { code, stdout } = await runReader("--only", core, "-f", format, ...wrong);
    expect(code).toBe(1);
    // oxlint-disable-next-line no-control-regex
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
    check(stdout);
  });

  test("an adapter that fails is broken", async () => {
    const { code, stdout, stderr } = await runCommand(
      [
        "run",
        "--role",
        "validator",
        "--only",
        "validator/rule/trace/seq/*",
        "--capability",
        "rule-ids",
        "--",
        node,
        "-e",
        "process.exit(1)",
      ],
      folder,
    );
    expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
    expect(stdout).toContain("exit-code: it ended with exit code 1");
  });

  test("a baseline makes known failures good, and breaks when one passes or changes", async () => {
    const entry = (message: string) => ({
      caseId: core,
      checkId: "reader/view",
      message,
      reason: "not yet",
    });
    const known = async (...entries: object[]) => {
      writeFileSync(
        join(folder, "known.json"),
        JSON.stringify({ schema: baselineSchema, role: "reader", known: entries }),
      );
    };
    const { stdout } = await runReader("--only", core, "-f", "json", ...wrong);
    const failed = (JSON.parse(stdout) as ConformanceReport).results?.find(
      ({ status }) => status === "fail",
    );
    await known(entry(failed?.message ?? ""));
    const good = await runReader("--only", core, "--baseline", "known.json", ...wrong);
    expect(good).toMatchObject({ code: 0, stdout: expect.stringContaining("1 known failures") });
    const passes = await runReader("--only", core, "--baseline", "known.json", ...reader);
    expect(passes).toMatchObject({ code: 1, stdout: expect.stringContaining("it passes now") });
    await known(entry("something else"));
    const changed = await runReader("--only", core, "--baseline", "known.json", ...wrong);
    expect(changed).toMatchObject({ code: 1, stdout: expect.stringContaining("another message") });
  });

  test("an interruption leaves a partial report that claims nothing, and no process", async () => {
    const script = `echo $$ >> started; case "$(cat)" in *1.1-shell*) sleep 60;; *) echo '{"view":{}}';; esac`;
    const { child, result } = startCommand(
      [
        "run",
        "--role",
        "reader",
        "--capability",
        "shell",
        "--only",
        "reader/bundle/1.1-*",
        "-j",
        "2",
        "-f",
        "json=partial.json",
        "-f",
        "text",
        "--",
        "/bin/sh",
        "-c",
        script,
      ],
      folder,
    );
    const started = () =>
      existsSync(join(folder, "started"))
        ? readFileSync(join(folder, "started"), "utf8").trim().split("\n")
        : [];
    while (started().length < 4) await sleep(20);
    child.kill("SIGINT");
    const { code, stdout } = await result;
    expect(code).toBe(130);
    expect(stdout).toContain("interrupted: this says nothing about");
    expect(reportIn("partial.json")).toMatchObject({ partial: true, verdict: "none" });
    for (const pid of started()) expect(existsSync(`/proc/${pid}`), pid).toBe(false);
  });

  test("leaves nothing behind in the temporary folder", async () => {
    const temporary = join(folder, "temporary");
    mkdirSync(temporary);
    const args = ["--only", "reader/torn/1.1-resumed/*", "--capability", "all"];
    const { code } = await runCommand(["run", "--role", "reader", ...args, ...reader], folder, {
      TMPDIR: temporary,
      NODE_DISABLE_COMPILE_CACHE: "1",
    });
    expect(code).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test.each([
    [["run", "--", "x"], "required option '--role <ROLE>' not specified"],
    [["run", "--role", "writer", "--", "x"], "Allowed choices are reader, validator, producer"],
    [["run", "--role", "reader"], "missing required argument 'adapter'"],
    [
      ["run", "--role", "reader", "--capability", "magic", "--", "x"],
      'there is no capability "magic" for a reader',
    ],
    [["run", "--role", "reader", "--spec", "7.0", "--", "x"], 'there is no version "7.0"'],
    [["run", "--role", "reader", "--only", "reader/none", "--", "x"], "no case is selected"],
    [
      ["run", "--role", "reader", "--baseline", "none.json", "--", "x"],
      "the baseline none.json cannot be used",
    ],
    [
      ["run", "--role", "reader", "-f", "pdf", "--", "x"],
      "Expected one of text, json, junit, github",
    ],
    [
      ["run", "--role", "reader", "--only", core, "--", "no-such-adapter"],
      "no program of this name is in the PATH",
    ],
    [["show", "reader/none"], "there is no case reader/none"],
    [["observe", "."], "there is no bundle in ."],
    [["nothing"], "unknown command 'nothing'"],
  ])("%j is wrong usage", async (args, message) => {
    const { code, stderr } = await runCommand(args, folder);
    expect(stderr).toContain(`bundle-conformance: `);
    expect(stderr).toContain(message);
    expect(code).toBe(2);
  });
});

describe("doctor", () => {
  test("is content with a good adapter", async () => {
    const { code, stdout } = await runCommand(["doctor", "--role", "reader", ...reader]);
    expect(
      stdout.match(/^(ok|FAIL) .*$/gm)?.filter((line) => !line.includes("answers fast")),
    ).toEqual([
      "ok    starts, and answers in time with one JSON value: yes",
      "ok    gives the right answer to a plain case: yes",
      "ok    ignores members of the request that it does not know: yes",
      "ok    answers about a bad bundle too: yes",
      "ok    sees that it is bad: yes",
      "ok    can run twice at the same time: yes",
    ]);
    expect(code).toBe(stdout.includes("FAIL") ? 1 : 0);
  });

  test.each([
    ["console.log('log'); console.log('{}')", "logs and progress belong to standard error"],
    ["process.exit(2)", "exit with 0 also when the bundle is bad"],
    ["", "flush it before the process exits"],
    ["console.log('{}')", "the answer is one object with exactly one of"],
    ["console.log('{\"view\":{}}')", "bundle-conformance show reader/bundle/1.1-retry-loop"],
  ])("says what to mend: %s", async (script, hint) => {
    const { code, stdout } = await runCommand([
      "doctor",
      "--role",
      "reader",
      "--",
      node,
      "-e",
      script,
    ]);
    expect(stdout).toContain(hint);
    expect(stdout).toContain("has to be mended");
    expect(code).toBe(1);
  });
});

describe("list, show and copy", () => {
  test("list names cases and capabilities", async () => {
    const list = await runCommand(["list", "--role", "reader", "--only", "reader/damage/*"]);
    expect(list.stdout).toContain("reader/damage/blank-middle  a blank line in the middle\n");
    const { stdout } = await runCommand(["list", "--capabilities"]);
    expect(stdout).toMatch(
      /^torn-tail +\d+ cases {2}traces whose writer was killed in a line \(reader\)$/m,
    );
    const json = await runCommand([
      "list",
      "--json",
      "--role",
      "validator",
      "--only",
      "validator/rule/trace/seq/*",
    ]);
    for (const item of JSON.parse(json.stdout) as object[])
      expect(shapeProblems("case", item)).toEqual([]);
  });

  test("show tells what is given and expected", async () => {
    const { stdout } = await runCommand(["show", "reader/damage/blank-middle"]);
    expect(stdout).toContain('bundle: fixtures/valid/1.1-retry-loop\n  then {"op":"line-insert"');
    expect(stdout).toContain('  refused: ["corrupt"]\n  partial: true\n');
  });

  test("copy writes cases that can be used without us", async () => {
    const copied = await runCommand(
      ["copy", "corpus", "--only", "reader/torn/1.1-resumed/*"],
      folder,
    );
    expect(copied).toMatchObject({ code: 0, stdout: "5 cases in corpus\n" });
    const one = join(folder, "corpus/reader/torn/1.1-resumed/001-half");
    expect(readdirSync(one).toSorted()).toEqual(["bundle", "case.json", "view.json"]);
    const item: unknown = JSON.parse(readFileSync(join(one, "case.json"), "utf8"));
    expect(shapeProblems("case", item)).toEqual([]);
    expect(item).toMatchObject({ expect: { view: { file: "view.json" }, torn: true } });
    const again = await runCommand(["copy", "corpus"], folder);
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining("corpus exists") });
  });
});

describe("observe", () => {
  test("tells what good bundles met", async () => {
    const { code, stdout } = await runCommand(
      ["observe", join(root, "fixtures/valid"), "-f", "json=observed.json", "-f", "text"],
      folder,
    );
    expect(stdout).toMatch(
      /\d+ bundles, \d+ valid; of \d+ requirements \d+ were exercised and met, 0 broken\n$/,
    );
    expect(code).toBe(0);
    const { observed, verdict } = reportIn("observed.json");
    expect(verdict).toBe("none");
    const outcomeOf = (id: string) =>
      observed?.requirements.find((requirement) => requirement.id === id)?.outcome;
    expect(outcomeOf("trace-seq")).toBe("met");
    expect(outcomeOf("seal-file")).toBe("met");
    expect(outcomeOf("trace-torn-tail")).toBe("not-exercised");
  });

  test("names requirements that a bundle breaks", async () => {
    const { code, stdout } = await runCommand(["observe", "fixtures/third-party/drifted"]);
    expect(code).toBe(1);
    expect(stdout).toContain("broken  wrong-names\n  fixtures/third-party/drifted ");
    expect(stdout).toContain("1 bundle, 0 valid");
  });
});
