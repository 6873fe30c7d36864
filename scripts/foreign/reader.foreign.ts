import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { describe, expect, it } from "vitest";
import { inRoot } from "../lib/process.mjs";
import { adapters, ask, askMany, inPairs, temporaryFolder, type Answer } from "./ask.ts";
import { bundlesIn, randoms, readBare, writeBare } from "./bundles.ts";
import { countEvents, ownAnswer } from "./own.ts";

const golden = [...bundlesIn("valid"), ...bundlesIn("warn")];
const thirdParty = bundlesIn("third-party");
const spread = thirdParty.filter((_, index) => index % 9 === 0);
const request = (bundle: string, upToSeq?: number) => ({
  role: "reader",
  bundle,
  ...(upToSeq !== undefined && { upToSeq }),
});
type Ask = (requests: readonly object[]) => Promise<readonly Answer[]>;

/** The readers that can do everything, and how each of them is asked. */
const readers: readonly (readonly [string, Ask])[] = [
  ["Python", async (requests) => askMany(adapters.python, requests)],
  ["Perl", (requests) => askEach(adapters.perl, requests)],
  ["Ruby", (requests) => askEach(adapters.ruby, requests)],
];

/** An answer without its words: those are everybody's own. */
function sense({ refused, ...rest }: Answer): object {
  return refused === undefined ? rest : { refused: refused.code };
}

async function askEach(
  command: readonly string[],
  requests: readonly object[],
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  await inPairs([...requests.entries()], async ([index, one]) => {
    const { answer, exitCode, stderr } = await ask(command, one);
    if (answer === undefined || exitCode !== 0) throw new Error(`exit code ${exitCode}: ${stderr}`);
    answers[index] = answer;
  });
  return answers;
}

describe.each(readers)("the reader in %s", (name, askAll) => {
  it("gives our views of all bundles", async () => {
    const bundles = [...golden, ...(name === "Python" ? thirdParty : spread)];
    const answers = await askAll(bundles.map((bundle) => request(bundle)));
    for (const [index, bundle] of bundles.entries()) {
      expect(sense(answers[index] ?? {}), basename(bundle)).toEqual(sense(await ownAnswer(bundle)));
    }
  });

  it("gives our views after each event", async () => {
    const bundles = name === "Python" ? [...golden, ...spread] : golden.slice(0, 4);
    const jobs: (readonly [string, number])[] = [];
    for (const bundle of bundles) {
      for (let seq = 0; seq <= (await countEvents(bundle)); seq += 1) jobs.push([bundle, seq]);
    }
    const answers = await askAll(jobs.map((job) => request(...job)));
    for (const [index, job] of jobs.entries()) {
      const own = sense(await ownAnswer(...job));
      expect(sense(answers[index] ?? {}), `${basename(job[0])} ${job[1]}`).toEqual(own);
    }
  });

  it("leaves out what we leave out of a trace that ends anywhere", async () => {
    const folder = temporaryFolder();
    const { manifest, trace } = readBare(inRoot("fixtures/valid/1.1-running"));
    const step = name === "Python" ? 7 : 61;
    const bundles = [];
    for (let length = 0; length <= trace.length; length += step) {
      bundles.push(writeBare(join(folder, `${length}`), manifest, trace.subarray(0, length)));
    }
    const answers = await askAll(bundles.map((bundle) => request(bundle)));
    for (const [index, bundle] of bundles.entries()) {
      expect(sense(answers[index] ?? {}), basename(bundle)).toEqual(sense(await ownAnswer(bundle)));
    }
  });

  it("never fails, and never reads something else than we do, when bytes are changed", async () => {
    const folder = temporaryFolder();
    const random = randoms(20_261_122);
    const pick = (count: number) => Math.floor(random() * count);
    const bundles = [];
    for (let round = 0; round < (name === "Python" ? 400 : 80); round += 1) {
      const { manifest, trace } = readBare(golden[pick(golden.length)] ?? "");
      const changed = Buffer.from(trace);
      for (let place = pick(3); place >= 0 && trace.length > 0; place -= 1) {
        const characters = '"\\{}[]:,0 \n\rtx\xff\0';
        changed[pick(changed.length)] = characters.charCodeAt(pick(characters.length));
      }
      bundles.push(writeBare(join(folder, `${round}`), manifest, changed));
    }
    const answers = await askAll(bundles.map((bundle) => request(bundle)));
    const different: string[] = [];
    let views = 0;
    for (const [index, answer] of answers.entries()) {
      const path = bundles[index] ?? "";
      const own = await ownAnswer(path).catch(() => undefined);
      if (answer.view !== undefined && isDeepStrictEqual(answer, own)) views += 1;
      else if (answer.refused?.code !== "corrupt")
        different.push(`${path}: ${answer.refused?.reason}`);
    }
    expect(different).toEqual([]);
    expect(views).toBeGreaterThan(answers.length / 20);
  });

  it("makes of events in a wrong order what we make of them", async () => {
    const folder = temporaryFolder();
    const random = randoms(7);
    const pick = (count: number) => Math.floor(random() * count);
    const bases = [...golden, ...spread].filter((path) => !path.endsWith("drifted"));
    const bundles = [];
    for (let round = 0; round < (name === "Python" ? 300 : 60); round += 1) {
      const { manifest, trace } = readBare(bases[pick(bases.length)] ?? "");
      const lines = trace.toString().split("\n").slice(0, -1);
      for (let change = 1 + pick(12); change > 0 && lines.length > 0; change -= 1) {
        const [line = ""] = lines.splice(pick(lines.length), random() < 0.7 ? 1 : 0);
        lines.splice(
          pick(lines.length + 1),
          0,
          line === "" ? (lines[pick(lines.length)] ?? "") : line,
        );
      }
      bundles.push(
        writeBare(join(folder, `${round}`), manifest, Buffer.from(`${lines.join("\n")}\n`)),
      );
    }
    const answers = await askAll(bundles.map((bundle) => request(bundle)));
    for (const [index, bundle] of bundles.entries()) {
      expect(sense(answers[index] ?? {}), bundle).toEqual(sense(await ownAnswer(bundle)));
    }
  });

  interface JsonCase {
    readonly name: string;
    readonly text?: string;
    readonly valid: boolean;
    readonly problems: readonly string[];
  }

  it("takes strict JSON and nothing else", async () => {
    const folder = temporaryFolder();
    const { manifest } = readBare(inRoot("fixtures/valid/1.1-compute-branch"));
    const files = readdirSync(inRoot("fixtures/json"));
    const texts = files.flatMap(
      (file) =>
        (JSON.parse(readFileSync(inRoot("fixtures/json", file), "utf8")) as { cases: JsonCase[] })
          .cases,
    );
    // A number that overflows may be refused, and depth has cases of its own.
    const clear = texts.filter(
      ({ text, problems }) =>
        text !== undefined &&
        text.isWellFormed() &&
        !problems.some((code) =>
          ["number-range", "depth", "depth-limit", "size-limit"].includes(code),
        ),
    );
    expect(clear.length).toBeGreaterThan(200);
    const bundles = clear.map(({ text }, index) =>
      writeBare(join(folder, `${index}`), manifest.replace("{", `{"x": ${text},`)),
    );
    const answers = await askAll(bundles.map((bundle) => request(bundle)));
    for (const [index, { name: title, problems }] of clear.entries()) {
      const isStrict = problems.every((code) => code === "lone-surrogate");
      const found = answers[index]?.refused?.code ?? "read";
      expect(found, `${title}: ${clear[index]?.text}`).toBe(isStrict ? "read" : "corrupt");
    }
  });

  it("survives depth", async () => {
    const folder = temporaryFolder();
    const { manifest } = readBare(inRoot("fixtures/valid/1.1-compute-branch"));
    const nested = (levels: number) => `${"[".repeat(levels)}${"]".repeat(levels)}`;
    const bundles = [998, 1001, 1_000_000].map((levels) =>
      writeBare(join(folder, `${levels}`), manifest.replace("{", `{"x": ${nested(levels)},`)),
    );
    const open = `${"[".repeat(3_000_000)}`;
    bundles.push(
      writeBare(join(folder, "open"), `${open}`),
      writeBare(join(folder, "quotes"), '{"\\"'.repeat(500_000)),
    );
    const answers = await askAll(bundles.map((bundle) => request(bundle)));
    const codes = answers.map(({ refused }) => refused?.code ?? "read");
    expect(codes.slice(0, 4)).toEqual(["read", "hostile", "hostile", "hostile"]);
    expect(["hostile", "corrupt"]).toContain(codes[4]);
  });
});

