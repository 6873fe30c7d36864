import { optionGroups, type OptionSpec } from "./option-table.ts";

/** How the command is called, in one line. */
export const usageLine = "Usage: bundle-validate [options] PATH...";

/** Printed when no PATH is given. */
export const shortUsage = `${usageLine}

A PATH is a bundle (the folder of one run), or a folder whose children are bundles.
bundle-validate --help explains the options.
`;

function left({ name, short, value }: OptionSpec): string {
  return `  ${short === undefined ? "    " : `-${short}, `}--${name}${value === undefined ? "" : ` ${value}`}`;
}

/** Printed by --help. */
export function helpText(): string {
  const options = optionGroups.flatMap((group): readonly OptionSpec[] => group.options);
  const width = Math.max(...options.map((option) => left(option).length)) + 2;
  const groups = optionGroups.map(({ title, options: members }) => {
    const lines = members.map(
      (option: OptionSpec) => `${left(option).padEnd(width)}${option.help}`,
    );
    return `${title}:\n${lines.join("\n")}\n`;
  });
  return `${usageLine}

Checks bundles, the folders in which flow runs are recorded. A PATH is a bundle (it has
manifest.json, trace.ndjson, flow.json or projections/), or a folder whose children are bundles.

${groups.join("\n")}
SIZE is a number of bytes, or has a unit: 500kB, 64MiB, 4GiB.

Exit codes:
  0   valid
  1   invalid, or findings at --fail-on and above
  2   wrong usage or configuration
  3   undetermined: something could not be read, a limit was met, or the version is not supported
  70  a fault of bundle-validate itself
Of several bundles the gravest counts: 70, then 2, 1 and 3.
`;
}
