import type { TerminalItem } from "@flow-bundle/bundle/session";
import { Name } from "../../ui/name.tsx";
import { LongText } from "./long-text.tsx";

interface Props {
  readonly name: string;
  readonly terminal: TerminalItem;
}

/** A command that the agent ran through the client. */
export function Terminal({ name, terminal }: Props) {
  const { command, args, output, isTruncated, exitCode, signal, ended, error } = terminal;
  const words = [command, ...args.map(quoted)].join(" ");
  const text = output === undefined || output === "" ? `$ ${words}` : `$ ${words}\n${output}`;
  const hasEnd = error !== undefined || exitCode !== undefined || signal !== undefined;
  const notes = [
    !hasEnd && (ended ?? "no end is told"),
    isTruncated && "the agent was given only the end of the output",
    output === undefined && error === undefined && "no output was asked for",
    output === "" && "no output",
  ].filter((note) => note !== false);
  return (
    <div className="conversation-terminal" data-failed={isFailure(terminal) ? "" : undefined}>
      <LongText name={name} text={text} label="Terminal" />
      <p className="conversation-facts">
        <span className="conversation-exit">
          {error !== undefined && (
            <>
              It could not be started: <Name text={error.message} max={500} />
            </>
          )}
          {exitCode !== undefined && `exit code ${exitCode}`}
          {signal !== undefined && (
            <>
              {exitCode !== undefined && ", "}signal <Name text={signal} max={20} />
            </>
          )}
        </span>
        {notes.map((note, i) => (
          <span key={note}>
            {(i > 0 || hasEnd) && " · "}
            {note}
          </span>
        ))}
      </p>
    </div>
  );
}

function isFailure({ exitCode, error, signal }: TerminalItem): boolean {
  return error !== undefined || signal !== undefined || (exitCode ?? 0) !== 0;
}

/** An argument as it is typed in a shell, so that its end can be told. */
function quoted(arg: string): string {
  return /^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", String.raw`'\''`)}'`;
}
