import { buffer } from "node:stream/consumers";
import type { Answer, Request } from "../generated/types.ts";

/** The whole of an adapter: reads the request, asks, and writes the answer. */
export async function serve(answer: (request: Request) => Promise<Answer>): Promise<void> {
  const request = JSON.parse((await buffer(process.stdin)).toString()) as Request;
  process.stdout.write(`${JSON.stringify(await answer(request))}\n`);
}
