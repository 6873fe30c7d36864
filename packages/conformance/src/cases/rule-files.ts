import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rules } from "@flow-bundle/schema";
import type { Operation } from "../mutate/operation.ts";
import { versionOf } from "./bases.ts";
import { fixturesFolder } from "./places.ts";

/** A case or near miss in `fixtures/invalid`, as far as the suite reads it. */
export interface RuleCase {
  readonly id: string;
  readonly title: string;
  readonly base: string;
  readonly mutation: readonly Operation[];
  readonly filesystem?: boolean;
  readonly options?: object;
  readonly expect?: {
    readonly verdict?: Verdict;
    readonly findings?: readonly { readonly ruleId: string; readonly severity?: string }[];
  };
  /** The rule that it is about. */
  readonly rule: string;
  /** Whether it looks alike and is right. */
  readonly isNearMiss: boolean;
}

type Verdict = "valid" | "invalid" | "undetermined";

/** What a validator says of a bundle: the verdict, and the rules that find an error or a warning, sorted. */
export interface Judgement {
  readonly verdict: Verdict;
  readonly ruleIds: readonly string[];
}

const infos = new Map(rules.map((rule) => [rule.id, rule]));

let all: readonly RuleCase[] | undefined;

/** All cases and near misses in `fixtures/invalid`, by id. */
export function ruleCases(): readonly RuleCase[] {
  all ??= readAll();
  return all;
}

function readAll(): readonly RuleCase[] {
  const folder = join(fixturesFolder, "invalid");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files
    .filter((name) => name.endsWith(".json"))
    .flatMap((name) => {
      const { rule, cases, nearMisses } = JSON.parse(readFileSync(join(folder, name), "utf8")) as {
        readonly rule: string;
      } & Record<"cases" | "nearMisses", readonly RuleCase[]>;
      return [
        ...cases.map((item) => ({ ...item, rule, isNearMiss: false })),
        ...nearMisses.map((item) => ({ ...item, rule, isNearMiss: true })),
      ];
    })
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** The requirement that a rule checks. */
export function requirementOf(rule: string): string {
  const info = infos.get(rule);
  if (info === undefined) throw new Error(`there is no rule ${rule}`);
  return info.requirement;
}

/** What is expected of a bundle: by `<bundle>.expect.json` beside it, else that nothing is wrong with it. */
export function judgementOfBundle(base: string): Judgement {
  const file = join(fixturesFolder, `${base}.expect.json`);
  if (!existsSync(file)) return { verdict: "valid", ruleIds: [] };
  const { verdict, findings } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly verdict: Verdict;
    readonly findings: Readonly<Record<string, number>>;
  };
  const version = versionOf(base);
  const ruleIds = Object.keys(findings).filter((id) => counts(infos.get(id)?.severity[version]));
  return { verdict, ruleIds: ruleIds.toSorted() };
}

/** What is expected of the mutant of a rule case: what its base gives, and what the case adds. */
export function judgementOfRuleCase({ base, expect }: RuleCase): Judgement {
  const before = judgementOfBundle(base);
  const version = versionOf(base);
  const added = (expect?.findings ?? [])
    .filter(({ ruleId, severity }) => counts(severity ?? infos.get(ruleId)?.severity[version]))
    .map(({ ruleId }) => ruleId);
  return {
    verdict: expect?.verdict ?? before.verdict,
    ruleIds: [...new Set([...before.ruleIds, ...added])].toSorted(),
  };
}

function counts(severity: string | undefined): boolean {
  return severity === "error" || severity === "warning";
}
