import { describe, expect, it } from "vitest";
import { toDocument, toLine, toSessionLine } from "./serialise.ts";

describe("texts of documents and lines", () => {
  it("end with one line feed", () => {
    expect(toDocument({ a: [1] })).toBe('{\n  "a": [\n    1\n  ]\n}\n');
    expect(toLine({ a: [1, "\n\u2028"] })).toBe('{"a":[1,"\\n\u2028"]}\n');
  });

  it.each([
    ["\ud800", '"\ufffd"\n'],
    ["a\udfffb", '"a\ufffdb"\n'],
    ["\ud83d\ude80", '"🚀"\n'],
    ["\\ud800", '"\\\\ud800"\n'],
    ["\\\ud800", '"\\\\\ufffd"\n'],
    ['"\\\\ud800\udc00\n', '"\\"\\\\\\\\ud800\ufffd\\n"\n'],
  ])("have no lone surrogates: %j", (text, line) => {
    expect(toLine(text)).toBe(line);
    expect(toDocument({ [text]: 0 })).not.toMatch(/[^\\](\\\\)*\\ud/);
  });

  it("have them in the messages of sessions, as they came", () => {
    const event = {
      seq: 1,
      at: "2026-03-02T09:15:00.000Z",
      direction: "inbound" as const,
      message: { jsonrpc: "2.0" as const, method: "\ud800" },
    };
    expect(JSON.parse(toSessionLine(event))).toEqual(event);
    expect(toSessionLine(event)).toContain('"\\ud800"');
  });
});
