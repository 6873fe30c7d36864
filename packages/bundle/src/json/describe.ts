/** A text in double quotes for a message, cut to 60 units. Control characters are escaped. */
export function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

/** What stands at an offset, in words: a name, one character, or the end. */
export function describeAt(text: string, offset: number): string {
  const codePoint = text.codePointAt(offset);
  if (codePoint === undefined) return "the end of the text";
  const word = /^[A-Za-z_$][\w$]*/.exec(text.slice(offset, offset + 60));
  if (word !== null) return quote(word[0]);
  if (codePoint === 0x22) return "a double quote";
  if (codePoint > 0x20 && codePoint < 0x7f) return `"${String.fromCodePoint(codePoint)}"`;
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, "0")}`;
}
