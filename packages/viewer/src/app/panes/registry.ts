import { ArtifactsPane } from "./artifacts/artifacts-pane.tsx";
import { AttemptPane } from "./attempt/attempt-pane.tsx";
import { ConversationPane } from "./conversation/conversation-pane.tsx";
import { EventsPane } from "./events/events-pane.tsx";
import { GraphPane } from "./graph/graph-pane.tsx";
import type { Pane } from "./pane.ts";
import { TimelinePane } from "./timeline/timeline-pane.tsx";
import { TrustPane } from "./trust/trust-pane.tsx";

/** All panes, in the order of their tabs. */
export const panes: readonly Pane[] = [
  { id: "graph", title: "Graph", place: "main", component: GraphPane },
  { id: "timeline", title: "Timeline", place: "main", component: TimelinePane },
  { id: "attempt", title: "Attempt", place: "detail", component: AttemptPane },
  {
    id: "conversation",
    title: "Conversation",
    place: "detail",
    component: ConversationPane,
  },
  { id: "events", title: "Events", place: "detail", component: EventsPane },
  { id: "artifacts", title: "Artifacts", place: "detail", component: ArtifactsPane },
  { id: "trust", title: "Trust", place: "detail", component: TrustPane },
];
