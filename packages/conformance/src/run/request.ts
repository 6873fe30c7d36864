import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Case } from "../cases/case.ts";
import { materialise } from "../cases/materialise.ts";
import type { Request } from "../generated/types.ts";

/** The request of a case; its folder gets what the request speaks of: `bundle`, and for producers an empty `out`. */
export async function prepare(item: Case, folder: string, timeoutMs: number): Promise<Request> {
  const bundle = await materialise(item, folder);
  const out = join(folder, "out");
  if (item.role === "producer") await mkdir(out, { recursive: true });
  return {
    protocol: 1,
    caseId: item.id,
    role: item.role,
    ...item.request,
    ...(bundle !== undefined && { bundle }),
    ...(item.role === "producer" && { out }),
    timeoutMs,
  };
}
