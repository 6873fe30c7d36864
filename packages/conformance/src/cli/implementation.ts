import { basename } from "node:path";

/** Who is tested: `name@version` as given, else the last word of the adapter's command that names a file. */
export function implementationOf(
  given: string | undefined,
  command: readonly string[],
): { name: string; version?: string } {
  const [, name, version] = /^(.+?)(?:@([^@]+))?$/.exec(given ?? "") ?? [];
  if (name !== undefined) return version === undefined ? { name } : { name, version };
  const files = command.filter((word) => !word.startsWith("-") && word !== "");
  return { name: basename(files[1] ?? files[0] ?? "unknown") };
}
