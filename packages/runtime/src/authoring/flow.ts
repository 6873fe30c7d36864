import { checkParts } from "../definition/check.ts";
import type { FlowDefinition } from "./types.ts";

/**
 * Checks the parts of a flow and gives it back as it is. That edges name nodes of the flow is checked when it is run,
 * so a flow can be completed later.
 *
 * @throws {FlowError} `definition`, naming every mistake with its place.
 */
export function defineFlow<TFlow extends FlowDefinition>(definition: TFlow): TFlow {
  checkParts(definition);
  return definition;
}
