import { rules } from "@flow-bundle/schema";

/** All rules, a line each: id, severity in 1.0 and in 1.1, title. */
export function listRules(): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  const head = `${"rule".padEnd(width)}  1.0      1.1      what must hold\n`;
  const lines = rules.map(
    ({ id, severity, title }) =>
      `${id.padEnd(width)}  ${severity["1.0"].padEnd(7)}  ${severity["1.1"].padEnd(7)}  ${title}\n`,
  );
  return head + lines.join("");
}

/** All rules with everything the catalogue knows, as JSON. */
export function listRulesAsJson(): string {
  return `${JSON.stringify(rules, null, 2)}\n`;
}
