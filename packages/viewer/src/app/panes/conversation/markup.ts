/** Most marks of emphasis and links in a text; the time to parse them grows with their square. */
const mostMarks = 2000;
/** Most levels of quotes and lists that begin on one line. */
const mostLevels = 30;

/** Most cells of a table: each row gets as many as its head has, however short it is. */
const mostCells = 20_000;

const marks = /[*_[\]`~]/g;
const levels = new RegExp(String.raw`^(?:[ \t]*(?:[>*+-]|\d+[.)])){${mostLevels}}`, "m");

/** Whether a text has more markup than anybody writes. It is shown as it stands then, so that it cannot stop the page. */
export function hasTooMuchMarkup(text: string): boolean {
  let count = 0;
  for (const _ of text.matchAll(marks)) if (++count > mostMarks) return true;
  return levels.test(text) || /^ {200}/m.test(text) || mayHaveCells(text) > mostCells;
}

/** How many cells the tables in a text have at most: as if the line with the most bars were the head of all others. */
function mayHaveCells(text: string): number {
  let columns = 0;
  let lines = 0;
  for (const line of text.split("\n")) {
    lines += 1;
    if (line.length > columns) columns = Math.max(columns, line.split("|").length - 1);
  }
  return columns * lines;
}
