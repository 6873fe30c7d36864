import { isObject, listFiles, readJson } from "../../lib/files.ts";
import { table } from "./table.ts";

/** The published packages: name with folder, what each is, and its commands. */
export function packageTable(root: string): string {
  const files = [
    ...listFiles(root, "spec", "spec/package.json"),
    ...listFiles(root, "fixtures", "fixtures/package.json"),
    ...listFiles(root, "packages", "packages/*/package.json"),
  ];
  const rows = files.flatMap((file) => {
    const manifest = readJson(root, file);
    if (!isObject(manifest) || manifest["private"] === true) return [];
    const folder = file.slice(0, -"/package.json".length);
    const commands = isObject(manifest["bin"]) ? Object.keys(manifest["bin"]) : [];
    const name = `[\`${String(manifest["name"])}\`](${folder}/)`;
    return [
      [
        name,
        String(manifest["description"]),
        commands.map((command) => `\`${command}\``).join(", "),
      ],
    ];
  });
  return table(["package", "what it is", "command"], rows);
}
