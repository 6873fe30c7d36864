/**
 * Agents that can be named without being configured: how each is started so that it speaks ACP on its standard streams,
 * as its makers, or those of its adapter, document it.
 */
export const knownAgents: ReadonlyMap<string, readonly string[]> = new Map([
  ["claude", ["npx", "-y", "@agentclientprotocol/claude-agent-acp"]],
  ["codex", ["npx", "-y", "@agentclientprotocol/codex-acp"]],
  ["copilot", ["copilot", "--acp", "--stdio"]],
  ["cursor", ["cursor-agent", "acp"]],
  ["droid", ["droid", "exec", "--output-format", "acp"]],
  ["gemini", ["gemini", "--acp"]],
  ["goose", ["goose", "acp"]],
  ["kimi", ["kimi", "acp"]],
  ["opencode", ["npx", "-y", "opencode-ai", "acp"]],
  ["pi", ["npx", "-y", "pi-acp"]],
  ["qwen", ["qwen", "--acp"]],
]);
