import { decodeError, decodePermissionAnswer } from "./answers.ts";
import type { ItemFold } from "./item-fold.ts";
import type { Answer, ConversationItem } from "./item.ts";
import { updatedToolCall } from "./tool-call.ts";
import { listAt, member, objectAt, textAt, type Json } from "./values.ts";

/** A request and its answer. */
export class RequestFold implements ItemFold {
  readonly needs = "all";
  readonly #kind: "permission" | "elicitation" | "file" | "call";
  #method = "";
  #params: Json = {};
  readonly #outbound: boolean;
  #answer: Answer;

  constructor(kind: "permission" | "elicitation" | "file" | "call", outbound: boolean) {
    this.#kind = kind;
    this.#outbound = outbound;
  }

  apply(message: unknown): void {
    const method = textAt(message, "method");
    if (method === undefined) this.#answer = answerOf(message);
    else {
      this.#method = method;
      this.#params = objectAt(message, "params");
    }
  }

  item(): ConversationItem {
    const params = this.#params;
    const answer = this.#answer;
    const result = answer?.result;
    switch (this.#kind) {
      case "permission": {
        const call = objectAt(params, "toolCall");
        return {
          kind: "permission",
          call: updatedToolCall(textAt(call, "toolCallId") ?? "", undefined, call),
          options: listAt(params, "options").map((option) => ({
            id: textAt(option, "optionId"),
            name: textAt(option, "name"),
            optionKind: textAt(option, "kind"),
          })),
          answer,
          ...decodePermissionAnswer(result),
        };
      }
      case "elicitation":
        return {
          kind: "elicitation",
          message: textAt(params, "message"),
          mode: textAt(params, "mode"),
          url: textAt(params, "url"),
          schema: member(params, "requestedSchema"),
          answer,
          action: textAt(result, "action"),
          content: member(result, "content"),
        };
      case "file": {
        const isWrite = this.#method === "fs/write_text_file";
        const text = textAt(isWrite ? params : result, "content");
        return { kind: "file", isWrite, path: textAt(params, "path"), text, answer };
      }
      case "call":
        return { kind: "call", method: this.#method, outbound: this.#outbound, params, answer };
    }
  }
}

/** The answer that a message is. */
export function answerOf(message: unknown): NonNullable<Answer> {
  const error = decodeError(member(message, "error"));
  return error === undefined ? { result: member(message, "result") } : { error };
}
