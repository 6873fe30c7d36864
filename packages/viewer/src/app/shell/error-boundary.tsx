import { Component, type ReactNode } from "react";
import { Note } from "../ui/note.tsx";

interface Props {
  /** What broke, in a sentence: "This pane". */
  readonly what: string;
  readonly children: ReactNode;
}

/** Keeps a fault of one part from taking the page with it. */
export class ErrorBoundary extends Component<Props, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: undefined };

  static getDerivedStateFromError(error: unknown): { readonly error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <Note tone="error" title={`This ${this.props.what} cannot be shown`}>
        <p>That is a fault of the viewer, and says nothing about the run. The other parts go on.</p>
        <p className="soft">{error instanceof Error ? error.message : String(error)}</p>
        <p>
          <button type="button" onClick={() => this.setState({ error: undefined })}>
            Try again
          </button>
        </p>
      </Note>
    );
  }
}
