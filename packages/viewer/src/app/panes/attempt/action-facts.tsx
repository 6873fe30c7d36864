import type { AttemptView } from "@flow-bundle/schema";
import { Name } from "../../ui/name.tsx";
import { Fact, Section } from "../../ui/section.tsx";
import { TextBlock } from "../../ui/text-block.tsx";
import { formatDuration } from "../../ui/time.ts";

type Action = NonNullable<AttemptView["action"]>;

/** What an action did: of a command how it ended, its words, and where it ran. */
export function ActionFacts({
  action,
  ended,
}: {
  readonly action: Action;
  readonly ended: boolean;
}) {
  if (action.actionType !== "shell") return null;
  const { command, args, cwd, exitCode, signal, durationMs } = action as Partial<typeof action>;
  const words = [command ?? "", ...(args ?? [])].map(quote).join(" ");
  const wentWell = exitCode === 0;
  return (
    <Section title="Command">
      <TextBlock text={words} label="Command" />
      <dl className="facts">
        {(ended || exitCode !== undefined) && (
          <Fact term="Exit code">
            <strong className="attempt-exit" data-outcome={wentWell ? "ok" : "failed"}>
              {exitCode ?? (signal ? "none" : "none was noted")}
            </strong>
            {signal && (
              <>
                {", ended by signal "}
                <Name text={signal} max={20} />
              </>
            )}
          </Fact>
        )}
        {cwd !== undefined && (
          <Fact term="Folder">
            <Name text={cwd} />
          </Fact>
        )}
        {durationMs !== undefined && <Fact term="Command took">{formatDuration(durationMs)}</Fact>}
      </dl>
    </Section>
  );
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
