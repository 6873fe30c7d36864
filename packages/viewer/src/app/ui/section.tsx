import type { ReactNode } from "react";
import "./section.css";

/** A part of a pane with a heading. */
export function Section({
  title,
  tools,
  children,
}: {
  readonly title: string;
  /** What can be done with it: small buttons beside the heading. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="section">
      <div className="section-head">
        <h3>{title}</h3>
        {tools}
      </div>
      {children}
    </section>
  );
}

/** One row of a list of facts. */
export function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
