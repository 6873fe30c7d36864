/**
 * What an error of a tool's own says, apart from its words: both tools say it in words of their own. Errors of flows and
 * agents are in none of these classes, and compared as they are.
 */
const classes: readonly (readonly [RegExp, string])[] = [
  [/^(?:Timed out|The command timed out) after (?<ms>[\d.]+) ?ms$/, "<time limit of $<ms> ms>"],
  [/^Interrupted$/, "<interrupted>"],
  // acpx
  [/^Shell action failed \([^]*\): exit (?<code>\d+)(?:\n[^]*)?$/, "<exit code $<code>>"],
  [/^Shell action failed \([^]*\): signal (?<signal>SIG\w+)(?:\n[^]*)?$/, "<ended by $<signal>>"],
  [
    /^Shell action exceeded maxBuffer \((?<bytes>\d+) bytes\) on std(?<name>\w+)$/,
    "<more than $<bytes> bytes of std$<name>>",
  ],
  [/^spawn [^]* E[A-Z]+$/, "<not started>"],
  [/^The argument '(?:file|args\[\d\])' [^]*$/, "<not started>"],
  [/^No flow switch case for (?<on>[^]*?)="?(?<value>[^]*?)"?$/, "<no case of $<on> for $<value>>"],
  [/^Flow switch value must be scalar for (?<on>[^]*)$/, "<no scalar at $<on>>"],
  [/^Unsupported JSON path: (?<on>[^]*)$/, "<no path: $<on>>"],
  [/^Unknown flow node: (?<id>[^]*)$/, "<no node $<id>>"],
  [
    /^(?:Do not know how to serialize a BigInt|Converting circular structure to JSON[^]*)$/,
    "<no JSON>",
  ],
  [/^ACP agent disconnected during request[^]*$/, "<agent ended>"],
  [/^Failed to spawn agent command: [^]*$/, "<not started>"],
  [/^Could not parse JSON from assistant output:[^]*$/, "<no JSON in the answer>"],
  [/^Permission prompt unavailable in non-interactive mode$/, "<nobody to ask>"],
  [/^Cannot read properties of undefined \(reading '(?:cwd|command)'\)$/, "<no command>"],
  [
    /^(?:prompt\.map is not a function|Cannot read properties of undefined \(reading 'map'\))$/,
    "<no prompt>",
  ],
  // flow
  [/^The command ended with exit code (?<code>\d+): [^]*$/, "<exit code $<code>>"],
  [/^The command was ended by (?<signal>SIG\w+): [^]*$/, "<ended by $<signal>>"],
  [
    /^The command wrote more than (?<bytes>\d+) bytes[^]* to standard (?<name>out|err)(?:put|or), and was stopped$/,
    "<more than $<bytes> bytes of std$<name>>",
  ],
  [
    /^(?<on>[^]*) is "(?<value>[^]*)" after node [^]*, and there are only cases for [^]*$/,
    "<no case of $<on> for $<value>>",
  ],
  [
    /^(?<on>[^]*) has to be a string, a number or a boolean after node [^]*; it is [\w ]+$/,
    "<no scalar at $<on>>",
  ],
  [/^"(?<on>[^]*)" is no path: [^]*$/, "<no path: $<on>>"],
  [
    /^The output has no JSON: (?:it is an? [^]*|Do not know how [^]*|Converting circular structure [^]*)$/,
    "<no JSON>",
  ],
  [/^The output has no JSON: (?<why>[^]*)$/, "$<why>"],
  [/^Cannot start "[^]*": [^]*$/, "<not started>"],
  [/^The working directory of the session does not exist: [^]*$/, "<not started>"],
  [
    /^The agent "[^]*" (?:exited with code \d+|was ended by SIG\w+) before it answered [^]*$/,
    "<agent ended>",
  ],
  [
    /^The agent "[^]*" answered [\w/]+ with the error -?\d+ \((?<message>[^]*?)(?:: \{[^]*\})?\)$/,
    "$<message>",
  ],
  [/^The agent asked for permission: [^]* Nobody is there to give it[^]*$/, "<nobody to ask>"],
  [/^A prompt is a string or a list of content blocks, but [^]*$/, "<no prompt>"],
  [/^Content block \d+ of the prompt has the type [^]*$/, "<no prompt>"],
  [/^The answer is no JSON: [^]*$/, "<no JSON in the answer>"],
  [/^exec(?:: command)? has to be [^]*, not [^]*$/, "<no command>"],
];

export function errorClass(error: string): string {
  for (const [pattern, name] of classes) {
    if (pattern.test(error)) return error.replace(pattern, name).replaceAll('\\"', '"');
  }
  return error;
}
