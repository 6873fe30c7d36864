import { expect, test } from "vitest";
import { emptyConfig } from "./config.ts";
import { severityOverride } from "./severity-override.ts";

const fixed = new Set(["limits/bytes"]);

test("without an entry for the bundle there is nothing to ask", () => {
  expect(severityOverride(emptyConfig, "run", fixed)).toBeUndefined();
  const elsewhere = {
    ...emptyConfig,
    severity: [{ rule: "trace/*", bundle: "old/*", severity: "off" as const }],
  };
  expect(severityOverride(elsewhere, "run", fixed)).toBeUndefined();
});

test("the last entry that matches counts", () => {
  const config = {
    ...emptyConfig,
    severity: [
      { rule: "trace/*", severity: "warning" as const },
      { rule: "trace/seq", file: "sessions/**", severity: "off" as const },
      { rule: "limits/*", severity: "off" as const },
    ],
  };
  const override = severityOverride(config, "run", fixed);
  expect(override?.("trace/seq", "trace.ndjson")).toBe("warning");
  expect(override?.("trace/seq", "sessions/a/events.ndjson")).toBe("off");
  expect(override?.("flow/edges", "flow.json")).toBeUndefined();
  expect(override?.("limits/bytes", "trace.ndjson")).toBeUndefined();
});
