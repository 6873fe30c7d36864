import { Component, memo, useMemo, useState, type ReactNode } from "react";
import ReactMarkdown, { type Components } from "react-markdown";
import remarkGfm from "remark-gfm";
import { TextBlock, visible } from "../../ui/text-block.tsx";
import { hasTooMuchMarkup } from "./markup.ts";

const charactersAtOnce = 12_000;

/** Where a link or an image would lead, as text: nothing is fetched, and nothing leads away from this page. */
function Target({ url }: { readonly url: string | undefined }) {
  return url === undefined || url === "" ? null : (
    <span className="soft conversation-url"> ({visible(url.slice(0, 300))})</span>
  );
}

/** Tables, lists of tasks, text that is struck out. */
const plugins = [remarkGfm];

const components: Components = {
  a: ({ href, children }) => (
    <span className="conversation-link">
      <span>{children}</span>
      {isShown(href, textOf(children)) ? null : <Target url={href} />}
    </span>
  ),
  // Ids of the bundle are none of the page's.
  li: ({ children }) => <li>{children}</li>,
  input: ({ checked }) => <span>{checked === true ? "☑" : "☐"}</span>,
  table: ({ children }) => (
    // oxlint-disable-next-line no-noninteractive-tabindex -- it scrolls, so that the keyboard has to reach it
    <div className="conversation-table" tabIndex={0} role="group" aria-label="Table">
      <table>{children}</table>
    </div>
  ),
  img: ({ src, alt }) => (
    <span>
      [image: {alt === undefined || alt === "" ? "without a title" : visible(alt)}]
      <Target url={typeof src === "string" ? src : undefined} />
    </span>
  ),
  h1: ({ children }) => <p className="conversation-heading">{children}</p>,
  h2: ({ children }) => <p className="conversation-heading">{children}</p>,
  h3: ({ children }) => <p className="conversation-heading">{children}</p>,
  h4: ({ children }) => <p className="conversation-heading">{children}</p>,
  h5: ({ children }) => <p className="conversation-heading">{children}</p>,
  h6: ({ children }) => <p className="conversation-heading">{children}</p>,
  pre: ({ children }) => (
    // oxlint-disable-next-line no-noninteractive-tabindex -- it scrolls, so that the keyboard has to reach it
    <pre tabIndex={0} role="group" aria-label="Code">
      {children}
    </pre>
  ),
};

/** A text as markdown. HTML in it stays text. */
export function Markdown({ text, isWhole }: { readonly text: string; readonly isWhole: boolean }) {
  const [shown, setShown] = useState(charactersAtOnce);
  const missing = text.length - shown;
  const part = missing > 0 ? text.slice(0, shown) : text;
  return (
    <div className="conversation-markdown">
      <Rendered text={part} />
      {!isWhole && <span className="conversation-caret" aria-hidden="true" />}
      {missing > 0 && (
        <p>
          <span className="soft">{missing.toLocaleString("en")} more characters.</span>{" "}
          <button type="button" onClick={() => setShown(shown + 5 * charactersAtOnce)}>
            Show more
          </button>
        </p>
      )}
    </div>
  );
}

const Rendered = memo(({ text }: { readonly text: string }) => {
  const safe = useMemo(() => visible(text), [text]);
  if (hasTooMuchMarkup(safe)) return <AsItStands text={text} />;
  return (
    <MarkdownBoundary text={text}>
      <ReactMarkdown components={components} remarkPlugins={plugins} urlTransform={(url) => url}>
        {safe}
      </ReactMarkdown>
    </MarkdownBoundary>
  );
});

function AsItStands({ text }: { readonly text: string }) {
  return (
    <>
      <p className="soft">Its markup is too much to be laid out; this is the text as it stands.</p>
      <TextBlock text={text} label="Text" max={charactersAtOnce} />
    </>
  );
}

interface BoundaryProps {
  readonly text: string;
  readonly children: ReactNode;
}

/** A text that breaks the markdown parser is shown as it stands. */
class MarkdownBoundary extends Component<BoundaryProps, { readonly isBroken: boolean }> {
  override state = { isBroken: false };

  static getDerivedStateFromError(): { readonly isBroken: boolean } {
    return { isBroken: true };
  }

  override render(): ReactNode {
    return this.state.isBroken ? <AsItStands text={this.props.text} /> : this.props.children;
  }
}

/** Whether the text of a link says where it would lead, or it leads to a place in the text itself. */
function isShown(url: string | undefined, text: string | undefined): boolean {
  if (url === undefined || url.startsWith("#")) return true;
  return text !== undefined && [text, `http://${text}`, `mailto:${text}`].includes(url);
}

function textOf(children: ReactNode): string | undefined {
  return typeof children === "string" ? children : undefined;
}
