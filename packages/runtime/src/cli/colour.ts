import { styleText } from "node:util";
import type { Output } from "../command-line/index.ts";
import type { Io } from "./io.ts";

/** A style that node knows by name. */
type Style = Parameters<typeof styleText>[0];

/** Gives a text a style, or leaves it as it is. */
export type Paint = (style: Style, text: string) => string;

/** Styles for an output, by FORCE_COLOR, NO_COLOR, and whether it is a terminal. */
export function paintFor(output: Output, env: Io["env"]): Paint {
  if (!hasColour(output, env)) return (_, text) => text;
  return (style, text) => styleText(style, text, { validateStream: false });
}

function hasColour(output: Output, env: Io["env"]): boolean {
  const force = env["FORCE_COLOR"];
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  if ((env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb") return false;
  return output.isTerminal;
}
