import type { ColorMode } from "./arguments.ts";
import type { Io } from "./io.ts";

/** Whether to colour the text on standard output: by --color, then FORCE_COLOR, NO_COLOR, and whether it is a terminal. */
export async function useColor(mode: ColorMode, io: Io): Promise<boolean> {
  if (mode !== "auto") return mode === "always";
  const force = io.env["FORCE_COLOR"];
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  if ((io.env["NO_COLOR"] ?? "") !== "" || io.env["TERM"] === "dumb") return false;
  return io.stdout.isTTY();
}
