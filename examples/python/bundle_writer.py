"""Writes flow run bundles of version 1.1, with nothing but the standard library of Python 3.9.

    bundle = BundleWriter.create("runs/greet-1", flow, {"name": "Ada"}, {"name": "my-runner", "version": "1.0.0"})
    attempt = ("hello", "hello#1")
    bundle.append("node_started", {"nodeType": "compute", "timeoutMs": 0}, attempt)
    ...
    bundle.append("run_completed", {"status": "completed"})
    bundle.close()

The trace is the record. All else is derived from what was written to it, by fold.py: so the projections cannot
disagree with the trace. Names in brackets are requirements; spec/text has them.
"""
import datetime
import hashlib
import json
import os
import tempfile

from bundle_files import open_inside, read_document
from fold import Fold
from projections import MISSING, projections
from reader import read
from values import clean, compact, cut, fits, small

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None

TERMINAL = {"run_completed", "run_failed", "run_timed_out"}
EXTENSIONS = {"text/plain": "txt", "application/json": "json", "application/octet-stream": "bin"}


class BundleWriter:
    """One bundle that is being written. `fold.view` is the state of the run."""

    @classmethod
    def create(cls, path, flow, input_value, producer, **names):
        """Starts a bundle. It appears in its place with everything that it has to have. [writer-creation]"""
        parent, run_id = os.path.split(os.path.abspath(path))
        os.makedirs(parent, exist_ok=True)
        self = cls(path)
        self.manifest = {
            "schema": "acpx.flow-run-bundle.v1", "specVersion": "1.1", "producer": producer, "runId": run_id,
            "flowName": flow["name"], **names, "startedAt": self.now(), "status": "running",
            "traceSchema": "acpx.flow-trace-event.v1",
            "paths": {
                "flow": "flow.json", "trace": "trace.ndjson", "runProjection": "projections/run.json",
                "liveProjection": "projections/live.json", "stepsProjection": "projections/steps.json",
                "sessionsDir": "sessions", "artifactsDir": "artifacts",
            },
            "sessions": [],
        }
        self.fold = Fold(self.manifest, "1.1")
        final, self.path = self.path, tempfile.mkdtemp(prefix=f".{run_id}-", dir=parent)
        os.chmod(self.path, 0o755)
        for folder in ("projections", "artifacts"):
            os.mkdir(os.path.join(self.path, folder))
        self.replace("flow.json", flow)
        self.save()
        os.rename(self.path, final)
        self.path = final
        self.open_trace()
        reference = self.artifact(compact(clean(input_value)).encode(), "application/json")
        self.append("run_started", {"flowName": flow["name"], **names, "inputArtifact": reference})
        return self

    @classmethod
    def reopen(cls, path):
        """Goes on with a bundle that waits, or whose process died. [writer-reopen]"""
        self = cls(path)
        self.manifest = read_document(path, "manifest.json")
        self.fold, torn = read(path)
        if self.fold.ended or self.fold.version != "1.1" or self.manifest["sessions"]:
            raise ValueError("the run has ended, or it is none that this writer can go on with")
        self.at = self.fold.view["updatedAt"]
        if torn:
            with open(os.path.join(path, "trace.ndjson"), "rb+") as trace:
                whole = [line + b"\n" for line in trace.read().split(b"\n")[: self.fold.view["upToSeq"]]]
                trace.truncate(sum(map(len, whole)))
        self.open_trace()
        self.manifest["status"] = "running"
        self.replace("manifest.json", self.manifest)
        return self

    def __init__(self, path):
        self.path, self.at, self.detail, self.beat, self.contents = os.path.abspath(path), "", None, None, {}
        # One writer at a time, and the lock beside the bundle. [writer-single]
        self.lock = open(self.path + ".lock", "a")
        if fcntl is not None:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def open_trace(self):
        # Without a buffer: a line goes to the system in one write, and is recorded when append returns. [writer-line]
        self.trace = open(os.path.join(self.path, "trace.ndjson"), "ab", buffering=0)

    def now(self):
        """The time in milliseconds. It never goes back. [trace-time-order]"""
        now = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:23] + "Z"
        self.at = max(self.at, now)
        return self.at

    def append(self, kind, payload, attempt=None, **envelope):
        """Writes one event, then what follows from it. `attempt` is the node id and the attempt id."""
        view = self.fold.view
        at = self.now() if view["upToSeq"] else self.manifest["startedAt"]
        scope = kind.split("_")[0]
        event = {"seq": view["upToSeq"] + 1, "at": at, "runId": self.manifest["runId"], "scope": scope, "type": kind}
        if attempt is not None:
            event.update(nodeId=attempt[0], attemptId=attempt[1])
        if kind == "node_outcome":  # From one `at` to the other. [attempt-duration]
            payload["durationMs"] = milliseconds(self.fold.attempts[attempt[1]]["startedAt"], at)
        event.update(envelope, payload=payload)
        line = compact(event).encode() + b"\n"
        if self.trace.write(line) != len(line):
            raise OSError("a line of the trace could not be written as a whole")
        self.fold.apply(event)
        if kind in ("node_started", "node_heartbeat"):
            self.detail = payload.get("statusDetail", self.detail if kind == "node_heartbeat" else None)
            self.beat = at
        elif kind == "run_waiting":
            self.detail = payload.get("summary") or payload["waitingOn"]
        else:
            self.detail = payload.get("error") if kind in TERMINAL else self.detail
        if scope in ("run", "node"):
            self.save()
        return event

    def artifact(self, data, media_type, attempt=None, **more):
        """Writes an artifact before any event refers to it, and announces it under an attempt. Returns its reference.

        [artifact-digest], [artifact-media-type], [writer-artifact-first], [artifact-announced]
        """
        digest = hashlib.sha256(data).hexdigest()
        path = f"artifacts/sha256-{digest}.{EXTENSIONS[media_type]}"
        if not os.path.exists(os.path.join(self.path, path)):
            self.write_file(path, data)
        reference = {"path": path, "mediaType": media_type, "bytes": len(data), "sha256": digest, **more}
        if attempt is not None:
            self.append("artifact_written", {"artifact": reference}, attempt, artifact=reference)
        return reference

    def text(self, data, attempt, **more):
        """The bytes that a command wrote: text where they are. [action-output-bytes]"""
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            return self.artifact(data, "application/octet-stream", attempt, **more)
        return self.artifact(data, "text/plain", attempt, **more)

    def value(self, value, attempt=None):
        """An output as members of a payload: in the line when it is small, else as an artifact. [trace-large-values]"""
        text = compact(value)
        if len(text) <= 200 and fits(value):
            return {"outputInline": value}
        return {"outputArtifact": self.artifact(text.encode(), "application/json", attempt)}

    def error(self, text, attempt=None):
        """An error as members of a payload; what is too long goes to an artifact. [artifact-error-text]"""
        text = clean(text)
        if cut(text) == text:
            return {"error": text}
        return {"error": cut(text), "errorArtifact": self.artifact(text.encode(), "text/plain", attempt)}

    def save(self):
        """Writes what is derived from the trace, in this order, the manifest last. [writer-order]"""
        for name, value in projections(self.fold, self.content, self.detail, self.beat).items():
            self.replace(f"projections/{name}.json", value)
        self.manifest["status"] = self.fold.view["status"]
        if self.fold.ended:
            self.manifest.update(finishedAt=self.fold.view["finishedAt"], seal=self.seal())
        self.replace("manifest.json", self.manifest)

    def content(self, reference):
        """What an artifact holds: a value, a text, or MISSING if it is neither, or too large for projections."""
        path = reference["path"]
        if path not in self.contents:
            with open_inside(self.path, path) as file:
                data = file.read()
            value = MISSING
            if reference["mediaType"] == "application/json":
                value = json.loads(data)
            elif reference["mediaType"] == "text/plain":
                value = data.decode("utf-8")
            self.contents[path] = value if value is not MISSING and small(value) else MISSING
        return self.contents[path]

    def seal(self):
        """Size and digest of every file but the manifest. [seal-order]"""
        files, trace = [], None
        for folder, _, names in os.walk(self.path):
            for name in names:
                place = os.path.join(folder, name)
                with open(place, "rb") as file:
                    data = file.read()
                path = os.path.relpath(place, self.path).replace(os.sep, "/")
                entry = {"bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()}
                if path == "trace.ndjson":
                    trace = entry
                elif path != "manifest.json":
                    files.append({"path": path, **entry})
        return {"algorithm": "sha256", "trace": trace, "files": sorted(files, key=lambda one: one["path"])}

    def replace(self, path, value):
        self.write_file(path, (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode())

    def write_file(self, path, data):
        """A file appears whole or not at all. [writer-replace]"""
        place = os.path.join(self.path, path)
        with open(place + ".tmp", "wb") as file:
            file.write(data)
        os.replace(place + ".tmp", place)

    def close(self):
        self.trace.close()
        os.remove(self.lock.name)
        self.lock.close()


def milliseconds(start, end):
    times = [datetime.datetime.strptime(at, "%Y-%m-%dT%H:%M:%S.%fZ") for at in (start, end)]
    return round((times[1] - times[0]).total_seconds() * 1000)
