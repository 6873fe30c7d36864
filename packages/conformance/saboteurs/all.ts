import { producers } from "./producers.ts";
import { readers } from "./readers.ts";
import type { Saboteur } from "./saboteur.ts";
import { validators } from "./validators.ts";

/** Every implementation that is wrong on purpose. */
export const saboteurs: readonly Saboteur[] = [...readers, ...validators, ...producers];

/** `reader/loses-attempts`. */
export function idOf({ role, name }: Saboteur): string {
  return `${role}/${name}`;
}
