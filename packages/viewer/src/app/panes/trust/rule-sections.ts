/** A piece of the text of a rule. */
export type RuleBlock =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string };

/** A section of the text of a rule. */
export interface RuleSection {
  readonly title: string;
  readonly blocks: readonly RuleBlock[];
}

/** Takes the text of a rule apart. It is Markdown of our own with headings, paragraphs and examples, and no more. */
export function ruleSections(markdown: string): RuleSection[] {
  const [, ...parts] = `\n${markdown}`.split(/\n## /);
  return parts.map((part) => {
    const end = part.indexOf("\n");
    const blocks: RuleBlock[] = [];
    const body = part.slice(end).replaceAll(/<!--[\s\S]*?-->/g, "");
    for (const [i, piece] of body.split(/^```.*$/m).entries()) {
      if (i % 2 === 1) blocks.push({ kind: "code", text: piece.replace(/^\n|\n$/g, "") });
      else {
        const texts = piece.split(/\n\s*\n/).map((text) => text.trim());
        blocks.push(...texts.filter(Boolean).map((text) => ({ kind: "text" as const, text })));
      }
    }
    return { title: part.slice(0, end), blocks };
  });
}
