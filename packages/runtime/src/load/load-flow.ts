import { statSync } from "node:fs";
import { resolve } from "node:path";
import { FlowError } from "../errors.ts";
import { explain } from "./explain.ts";
import { exportedFlow } from "./exported-flow.ts";
import { evaluate } from "./module-loader.ts";

/** What a flow file gives. */
export interface LoadedFlow {
  /** Its default export, not yet checked: that is what `checkFlow` does. */
  readonly flow: unknown;
  /** Absolute path of the file. */
  readonly path: string;
}

/**
 * Loads a flow file: TypeScript or JavaScript, as tsx understands it, with `acpx/flows`, `@flow-bundle/runtime` and
 * `@flow-bundle/runtime/flows` being this very runtime, whatever the project of the file has installed. As with
 * tsx, the tsconfig.json of the current folder counts. Nothing is written. Like any module, a file is evaluated once in a
 * process.
 *
 * @throws {FlowError} `load` when it cannot be loaded or exports no flow; `definition` when a helper such as `acp()`
 * refused what it got.
 */
export async function loadFlow(path: string): Promise<LoadedFlow> {
  const file = resolve(path);
  checkFile(file, path);
  let exports: unknown;
  try {
    exports = await evaluate(file);
  } catch (error) {
    throw explain(error, file);
  }
  return { flow: exportedFlow(exports, path), path: file };
}

function checkFile(file: string, shown: string): void {
  let isFolder: boolean;
  try {
    isFolder = statSync(file).isDirectory();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const reason =
      code === "ENOENT" || code === "ENOTDIR"
        ? `There is no flow file ${shown}`
        : `The flow file ${shown} cannot be read: ${(cause as Error).message}`;
    throw new FlowError("load", reason, { cause });
  }
  if (isFolder) throw new FlowError("load", `${shown} is a folder; name the flow file in it`);
}
