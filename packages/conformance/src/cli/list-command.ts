import { capabilities } from "../cases/capabilities.ts";
import type { Case } from "../cases/case.ts";
import { selectCases } from "../cases/select.ts";
import { checks } from "../checks/registry.ts";
import { tableLines } from "../report/table.ts";
import { plural } from "../report/words.ts";
import { exitCodes } from "./exit-code.ts";
import type { Io } from "./io.ts";
import { corpus, declared, versionsOf, type SelectionOptions } from "./selection.ts";

/** Options of `list`. */
export interface ListOptions extends SelectionOptions {
  readonly capabilities?: boolean;
  readonly json?: boolean;
}

/** `bundle-conformance list`. */
export async function listCommand(options: ListOptions, io: Io): Promise<number> {
  const { role, only, status, json } = options;
  const names = declared(options.capability, role);
  const cases = selectCases(corpus(), {
    ...(role !== undefined && { role }),
    ...(names !== undefined && { capabilities: names }),
    specVersions: versionsOf(options.spec),
    ...(only !== undefined && { only }),
    ...(status !== undefined && { statuses: [status] }),
  });
  if (options.capabilities === true) {
    const known = capabilities.filter(({ roles }) => role === undefined || roles.includes(role));
    const rows = known.map(({ name, roles, title }) => [
      name,
      cases.filter((item) => needs(item, name)).length,
      `${title} (${roles.join(", ")})`,
    ]);
    if (json === true) io.stdout.write(`${JSON.stringify(known, null, 2)}\n`);
    else
      io.stdout.write(
        lines(
          rows.map(
            ([name, count, title]) =>
              `${padded(`${name}`)}${`${count}`.padStart(4)} cases  ${title}`,
          ),
        ),
      );
    return exitCodes.ok;
  }
  if (json === true) {
    const shown = cases.map(({ file: _file, ...item }) => item);
    io.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
    return exitCodes.ok;
  }
  const ids = tableLines(cases.map(({ id }) => [id]));
  io.stdout.write(
    lines(
      cases.map(({ id, title, capabilities: needed }) => {
        const declaring = needed.length === 0 ? "" : `  [${needed.join(", ")}]`;
        return `${id}  ${title}${declaring}`;
      }),
    ),
  );
  io.stderr.write(`${plural(ids.length, "case")}\n`);
  return exitCodes.ok;
}

/** Whether a case is about a capability: for itself, or because a check of its role is. */
function needs({ role, capabilities: own }: Case, name: string): boolean {
  return own.includes(name) || checks[role].some(({ capability }) => capability === name);
}

function padded(name: string): string {
  return name.padEnd(18);
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join("");
}
