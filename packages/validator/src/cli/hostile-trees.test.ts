import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { root as repository, runCommand } from "./testing/command.ts";

// Trees that no writer makes, given to the real command. It judges them or says that it cannot; it does not crash, hang
// or look outside, and what it prints cannot take over a terminal.

const posix = process.platform !== "win32";
const linux = process.platform === "linux";
const canary = "CANARY-OUTSIDE-THE-BUNDLE";

interface Place {
  readonly bundle: string;
  readonly outside: string;
}

/** A copy of a good bundle, with files beside it that are none of its business. */
function newPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), "bundle-hostile-"));
  onTestFinished(() => void execFileSync("rm", ["-rf", folder]));
  const [bundle, outside] = [join(folder, "bundle"), join(folder, "outside")];
  cpSync(join(repository, "fixtures", "valid", "1.1-shell"), bundle, { recursive: true });
  for (const name of ["manifest.json", "trace.ndjson", "binding.json", "artifact.txt"]) {
    mkdirSync(outside, { recursive: true });
    writeFileSync(join(outside, name), JSON.stringify({ schema: canary, runId: canary }));
  }
  return { bundle, outside };
}

/** Controls, and what turns the direction of writing round. */
const unprintable = /(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/u;

/** What the output of each format must not have: names and contents from outside, commands that we did not make. */
const forbidden = {
  text: (outside: string) => [canary, outside],
  json: () => [canary],
  github: () => [canary, /^::\w+::/m],
} satisfies Record<string, (outside: string) => (string | RegExp)[]>;

type Format = keyof typeof forbidden;
const everyFormat: readonly Format[] = ["text", "json", "github"];

/** Runs the command; what holds for every run is checked here. */
async function judge(
  { bundle, outside }: Place,
  formats: readonly Format[] = everyFormat,
): Promise<number | null> {
  const codes: (number | null)[] = [];
  for (const format of formats) {
    const start = performance.now();
    const { code, signal, stdout, stderr } = await runCommand(["--format", format, bundle]);
    expect({ code, signal, stderr }).toMatchObject({ signal: null, stderr: "" });
    expect([1, 3]).toContain(code);
    expect(performance.now() - start).toBeLessThan(30_000);
    expect(stdout).not.toMatch(unprintable);
    for (const text of forbidden[format](outside)) expect(stdout).not.toMatch(text);
    expect(stdout.length).toBeLessThan(8_000_000);
    codes.push(code);
  }
  expect(new Set(codes).size).toBe(1);
  return codes[0] ?? null;
}

describe.runIf(posix)("links and special files", () => {
  const files = ["manifest.json", "trace.ndjson", "flow.json", "projections/run.json"];

  test.each(files)("%s is a link to a file outside", async (file) => {
    const place = newPlace();
    rmSync(join(place.bundle, file));
    symlinkSync(join(place.outside, "manifest.json"), join(place.bundle, file));
    expect(await judge(place)).toBe(1);
  });

  test.each(["artifacts", "projections", "sessions"])(
    "%s is a link to a folder outside",
    async (folder) => {
      const place = newPlace();
      const target = join(place.outside, folder);
      mkdirSync(join(place.bundle, folder), { recursive: true });
      renameSync(join(place.bundle, folder), target);
      symlinkSync(target, join(place.bundle, folder));
      expect(await judge(place)).toBe(1);
    },
  );

  test("links in circles, to devices and to nothing", async () => {
    const place = newPlace();
    for (const [name, target] of [
      ["loop", "loop"],
      ["self", "."],
      ["up", ".."],
      ["zero", "/dev/zero"],
      ["tty", "/dev/tty"],
      ["gone", "nowhere"],
      ["mem", "/proc/self/mem"],
    ]) {
      symlinkSync(target ?? "", join(place.bundle, "artifacts", name ?? ""));
    }
    expect(await judge(place)).toBe(1);
  });

  test.each(files)("%s is a FIFO", async (file) => {
    const place = newPlace();
    rmSync(join(place.bundle, file));
    execFileSync("mkfifo", [join(place.bundle, file)]);
    expect(await judge(place)).toBe(1);
  });

  test("an artifact is a socket", async () => {
    const place = newPlace();
    const server = createServer();
    await new Promise<void>((resolve) =>
      server.listen(join(place.bundle, "artifacts", "s"), resolve),
    );
    expect(await judge(place)).toBe(1);
    await new Promise((resolve) => server.close(resolve));
  });

  test.each(files)("%s is a folder", async (file) => {
    const place = newPlace();
    rmSync(join(place.bundle, file));
    mkdirSync(join(place.bundle, file));
    expect(await judge(place)).toBe(1);
  });
});

describe.runIf(linux)("sizes", () => {
  const sparse = (place: Place, file: string, bytes: number): void => {
    writeFileSync(join(place.bundle, file), "");
    truncateSync(join(place.bundle, file), bytes);
  };

  test.each(["trace.ndjson", "artifacts/x.bin", "manifest.json"])("%s has 8 GiB", async (file) => {
    const place = newPlace();
    sparse(place, file, 8 * 1024 ** 3);
    expect(await judge(place, ["text"])).toBe(3);
  });

  test.each(["trace.ndjson", "projections/steps.json", "flow.json"])(
    "%s has 300 MiB of nothing",
    async (file) => {
      const place = newPlace();
      sparse(place, file, 300 * 1024 ** 2);
      expect([1, 3]).toContain(await judge(place, ["text"]));
    },
  );

  test("folders 3,000 deep", async () => {
    const place = newPlace();
    const steps = "for (let i = 0; i < 3000; i++) { fs.mkdirSync('d'); process.chdir('d'); }";
    execFileSync(process.execPath, ["-e", steps], { cwd: join(place.bundle, "artifacts") });
    expect(await judge(place, ["text"])).toBe(3);
  });

  test("20,000 files more", async () => {
    const place = newPlace();
    for (let i = 0; i < 20_000; i += 1) writeFileSync(join(place.bundle, "artifacts", `f${i}`), "");
    expect(await judge(place, ["text"])).toBe(1);
  });

  test("20,000 folders more", async () => {
    const place = newPlace();
    for (let i = 0; i < 20_000; i += 1)
      mkdirSync(join(place.bundle, "sessions", `s${i}`), { recursive: true });
    expect(await judge(place, ["text"])).toBe(1);
  });
});

describe.runIf(linux)("names", () => {
  test.each([
    ["line ends", "a\nerror: forged\r\nb"],
    ["terminal sequences", "\u001b]0;title\u0007\u001b[2J\u001b[31m"],
    ["directions of writing", "\u202egpj.exe\u2066"],
    ["workflow commands", "::error::forged%0A"],
    ["options", "--help"],
    ["backslashes", "..\\..\\x"],
    ["spaces", " . "],
    ["250 units", "x".repeat(250)],
    ["C1 controls", "\u009b31m\u0085"],
  ])("with %s", async (_, name) => {
    const place = newPlace();
    for (const folder of ["", "artifacts", "sessions"]) {
      mkdirSync(join(place.bundle, folder), { recursive: true });
      writeFileSync(join(place.bundle, folder, name), canary.replace("CANARY", "INSIDE"));
    }
    mkdirSync(join(place.bundle, "sessions", `${name}d`));
    writeFileSync(join(place.bundle, "sessions", `${name}d`, "binding.json"), "{}");
    expect(await judge(place)).toBe(1);
  });

  test("that are not UTF-8", async () => {
    const place = newPlace();
    const name = Buffer.from([0x61, 0xff, 0x0a, 0x1b, 0xc3]);
    for (const folder of ["", "artifacts/", "projections/"]) {
      writeFileSync(Buffer.concat([Buffer.from(`${place.bundle}/${folder}`), name]), "x");
    }
    expect(await judge(place)).toBe(1);
  });

  test("in the path of the bundle itself", async () => {
    const place = newPlace();
    const bundle = `${place.bundle}\u001b[31m\nvalid`;
    renameSync(place.bundle, bundle);
    writeFileSync(join(bundle, "extra"), "");
    expect(await judge({ ...place, bundle })).toBe(1);
  });
});

test("texts of the bundle that a terminal would obey", async () => {
  const place = newPlace();
  const hostile = "\u001b[2J\u001b]8;;http://x\u0007\r\n::error::x\u202e\u0000\u009b";
  writeFileSync(
    join(place.bundle, "manifest.json"),
    JSON.stringify({
      schema: hostile,
      runId: hostile,
      [hostile]: hostile,
      sessions: [{ id: hostile }],
    }),
  );
  expect([1, 3]).toContain(await judge(place));
});
