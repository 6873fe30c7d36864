import type { Renderer } from "./options.ts";

/** Names of the output formats. */
export const formatNames = ["text", "json", "junit", "github"] as const;
export type FormatName = (typeof formatNames)[number];

/** The renderer of a format; each is loaded when it is needed. */
export async function loadRenderer(format: FormatName): Promise<Renderer> {
  switch (format) {
    case "text":
      return (await import("./text.ts")).renderText;
    case "json":
      return (await import("./json.ts")).renderJson;
    case "junit":
      return (await import("./junit.ts")).renderJunit;
    case "github":
      return (await import("./github.ts")).renderGithub;
  }
}
