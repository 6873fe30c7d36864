import { useState } from "react";
import { useStore } from "../state/store.ts";
import "./copy-button.css";

/** Copies a text. It is asked for when the button is pressed. */
export function CopyButton({
  text,
  label,
}: {
  readonly text: () => string;
  readonly label: string;
}) {
  const store = useStore();
  const [done, setDone] = useState(false);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text());
      setDone(true);
      setTimeout(() => setDone(false), 1500);
      store.dispatch({ type: "announced", text: "Copied" });
    } catch {
      store.dispatch({ type: "announced", text: "The browser does not allow copying" });
    }
  };
  return (
    <button type="button" className="copy" onClick={() => void copy()} aria-label={label}>
      {done ? "Copied" : "Copy"}
    </button>
  );
}
