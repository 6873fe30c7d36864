import { relative, sep } from "node:path";
import type { Io } from "./io.ts";

/**
 * Where the working directory lies below the root of the repository in GitHub Actions, such as `packages/app/`; `""` at
 * the root and everywhere else.
 */
export function repositoryDirectory(io: Io): string {
  const root = io.env["GITHUB_WORKSPACE"];
  if (io.env["GITHUB_ACTIONS"] !== "true" || root === undefined || root === "") return "";
  const path = relative(root, io.directory).split(sep).join("/");
  return path === "" || path.startsWith("..") || /^([a-z]:|\/)/i.test(path) ? "" : `${path}/`;
}
