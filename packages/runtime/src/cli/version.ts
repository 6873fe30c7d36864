import * as commandLine from "../command-line/index.ts";

/** The version of this package. */
export const packageVersion = (): string =>
  commandLine.packageVersion(new URL("../../package.json", import.meta.url));
