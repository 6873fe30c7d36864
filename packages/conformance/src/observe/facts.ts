import { openBundle, type BundleSource } from "@flow-bundle/bundle";

/** What occurs in a bundle, as far as it tells which requirements the bundle exercises. */
export interface Facts {
  /** Types of events, `outcome:<outcome>` and `node:<node type>` of attempts, `status:<status>` of the manifest. */
  readonly has: ReadonlySet<string>;
}

/** Looks through a bundle. Of one that cannot be read, what could be is told. */
export async function factsOf(source: BundleSource): Promise<Facts> {
  const has = new Set<string>();
  try {
    const { manifest, version, trace } = await openBundle(source);
    has.add(`status:${manifest.status}`).add(`version:${version}`);
    if (manifest.sessions.length > 0) has.add("session");
    for await (const { event } of trace) {
      has.add(event.type);
      for (const key of Object.keys(event.payload)) has.add(`payload:${key}`);
      if (event.type === "node_outcome") has.add(`outcome:${event.payload.outcome}`);
      if (event.type === "node_started") has.add(`node:${event.payload.nodeType}`);
      if (event.type === "node_outcome" && event.payload.action !== undefined) {
        has.add(`action:${event.payload.action.actionType}`);
      }
    }
    if (trace.torn !== undefined) has.add("torn");
  } catch {
    has.add("unreadable");
  }
  return { has };
}
