import { decodeAgentAnswer, type CallItem, type FileItem } from "@flow-bundle/bundle/session";
import { JsonTree } from "../../ui/json-tree.tsx";
import { Name } from "../../ui/name.tsx";
import { TextBlock } from "../../ui/text-block.tsx";
import { count } from "../../ui/time.ts";
import { LongText } from "./long-text.tsx";
import { Fold } from "./opened.tsx";

/** A file that the agent read or wrote through the client. */
export function FileAccess({ name, item }: { readonly name: string; readonly item: FileItem }) {
  const { isWrite, path, text, answer } = item;
  const error = answer?.error;
  const size =
    error !== undefined
      ? "failed"
      : answer === undefined
        ? "no answer yet"
        : text === undefined
          ? ""
          : count(text.length, "character");
  const title = (
    <>
      {isWrite ? "Wrote " : "Read "}
      <code>
        <Name text={path ?? "?"} max={300} />
      </code>{" "}
      <span className="soft">{size}</span>
    </>
  );
  return (
    <Fold name={name} title={title} open={error !== undefined}>
      {error !== undefined && <TextBlock text={error.message} label="Error" />}
      {text !== undefined && (
        <LongText name={`${name} text`} text={text} label="Text of the file" />
      )}
      {text === undefined && error === undefined && <p className="soft">No text is told.</p>}
    </Fold>
  );
}

/** A request of which nothing else is known. */
export function Call({ name, item }: { readonly name: string; readonly item: CallItem }) {
  const { method, params, answer } = item;
  const error = answer?.error;
  const agent = method === "initialize" ? decodeAgentAnswer(answer?.result) : undefined;
  const title = (
    <span className="soft">
      <code>
        <Name text={method} max={80} />
      </code>{" "}
      {agent?.name !== undefined && <Name text={`${agent.name} ${agent.version ?? ""}`} max={80} />}
      {answer === undefined && "no answer"}
      {error !== undefined && (
        <>
          failed: <Name text={error.message} max={200} />
        </>
      )}
    </span>
  );
  return (
    <Fold name={name} title={title}>
      <JsonTree value={params} label="Parameters" open={2} />
      {answer === undefined ? (
        <p className="soft">No answer</p>
      ) : (
        <JsonTree value={error ?? answer.result} label="Answer" open={2} />
      )}
    </Fold>
  );
}