describe("the reader in shell", () => {
  it("gives our views, or says what it cannot do", async () => {
    const bundles = [...golden, ...spread];
    const answers = await askEach(
      adapters.shell,
      bundles.map((bundle) => request(bundle)),
    );
    const different: string[] = [];
    let views = 0;
    for (const [index, bundle] of bundles.entries()) {
      const { refused, ...rest } = answers[index] ?? {};
      if (isDeepStrictEqual(rest, await ownAnswer(bundle))) views += 1;
      else if (!refused?.reason.startsWith("this reader knows no ")) different.push(bundle);
    }
    expect(different).toEqual([]);
    expect(views).toBeGreaterThanOrEqual(10);
  });
});

describe("alone, a reader", () => {
  const bundle = inRoot("fixtures/valid/1.1-retry-loop");
  it.each(["python", "perl", "ruby", "shell"] as const)("in %s prints a view", async (name) => {
    const { answer, exitCode } = await ask([...adapters[name], bundle], {});
    expect(exitCode).toBe(0);
    expect(answer).toEqual((await ownAnswer(bundle)).view);
  });

  it.each(["python", "perl", "ruby", "shell"] as const)(
    "in %s refuses with exit code 1",
    async (name) => {
      const { answer, exitCode, stderr } = await ask([...adapters[name], inRoot("examples")], {});
      expect([answer, exitCode]).toEqual([undefined, 1]);
      expect(stderr).toMatch(/^corrupt: \S.*\n$/);
    },
  );

  it.each(["python", "perl", "ruby", "shell"] as const)("in %s is nothing else", async (name) => {
    const { answer } = await ask(adapters[name], { role: "validator", bundle });
    expect(answer).toEqual({ unsupported: "this is a reader" });
  });
});
