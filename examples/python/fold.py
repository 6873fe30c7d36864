"""From the events of a trace to the state of a run: the view-model of spec/text/view-model.md.

    fold = Fold(manifest, "1.1")
    fold.apply(event)            for each event
    fold.view                    is the state, at any moment

Names in brackets are requirements; spec/text has them.
"""
from bundle_files import Refused


def need(value, key, kind):
    """A member that this reader cannot do without."""
    member = value.get(key) if isinstance(value, dict) else None
    if not isinstance(member, kind) or isinstance(member, bool):
        raise Refused("corrupt", f"{key!r} is missing, or it is not what it should be")
    return member


# Where events refer to artifacts. The order counts when one event is the first to refer to several.
REFERENCES = {
    "run_started": ["inputArtifact"],
    "run_waiting": [],
    "run_resumed": ["outputArtifact"],
    "run_completed": [],
    "run_failed": ["errorArtifact"],
    "run_timed_out": ["errorArtifact"],
    "node_started": [],
    "node_heartbeat": [],
    "node_outcome": ["promptArtifact", "rawResponseArtifact", "stdoutArtifact", "stderrArtifact", "outputArtifact",
                     "errorArtifact"],
    "session_bound": ["bindingArtifact"],
    "acp_prompt_prepared": ["promptArtifact"],
    "acp_response_parsed": ["rawResponseArtifact"],
    "action_prepared": [],
    "action_completed": ["stdoutArtifact", "stderrArtifact"],
    "artifact_written": ["artifact"],
}
SINCE_1_1 = ("run_waiting", "run_resumed", "run_timed_out")
# What an attempt takes over from which event.
RECEIPTS = {
    "acp_prompt_prepared": ["sessionId", "promptArtifact"],
    "acp_response_parsed": ["sessionId", "conversation", "rawResponseArtifact"],
    "action_prepared": ["action"],
    "action_completed": ["action", "stdoutArtifact", "stderrArtifact"],
    "node_outcome": ["sessionId", "promptArtifact", "rawResponseArtifact", "conversation", "action", "stdoutArtifact",
                     "stderrArtifact", "errorArtifact"],
}


