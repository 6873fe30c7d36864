const longest = 1000;

/** A command as people read it: arguments in quotes, cut when it is long. Not for a shell. */
export function commandLine(
  { command, args }: { readonly command: string; readonly args: readonly string[] },
  recorded: (text: string) => string = (text) => text,
): string {
  // What is redacted is redacted first: no half of a secret stays.
  const whole = [command, ...args.map((arg) => JSON.stringify(arg))].map(recorded).join(" ");
  return whole.length <= longest ? whole : `${whole.slice(0, longest).toWellFormed()}…`;
}
