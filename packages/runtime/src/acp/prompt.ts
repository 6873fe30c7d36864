import type { ContentBlock } from "@agentclientprotocol/sdk";

const maxStatus = 120;
const required: Readonly<Record<string, readonly string[]>> = {
  text: ["text"],
  image: ["data", "mimeType"],
  audio: ["data", "mimeType"],
  resource_link: ["name", "uri"],
  resource: [],
};

/**
 * What the prompt function of a node gave, as content blocks; a string is one text block.
 *
 * @throws {Error} that names the block and what is wrong with it.
 */
export function promptBlocks(prompt: unknown): ContentBlock[] {
  if (typeof prompt === "string") return [{ type: "text", text: prompt }];
  if (!Array.isArray(prompt)) {
    throw new TypeError(
      `A prompt is a string or a list of content blocks, but the node's function gave ${kindOf(prompt)}`,
    );
  }
  // A copy: the function may keep the list and change it.
  const blocks = JSON.parse(JSON.stringify(prompt)) as unknown[];
  return blocks.map((block, index) => {
    const problem = problemOf(block);
    if (problem !== undefined)
      throw new TypeError(`Content block ${index} of the prompt ${problem}`);
    return block as ContentBlock;
  });
}

/** The prompt as people read it; spec/text/sessions.md#prompt-and-response-texts. */
export function displayText(blocks: readonly ContentBlock[]): string {
  return blocks.map(displayBlock).join("\n\n");
}

/** What a heartbeat says about a prompt. */
export function promptStatus(text: string): string {
  const line = text.split("\n").find((candidate) => candidate.trim() !== "");
  if (line === undefined) return "ACP: (empty prompt)";
  const chars = Array.from(line.trim());
  const cut =
    chars.length > maxStatus ? `${chars.slice(0, maxStatus - 1).join("")}…` : chars.join("");
  return `ACP: ${cut}`;
}

function displayBlock(block: ContentBlock): string {
  switch (block.type) {
    case "text":
      return block.text;
    case "image":
      return `[image: ${block.mimeType}]`;
    case "audio":
      return `[audio: ${block.mimeType}]`;
    case "resource_link":
      return `[link: ${block.title ?? block.name} (${block.uri})]`;
    case "resource":
      return `[resource: ${block.resource.uri}]`;
    default:
      return "[unknown content]";
  }
}

function problemOf(block: unknown): string | undefined {
  if (typeof block !== "object" || block === null || Array.isArray(block)) {
    return `is ${kindOf(block)}, not an object`;
  }
  const type = "type" in block ? block.type : undefined;
  const members =
    typeof type === "string" && Object.hasOwn(required, type) ? required[type] : undefined;
  if (members === undefined) {
    return `has the type ${JSON.stringify(type) ?? "undefined"}; expected ${Object.keys(required).join(", ")}`;
  }
  const missing = members.find(
    (name) => typeof (block as Record<string, unknown>)[name] !== "string",
  );
  if (missing !== undefined) return `has no text ${JSON.stringify(missing)}`;
  if (type !== "resource") return undefined;
  const resource: unknown = "resource" in block ? block.resource : undefined;
  if (typeof resource !== "object" || resource === null) return 'has no object "resource"';
  const { uri, text, blob } = resource as Record<string, unknown>;
  if (typeof uri !== "string") return 'has no text "uri" in its resource';
  return typeof text === "string" || typeof blob === "string"
    ? undefined
    : 'has neither "text" nor "blob" in its resource';
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  const type = typeof value;
  return type === "undefined" ? "nothing" : `${type === "object" ? "an" : "a"} ${type}`;
}
