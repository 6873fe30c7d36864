import { useMemo } from "react";
import "./playback-bar.css";
import {
  failingAttempts,
  finalState,
  isAtEnd,
  positionRow,
  positionTime,
  shownStatus,
  stateAtPosition,
} from "../state/selectors.ts";
import type { RunState } from "../state/state.ts";
import { useAppState, useRun, useSelection, useStore } from "../state/store.ts";
import { OutcomeBadge } from "../ui/badge.tsx";
import { Name } from "../ui/name.tsx";
import { formatDuration } from "../ui/time.ts";
import { Icon } from "./icons.tsx";
import { describePlace, jumpToEnd, moveToStop, pause, speedOf, step, togglePlay } from "./move.ts";
import { attemptNumberAt, speeds } from "./stops.ts";
import { usePlayer } from "./use-player.ts";

/** The bar below the panes: moves the replay, and tells its position apart from the outcome of the run. */
export function PlaybackBar() {
  usePlayer();
  const run = useRun();
  if (run.table.rowCount === 0) return null;
  return (
    <section className="playback" aria-label="Replay">
      <Buttons run={run} />
      <Scrubber run={run} />
      <Speed run={run} />
      <Position run={run} />
    </section>
  );
}

function Buttons({ run }: { readonly run: RunState }) {
  const store = useStore();
  const selection = useSelection();
  const playing = useAppState((state) => state.playback.playing);
  const atStart = positionRow(run, selection) < 0;
  const atEnd = isAtEnd(selection);
  const goFirst = (): void => {
    pause(store);
    moveToStop(store, 0);
  };
  return (
    <div className="playback-buttons">
      <button
        type="button"
        className="plain"
        aria-label="First"
        title="Before the first event (Home)"
        disabled={atStart}
        onClick={goFirst}
      >
        <Icon name="first" />
      </button>
      <button
        type="button"
        className="plain"
        aria-label="Previous"
        title="Previous attempt (←)"
        disabled={atStart}
        onClick={() => step(store, -1)}
      >
        <Icon name="previous" />
      </button>
      <button
        type="button"
        className="playback-play"
        aria-label={playing ? "Pause" : "Play"}
        title={`${playing ? "Pause" : "Play"} (Space)`}
        onClick={() => togglePlay(store)}
      >
        <Icon name={playing ? "pause" : "play"} />
      </button>
      <button
        type="button"
        className="plain"
        aria-label="Next"
        title="Next attempt (→)"
        disabled={atEnd}
        onClick={() => step(store, 1)}
      >
        <Icon name="next" />
      </button>
      <button
        type="button"
        className="plain"
        aria-label="Last"
        title="To the end (End)"
        disabled={atEnd}
        onClick={() => jumpToEnd(store)}
      >
        <Icon name="last" />
      </button>
    </div>
  );
}

/** Most marks for problems; further ones would lie on these. */
const markCount = 400;

function Scrubber({ run }: { readonly run: RunState }) {
  const store = useStore();
  const selection = useSelection();
  const { table, revision } = run;
  const last = Math.max(table.attempts.length, 1);
  const value = isAtEnd(selection) ? last : attemptNumberAt(table, positionRow(run, selection) + 1);
  const marks = useMemo(() => {
    const places = failingAttempts(run).map(({ index }) =>
      Math.round(((index + 1) / Math.max(table.attempts.length, 1)) * markCount),
    );
    return [...new Set(places)];
    // oxlint-disable-next-line exhaustive-deps -- the table grows in place, which the revision tells
  }, [table, revision]);
  return (
    <div className="playback-scrubber">
      <input
        type="range"
        aria-label="Position of the replay, by attempt"
        aria-valuetext={describePlace(run, selection.at)}
        min={0}
        max={last}
        value={value}
        onChange={({ target }) => moveToStop(store, Number(target.value))}
      />
      <div className="playback-marks" aria-hidden="true">
        {marks.map((place) => (
          <span key={place} style={{ left: `${(place / markCount) * 100}%` }} />
        ))}
      </div>
    </div>
  );
}

function Speed({ run }: { readonly run: RunState }) {
  const store = useStore();
  const { speed: chosen } = useAppState((state) => state.playback);
  const { revision } = run;
  const fitting = useMemo(() => speedOf(run, undefined), [run.table, revision]);
  return (
    <select
      className="playback-speed"
      aria-label="Speed"
      title="How many times as fast as the run was. Where nothing ran it does not wait."
      value={chosen ?? fitting}
      onChange={({ target }) =>
        store.dispatch({ type: "playback", playback: { speed: Number(target.value) } })
      }
    >
      {speeds.map((speed) => (
        <option key={speed} value={speed}>
          {speed} ×
        </option>
      ))}
    </select>
  );
}

function Position({ run }: { readonly run: RunState }) {
  const store = useStore();
  const selection = useSelection();
  const playback = useAppState((state) => state.playback);
  const { table, live } = run;
  const atEnd = isAtEnd(selection);
  const at = positionRow(run, selection) + 1;
  const attempt = table.attempts[attemptNumberAt(table, at) - 1];
  const then = stateAtPosition(run, selection);
  const final = finalState(run);
  const start = table.row(0)?.time ?? Number.NaN;
  const end = table.row(table.lastRow)?.time ?? Number.NaN;
  const time = Math.max(positionTime(run, selection, playback) ?? end, start);
  return (
    <div className="playback-position">
      {atEnd ? (
        <span className="soft">
          {live === "following" ? "Following the run as it goes" : "Showing the whole run"}
        </span>
      ) : (
        <>
          <span className="playback-then">
            <span className="playback-word">Replay</span>
            {then !== undefined && <OutcomeBadge outcome={then.status} />}
            <span>
              {describePlace(run, selection.at)}
              {attempt !== undefined && (
                <>
                  {" · "}
                  <Name text={attempt.attemptId} max={40} />
                </>
              )}
            </span>
            <span className="soft">
              line {at.toLocaleString("en")} of {table.rowCount.toLocaleString("en")} ·{" "}
              {formatDuration(time - start)} of {formatDuration(end - start)}
            </span>
          </span>
          <button type="button" onClick={() => jumpToEnd(store)}>
            {live === "following" ? "Jump to live" : "To the end"}
          </button>
        </>
      )}
      {final !== undefined && (
        <span className="playback-final">
          <span className="playback-word">{final.finished ? "The run ended" : "The run is"}</span>
          <OutcomeBadge outcome={shownStatus(run) ?? final.status} />
        </span>
      )}
    </div>
  );
}
