import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ProcessCommand, ProcessOwner } from "@flow-bundle/runtime/process";
import { exchange } from "../adapter/exchange.ts";
import type { Case } from "../cases/case.ts";
import { obstacle } from "../cases/materialise.ts";
import type { Check, CheckInput } from "../checks/check.ts";
import { checks } from "../checks/registry.ts";
import type { CheckResult, Request } from "../generated/types.ts";
import { produce } from "../produce/produce.ts";
import { interruption } from "./interrupt.ts";
import { prepare } from "./request.ts";

/** How the cases of a run are asked. */
export interface CaseOptions {
  readonly owner: ProcessOwner;
  readonly command: ProcessCommand;
  /** Capabilities that were declared. */
  readonly capabilities: ReadonlySet<string>;
  /** Versions of the format that were asked for; default: all. */
  readonly specVersions?: readonly string[];
  readonly timeoutMs: number;
}

/** An adapter that cannot be started at all. */
export class AdapterError extends Error {
  override readonly name = "AdapterError";
}

/** Asks an adapter for one case and checks its answer. */
export async function runCase(item: Case, options: CaseOptions): Promise<readonly CheckResult[]> {
  const because = obstacle(item);
  if (because !== undefined)
    return [{ ...head(item, "adapter"), status: "not-applicable", message: because }];
  const folder = await mkdtemp(join(tmpdir(), "bundle-conformance-"));
  try {
    const request = await prepare(item, folder, options.timeoutMs);
    const ask = (request: Request) => {
      const meanwhile = interruption(request);
      return exchange(options.owner, options.command, request, {
        timeoutMs: options.timeoutMs,
        ...(meanwhile !== undefined && { meanwhile }),
      });
    };
    const result =
      item.role === "producer" ? await produce(item, request, folder, ask) : await ask(request);
    if (result.type === "broken") {
      const { reason, detail, stderr } = result;
      if (reason === "not-started") throw new AdapterError(detail);
      const message = `${reason}: ${detail}`;
      return [
        {
          ...head(item, "adapter"),
          title: item.title,
          status: "broken",
          message,
          ...words(stderr),
        },
      ];
    }
    const answer = result.type === "answer" ? result.answer : undefined;
    return await judge(
      {
        item,
        answer,
        folder,
        ...(options.specVersions !== undefined && { specVersions: options.specVersions }),
      },
      options.capabilities,
      result.stderr,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Every check that says something about an answer. */
export async function judge(
  input: CheckInput,
  capabilities: ReadonlySet<string>,
  stderr = "",
): Promise<readonly CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of checks[input.item.role]) {
    const isMeant = check.capability === undefined || capabilities.has(check.capability);
    if (!isMeant || check.applies?.(input) === false) continue;
    results.push(await applyCheck(check, input, stderr));
  }
  return results;
}

async function applyCheck(check: Check, input: CheckInput, stderr: string): Promise<CheckResult> {
  const { item } = input;
  const start = head(item, check.id, check);
  const deviation = await check.run(input);
  if (deviation === undefined) return { ...start, status: "pass" };
  const { requirements = [], ...found } = deviation;
  return {
    ...start,
    requirements: [...new Set([...requirements, ...start.requirements])],
    title: item.title,
    status: "fail",
    ...found,
    ...words(stderr),
  };
}

function head(
  { id, requirements, capabilities }: Case,
  checkId: string,
  check?: Check,
): Pick<CheckResult, "caseId" | "checkId" | "requirements" | "capabilities"> {
  const own = check?.capability === undefined ? [] : [check.capability];
  return {
    caseId: id,
    checkId,
    requirements: [...new Set([...requirements, ...(check?.requirements ?? [])])],
    capabilities: [...capabilities, ...own],
  };
}

function words(stderr: string): { detail?: string } {
  const text = stderr.trimEnd();
  return text === "" ? {} : { detail: text };
}
