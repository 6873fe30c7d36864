#!/usr/bin/env python3
"""A producer of flow run bundles in Python 3.9, with nothing but its standard library.

    python3 producer.py --example RUNS    runs a small flow, and prints where its bundle is
    python3 producer.py < REQUEST         answers a request of the conformance suite

It runs flows of compute nodes, function and shell actions and checkpoints, with time limits; what the functions of a
flow do stands in the request. Here is which node comes next, and what is written about the run; attempt.py has what is
written about an attempt, and bundle_writer.py how.
"""
import json
import os
import secrets
import shutil
import signal
import sys
import time

from attempt import Attempt, interrupted
from bundle_files import parse
from bundle_writer import BundleWriter
from values import clean, cut

PRODUCER = {"name": "python-example", "version": "1.0.0"}


def next_node(bundle, flow, attempt):
    """The node that an edge leads to, or None where the run ends. ValueError when no way fits. [trace-next-node]"""
    edge = next((edge for edge in flow["edges"] if edge["from"] == attempt["nodeId"]), None)
    if edge is None or (attempt["outcome"] != "ok" and not edge.get("switch", {}).get("on", "").startswith("$result.")):
        return None
    if "switch" not in edge:
        return edge["to"]
    root, *names = edge["switch"]["on"].split(".")
    output = attempt["output"] or {}
    if "artifact" in output:
        with open(os.path.join(bundle.path, output["artifact"]["path"]), "rb") as file:
            output = {"inline": parse(file.read())}
    value = {**attempt, "output": output.get("inline")} if root == "$result" else output.get("inline")
    for name in names:
        if isinstance(value, list) and name.isascii() and name.isdigit() and int(name) < len(value):
            value = value[int(name)]
        elif isinstance(value, list) and name == "length":
            value = len(value)
        else:
            value = value.get(name) if isinstance(value, dict) else None
    cases, label = edge["switch"]["cases"], value if isinstance(value, str) else json.dumps(value)
    if value is None or isinstance(value, (list, dict)) or label not in cases:
        raise ValueError(f"no case fits {edge['switch']['on']} after the node {attempt['nodeId']!r}")
    return cases[label]


def step(bundle, flow, attempt):
    """The node to go on with after an attempt. None when the run waits now or has ended, which is written then."""
    node_id, outcome = attempt["nodeId"], attempt["outcome"]
    if interrupted.is_set():
        bundle.append("run_failed", {"status": "failed", "error": "Interrupted"})
        return None
    if attempt["nodeType"] == "checkpoint" and outcome == "ok":
        said = (attempt["output"] or {}).get("inline")
        summary = (said if isinstance(said, dict) else flow["nodes"][node_id]).get("summary")
        payload = {"status": "waiting", "waitingOn": node_id, "attemptId": attempt["attemptId"]}
        bundle.append("run_waiting", {**payload, "summary": cut(summary)} if isinstance(summary, str) else payload)
        return None
    try:
        following = next_node(bundle, flow, attempt)
    except ValueError as error:
        bundle.append("run_failed", {"status": "failed", **bundle.error(str(error))})
        return None
    if following is None and outcome == "ok":
        bundle.append("run_completed", {"status": "completed"})
    elif following is None:
        error = {key: attempt[key] for key in ("error", "errorArtifact") if key in attempt}
        kind, status = ("run_timed_out", "timed_out") if outcome == "timed_out" else ("run_failed", "failed")
        bundle.append(kind, {"status": status, **error})
    return following


