import { readBytes, readText, type Lookup } from "@flow-bundle/bundle";
import type { AttemptView } from "@flow-bundle/schema";
import { useEffect, useState } from "react";
import { positionRow } from "./selectors.ts";
import { useRun, useSelection } from "./store.ts";

/** Something that is being fetched. */
export type Loaded<T> =
  | { readonly phase: "loading" }
  | { readonly phase: "done"; readonly value: T };

const loading = { phase: "loading" } as const;

/** What an asynchronous function gives, again whenever a key changes. While the next one comes the last one stays. */
export function useLoaded<T>(load: () => Promise<T>, keys: readonly unknown[]): Loaded<T> {
  const [state, setState] = useState<Loaded<T>>(loading);
  useEffect(() => {
    let isCurrent = true;
    void load().then((value) => {
      if (isCurrent) setState({ phase: "done", value });
      return undefined;
    });
    return () => {
      isCurrent = false;
    };
    // oxlint-disable-next-line exhaustive-deps
  }, keys);
  return state;
}

/** The bytes of a file of the open run. Files over `maxBytes` are a failed lookup with code `too-large`. */
export function useFileBytes(
  path: string | undefined,
  maxBytes: number,
): Loaded<Lookup<Uint8Array> | undefined> {
  const { id, source, fileVersions } = useRun();
  const version = fileVersions.get(path ?? "");
  return useLoaded(
    async () => (path === undefined ? undefined : readBytes(source, path, { maxBytes })),
    [id, path, maxBytes, version],
  );
}

/** As {@link useFileBytes}, as text. */
export function useFileText(
  path: string | undefined,
  maxBytes: number,
): Loaded<Lookup<string> | undefined> {
  const { id, source, fileVersions } = useRun();
  const version = fileVersions.get(path ?? "");
  return useLoaded(
    async () => (path === undefined ? undefined : readText(source, path, { maxBytes })),
    [id, path, maxBytes, version],
  );
}

/**
 * An attempt with its receipts as they were at the position of the replay; undefined when it was not started by then.
 */
export function useAttemptView(attemptId: string | undefined): Loaded<AttemptView | undefined> {
  const run = useRun();
  const { client, id } = run;
  const row = positionRow(run, useSelection());
  return useLoaded(
    async () => (attemptId === undefined ? undefined : client?.attempt(attemptId, row)),
    [id, client, attemptId, row],
  );
}
