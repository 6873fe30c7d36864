import type { AttemptView } from "@flow-bundle/schema";
import { useStore } from "../../state/store.ts";
import { useAttemptView } from "../../state/use-file.ts";
import { Name } from "../../ui/name.tsx";
import { Loading, Note } from "../../ui/note.tsx";
import { Section } from "../../ui/section.tsx";
import { TextBlock } from "../../ui/text-block.tsx";
import { formatBytes } from "../../ui/time.ts";
import { ActionFacts } from "./action-facts.tsx";
import { ArtifactText } from "./artifact-text.tsx";
import { OutputValue } from "./output-value.tsx";
import { receiptOrder } from "./receipt-order.ts";

/** What an attempt left, as of the position of the replay. */
export function Receipts({ attemptId }: { readonly attemptId: string }) {
  const loaded = useAttemptView(attemptId);
  if (loaded.phase === "loading" || loaded.value?.attemptId !== attemptId) {
    return <Loading what="the attempt" />;
  }
  return <ReceiptList view={loaded.value} />;
}

function ReceiptList({ view }: { readonly view: AttemptView }) {
  const { error, action, output } = view;
  return (
    <>
      {error !== undefined && (
        <Note tone="error" title="Error">
          {/* What has lines is read in lines: most of all a stack. */}
          <TextBlock text={error} label="Error" max={2000} />
        </Note>
      )}
      {action !== undefined && <ActionFacts action={action} ended={view.outcome !== null} />}
      {receiptOrder(view).map((receipt) =>
        receipt.kind === "output" ? (
          output !== null && (
            <Section
              key="output"
              title="Output"
              tools={
                "artifact" in output &&
                output.artifact !== undefined && <ArtifactTools reference={output.artifact} />
              }
            >
              <OutputValue value={output} />
            </Section>
          )
        ) : (
          <Section
            key={receipt.title}
            title={receipt.title}
            tools={<ArtifactTools reference={receipt.reference} />}
          >
            <ArtifactText reference={receipt.reference} label={receipt.title} />
          </Section>
        ),
      )}
      {view.sessionId !== undefined && <SessionLink view={view} />}
    </>
  );
}

function ArtifactTools({
  reference: { path, bytes },
}: {
  readonly reference: { readonly path: string; readonly bytes?: number };
}) {
  const store = useStore();
  return (
    <>
      {bytes !== undefined && <span className="soft">{formatBytes(bytes)}</span>}
      <button
        type="button"
        className="link"
        onClick={() => store.select({ tab: "artifacts", artifact: path })}
      >
        Open as an artifact
      </button>
    </>
  );
}

function SessionLink({ view }: { readonly view: AttemptView }) {
  const store = useStore();
  const { sessionId, conversation } = view;
  return (
    <Section title="Conversation">
      <p>
        <button
          type="button"
          onClick={() => store.select({ tab: "conversation", session: sessionId })}
        >
          Open the conversation
        </button>{" "}
        <span className="soft">
          session <Name text={sessionId ?? ""} />
          {conversation !== undefined &&
            `, events ${conversation.eventStartSeq} to ${conversation.eventEndSeq}`}
        </span>
      </p>
    </Section>
  );
}
