import { useRun, useStore } from "../state/store.ts";
import "./bundle-problems.css";
import { problemsOf } from "./problems-of.ts";
import { count } from "../ui/time.ts";

/** What is wrong with the bundle as such, above all panes. */
export function BundleProblems() {
  const store = useStore();
  const run = useRun();
  const problems = problemsOf(run);
  const [first] = problems;
  if (first === undefined) return null;
  const isOnlyTorn = problems.length === 1 && first.kind === "torn";
  return (
    <details className="bundle-problems" data-tone={isOnlyTorn ? "info" : "warning"} open>
      <summary>
        <strong>
          {isOnlyTorn
            ? "The trace does not end with a whole line"
            : "Not everything in this bundle can be shown"}
        </strong>{" "}
        {problems.length > 1 && <span className="soft">{count(problems.length, "problem")}</span>}
      </summary>
      <ul>
        {problems.map(({ text, lines = [] }) => (
          <li key={text}>
            {text}{" "}
            {lines.map((line) => (
              <button
                key={line}
                type="button"
                className="link"
                onClick={() => store.select({ tab: "events", log: "trace", event: line })}
              >
                line {line.toLocaleString("en")}
              </button>
            ))}
          </li>
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
