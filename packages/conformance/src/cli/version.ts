import * as commandLine from "@flow-bundle/runtime/command-line";

/** The version of this package. */
export const packageVersion = (): string =>
  commandLine.packageVersion(new URL("../../package.json", import.meta.url));
