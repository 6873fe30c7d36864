import { readdirSync, readFileSync } from "node:fs";
import type { Report } from "@flow-bundle/schema";

const folder = new URL("../../../../../fixtures/reports/", import.meta.url);

/** Names of the recorded reports; beside `<name>.json` lies what each format makes of it. */
export const reportNames = readdirSync(folder)
  .filter((file) => file.endsWith(".json"))
  .map((file) => file.slice(0, -".json".length));

/** A recorded report. */
export function readReport(name: string): Report {
  return JSON.parse(readFileSync(expectedFile(name, "json"), "utf8")) as Report;
}

/** Where the expected output of a format lies. */
export function expectedFile(name: string, extension: string): URL {
  return new URL(`${name}.${extension}`, folder);
}
