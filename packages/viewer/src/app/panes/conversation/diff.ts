/** One line of a comparison: kept, removed or added. */
export interface DiffLine {
  readonly mark: " " | "-" | "+";
  readonly text: string;
}

/** Most pairs of lines that are compared; with more, what differs is shown as one block. */
const mostPairs = 1_000_000;

/** Compares two texts line by line. Without an old text everything is added. */
export function diffLines(before: string | undefined, after: string): DiffLine[] {
  const old = before === undefined ? [] : linesOf(before);
  const now = linesOf(after);
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  const most = Math.min(old.length, now.length) - start;
  while (end < most && old[old.length - 1 - end] === now[now.length - 1 - end]) end += 1;
  return [
    ...old.slice(0, start).map((text) => kept(text)),
    ...middle(old.slice(start, old.length - end), now.slice(start, now.length - end)),
    ...old.slice(old.length - end).map((text) => kept(text)),
  ];
}

function kept(text: string): DiffLine {
  return { mark: " ", text };
}

function linesOf(text: string): string[] {
  if (text === "") return [];
  return (text.endsWith("\n") ? text.slice(0, -1) : text).split("\n");
}

/** The longest lines in common, by the usual table of lengths. */
function middle(old: readonly string[], now: readonly string[]): DiffLine[] {
  const width = now.length + 1;
  if (old.length * now.length > mostPairs) {
    return [
      ...old.map((text): DiffLine => ({ mark: "-", text })),
      ...now.map((text): DiffLine => ({ mark: "+", text })),
    ];
  }
  const common = new Uint32Array((old.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const same = old[i] === now[j];
      common[i * width + j] = same ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    const removed = old[i];
    const added = now[j];
    if (removed !== undefined && removed === added) {
      lines.push({ mark: " ", text: removed });
      i += 1;
      j += 1;
    } else if (removed !== undefined && (added === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ mark: "-", text: removed });
      i += 1;
    } else {
      lines.push({ mark: "+", text: added ?? "" });
      j += 1;
    }
  }
  return lines;
}

/** A part of a comparison: lines that are shown, or a number of kept lines that are folded. */
export type DiffPart =
  | { readonly kind: "lines"; readonly lines: readonly DiffLine[] }
  | { readonly kind: "folded"; readonly count: number };

/** Folds kept lines that are far from any change. */
export function foldKept(lines: readonly DiffLine[], context = 3): DiffPart[] {
  const near = new Uint8Array(lines.length);
  for (const [i, { mark }] of lines.entries()) {
    if (mark === " ") continue;
    near.fill(1, Math.max(0, i - context), i + context + 1);
  }
  const parts: DiffPart[] = [];
  for (let i = 0; i < lines.length;) {
    let end = i;
    while (end < lines.length && near[end] === near[i]) end += 1;
    if (near[i] === 1 || end - i < 3) parts.push({ kind: "lines", lines: lines.slice(i, end) });
    else parts.push({ kind: "folded", count: end - i });
    i = end;
  }
  return parts;
}
