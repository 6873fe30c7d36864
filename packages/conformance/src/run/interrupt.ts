import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { ExchangeOptions } from "../adapter/exchange.ts";
import type { Request } from "../generated/types.ts";

const everyMs = 15;

/** What the suite does to an adapter while it works: sends the signal of the case once its event stands in a trace. */
export function interruption({
  interrupt,
  out,
  bundle,
}: Request): ExchangeOptions["meanwhile"] | undefined {
  if (interrupt === undefined) return undefined;
  const { afterEvent, signal } = interrupt;
  const { type, count = 1 } = afterEvent;
  return async ({ pid }, ended) => {
    while (!ended.aborted) {
      const traces = [...tracesBelow(out), ...(bundle === undefined ? [] : [traceOf(bundle)])];
      if (traces.some((trace) => occurrences(trace, type) >= count)) {
        try {
          process.kill(pid, signal);
          return true;
        } catch {
          // It has just ended by itself.
          return false;
        }
      }
      await sleep(everyMs, undefined, { signal: ended }).catch(() => undefined);
    }
    return false;
  };
}

function tracesBelow(out: string | undefined): readonly string[] {
  if (out === undefined) return [];
  return readdirSync(out, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => traceOf(join(out, entry.name)));
}

function traceOf(bundle: string): string {
  return join(bundle, "trace.ndjson");
}

function occurrences(trace: string, type: string): number {
  let text: string;
  try {
    text = readFileSync(trace, "utf8");
  } catch {
    return 0;
  }
  return text.split("\n").filter((line) => typeOf(line) === type).length;
}

function typeOf(line: string): unknown {
  try {
    return (JSON.parse(line) as { readonly type?: unknown }).type;
  } catch {
    return undefined;
  }
}
