import { isObject, listFiles, listFolders, readJson } from "../../lib/files.ts";
import { readCatalogue } from "./catalogue.ts";
import { table } from "./table.ts";

interface Expectation {
  readonly verdict: string;
  readonly findings: Readonly<Record<string, unknown>>;
}

/**
 * What the validator finds in the bundles that acpx wrote: for each rule the number of bundles in which it finds
 * something, release by release, from the expectations in `fixtures/third-party`.
 */
export function acpxFindings(root: string): string {
  const releases = listFolders(root, "fixtures/third-party")
    .filter((name) => name.startsWith("acpx-"))
    .toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .map((name) => ({ version: name.slice("acpx-".length), bundles: expectations(root, name) }));
  const found = new Set(
    releases.flatMap(({ bundles }) => bundles.flatMap(({ findings }) => Object.keys(findings))),
  );
  const count = (holds: (bundle: Expectation) => boolean): string[] =>
    releases.map(({ bundles }) => String(bundles.filter(holds).length || "–"));

  const verdicts = ["valid", "invalid", "undetermined"]
    .map((verdict) => [verdict, "", ...count((bundle) => bundle.verdict === verdict)])
    .filter(([, , ...counts]) => counts.some((number) => number !== "–"));
  const rules = readCatalogue(root)
    .filter(({ id }) => found.has(id))
    .map(({ id, severity, title }) => [
      `[\`${id}\`](../spec/rules/${id}.md "${title.replaceAll('"', "'")}")`,
      severity["1.0"] ?? "",
      ...count(({ findings }) => Object.hasOwn(findings, id)),
    ]);
  const head = ["", "weight", ...releases.map(({ version }) => `acpx ${version}`)];
  const total = ["bundles", "", ...releases.map(({ bundles }) => String(bundles.length))];
  return table(head, [total, ...verdicts, ...rules]);
}

function expectations(root: string, release: string): Expectation[] {
  return listFiles(
    root,
    `fixtures/third-party/${release}`,
    "fixtures/third-party/*/*.expect.json",
  ).map((file) => {
    const value = readJson(root, file);
    const findings = isObject(value) && isObject(value["findings"]) ? value["findings"] : {};
    return { verdict: isObject(value) ? String(value["verdict"]) : "", findings };
  });
}
