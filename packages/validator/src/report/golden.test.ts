import { fileURLToPath } from "node:url";
import type { RuleInfo } from "@flow-bundle/schema";
import { expect, test, vi } from "vitest";
import { formatNames, loadRenderer, type FormatName } from "./formats.ts";
import { expectedFile, readReport, reportNames } from "./testing/fixtures.ts";

// What the catalogue says of a rule may change; what the formats make of it is recorded.
vi.mock(import("@flow-bundle/schema"), async (load) => {
  const schema = await load();
  const same = ({ id, url }: RuleInfo): RuleInfo => ({
    id,
    title: `The title of ${id}`,
    requirement: id.replace("/", "-"),
    since: "1.0",
    severity: { "1.0": "warning", "1.1": "error" },
    layer: "trace",
    reads: [],
    undetermined: false,
    url,
  });
  return { ...schema, rules: schema.rules.map(same) };
});

const extensions: Readonly<Record<FormatName, string>> = {
  text: "text",
  json: "json",
  sarif: "sarif",
  junit: "junit.xml",
  github: "github",
};

for (const name of reportNames) {
  test.each(formatNames)(`${name} as %s is as recorded`, async (format) => {
    const render = await loadRenderer(format);
    const file = fileURLToPath(expectedFile(name, extensions[format]));
    await expect(render(readReport(name))).toMatchFileSnapshot(file);
  });
}
