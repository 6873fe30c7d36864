import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { formatNames, loadRenderer } from "./formats.ts";
import type { FormatName } from "./formats.ts";
import { expectedFile, readReport, reportNames } from "./testing/fixtures.ts";

const extensions: Readonly<Record<FormatName, string>> = {
  text: "text",
  json: "json",
  sarif: "sarif",
  junit: "junit.xml",
  github: "github",
};

for (const name of reportNames) {
  for (const format of formatNames) {
    test(`${name} as ${format} is as recorded`, async () => {
      const render = await loadRenderer(format);
      const file = fileURLToPath(expectedFile(name, extensions[format]));
      await expect(render(readReport(name))).toMatchFileSnapshot(file);
    });
  }
}
