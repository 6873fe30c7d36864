import { useState, type ReactNode } from "react";
import "./disclosure.css";

interface Props {
  readonly title: ReactNode;
  readonly open?: boolean;
  readonly onToggle?: (open: boolean) => void;
  readonly children: ReactNode;
}

/** Something that is opened by its title. What is closed is not rendered. */
export function Disclosure({ title, open = false, onToggle, children }: Props) {
  const [isOpen, setOpen] = useState(open);
  const toggle = (): void => {
    setOpen(!isOpen);
    onToggle?.(!isOpen);
  };
  return (
    <div className="disclosure">
      <button type="button" className="disclosure-title" aria-expanded={isOpen} onClick={toggle}>
        <span aria-hidden="true" className="soft">
          {isOpen ? "▾" : "▸"}
        </span>{" "}
        {title}
      </button>
      {isOpen && <div className="disclosure-body">{children}</div>}
    </div>
  );
}
