import type { Renderer } from "./model.ts";
import { renderText } from "./text.ts";

/**
 * Every format of the report, and how its renderer is loaded: all but the usual one when they are needed. To add one: a
 * file here, and a line in this table.
 */
const formats = {
  text: () => Promise.resolve(renderText),
  json: async () => (await import("./json.ts")).renderJson,
  sarif: async () => (await import("./sarif.ts")).renderSarif,
  junit: async () => (await import("./junit.ts")).renderJunit,
  github: async () => (await import("./github.ts")).renderGithub,
} satisfies Readonly<Record<string, () => Promise<Renderer>>>;

/** Name of a format. */
export type FormatName = keyof typeof formats;

/** The names of all formats. */
export const formatNames = Object.keys(formats) as readonly FormatName[];

/** Formats made of lines: several of them may follow each other in one stream. The others are one document each. */
export const lineFormats: ReadonlySet<FormatName> = new Set<FormatName>(["text", "github"]);

/** The renderer of a format; its code is loaded only now. */
export function loadRenderer(name: FormatName): Promise<Renderer> {
  return formats[name]();
}
