import { isObject } from "../../lib/files.ts";

/**
 * Where a document has keys of ours. `opaque` is somebody else's: ACP messages, values of users. `own` is ours
 * throughout, `each` a list, `byId` a map whose keys are ids. `object` lists what is not simply `own`: the value of a
 * key that is not listed is `own`, or, with `extras: "opaque"`, belongs to the user, key and all.
 */
export type Shape =
  | "opaque"
  | "own"
  | { readonly each: Shape }
  | { readonly byId: Shape }
  | { readonly object: Readonly<Record<string, Shape>>; readonly extras?: "own" | "opaque" };

const value: Shape = { object: { inline: "opaque" } };
const receipt: Shape = { object: { outputInline: "opaque" } };
const step: Shape = { object: { output: "opaque", trace: receipt } };
const steps: Shape = { each: step };
const live: Shape = { object: { sessionBindings: { byId: "own" } } };

/** Every document of a bundle, and what is derived from bundles, by the name of its schema. */
const shapes = {
  manifest: "own",
  flow: {
    object: {
      nodes: { byId: "own" },
      edges: {
        each: {
          object: {
            from: "own",
            to: "own",
            switch: { object: { on: "own", cases: "opaque" }, extras: "opaque" },
          },
          extras: "opaque",
        },
      },
      permissions: {
        object: { requiredMode: "own", requireExplicitGrant: "own", reason: "own" },
        extras: "opaque",
      },
    },
  },
  "trace-event": { object: { payload: receipt } },
  "artifact-reference": "own",
  "conversation-range": "own",
  "action-receipt": "own",
  "run-projection": {
    object: {
      input: "opaque",
      outputs: "opaque",
      results: { byId: { object: { output: "opaque" } } },
      steps,
      sessionBindings: { byId: "own" },
    },
  },
  "live-projection": live,
  "steps-projection": steps,
  step,
  "session-binding": "own",
  "session-event": { object: { message: "opaque" } },
  "session-record": "opaque",
  seal: "own",
  "view-model": { object: { input: value, attempts: { each: { object: { output: value } } } } },
  report: {
    object: {
      bundles: {
        each: {
          object: { findings: { each: { object: { expected: "opaque", actual: "opaque" } } } },
        },
      },
    },
  },
} satisfies Record<string, Shape>;

/** A document that has a shape. */
export type DocumentName = keyof typeof shapes;

/** Event types of other producers carry their own payload. */
const foreignEvent: Shape = { object: { payload: "opaque" } };

/** The shape of a document, or undefined for a name that is none of ours. */
export function shapeOf(name: string, document: unknown): Shape | undefined {
  if (name === "trace-event" || name === "trace-event-envelope") {
    const type = isObject(document) ? document["type"] : undefined;
    return typeof type === "string" && type.startsWith("x_") ? foreignEvent : shapes["trace-event"];
  }
  return Object.hasOwn(shapes, name) ? shapes[name as DocumentName] : undefined;
}

/** Calls `found` with each key of ours in a document, and the JSON Pointer of its value. */
export function walkOwnKeys(
  document: unknown,
  shape: Shape,
  found: (key: string, pointer: string) => void,
  pointer = "",
): void {
  if (shape === "opaque") return;
  if (Array.isArray(document)) {
    const item = shape === "own" ? "own" : "each" in shape ? shape.each : "opaque";
    document.forEach((entry, index) => walkOwnKeys(entry, item, found, `${pointer}/${index}`));
    return;
  }
  if (!isObject(document)) return;
  for (const [key, entry] of Object.entries(document)) {
    const inner = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    if (shape === "own") {
      found(key, inner);
      walkOwnKeys(entry, "own", found, inner);
    } else if ("byId" in shape) {
      walkOwnKeys(entry, shape.byId, found, inner);
    } else if ("object" in shape) {
      const listed = Object.hasOwn(shape.object, key);
      if (!listed && shape.extras === "opaque") continue;
      found(key, inner);
      walkOwnKeys(entry, (listed ? shape.object[key] : "own") ?? "own", found, inner);
    }
  }
}
