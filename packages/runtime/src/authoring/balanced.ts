/** How much may still be read; a hostile text could otherwise be read once per bracket. */
export interface Budget {
  steps: number;
}

const [quotation, backslash, openBrace, closeBrace, openBracket, closeBracket] = [...'"\\{}[]'].map(
  (character) => character.charCodeAt(0),
);

/**
 * The next stretch of a text, from an opening bracket at `from` or later to the one that closes it. Brackets in strings
 * do not count. Undefined when there is none, or the budget is used up.
 */
export function nextBalanced(
  text: string,
  from: number,
  budget: Budget,
): { readonly start: number; readonly end: number } | undefined {
  const opening = /[{[]/g;
  opening.lastIndex = from;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    if (budget.steps <= 0) return undefined;
    const start = match.index;
    const last = lastOf(text, start);
    budget.steps -= Math.abs(last) - start;
    if (last > 0) return { start, end: last + 1 };
  }
  return undefined;
}

/** Where the bracket at `start` is closed; as a negative number where it is certain that it is not. */
function lastOf(text: string, start: number): number {
  const open: (number | undefined)[] = [];
  let isInString = false;
  for (let at = start; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isInString) {
      if (code === backslash) at += 1;
      else if (code === quotation) isInString = false;
    } else if (code === quotation) isInString = true;
    else if (code === openBrace) open.push(closeBrace);
    else if (code === openBracket) open.push(closeBracket);
    else if (code === closeBrace || code === closeBracket) {
      if (open.pop() !== code) return -at;
      if (open.length === 0) return at;
    }
  }
  return -text.length;
}
