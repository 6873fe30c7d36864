import { useAppState, useStore } from "../state/store.ts";
import "./opening-bar.css";

/** What becomes of what was picked or dropped, whatever is being looked at meanwhile. */
export function OpeningBar() {
  const store = useStore();
  const failure = useAppState(({ runs }) => runs.failure);
  const reading = useAppState(({ runs }) => runs.reading);
  if (failure === undefined && reading === undefined) return null;
  return (
    <div className="opening-bar" data-failed={failure !== undefined}>
      {failure === undefined ? (
        <>
          <progress aria-label="Opening" />
          <span role="status">{reading} …</span>
        </>
      ) : (
        <>
          <span role="alert">{failure}</span>
          <button
            type="button"
            onClick={() => store.dispatch({ type: "runs/failed", message: undefined })}
          >
            Dismiss
          </button>
        </>
      )}
    </div>
  );
}
