import type { SchemaProblem } from "@flow-bundle/schema";
import { describe, expect, it } from "vitest";
import { leadingProblems } from "./problems.ts";

const problem = (ruleId: string, pointer: string, actual?: unknown): SchemaProblem => ({
  ruleId,
  pointer,
  message: "",
  keyword: "const",
  ...(actual !== undefined && { actual }),
});
const ids = (problems: readonly SchemaProblem[]) => problems.map(({ ruleId }) => ruleId);

describe("leadingProblems", () => {
  const rest = [
    problem("trace/ids", "/nodeId"),
    problem("trace/timestamp", "/at"),
    problem("trace/run-started-payload", "/payload"),
    problem("artifact/reference", "/payload/inputArtifact"),
  ];

  it("keeps all where the type is not in doubt", () => {
    expect(leadingProblems(rest)).toBe(rest);
    const missing = [problem("trace/scope", ""), ...rest];
    expect(leadingProblems(missing)).toBe(missing);
    const number = [problem("trace/scope", "/scope", 7), ...rest];
    expect(leadingProblems(number)).toBe(number);
  });

  it("keeps what every event must have where scope and type do not go together", () => {
    const all = [problem("trace/scope", "/scope", "node"), ...rest];
    expect(ids(leadingProblems(all))).toEqual(["trace/scope", "trace/timestamp"]);
  });
});
