import { catalogue, catalogueSeverity } from "./catalogue.ts";
import { describeCause } from "./inputs.ts";
import type { Handlers, Rule, SessionHandlers, TraceLine } from "./rule.ts";
import type { SessionContext } from "./session-context.ts";
import type { Validation } from "./validation.ts";

/** One handler of trace lines. */
export type EventHandler = (line: TraceLine) => void;

interface ActiveRule {
  readonly rule: Rule;
  readonly handlers: Handlers;
}

/** Whether each rule of the catalogue was applied to this bundle, for the report. */
export interface RuleStates {
  readonly applied: string[];
  readonly notApplicable: string[];
  readonly notEvaluated: { readonly ruleId: string; readonly because: string }[];
}

/**
 * The rules that run on one bundle. A rule is left out when its version has it off, when it is not selected, when it
 * does not apply, or as soon as one of its inputs turns out bad.
 */
export class ActiveRules {
  readonly #validation: Validation;
  readonly #active: ActiveRule[] = [];
  readonly #inapplicable = new Set<string>();
  readonly #needs = new Map<string, Rule>();

  constructor(validation: Validation, registry: readonly Rule[]) {
    this.#validation = validation;
    for (const rule of registry) {
      this.#needs.set(rule.id, rule);
      if (!this.#wanted(rule.id)) continue;
      if (validation.inputs.blocked(rule.needs) !== undefined) continue;
      if (rule.applies !== undefined && !rule.applies(validation)) {
        this.#inapplicable.add(rule.id);
        continue;
      }
      const handlers = rule.check(validation, (finding) => {
        validation.findings.add(rule.id, finding);
      });
      if (handlers !== undefined) this.#active.push({ rule, handlers });
    }
  }

  /** Handlers by event type: first those of the type, then those that see every event (`"*"`). */
  eventHandlers(): ReadonlyMap<string, readonly EventHandler[]> {
    const byType = new Map<string, EventHandler[]>();
    const all: EventHandler[] = [];
    for (const { handlers } of this.#active) {
      for (const [type, handler] of Object.entries(handlers.on ?? {})) {
        if (type === "*") all.push(handler);
        else byType.set(type, [...(byType.get(type) ?? []), handler]);
      }
    }
    const table = new Map<string, readonly EventHandler[]>([["*", all]]);
    for (const [type, list] of byType) table.set(type, [...list, ...all]);
    return table;
  }

  /** Calls `traceEnd` of the rules whose inputs are still good. */
  async traceEnd(): Promise<void> {
    for (const { rule, handlers } of this.#active) {
      if (this.#good(rule)) await handlers.traceEnd?.();
    }
  }

  /** The handlers that the rules want in one session. */
  session(session: SessionContext): { readonly rule: Rule; readonly handlers: SessionHandlers }[] {
    const list: { readonly rule: Rule; readonly handlers: SessionHandlers }[] = [];
    for (const { rule, handlers } of this.#active) {
      if (handlers.session === undefined || !this.#goodApartFromSessions(rule)) continue;
      const own = handlers.session(session);
      if (own !== undefined) list.push({ rule, handlers: own });
    }
    return list;
  }

  /** Calls `end` of the rules whose inputs are still good. */
  async end(): Promise<void> {
    for (const { rule, handlers } of this.#active) {
      if (this.#good(rule)) await handlers.end?.();
    }
  }

  /** What the report says of every rule in the catalogue. */
  states(): RuleStates {
    const states: RuleStates = { applied: [], notApplicable: [], notEvaluated: [] };
    for (const info of catalogue.values()) {
      if (!this.#validation.findings.selected(info.id)) continue;
      const rule = this.#needs.get(info.id);
      const cause = rule === undefined ? undefined : this.#validation.inputs.blocked(rule.needs);
      if (!this.#wanted(info.id) || this.#inapplicable.has(info.id))
        states.notApplicable.push(info.id);
      else if (cause !== undefined)
        states.notEvaluated.push({ ruleId: info.id, because: describeCause(cause) });
      else states.applied.push(info.id);
    }
    return states;
  }

  #wanted(ruleId: string): boolean {
    const { findings, version, options } = this.#validation;
    if (!findings.selected(ruleId)) return false;
    if (ruleId === "bundle/not-finished") return options.requireFinished === true;
    return catalogueSeverity(ruleId, version) !== "off";
  }

  #good(rule: Rule): boolean {
    return this.#validation.inputs.blocked(rule.needs) === undefined;
  }

  /** One bad session must not silence the rules in the others. */
  #goodApartFromSessions(rule: Rule): boolean {
    return (
      this.#validation.inputs.blocked(rule.needs.filter((need) => need !== "sessions")) ===
      undefined
    );
  }
}
