#!/usr/bin/env python3
"""A producer of flow run bundles in Python 3.9, with nothing but its standard library.

    python3 producer.py --example RUNS    runs a small flow, and prints where its bundle is
    python3 producer.py < REQUEST         answers a request of the conformance suite

It runs flows of compute nodes, function and shell actions and checkpoints, with time limits; what the functions of a
flow do stands in the request. How a bundle is written is the business of bundle_writer.py; here is what to write when.
"""
import json
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

from bundle_files import parse
from bundle_writer import BundleWriter, clean, cut

PRODUCER = {"name": "python-example", "version": "1.0.0"}
DEFAULT_TIMEOUT_MS = 15 * 60 * 1000
interrupted = threading.Event()


class Failed(Exception):
    """An attempt did not end well."""

    def __init__(self, outcome, error):
        super().__init__(error)
        self.outcome = outcome


class Attempt:
    """One attempt: its ids, its time limit, and the receipts to repeat in its outcome."""

    def __init__(self, bundle, node_id, node, does, cwd):
        number = len(bundle.fold.nodes.get(node_id, {"attemptIds": []})["attemptIds"]) + 1
        self.bundle, self.node_id, self.node, self.does, self.cwd = bundle, node_id, node, does, cwd
        self.ids, self.receipts = (node_id, f"{node_id}#{number}"), {}
        self.limit_ms = self.node.get("timeoutMs", DEFAULT_TIMEOUT_MS)
        self.deadline = time.monotonic() + self.limit_ms / 1000 if self.limit_ms else None
        self.next_beat = time.monotonic() + self.node["heartbeatMs"] / 1000 if self.node.get("heartbeatMs") else None

    def run(self):
        """Writes all events of the attempt. Returns its outcome, its output as members, and its error."""
        started = {"nodeType": self.node["nodeType"], "timeoutMs": self.limit_ms}
        if "statusDetail" in self.node:
            started["statusDetail"] = self.node["statusDetail"]
        self.bundle.append("node_started", started, self.ids)
        output, error = {}, {"error": None}
        try:
            if self.node.get("actionExecution") == "function":
                self.receipts["action"] = {"actionType": "function"}  # Whatever the outcome. [action-receipt]
            value = self.carry_out()
            outcome = "ok"
            if value is not MISSING:
                output = self.bundle.value(clean(value), self.ids)
        except Failed as failed:
            outcome, error = failed.outcome, self.bundle.error(str(failed), self.ids)
        payload = {"nodeType": self.node["nodeType"], "outcome": outcome, "durationMs": 0, **error, **self.receipts, **output}
        self.bundle.append("node_outcome", payload, self.ids)
        return outcome

    def carry_out(self):
        self.sleep(self.does.get("sleepMs", 0) / 1000)
        if "fail" in self.does:
            raise Failed("failed", self.does["fail"])
        if self.node.get("actionExecution") == "shell":
            return self.shell(self.does["exec"])
        if self.node["nodeType"] == "checkpoint" and "return" not in self.does:
            return {"checkpoint": self.node_id, "summary": self.does.get("summary", self.node.get("summary", self.node_id))}
        return self.does.get("return", MISSING)

    def sleep(self, seconds):
        """Waits, and wakes up for a heartbeat, the time limit and an interruption."""
        end = time.monotonic() + seconds
        while True:
            self.check()
            rest = end - time.monotonic()
            if rest <= 0:
                return
            interrupted.wait(min(rest, 0.02))

    def check(self):
        now = time.monotonic()
        if interrupted.is_set():
            raise Failed("cancelled", "Interrupted")
        if self.deadline is not None and now >= self.deadline:
            raise Failed("timed_out", f"Timed out after {self.limit_ms} ms")
        if self.next_beat is not None and now >= self.next_beat:
            self.bundle.append("node_heartbeat", {}, self.ids)
            self.next_beat = now + self.node["heartbeatMs"] / 1000

    def shell(self, command):
        """Runs a command in a process group of its own, so that what it starts can be stopped too."""
        cwd = os.path.normpath(os.path.join(self.cwd, command.get("cwd", "")))
        receipt = {"actionType": "shell", "command": clean(command["command"]),
                   "args": clean(command.get("args", [])), "cwd": cwd}
        if len(json.dumps(receipt["args"])) > 64 << 10:
            receipt["argsArtifact"] = self.bundle.artifact(json.dumps(receipt["args"]).encode(), "application/json", self.ids)
            receipt["args"] = []
        self.bundle.append("action_prepared", {"action": receipt}, self.ids)
        self.receipts["action"] = receipt = {**receipt, "exitCode": None, "signal": None, "durationMs": 0}
        limit, problem, began = command.get("maxBufferBytes"), None, time.monotonic()
        own_deadline = began + command["timeoutMs"] / 1000 if command.get("timeoutMs") else None
        # Files, because a pipe stays open as long as anything that the command started does.
        with tempfile.TemporaryFile() as stdin, tempfile.TemporaryFile() as stdout, tempfile.TemporaryFile() as stderr:
            stdin.write(command.get("stdin", "").encode("utf-8", "replace"))
            stdin.seek(0)
            try:
                process = subprocess.Popen(
                    [command["command"], *command.get("args", [])], stdin=stdin, stdout=stdout, stderr=stderr, cwd=cwd,
                    env={**os.environ, **command.get("env", {})}, start_new_session=True,
                )
            except (OSError, ValueError) as error:
                raise Failed("failed", f"The command could not be started: {error}") from None
            try:
                while process.poll() is None:
                    self.sleep(0.005)
                    if own_deadline is not None and time.monotonic() >= own_deadline:
                        raise Failed("timed_out", f"Timed out after {command['timeoutMs']} ms")
                    if limit is not None and max(os.fstat(file.fileno()).st_size for file in (stdout, stderr)) > limit:
                        break
            except Failed as failed:
                problem = failed
            if process.returncode is None:
                stop(process)
            receipt["durationMs"] = round((time.monotonic() - began) * 1000)
            if process.returncode < 0:
                receipt["signal"] = signal.Signals(-process.returncode).name
            else:
                receipt["exitCode"] = process.returncode
            texts = []
            for name, file in (("stdoutArtifact", stdout), ("stderrArtifact", stderr)):
                file.seek(0)
                data, more = file.read() if limit is None else file.read(limit), {}
                if file.read(1):
                    more = {"truncated": True}
                    problem = problem or Failed("failed", f"The command wrote more than {limit} bytes")
                self.receipts[name] = self.bundle.text(data, self.ids, **more)
                texts.append(data.decode("utf-8", "replace"))
        self.bundle.append("action_completed", dict(self.receipts), self.ids)
        if problem is None and process.returncode != 0 and not command.get("allowNonZeroExit"):
            end = f"exit code {receipt['exitCode']}" if receipt["signal"] is None else receipt["signal"]
            problem = Failed("failed", f"The command ended with {end}")
        if problem is not None:
            raise problem
        return self.parse(texts[0], receipt)

    def parse(self, text, receipt):
        form = self.does.get("parse", "stdout")
        if form != "stdoutJson":
            return receipt["exitCode"] if form == "exitCode" else text
        try:
            return parse(text.encode())
        except ValueError as error:
            raise Failed("failed", f"Standard output is not JSON: {error}") from None


MISSING = object()


def stop(process):
    """Ends a command and what it started: first politely, then not."""
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(1)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


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
                      "hasExec": True, "hasParse": False},
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
