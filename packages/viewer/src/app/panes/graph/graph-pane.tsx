import { useMemo, useState } from "react";
import { useRun, useStore, useAppState } from "../../state/store.ts";
import { Choice } from "../../ui/choice.tsx";
import { Empty, Loading, Note } from "../../ui/note.tsx";
import { useLoaded } from "../../state/use-file.ts";
import { Canvas } from "./canvas.tsx";
import { layeredLayout, warmUp } from "./elk-layout.ts";
import { buildGraph } from "./flow-model.ts";
import { NodeList } from "./node-list.tsx";
import "./graph-pane.css";

warmUp();

/** More nodes than this are a list unless somebody asks for the graph. */
const manyNodes = 1500;

const forms = [
  { value: "drawing", title: "Drawing" },
  { value: "list", title: "List" },
] as const;

/** The definition of the flow, with the run over it. */
export function GraphPane() {
  const { flow, table } = useRun();
  const store = useStore();
  const follow = useAppState(({ settings }) => settings.follow);
  const [asList, setAsList] = useState<boolean>();
  const unknown = useUnknownNodes();
  const model = useMemo(
    () => (flow === undefined ? undefined : buildGraph(flow, JSON.parse(unknown) as string[])),
    [flow, unknown],
  );
  const isLarge = (model?.nodes.length ?? 0) > manyNodes;
  const showList = asList ?? isLarge;
  const loaded = useLoaded(
    async () => (model === undefined || showList ? undefined : layeredLayout(model)),
    [model, showList],
  );
  if (model === undefined) {
    return (
      <Empty title="There is no definition of the flow">
        flow.json cannot be read.
        {table.attempts.length > 0 && " The attempts are there all the same."}
      </Empty>
    );
  }
  if (model.nodes.length === 0) return <Empty title="The flow has no nodes" />;
  const result = loaded.phase === "done" ? loaded.value : undefined;
  return (
    <div className="graph">
      <div className="graph-tools" role="toolbar" aria-label="Graph">
        <Choice
          label="Show as"
          options={forms}
          value={showList ? "list" : "drawing"}
          onChange={(form) => setAsList(form === "list")}
        />
        {!showList && (
          <label className="graph-follow" title="Keep the current attempt in view">
            <input
              type="checkbox"
              checked={follow}
              onChange={({ target }) =>
                store.dispatch({ type: "settings", settings: { follow: target.checked } })
              }
            />
            Follow
          </label>
        )}
        {isLarge && showList && (
          <span className="soft">{model.nodes.length} nodes: drawing them takes a while</span>
        )}
      </div>
      {result?.reason !== undefined && !showList && (
        <Note>A simple layout is shown: the layered one failed ({result.reason}).</Note>
      )}
      {showList && <NodeList model={model} />}
      {!showList && result === undefined && <Loading what="the graph" />}
      {!showList && result !== undefined && <Canvas model={model} layout={result.layout} />}
    </div>
  );
}

/** Nodes that the run was at and the definition lacks, as JSON, so that it stays the same while nothing changes. */
function useUnknownNodes(): string {
  const { flow, table, revision } = useRun();
  return useMemo(() => {
    const unknown = new Set<string>();
    if (flow !== undefined && revision >= 0) {
      for (const { nodeId } of table.attempts) {
        if (!Object.hasOwn(flow.nodes, nodeId)) unknown.add(nodeId);
      }
    }
    return JSON.stringify([...unknown]);
  }, [flow, table, revision]);
}
