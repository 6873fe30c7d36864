import { bundlesOf, examples } from "../../examples/flows/examples.ts";
import { readText } from "../../lib/files.ts";
import { table } from "./table.ts";

/** The flows of `examples/flows`: what the comment at their beginning says, and where their golden bundles are. */
export function flowExamples(root: string): string {
  const rows = examples.map((example) => {
    const file = `${example.name}.flow.ts`;
    const bundles = bundlesOf(example).map((name) => `[${name}](../../fixtures/runs/${name}/)`);
    return [
      `[${example.name}](${file})`,
      opening(readText(root, `examples/flows/${file}`)),
      bundles.join(", "),
    ];
  });
  return table(["flow", "what it shows, and when to use it", "recorded run"], rows);
}

/** The comment that a file begins with, as one line. */
function opening(source: string): string {
  const lines = source.split("\n");
  const end = lines.findIndex((line) => !line.startsWith("//"));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^\/\/ ?/, ""))
    .join(" ");
}
