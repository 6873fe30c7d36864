import { statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Report } from "@flow-bundle/schema";
import { lineFormats, loadRenderer, type FormatName } from "../report/formats.ts";
import type { RenderOptions } from "../report/model.ts";
import type { Arguments, FormatRequest } from "./arguments.ts";
import { useColor } from "./color.ts";
import type { Target } from "./discover.ts";
import { insideOf } from "./inside.ts";
import type { Io, Output } from "./io.ts";
import { repositoryDirectory } from "./repository.ts";
import { UsageError } from "./usage-error.ts";

/** One report to be written: to a stream or to a file. */
interface Destination {
  readonly format: FormatName;
  readonly to: Output | string;
}

/**
 * Where the reports go. Standard output has the text report unless another format goes there; in GitHub Actions the
 * annotations are added, on standard error when standard output holds a document.
 */
export function destinations(args: Arguments, io: Io): readonly Destination[] {
  const list: Destination[] = args.formats.map(({ format, file }) => ({
    format,
    to: file ?? io.stdout,
  }));
  const printed = list.filter(({ to }) => to === io.stdout).map(({ format }) => format);
  const documents = printed.filter((format) => !lineFormats.has(format));
  if (documents.length > 0 && printed.length > 1) {
    throw new UsageError(
      `--format: ${printed.join(" and ")} cannot both go to standard output; write one to a file: ${documents[0]}=FILE`,
    );
  }
  if (printed.length === 0) list.push({ format: "text", to: io.stdout });
  const annotate =
    io.env["GITHUB_ACTIONS"] === "true" && !list.some(({ format }) => format === "github");
  if (annotate) list.push({ format: "github", to: documents.length > 0 ? io.stderr : io.stdout });
  return list;
}

/** Refuses files that could not be written, before any work is done. */
export function checkFiles(requests: readonly FormatRequest[], targets: readonly Target[]): void {
  for (const { format, file } of requests) {
    if (file === undefined) continue;
    const option = `--format ${format}=${file}`;
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) {
      throw new UsageError(`${option}: this is a folder; give the name of a file`);
    }
    if (statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory() !== true) {
      throw new UsageError(`${option}: there is no folder ${dirname(file)}`);
    }
    const bundle = targets.find((target) => insideOf(file, target.path));
    if (bundle !== undefined) {
      throw new UsageError(
        `${option}: this would change the bundle ${bundle.name}; write the report elsewhere`,
      );
    }
  }
}

/** Renders the report once for each destination. */
export async function writeReports(
  report: Report,
  list: readonly Destination[],
  args: Arguments,
  io: Io,
): Promise<void> {
  const options: RenderOptions = {
    failOn: args.failOn,
    quiet: args.quiet,
    directory: repositoryDirectory(io),
  };
  for (const { format, to } of list) {
    const render = await loadRenderer(format);
    if (typeof to !== "string") {
      const color = to === io.stdout && (await useColor(args.color, io));
      to.write(render(report, { ...options, color }));
      continue;
    }
    try {
      writeFileSync(to, render(report, { ...options, quiet: false }));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new UsageError(
        `--format ${format}=${to}: cannot be written (${code ?? String(error)})`,
        { cause: error },
      );
    }
  }
}
