import { expect, test } from "vitest";
import { agentArguments, splitCommandLine } from "./command-line.ts";

test.each([
  ["agent", ["agent"]],
  ["  agent  --acp\t-x\n", ["agent", "--acp", "-x"]],
  [`a 'b c' "d e"f`, ["a", "b c", "d ef"]],
  [`a '' ""`, ["a", "", ""]],
  [String.raw`a b\ c \"d "e\"f" 'g\h'`, ["a", "b c", '"d', 'e"f', String.raw`g\h`]],
  [String.raw`a "\n" \\`, ["a", "n", "\\"]],
  ["a \\", ["a", "\\"]],
  ["a $HOME `x` * ~ # ; & |", ["a", "$HOME", "`x`", "*", "~", "#", ";", "&", "|"]],
])("%j", (line, words) => {
  expect(splitCommandLine(line)).toEqual(words);
});

test("what is no command says so", () => {
  for (const line of ["", "  ", "'' x"]) {
    expect(() => splitCommandLine(line)).toThrow(/names no program/);
  }
  expect(() => splitCommandLine("a 'b")).toThrow(/has a ' that is not closed/);
});

test("arguments of their own win", () => {
  expect(agentArguments("'", ["a b", "c"])).toEqual(["a b", "c"]);
  expect(() => agentArguments("x", [])).toThrow(/names no program/);
});
