import { TextBlock } from "../../ui/text-block.tsx";
import { count, formatBytes } from "../../ui/time.ts";
import { useOpened } from "./opened.tsx";
import { beginningOf } from "./beginning.ts";

/** Characters that are shown at once when all is asked for. */
const mostAtOnce = 100_000;

interface Props {
  /** Unique in the conversation. */
  readonly name: string;
  readonly text: string;
  readonly label: string;
}

/** A text that may be long, such as the output of a tool: its beginning, and how much there is besides. */
export function LongText({ name, text, label }: Props) {
  const [isOpen, setOpen] = useOpened(name, false);
  const beginning = beginningOf(text);
  if (beginning === undefined) return <TextBlock text={text} label={label} />;
  const { shown, hiddenLines, hiddenCharacters } = beginning;
  return (
    <div className="conversation-long">
      <TextBlock key={String(isOpen)} text={isOpen ? text : shown} label={label} max={mostAtOnce} />
      <button
        type="button"
        className="conversation-more"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen
          ? "Show less"
          : `Show all: ${hiddenLines > 0 ? count(hiddenLines, "more line") : "the rest of the line"}, ${formatBytes(hiddenCharacters)}`}
      </button>
    </div>
  );
}
