/** Lines of a table: columns as wide as their widest cell, numbers to the right, two spaces between. */
export function tableLines(rows: readonly (readonly (string | number)[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, String(cell).length);
    }
  }
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column === 0 ? String(cell).padEnd(width) : String(cell).padStart(width);
      })
      .join("  ")
      .trimEnd(),
  );
}
