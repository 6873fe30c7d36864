import { printableJson } from "@flow-bundle/bundle";
import type { Renderer } from "./options.ts";

/** JSON, as `spec/conformance/report.schema.json` has it; each result stands in a line of its own, since there are many. */
export const renderJson: Renderer = ({ results, ...rest }) => {
  const head = JSON.stringify(rest, null, 2);
  const text =
    results === undefined
      ? head
      : `${head.slice(0, -"\n}".length)},\n  "results": [${results.map(line).join(",")}\n  ]\n}`;
  return `${printableJson(text)}\n`;
};

function line(result: object): string {
  return `\n    ${JSON.stringify(result)}`;
}
