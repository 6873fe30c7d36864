/** A fenced block of code in a text. */
export interface CodeBlock {
  /** First word after the fence (`json`, `sh`); empty when there is none. */
  readonly language: string;
  /** The other words after the fence. */
  readonly flags: readonly string[];
  readonly text: string;
  /** Line of the opening fence, from 1. */
  readonly line: number;
  /** Content of the HTML comment before the block, when nothing but blank lines is between them. */
  readonly comment: string | undefined;
  /** Text of the heading that the block stands under; empty before the first. */
  readonly section: string;
}

/** A link or an image: where it points, and the line it stands in. */
export interface Link {
  readonly target: string;
  readonly line: number;
}

/** What the checks of our texts look at. */
export interface Markdown {
  readonly blocks: readonly CodeBlock[];
  readonly links: readonly Link[];
  /** Names that a link can point at: slugs of headings, and ids. */
  readonly anchors: ReadonlySet<string>;
  /** Anchors that the text sets itself: `<a id="…">`. */
  readonly ids: ReadonlySet<string>;
  /** Anchors that stand in the text twice. */
  readonly repeatedAnchors: readonly Link[];
}

const fence = /^(\s*)(`{3,}|~{3,})\s*(.*)$/;

/** Reads a text of ours. Lines of code are never taken for headings, links or anchors. */
export function parseMarkdown(text: string): Markdown {
  const blocks: CodeBlock[] = [];
  const links: Link[] = [];
  const anchors = new Set<string>();
  const ids = new Set<string>();
  const repeatedAnchors: Link[] = [];
  const slugs = new Map<string, number>();
  const lines = text.split("\n");
  let section = "";
  let comment: string | undefined;

  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const opening = fence.exec(line);
    if (opening) {
      const end = closingFence(lines, index, opening[2] ?? "");
      const [language = "", ...flags] = (opening[3] ?? "").split(/\s+/).filter(Boolean);
      const indent = (opening[1] ?? "").length;
      const body = lines.slice(index + 1, end).map((inner) => dedent(inner, indent));
      blocks.push({ language, flags, text: body.join("\n"), line: index + 1, comment, section });
      comment = undefined;
      index = end;
      continue;
    }
    const comments = /^\s*<!--\s*(.*?)\s*-->\s*$/.exec(line);
    if (comments) comment = comments[1];
    else if (line.trim() !== "") comment = undefined;

    const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(line);
    if (heading) {
      section = heading[1] ?? "";
      anchors.add(uniqueSlug(section, slugs));
    }
    const prose = withoutCode(line);
    for (const [, id = ""] of prose.matchAll(/<a id="([^"]+)">/g)) {
      if (anchors.has(id)) repeatedAnchors.push({ target: id, line: index + 1 });
      anchors.add(id);
      ids.add(id);
    }
    for (const target of targets(prose)) links.push({ target, line: index + 1 });
  }
  return { blocks, links, anchors, ids, repeatedAnchors };
}

function dedent(line: string, indent: number): string {
  return line.slice(0, indent).trim() === "" ? line.slice(indent) : line.trimStart();
}

function closingFence(lines: readonly string[], opening: number, mark: string): number {
  for (let index = opening + 1; index < lines.length; index += 1) {
    const line = (lines[index] ?? "").trim();
    if (line.length >= mark.length && line === mark[0]?.repeat(line.length)) return index;
  }
  return lines.length;
}

function withoutCode(line: string): string {
  return line.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, (code) => " ".repeat(code.length));
}

function targets(prose: string): string[] {
  const inline = [...prose.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)].map(
    (match) => match[1] ?? "",
  );
  const definition = /^\s{0,3}\[[^\]]+\]:\s+<?([^\s>]+)>?/.exec(prose);
  return definition?.[1] === undefined ? inline : [...inline, definition[1]];
}

/** The anchor that a heading gets on code hosts: lower case, no punctuation, hyphens for spaces, a number when repeated. */
function uniqueSlug(heading: string, taken: Map<string, number>): string {
  const slug = heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/<[^>]+>/g, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\p{Pc}\s-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
  const before = taken.get(slug) ?? 0;
  taken.set(slug, before + 1);
  return before === 0 ? slug : `${slug}-${before}`;
}
