import { useEffect, useRef } from "react";
import "./app.css";
import { RunsPane } from "../panes/runs/runs-pane.tsx";
import type { Controller } from "../state/controller.ts";
import { useAppState } from "../state/store.ts";
import { AboutDialog } from "./about-dialog.tsx";
import { DropZone } from "./drop-zone.tsx";
import { ErrorBoundary } from "./error-boundary.tsx";
import { Header } from "./header.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { OpeningBar } from "./opening-bar.tsx";
import { RunView } from "./run-view.tsx";
import { useKeys } from "./use-keys.ts";

/** The whole page. */
export function App({ controller }: { readonly controller: Controller }) {
  useKeys();
  useTheme();
  const run = useAppState((state) => state.primary);
  const wanted = useAppState(({ selection }) => selection.run ?? selection.url);
  const help = useAppState((state) => state.help);
  const about = useAppState((state) => state.about);
  const announcement = useAppState((state) => state.announcement);
  useTitle(run?.manifest?.runTitle ?? run?.manifest?.flowName ?? run?.name);
  const main = useRef<HTMLElement>(null);
  return (
    <DropZone controller={controller}>
      <div>
        <Header />
        <OpeningBar />
      </div>
      <main ref={main}>
        <ErrorBoundary key={wanted ?? ""} what="page">
          {wanted === undefined ? <RunsPane controller={controller} /> : <RunView />}
        </ErrorBoundary>
      </main>
      <p className="visually-hidden" role="status">
        {announcement}
      </p>
      {help && <HelpDialog />}
      {about && run !== null && <AboutDialog run={run} />}
    </DropZone>
  );
}

function useTheme(): void {
  const theme = useAppState(({ settings }) => settings.theme);
  useEffect(() => {
    if (theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = theme;
  }, [theme]);
}

function useTitle(name: string | undefined): void {
  useEffect(() => {
    document.title = name === undefined ? "Flow runs" : `${name} – flow run`;
  }, [name]);
}
