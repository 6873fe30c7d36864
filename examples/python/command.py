"""Runs a command of a shell action, with what it starts. Not on Windows: it takes process groups."""
import os
import signal
import subprocess
import tempfile
import time


class Failed(Exception):
    """An attempt did not end well."""

    def __init__(self, outcome, error):
        super().__init__(error)
        self.outcome = outcome


def run_command(command, cwd, wait):
    """Runs a command in a process group of its own, so that what it starts can be stopped too.

    `wait` lets some seconds pass, and raises Failed when the attempt has to end. Returns the exit code, negative for a
    signal; what the command wrote to standard output and to standard error; and a Failed if it was stopped, else None.
    """
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
        problem = watch(process, command, (stdout, stderr), wait)
        if process.returncode is None:
            stop(process)
        return process.returncode, kept(stdout, command), kept(stderr, command), problem


def watch(process, command, streams, wait):
    """Waits until a command has ended, or has to: then it returns why."""
    timeout_ms, limit = command.get("timeoutMs"), command.get("maxBufferBytes")
    deadline = time.monotonic() + timeout_ms / 1000 if timeout_ms else None
    while process.poll() is None:
        try:
            wait(0.005)
        except Failed as failed:
            return failed
        if deadline is not None and time.monotonic() >= deadline:
            return Failed("timed_out", f"Timed out after {timeout_ms} ms")
        if limit is not None and max(os.fstat(file.fileno()).st_size for file in streams) > limit:
            break
    return None


def kept(file, command):
    """What a stream holds, as far as it may, and whether that is all."""
    file.seek(0)
    data = file.read(command.get("maxBufferBytes", -1))
    return data, not file.read(1)


def stop(process):
    """Ends a command and what it started: first politely, then not."""
    os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(1)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
