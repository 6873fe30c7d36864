"""What a bundle repeats of its run for those who do not fold the trace: the tables of spec/text/projections.md.

Names in brackets are requirements; spec/text has them.
"""
from values import fits, small

MISSING = object()  # No value at all: None is one.
RUN = ("runId", "flowName", "runTitle", "flowPath", "startedAt", "finishedAt", "updatedAt", "status", "upToSeq",
       "waitingOn", "error")
STEP = ("attemptId", "nodeId", "nodeType", "outcome", "startedAt", "finishedAt", "error")
RECEIPTS = ("action", "stdoutArtifact", "stderrArtifact", "errorArtifact")


def projections(fold, content, detail, beat):
    """The documents by name, in the order in which they are written. [writer-order]

    `content` gives what an artifact holds, `detail` is the status detail of the moment, `beat` the last sign of life.
    """
    view = fold.view
    ended = [attempt for attempt in view["attempts"] if attempt["outcome"] is not None]
    live = live_state(fold, detail, beat)
    steps = [step(attempt, content) for attempt in sorted(ended, key=lambda one: one["finishedSeq"])]
    results = {attempt["nodeId"]: result(attempt, content) for attempt in ended}  # The last one of each node stays.
    outputs = {}
    for node in view["nodes"]:
        source = fold.attempts.get(node["outputFrom"], {"output": None})
        found = repeated("output", source["output"], content)
        if found:
            outputs[node["nodeId"]] = found["output"]
    given = repeated("input", view["input"], content)
    run = {**live, **given, "outputs": outputs, "results": results, "steps": steps}
    return {"live": live, "steps": steps, "run": run}


def live_state(fold, detail, beat):
    """live.json: where the run stands."""
    view = fold.view
    live = pick(view, RUN)
    current = fold.attempts.get(view["currentAttemptId"])
    if current is not None:
        live.update(
            currentNode=current["nodeId"], currentAttemptId=current["attemptId"], currentNodeType=current["nodeType"],
            currentNodeStartedAt=current["startedAt"], lastHeartbeatAt=beat,
        )
    if detail is not None and (current is not None or view["status"] in ("waiting", "failed", "timed_out")):
        live["statusDetail"] = detail
    return {**live, "sessionBindings": {}}


def step(attempt, content):
    """One entry of steps.json: an attempt that has ended."""
    streams = [content(attempt[key]) for key in ("stdoutArtifact", "stderrArtifact") if key in attempt]
    raw = "".join(streams) if len(streams) == 2 and all(isinstance(one, str) for one in streams) else None
    trace = pick(attempt, RECEIPTS)
    for form, value in (attempt["output"] or {}).items():
        trace["output" + form.capitalize()] = value
    return {
        **pick(attempt, STEP), "promptText": None, "rawText": raw if raw is not None and small(raw) else None,
        **repeated("output", attempt["output"], content), "session": None, "agent": None,
        **({"trace": trace} if trace else {}),
    }


def result(attempt, content):
    """One entry of `results` in run.json."""
    return {**pick(attempt, (*STEP, "durationMs")), **repeated("output", attempt["output"], content)}


def repeated(key, value, content):
    """A value of the view-model as a member, or no member where it is too large. [projection-large-values]"""
    if value is None:
        return {}
    found = value["inline"] if "inline" in value else content(value["artifact"])
    return {} if found is MISSING or not small(found) or not fits(found) else {key: found}


def pick(entry, keys):
    return {key: entry[key] for key in keys if key in entry}
