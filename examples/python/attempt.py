"""One attempt at a node: what to write when. How it is written is the business of bundle_writer.py.

Names in brackets are requirements; spec/text has them.
"""
import json
import os
import signal
import threading
import time

from bundle_files import parse
from command import Failed, run_command
from values import clean

DEFAULT_TIMEOUT_MS = 15 * 60 * 1000
MISSING = object()  # No output at all: None is one.
interrupted = threading.Event()


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
        """Carries it out, and writes its events."""
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
        ended = {"nodeType": self.node["nodeType"], "outcome": outcome, "durationMs": 0}
        self.bundle.append("node_outcome", {**ended, **error, **self.receipts, **output}, self.ids)

    def carry_out(self):
        self.sleep(self.does.get("sleepMs", 0) / 1000)
        if "fail" in self.does:
            raise Failed("failed", self.does["fail"])
        if self.node.get("actionExecution") == "shell":
            return self.shell(self.does["exec"])
        if self.node["nodeType"] == "checkpoint" and "return" not in self.does:
            summary = self.does.get("summary", self.node.get("summary", self.node_id))
            return {"checkpoint": self.node_id, "summary": summary}
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
        """Runs a command, and writes what there is to tell about it before and after."""
        cwd = os.path.normpath(os.path.join(self.cwd, command.get("cwd", "")))
        receipt = {"actionType": "shell", "command": clean(command["command"]),
                   "args": clean(command.get("args", [])), "cwd": cwd}
        arguments = json.dumps(receipt["args"]).encode()
        if len(arguments) > 64 << 10:
            receipt.update(args=[], argsArtifact=self.bundle.artifact(arguments, "application/json", self.ids))
        self.bundle.append("action_prepared", {"action": receipt}, self.ids)
        self.receipts["action"] = receipt = {**receipt, "exitCode": None, "signal": None, "durationMs": 0}
        began = time.monotonic()
        code, stdout, stderr, problem = run_command(command, cwd, self.sleep)
        receipt["durationMs"] = round((time.monotonic() - began) * 1000)
        receipt.update({"exitCode": code} if code >= 0 else {"signal": signal.Signals(-code).name})
        for name, (data, whole) in (("stdoutArtifact", stdout), ("stderrArtifact", stderr)):
            self.receipts[name] = self.bundle.text(data, self.ids, **({} if whole else {"truncated": True}))
            if not whole:
                problem = problem or Failed("failed", f"The command wrote more than {command['maxBufferBytes']} bytes")
        self.bundle.append("action_completed", dict(self.receipts), self.ids)
        if problem is None and code != 0 and not command.get("allowNonZeroExit"):
            problem = Failed("failed", f"The command ended with {receipt['signal'] or f'exit code {code}'}")
        if problem is not None:
            raise problem
        return self.parse(stdout[0].decode("utf-8", "replace"), code)

    def parse(self, text, code):
        form = self.does.get("parse", "stdout")
        if form != "stdoutJson":
            return code if form == "exitCode" else text
        try:
            return parse(text.encode())
        except ValueError as error:
            raise Failed("failed", f"Standard output is not JSON: {error}") from None
