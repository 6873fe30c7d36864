import type { AttemptView } from "@flow-bundle/schema";
import { Name } from "../../ui/name.tsx";
import { Fact, Section } from "../../ui/section.tsx";
import { TextBlock } from "../../ui/text-block.tsx";
import { formatDuration } from "../../ui/time.ts";

type Action = NonNullable<AttemptView["action"]>;

/** What an action did: of a command its words, where it ran and how it ended. */
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
  return (
    <Section title="Command">
      <TextBlock text={words} label="Command" />
      <dl className="facts">
        {cwd !== undefined && (
          <Fact term="Folder">
            <Name text={cwd} />
          </Fact>
        )}
        {(ended || exitCode !== undefined) && (
          <Fact term="Exit code">
            {exitCode ?? (signal ? `none (signal ${signal.slice(0, 20)})` : "none")}
          </Fact>
        )}
        {durationMs !== undefined && <Fact term="Took">{formatDuration(durationMs)}</Fact>}
      </dl>
    </Section>
  );
}

function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
