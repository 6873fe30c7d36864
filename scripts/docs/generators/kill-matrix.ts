import { checks, type Role } from "@flow-bundle/conformance";
import { recordedKills } from "../../conformance/kill-matrix/recorded.ts";
import { plain, table } from "./table.ts";

const roles: readonly Role[] = ["reader", "validator", "producer"];

/** Implementations that are wrong on purpose, and the checks that each of them fails, for each role. */
export function killMatrixTables(): string {
  return roles
    .map((role) => {
      const titles = new Map(checks[role].map(({ id, title }) => [id, title]));
      const rows = recordedKills(role).map(({ saboteur, killedBy }) => [
        `\`${saboteur.name}\``,
        plain(saboteur.title),
        `\`${saboteur.check}\``,
        killedBy
          .filter((id) => id !== saboteur.check)
          .map((id) => `\`${id}\``)
          .join(", "),
      ]);
      const own = checks[role].map(({ id }) => [`\`${id}\``, plain(titles.get(id) ?? "")]);
      return [
        `## ${role[0]?.toUpperCase()}${role.slice(1)}s`,
        table(["check", "what it says of an implementation that passes"], own),
        table(["saboteur", "what it does wrong", "killed by", "and by"], rows),
      ].join("\n\n");
    })
    .join("\n\n");
}
