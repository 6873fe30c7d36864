import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { Summary } from "./measure.ts";

/** What the figures were measured on. */
export function machine(): string {
  const cores = availableParallelism();
  return `Node ${process.version}, ${cores} cores, ${process.platform} ${process.arch}`;
}

/** A heading and a table with a row for each command; the first one is what the others are compared with. */
export function table(title: string, summaries: ReadonlyMap<string, Summary>): string {
  const first = [...summaries.values()][0]?.seconds ?? Number.NaN;
  const rows = [...summaries].map(([name, summary]) => {
    const { seconds, fastest, slowest, cpuSeconds, mebibytes, runs } = summary;
    return [
      name,
      ms(seconds),
      (seconds / first).toFixed(2),
      runs === 1 ? "one run" : `${ms(fastest, "")} to ${ms(slowest)}`,
      ms(cpuSeconds),
      megabytes(mebibytes),
    ].join(" | ");
  });
  return [
    `### ${title}`,
    "",
    "| | time | times the first | all runs | processor time | peak memory |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...rows.map((row) => `| ${row} |`),
  ].join("\n");
}

/** Seconds as milliseconds. */
export function ms(seconds: number, unit = " ms"): string {
  return `${(1000 * seconds).toFixed(0)}${unit}`;
}

/** MiB as MB. */
export function megabytes(mebibytes: number): string {
  return `${((mebibytes * 1024 * 1024) / 1e6).toFixed(0)} MB`;
}

/** Puts a text between the marks in a page. */
export function writeBetweenMarks(path: string, text: string): void {
  const page = readFileSync(path, "utf8");
  const [begin, end] = ["<!-- measured -->", "<!-- end of measured -->"];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from === -1 || to === -1) throw new Error(`${path} has no marks`);
  writeFileSync(path, `${page.slice(0, from)}${begin}\n\n${text}\n\n${page.slice(to)}`);
}
