import { createContext, useContext, useState, type ReactNode } from "react";
import { Disclosure } from "../../ui/disclosure.tsx";

/**
 * What was opened or closed by hand in a conversation, by a name that is unique in it. Things leave the window and come
 * again; their own state is gone then.
 */
export const OpenedContext = createContext<Map<string, boolean>>(new Map());

/** Whether something is open, and how to change that. */
export function useOpened(name: string, byDefault: boolean): [boolean, (open: boolean) => void] {
  const opened = useContext(OpenedContext);
  const [, setChanges] = useState(0);
  const change = (open: boolean): void => {
    opened.set(name, open);
    setChanges((changes) => changes + 1);
  };
  return [opened.get(name) ?? byDefault, change];
}

interface FoldProps {
  readonly name: string;
  readonly title: ReactNode;
  readonly open?: boolean;
  readonly children: ReactNode;
}

/** A disclosure that stays as somebody left it. */
export function Fold({ name, title, open = false, children }: FoldProps) {
  const [isOpen, setOpen] = useOpened(name, open);
  return (
    <Disclosure title={title} open={isOpen} onToggle={setOpen}>
      {children}
    </Disclosure>
  );
}
