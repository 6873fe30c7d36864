import type { ViewValue } from "@flow-bundle/schema";
import { TextBlock } from "../../ui/text-block.tsx";
import { ArtifactText } from "./artifact-text.tsx";

/** A value of the view-model: itself, or the artifact that holds it. */
export function OutputValue({
  value,
  label = "Output",
}: {
  readonly value: ViewValue;
  readonly label?: string;
}) {
  if ("artifact" in value && value.artifact !== undefined) {
    return <ArtifactText reference={value.artifact} label={label} />;
  }
  const { inline } = value as { readonly inline?: unknown };
  const text = typeof inline === "string" ? inline : JSON.stringify(inline, undefined, 2);
  return <TextBlock text={text ?? "null"} label={label} />;
}
