import type { Artifact, Json, Members, Part } from "../normal/run.ts";
import { eventOf, inAttempts, outcomeOf } from "./difference.ts";
import type { Difference } from "./difference.ts";

/** What the commands of the flows write before they end badly: acpx does not tell. */
const written: Readonly<Record<string, readonly [stdout: string, stderr: string]>> = {
  'sh -c "echo some output; echo some error >&2; exit 3"': ["some output\n", "some error\n"],
  'sh -c "exit 1"': ["", ""],
  'sh -c "exit 255"': ["", ""],
  'sh -c "echo before; kill -TERM $$"': ["before\n", ""],
  'sh -c "kill -KILL $$"': ["", ""],
  'sh -c "echo begun; exec sleep 5"': ["begun\n", ""],
  'sh -c "exec sleep 5"': ["", ""],
  'sh -c "sleep 5 & sleep 5; wait"': ["", ""],
  "sleep 5": ["", ""],
  'sh -c "echo begun; exec sleep 20"': ["begun\n", ""],
  // With a limit of 5, 5, 0, 2, 5 and 1000 bytes.
  'sh -c "printf 123456"': ["12345", ""],
  'sh -c "printf 123456 >&2"': ["", "12345"],
  'sh -c "printf 1"': ["", ""],
  "sh -c \"printf 'aé'\"": ["a", ""],
  'sh -c "printf 123456; exit 3"': ["12345", ""],
  "sh -c yes": ["y\n".repeat(500), ""],
};

const receipts: Difference = {
  id: "shell-receipts",
  acpx: "A command that failed, could not be started, wrote too much or ran out of time leaves no receipt; its standard output is lost.",
  ours: "There is a receipt whatever the end; a command that was started also has `action_completed` and both outputs.",
  reason: "What happened is asked for most when it went wrong.",
  requirements: ["action-receipt", "action-completed-missing"],
  apply: inAttempts((acpx, ours) => {
    const prepared = eventOf(acpx, "action_prepared")?.payload["action"] as Members | undefined;
    const outcome = outcomeOf(acpx);
    if (prepared === undefined || outcome === undefined || "action" in outcome) return false;
    const completed = eventOf(acpx, "action_completed");
    if (completed !== undefined) Object.assign(outcome, completed.payload);
    else if (outcome["error"] === "<not started>") {
      outcome["action"] = { ...prepared, exitCode: null, signal: null };
    } else complete(acpx, ours, prepared, String(outcome["error"]));
    return true;
  }),
};

/** Adds what there is of a command that was started. */
function complete(part: Part, ours: Part | undefined, prepared: Members, error: string): void {
  const known = (ours && (outcomeOf(ours)?.["action"] as Members | undefined)) ?? {};
  const tooMuch = /^<more than \d+ bytes of (std\w+)>$/.exec(error)?.[1];
  const line = [prepared["command"], ...(prepared["args"] as string[])];
  const command = line
    .map((word) => (/^[\w-]+$/.test(String(word)) ? word : `"${word}"`))
    .join(" ");
  const [stdout, stderr] = written[command] ?? [`what ${command} wrote`, ""];
  const artifact = (content: string, name: string): Artifact => ({
    mediaType: "text/plain",
    content,
    ...(name === tooMuch && { truncated: true }),
  });
  const payload = {
    action: { ...prepared, ...(tooMuch === undefined ? exitOf(error) : lasting(known)) },
    stdoutArtifact: artifact(stdout, "stdout"),
    stderrArtifact: artifact(stderr, "stderr"),
  };
  const outcome = part.events.pop()!;
  part.events.push(
    { type: "artifact_written", payload: { artifact: payload.stdoutArtifact } },
    { type: "artifact_written", payload: { artifact: payload.stderrArtifact } },
    { type: "action_completed", payload },
    { type: "node_outcome", payload: { ...outcome.payload, ...payload } },
  );
}

/** How a command ended that was not stopped for what it wrote. */
function exitOf(error: string): Members {
  const code = /^<exit code (\d+)>$/.exec(error)?.[1];
  if (code !== undefined) return { exitCode: Number(code), signal: null };
  // A time limit and an interruption are told with SIGTERM.
  return { exitCode: null, signal: /^<ended by (\w+)>$/.exec(error)?.[1] ?? "SIGTERM" };
}

/** A command that writes too much may have ended by itself before it is stopped. */
function lasting({ exitCode, signal }: Members): Members {
  return { exitCode: exitCode ?? null, signal: signal ?? null };
}

const bytes: Difference = {
  id: "output-bytes",
  acpx: "The output of a command is decoded as UTF-8; what is none becomes U+FFFD, also in the artifact.",
  ours: "The artifact has the bytes as they came, as `application/octet-stream` when they are no UTF-8. The flow gets the same text.",
  reason: "The bytes cannot be had again.",
  requirements: ["action-output-bytes"],
  apply: inAttempts((acpx) => {
    const completed = eventOf(acpx, "action_completed")?.payload;
    const stdout = completed?.["stdoutArtifact"] as Members | undefined;
    // No flow writes this character itself.
    if (!String(stdout?.["content"]).includes("\u{FFFD}")) return false;
    const mediaType = "application/octet-stream";
    for (const { payload } of acpx.events) {
      for (const key of ["artifact", "stdoutArtifact"]) {
        const artifact = payload[key] as Members | undefined;
        if (artifact?.["content"] === stdout?.["content"])
          payload[key] = { ...artifact, mediaType };
      }
    }
    return true;
  }),
};

const empty: Difference = {
  id: "empty-command",
  acpx: "A command that is the empty text is prepared (`action_prepared`), and cannot be started.",
  ours: "It is no command: the attempt fails before.",
  reason: "Nothing is prepared when there is no command.",
  requirements: ["action-receipt"],
  apply: inAttempts((acpx) => {
    const prepared = eventOf(acpx, "action_prepared")?.payload["action"] as Members | undefined;
    if (prepared?.["command"] !== ("" as Json)) return false;
    const [started, , , outcome] = acpx.events;
    outcome!.payload["error"] = "<no command>";
    acpx.events = [started!, outcome!];
    return true;
  }),
};

/** In this order: a command that is none has no receipt. */
export const commands: readonly Difference[] = [empty, receipts, bytes];
