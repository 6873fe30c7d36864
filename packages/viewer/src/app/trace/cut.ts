const shownText = 300;

/** A text as tables have it: its first hundreds of characters. */
export function cut(text: string | undefined): string | undefined {
  return text === undefined || text.length <= shownText ? text : `${text.slice(0, shownText)}…`;
}
