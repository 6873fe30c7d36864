import type { ProcessOwner } from "./owned-process.ts";

const owners = new Set<ProcessOwner>();

function killAll(): void {
  for (const owner of owners) owner.killAll();
}

/** Kills what an owner has started when this process ends by itself, also because of an error. The result calls it off. */
export function killOnExit(owner: ProcessOwner): () => void {
  if (owners.size === 0) process.on("exit", killAll);
  owners.add(owner);
  return () => {
    owners.delete(owner);
    if (owners.size === 0) process.off("exit", killAll);
  };
}
