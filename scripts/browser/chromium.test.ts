import { expect, test } from "vitest";
import { findBrowser, provideBrowser } from "./chromium.mjs";

interface Machine {
  readonly chosen?: string;
  readonly there?: readonly string[];
  readonly isRootOnDebian?: boolean;
  /** `apt-get install` works: always, after `apt-get update`, or never. */
  readonly installs?: "always" | "after update";
}

function machine({ chosen, there = [], isRootOnDebian = false, installs }: Machine) {
  const files = new Set(there);
  const ran: string[] = [];
  let canInstall = installs === "always";
  const system = {
    chosen,
    exists: (path: string) => files.has(path),
    isRootOnDebian: () => isRootOnDebian,
    run([program = "", action = ""]: readonly string[]) {
      ran.push(`${program} ${action}`);
      if (action === "update") canInstall = installs !== undefined;
      else if (canInstall) files.add("/usr/bin/chromium");
      return action === "update" || canInstall;
    },
  };
  return { ran, system };
}

test("what is there is taken, and nothing is installed", () => {
  const { ran, system } = machine({ there: ["/usr/bin/google-chrome"], isRootOnDebian: true });
  expect(provideBrowser(system)).toBeUndefined();
  expect(findBrowser(system)).toBe("/usr/bin/google-chrome");
  expect(ran).toEqual([]);
});

test("the one that is named is taken, and no other", () => {
  const there = ["/usr/bin/chromium", "/opt/chromium"];
  expect(findBrowser(machine({ chosen: "/opt/chromium", there }).system)).toBe("/opt/chromium");
  const { ran, system } = machine({ chosen: "/opt/missing", there, isRootOnDebian: true });
  expect(provideBrowser(system)).toBe("CHROMIUM names /opt/missing, which is not there.");
  expect(ran).toEqual([]);
});

test("root on Debian gets it, with new lists of packages where the old ones will not do", () => {
  const fresh = machine({ isRootOnDebian: true, installs: "always" });
  expect(provideBrowser(fresh.system)).toBeUndefined();
  expect(fresh.ran).toEqual(["apt-get install"]);
  const stale = machine({ isRootOnDebian: true, installs: "after update" });
  expect(provideBrowser(stale.system)).toBeUndefined();
  expect(stale.ran).toEqual(["apt-get install", "apt-get update", "apt-get install"]);
});

test("what cannot be installed is said in one line", () => {
  expect(provideBrowser(machine({ isRootOnDebian: true }).system)).toMatch(/^pnpm .* Chromium.*$/);
});

test("nobody else gets anything installed", () => {
  const { ran, system } = machine({ installs: "always" });
  expect(provideBrowser(system)).toMatch(/^pnpm test:browser needs Chromium.*$/);
  expect(ran).toEqual([]);
});
