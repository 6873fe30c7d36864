import { useRun, useStore } from "../state/store.ts";
import { count } from "../ui/time.ts";
import "./bundle-problems.css";

/** What is wrong with the bundle as such, above all panes. */
export function BundleProblems() {
  const store = useStore();
  const { problems, end, table } = useRun();
  const messages = problems.map(({ file, message }) => `${file}: ${message}.`);
  if (end?.failure !== undefined && !problems.some(({ file }) => file === "trace.ndjson")) {
    messages.push(`trace.ndjson: ${end.failure}.`);
  }
  if (table.problemCount > 0) {
    const lines = table.problemRows.slice(0, 5).map((row) => row + 1);
    const more = table.problemCount > lines.length ? ", …" : "";
    messages.push(
      `trace.ndjson: ${table.problemCount} of ${table.rowCount} lines cannot be used and are left out (line ${lines.join(", ")}${more}).`,
    );
  }
  const torn = end?.torn;
  if (torn !== undefined) {
    messages.push(
      `trace.ndjson: The last line is half written (${torn.bytes} bytes). It is left out until the rest comes.`,
    );
  }
  if (messages.length === 0) return null;
  const isOnlyTorn = messages.length === 1 && torn !== undefined;
  return (
    <details className="bundle-problems" data-tone={isOnlyTorn ? "info" : "warning"} open>
      <summary>
        <strong>
          {isOnlyTorn
            ? "The end of the trace is still being written, or was never finished"
            : "Not everything in this bundle can be shown"}
        </strong>{" "}
        {messages.length > 1 && <span className="soft">{count(messages.length, "problem")}</span>}
      </summary>
      <ul>
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
      {!isOnlyTorn && (
        <button type="button" onClick={() => store.select({ tab: "trust" })}>
          Check the whole bundle
        </button>
      )}
    </details>
  );
}
