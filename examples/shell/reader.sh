#!/bin/sh
# A reader of flow run bundles in POSIX shell and jq 1.6: the core of the conformance suite, and nothing else.
#
#   sh reader.sh BUNDLE        prints the view-model of a bundle
#   sh reader.sh < REQUEST     answers a request of the conformance suite
#
# It shows how little a reader needs. What it cannot do it refuses by name: torn tails, sessions, commands, runs that
# wait, the state after an earlier event. It cannot tell two equal keys of an object from one, because jq cannot; for
# bundles of people you do not trust take examples/python/reader.py. Exit code 0: answered, 1: refused (with BUNDLE).
set -u
LC_ALL=C
export LC_ALL

refuse() { # CODE REASON
  if [ -n "$alone" ]; then
    printf '%s: %s\n' "$1" "$2" >&2
    exit 1
  fi
  jq -cn --arg code "$1" --arg reason "$2" '{refused: {code: $code, reason: $reason}}'
  exit 0
}

regular() { # FILE: no link, no device, nothing that waits for somebody
  if [ -L "$1" ] || { [ -e "$1" ] && [ ! -f "$1" ]; }; then
    refuse hostile "$(basename "$1") is no regular file"
  fi
}

if [ $# -gt 0 ]; then
  alone=yes
  bundle=$1
else
  alone=
  # @sh quotes for the shell, whatever the texts are.
  eval "$(jq -r '@sh "role=\(.role) bundle=\(.bundle // "") earlier=\(has("upToSeq"))"')"
  if [ "$role" != reader ]; then
    echo '{"unsupported": "this is a reader"}'
    exit 0
  fi
  if [ "$earlier" = true ]; then
    echo '{"unsupported": "this reader gives the state after the last event only"}'
    exit 0
  fi
fi

# The manifest says what this is, and whether it may be read.
manifest=$bundle/manifest.json
trace=$bundle/trace.ndjson
regular "$manifest"
regular "$trace"
[ -f "$manifest" ] || refuse corrupt 'there is no manifest.json'
[ "$(wc -c <"$manifest")" -le 268435456 ] || refuse hostile 'manifest.json is too large'
verdict=$(jq -rs '
  def known: test("^1[.](0|[1-9][0-9]*)$");
  if length != 1 or (.[0] | type) != "object" then "corrupt manifest.json is no JSON object"
  else .[0] | (.specVersion // "1.0") as $version |
    if .schema != "acpx.flow-run-bundle.v1" then "unsupported the schema of the manifest is not known"
    elif .traceSchema != "acpx.flow-trace-event.v1" then "unsupported the schema of the trace is not known"
    elif ($version | type) != "string" then "corrupt specVersion is no text"
    elif $version | known | not then "unsupported the version is not 1.x"
    elif [.runId, .flowName, .startedAt, .status] | map(type) != ["string", "string", "string", "string"]
    then "corrupt runId, flowName, startedAt and status have to be texts"
    else "ok" end
  end' "$manifest" 2>/dev/null) || refuse corrupt 'manifest.json is not JSON'
[ "$verdict" = ok ] || refuse "${verdict%% *}" "${verdict#* }"

# A run that has just begun has no trace.
[ -f "$trace" ] || trace=/dev/null
[ "$(wc -c <"$trace")" -le 67108864 ] || refuse hostile 'the trace is larger than this reader can take'
ended=true
[ "$trace" = /dev/null ] || [ ! -s "$trace" ] || [ "$(tail -c 1 "$trace" | wc -l)" -eq 1 ] || ended=false
iconv -f UTF-8 -t UTF-8 "$trace" >/dev/null 2>&1 || refuse corrupt 'the trace is not UTF-8'

answer=$(jq -cnR --slurpfile manifests "$manifest" --argjson ended "$ended" '
  def refused($code; $reason): error({refused: {code: $code, reason: $reason}} | tojson);
  def reference: type == "object" and ([.path, .mediaType, .sha256] | map(type) == ["string", "string", "string"]);
  def pick($source; $keys): reduce $keys[] as $key (.; if $source | has($key) then .[$key] = $source[$key] else . end);

  # Notes what is referred to, each path once.
  def note($references; $seq):
    reduce ($references[] | select(reference and (.path | startswith("artifacts/")))) as $one (.;
      if .known | has($one.path) then .
      else .known[$one.path] = true | .view.artifacts += [$one + {firstSeq: $seq}] end);

  def output:
    if .outputArtifact | reference then {artifact: .outputArtifact}
    elif has("outputInline") then {inline: .outputInline}
    else null end;

  def finish($event; $status):
    .ended = true | .view.status = $status | .view.finishedAt = $event.at | .view.currentAttemptId = null
    | if $event.payload | has("error") then .view.error = $event.payload.error else . end;

  def apply($event):
    $event.payload as $payload
    | ($event | [.seq, .at, .type, .payload] | map(type)) as $types
    | if $types != ["number", "string", "string", "object"] then refused("corrupt"; "an event lacks a member") else . end
    | .view.upToSeq = $event.seq | .view.updatedAt = $event.at
    | if $event.type == "run_started" then
        note([$payload.inputArtifact]; $event.seq)
        | if .started or .ended then . else
            .started = true
            | .view |= (del(.runTitle, .flowPath) | pick($payload; ["flowName", "runTitle", "flowPath"]))
            | .view.runId = $event.runId | .view.startedAt = $event.at
            | .view.input = {artifact: $payload.inputArtifact}
          end
      elif $event.type == "node_started" then
        if .ended or (.attempts | has($event.attemptId)) then . else
          .attempts[$event.attemptId] = (.view.attempts | length)
          | .view.attempts += [$event | {
              attemptId, nodeId, nodeType: .payload.nodeType, startedSeq: .seq, startedAt: .at, outcome: null, output: null
            }]
          | if .nodes | has($event.nodeId) then . else
              .nodes[$event.nodeId] = (.view.nodes | length)
              | .view.nodes += [{nodeId: $event.nodeId, attemptIds: [], outputFrom: null}]
            end
          | .view.nodes[.nodes[$event.nodeId]].attemptIds += [$event.attemptId]
          | .view.currentAttemptId = $event.attemptId | .view.status = "running" | del(.view.waitingOn)
        end
      elif $event.type == "node_outcome" then
        note([$payload.promptArtifact, $payload.rawResponseArtifact, $payload.stdoutArtifact, $payload.stderrArtifact,
          $payload.outputArtifact, $payload.errorArtifact]; $event.seq)
        | .attempts[$event.attemptId] as $at
        | if .ended or $at == null or .view.attempts[$at].outcome != null then . else
            .view.attempts[$at] |= (
              .finishedSeq = $event.seq | .finishedAt = $event.at | .outcome = $payload.outcome
              | .durationMs = $payload.durationMs | .output = ($payload | output)
              | if $payload.error == null then . else .error = $payload.error end
              | pick($payload; ["sessionId", "promptArtifact", "rawResponseArtifact", "conversation", "action",
                  "stdoutArtifact", "stderrArtifact", "errorArtifact"])
            )
          | .view.attempts[$at] as $attempt
          | if $attempt.outcome == "ok" then
              .view.nodes[.nodes[$attempt.nodeId]].outputFrom =
                (if $attempt.output == null then null else $attempt.attemptId end)
            else . end
          | if .view.currentAttemptId == $attempt.attemptId then .view.currentAttemptId = null else . end
          | if $attempt.nodeType == "checkpoint" then refused("unsupported"; "this reader knows no checkpoints") else . end
          end
      elif $event.type == "artifact_written" then note([$payload.artifact]; $event.seq)
      elif $event.type == "run_completed" then if .ended then . else finish($event; "completed") end
      elif $event.type == "run_failed" then
        note([$payload.errorArtifact]; $event.seq)
        | if .ended then . elif $payload.status == "timed_out" then finish($event; "timed_out") else finish($event; "failed") end
      elif ["acp_prompt_prepared", "acp_response_parsed", "session_bound", "action_prepared", "action_completed",
          "run_waiting", "run_resumed", "run_timed_out"] | index([$event.type]) then
        refused("unsupported"; "this reader knows no " + $event.type)
      else . end;  # node_heartbeat, and what is not known

  $manifests[0] as $manifest
  | try (
    {ended: false, started: false, bad: false, attempts: {}, nodes: {}, known: {}, view: (
        {schema: "flow-run-bundle.view-model.v1", upToSeq: 0, status: "running", updatedAt: $manifest.startedAt,
          input: null, currentAttemptId: null, attempts: [], nodes: [], sessions: [], artifacts: []}
        | pick($manifest; ["runId", "flowName", "runTitle", "flowPath", "startedAt"]))}
    | reduce inputs as $line (.;
        ([$line | fromjson?] | first) as $event
        | if ($event | type) != "object" then .bad = true
          elif .bad then refused("corrupt"; "a line of the trace is not JSON, and good ones follow")
          else apply($event) end)
    | if (.bad or ($ended | not)) and (["running", "waiting"] | index([$manifest.status]) == null)
      then refused("corrupt"; "the end of the trace is damaged")
      elif .bad or ($ended | not) then refused("unsupported"; "this reader knows no torn tails")
      else {view} end
  ) catch (. as $message | try fromjson catch {refused: {code: "corrupt", reason: $message}})
' "$trace") || exit 70
if [ -z "$alone" ]; then
  printf '%s\n' "$answer"
elif printf '%s\n' "$answer" | jq -e 'has("view")' >/dev/null; then
  printf '%s\n' "$answer" | jq .view
else
  refuse "$(printf '%s\n' "$answer" | jq -r .refused.code)" "$(printf '%s\n' "$answer" | jq -r .refused.reason)"
fi
