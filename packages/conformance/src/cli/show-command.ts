import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { printable } from "@flow-bundle/bundle";
import type { Case } from "../cases/case.ts";
import { expectedView } from "../cases/views.ts";
import { checks } from "../checks/registry.ts";
import { exitCodes } from "./exit-code.ts";
import type { Io } from "./io.ts";
import { corpus } from "./selection.ts";
import { UsageError } from "@flow-bundle/runtime/command-line";
import { writeCase } from "./write-case.ts";

/** Options of `show`. */
export interface ShowOptions {
  readonly out?: string;
  readonly json?: boolean;
}

/** `bundle-conformance show`. */
export async function showCommand(id: string, options: ShowOptions, io: Io): Promise<number> {
  const item = corpus().find((each) => each.id === id);
  if (item === undefined)
    throw new UsageError(`there is no case ${id}; bundle-conformance list shows all`);
  if (options.out !== undefined) {
    const folder = resolve(io.directory, options.out);
    if (existsSync(folder))
      throw new UsageError(`${options.out} exists; give a folder that does not`);
    const because = await writeCase(item, folder);
    if (because !== undefined) throw new UsageError(`the case cannot be shown here: ${because}`);
  }
  const { file: _file, ...shown } = item;
  const text = options.json === true ? JSON.stringify(shown, null, 2) : describe(item).join("\n");
  io.stdout.write(`${text}\n`);
  return exitCodes.ok;
}

function describe(item: Case): string[] {
  const { bundle, expect, request, requirements, capabilities } = item;
  return [
    item.id,
    `  ${printable(item.title)}`,
    ...(item.note === undefined ? [] : [`  ${printable(item.note, { max: 2000 })}`]),
    "",
    `role          ${item.role}${item.status === "active" ? "" : ` (${item.status})`}`,
    `format        ${item.specVersions.join(", ")}`,
    `capabilities  ${capabilities.length === 0 ? "none: it belongs to the core" : capabilities.join(", ")}`,
    ...requirements.map((name, index) => `${index === 0 ? "requirements" : ""}`.padEnd(14) + name),
    `written in    fixtures/conformance/${item.file}`,
    ...(bundle === undefined ? [] : ["", `bundle: fixtures/${bundle.base}`]),
    ...(bundle?.mutation ?? []).map((operation) => `  then ${show(operation)}`),
    ...(request === undefined ? [] : ["", "request:", indented(request)]),
    ...surroundings(item),
    "",
    "expected:",
    ...expectations(expect),
    "",
    "checks:",
    ...checks[item.role].map(
      ({ id, title, capability }) =>
        `  ${id}: ${title}${capability === undefined ? "" : ` (capability ${capability})`}`,
    ),
  ];
}

/** What a producer is given beside its request. */
function surroundings({ agent, agents, files, then }: Case): string[] {
  return Object.entries({
    "script of the agent": agent,
    "scripts of the agents": agents,
    files,
    "then, each in a process of its own": then,
  }).flatMap(([title, value]) => (value === undefined ? [] : ["", `${title}:`, indented(value)]));
}

function expectations({ view, run, ...rest }: Case["expect"]): string[] {
  const lines: string[] = [];
  if (view !== undefined) {
    const { status, upToSeq, attempts } = expectedView(view) as {
      readonly status: string;
      readonly upToSeq: number;
      readonly attempts: readonly unknown[];
    };
    lines.push(
      `  the view in fixtures/conformance/${view.file}${view.line === undefined ? "" : `, line ${view.line}`}: ${status}, ${attempts.length} attempts, up to event ${upToSeq}`,
    );
  }
  if (run !== undefined) lines.push(indented(run));
  for (const [name, value] of Object.entries(rest)) lines.push(`  ${name}: ${show(value)}`);
  return lines;
}

function show(value: unknown): string {
  return printable(JSON.stringify(value), { max: 1000 });
}

function indented(value: unknown): string {
  return JSON.stringify(value, null, 2).replaceAll(/^/gm, "  ");
}
