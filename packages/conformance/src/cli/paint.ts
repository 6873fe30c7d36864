import { styleText } from "node:util";
import type { RenderOptions } from "../report/options.ts";
import type { Output } from "@flow-bundle/runtime/command-line";
import type { Io } from "./io.ts";

/** Styles for an output, by FORCE_COLOR, NO_COLOR, and whether it is a terminal. */
export function paintFor(output: Output, env: Io["env"]): NonNullable<RenderOptions["paint"]> {
  if (!hasColour(output, env)) return (_style, text) => text;
  return (style, text) => styleText(style, text, { validateStream: false });
}

function hasColour(output: Output, env: Io["env"]): boolean {
  const force = env["FORCE_COLOR"] ?? "";
  if (force !== "") return force !== "0" && force !== "false";
  if ((env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb") return false;
  return output.isTerminal;
}
