import { decodeUpdate } from "@flow-bundle/bundle/session";
import { expect, test } from "vitest";
import { stateText, usageText } from "./in-words.ts";

test.each([
  ["Mode: plan", "current_mode_update", { currentModeId: "plan" }],
  ["Usage: 1,200 tokens of 2,000 in the context", "usage_update", { used: 1200, size: 2000 }],
  [
    "Usage: 5 tokens · cost 0.25 USD",
    "usage_update",
    { used: 5, cost: { amount: 0.25, currency: "USD" } },
  ],
  [
    "Commands: /a /b",
    "available_commands_update",
    { availableCommands: [{ name: "a" }, 1, { name: "b" }] },
  ],
  ["Title of the session: none", "session_info_update", { title: null }],
  ["Options of the session changed", "config_option_update", { configOptions: [] }],
])("%s", (text, sessionUpdate, members) => {
  expect(stateText(decodeUpdate({ sessionUpdate, ...members }))).toBe(text);
});

test("token counts in words", () => {
  expect(usageText({ inputTokens: 1500, x: "y" })).toBe("1,500 input tokens");
  expect(usageText(null)).toBe("");
});
