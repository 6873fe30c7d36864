import { attempts } from "./producers/attempts.ts";
import { bundles } from "./producers/bundles.ts";
import { runs } from "./producers/runs.ts";
import { sessions } from "./producers/sessions.ts";
import type { Saboteur } from "./saboteur.ts";

/** Producers that are wrong. */
export const producers: readonly Saboteur[] = [...bundles, ...runs, ...attempts, ...sessions].map(
  (wrong) => ({ ...wrong, role: "producer" }),
);
