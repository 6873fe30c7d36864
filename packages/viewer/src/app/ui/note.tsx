import type { ReactNode } from "react";
import "./note.css";

interface NoteProps {
  /** `info` for what is so, `warning` for what is missing or cut, `error` for what is broken. */
  readonly tone?: "info" | "warning" | "error";
  readonly title?: string;
  readonly children?: ReactNode;
}

/** A remark inside a pane. */
export function Note({ tone = "info", title, children }: NoteProps) {
  return (
    <div className="note" data-tone={tone} role={tone === "error" ? "alert" : undefined}>
      {title !== undefined && <strong>{title}</strong>}
      {children}
    </div>
  );
}

/** What a pane shows when there is nothing: why, and what would be here. */
export function Empty({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children !== undefined && <div className="soft">{children}</div>}
    </div>
  );
}

/** What a pane shows while it waits. It appears late, so that quick answers do not flicker. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <p className="loading soft" role="status">
      Reading {what} …
    </p>
  );
}
