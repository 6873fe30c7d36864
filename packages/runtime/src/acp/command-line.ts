/**
 * Splits a command line into program and arguments as a shell does, without being one: white space separates, single and
 * double quotes hold together, and a backslash takes the next character as it is, except between single quotes. Nothing
 * is expanded.
 *
 * @throws {Error} when there is no program, or a quote is not closed.
 */
export function splitCommandLine(line: string): [command: string, ...args: string[]] {
  const words: string[] = [];
  let word: string | undefined;
  let quote: string | undefined;
  let isEscaped = false;
  for (const char of line) {
    if (isEscaped) {
      word = (word ?? "") + char;
      isEscaped = false;
    } else if (char === "\\" && quote !== "'") {
      isEscaped = true;
    } else if (quote !== undefined) {
      word ??= "";
      if (char === quote) quote = undefined;
      else word += char;
    } else if (char === "'" || char === '"') {
      quote = char;
      word ??= "";
    } else if (/\s/.test(char)) {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else {
      word = (word ?? "") + char;
    }
  }
  if (quote !== undefined) {
    throw new Error(`The agent command ${JSON.stringify(line)} has a ${quote} that is not closed`);
  }
  if (isEscaped) word = `${word ?? ""}\\`;
  if (word !== undefined) words.push(word);
  return commandOf(words, line);
}

/**
 * Program and arguments of an agent: `argv` when there is one.
 *
 * @throws {Error} when there is no program.
 */
export function agentArguments(
  line: string,
  argv: readonly string[] | undefined,
): [command: string, ...args: string[]] {
  return argv === undefined ? splitCommandLine(line) : commandOf(argv, line);
}

function commandOf(words: readonly string[], line: string): [string, ...string[]] {
  const [command, ...args] = words;
  if (command === undefined || command === "") {
    throw new Error(`The agent command ${JSON.stringify(line)} names no program`);
  }
  return [command, ...args];
}
