import { expect, test } from "vitest";
import { provideTools, tools } from "./tools.mjs";

/** A machine on which some programs run, and apt-get installs some packages. */
function machine(
  programs: readonly string[],
  packages: readonly string[],
  isRootOnDebian: boolean,
) {
  const there = new Set(programs);
  const ran: string[] = [];
  const run = ([program = "", ...args]: readonly string[]) => {
    ran.push(program);
    if (program === "apt-get") {
      const wanted = args.filter((name) => packages.includes(name));
      for (const name of wanted) there.add(name);
      return args[0] === "update" || wanted.length > 0;
    }
    return there.has(program);
  };
  return { ran, system: { run, isRootOnDebian: () => isRootOnDebian } };
}

const all = tools.map(({ command: [program = ""] }) => program);

test("what is there is not installed", () => {
  const { ran, system } = machine(all, [], true);
  expect(provideTools(system)).toBeUndefined();
  expect(ran).toEqual(all);
});

test("root on Debian gets what is missing", () => {
  const { ran, system } = machine(["perl", "ruby"], ["python3", "jq"], true);
  expect(provideTools(system)).toBeUndefined();
  expect(ran.filter((program) => program === "apt-get")).toHaveLength(1);
});

test("what cannot be installed is named, in one line", () => {
  const { ran, system } = machine(["python3"], ["perl", "ruby"], true);
  expect(provideTools(system)).toMatch(/^pnpm test:foreign needs jq 1\.6 or later, which .*$/);
  expect(ran).toContain("apt-get");
});

test("nobody else gets anything installed", () => {
  const { ran, system } = machine([], all, false);
  expect(provideTools(system)).toMatch(
    /^pnpm test:foreign needs Python .*, jq .*, Perl .*, Ruby .*$/,
  );
  expect(ran).not.toContain("apt-get");
});