def resume(bundle, flow, given):
    """Goes on with a run that waits, or whose process died. Returns the next node, or None. [trace-resume-order]"""
    view = bundle.fold.view
    attempt = bundle.fold.attempts.get(view["currentAttemptId"])
    if attempt is not None:
        keys = ("action", "stdoutArtifact", "stderrArtifact")  # What can still be told.
        payload = {"nodeType": attempt["nodeType"], "outcome": "cancelled", "durationMs": 0, "error": "Process ended"}
        payload.update({key: attempt[key] for key in keys if key in attempt})
        if attempt.get("action", {}).get("actionType") == "shell":  # Nobody saw its end. [action-receipt-shape]
            payload["action"] = {"exitCode": None, "signal": None, "durationMs": 0, **attempt["action"]}
        bundle.append("node_outcome", payload, (attempt["nodeId"], attempt["attemptId"]))
        bundle.append("run_resumed", {"status": "running", "cause": "crash", "attemptId": attempt["attemptId"]})
        return attempt["nodeId"]
    if view["status"] == "waiting":
        output = bundle.value(clean(given["input"])) if "input" in given else {}
        attempt_id = bundle.fold.waiting
        bundle.append("run_resumed", {"status": "running", "cause": "input", "attemptId": attempt_id, **output})
        attempt = bundle.fold.attempts[attempt_id]
        return step(bundle, flow, {**attempt, "nodeType": None})
    bundle.append("run_resumed", {"status": "running", "cause": "crash"})
    return step(bundle, flow, view["attempts"][-1]) if view["attempts"] else flow["startAt"]


def produce(request):
    """Runs a flow, or goes on with a run, and returns the path of the bundle."""
    flow, out, behaviour, counts = request["flow"], request["out"], request.get("behaviour", {}), {}
    if "resume" in request:
        path = request["bundle"]
        if os.path.dirname(os.path.abspath(path)) != os.path.abspath(out):
            path = shutil.copytree(path, os.path.join(out, "run"))
        bundle = BundleWriter.reopen(path)
        node_id = resume(bundle, flow, request["resume"])
    else:
        run_id = time.strftime("%Y-%m-%dT%H%M%SZ-", time.gmtime()) + secrets.token_hex(4)
        names = {"runTitle": request["title"]} if request.get("title", "").strip() else {}
        bundle = BundleWriter.create(os.path.join(out, run_id), flow, request.get("input"), PRODUCER, **names)
        node_id = flow["startAt"]
    while node_id is not None:
        entries = behaviour.get(node_id, [{}])  # One for each attempt; the last one counts for all that follow.
        does = entries[min(counts.get(node_id, 0), len(entries) - 1)]
        counts[node_id] = counts.get(node_id, 0) + 1
        attempt = Attempt(bundle, node_id, flow["nodes"][node_id], does, request.get("cwd") or os.getcwd())
        attempt.run()
        node_id = step(bundle, flow, bundle.fold.attempts[attempt.ids[1]])
    bundle.close()
    return bundle.path


def answer(request):
    """The adapter: a request of the conformance suite, and what to answer."""
    if request["role"] != "producer":
        return {"unsupported": "this is a producer"}
    if any(node["nodeType"] == "acp" for node in request["flow"]["nodes"].values()):
        return {"unsupported": "this producer talks to no agents"}
    return {"bundle": os.path.relpath(produce(request), request["out"]).replace(os.sep, "/")}


EXAMPLE = {
    "flow": {
        "schema": "acpx.flow-definition-snapshot.v1", "name": "greet", "startAt": "name",
        "nodes": {
            "name": {"nodeType": "compute", "hasRun": True},
            "greet": {"nodeType": "action", "actionExecution": "shell", "timeoutMs": 10000, "hasRun": False,
                      "hasExec": True, "hasParse": True},
        },
        "edges": [{"from": "name", "to": "greet"}],
    },
    "behaviour": {"name": [{"return": {"name": "Ada"}}], "greet": [{"exec": {"command": "echo", "args": ["Hello", "Ada"]}}]},
    "input": {"name": "Ada"},
}


def main(arguments):
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # Asks; the attempt that runs ends itself in good order. [run-interrupted]
        signal.signal(getattr(signal, name), lambda *_: interrupted.set())
    if len(arguments) == 2 and arguments[0] == "--example":
        print(produce({**EXAMPLE, "out": arguments[1]}))
    elif not arguments:
        sys.stdout.write(json.dumps(answer(json.loads(sys.stdin.buffer.read()))))
    else:
        print(__doc__, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
