/** One cell: the text, and how it is painted when the width is known. */
export interface Cell {
  readonly text: string;
  readonly paint?: (text: string) => string;
}

/** Lines of a table: columns as wide as their widest cell, two spaces between them, nothing after the last. */
export function tableLines(rows: readonly (readonly (Cell | string)[])[]): readonly string[] {
  const cells = rows.map((row) =>
    row.map((cell) => (typeof cell === "string" ? { text: cell } : cell)),
  );
  const widths: number[] = [];
  for (const row of cells) {
    for (const [column, { text }] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, text.length);
    }
  }
  return cells.map((row) => {
    const last = row.findLastIndex(({ text }) => text !== "");
    return row
      .slice(0, last + 1)
      .map(({ text, paint }, column) => {
        const space = column === last ? "" : " ".repeat((widths[column] ?? 0) - text.length);
        return (paint === undefined ? text : paint(text)) + space;
      })
      .join("  ");
  });
}
