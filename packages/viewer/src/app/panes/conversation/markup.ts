/** Most marks of emphasis and links in a text; the time to parse them grows with their square. */
const mostMarks = 2000;
/** Most levels of quotes and lists that begin on one line. */
const mostLevels = 30;

const marks = /[*_[\]`~]/g;
const levels = new RegExp(String.raw`^(?:[ \t]*(?:[>*+-]|\d+[.)])){${mostLevels}}`, "m");

/** Whether a text has more markup than anybody writes. It is shown as it stands then, so that it cannot stop the page. */
export function hasTooMuchMarkup(text: string): boolean {
  let count = 0;
  for (const _ of text.matchAll(marks)) if (++count > mostMarks) return true;
  return levels.test(text) || /^ {200}/m.test(text);
}
