import type { Role } from "../../../packages/conformance/src/cases/case.ts";
import { checks } from "../../../packages/conformance/src/checks/registry.ts";
import type { Kill } from "./kill.ts";

/**
 * The kill matrix of a role as a Markdown table: a line for each saboteur, a column for each check. `●` is the check
 * that names the saboteur, `○` another one that it fails too.
 */
export function killMatrix(kills: readonly Kill[], role: Role): string {
  const columns = checks[role].map(({ id }) => id);
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    row(["saboteur", ...columns.map((id) => id.slice(role.length + 1))]),
    row(["---", ...columns.map(() => ":-:")]),
    ...kills
      .filter(({ saboteur }) => saboteur.role === role)
      .map(({ saboteur, killedBy }) =>
        row([
          `${saboteur.name}: ${saboteur.title}`,
          ...columns.map((id) => {
            if (!killedBy.includes(id)) return "";
            return id === saboteur.check ? "●" : "○";
          }),
        ]),
      ),
  ].join("\n");
}
