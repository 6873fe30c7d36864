import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Exchange } from "../adapter/exchange.ts";
import type { Case } from "../cases/case.ts";
import type { Request, RequestedAgent } from "../generated/types.ts";
import { producedBundle } from "./produced-bundle.ts";

/** The agent of the cases: a script for node that needs nothing beside it. build.mjs makes it. */
export const agentFile: string = fileURLToPath(
  new URL("../../dist/agent/scripted-agent.js", import.meta.url),
);

/**
 * Has a producer carry out a case: its first request, and the later steps with the bundle that it wrote, each in a
 * process of its own. Gives the last answer, or the first that is of no use.
 *
 * @param folder gets the working directory `work`, and `agent.json` with the script of the agent.
 */
export async function produce(
  item: Case,
  request: Request,
  folder: string,
  ask: (request: Request) => Promise<Exchange>,
): Promise<Exchange> {
  const first = { ...request, ...(await surroundings(item, folder)) };
  let last = await ask(first);
  for (const step of item.then ?? []) {
    if (last.type === "broken" || (last.type === "answer" && last.answer.bundle === undefined))
      break;
    const bundle = producedBundle(folder, last.type === "answer" ? last.answer : undefined);
    if (bundle === undefined) {
      return {
        type: "broken",
        reason: "no-answer",
        detail: "it left no bundle",
        stderr: last.stderr,
      };
    }
    const { interrupt: _, ...same } = first;
    const next = await ask({ ...same, ...step, bundle } as Request);
    // A process that was killed said nothing; what it left is still the case's bundle.
    last = next;
  }
  return last;
}

/** The working directory, and the agents. */
async function surroundings(
  { files = {}, agent, agents }: Case,
  folder: string,
): Promise<Pick<Request, "cwd" | "agent" | "agents">> {
  const cwd = join(folder, "work");
  await mkdir(cwd, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(cwd, path)), { recursive: true });
    await writeFile(join(cwd, path), text);
  }
  const scripts = Object.entries(agents ?? {});
  return {
    cwd,
    ...(agent !== undefined && { agent: await scripted(agent, folder, "agent") }),
    ...(scripts.length > 0 && {
      agents: Object.fromEntries(
        await Promise.all(
          scripts.map(async ([profile, script]) => [
            profile,
            await scripted(script, folder, `agent-${profile}`),
          ]),
        ),
      ) as NonNullable<Request["agents"]>,
    }),
  };
}

/** The command of an agent that does what a script says. */
async function scripted(script: object, folder: string, name: string): Promise<RequestedAgent> {
  if (!existsSync(agentFile)) throw new Error("The agent is not built: run `pnpm build` first");
  const file = join(folder, `${name}.json`);
  await writeFile(file, JSON.stringify(script));
  return { command: process.execPath, args: [agentFile, file] };
}
