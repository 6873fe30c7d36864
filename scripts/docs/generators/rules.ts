import { listVersions } from "../../lib/files.ts";
import { readCatalogue, type CatalogueEntry } from "./catalogue.ts";
import { plain, table } from "./table.ts";

/** Areas in the order of the layers that they are about, with what each covers. */
const areas: readonly (readonly [string, string])[] = [
  ["bundle", "the folder, its entries and its layout"],
  ["json", "encoding, strict JSON, lines"],
  ["manifest", "`manifest.json`"],
  ["flow", "`flow.json`"],
  ["trace", "`trace.ndjson`: the envelope, the payloads, the order of events"],
  ["attempt", "attempts of nodes"],
  ["action", "shell commands and functions"],
  ["session", "agent sessions and their files"],
  ["artifact", "artifacts and the references to them"],
  ["projection", "`run.json`, `live.json` and `steps.json`"],
  ["seal", "digests over a finished bundle"],
  ["limits", "what the validator refuses to read"],
];

/** All rules, one table for each area: id with a link to its page, severity in each version, title. */
export function rulesByArea(root: string): string {
  const versions = listVersions(root);
  const rules = readCatalogue(root);
  const unknown = rules.filter(({ id }) => !areas.some(([area]) => id.startsWith(`${area}/`)));
  if (unknown.length > 0) throw new Error(`no area for ${unknown.map(({ id }) => id).join(", ")}`);
  return areas
    .map(([area, about]) => {
      const rows = rules
        .filter(({ id }) => id.startsWith(`${area}/`))
        .map((rule) => [
          `[\`${rule.id}\`](../spec/rules/${rule.id}.md)`,
          ...versions.map((version) => severity(rule, version)),
          plain(rule.title),
        ]);
      return `## ${area}\n\nRules about ${about}.\n\n${table(["rule", ...versions, "what holds, or what is noted"], rows)}`;
    })
    .join("\n\n");
}

function severity(rule: CatalogueEntry, version: string): string {
  const value = rule.severity[version] ?? "off";
  if (value === "off") return "–";
  return rule.effect === "undetermined" && value === "error" ? "undetermined" : value;
}
