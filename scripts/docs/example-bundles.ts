/**
 * The bundles that a text shows file by file, by the name before the first slash: path in the bundle → content. A comment
 * before a block of code names the file: `<!-- file: greet/flow.json -->`; with `(without final line break)` after the
 * name, the last line break of the block is not part of the content.
 */
export function readExampleBundles(text: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const bundles = new Map<string, Map<string, string>>();
  for (const [, name = "", path = "", bare, content = ""] of text.matchAll(block)) {
    const files = bundles.get(name) ?? new Map<string, string>();
    if (files.has(path)) throw new Error(`${name}/${path} is shown twice`);
    files.set(path, bare === undefined ? content : content.slice(0, -1));
    bundles.set(name, files);
  }
  return bundles;
}

const block =
  /^<!-- file: ([^/\s]+)\/(\S+?)( \(without final line break\))? -->\n(?:<!-- example: [^\n]* -->\n)?\n+```\w*\n(.*?)^```$/gms;