class Fold:
    """Folds events into the state of a run. `view` is the view-model of spec/text/view-model.md at any moment."""

    def __init__(self, manifest, version):
        head = ("runId", "flowName", "runTitle", "flowPath", "startedAt")
        self.view = {
            "schema": "flow-run-bundle.view-model.v1", "upToSeq": 0,
            **{key: manifest[key] for key in head if key in manifest},
            "status": "running", "updatedAt": manifest["startedAt"], "input": None, "currentAttemptId": None,
            "attempts": [], "nodes": [], "sessions": [], "artifacts": [],
        }
        self.version, self.started, self.ended, self.waiting = version, False, False, None
        # To find entries by their ids. Only dicts: ids are any text, and no names of anything. [reader-hostile]
        self.attempts, self.nodes, self.sessions, self.artifacts, self.prompted, self.last_ok = {}, {}, {}, {}, {}, {}

    def apply(self, event):
        kind, payload = need(event, "type", str), need(event, "payload", dict)
        self.seq, self.at = need(event, "seq", (int, float)), need(event, "at", str)
        self.view.update(upToSeq=self.seq, updatedAt=self.at)
        if kind not in REFERENCES or (kind in SINCE_1_1 and self.version == "1.0"):
            return  # [trace-unknown-type]
        for reference in references(kind, payload):
            if is_reference(reference) and reference["path"].startswith("artifacts/"):
                self.add(self.artifacts, reference["path"], "artifacts", {**reference, "firstSeq": self.seq})
        if not self.ended:  # What comes after the end changes nothing more. [view-broken-traces]
            getattr(self, kind)(event, payload)

    def add(self, known, key, members, entry):
        """Adds an entry to one of the lists, once."""
        if key not in known:
            known[key] = entry
            self.view[members].append(entry)
        return known[key]

    def run_started(self, event, payload):
        if self.started:
            return
        self.started = True
        for key in ("runTitle", "flowPath"):
            self.view.pop(key, None)
            if key in payload:
                self.view[key] = payload[key]
        self.view.update(runId=need(event, "runId", str), flowName=need(payload, "flowName", str), startedAt=self.at,
                         input={"artifact": need(payload, "inputArtifact", dict)})

    def run_waiting(self, event, payload):
        self.wait(need(payload, "waitingOn", str), need(payload, "attemptId", str))

    def run_resumed(self, event, payload):
        attempt, output = self.attempt_of({"attemptId": self.waiting, **payload}), output_of(payload)
        if payload.get("cause") == "input" and output and attempt and attempt["outcome"] == "ok":
            attempt["output"] = output
            self.update_node(attempt["nodeId"])
        self.go_on()

    def run_completed(self, event, payload):
        self.end("completed")

    def run_failed(self, event, payload):
        self.end("timed_out" if payload.get("status") == "timed_out" else "failed")
        self.view["error"] = need(payload, "error", str)

    def run_timed_out(self, event, payload):
        self.end("timed_out")
        self.view["error"] = need(payload, "error", str)

    def node_started(self, event, payload):
        attempt_id, node_id = need(event, "attemptId", str), need(event, "nodeId", str)  # [reader-node-id]
        if attempt_id in self.attempts:
            return
        self.add(self.attempts, attempt_id, "attempts", {
            "attemptId": attempt_id, "nodeId": node_id, "nodeType": need(payload, "nodeType", str),
            "startedSeq": self.seq, "startedAt": self.at, "outcome": None, "output": None,
        })
        node = self.add(self.nodes, node_id, "nodes", {"nodeId": node_id, "attemptIds": [], "outputFrom": None})
        node["attemptIds"].append(attempt_id)
        self.go_on()
        self.view["currentAttemptId"] = attempt_id

    def node_heartbeat(self, event, payload):
        """A sign of life, and nothing that the view-model holds."""

    def node_outcome(self, event, payload):
        attempt = self.unfinished(event)
        if attempt is None:
            return
        attempt.update(finishedSeq=self.seq, finishedAt=self.at, outcome=need(payload, "outcome", str),
                       durationMs=need(payload, "durationMs", (int, float)), output=output_of(payload))
        if payload.get("error") is not None:
            attempt["error"] = payload["error"]
        take(attempt, event)
        if attempt["outcome"] == "ok":
            self.last_ok[attempt["nodeId"]] = attempt
            self.update_node(attempt["nodeId"])
        if self.view["currentAttemptId"] == attempt["attemptId"]:
            self.view["currentAttemptId"] = None
            # 1.0 has no run_waiting: there the checkpoint itself says that the run waits.
            if self.version == "1.0" and attempt["nodeType"] == "checkpoint" and attempt["outcome"] == "ok":
                self.wait(attempt["nodeId"], attempt["attemptId"])

    def session_bound(self, event, payload):
        session_id = need(payload, "sessionId", str)
        if session_id in self.sessions:
            return
        self.add(self.sessions, session_id, "sessions", {
            "sessionId": session_id, "handle": need(payload, "handle", str),
            "bindingArtifact": need(payload, "bindingArtifact", dict), "boundSeq": self.seq,
        })
        attempt = self.attempts.get(self.view["currentAttemptId"])
        if attempt and attempt["nodeType"] not in ("compute", "action", "checkpoint"):
            attempt.setdefault("sessionId", session_id)

    def acp_prompt_prepared(self, event, payload):
        attempt = self.turn(event, payload)
        if attempt is not None:
            self.prompted[attempt["attemptId"]] = payload["sessionId"]
            take(attempt, event)

    def acp_response_parsed(self, event, payload):
        attempt = self.turn(event, payload)
        if attempt is not None:
            take(attempt, event)

    def turn(self, event, payload):
        """The attempt of an `acp_*` event, unless it is a late one of another attempt, as old writers left them."""
        attempt, session_id = self.unfinished(event), need(payload, "sessionId", str)
        if attempt is None or attempt["nodeType"] in ("compute", "action", "checkpoint"):
            return None
        return attempt if self.prompted.get(attempt["attemptId"], session_id) == session_id else None

    def action_prepared(self, event, payload):
        attempt = self.unfinished(event)
        if attempt and attempt["nodeType"] not in ("compute", "acp", "checkpoint"):
            take(attempt, event)

    action_completed = action_prepared

    def artifact_written(self, event, payload):
        """Its reference was noted, like all others."""

    def attempt_of(self, named):
        attempt_id = named.get("attemptId")
        return self.attempts.get(attempt_id) if isinstance(attempt_id, str) else None

    def unfinished(self, event):
        attempt = self.attempt_of(event)
        return attempt if attempt and attempt["outcome"] is None else None

    def update_node(self, node_id):
        attempt = self.last_ok[node_id]
        self.nodes[node_id]["outputFrom"] = attempt["attemptId"] if attempt["output"] else None

    def wait(self, node_id, attempt_id):
        self.view.update(status="waiting", waitingOn=node_id)
        self.waiting = attempt_id

    def go_on(self):
        self.view["status"] = "running"
        self.view.pop("waitingOn", None)
        self.waiting = None

    def end(self, status):
        self.go_on()
        self.view.update(status=status, finishedAt=self.at, currentAttemptId=None)
        self.ended = True


def references(kind, payload):
    """What stands where events of this type refer to artifacts; first the arguments of a command."""
    action = payload.get("action") if "action" in RECEIPTS.get(kind, ()) else None
    arguments = action.get("argsArtifact") if isinstance(action, dict) else None
    return [arguments, *(payload.get(key) for key in REFERENCES[kind])]


def is_reference(value):
    return isinstance(value, dict) and all(isinstance(value.get(key), str) for key in ("path", "mediaType", "sha256"))


def output_of(payload):
    if is_reference(payload.get("outputArtifact")):
        return {"artifact": payload["outputArtifact"]}
    return {"inline": payload["outputInline"]} if "outputInline" in payload else None


def take(attempt, event):
    payload = event["payload"]
    for key in RECEIPTS[event["type"]]:
        if key in payload and (not key.endswith("Artifact") or is_reference(payload[key])):
            attempt[key] = payload[key]
