import type { SessionUpdate } from "@flow-bundle/bundle/session";

/** An update of the session in one line. */
export function stateText(update: SessionUpdate): string {
  switch (update.kind) {
    case "mode":
      return `Mode: ${update.modeId ?? "?"}`;
    case "commands": {
      const names = (update.commands ?? []).map(({ name }) => `/${name}`);
      return `Commands: ${names.join(" ") || "none"}`;
    }
    case "usage": {
      const { used, size, cost } = update;
      const parts = [
        used !== undefined && `${used.toLocaleString("en")} tokens`,
        size !== undefined && `of ${size.toLocaleString("en")} in the context`,
        cost.amount !== undefined && `· cost ${cost.amount} ${cost.currency ?? ""}`,
      ];
      return `Usage: ${parts.filter(Boolean).join(" ") || "see the event"}`;
    }
    case "info":
      return update.title === undefined
        ? "The session was described again"
        : `Title of the session: ${update.title ?? "none"}`;
    case "config":
      return "Options of the session changed";
    default:
      return update.name.replaceAll("_", " ");
  }
}

/** Token counts in words: `inputTokens: 12` is "12 input tokens". */
export function usageText(usage: unknown): string {
  if (typeof usage !== "object" || usage === null || Array.isArray(usage)) return "";
  const parts = Object.entries(usage).flatMap(([name, value]) =>
    typeof value === "number"
      ? [`${value.toLocaleString("en")} ${name.slice(0, 30).replaceAll(/[A-Z]/g, lower)}`]
      : [],
  );
  return parts.slice(0, 8).join(", ");
}

function lower(capital: string): string {
  return ` ${capital.toLowerCase()}`;
}
