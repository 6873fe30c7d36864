import { capabilitiesOf } from "../cases/capabilities.ts";
import { CorpusError, roles, type Case, type Role } from "../cases/case.ts";
import { loadCorpus } from "../cases/load.ts";
import { UsageError } from "@flow-bundle/runtime/command-line";

/** Options that select cases. */
export interface SelectionOptions {
  readonly role?: Role;
  readonly capability?: readonly string[];
  readonly spec?: readonly string[];
  readonly only?: readonly string[];
  readonly status?: Case["status"];
}

/** Versions of the format that the suite has cases for. */
export const specVersions: readonly string[] = ["1.0", "1.1"];

/** The corpus. @throws {UsageError} when its data are damaged. */
export function corpus(): readonly Case[] {
  try {
    return loadCorpus();
  } catch (error) {
    if (error instanceof CorpusError)
      throw new UsageError(`the corpus is damaged: ${error.message}`);
    throw error;
  }
}

/** The capabilities that are named, `all` written out. @throws {UsageError} for one that a role does not have. */
export function declared(
  names: readonly string[] | undefined,
  role: Role | undefined,
): readonly string[] | undefined {
  if (names === undefined) return undefined;
  const known = new Set(
    (role === undefined ? roles : [role]).flatMap((each) =>
      capabilitiesOf(each).map(({ name }) => name),
    ),
  );
  if (names.includes("all")) return [...known];
  const unknown = names.find((name) => !known.has(name));
  if (unknown !== undefined) {
    const who = role === undefined ? "" : ` for a ${role}`;
    throw new UsageError(
      `there is no capability ${JSON.stringify(unknown)}${who}; there are ${[...known].join(", ")}`,
    );
  }
  return [...new Set(names)];
}

/** The versions that are named, or all. @throws {UsageError} for an unknown one. */
export function versionsOf(names: readonly string[] | undefined): readonly string[] {
  const unknown = names?.find((name) => !specVersions.includes(name));
  if (unknown === undefined) return names ?? specVersions;
  throw new UsageError(
    `there is no version ${JSON.stringify(unknown)}; there are ${specVersions.join(" and ")}`,
  );
}
