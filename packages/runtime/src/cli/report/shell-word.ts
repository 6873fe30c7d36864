import { printable } from "@flow-bundle/bundle";

/** A word as a shell takes it, safe to print. One that a terminal would obey is shown, but cannot be pasted. */
export function shellWord(text: string): string {
  if (/^[\w@%+=:,./~-]+$/.test(text)) return text;
  return printable(`'${text.replaceAll("'", "'\\''")}'`, { max: 4000 });
}
