export {
  decodeAgentAnswer,
  decodeError,
  decodePermissionAnswer,
  decodePromptAnswer,
  decodeSessionAnswer,
} from "./answers.ts";
export type {
  AgentAnswer,
  AnswerError,
  PermissionAnswer,
  PromptAnswer,
  SessionAnswer,
} from "./answers.ts";
export { decodeContentBlock } from "./content-block.ts";
export type { ContentBlock } from "./content-block.ts";
export type { ConversationEntry, EntryKind } from "./entry.ts";
export { createItemFold } from "./item-fold.ts";
export type { ItemFold } from "./item-fold.ts";
export type {
  Answer,
  CallItem,
  CompactionItem,
  ConversationItem,
  ElicitationItem,
  EndItem,
  FileItem,
  MessageItem,
  NoticeItem,
  NotificationItem,
  OtherItem,
  PermissionItem,
  PermissionOption,
  PlanItem,
  PromptItem,
  ReplayItem,
  StateItem,
  TerminalItem,
  ToolItem,
} from "./item.ts";
export { ConversationOutline } from "./outline.ts";
export { isPrompt, SessionProtocol } from "./protocol.ts";
export type { SessionMessage, SessionRequest } from "./protocol.ts";
export { messageName, messageWords } from "./summary.ts";
export { updatedToolCall } from "./tool-call.ts";
export type { ToolCall, ToolContent, ToolLocation } from "./tool-call.ts";
export { decodeUpdate, knownUpdates } from "./update.ts";
export type {
  AgentCommand,
  PlanEntry,
  Role,
  SessionCost,
  SessionUpdate,
  UpdateContent,
} from "./update.ts";
export type { Json } from "./values.ts";
